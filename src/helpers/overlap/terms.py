"""What one source says and the others don't: articles → distinctive terms."""

from collections import Counter, defaultdict

import numpy as np
import pandas as pd

from .words import WORD, lemmas, table

RARE = 2  # a term must stand this often in a source to be its own
PRIOR = 500.0  # terms' worth of evidence the whole corpus counts for


def distinctive(articles, by: str = "outlet", top: int = 10) -> pd.DataFrame:
    """One row per source and term, most distinctive first: <by>, term (in its commonest spelling), count, elsewhere
    (in all other sources), score.

    `by` is outlet or article_id; articles without an outlet are left out. Score: z of the log-odds ratio with the
    whole corpus as informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, “Fightin' Words”); only terms above 0.
    """
    articles = table(articles)
    counts, spelling = _counts(articles, by)
    whole = sum(counts.values(), Counter())
    total = sum(whole.values())
    rows = []
    for source, own in sorted(counts.items()):
        scored = [
            (source, spelling[term].most_common(1)[0][0], n, whole[term] - n,
             _score(n, own.total(), whole[term] - n, total - own.total(), PRIOR * whole[term] / total))
            for term, n in own.items() if n >= RARE
        ]  # fmt: skip
        scored = sorted((row for row in scored if row[4] > 0), key=lambda row: (-row[4], row[1]))
        rows += scored[:top]
    dtypes = {by: "string", "term": "string", "count": "int64", "elsewhere": "int64", "score": "float64"}
    return pd.DataFrame(rows, columns=list(dtypes)).astype(dtypes)


def _counts(articles: pd.DataFrame, by: str) -> tuple[dict[str, Counter], dict[str, Counter]]:
    """Per source how often it uses each term; per term its spellings."""
    if by not in articles:
        return {}, {}
    counts, spelling = defaultdict(Counter), defaultdict(Counter)
    for source, text in zip(articles[by], articles["text"], strict=True):
        if pd.isna(source):
            continue
        for match in WORD.finditer(text):
            for term in lemmas(match.group())[:1]:
                counts[str(source)][term] += 1
                spelling[term][match.group()] += 1
    return counts, spelling


def _score(own: int, own_total: int, other: int, other_total: int, prior: float) -> float:
    odds = np.log((own + prior) / (own_total + PRIOR - own - prior))
    odds -= np.log((other + prior) / (other_total + PRIOR - other - prior))
    return float(odds / np.sqrt(1 / (own + prior) + 1 / (other + prior)))
