"""How notebooks show tables and sentences: everything there, nothing obeyed."""

import numpy as np
import pandas as pd
import pytest
from lxml import html as lxml_html

from helpers import showing
from helpers.files import reports


def cells(frame, **options) -> list[str]:
    page = lxml_html.fragment_fromstring(showing.table(frame, **options)._repr_html_(), create_parent="div")
    return [cell.text_content() for cell in page.iter("td")]


@pytest.mark.parametrize(
    "value, shown",
    [
        pytest.param(pd.NA, "–", id="missing"),
        pytest.param(pd.NaT, "–", id="no date"),
        pytest.param(float("nan"), "–", id="no number"),
        pytest.param(0.3, "0.3", id="number"),
        pytest.param(1234567, "1,234,567", id="thousands"),
        pytest.param(11.0, "11", id="whole"),
        pytest.param(pd.Timestamp("2025-09-04 15:10"), "2025-09-04", id="date"),
        pytest.param(["a", "b"], "a, b", id="list"),
        pytest.param(True, "yes", id="true"),
        pytest.param(False, "–", id="false"),
        pytest.param("<b>$x$</b>", "<b>$x$</b>", id="markup"),
    ],
)
def test_a_value_is_shown_as_a_reader_wants_it(value, shown):
    assert cells(pd.DataFrame({"a": pd.Series([value], dtype=object)})) == [shown]


def test_the_rest_of_a_long_table_is_counted():
    long = pd.DataFrame({"a": range(1500)})
    assert cells(long, top=2) == ["0", "1"]
    assert "2 of 1,500 rows" in showing.table(long, top=2)._repr_html_()
    assert len(cells(long, top=None)) == 1500


def test_an_empty_table_says_so():
    assert "no rows" in repr(showing.table(pd.DataFrame(columns=["a"])))


def test_a_named_index_becomes_columns_and_a_plain_one_is_left_out():
    frame = pd.DataFrame({"n_words": [3]}, index=pd.Index(["x"], name="entity"))
    assert repr(showing.table(frame)) == "entity | n words\nx | 3\n1 row"
    assert repr(showing.table(frame.reset_index(drop=True))) == "n words\n3\n1 row"


def test_shares_are_percentages():
    assert cells(pd.DataFrame({"share_a": [0.934], "score": [0.934]})) == ["93%", "0.93"]


def test_a_german_report_counts_and_writes_numbers_in_german():
    long = pd.DataFrame({"a": [1234567] * 3, "share": 0.5, "day": pd.Timestamp("2025-09-04")})
    assert cells(long, top=1, language="de") == ["1.234.567", "50\xa0%", "04.09.2025"]
    assert "1 von 3 Zeilen" in repr(showing.table(long, top=1, language="de"))


def test_numbers_stand_right():
    page = showing.table(pd.DataFrame({"a": np.array([1]), "b": ["x"], "c": [True]}))._repr_html_()
    assert page.count('class="number"') == 2  # head and cell of the one column


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>"])
def test_nothing_from_an_article_becomes_markup(payload):
    frame = pd.DataFrame({payload: [payload]})
    for page in (showing.table(frame)._repr_html_(), showing.say(payload).data):
        tags = {element.tag for element in lxml_html.fragment_fromstring(page, create_parent="div").iter()}
        assert tags <= {"div", "style", "table", "caption", "thead", "tbody", "tr", "th", "td", "p", "strong"}


def test_columns_of_one_name_are_both_shown():
    frame = pd.concat([pd.DataFrame({"a": [1]}), pd.DataFrame({"a": ["x"]})], axis=1)
    assert cells(frame) == ["1", "x"]


def test_what_differs_is_marked():
    frame = pd.DataFrame({"a": ["<b> ⟨neu⟩ ⟨alt"]})
    assert "&lt;b&gt; <mark>neu</mark> ⟨alt" in showing.table(frame)._repr_html_()


def test_dollars_are_no_formula():
    assert "mathjax_ignore" in showing.say("5 $ und 6 $").data
    assert "mathjax_ignore" in showing.table(pd.DataFrame({"a": ["5 $"]}))._repr_html_()


def test_a_table_is_exported_twice_and_formulas_are_disarmed(tmp_path, monkeypatch):
    monkeypatch.setenv("REPORTS", str(tmp_path))
    shown = showing.export(pd.DataFrame({"text": ["=1+1", "x"]}), "list")
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == ["list.csv", "list.xlsx"]
    assert "'=1+1" in (tmp_path / "tables" / "list.csv").read_text(encoding="utf-8-sig")
    assert repr(shown).splitlines()[1] == "reports/tables/list.csv | 2"


def test_without_a_setting_reports_lie_in_the_project_also_from_a_folder_inside_it(tmp_path, monkeypatch):
    monkeypatch.delenv("REPORTS", raising=False)
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    assert reports() == tmp_path / "reports"
