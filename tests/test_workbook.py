"""CSV and XLSX that are safe to open, typed, and lose nothing a spreadsheet can hold."""

import pandas as pd
import pytest
from openpyxl import load_workbook

from helpers.workbook import LONGEST_CELL, acts, write_csv, write_xlsx

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


FORMULAS = [f"{start}cmd|'/c calc'!A0" for start in "=+-@\t\r\n＝＋－＠﹦﹢﹣﹫"]
HIDDEN = [f"{hidden}=1+1" for hidden in (" ", "\xa0", "\u3000", "\0", "\x0b", "\u200b", "\ufeff", "\u00ad", "\u202e")]


@pytest.mark.parametrize("text", FORMULAS + HIDDEN, ids=ascii)
def test_no_text_begins_a_formula(text, tmp_path):
    table = pd.DataFrame({"text": [text], text: ["x"]})
    for cell in (
        load_workbook(write_xlsx({"t": table}, tmp_path / "t.xlsx"))["t"][2][0],
        load_workbook(tmp_path / "t.xlsx")["t"][1][1],
    ):
        assert cell.data_type == "s" and cell.value.startswith("'")
    (path,) = write_csv({"t": table}, tmp_path)
    again = pd.read_csv(path)
    assert again.text[0].startswith("'") and again.columns[1].startswith("'")


@pytest.mark.parametrize(
    "text", ["Ein Satz;=1+1", "a;\t =1+1", "Liste:\n- eins\n+ zwei", "a|@SUM(1)", '";=1+1'], ids=ascii
)
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_no_cell_begins_a_formula_where_a_comma_parts_none(text, delimiter, tmp_path):
    """German Excel parts cells at semicolons, and then takes a quotation mark inside a line for a character."""
    (path,) = write_csv({"t": pd.DataFrame({"id": ["a"], "text": [text]})}, tmp_path)
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    assert not [cell for line in lines for cell in line.split(delimiter) if acts(cell.strip('"'))]


@pytest.mark.parametrize("text", ["Grüße", "3 - 2", "a=b", "'=1+1", "–", "1,5", "„-“"])
def test_other_texts_stay_as_they_are(text, tmp_path):
    table = pd.DataFrame({"text": [text]})
    assert load_workbook(write_xlsx({"t": table}, tmp_path / "t.xlsx"))["t"]["A2"].value == text
    assert pd.read_csv(write_csv({"t": table}, tmp_path)[0], dtype=str).text[0] == text


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
