"""How alike articles are: articles → TF-IDF vectors, cosine matrix, most similar pairs, an order that shows groups.

TF-IDF with sublinear term frequency and smoothed document frequency (scikit-learn) over the terms of `words.py`.
"""

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.cluster.hierarchy import leaves_list, linkage, optimal_leaf_ordering
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

from .progress import bar
from .words import compounds, masked, quoted, table, terms


def vectors(articles, *, mask: pd.DataFrame | bool | None = None) -> sparse.csr_array:
    """One row per article, one column per term, rows of length 1 (or 0 for a text without terms)."""
    return _weigh(_counts(_texts(articles, mask))[0])


def similarity(articles, *, mask: pd.DataFrame | bool | None = None) -> pd.DataFrame:
    """One row and one column per article: TF-IDF cosine from 0 to 1, for 300 articles or so; `pairs` for more.

    `articles` is the articles table or a Corpus; `mask` a quotes table, whose direct quotes are then left out, or True:
    whatever stands in quotation marks is."""
    weights = vectors(articles, mask=mask)
    names = pd.Index(table(articles)["article_id"], name="article_id")
    return _square(weights, names)


def outlet_similarity(articles, *, mask: pd.DataFrame | bool | None = None) -> pd.DataFrame:
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


def _texts(articles, mask: pd.DataFrame | bool | None) -> list[str]:
    articles = table(articles)
    if mask is None or mask is False:
        return list(articles["text"])
    spans = quoted(articles, None if mask is True else mask)
    return [masked(text, some) for text, some in zip(articles["text"], spans, strict=True)]


def _counts(texts: list[str]) -> tuple[sparse.csr_array, list[str]]:
    """How often each term stands in each text (parts of compounds counted too), and the terms."""
    vectorizer = CountVectorizer(analyzer=terms)
    try:
        counts = sparse.csr_array(
            vectorizer.fit_transform(bar(texts, "counting terms", "article", articles=len(texts))), dtype=float
        )
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
