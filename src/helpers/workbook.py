"""Tables → CSV files and one XLSX workbook, safe to open: no text cell can act as a formula."""

import re
import unicodedata
from pathlib import Path

import pandas as pd
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from .files import together, whole

STARTS_FORMULA = ("=", "+", "-", "@")  # also as their wide and small forms (OWASP, "CSV Injection")
UNSEEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*")
BREAKS = re.compile(r"([;\t|\n])(?=\s{0,20}[=+\-@＝＋－＠])")  # where a reader that heeds no quotation mark parts cells
LONGEST_CELL = 32_767  # Excel's limit
WIDEST = 70  # characters a column is made wide


def write_csv(tables: dict[str, pd.DataFrame], folder) -> list[Path]:
    """One CSV file per table (UTF-8 with BOM, so that Excel reads umlauts), all or none; returns their paths."""
    paths = [Path(folder) / f"{name}.csv" for name in tables]
    with together(paths) as temporaries:
        for table, temporary in zip(tables.values(), temporaries, strict=True):
            harmless(table).map(_within).to_csv(temporary, index=False, encoding="utf-8-sig")
    return paths


def write_xlsx(tables: dict[str, pd.DataFrame], path) -> Path:
    """One sheet per table: typed columns, a frozen header with filters. Texts beyond Excel's limit end in “…”."""
    with whole(path) as temporary, pd.ExcelWriter(temporary, engine="openpyxl", datetime_format="yyyy-mm-dd") as book:
        for name, table in tables.items():
            harmless(table).map(_fit).rename(columns=_fit).to_excel(book, sheet_name=name[:31], index=False)
            _dress(book.sheets[name[:31]], table)
    return Path(path)


def harmless(table: pd.DataFrame) -> pd.DataFrame:
    """The table with lists joined and an apostrophe before every text, in the header too, that begins like a formula.

    A bare carriage return becomes a line end: CSV readers would begin a new row there, with the rest of the text."""
    out = table.copy()
    for name in out.columns:
        if not (pd.api.types.is_numeric_dtype(out[name]) or pd.api.types.is_datetime64_any_dtype(out[name])):
            out[name] = out[name].map(_text, na_action="ignore").astype("object")
    return out.rename(columns=lambda name: _text(name) if isinstance(name, str) else name)


def acts(text: str) -> bool:
    """Whether a spreadsheet may take a text for a formula: the first character that is seen begins one."""
    first = text[UNSEEN.match(text).end() :][:1]
    return unicodedata.normalize("NFKC", first).startswith(STARTS_FORMULA) or text.startswith(("\t", "\r", "\n"))


def _text(value) -> str:
    text = " | ".join(map(str, value)) if isinstance(value, list | tuple) or hasattr(value, "tolist") else str(value)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if acts(text) else text


def _within(value):
    """An apostrophe also where a cell would begin for a program that parts cells at semicolons, as Excel does in
    Germany, or at any line end."""
    return BREAKS.sub(r"\1'", value) if isinstance(value, str) else value


def _fit(value):
    if not isinstance(value, str):
        return value
    value = ILLEGAL_CHARACTERS_RE.sub("", value)
    return value if len(value) <= LONGEST_CELL else value[: LONGEST_CELL - 1] + "…"


def _dress(sheet, table: pd.DataFrame) -> None:
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for number, name in enumerate(table.columns, start=1):
        longest = table[name].astype("string").str.len().max()
        wide = max(len(str(name)), 0 if pd.isna(longest) else int(longest)) + 3
        sheet.column_dimensions[get_column_letter(number)].width = min(wide, WIDEST)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(vertical="top")
