"""Which state stands where on which measure. commitments table (and articles) → one row per country × measure.

cells = matrix(corpus.commitments, corpus.articles)
pivot(cells)                                        # country × measure, each cell its stance
evidence(corpus.commitments, corpus.articles)       # every statement behind it, for an appendix
"""

import pandas as pd

from .words import measure_classes

# What a cell shows when its articles say several things: a fact before a word, a firm word before a loose one.
STRENGTH = ("withdrawn", "delivered", "pledged", "ruled out", "willing", "considering", "requested")
SIDE = {"withdrawn": -1, "ruled out": -1, "delivered": 1, "pledged": 1, "willing": 1}  # others take no side

CELLS = {
    "country": "string", "actor": "string", "measure": "string", "class": "string", "stance": "string",
    "stances": "string", "articles": "int64", "outlets": "Int64", "independent": "Int64",
    "disagree": "bool", "changed": "bool",
    "before": "string", "evidence": "object",
}  # fmt: skip
EVIDENCE = {
    "country": "string", "actor": "string", "measure": "string", "class": "string", "stance": "string",
    "condition": "string", "amount": "Float64", "unit": "string", "beneficiary": "string",
    "speaker_entity": "string", "text": "string", "outlet": "string", "published": "datetime64[us]",
    "title": "string", "article_id": "string", "start": "int64", "end": "int64",
}  # fmt: skip


def matrix(
    table: pd.DataFrame,
    articles: pd.DataFrame | None = None,
    *,
    groups: bool = False,
    stories: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """One row per country and measure: what the state stands to, by how many sources, and whether they agree.

    Rows are sorted by country, actor and measure (in the order of the lexicon). Columns:

    - `country` ISO code, `actor` its commonest naming in the texts; `measure`, `class` of measure (NA if unknown)
    - `stance` the strongest current one (STRENGTH); `stances` all that were found, strongest first, joined by "; "
    - `articles` that say it; `outlets` that say it (NA without `articles`, or if none of them names its outlet)
    - `independent` how many of these sources do not merely repeat each other (NA without `stories`): articles of one
      story count once, and so does an outlet that prints several
    - `disagree` articles take opposite sides (will, won't) and time does not explain it
    - `changed` the latest article differs from an earlier one; `before` is the stance it replaced, else NA
    - `evidence` the index labels of the cell's rows in `table`

    `stories` is the table of `overlap.stories` (`article_id`, `story`); an article it lacks is a story of its own.
    `groups` also keeps unnamed groups ("26 Länder": country NA), one row per naming. `articles` needs `article_id`;
    `published` and `outlet` are used where present. Raises KeyError if `table` or `stories` lacks a column.
    """
    needed = ["article_id", "start", "country", "actor", "measure", "stance"]
    if missing := [name for name in needed if name not in table]:
        raise KeyError(f"not a commitments table: no column {', '.join(missing)}")
    dated = _with_articles(table, articles)
    dated["story"] = pd.NA if stories is None else _stories(dated["article_id"], stories)
    if not groups:
        dated = dated[dated["country"].notna()]
    key = dated["country"].fillna(dated["actor"].str.lower())
    classes = measure_classes()
    order = {measure: number for number, measure in enumerate(classes)}
    cells = [_cell(rows, classes) for _, rows in dated.groupby([key, dated["country"].isna(), "measure"], sort=True)]
    cells.sort(key=lambda c: (c["country"] is pd.NA, c["country"] if c["country"] is not pd.NA else "",
                              c["actor"] if c["country"] is pd.NA else "",
                              order.get(c["measure"], len(order)), c["measure"]))  # fmt: skip
    return pd.DataFrame(cells, columns=list(CELLS)).astype(CELLS)


def pivot(cells: pd.DataFrame, values: str = "stance") -> pd.DataFrame:
    """One row per country (or unnamed group), one column per measure; NA where nothing was found.

    `values` is any column of `matrix`. Measures keep the order of the lexicon.
    """
    wide = cells.assign(country=cells["country"].fillna(cells["actor"]))
    wide = wide.pivot(index="country", columns="measure", values=values)
    known = list(measure_classes())
    return wide[sorted(wide.columns, key=lambda m: (known.index(m) if m in known else len(known), m))]


def evidence(table: pd.DataFrame, articles: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row per statement, sorted as an appendix wants it: country (groups last), measure, date, article, place.

    Columns: see EVIDENCE; `outlet`, `published` and `title` are NA without `articles`.
    """
    classes = measure_classes()
    full = _with_articles(table, articles)
    full["class"] = full["measure"].map(classes)
    order = {measure: number for number, measure in enumerate(classes)}
    full["order"] = full["measure"].map(order).fillna(len(order))
    full = full.sort_values(
        ["country", "order", "measure", "published", "article_id", "start", "end", "stance", "actor"],
        kind="stable", na_position="last",
    )  # fmt: skip
    return full[list(EVIDENCE)].astype(EVIDENCE).reset_index(drop=True)


def _with_articles(table: pd.DataFrame, articles: pd.DataFrame | None) -> pd.DataFrame:
    """The table with outlet, published and title of each row's article (NA where unknown)."""
    wanted = ["outlet", "published", "title"]
    full = table.drop(columns=[name for name in wanted if name in table])
    for name in wanted:
        if articles is not None and name in articles:
            full[name] = full["article_id"].map(articles.drop_duplicates("article_id").set_index("article_id")[name])
        else:
            full[name] = pd.NaT if name == "published" else pd.NA
    full["published"] = pd.to_datetime(full["published"])
    return full


def _stories(article_ids: pd.Series, stories: pd.DataFrame) -> pd.Series:
    """The story of each article; its own name where `stories` does not know it."""
    if missing := [name for name in ("article_id", "story") if name not in stories]:
        raise KeyError(f"not a table of stories: no column {', '.join(missing)}")
    known = stories.drop_duplicates("article_id").set_index("article_id")["story"].astype("string")
    return article_ids.map(known).astype("string").fillna("article " + article_ids.astype("string"))


def _independent(rows: pd.DataFrame) -> int:
    """Stories behind a cell, at most one an outlet where every outlet is known."""
    told = rows["story"].nunique()
    if not told:
        return pd.NA
    return told if rows["outlet"].isna().any() else min(told, rows["outlet"].nunique())


def _cell(rows: pd.DataFrame, classes: dict[str, str]) -> dict:
    found = [stance for stance in STRENGTH if (rows["stance"] == stance).any()]
    by_article = _by_article(rows)
    current, before, disagree = _current(by_article)
    namings = rows["actor"].value_counts()
    country = rows["country"].iloc[0]
    measure = rows["measure"].iloc[0]
    outlets = rows["outlet"].nunique()
    return {
        "country": country if pd.notna(country) else pd.NA,
        "actor": min(namings[namings == namings.max()].index),
        "measure": measure,
        "class": classes.get(measure, pd.NA),
        "stance": current,
        "stances": "; ".join(found),
        "articles": rows["article_id"].nunique(),
        "outlets": outlets or pd.NA,
        "independent": _independent(rows),
        "disagree": disagree,
        "changed": before is not None,
        "before": before if before is not None else pd.NA,
        "evidence": list(rows.index),
    }


def _by_article(rows: pd.DataFrame) -> list[tuple]:
    """(day published or NaT, the strongest stance) per article."""
    return [
        (article["published"].iloc[0], min(article["stance"], key=STRENGTH.index))
        for _, article in rows.groupby("article_id", sort=True)
    ]


def _current(by_article: list[tuple]) -> tuple[str, str | None, bool]:
    """The stance now, the one it replaced (None if none was), and whether sources contradict each other.

    Two articles contradict each other if they take opposite sides and their dates do not put one side wholly before
    the other. Else the side of the later articles counts, and within one side the strongest stance.
    """
    stances = [stance for _, stance in by_article]
    sides = {SIDE[stance] for stance in stances if stance in SIDE}
    if any(pd.isna(day) for day, _ in by_article):
        return min(stances, key=STRENGTH.index), None, len(sides) > 1
    days = [(pd.Timestamp(day).normalize(), stance) for day, stance in by_article]
    if len(sides) > 1:
        last_side = _later_side(days)
        if last_side is None:
            return min(stances, key=STRENGTH.index), None, True
        now = [(day, stance) for day, stance in days if SIDE.get(stance) == last_side]
        earlier = [stance for _, stance in days if SIDE.get(stance) == -last_side]
        return min((s for _, s in now), key=STRENGTH.index), min(earlier, key=STRENGTH.index), False
    current = min(stances, key=STRENGTH.index)
    first_said = min(day for day, stance in days if stance == current)
    earlier = [stance for day, stance in days if day < first_said]
    return current, min(earlier, key=STRENGTH.index) if earlier else None, False


def _later_side(days: list[tuple]) -> int | None:
    """The side all of whose articles are later than those of the other; None if they overlap."""
    for side in (1, -1):
        if min(d for d, s in days if SIDE.get(s) == side) > max(d for d, s in days if SIDE.get(s) == -side):
            return side
    return None
