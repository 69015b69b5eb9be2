"""Where two texts run the same: word sequences of many articles → aligned spans that survive small edits.

Seed and extend, as text alignment does it since BLAST (Altschul et al. 1990) and, for reused text, Sanchez-Perez,
Sidorov and Gelbukh 2014 (“A Winning Approach to Text Alignment for Text Reuse Detection at PAN”):
seeds are shared runs of SEED words; seeds on one diagonal join to blocks; blocks that lie close together in both
texts, in whatever order (a clause may have moved), join to a passage; its ends reach on over single changed words.
"""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from .seeds import SEED, Shared, shared_seeds

GAP = 8  # words that may differ between two blocks of one passage
SKIP = 3  # words that may differ at the end of a passage before it goes on
SKIPS = sorted(((p, q) for p in range(SKIP + 1) for q in range(SKIP + 1)), key=lambda skip: (max(skip), sum(skip)))
FEWEST_WORDS = 8  # that a passage shares
DENSITY = 0.5  # share of a passage's words that the other side has too

Passage = tuple[int, int, int, int]  # first and last+1 word in a, first and last+1 word in b


def align(
    sequences: list[np.ndarray], only: set[tuple[int, int]] | None = None
) -> Iterator[tuple[int, int, list[Passage]]]:
    """For every two articles a < b that share a passage: a, b and their passages, in order.

    `sequences` holds one array of word numbers per article, `only` limits the pairs looked at."""
    for seeds in shared_seeds(sequences, only):
        for (a, b), blocks in _pairs(len(sequences), seeds):
            found = [passage for cluster in _clusters(blocks, GAP) for passage in _dense(cluster, GAP)]
            if found:
                yield a, b, _without_doubles([_extend(sequences[a], sequences[b], passage) for passage in found])


def _pairs(articles: int, seeds: Shared) -> Iterator[tuple[tuple[int, int], list]]:
    """Article pairs with enough seeds in common, with their blocks (first word in a, first word in b, words)."""
    a, i, b, j = seeds
    if not len(a):
        return
    key = a.astype(np.int64) * articles + b
    in_order = np.lexsort((i, i - j, key))
    key, i, j = key[in_order], i[in_order], j[in_order]
    first = np.ones(len(key), bool)
    first[1:] = (np.diff(key) != 0) | (np.diff(i - j) != 0) | (np.diff(i) > 1)
    starts = np.flatnonzero(first)
    lengths = np.diff(np.append(starts, len(key))) + SEED - 1
    found = defaultdict(list)
    for pair, x, y, length in zip(
        key[starts].tolist(), i[starts].tolist(), j[starts].tolist(), lengths.tolist(), strict=True
    ):
        found[pair].append((x, y, length))
    for pair, blocks in found.items():
        if sum(length for _, _, length in blocks) >= FEWEST_WORDS:
            yield divmod(pair, articles), blocks


def _clusters(blocks: list, gap: int) -> list[list]:
    """Blocks that lie within `gap` words of each other in a and in b, whatever their order there: cut where a leaves
    a gap, cut the parts where b leaves one, until nothing is left to cut."""
    for side in (0, 1):
        blocks = sorted(blocks, key=lambda block: (block[side], block[1 - side]))
        parts, end = [[]], None
        for block in blocks:
            if end is not None and block[side] - end > gap:
                parts.append([])
            parts[-1].append(block)
            end = max(end or 0, block[side] + block[2])
        if len(parts) > 1:
            return [cluster for part in parts for cluster in _clusters(part, gap)]
    return [blocks]


def _dense(cluster: list, gap: int) -> Iterator[Passage]:
    """The passage of a cluster, or those of its parts where too much in it differs."""
    passage = (
        min(x for x, _, _ in cluster), max(x + n for x, _, n in cluster),
        min(y for _, y, _ in cluster), max(y + n for _, y, n in cluster),
    )  # fmt: skip
    shared = min(_covered([(x, x + n) for x, _, n in cluster]), _covered([(y, y + n) for _, y, n in cluster]))
    longest = max(passage[1] - passage[0], passage[3] - passage[2])
    if shared < FEWEST_WORDS:
        return
    if shared >= DENSITY * longest:
        yield passage
    elif gap > 0:
        for part in _clusters(cluster, gap // 2):
            yield from _dense(part, gap // 2)


def _covered(spans: list[tuple[int, int]]) -> int:
    covered, end = 0, 0
    for start, stop in sorted(spans):
        covered += max(stop - max(start, end), 0)
        end = max(end, stop)
    return covered


def _extend(left: np.ndarray, right: np.ndarray, passage: Passage) -> Passage:
    """The passage with its ends moved outwards over up to SKIP differing words, as long as two equal words follow."""
    a0, a1, b0, b1 = passage
    forward = _reach(left[a1:], right[b1:])
    backward = _reach(left[:a0][::-1], right[:b0][::-1])
    return a0 - backward[0], a1 + forward[0], b0 - backward[1], b1 + forward[1]


def _reach(left: np.ndarray, right: np.ndarray) -> tuple[int, int]:
    left, right, x, y = left.tolist(), right.tolist(), 0, 0
    while True:
        for p, q in SKIPS:
            run = 0
            while x + p + run < len(left) and y + q + run < len(right) and left[x + p + run] == right[y + q + run]:
                run += 1
            if run >= 2 or (run == 1 and p == q == 0):
                x, y = x + p + run, y + q + run
                break
        else:
            return x, y


def _without_doubles(passages: list[Passage]) -> list[Passage]:
    """In order; of two passages that overlap on both sides only the longer, and none inside another on one side."""
    kept = []
    for passage in sorted(set(passages), key=lambda p: (p[0] - p[1], p)):
        if not any(_inside(passage, other) for other in kept):
            kept.append(passage)
    return sorted(kept)


def _inside(passage: Passage, other: Passage) -> bool:
    a0, a1, b0, b1 = passage
    in_a = min(a1, other[1]) - max(a0, other[0])
    in_b = min(b1, other[3]) - max(b0, other[2])
    return in_a > (a1 - a0) / 2 or in_b > (b1 - b0) / 2
