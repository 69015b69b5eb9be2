"""Prints how fast articles are parsed and compared, as ratios within one run, beside their targets.

usage: scale.py BENCH [--parse 400] [--stream 300 1500] [--pairs 10000]      full size: --parse 1000 --stream 1000 20000
--pairs 50000. sparse_dot_topn is measured where it is installed. Times are processor seconds but for the two workers.
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
from many import in_parts, many

from helpers import parse, parse_dataset
from helpers.corpus import parse_chunk
from helpers.overlap.nearest import alike
from helpers.overlap.vectors import vectors
from helpers.pipeline import german

THRESHOLD, TOP, CHUNK = 0.2, 10, 500  # pairs; articles of one chunk of the full product
PART = 500  # articles streamed at a time
BEGIN = [("0", "Polen liefert 30 Panzer.", None)]  # loads what is loaded once


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("bench", type=Path)
    options.add_argument("--parse", type=int, default=400)
    options.add_argument("--stream", type=int, nargs=2, default=(300, 1500))
    options.add_argument("--pairs", type=int, default=10_000)
    options.add_argument("--streamed", type=int, help=argparse.SUPPRESS)  # one measurement in a process of its own
    chosen = options.parse_args()
    if chosen.streamed:
        print(*_streamed(chosen.bench, chosen.streamed))
        return
    _parsing(chosen.bench, chosen.parse)
    _streaming(chosen.bench, *chosen.stream)
    _pairs(chosen.bench, chosen.pairs)


def _row(what: str, found: str, target: str) -> None:
    print(f"  {what:58} {found:>14}   target {target}", flush=True)


def _parsing(bench: Path, count: int) -> None:
    articles = many(bench, count)
    make_doc = german().make_doc
    tokens = sum(len(make_doc(text)) for text in articles["text"])
    parse_chunk(BEGIN)
    before = perf_counter()
    cold = _cost(lambda: parse(articles, progress=False))
    alone = perf_counter() - before
    before = perf_counter()
    parse(articles, workers=2, progress=False)
    together = perf_counter() - before
    print(f"parse: {count} articles, {tokens} tokens")
    _row("tokens a second on one core", f"{tokens / cold:,.0f}", "10,000")
    _row("times faster with two workers, their start included", f"{alone / together:.2f}", "1.7")


def _streaming(bench: Path, few: int, lots: int) -> None:
    print(f"streamed to Parquet: {few} and {lots} articles")
    (small, _), (large, peak) = (
        map(float, subprocess.check_output([sys.executable, __file__, bench, "--streamed", str(n)]).split())
        for n in (few, lots)
    )
    _row("time an article among many against among few", f"{large / small:.2f}", "1.15 at 20,000 and 1,000")
    _row("most memory", f"{peak:,.0f} MB", "2,000 MB at 100,000")


def _streamed(bench: Path, count: int) -> tuple[float, float]:
    """Seconds an article (the making of the articles included), and the most memory in MB."""
    parse_chunk(BEGIN)
    with tempfile.TemporaryDirectory() as folder:
        seconds = _cost(lambda: parse_dataset(in_parts(bench, count, PART), folder, progress=False))
    return seconds / count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _pairs(bench: Path, count: int) -> None:
    weights = vectors(many(bench, count))
    print(f"pairs: {count} articles, threshold {THRESHOLD}, top {TOP}, one core")
    ours = _cost(lambda: alike(weights, THRESHOLD, TOP))
    _row("times faster than linear_kernel in chunks", f"{_cost(lambda: _full(weights)) / ours:.2f}", "2 at 50,000")
    try:
        from sparse_dot_topn import sp_matmul_topn
    except ImportError:
        _row("times faster than sparse_dot_topn", "not installed", "1 at 50,000")
        return
    theirs = _cost(lambda: sp_matmul_topn(weights, weights.T, top_n=TOP + 1, threshold=THRESHOLD, n_threads=1))
    _row("times faster than sparse_dot_topn", f"{theirs / ours:.2f}", "1 at 50,000")


def _full(weights) -> int:
    """The same pairs from the full product, as scikit-learn would have it."""
    from sklearn.metrics.pairwise import linear_kernel

    found = 0
    for start in range(0, weights.shape[0], CHUNK):
        cosine = linear_kernel(weights[start : start + CHUNK], weights)
        near = np.argpartition(-cosine, min(TOP, cosine.shape[1] - 1), axis=1)[:, : TOP + 1]
        found += int((np.take_along_axis(cosine, near, axis=1) >= THRESHOLD).sum())
    return found


def _cost(work: Callable) -> float:
    before = process_time()
    work()
    return process_time() - before


if __name__ == "__main__":
    main()
