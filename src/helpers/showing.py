"""How notebooks show sentences and tables: text or DataFrame → HTML that a reader can print, or files
for an appendix. Nothing is computed here.

Whatever comes from an article is escaped, and kept from being read as a formula. Columns are called as in the tables,
in every language.
"""

import re
from html import escape
from importlib.resources import files

import pandas as pd
from IPython.display import HTML

from . import wording
from .files import plain, reports
from .wording import Words, chosen
from .workbook import write_csv, write_xlsx

WORDS = Words(__package__, "showing.csv")

DIFFERENCE = re.compile("⟨([^⟨⟩]*)⟩")  # how `overlap.side_by_side` marks what differs
NO_FORMULA = "tex2jax_ignore mathjax_ignore"  # “$” in an article is money, not mathematics
SHORT, LONG = 16, 60  # characters up to which a text stays on one line, and from which it gets room
WIDEST = 160  # characters of a cell in the plain form; the HTML holds all


def say(*sentences: str) -> HTML:
    """Sentences as paragraphs; whatever markup an article's names hold is shown, not obeyed."""
    return HTML("".join(f'<p class="{NO_FORMULA}"><strong>{escape(sentence)}</strong></p>' for sentence in sentences))


class Shown:
    """A table as a reader wants it: long texts wrapped, numbers right, missing values as dashes, the rest counted."""

    def __init__(self, table: pd.DataFrame, top: int | None, language: str):
        self.rows, self.language = len(table), language
        self.table = table if top is None else table.head(top)

    def _repr_html_(self) -> str:
        looks = [f' class="{look}"' if look else "" for look in map(self._look, self.table.columns, self._columns())]
        head = "".join(
            f'<th scope="col"{look}>{escape(_heading(name))}</th>'
            for name, look in zip(self.table.columns, looks, strict=True)
        )
        rows = zip(*self._texts(), strict=True) if len(looks) else ()
        body = "".join(
            "<tr>" + "".join(f"<td{look}>{_marked(text)}</td>" for text, look in zip(row, looks, strict=True)) + "</tr>"
            for row in rows
        )
        return (
            f'<style>{_style()}</style><table class="shown {NO_FORMULA}"><caption>{escape(self._caption())}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )

    def __repr__(self) -> str:
        rows = [map(_heading, self.table.columns), *zip(*self._texts(), strict=True)]
        lines = [" | ".join(" ".join(cell.split())[:WIDEST] for cell in row) for row in rows]
        return "\n".join([*lines, self._caption()])

    def _columns(self) -> list[pd.Series]:
        return [self.table.iloc[:, at] for at in range(self.table.shape[1])]

    def _texts(self) -> list[list[str]]:
        """The cells of each column as texts."""
        return [[_text(value, self.language, column.name) for value in column] for column in self._columns()]

    def _look(self, name, column: pd.Series) -> str:
        """How the style sheet sets a column: figures right, dates and short texts unbroken, long texts with room."""
        if pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column):
            return "number"
        if pd.api.types.is_datetime64_any_dtype(column):
            return "date"
        longest = max((len(_text(value, self.language, name)) for value in column), default=0)
        return "long" if longest > LONG else "short" if longest <= SHORT else ""

    def _caption(self) -> str:
        shown = len(self.table)
        if shown < self.rows:
            return WORDS(self.language, "some", shown=shown, all=self.rows)
        return WORDS(self.language, "rows", n=shown) if shown else WORDS(self.language, "none")


def table(frame: pd.DataFrame, *, top: int | None = 12, language: str | None = None) -> Shown:
    """The table's first `top` rows (None: all) for reading; a named index becomes its first columns."""
    named = [name for name in frame.index.names if name is not None]
    return Shown(frame.reset_index() if named else frame, top, chosen(language))


def export(frame: pd.DataFrame, name: str) -> Shown:
    """Write reports/tables/<name>.csv and .xlsx, no cell of which acts as a formula; shows the files and their rows.

    Raises ValueError for a name that is no plain file name."""
    folder = reports() / "tables"
    paths = [*write_csv({plain(name): frame}, folder), write_xlsx({name: frame}, folder / f"{name}.xlsx")]
    return table(pd.DataFrame({"written": [f"reports/tables/{path.name}" for path in paths], "rows": len(frame)}))


def _heading(name) -> str:
    parts = name if isinstance(name, tuple) else (name,)
    return " ".join(str(part) for part in parts if str(part)).replace("_", " ")


def _marked(text: str) -> str:
    return DIFFERENCE.sub(r"<mark>\1</mark>", escape(text))


def _text(value, language: str, column="") -> str:
    if pd.api.types.is_list_like(value):
        return ", ".join(map(str, value))
    if pd.isna(value):
        return "–"
    if isinstance(value, bool):
        return WORDS(language, "yes") if value else "–"
    if isinstance(value, float) and str(column).startswith("share"):
        return wording.percent(value, language)
    if isinstance(value, float):
        return wording.number(value, language, 2) if abs(value) < 1e15 else f"{value:g}"
    if isinstance(value, pd.Timestamp):
        return wording.day(value, language)
    return wording.number(value, language) if isinstance(value, int) else str(value)


def _style() -> str:
    return files(__package__).joinpath("showing.css").read_text(encoding="utf-8")
