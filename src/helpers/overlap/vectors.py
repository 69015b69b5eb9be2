"""How alike articles are: articles → TF-IDF vectors, cosine matrix, most similar pairs, an order that shows groups.

TF-IDF with sublinear term frequency and smoothed document frequency (scikit-learn) over the terms of `words.py`.
"""

from collections.abc import Iterator
from itertools import combinations_with_replacement

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.cluster.hierarchy import leaves_list, linkage, optimal_leaf_ordering
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

from .words import compounds, masked, quoted, table, terms

BLOCK = 1_000  # articles: a block of the product stays in the processor's cache
MOST_FREQUENT = (25, 50, 100, 200, 300, 400, 600)  # terms that may be left out of the product
IN_COMMON = 0.9  # share of the threshold that two rows may reach by those terms alone
WHOLE = 0.03  # share of the rows that may reach more
SLACK = 1e-5  # single precision sifts, double precision decides
MOST_KEPT = 4_000_000  # pairs held before those outside every article's top are dropped


def vectors(articles, *, mask: pd.DataFrame | None = None) -> sparse.csr_array:
    """One row per article, one column per term, rows of length 1 (or 0 for a text without terms)."""
    return _weigh(_counts(_texts(articles, mask))[0])


def similarity(articles, *, mask: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row and one column per article: TF-IDF cosine from 0 to 1. `articles` is the articles table or a Corpus;
    `mask` a quotes table, whose direct quotes are then left out. For 300 articles or so; `pairs` for more."""
    weights = vectors(articles, mask=mask)
    names = pd.Index(table(articles)["article_id"], name="article_id")
    return _square(weights, names)


def outlet_similarity(articles, *, mask: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row and one column per outlet: TF-IDF cosine of everything it published; articles without one left out."""
    outlets = _outlets(table(articles))
    counts, _ = _counts(_texts(articles, mask))
    groups, names = pd.factorize(outlets.dropna(), sort=True)
    shape = (len(names), counts.shape[0])
    join = sparse.csr_array((np.ones(len(groups)), (groups, np.flatnonzero(outlets.notna()))), shape=shape)
    return _square(_weigh(join @ counts), pd.Index(names, name="outlet"))


def order(similarity: pd.DataFrame) -> pd.DataFrame:
    """The same matrix with similar rows next to each other: leaves of average-linkage clustering, ordered so that
    neighbours are as alike as they can be (Bar-Joseph, Gifford and Jaakkola 2001)."""
    if len(similarity) < 3:
        return similarity
    distance = squareform(1 - similarity.to_numpy().clip(0, 1), checks=False)
    tree = linkage(distance, method="average")
    leaves = leaves_list(optimal_leaf_ordering(tree, distance) if len(similarity) <= 500 else tree)
    return similarity.iloc[leaves, leaves]


def alike(weights: sparse.csr_array, threshold: float, top: int | None) -> pd.DataFrame:
    """One row per pair of rows a < b whose cosine reaches the threshold and that is among the `top` of either row.

    Exact. The product runs without the most frequent terms, which cost most of its time: what two rows a, b have in
    them is at most |a|·|b| (Cauchy and Schwarz, as in “L2AP”, Anastasiu and Karypis 2014), each short; pairs that could
    reach the threshold with it are then computed in full, and so are the few rows that hold much of those terms."""
    if not 0 < threshold <= 1:
        raise ValueError(f"threshold must lie above 0 and be at most 1, not {threshold}")
    kept = pd.DataFrame({"a": np.array([], int), "b": np.array([], int), "similarity": np.array([], float)})
    waiting = []
    for found in _candidates(weights, threshold):
        waiting.append(found)
        if sum(map(len, waiting)) > MOST_KEPT:
            kept, waiting = _top(pd.concat([kept, *waiting]), top), []
    kept = _top(pd.concat([kept, *waiting]), top)
    return kept.sort_values(["similarity", "a", "b"], ascending=[False, True, True], ignore_index=True)


def _candidates(weights: sparse.csr_array, threshold: float) -> Iterator[pd.DataFrame]:
    frequent, whole = _frequent(weights, threshold)
    rare = weights.astype(np.float32)
    rare.data[frequent[rare.indices] | np.repeat(whole, np.diff(rare.indptr))] = 0
    rare.eliminate_zeros()
    common = weights[:, np.flatnonzero(frequent)].astype(np.float32).toarray()
    norm = np.linalg.norm(common, axis=1)
    order = np.argsort(norm, kind="stable")  # so that the bound of a block is close to that of each of its rows
    rare, common, norm = rare[order], common[order], norm[order]
    starts = range(0, weights.shape[0], BLOCK)
    blocks = [sparse.csr_array(rare[start : start + BLOCK].T) for start in starts]
    for left, right in combinations_with_replacement(range(len(blocks)), 2):
        here, there = slice(starts[left], starts[left] + BLOCK), slice(starts[right], starts[right] + BLOCK)
        a, b, shared = _entries(rare[here] @ blocks[right], threshold - norm[here].max() * norm[there].max() - SLACK)
        a, b = a + here.start, b + there.start
        near = (shared >= threshold - norm[a] * norm[b] - SLACK) & (a < b)
        a, b, shared = a[near], b[near], shared[near]
        near = shared + np.einsum("ij,ij->i", common[a], common[b]) >= threshold - SLACK
        yield _near(weights, order[a[near]], order[b[near]], threshold)
    alone = np.flatnonzero(whole)
    for start in range(0, len(alone), BLOCK // 10):
        some = alone[start : start + BLOCK // 10]
        a, b, _ = _entries(sparse.csr_array(weights[some] @ weights.T), threshold - SLACK)
        a = some[a]
        once = ~whole[b] | (a < b)
        yield _near(weights, a[once], b[once], threshold)


def _frequent(weights: sparse.csr_array, threshold: float) -> tuple[np.ndarray, np.ndarray]:
    """Which columns are left out of the product, as many as can be, and which rows hold too much of them for that."""
    frequency = np.bincount(weights.indices, minlength=weights.shape[1])
    rank = np.empty(weights.shape[1], dtype=int)
    rank[np.argsort(-frequency, kind="stable")] = np.arange(weights.shape[1])
    row = np.repeat(np.arange(weights.shape[0]), np.diff(weights.indptr))
    chosen = np.zeros(weights.shape[1], bool), np.zeros(weights.shape[0], bool)
    for most in MOST_FREQUENT:
        frequent = rank < most
        inside = frequent[weights.indices]
        squares = np.bincount(row[inside], weights=weights.data[inside] ** 2, minlength=weights.shape[0])
        whole = squares > IN_COMMON * threshold
        if not weights.shape[0] or whole.mean() > WHOLE:
            break
        chosen = frequent, whole
    return chosen


def _entries(product: sparse.csr_array, least: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Row, column and value of the entries of at least `least`."""
    at = np.flatnonzero(product.data >= least)
    return np.searchsorted(product.indptr, at, side="right") - 1, product.indices[at], product.data[at]


def _near(weights: sparse.csr_array, a: np.ndarray, b: np.ndarray, threshold: float) -> pd.DataFrame:
    """The pairs that reach the threshold, the earlier row first."""
    a, b = np.minimum(a, b), np.maximum(a, b)
    cosine = cosines(weights, a, b)
    near = cosine >= threshold
    return pd.DataFrame({"a": a[near], "b": b[near], "similarity": cosine[near].clip(max=1)})


def cosines(weights: sparse.csr_array, a: np.ndarray, b: np.ndarray, batch: int = 50_000) -> np.ndarray:
    """The cosine of row a[k] with row b[k], for every k."""
    parts = [
        (weights[a[at : at + batch]].multiply(weights[b[at : at + batch]])).sum(axis=1)
        for at in range(0, len(a), batch)
    ]
    return np.concatenate(parts) if parts else np.array([], float)


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


def _texts(articles, mask: pd.DataFrame | None) -> list[str]:
    articles = table(articles)
    if mask is None:
        return list(articles["text"])
    return [masked(text, spans) for text, spans in zip(articles["text"], quoted(articles, mask), strict=True)]


def _counts(texts: list[str]) -> tuple[sparse.csr_array, list[str]]:
    """How often each term stands in each text (parts of compounds counted too), and the terms."""
    vectorizer = CountVectorizer(analyzer=terms)
    try:
        counts = sparse.csr_array(vectorizer.fit_transform(texts), dtype=float)
    except ValueError:  # not one term in any text
        return sparse.csr_array((len(texts), 0)), []
    vocabulary = list(vectorizer.get_feature_names_out())
    return sparse.csr_array(counts + counts @ compounds(vocabulary, counts.sum(axis=0))), vocabulary


def _weigh(counts: sparse.csr_array) -> sparse.csr_array:
    if 0 in counts.shape:
        return counts
    return sparse.csr_array(TfidfTransformer(sublinear_tf=True).fit_transform(counts))


def _square(weights: sparse.csr_array, names: pd.Index) -> pd.DataFrame:
    cosine = (weights @ weights.T).toarray().clip(0, 1)
    np.fill_diagonal(cosine, 1.0)
    return pd.DataFrame(cosine, index=names, columns=names.rename(None))


def _outlets(articles: pd.DataFrame) -> pd.Series:
    return articles["outlet"] if "outlet" in articles else pd.Series(pd.NA, index=articles.index, dtype="string")
