"""How two articles relate: pairs and their passages → a verdict with its reasons and, where anything shows it, who
took from whom."""

import re
from functools import cache
from typing import NamedTuple

import pandas as pd

from .. import organisations
from .nearest import alike, cosines
from .reuse import passages, with_shares
from .vectors import vectors
from .words import quoted, table

COPIED = 0.08  # share of either text, quotes aside, that stands word for word in the other: less is a phrase
REWRITTEN = 0.4  # TF-IDF cosine, direct quotes left out, of two texts that tell one story in other words
DAYS = 3  # two articles further apart do not tell one story, however alike their words (match reports, follow-ups)
CONTAINED, HOLDS_MORE = 0.8, 1.5  # one text stands in the other, which is so many times as long
DATELINE = re.compile(r"^[A-ZÄÖÜ][^\n()]{0,60}\(([A-Za-z]{2,8}(?:[/,-] ?[A-Za-z]{2,8}){0,3})\)", re.MULTILINE)
DATELINE_WITHIN = 500  # characters from the beginning
VERDICTS = ("agency copy", "copied with edits", "rewritten", "shared quote only", "independent")
COLUMNS = {
    "article_a": "string", "article_b": "string", "outlet_a": "string", "outlet_b": "string",
    "similarity": "float64", "share_a": "float64", "share_b": "float64", "copied": "float64",
    "passages": "int64", "quotes": "int64",
    "verdict": "string", "direction": "string", "reasons": "string",
}  # fmt: skip


class Facts(NamedTuple):
    """What a verdict needs to know of an article."""

    outlet: str | None
    published: pd.Timestamp
    length: int
    agencies: frozenset[str]


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
    facts = _facts(articles)
    by_pair = dict(list(shared.groupby(["article_a", "article_b"])))
    rows = [
        _row(
            pair,
            by_pair.get((pair.article_a, pair.article_b), shared.iloc[:0]),
            facts[pair.article_a],
            facts[pair.article_b],
        )
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
    """The news agencies a text credits or cites: names of lexicon/organisations.csv anywhere in it, one that is also an
    ordinary word behind “Nachrichtenagentur”, and whatever short form stands in brackets in its dateline (“Paris (xyz)
    - …”)."""
    found = {_names()[match.group()] for match in _pattern().finditer(text)}
    for match in DATELINE.finditer(text[:DATELINE_WITHIN]):
        forms = re.split(r"[/,-] ?", match.group(1))
        found |= {_names().get(form, form) for form in forms if form in _names() or form.islower()}
    return frozenset(found)


@cache
def _names() -> dict[str, str]:
    return {form: known.name for form, known in organisations.known().items() if known.kind == "agency"}


@cache
def _pattern() -> re.Pattern:
    forms = sorted(_names(), key=len, reverse=True)
    doubtful = [not organisations.known()[form].certain for form in forms]
    behind = [r"(?<=[Aa]gentur )" * doubt + re.escape(form) for form, doubt in zip(forms, doubtful, strict=True)]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(behind)})(?![\w-])")


def _facts(articles: pd.DataFrame) -> dict[str, Facts]:
    full = articles.reindex(columns=["article_id", "outlet", "published", "text"])
    return {
        row.article_id: Facts(row.outlet, row.published, len(row.text), agencies(row.text)) for row in full.itertuples()
    }


def _near(corpus, shared: pd.DataFrame, threshold: float, top: int | None) -> pd.DataFrame:
    """Pairs that are alike, and those that share a passage, each with its similarity."""
    articles = table(corpus)
    quotes = getattr(corpus, "quotes", None)
    weights = vectors(corpus, mask=True if quotes is None else quotes)
    names = articles["article_id"].to_numpy()
    alike_pairs = alike(weights, threshold, top)
    place = {name: at for at, name in enumerate(names)}
    sharing = shared[["article_a", "article_b"]].map(place.get).set_axis(["a", "b"], axis=1)
    both = pd.concat([alike_pairs[["a", "b"]], sharing]).drop_duplicates().astype(int).to_numpy()
    a, b = both[:, 0], both[:, 1]
    return pd.DataFrame({"article_a": names[a], "article_b": names[b], "similarity": cosines(weights, a, b)})


def _row(pair, shared: pd.DataFrame, a: Facts, b: Facts) -> tuple:
    """The row of one pair; `shared` holds its passages."""
    quotes = int(shared["quote"].sum())
    agency, apart = sorted(a.agencies & b.agencies), _days_apart(a, b)
    word_for_word = f"{max(pair.share_a, pair.share_b):.0%} word for word"
    if pair.copied >= COPIED:
        verdict = "agency copy" if agency else "copied with edits"
        reasons = _copy_reasons(pair, shared)
    elif pair.similarity >= REWRITTEN and (apart is None or apart <= DAYS):
        verdict, reasons = "rewritten", [f"similar terms (cosine {pair.similarity:.2f}), yet {word_for_word}"]
    elif quotes and quotes == len(shared):
        verdict = "shared quote only"
        reasons = [f"all {quotes} shared passage{'s' * (quotes != 1)} stand in quotation marks in both"]
    else:
        verdict, reasons = "independent", [f"cosine {pair.similarity:.2f}, {word_for_word}"]
        reasons += [f"{apart} days apart"] if apart and apart > DAYS else []
    reasons += [f"both credit {', '.join(agency)}"] if agency else []
    direction, why = "undecidable", None
    if verdict in ("copied with edits", "rewritten", "agency copy"):
        direction, why = _direction(pair, a, b, verdict)
    reasons += [why] if why else []
    return (
        pair.article_a, pair.article_b, a.outlet, b.outlet, pair.similarity, pair.share_a, pair.share_b, pair.copied,
        len(shared), quotes, verdict, direction, "; ".join(reasons),
    )  # fmt: skip


def _copy_reasons(pair, shared: pd.DataFrame) -> list[str]:
    words = [len(text.split()) for text in shared.loc[~shared["quote"], "text"]]
    larger, other = ("a", "b") if pair.share_a >= pair.share_b else ("b", "a")
    share, smaller = getattr(pair, f"share_{larger}"), getattr(pair, f"share_{other}")
    reasons = [f"{share:.0%} of {larger} stands in {other}, {smaller:.0%} of {other} in {larger}"]
    if words:
        reasons += [f"{len(words)} passage{'s' * (len(words) != 1)}, the longest of {max(words)} words"]
    return reasons


def _days_apart(a: Facts, b: Facts) -> int | None:
    return None if pd.isna(a.published) or pd.isna(b.published) else abs((a.published - b.published).days)


def _direction(pair, a: Facts, b: Facts, verdict: str) -> tuple[str, str]:
    """Who took from whom and what shows it. Two copies of one agency text owe each other nothing; the earlier article
    is the source unless it holds only part of what the later one has; without dates the article that wholly contains
    the other and holds much more is the source."""
    if verdict == "agency copy":
        return "undecidable", "both may go back to the agency"
    holder = _holder(pair, a, b) if verdict == "copied with edits" else None
    if pd.notna(a.published) and pd.notna(b.published) and a.published != b.published:
        first = "a" if a.published < b.published else "b"
        if holder not in (None, first):
            return "undecidable", f"{first} came first, but {holder} holds all of it and more"
        return _arrow(first), f"{first} came first"
    if holder:
        return _arrow(holder), f"{holder} holds all of the other and more"
    return "undecidable", "no dates that differ and neither contains the other"


def _arrow(source: str) -> str:
    return "a → b" if source == "a" else "b → a"


def _holder(pair, a: Facts, b: Facts) -> str | None:
    """The side that contains the other and is much longer, or None."""
    if pair.share_b >= CONTAINED and a.length >= HOLDS_MORE * b.length:
        return "a"
    if pair.share_a >= CONTAINED and b.length >= HOLDS_MORE * a.length:
        return "b"
    return None
