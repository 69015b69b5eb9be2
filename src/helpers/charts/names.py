"""What charts call articles: short, and no two the same. articles table → names."""

import pandas as pd

from ..wording import chosen, day

LONGEST = 60  # characters; a row has room for some 35
WITH_DAY = 24  # characters of an outlet that a day follows


def names(articles: pd.DataFrame, *, language: str | None = None) -> pd.Series:
    """Article_id → the first of these that no other article shares: outlet; outlet and day;
    title; article_id.

    For `charts.heatmap(…, names=)` and `charts.stories(…, names=)`."""
    language = chosen(language)
    called = pd.Series(pd.NA, index=pd.Index(articles["article_id"], dtype="string"), dtype="string", name="name")
    for form in (_outlet, _outlet_and_day, _title):
        found = pd.Series([form(row, language) for row in articles.itertuples()], index=called.index, dtype="string")
        unique = found.notna() & ~found.duplicated(keep=False) & ~found.isin(called.dropna())
        called = called.mask(called.isna() & unique, found)
    return called.fillna(called.index.to_series())


def _outlet(row, language: str) -> str | None:
    return None if pd.isna(row.outlet) else _cut(row.outlet, LONGEST)


def _outlet_and_day(row, language: str) -> str | None:
    if pd.isna(row.outlet) or pd.isna(row.published):
        return None
    return f"{_cut(row.outlet, WITH_DAY)}, {day(row.published, language)}"


def _title(row, language: str) -> str | None:
    return None if pd.isna(row.title) else _cut(row.title, LONGEST)


def _cut(text: str, longest: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
