"""Prints what overlap finds of planted reuse and how fast: python tests/bench/overlap.py [BENCH]."""

import sys
from pathlib import Path
from time import process_time

import pandas as pd
from planted import corpus, scores, texts

from helpers import overlap


def main(bench: str = "../shared/bench") -> None:
    articles, planted = corpus(texts(Path(bench)), each=40)
    print(f"overlap: {len(planted)} planted among {len(articles)} articles")
    for name, value in scores(articles, planted).items():
        print(f"  {name:26} {value:.3f}")
    thousand = pd.concat([articles] * (1000 // len(articles) + 1)).head(1000)
    thousand = thousand.assign(article_id=[f"{n:04}" for n in range(1000)])
    for name in ("similarity", "pairs", "passages", "verdicts"):
        start = process_time()
        getattr(overlap, name)(thousand)
        print(f"  {name} of 1,000 articles: {process_time() - start:.1f} s")


if __name__ == "__main__":
    main(*sys.argv[1:])
