"""Which articles tell one story: pairs that repeat each other → groups; a text printed ten times counts once."""

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from .verdicts import REWRITTEN, verdicts
from .words import table

COPIES = ("agency copy", "copied with edits", "rewritten")
MUCH = 0.3  # share of an article that must be copied: one sentence in common does not make one story


def stories(corpus, found: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row per article: article_id, story (1 is the largest), size (articles of that story), weight (1 / size: what
    the article counts where every story counts once).

    Articles belong to one story where a chain of copies or rewritings joins them, each of much of an article. `found`
    is the table of `verdicts` where it is at hand."""
    names = list(table(corpus)["article_id"])
    found = verdicts(corpus) if found is None else found
    close = (found["copied"] >= MUCH) | (found["similarity"] >= REWRITTEN)
    joined = found[found["verdict"].isin(COPIES) & close]
    place = {name: at for at, name in enumerate(names)}
    ends = joined["article_a"].map(place).to_numpy(int), joined["article_b"].map(place).to_numpy(int)
    graph = sparse.coo_array((np.ones(len(joined)), ends), shape=(len(names), len(names)))
    label = connected_components(graph, directed=False)[1] if names else []
    grouped = pd.DataFrame({"article_id": pd.Series(names, dtype="string"), "label": label})
    grouped["size"] = grouped.groupby("label")["label"].transform("size").astype("int64")
    grouped["first"] = grouped.groupby("label")["article_id"].transform("min")
    grouped = grouped.sort_values(["size", "first", "article_id"], ascending=[False, True, True], ignore_index=True)
    grouped["story"] = pd.factorize(grouped["first"])[0] + 1
    grouped["weight"] = 1 / grouped["size"]
    return grouped[["article_id", "story", "size", "weight"]]
