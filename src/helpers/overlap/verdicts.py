"""How two articles relate: pairs and their passages → a verdict with its reasons and, where anything shows it, who
took from whom."""

import re
from functools import cache

import pandas as pd

from .. import lexicon
from .reuse import passages, with_shares
from .vectors import alike, cosines, vectors
from .words import quoted, table

COPIED = 0.08  # share of either text, quotes aside, that stands word for word in the other: less is a phrase
REWRITTEN = 0.4  # TF-IDF cosine, direct quotes left out, of two texts that tell one story in other words
DAYS = 3  # two articles further apart do not tell one story, however alike their words (match reports, follow-ups)
CONTAINED, HOLDS_MORE = 0.8, 1.5  # one text stands in the other, which is so many times as long
VERDICTS = ("agency copy", "copied with edits", "rewritten", "shared quote only", "independent")
COLUMNS = {
    "article_a": "string", "article_b": "string", "outlet_a": "string", "outlet_b": "string",
    "similarity": "float64", "share_a": "float64", "share_b": "float64", "copied": "float64",
    "passages": "int64", "quotes": "int64",
    "verdict": "string", "direction": "string", "reasons": "string",
}  # fmt: skip


def verdicts(corpus, threshold: float = 0.2, top: int | None = 10) -> pd.DataFrame:
    """One row per pair of articles that are alike or share a passage, closest first.

    Columns article_a, article_b, outlet_a, outlet_b, similarity (direct quotes left out), share_a, share_b, copied
    (share of the more copied article, what stands in quotation marks aside), passages and quotes (how many passages;
    how many of them merely quote the same words), verdict (agency copy · copied with edits · rewritten · shared quote
    only · independent), direction (a → b, b → a or undecidable) and reasons (English: what the verdict and the
    direction rest on). `corpus` is a Corpus or an articles table; without a quotes table quotes are known by their
    marks. `threshold` and `top` as in `pairs`; pairs that share a passage are rows in any case."""
    articles = table(corpus)
    shared = passages(corpus)
    near = _near(corpus, shared, threshold, top)
    near = with_shares(near, articles, shared)
    near = near.join(_copied(shared, articles, getattr(corpus, "quotes", None)), on=["article_a", "article_b"])
    near["copied"] = near["copied"].fillna(0.0)
    facts = articles.set_index("article_id").reindex(columns=["outlet", "published", "text"])
    credited = {name: agencies(text) for name, text in facts["text"].items()}
    by_pair = dict(list(shared.groupby(["article_a", "article_b"])))
    rows = [
        _row(pair, by_pair.get((pair.article_a, pair.article_b), shared.iloc[:0]), facts, credited)
        for pair in near.itertuples(index=False)
    ]
    found = pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)
    found["rank"] = found["verdict"].map({verdict: rank for rank, verdict in enumerate(VERDICTS)})
    found["closest"] = -found[["share_a", "share_b", "similarity"]].max(axis=1)
    found = found.sort_values(["rank", "closest", "article_a", "article_b"], ignore_index=True)
    return found[list(COLUMNS)]


def _copied(shared: pd.DataFrame, articles: pd.DataFrame, quotes: pd.DataFrame | None) -> pd.Series:
    """Per pair, the share of its more copied article that stands in the other, words in quotation marks aside."""
    spans = dict(zip(articles["article_id"], quoted(articles, quotes), strict=True))
    length = articles.set_index("article_id")["text"].str.len()
    pairs = [shared["article_a"], shared["article_b"]]
    sides = []
    for side in "ab":
        ends = zip(shared[f"article_{side}"], shared[f"start_{side}"], shared[f"end_{side}"], strict=True)
        outside = [_outside(start, end, spans[name]) / length[name] for name, start, end in ends]
        sides.append(pd.Series(outside, index=shared.index, dtype=float).groupby(pairs).sum())
    return pd.concat(sides, axis=1).max(axis=1).clip(upper=1).rename("copied")


def _outside(start: int, end: int, spans: list[tuple[int, int]]) -> int:
    """Characters of a passage that no quote covers."""
    return max(end - start - sum(max(min(end, last) - max(start, first), 0) for first, last in spans), 0)


def agencies(text: str) -> frozenset[str]:
    """The news agencies a text credits or cites, by the names in lexicon/agencies.csv."""
    return frozenset(agency for agency, pattern in _patterns() if pattern.search(text))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern], ...]:
    return tuple(
        (row["agency"], re.compile(rf"(?<![\w-]){re.escape(row['form'])}(?![\w-])")) for row in lexicon.rows("agencies")
    )


def _near(corpus, shared: pd.DataFrame, threshold: float, top: int | None) -> pd.DataFrame:
    """Pairs that are alike, and those that share a passage, each with its similarity."""
    articles = table(corpus)
    weights = vectors(corpus, mask=getattr(corpus, "quotes", None))
    names = articles["article_id"].to_numpy()
    alike_pairs = alike(weights, threshold, top)
    place = {name: at for at, name in enumerate(names)}
    sharing = shared[["article_a", "article_b"]].map(place.get).set_axis(["a", "b"], axis=1)
    both = pd.concat([alike_pairs[["a", "b"]], sharing]).drop_duplicates().astype(int).to_numpy()
    a, b = both[:, 0], both[:, 1]
    return pd.DataFrame({"article_a": names[a], "article_b": names[b], "similarity": cosines(weights, a, b)})


def _row(pair, shared: pd.DataFrame, facts: pd.DataFrame, credited: dict) -> tuple:
    """The row of one pair; `shared` its passages, `facts` outlet, date and text of each article."""
    quotes = int(shared["quote"].sum())
    agency = sorted(credited[pair.article_a] & credited[pair.article_b])
    words = shared.loc[~shared["quote"], "text"].str.split().str.len()
    apart = _days_apart(pair, facts)
    reasons = []
    if pair.copied >= COPIED:
        verdict = "agency copy" if agency else "copied with edits"
        larger, other = ("a", "b") if pair.share_a >= pair.share_b else ("b", "a")
        share, smaller = getattr(pair, f"share_{larger}"), getattr(pair, f"share_{other}")
        reasons += [f"{share:.0%} of {larger} stands in {other}, {smaller:.0%} of {other} in {larger}"]
        reasons += [f"{len(words)} passage{'s' * (len(words) != 1)}, the longest of {words.max()} words"]
    elif pair.similarity >= REWRITTEN and (apart is None or apart <= DAYS):
        verdict = "rewritten"
        reasons += [
            f"similar terms (cosine {pair.similarity:.2f}), yet {max(pair.share_a, pair.share_b):.0%} word for word"
        ]
    elif quotes and quotes == len(shared):
        verdict = "shared quote only"
        reasons += [f"all {quotes} shared passage{'s' * (quotes != 1)} stand in quotation marks in both"]
    else:
        verdict = "independent"
        reasons += [f"cosine {pair.similarity:.2f}, {max(pair.share_a, pair.share_b):.0%} word for word"]
        reasons += [f"{apart} days apart"] if apart and apart > DAYS else []
    if agency:
        reasons.append(f"both credit {', '.join(agency)}")
    direction, why = "undecidable", None
    if verdict in ("copied with edits", "rewritten", "agency copy"):
        direction, why = _direction(pair, facts, verdict)
    reasons += [why] if why else []
    outlets = (facts.at[pair.article_a, "outlet"], facts.at[pair.article_b, "outlet"])
    return (
        pair.article_a, pair.article_b, *outlets, pair.similarity, pair.share_a, pair.share_b, pair.copied, len(shared),
        quotes, verdict, direction, "; ".join(reasons),
    )  # fmt: skip


def _days_apart(pair, facts: pd.DataFrame) -> int | None:
    dates = facts.loc[[pair.article_a, pair.article_b], "published"]
    return abs((dates.iloc[0] - dates.iloc[1]).days) if dates.notna().all() else None


def _direction(pair, facts: pd.DataFrame, verdict: str) -> tuple[str, str]:
    """Who took from whom and what shows it. Two copies of one agency text owe each other nothing; the earlier article
    is the source unless it holds only part of what the later one has; without dates the article that wholly contains
    the other and holds much more is the source."""
    if verdict == "agency copy":
        return "undecidable", "both may go back to the agency"
    dates = facts.loc[[pair.article_a, pair.article_b], "published"]
    holder = _holder(pair, facts["text"])
    if dates.notna().all() and dates.iloc[0] != dates.iloc[1]:
        first = "a" if dates.iloc[0] < dates.iloc[1] else "b"
        if verdict == "copied with edits" and holder not in (None, first):
            return "undecidable", f"{first} came first, but {holder} holds all of it and more"
        return _arrow(first), f"{first} came first"
    if verdict == "copied with edits" and holder:
        return _arrow(holder), f"{holder} holds all of the other and more"
    return "undecidable", "no dates that differ and neither contains the other"


def _arrow(source: str) -> str:
    return "a → b" if source == "a" else "b → a"


def _holder(pair, text: pd.Series) -> str | None:
    """The side that contains the other and is much longer, or None."""
    length_a, length_b = len(text[pair.article_a]), len(text[pair.article_b])
    if pair.share_b >= CONTAINED and length_a >= HOLDS_MORE * length_b:
        return "a"
    if pair.share_a >= CONTAINED and length_b >= HOLDS_MORE * length_a:
        return "b"
    return None
