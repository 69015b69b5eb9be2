"""How the cost of every regular expression and every component grows on monotonous texts. → one line per case.

    python tests/bench/patterns.py [--least 2.0] [--only components|expressions]

A text of one repeated piece (blanks, marks, commas, conjunctions, entities) is what a hostile or broken file looks
like. Each is run at three lengths; the ratio printed is time(4 n) / time(n): about 4 where the cost is linear, 16
where it is quadratic. Lines below `--least` seconds at the longest length are not shown: they are noise.
"""

import argparse
import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator

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
    "figures.compounds.SPANS",
    "figures.nouns.ENDINGS",
    "figures.nouns.PARTICIPLE",
    "grammar.analysis.FRAME_AFTER",
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


def growth(measure: Callable[[str], dict[str, float]], piece: str, sizes: list[int], limit: float) -> Iterator[tuple]:
    """(ratio, seconds, size, name) of all that `measure` names, at the last size; one that took `limit` seconds is the
    last."""
    before: dict[str, float] = {}
    for size in sizes:
        now = measure((piece * (size // len(piece) + 1))[:size])
        last = size == sizes[-1] or max(now.values()) > limit
        if last:
            yield from ((took / max(before.get(name, took), 1e-4), took, size, name) for name, took in now.items())
            return
        before = now


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--least", type=float, default=0.2, help="seconds below which a line is not shown")
    parser.add_argument("--ratio", type=float, default=0.0, help="ratio below which a line is not shown")
    parser.add_argument("--limit", type=float, default=5.0, help="seconds after which a text does not grow further")
    parser.add_argument("--longest", type=int, default=80_000, help="characters of the longest text")
    parser.add_argument("--only", choices=["components", "expressions"])
    options = parser.parse_args()
    sizes = [options.longest // 16, options.longest // 4, options.longest]
    for kind, measures in (("expressions", of_expressions), ("components", of_components)):
        if options.only in (None, kind):
            measure = measures()
            for piece in PIECES:
                for ratio, took, size, name in growth(measure, piece, sizes, options.limit):
                    if took >= options.least and ratio >= options.ratio:
                        print(f"{ratio:6.1f}x {took:7.2f} s {size:>7,} characters  {name}  {piece!r}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
