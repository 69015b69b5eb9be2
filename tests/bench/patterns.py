"""How the cost of every regular expression and every component grows on monotonous texts. → the worst cases.

    python tests/bench/patterns.py [--longest 20000] [--only components|expressions]

A text of one repeated piece (blanks, marks, commas, conjunctions, entities) is what a hostile or broken file looks
like. Each is run at two lengths; the ratio is time(4 n) / time(n): about 4 where the cost is linear, 16 where it is
quadratic. What takes less than `--least` seconds at the longer length is noise and left out.
"""

import argparse
import gc
import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator

from lines import heading, line

import helpers
from helpers.cleaning import clean
from helpers.pipeline import german

PIECES = (
    " ", "\n", "\t", "a", "A", "1", ".", ",", "-", "–", "(", ")", "[", "„", "“", '"', "‚", "’", "&", "&#",
    "&amp;", "<", "<a", "/", ":", ";", "|", "*", "_", "ä", "a\u0308", "\u00ad", "\u200b", "😀", "\ufffd", "A ",
    "a ", "1 ", "1.", "1,", "1. ", "1.000 ", "A.", "A.B. ", "a, ", "und ", "dass ", "der ", "die, ", "A und ",
    "„a“ ", "„a ", "a“ ", "(a) ", "(a ", "a\n", "A\n", "A. ", "Er sagte ", "sagte er, ", "so Merz, ", "laut ",
    "er habe ", "Polen ", "Polen, ", "Polen und ", "Donald Trump ", "Trump. ", "30 Panzer, ", "10 Prozent ",
    "1 bis ", "1-2-", "A-", "A-a", "mehr als ", "Mio. ", "am 1. Mai ", "Herr ", "von ", "von der ",
    "Polen liefert Panzer. ", "Polen liefert Panzer, ", "sagte Merz. ", "„Ja“, sagte Merz. ", "Er sei, ",
    "ein und ", "EU-", "US-", "- ", "12:30 ", "3:1 ", "http://a.de/ ", "a@b.de ", "Foto: dpa\n", "Minister ",
    "Präsident Polens ", "der Minister der ", "zwei ", "zweihundert", "drei Millionen ", "nicht ", "zu ",
    "will ", ", die ", ", das ", "; er ", "? ", "! ", "… ", "...", "--", "== ", "\r\n", "\r",
)  # fmt: skip


OF_WORDS = {  # asked of one word, a file's name or one place, never to search a text
    "articles.files.SAVED_PAGE",
    "commitments.words.NUMBER",
    "figures.compounds.SPANS",
    "figures.nouns.ENDINGS",
    "figures.nouns.PARTICIPLE",
    "grammar.analysis.FRAME_AFTER",
    "grammar.analysis.GOES_ON",
    "grammar.morphology._FOREIGN_VERB",
    "sentences.NUMBER",
}


def expressions() -> dict[str, re.Pattern]:
    """Every regular expression for texts that a module of the package holds, by where it is."""
    found = {}
    for module in pkgutil.walk_packages(helpers.__path__, "helpers."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                for place, pattern in _patterns(value):
                    found.setdefault(id(pattern), (f"{module.name.removeprefix('helpers.')}.{name}{place}", pattern))
    return {name: pattern for name, pattern in sorted(found.values()) if name not in OF_WORDS}


def _patterns(value) -> Iterator[tuple[str, re.Pattern]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield "", value
    elif isinstance(value, dict):
        yield from ((f"[{key!r}]", one) for key, item in value.items() for _, one in _patterns(item))
    elif isinstance(value, list | tuple):
        yield from ((f"[{at}]", one) for at, item in enumerate(value) for _, one in _patterns(item))


def seconds(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


def of_expressions() -> Callable[[str], dict[str, float]]:
    """A function: text → seconds that each expression takes to search all of it and to match it as a whole."""
    patterns = expressions()

    def measure(text: str) -> dict[str, float]:
        return {
            name: seconds(lambda p=pattern: (sum(1 for _ in p.finditer(text)), p.fullmatch(text)))
            for name, pattern in patterns.items()
        }

    return measure


def of_components() -> Callable[[str], dict[str, float]]:
    """A function: text → seconds that cleaning, the tokeniser and each component take."""
    nlp = german()

    def measure(text: str) -> dict[str, float]:
        out = {"cleaning": seconds(lambda: clean(text))}
        began = time.process_time()
        doc = nlp.make_doc(text)
        out["tokens"] = time.process_time() - began
        for name, component in nlp.pipeline:
            began = time.process_time()
            doc = component(doc)
            out[name] = time.process_time() - began
        return out

    return measure


def growth(measure: Callable[[str], dict[str, float]], piece: str, longest: int) -> Iterator[tuple]:
    """(ratio, seconds, name) of all that `measure` names, between a quarter of the length and all of it."""
    short, full = ((piece * (size // len(piece) + 1))[:size] for size in (longest // 4, longest))
    before = measure(short)
    yield from ((took / max(before[name], 1e-4), took, name) for name, took in measure(full).items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--least", type=float, default=0.05, help="seconds below which a case is not looked at")
    parser.add_argument("--ratio", type=float, default=8.0, help="ratio from which a case is shown")
    parser.add_argument("--longest", type=int, default=20_000, help="characters of the longer text")
    parser.add_argument("--only", choices=["components", "expressions"])
    options = parser.parse_args()
    heading(f"monotonous texts: {len(PIECES)} pieces, repeated to {options.longest:,} characters")
    gc.disable()  # a collection takes a third of a second, and no one component is to blame
    for kind, measures in (("expressions", of_expressions), ("components", of_components)):
        if options.only not in (None, kind):
            continue
        measure, slow, slowest = measures(), 0, (0.0, "", "")
        gc.freeze()  # what is loaded is not walked again between the texts
        for piece in PIECES:
            gc.collect()
            for ratio, took, name in growth(measure, piece, options.longest):
                slowest = max(slowest, (took, name, piece))
                if took >= options.least and ratio >= options.ratio:
                    slow += 1
                    line(f"  {name} on {piece!r}: {took:.2f} s, times a quarter of the text", f"{ratio:.1f}", "4")
        took, name, piece = slowest
        line(f"{kind} that grow {options.ratio:g} times with 4 times the text", f"{slow}", "0")
        line(f"slowest of the {kind}: {name} on {piece!r}", f"{took:.2f} s")


if __name__ == "__main__":
    sys.exit(main())
