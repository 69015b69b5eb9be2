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
from helpers.pipeline import COMPONENTS, german

PIECES = (
    " ", "\n", "\t", "a", "A", "1", ".", ",", "-", "–", "(", ")", "[", "„", "“", "\"", "‚", "’", "&", "&#", "&amp;", "<", "<a",
    "/", ":", ";", "|", "*", "_", "ä", "a\u0308", "\u00ad", "\u200b", "😀", "\ufffd",
    "A ", "a ", "1 ", "1.", "1,", "1. ", "1.000 ", "A.", "A.B. ", "a, ", "und ", "dass ", "der ", "die, ", "A und ", "„a“ ",
    "„a ", "a“ ", "(a) ", "(a ", "a\n", "A\n", "A. ", "Er sagte ", "sagte er, ", "so Merz, ", "laut ", "er habe ", "Polen ",
    "Polen, ", "Polen und ", "Donald Trump ", "Trump. ", "30 Panzer, ", "10 Prozent ", "1 bis ", "1-2-", "A-", "A-a", "mehr als ",
    "Mio. ", "am 1. Mai ", "Herr ", "von ", "von der ", "Polen liefert Panzer. ", "Polen liefert Panzer, ", "sagte Merz. ",
    "„Ja“, sagte Merz. ", "Er sei, ", "ein und ", "EU-", "US-", "- ", "12:30 ", "3:1 ", "http://a.de/ ", "a@b.de ", "Foto: dpa\n",
    "Minister ", "Präsident Polens ", "der Minister der ", "zwei ", "zweihundert", "drei Millionen ", "nicht ", "zu ", "will ",
    ", die ", ", das ", "; er ", "? ", "! ", "… ", "...", "--", "== ", "\r\n", "\r",
)  # fmt: skip


def expressions() -> dict[str, re.Pattern]:
    """Every regular expression that a module of the package holds, by where it is."""
    found = {}
    for module in pkgutil.walk_packages(helpers.__path__, "helpers."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                for place, pattern in _patterns(value):
                    found.setdefault(id(pattern), (f"{module.name.removeprefix('helpers.')}.{name}{place}", pattern))
    return dict(sorted(found.values()))


def _patterns(value) -> Iterator[tuple[str, re.Pattern]]:
    if isinstance(value, re.Pattern):
        yield "", value
    elif isinstance(value, dict):
        yield from ((f"[{key!r}]", one) for key, item in value.items() for _, one in _patterns(item))
    elif isinstance(value, list | tuple):
        yield from ((f"[{at}]", one) for at, item in enumerate(value) for _, one in _patterns(item))


def seconds(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


def growth(run: Callable[[str], object], piece: str, sizes: tuple[int, ...], limit: float) -> tuple[float, float, int]:
    """(ratio of the last two times, last time, last size); stops growing once a run took `limit` seconds."""
    times = []
    for size in sizes:
        text = (piece * (size // len(piece) + 1))[:size]
        times.append(seconds(lambda text=text: run(text)))
        if times[-1] > limit:
            break
    before = times[-2] if len(times) > 1 else times[-1]
    return times[-1] / max(before, 1e-4), times[-1], sizes[len(times) - 1]


def cases(only: str | None) -> Iterator[tuple[str, Callable[[str], object], tuple[int, ...]]]:
    if only != "components":
        for name, pattern in expressions().items():
            yield name, lambda text, p=pattern: sum(1 for _ in p.finditer(text)), (2_500, 10_000, 40_000)
            if pattern.pattern.endswith("$") or "fullmatch" in name:
                yield f"{name} (match)", lambda text, p=pattern: p.match(text), (2_500, 10_000, 40_000)
    if only != "expressions":
        from helpers.cleaning import clean

        nlp = german()
        yield "cleaning", clean, (5_000, 20_000, 80_000)
        yield "tokens", nlp.make_doc, (5_000, 20_000, 80_000)
        yield from ((name, _component(nlp, name), (5_000, 20_000, 80_000)) for name in COMPONENTS)


def _component(nlp, name: str) -> Callable[[str], object]:
    return nlp


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--least", type=float, default=0.2, help="seconds below which a line is not shown")
    parser.add_argument("--limit", type=float, default=5.0, help="seconds after which a case does not grow further")
    parser.add_argument("--only", choices=["components", "expressions"])
    options = parser.parse_args()
    for name, run, sizes in cases(options.only):
        for piece in PIECES:
            ratio, took, size = growth(run, piece, sizes, options.limit)
            if took >= options.least:
                print(f"{ratio:6.1f}x {took:7.2f} s {size:>7,} characters  {name}  {piece!r}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
