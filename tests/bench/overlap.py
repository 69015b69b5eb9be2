"""Prints what overlap finds of planted reuse and how fast: python tests/bench/overlap.py [BENCH]."""

import sys
from pathlib import Path
from time import perf_counter

import pandas as pd
from planted import SHARES, Reuse, corpus, texts

from helpers import overlap
from helpers.overlap.stories import COPIES


def scores(articles: pd.DataFrame, planted: list[Reuse]) -> dict[str, float]:
    """Recall of planted pairs by share, precision of the pairs called copies, F1 of the passages' characters."""
    passages = overlap.passages(articles)
    verdicts = overlap.verdicts(articles)
    copies = verdicts[verdicts["verdict"].isin(COPIES[:2])]
    called = {frozenset(pair) for pair in copies[["article_a", "article_b"]].to_numpy()}
    true = {frozenset((reuse.source, reuse.copy)): reuse for reuse in planted}
    found = {f"pair recall at {share:.0%}": _share_in(called, true, share) for share in SHARES}
    found["pair precision"] = len(called & set(true)) / max(len(called), 1)
    return found | _characters(passages, true)


def _share_in(called: set, true: dict, share: float) -> float:
    wanted = [pair for pair, reuse in true.items() if reuse.share == share]
    return sum(pair in called for pair in wanted) / max(len(wanted), 1)


def _characters(passages: pd.DataFrame, true: dict) -> dict[str, float]:
    predicted = {}
    for row in passages.itertuples():
        spans = predicted.setdefault(frozenset((row.article_a, row.article_b)), {})
        spans.setdefault(row.article_a, set()).update(range(row.start_a, row.end_a))
        spans.setdefault(row.article_b, set()).update(range(row.start_b, row.end_b))
    hits = wanted = 0
    for pair, reuse in true.items():
        for article, span in ((reuse.source, reuse.in_source), (reuse.copy, reuse.in_copy)):
            wanted += span[1] - span[0]
            hits += len(predicted.get(pair, {}).get(article, set()) & set(range(*span)))
    given = sum(len(span) for spans in predicted.values() for span in spans.values())
    precision, recall = hits / max(given, 1), hits / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"passage characters P": precision, "passage characters R": recall, "passage characters F1": f1}


def main(bench: str = "../shared/bench") -> None:
    articles, planted = corpus(texts(Path(bench)), each=40)
    print(f"overlap: {len(planted)} planted among {len(articles)} articles")
    for name, value in scores(articles, planted).items():
        print(f"  {name:26} {value:.3f}")
    thousand = pd.concat([articles] * (1000 // len(articles) + 1)).head(1000)
    thousand = thousand.assign(article_id=[f"{n:04}" for n in range(1000)])
    for name in ("similarity", "pairs", "passages", "verdicts"):
        start = perf_counter()
        getattr(overlap, name)(thousand)
        print(f"  {name} of 1,000 articles: {perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main(*sys.argv[1:])
