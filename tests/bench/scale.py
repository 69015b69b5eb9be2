"""Prints how fast articles are parsed and compared, as ratios within one run, beside their targets.

usage: scale.py BENCH [--parse 400] [--stream 300 1500] [--pairs 10000]      full size: --parse 1000 --stream 1000 20000
--pairs 50000. sparse_dot_topn is measured where it is installed. Times are processor seconds but for the two workers,
which need two idle processors.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
import pandas as pd
from lines import heading, line
from many import in_parts, many
from scipy import sparse

from helpers import overlap, parse, parse_dataset
from helpers.overlap.nearest import alike
from helpers.overlap.vectors import vectors
from helpers.pipeline import german

THRESHOLD, TOP, CHUNK = 0.2, 10, 500  # pairs; articles of one chunk of the full product
REPEATED = 5  # times that a step of a second or two is taken; the shortest counts
PART = 500  # articles streamed at a time
BEGIN = pd.DataFrame({"article_id": ["0"], "text": ["Polen liefert 30 Panzer."]})  # loads what is loaded once


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("bench", type=Path)
    options.add_argument("--parse", type=int, default=400)
    options.add_argument("--stream", type=int, nargs=2, default=(300, 1500))
    options.add_argument("--pairs", type=int, default=10_000)
    options.add_argument("--only", choices=ALONE, help=argparse.SUPPRESS)  # one measurement in a process of its own
    options.add_argument("--count", type=int, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.only:
        print(*ALONE[chosen.only](chosen.bench, chosen.count))
        return
    _parsing(chosen.bench, chosen.parse)
    _streaming(chosen.bench, *chosen.stream)
    _pairs(chosen.bench, chosen.pairs)


def _parsing(bench: Path, count: int) -> None:
    (seconds, alone, tokens), (_, together, _) = (_alone(which, bench, count) for which in ("one", "two"))
    heading(f"parse: {count:,} articles, {tokens:,.0f} tokens")
    line("tokens a second on one core", f"{tokens / seconds:,.0f}", "10,000")
    line("times faster with two workers, their start included", f"{alone / together:.2f}", "1.7 on two idle processors")


def _parsed(bench: Path, count: int, workers: int) -> tuple[float, float, int]:
    """Seconds of this process and on the clock, and how many tokens."""
    articles = many(bench, count)
    make_doc = german().make_doc
    tokens = sum(len(make_doc(text)) for text in articles["text"])
    parse(BEGIN)
    before = perf_counter()
    seconds = _cost(lambda: parse(articles, workers=workers, progress=False))
    return seconds, perf_counter() - before, tokens


def _streaming(bench: Path, few: int, lots: int) -> None:
    (small, _), (large, peak) = (_alone("streamed", bench, count) for count in (few, lots))
    heading(f"streamed to Parquet: {few:,} and {lots:,} articles")
    line("time an article among many against among few", f"{large / small:.2f}", "1.15 at 20,000 and 1,000")
    line("most memory", f"{peak:,.0f} MB", "2,000 MB at 100,000")


def _streamed(bench: Path, count: int) -> tuple[float, float]:
    """Seconds an article (the making of the articles included), and the most memory in MB."""
    parse(BEGIN)
    with tempfile.TemporaryDirectory() as folder:
        seconds = _cost(lambda: parse_dataset(in_parts(bench, count, PART), folder, progress=False))
    return seconds / count, _most_memory()


def _pairs(bench: Path, count: int) -> None:
    weights = vectors(many(bench, count))
    half = vectors(many(bench, count // 2))
    heading(f"pairs: {count:,} articles, threshold {THRESHOLD}, top {TOP}")
    exact, seconds = _timed(lambda: _set(alike(weights, THRESHOLD, TOP, exact=True)))
    full, theirs = _timed(lambda: _full(weights))
    line("times faster than linear_kernel in chunks", f"{theirs / seconds:.2f}", "2 at 50,000")
    line("pairs that only one of the two finds, but for ties at the tenth place",
         f"{sum(not _tied(weights, *pair) for pair in exact ^ full)}", f"0 of {len(full):,}")  # fmt: skip
    line("times faster than sparse_dot_topn", _against_topn(weights, seconds), "1 at 50,000")
    pruned = _set(alike(weights, THRESHOLD, TOP, exact=False))
    seconds, of_half = (
        min(_timed(lambda some=some: alike(some, THRESHOLD, TOP, exact=False))[1] for _ in range(REPEATED))
        for some in (weights, half)
    )
    line("pairs found by heavy shared terms alone", f"{len(pruned & exact) / len(exact):.4f}", ".995")
    line("times as long for twice as many articles, by heavy terms", f"{seconds / of_half:.2f}", "2.5")
    seconds, peak = _alone("paired", bench, count)
    line("all of `pairs`, processor time", f"{seconds:.0f} s")
    line("all of `pairs`, most memory", f"{peak:,.0f} MB", "2,000 MB at 50,000")


def _paired(bench: Path, count: int) -> tuple[float, float]:
    articles = many(bench, count)
    return _cost(lambda: overlap.pairs(articles, THRESHOLD, TOP, exact=True)), _most_memory()


def _full(weights) -> set[tuple[int, int]]:
    """The same pairs from the full product, as scikit-learn would have it."""
    from sklearn.metrics.pairwise import linear_kernel

    found = set()
    for start in range(0, weights.shape[0], CHUNK):
        cosine = linear_kernel(weights[start : start + CHUNK], weights)
        cosine[np.arange(len(cosine)), np.arange(start, start + len(cosine))] = 0
        near = np.argpartition(-cosine, min(TOP, cosine.shape[1]) - 1, axis=1)[:, :TOP]
        a, place = np.nonzero(np.take_along_axis(cosine, near, axis=1) >= THRESHOLD)
        b = near[a, place]
        found |= set(zip(np.minimum(a + start, b).tolist(), np.maximum(a + start, b).tolist(), strict=True))
    return found


def _tied(weights, a: int, b: int) -> bool:
    """Whether two articles are just as alike as another pair that takes the last place of either."""
    alike_to = (weights[[a, b]] @ weights.T).toarray()
    alike_to[[0, 1], [a, b]] = 0
    tenth = np.sort(alike_to, axis=1)[:, -TOP]
    return bool((np.abs(tenth - alike_to[0, b]) < 1e-9).any())


def _against_topn(weights, ours: float) -> str:
    try:
        from sparse_dot_topn import sp_matmul_topn
    except ImportError:
        return "not there"
    matrix = sparse.csr_matrix(weights)
    work = lambda: sp_matmul_topn(matrix, matrix.T, top_n=TOP + 1, threshold=THRESHOLD, n_threads=2)  # noqa: E731
    return f"{_cost(work) / ours:.2f}"


def _set(found) -> set[tuple[int, int]]:
    return set(zip(found["a"], found["b"], strict=True))


def _timed(work: Callable) -> tuple:
    """What the work gives, and its processor seconds."""
    before = process_time()
    return work(), process_time() - before


def _cost(work: Callable) -> float:
    return _timed(work)[1]


def _most_memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _alone(which: str, bench: Path, count: int) -> list[float]:
    """What one measurement prints in a process of its own: nothing is warm, and its memory is its own."""
    command = [sys.executable, __file__, bench, "--only", which, "--count", str(count)]
    return [float(number) for number in subprocess.check_output(command, text=True).splitlines()[-1].split()]


ALONE = {
    "one": lambda bench, count: _parsed(bench, count, 1),
    "two": lambda bench, count: _parsed(bench, count, 2),
    "streamed": _streamed,
    "paired": _paired,
}

if __name__ == "__main__":
    main()
