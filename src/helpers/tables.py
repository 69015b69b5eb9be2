"""Finds → tidy DataFrames. Doc → rows → tables, checked by pandera; Corpus holds them and keeps them as Parquet."""

import types
import typing
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path

import pandas as pd
import pandera.pandas as pa
from spacy.tokens import Doc, Span

from . import storage
from .articles.table import DTYPES as ARTICLES
from .finds import Commitment, Entity, Figure, Quote, finds

FINDS = {"entities": Entity, "quotes": Quote, "figures": Figure, "commitments": Commitment}
DTYPES = {str: "string", float: "Float64", "date": "datetime64[us]"}
NEVER_NA = {"article_id", "start", "end", "text", "entity", "kind", "actor", "measure", "stance"}
ALLOWED = {
    ("entities", "kind"): ["person", "country", "place", "organisation", "nationality"],
    ("quotes", "kind"): ["direct", "indirect"],
    ("figures", "kind"): [
        "count", "money", "percent", "measure", "duration", "date", "age", "ordinal", "reference", "score",
    ],
    ("figures", "bound"): ["exactly", "about", "more than", "less than", "at least", "at most", "between"],
    ("commitments", "stance"): [
        "delivered", "pledged", "willing", "considering", "requested", "withdrawn", "ruled out",
    ],
}  # fmt: skip


def columns(table: str) -> dict[str, str]:
    """Column name → dtype of one table of finds, in the order the table shows them."""
    out = {"article_id": "string"}
    for f in fields(FINDS[table]):
        kind = _type(FINDS[table], f.name)
        if f.name == "span":
            out |= {"start": "int64", "end": "int64", "text": "string"}
        elif kind is Span:
            out |= {f.name: "string", f"{f.name}_start": "Int64", f"{f.name}_end": "Int64"}
        else:
            out[f.name] = DTYPES.get(kind, DTYPES["date"])
    return out


@cache
def _type(find: type, name: str) -> type:
    """The type of a find's field, None left out."""
    hint = typing.get_type_hints(find)[name]
    return next(t for t in typing.get_args(hint) or (hint,) if t is not types.NoneType)


def rows(doc: Doc) -> dict[str, list[tuple]]:
    """Table → one tuple per find of the Doc, in the order of `columns` but without the article_id."""
    return {table: [tuple(_cells(find)) for find in finds(doc, table)] for table in FINDS}


def _cells(find):
    for f in fields(find):
        value = getattr(find, f.name)
        if f.name == "span":
            yield from (value.start_char, value.end_char, value.text)
        elif _type(type(find), f.name) is Span:
            yield from (value.text, value.start_char, value.end_char) if value is not None else (None, None, None)
        else:
            yield value


def frame(table: str, found: list) -> pd.DataFrame:
    """One table of finds from its rows; the same columns and dtypes when there are none."""
    dtypes = columns(table)
    return pd.DataFrame(found, columns=list(dtypes)).astype(dtypes)


def complete(articles: pd.DataFrame) -> pd.DataFrame:
    """An articles table with every column of its contract; what it lacks is NA. Further columns stay, last."""
    known = {name: articles.get(name, pd.Series(pd.NA, index=articles.index)) for name in ARTICLES if name != "removed"}
    out = pd.DataFrame({name: column.astype(ARTICLES[name]) for name, column in known.items()}, index=articles.index)
    out["removed"] = articles.get(
        "removed", pd.Series([[] for _ in range(len(articles))], index=articles.index, dtype=object)
    )
    out = out.join(articles.drop(columns=[c for c in articles if c in ARTICLES]))
    out.attrs = dict(articles.attrs)
    return out


def validate(table: str, found: pd.DataFrame) -> pd.DataFrame:
    """The table itself, if every row keeps the contract; else pandera's SchemaError names the column and the rows."""
    return schema(table).validate(found)


@cache
def schema(table: str) -> pa.DataFrameSchema:
    """What every row of one table of finds must hold."""
    checks = {
        name: pa.Column(
            dtype,
            checks=[pa.Check.isin(ALLOWED[table, name])] if (table, name) in ALLOWED else None,
            nullable=name not in NEVER_NA,
        )
        for name, dtype in columns(table).items()
    }
    span = pa.Check(lambda df: df["start"] < df["end"], name="start before end")
    return pa.DataFrameSchema(checks, checks=[span], strict=True, ordered=True, name=table)


@dataclass
class Corpus:
    """The articles and everything found in them: one DataFrame per table, rows sorted by article_id, start, end."""

    articles: pd.DataFrame
    entities: pd.DataFrame = field(default_factory=lambda: frame("entities", []))
    quotes: pd.DataFrame = field(default_factory=lambda: frame("quotes", []))
    figures: pd.DataFrame = field(default_factory=lambda: frame("figures", []))
    commitments: pd.DataFrame = field(default_factory=lambda: frame("commitments", []))

    def tables(self) -> dict[str, pd.DataFrame]:
        """Name → table, `articles` first."""
        return {f.name: getattr(self, f.name) for f in fields(self)}

    def save(self, folder) -> Path:
        """Write one Parquet file per table into `folder`, all of them or none; returns the folder.

        Raises ValueError for a folder in which `parse_dataset` has written tables in parts."""
        return storage.save(self.tables(), folder)

    @classmethod
    def load(cls, folder) -> "Corpus":
        """The Corpus that `save` wrote, or `parse_dataset` in parts: all its tables as one run wrote them.

        Raises FileNotFoundError, with its name, for a table that is missing."""
        return cls(**storage.load([f.name for f in fields(cls)], folder))
