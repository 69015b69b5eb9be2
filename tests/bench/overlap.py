"""Prints what overlap finds of planted reuse: python tests/bench/overlap.py BENCH."""

import sys
from pathlib import Path
from time import process_time

from lines import heading, line
from many import many
from planted import SHARES, corpus, scores, texts

from helpers import overlap

TARGETS = {f"recall at {share:.0%}": ".98" for share in SHARES if share >= 0.25}
TARGETS |= {"pair precision": ".98", "passage characters F1": ".95"}


def main(bench: Path) -> None:
    articles, planted = corpus(texts(bench), each=40)
    heading(f"overlap: {len(planted)} planted among {len(articles)} articles")
    for measure, value in scores(articles, planted).items():
        target = next((wanted for name, wanted in TARGETS.items() if measure.endswith(name)), "")
        line(measure, f"{value:.3f}", target)
    thousand = many(bench, 1000)
    for name, target in (("similarity", ""), ("pairs", ""), ("passages", "10 s"), ("verdicts", "")):
        before = process_time()
        getattr(overlap, name)(thousand)
        line(f"{name} of 1,000 articles, processor time", f"{process_time() - before:.1f} s", target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
