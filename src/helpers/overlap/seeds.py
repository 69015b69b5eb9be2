"""Runs of SEED words that two articles share: word sequences → article a, word in a, article b, word in b."""

from collections.abc import Iterator

import numpy as np

SEED = 4  # words
PARTNERS = 64  # articles each occurrence of a seed is joined with, where very many share it
REPEATS = 2  # occurrences of one seed that count within an article
AT_ONCE = 5_000  # pairs of articles looked at together: bounds the memory

Shared = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]  # article a, its word, article b, its word; a < b


def shared_seeds(sequences: list[np.ndarray], only: set[tuple[int, int]] | None = None) -> Iterator[Shared]:
    """Every seed that two articles share, the seeds of one pair of articles together; with `only`, of those pairs."""
    seed, article, word = _seeds(sequences)
    if only is None:
        yield _of_all(seed, article, word)
        return
    by_article = np.lexsort((word, seed, article))
    seed, article, word = seed[by_article], article[by_article], word[by_article]
    bounds = np.searchsorted(article, np.arange(len(sequences) + 1))
    pairs = np.array(sorted(only), int).reshape(-1, 2)
    for start in range(0, len(pairs), AT_ONCE):
        yield _of_pairs(pairs[start : start + AT_ONCE], bounds, seed, word)


def _seeds(sequences: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Number, article and first word of every seed that may stand in another article, in order."""
    windows = [np.lib.stride_tricks.sliding_window_view(s, SEED) for s in sequences if len(s) >= SEED]
    if not windows:
        return (np.array([], int),) * 3
    lengths = np.array([max(len(s) - SEED + 1, 0) for s in sequences])
    article = np.repeat(np.arange(len(sequences)), lengths)
    word = np.concatenate([np.arange(n) for n in lengths])
    seed = _numbers(np.concatenate(windows))
    again = np.bincount(seed)[seed] > 1
    seed, article, word = seed[again], article[again], word[again]
    in_order = np.lexsort((word, article, seed))
    seed, article, word = seed[in_order], article[in_order], word[in_order]
    few = _rank(seed * len(sequences) + article) < REPEATS
    return seed[few], article[few], word[few]


def _of_all(seed: np.ndarray, article: np.ndarray, word: np.ndarray) -> Shared:
    """Each occurrence with those that follow it in the order of articles, up to PARTNERS of them."""
    found = [(np.array([], int),) * 4]
    here = np.arange(len(seed))
    for step in range(1, PARTNERS * REPEATS):
        here = here[: np.searchsorted(here, len(seed) - step)]
        here = here[seed[here] == seed[here + step]]
        other = here[article[here] != article[here + step]]
        found.append((article[other], word[other], article[other + step], word[other + step]))
    return tuple(np.concatenate(column) for column in zip(*found, strict=True))


def _of_pairs(pairs: np.ndarray, bounds: np.ndarray, seed: np.ndarray, word: np.ndarray) -> Shared:
    """The seeds of some pairs: those of b looked up among those of a, pair by pair in one sorted array."""
    many = int(seed.max(initial=0)) + 1
    (at_a, pair_a), (at_b, pair_b) = (_rows(pairs[:, side], bounds) for side in (0, 1))
    key_a, key_b = pair_a * many + seed[at_a], pair_b * many + seed[at_b]
    first, last = np.searchsorted(key_a, key_b, side="left"), np.searchsorted(key_a, key_b, side="right")
    found = []
    for repeat in range(REPEATS):
        there = np.flatnonzero(first + repeat < last)
        pair, i = pair_b[there], at_a[first[there] + repeat]
        found.append((pairs[pair, 0], word[i], pairs[pair, 1], word[at_b[there]]))
    return tuple(np.concatenate(column) for column in zip(*found, strict=True))


def _rows(articles: np.ndarray, bounds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The places of all seeds of each of these articles, one article after another, and which of them it is."""
    counts = bounds[articles + 1] - bounds[articles]
    which = np.repeat(np.arange(len(articles)), counts)
    return bounds[articles][which] + _rank(which), which


def _numbers(windows: np.ndarray) -> np.ndarray:
    """One number per distinct window, exact (no hashing): two columns at a time."""
    number = windows[:, 0].astype(np.int64)
    for column in range(1, windows.shape[1]):
        word = windows[:, column].astype(np.int64)
        number = np.unique(number * (word.max() + 1) + word, return_inverse=True)[1].astype(np.int64)
    return number


def _rank(keys: np.ndarray) -> np.ndarray:
    """0, 1, 2 … within each run of equal keys."""
    first = np.flatnonzero(np.concatenate([[True], np.diff(keys) != 0]))
    return np.arange(len(keys)) - np.repeat(first, np.diff(np.append(first, len(keys))))
