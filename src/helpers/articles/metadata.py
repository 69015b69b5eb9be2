"""What is known of an article beside its text: columns, dates, addresses. dict → Record."""

import dataclasses
import datetime as dt
import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

import pandas as pd

from .. import lexicon
from ..cleaning.characters import printable
from ..cleaning.timestamps import read_date

COLUMNS = ("article_id", "outlet", "title", "published", "url", "text")
HOST_PREFIXES = ("www.", "m.", "amp.", "mobil.")


@dataclass(frozen=True, slots=True)
class Record:
    """What a file, or a list of files, says of an article; None where it does not say."""

    article_id: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: dt.datetime | None = None
    url: str | None = None

    def named(self, stem: str) -> "Record":
        """The record with the article_id made of a file's name, composed (NFC) and printable."""
        return dataclasses.replace(self, article_id=_cell(stem.encode("utf-8", "replace").decode()) or "article")

    def filled(self, other: "Record | None") -> "Record":
        """The record, its gaps filled from another."""
        if other is None:
            return self
        own = {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}
        return Record(**{name: getattr(other, name) if value is None else value for name, value in own.items()})


def record(row: dict) -> Record:
    """The record in a row of a table; columns may bear any name that lexicon/columns.csv lists."""
    cells = {}
    for column in ("article_id", "outlet", "title", "url"):
        cells[column] = _cell(row.get(column_for(column, row)))
    return Record(**cells, published=date_of(row.get(column_for("published", row))))


def column_for(column: str, names: Iterable) -> str | None:
    """The name a column of the articles table bears among these; the earliest in lexicon/columns.csv of several."""
    there = {str(name).strip().casefold(): name for name in reversed(list(names)) if name is not None}
    return next((there[name] for name in _names(column) if name in there), None)


def domain(url: str | None) -> str | None:
    """The site in an address (“https://www.beispiel.de/politik” → “beispiel.de”)."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    for prefix in HOST_PREFIXES:
        host = host.removeprefix(prefix)
    return host if "." in host else None


@cache
def _names(column: str) -> tuple[str, ...]:
    return tuple(row["name"] for row in lexicon.rows("columns") if row["column"] == column)


def _cell(value) -> str | None:
    """A cell as one line of text: whole numbers without “.0”, None for what is empty, missing or no single value."""
    if (
        value is None
        or isinstance(value, (list, dict, tuple, set, bool))
        or (isinstance(value, float) and not math.isfinite(value))
    ):
        return None
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(unicodedata.normalize("NFC", printable(str(value))).split()) or None


def date_of(value) -> dt.datetime | None:
    """A date as the clock on the wall showed it; None for what is none or missing."""
    if value is pd.NaT:
        return None
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day)
    return read_date(value) if isinstance(value, str) else None
