"""Who is named how often, where, and with whom: Corpus → small tables.

Mentions can be given raw or with every story counting once (the weights of `overlap.stories`), so that a wire text
printed by ten outlets does not make its persons ten times as important.
"""

from collections.abc import Iterator
from itertools import combinations

import pandas as pd

WORD = r"[^\W_]+(?:[-'’][^\W_]+)*"
GROUPS = ("article", "outlet", "day")
WITHIN = ("article", "paragraph")


def count(
    corpus,
    by: str | None = "article",
    kind=None,
    *,
    fold_nationality: bool = False,
    stories: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """One row per entity, kind and group, most mentioned first: entity, kind, <by>, mentions, per_1000_words (of all
    words of the group's articles), articles (that mention it).

    `by` is article, outlet or day (NA where an article has none), None for the whole corpus; `kind` one kind or
    several. Mentions of a nationality (“französisch”, “Briten”) are rows of their own unless `fold_nationality` counts
    them to the country. With the table of `overlap.stories`: also stories (that mention it) and story_mentions
    (mentions, an article weighing 1 / size of its story). Raises ValueError for another `by`."""
    if by is not None and by not in GROUPS:
        raise ValueError(f"by must be one of {', '.join(GROUPS)} or None, not {by!r}")
    articles = _articles(corpus.articles, by, stories)
    found = _of_kind(corpus.entities, kind, fold_nationality).merge(articles, on="article_id", validate="many_to_one")
    keys = ["entity", "kind", *([by] if by else [])]
    measures = {"mentions": ("start", "size"), "words": ("words", "first"), "articles": ("article_id", "nunique")}
    if stories is not None:
        measures |= {"stories": ("story", "nunique"), "story_mentions": ("weight", "sum")}
    table = found.groupby(keys, dropna=False).agg(**measures).reset_index()
    table["per_1000_words"] = (1000 * table["mentions"] / table["words"]).astype("float64")
    columns = [*keys, "mentions", "per_1000_words", "articles", *list(measures)[3:]]
    ties = [by, "mentions", "entity", "kind"] if by == "day" else ["mentions", "entity", "kind", *([by] if by else [])]
    return table.sort_values(ties, ascending=[name != "mentions" for name in ties], ignore_index=True)[columns]


def wide(counts: pd.DataFrame, by: str = "outlet", *, values: str = "per_1000_words", top: int = 8) -> pd.DataFrame:
    """One row per entity and kind of a table of `count`, one column per group, most mentioned first; 0 where a group
    does not name it. The `top` groups with most mentions, alphabetically; groups without a name are left out."""
    groups = counts.groupby(by)["mentions"].sum().sort_index().sort_values(ascending=False, kind="stable").index[:top]
    rows = counts.groupby(["entity", "kind"])["mentions"].sum().sort_index().sort_values(ascending=False, kind="stable")
    table = counts[counts[by].isin(groups)].pivot(index=["entity", "kind"], columns=by, values=values)
    return table.reindex(index=rows.index, columns=sorted(groups)).fillna(0)


def together(
    corpus,
    kind=None,
    *,
    within: str = "article",
    fold_nationality: bool = True,
    stories: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """One row per two entities that appear together, most often first: entity_a, entity_b (in alphabetical order),
    together (articles, or paragraphs, that name both), articles, lift (how many times as often as two entities of
    their frequency would by chance).

    `within` is article or paragraph (a line of the text); `kind` one kind or several; nationalities count to their
    country unless told otherwise. With the table of `overlap.stories`: also stories. Raises ValueError for another
    `within`."""
    if within not in WITHIN:
        raise ValueError(f"within must be one of {', '.join(WITHIN)}, not {within!r}")
    found = _of_kind(corpus.entities, kind, fold_nationality)
    found = found.assign(place=0 if within == "article" else _paragraphs(found, corpus.articles))
    story = _stories(corpus.articles, stories)
    rows = list(_together(found, story))
    both = pd.DataFrame(rows, columns=["entity_a", "entity_b", "article_id", "story"])
    measures = {"together": ("article_id", "size"), "articles": ("article_id", "nunique")}
    if stories is not None:
        measures["stories"] = ("story", "nunique")
    table = both.groupby(["entity_a", "entity_b"]).agg(**measures).reset_index()
    table = table.astype({"entity_a": "string", "entity_b": "string"})
    alone = found.drop_duplicates(["article_id", "place", "entity"]).groupby("entity").size()
    each_a, each_b = (alone.reindex(table[side]).to_numpy(float) for side in ("entity_a", "entity_b"))
    table.insert(4, "lift", table["together"] * _places(corpus.articles, within) / (each_a * each_b))
    return table.sort_values(["together", "entity_a", "entity_b"], ascending=[False, True, True], ignore_index=True)


def _articles(articles: pd.DataFrame, by: str | None, stories: pd.DataFrame | None) -> pd.DataFrame:
    """article_id, the group of each article, the words of all its articles, and its story where stories are given."""
    table = pd.DataFrame(
        {"article_id": articles["article_id"], "words": articles["text"].str.count(WORD).astype("int64")}
    )
    if by == "article":
        table["article"] = table["article_id"]
    elif by == "outlet":
        table["outlet"] = articles["outlet"] if "outlet" in articles else pd.Series(pd.NA, table.index, dtype="string")
    elif by == "day":
        published = articles["published"] if "published" in articles else pd.Series(pd.NaT, table.index)
        table["day"] = pd.to_datetime(published).dt.normalize()
    table["words"] = table.groupby(by, dropna=False)["words"].transform("sum") if by else table["words"].sum()
    return table if stories is None else table.merge(stories[["article_id", "story", "weight"]], on="article_id")


def _of_kind(entities: pd.DataFrame, kind, fold_nationality: bool) -> pd.DataFrame:
    if fold_nationality:
        entities = entities.assign(kind=entities["kind"].replace("nationality", "country"))
    if kind is None:
        return entities
    return entities[entities["kind"].isin([kind] if isinstance(kind, str) else list(kind))]


def _stories(articles: pd.DataFrame, stories: pd.DataFrame | None) -> dict[str, int]:
    if stories is None:
        return {name: at for at, name in enumerate(articles["article_id"])}
    return dict(zip(stories["article_id"], stories["story"], strict=True))


def _together(found: pd.DataFrame, story: dict[str, int]) -> Iterator[tuple]:
    for (article, _), rows in found.groupby(["article_id", "place"]):
        for first, second in combinations(sorted(rows["entity"].unique()), 2):
            yield first, second, article, story[article]


def _paragraphs(found: pd.DataFrame, articles: pd.DataFrame) -> list[int]:
    """The line of its article each mention starts in."""
    text = dict(zip(articles["article_id"], articles["text"], strict=True))
    return [text[row.article_id].count("\n", 0, row.start) for row in found.itertuples()]


def _places(articles: pd.DataFrame, within: str) -> int:
    if within == "article":
        return len(articles)
    return sum(bool(line.strip()) for text in articles["text"] for line in text.splitlines())
