"""Which rows of a TF-IDF matrix are alike: vectors → pairs with their cosine.

The terms are ordered by document frequency, the most frequent first. What two articles have in common in those, as long
as they hold little of either, cannot make them alike, so the product is taken over the other terms only: a fraction of
its cost, since a term that stands in half of the articles joins a quarter of all pairs. (Bayardo, Ma and Srikant 2007,
“Scaling up all pairs similarity search”; the bound is that of Anastasiu and Karypis 2014, “L2AP”.)

Among very many articles only those are compared that share some of their heaviest terms, the rare ones that make up
most of each: a term's list of articles then holds few, however often the term stands elsewhere. (Büttcher and Clarke
2006, “A Document-Centric Approach to Static Index Pruning in Text Retrieval Systems”.)
"""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
import pandas as pd
from scipy import sparse

from .progress import bar

EXACT_UP_TO = 50_000  # articles; among more, `alike` takes only pairs that share heavy terms, unless told otherwise
BLOCK = 1_000  # articles: a block of the product stays in the processor's cache
FREQUENT = 600  # terms at most that are left out of the exact product
IN_COMMON = 0.9  # share of the threshold that two articles may reach by those terms alone
HEAVIEST = 0.5  # share of an article's squared length: the heaviest terms that make it up stand for it, where pruned
FEWEST = 20  # heaviest terms that stand for an article in any case
CANDIDATE = 0.15  # share of the threshold that two articles must then reach by those terms
SLACK = 1e-5  # single precision sifts, double precision decides
DOING = "comparing articles"
MOST_KEPT = 4_000_000  # pairs held before those outside every article's top are dropped


def alike(weights: sparse.csr_array, threshold: float, top: int | None, exact: bool | None = None) -> pd.DataFrame:
    """One row per pair of rows a < b whose cosine reaches the threshold and that is among the `top` of either row:
    a, b, similarity, most alike first.

    `exact` finds every such pair; False only those that share heavy terms, in much less time where there are very many
    articles; None is exact up to EXACT_UP_TO articles. Every similarity is exact. All processors are used.
    Raises ValueError for a threshold outside 0 to 1."""
    if not 0 < threshold <= 1:
        raise ValueError(f"threshold must lie above 0 and be at most 1, not {threshold}")
    exact = weights.shape[0] <= EXACT_UP_TO if exact is None else exact
    weights = weights.sorted_indices()  # else every comparison sorts its rows again
    kept = pd.DataFrame({"a": np.array([], int), "b": np.array([], int), "similarity": np.array([], float)})
    waiting, held = [], 0
    for a, b in _exact(weights, threshold) if exact else _sharing_heavy(weights, threshold):
        cosine = cosines(weights, a, b)
        near = cosine >= threshold
        found = {"a": np.minimum(a, b)[near], "b": np.maximum(a, b)[near], "similarity": cosine[near].clip(max=1)}
        waiting.append(pd.DataFrame(found))
        held += near.sum()
        if held > MOST_KEPT:
            kept, waiting, held = _top(pd.concat([kept, *waiting]), top), [], 0
    kept = _top(pd.concat([kept, *waiting]), top)
    return kept.sort_values(["similarity", "a", "b"], ascending=[False, True, True], ignore_index=True)


def cosines(weights: sparse.csr_array, a: np.ndarray, b: np.ndarray, batch: int = 50_000) -> np.ndarray:
    """The cosine of row a[k] with row b[k], for every k."""
    parts = [
        (weights[a[at : at + batch]].multiply(weights[b[at : at + batch]])).sum(axis=1)
        for at in range(0, len(a), batch)
    ]
    return np.concatenate(parts) if parts else np.array([], float)


def _exact(weights: sparse.csr_array, threshold: float) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Rows a, b of all pairs that may reach the threshold.

    Each row may leave out its most frequent terms up to IN_COMMON of the threshold in squared length; rows that may
    leave out alike many stand together. A block of rows is multiplied without the terms that all of its rows, and so
    all that follow, may leave out: what a and b have in them is at most |a|·|b| (Cauchy and Schwarz), each short."""
    rows = _by_frequency(weights)
    free = _frequent_part(rows, IN_COMMON * threshold)
    order = np.argsort(free, kind="stable")
    rows, free = rows[order], free[order]
    frequent = rows[:, :FREQUENT].toarray()
    columns = [sparse.csr_array(rows[start : start + BLOCK].T) for start in range(0, len(order), BLOCK)]
    steps = len(columns) * (len(columns) + 1) // 2
    squares, done = np.zeros(len(order), np.float32), 0
    with (
        ThreadPoolExecutor(os.cpu_count()) as pool,
        bar(None, DOING, "block", articles=len(order), total=steps) as done_so_far,
    ):
        for number in range(len(columns)):
            left_out = free[number * BLOCK]
            squares += (frequent[:, done:left_out] ** 2).sum(axis=1)
            done, norm = left_out, np.sqrt(squares)
            block = rows[number * BLOCK : (number + 1) * BLOCK, left_out:]
            joined = partial(_joined, block, columns, number, norm, frequent[:, :left_out], threshold)
            for a, b in pool.map(joined, range(number, len(columns))):
                yield order[a], order[b]
                done_so_far.update()


def _joined(block, columns: list, number: int, norm: np.ndarray, frequent: np.ndarray, threshold: float, other: int):
    """The pairs of one block with another that may reach the threshold, first by the bound, then by all terms."""
    here, there = slice(number * BLOCK, (number + 1) * BLOCK), slice(other * BLOCK, (other + 1) * BLOCK)
    product = block @ columns[other][frequent.shape[1] :]
    a, b, shared = _entries(product, threshold - norm[here].max() * norm[there].max() - SLACK)
    a, b = a + here.start, b + there.start
    near = (shared >= threshold - norm[a] * norm[b] - SLACK) & (a < b)
    a, b, shared = a[near], b[near], shared[near]
    near = shared + np.einsum("ij,ij->i", frequent[a], frequent[b]) >= threshold - SLACK
    return a[near], b[near]


def _sharing_heavy(weights: sparse.csr_array, threshold: float) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Rows a, b of the pairs whose heaviest terms reach CANDIDATE of the threshold."""
    rows = _by_frequency(weights)
    starts = range(0, max(rows.shape[0], 1), BLOCK)
    rows = sparse.vstack([_heaviest(rows[start : start + BLOCK]) for start in starts], format="csr")
    columns = sparse.csr_array(rows.T)

    def joined(start: int) -> tuple[np.ndarray, np.ndarray]:
        a, b, _ = _entries(rows[start : start + BLOCK] @ columns, CANDIDATE * threshold)
        return (a + start)[a + start < b], b[a + start < b]

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from bar(pool.map(joined, starts), DOING, "block", articles=rows.shape[0], total=len(starts))


def _heaviest(rows: sparse.csr_array) -> sparse.csr_array:
    """Of each row its heaviest terms: as many as it takes to make up HEAVIEST in squared length, FEWEST at least."""
    row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    falling = np.argsort(row - rows.data.astype(float), kind="stable")  # weights are at most 1: rows stay in order
    first = rows.indptr[row]
    heavier = np.concatenate([[0.0], np.cumsum(rows.data[falling].astype(float) ** 2)])
    kept = (heavier[:-1] - heavier[first] < HEAVIEST) | (np.arange(len(row)) - first < FEWEST)
    at = falling[kept]
    return sparse.csr_array((rows.data[at], (row[at], rows.indices[at])), shape=rows.shape)


def _by_frequency(weights: sparse.csr_array) -> sparse.csr_array:
    """The same rows in single precision, columns by falling document frequency; terms of one row alone are left out."""
    frequency = np.bincount(weights.indices, minlength=weights.shape[1])
    order = np.argsort(-frequency, kind="stable")
    rank = np.empty(len(order), weights.indices.dtype)
    rank[order] = np.arange(len(order))
    rows = sparse.csr_array((weights.data.astype(np.float32), rank[weights.indices], weights.indptr), weights.shape)
    rows = rows[:, : (frequency > 1).sum()]
    rows.sort_indices()
    return rows


def _frequent_part(rows: sparse.csr_array, limit: float, most: int = FREQUENT) -> np.ndarray:
    """How many columns, counted from the first, each row can do without before what it lacks passes `limit` in squared
    length; at most `most`."""
    until = np.concatenate([[0.0], np.cumsum(rows.data.astype(float) ** 2)])
    row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    over = until[1:] - until[rows.indptr[row]] > limit
    free = np.full(rows.shape[0], min(most, rows.shape[1]))
    np.minimum.at(free, row[over], rows.indices[over])
    return free


def _entries(product: sparse.csr_array, least: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Row, column and value of the entries of at least `least`."""
    at = np.flatnonzero(product.data >= least)
    return np.searchsorted(product.indptr, at, side="right") - 1, product.indices[at], product.data[at]


def _top(pairs: pd.DataFrame, top: int | None) -> pd.DataFrame:
    """Only pairs among the `top` most similar of either article; ties go to the earlier article."""
    if top is None:
        return pairs
    both = pd.concat(
        [
            pairs[["a", "b", "similarity"]],
            pairs.rename(columns={"a": "b", "b": "a"})[["a", "b", "similarity"]],
        ]
    )
    both["pair"] = np.tile(np.arange(len(pairs)), 2)
    both = both.sort_values(["a", "similarity", "b"], ascending=[True, False, True])
    return pairs.iloc[np.sort(both.groupby("a").head(top)["pair"].unique())]
