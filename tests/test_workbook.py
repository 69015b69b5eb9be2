"""CSV and XLSX that are safe to open, typed, and lose nothing a spreadsheet can hold."""

import pandas as pd
import pytest
from openpyxl import load_workbook

from helpers.workbook import LONGEST_CELL, STARTS_FORMULA, write_csv, write_xlsx

TABLE = pd.DataFrame(
    {
        "article_id": pd.array(["a", "b"], dtype="string"),
        "text": pd.array(["=1+1", "Grüße"], dtype="string"),
        "value": pd.array([-3.5, None], dtype="Float64"),
        "published": pd.to_datetime(["2025-09-04", None]),
        "removed": [["Werbung", "Teilen"], []],
    }
)


def test_numbers_and_dates_stay_numbers_and_dates(tmp_path):
    sheet = load_workbook(write_xlsx({"figures": TABLE}, tmp_path / "t.xlsx"))["figures"]
    header, first, second = sheet.iter_rows(values_only=True)
    assert header == tuple(TABLE.columns)
    assert first[2] == -3.5 and first[3].date().isoformat() == "2025-09-04"
    assert second[2] is None and second[3] is None
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:E3"


@pytest.mark.parametrize("text", [f"{start}cmd|'/c calc'!A0" for start in STARTS_FORMULA], ids=repr)
def test_no_text_begins_a_formula(text, tmp_path):
    table = pd.DataFrame({"text": [text]})
    cell = load_workbook(write_xlsx({"t": table}, tmp_path / "t.xlsx"))["t"]["A2"]
    assert cell.data_type != "f" and not str(cell.value).startswith(STARTS_FORMULA)
    (path,) = write_csv({"t": table}, tmp_path)
    assert not pd.read_csv(path).text[0].startswith(STARTS_FORMULA)


def test_control_characters_and_long_texts_do_not_break_the_workbook(tmp_path):
    table = pd.DataFrame({"text": ["a\x00b\x0bc", "x" * (LONGEST_CELL + 5)]})
    sheet = load_workbook(write_xlsx({"t": table}, tmp_path / "t.xlsx"))["t"]
    assert sheet["A2"].value == "abc"
    assert len(sheet["A3"].value) == LONGEST_CELL and sheet["A3"].value.endswith("…")


def test_csv_keeps_umlauts_and_joins_lists(tmp_path):
    (path,) = write_csv({"articles": TABLE}, tmp_path)
    again = pd.read_csv(path, encoding="utf-8-sig")
    assert again.text[1] == "Grüße" and again.removed[0] == "Werbung | Teilen"


def test_empty_tables_keep_their_header(tmp_path):
    sheet = load_workbook(write_xlsx({"t": TABLE.iloc[:0]}, tmp_path / "t.xlsx"))["t"]
    assert [c.value for c in sheet[1]] == list(TABLE.columns)
