"""The page: what the tables hold stands on it, in both languages; nothing from an article acts on the reader."""

import string
from dataclasses import replace
from importlib.resources import files

import lxml.html
import nbformat
import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from helpers import charts, overlap, parse
from helpers.report import report
from helpers.report.labels import LANGUAGES, _labels, label, number
from helpers.report.page import ON_PAPER, safe_url, sentence, write_page
from helpers.report.pdf import write_pdf
from helpers.report.summary import summary

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">'
TEXTS = {
    "eins": "Polen liefert 30 Panzer. „Wir helfen“, sagte Premierminister Donald Tusk am Montag in Warschau.",
    "zwei": f"Polen liefert keine Panzer, sagte Minister {HOSTILE}. „{HOSTILE} kommt“, erklärte Donald Tusk.",
}


@pytest.fixture(scope="module")
def corpus():
    return parse(
        pd.DataFrame(
            {
                "article_id": list(TEXTS),
                "outlet": ["Nordblatt", HOSTILE],
                "title": [None, HOSTILE],
                "published": pd.to_datetime(["2024-05-06", "2024-05-08"]),
                "url": ["https://nordblatt.example/1", "javascript:alert(3)"],
                "text": list(TEXTS.values()),
            }
        )
    )


@pytest.fixture(scope="module")
def empty():
    return parse(pd.DataFrame({"article_id": ["a"], "text": ["Es regnet."]}))


@pytest.fixture(params=LANGUAGES)
def page(request, corpus, tmp_path):
    charts.save(charts.heatmap(overlap.similarity(corpus.articles)), "similarity", tmp_path / "charts")
    return lxml.html.parse(str(write_page(corpus, tmp_path, [], request.param))).getroot()


def test_every_quotation_and_figure_stands_in_its_table(page, corpus):
    for name, table in (("quotes", corpus.quotes), ("figures", corpus.figures)):
        assert len(table) > 0
        assert len(page.xpath(f"//table[@id='table-{name}']/tbody/tr")) == len(table)


def test_every_cell_of_the_matrix_leads_to_its_evidence(page, corpus):
    links = page.xpath("//table[@class='matrix']//td/a/@href")
    assert len(links) == len(corpus.commitments.dropna(subset="country").groupby(["country", "measure"]))
    for link in links:
        (details,) = page.xpath(f"//details[@id='{link[1:]}']")
        assert details.xpath(".//li")


def test_every_chart_has_a_text_for_those_who_cannot_see_it(page):
    images = page.xpath("//figure/img")
    assert len(images) == 1
    assert len(images[0].get("alt")) > 40
    assert {link.rpartition(".")[2] for link in page.xpath("//figcaption//a/@href")} == {"svg", "pdf", "png"}


def test_nothing_from_an_article_acts(page):
    assert len(page.xpath("//script")) == 1
    assert HOSTILE not in page.xpath("//script")[0].text
    assert not page.xpath("//*[@*[starts-with(name(), 'on')]]")
    assert not page.xpath("//img[not(starts-with(@src, 'data:image/svg+xml;base64,'))]")
    assert not page.xpath("//a[starts-with(@href, 'javascript')]")
    assert page.xpath("//a[@href='https://nordblatt.example/1']")
    assert HOSTILE in page.text_content()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_corpus_without_finds_still_gives_a_page(language, empty, tmp_path):
    page = lxml.html.parse(str(write_page(empty, tmp_path, [], language))).getroot()
    assert page.text_content().count(label(language, "nothing")) == 4
    assert label(language, "s_noquotes") in summary(empty, language)


def test_the_summary_counts_what_the_tables_hold(corpus):
    text = " ".join(summary(corpus, "en"))
    assert "2 articles from 2 outlets, 2024-05-06 to 2024-05-08." in text
    assert f"{len(corpus.quotes)} quotations, {(corpus.quotes.kind == 'direct').sum()} of them" in text
    assert f"{len(corpus.figures)} figures" in text


def test_both_languages_say_the_same_with_the_same_values():
    for key, row in _labels().items():
        fields = [{name for _, name, _, _ in string.Formatter().parse(row[language]) if name} for language in LANGUAGES]
        assert fields[0] == fields[1], key
        assert row["en"] and row["de"], key


@pytest.mark.parametrize(
    ("value", "en", "de"), [(1234567, "1,234,567", "1.234.567"), (0.5, "0.5", "0,5"), (1234.5, "1,234.5", "1.234,5")]
)
def test_numbers_are_written_as_the_language_writes_them(value, en, de):
    assert (number("en", value), number("de", value)) == (en, de)


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x?y=1", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        (" https://a.example", False),
        ('https://a.example/" onclick="x', False),
        (pd.NA, False),
    ],
)
def test_only_harmless_addresses_become_links(url, safe):
    assert (safe_url(url) is not None) == safe


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("Eins kam. Zwei Panzer kamen. Drei blieben.", "Zwei Panzer", "Zwei Panzer kamen."),
        ("Titel mit 5 Toren\nEin Satz.", "5 Toren", "Titel mit 5 Toren"),
        ("Nur 7", "7", "Nur 7"),
        ("Ja! Es waren 8? Nein.", "8", "Es waren 8?"),
    ],
)
def test_a_figure_is_shown_in_its_sentence(text, span, expected):
    start = text.index(span)
    assert sentence(text, start, start + len(span)) == expected


def test_one_article_is_spoken_of_as_one(empty):
    for language in LANGUAGES:
        said = " ".join([label(language, "title", articles=1), *summary(empty, language)])
        assert "1 " not in said
        assert label(language, "s_alone") in said


def test_articles_without_a_date_are_not_dated(corpus):
    some = replace(corpus, articles=corpus.articles.assign(published=pd.to_datetime(["2024-05-06", None])))
    assert summary(some, "de")[0] == "2 Artikel von 2 Medien, davon 1 mit Datum: 06.05.2024."


def test_the_closest_pair_is_named_as_a_reader_knows_it(corpus):
    twice = pd.concat([corpus.articles.iloc[:1]] * 2).assign(
        article_id=["a", "b"], title=["Polen hilft", None], outlet=["Nordblatt", None]
    )
    assert "“Polen hilft” (Nordblatt) and “b”: 100 of 100" in " ".join(summary(replace(corpus, articles=twice), "en"))


def test_what_is_printed_of_a_long_table_is_what_the_page_says():
    style = files("helpers.report").joinpath("page.css").read_text(encoding="utf-8")
    assert f"tbody tr:nth-child(n + {ON_PAPER + 1})" in style


@pytest.fixture
def notebooks(tmp_path, monkeypatch):
    """One small notebook in place of the project's own, so that the whole way of a report is quick."""
    cell = "from helpers import charts, overlap, read_articles\nsimilarity = overlap.similarity(read_articles())"
    cells = [new_markdown_cell("# How alike?"), new_code_cell(cell)]
    cells.append(new_code_cell('charts.save(charts.heatmap(similarity), "alike")'))
    (tmp_path / "notebooks").mkdir()
    nbformat.write(new_notebook(cells=cells), tmp_path / "notebooks" / "00_own.ipynb")
    monkeypatch.setattr("helpers.report.notebooks.NOTEBOOKS", tmp_path / "notebooks")
    (tmp_path / "articles").mkdir()
    for name in ("eins", "zwei"):
        (tmp_path / "articles" / f"{name}.txt").write_text(TEXTS["eins"], encoding="utf-8")
    return tmp_path


def test_a_report_holds_page_charts_tables_and_notebooks(notebooks, monkeypatch, capsys):
    monkeypatch.setattr("helpers.report.pdf.browser", lambda: None)
    page = report(notebooks / "articles", notebooks / "out", language="de")
    written = {path.relative_to(notebooks / "out").as_posix() for path in (notebooks / "out").rglob("*.*")}
    assert {"index.html", "charts/alike.svg", "charts/alike.pdf", "notebooks/00_own.html"} <= written
    assert {"tables/quotes.csv", "tables/figures.csv", "tables/tables.xlsx"} <= written
    assert "report.pdf" not in written
    assert "No report.pdf: install Chromium" in capsys.readouterr().out
    root = lxml.html.parse(str(page)).getroot()
    for link in root.xpath("//a/@href[not(starts-with(., '#')) and not(starts-with(., 'http'))]"):
        assert (page.parent / link).is_file(), link
    assert "Am ähnlichsten: eins und zwei" in root.xpath("//figure/img/@alt")[0]


@pytest.mark.parametrize("program", ["/bin/false", "/nowhere/chromium"])
def test_a_browser_that_fails_leaves_no_pdf(program, tmp_path, monkeypatch):
    monkeypatch.setenv("CHROMIUM", program)
    (tmp_path / "report.pdf").write_bytes(b"%PDF of last week")
    assert write_pdf(tmp_path / "index.html", tmp_path / "report.pdf") is None
    assert not list(tmp_path.iterdir())
