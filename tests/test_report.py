"""The page: what the tables hold stands on it, in both languages; nothing from an article acts on the reader."""

import ast
import re
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace

import lxml.html
import nbformat
import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

import helpers
from helpers import charts, overlap, parse
from helpers.articles.files import KINDS, reason_of
from helpers.articles.formats import no_text_column
from helpers.report import reasons, report
from helpers.report.page import LABELS, ON_PAPER, safe_url, sentence, write_page
from helpers.report.pdf import write_pdf
from helpers.report.summary import findings, summary
from helpers.wording import LANGUAGES

PACKAGE = Path(helpers.__file__).parent
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


@pytest.fixture(params=LANGUAGES, scope="module")
def page(request, corpus, tmp_path_factory):
    out = tmp_path_factory.mktemp(request.param)
    charts.save(charts.heatmap(overlap.similarity(corpus.articles)), "similarity", out / "charts")
    return lxml.html.parse(str(write_page(corpus, out, [], request.param))).getroot()


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
    assert images[0].get("class") == "narrow"  # two articles: it is not blown up to the page's width
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
    assert page.text_content().count(LABELS(language, "nothing")) == 4
    assert len(page.xpath("//section[@id='summary']//dd")) == 5


def test_the_summary_counts_what_the_tables_hold(corpus):
    said = dict(summary(findings(corpus), "en"))
    assert "2 articles from 2 outlets, 2024-05-06 to 2024-05-08." in said[""]
    assert f"quotations: {len(corpus.quotes)} ({(corpus.quotes.kind == 'direct').sum()} verbatim)" in said[""]
    assert "Ruled out" in said["03_country_commitments"]


def test_sources_that_repeat_each_other_count_once(tmp_path):
    story = "Polen liefert der Ukraine 30 Panzer. Das teilte die Regierung in Warschau am Montag mit, wie es hieß. " * 3
    table = pd.DataFrame({"article_id": list("abc"), "outlet": ["Bote", "Blatt", "Post"], "text": story})
    other = "Wochenlang wurde in Posen gestritten, ob genug Stahl da ist. Polen liefert der Ukraine nun Panzer."
    table.loc[2, "text"] = f"{other} Die Fischer an der Küste sind enttäuscht; sie hatten selbst auf Aufträge gehofft."
    page = lxml.html.parse(str(write_page(parse(table), tmp_path, [], "de"))).getroot()
    (cell,) = page.xpath("//table[@class='matrix']//td[@class]")
    assert "3 Artikel, 2 unabhängig" in " ".join(cell.text_content().split())
    assert "(3 Artikel, 2 unabhängig)" in " ".join(page.xpath("string(//summary)").split())


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
        answered = [answer for _, answer in summary(findings(empty), language)]
        assert "1 " not in " ".join([LABELS(language, "title", articles=1), *answered])


def raised() -> list[str]:
    """Every reason for which the package leaves out a file, as its code writes it, X for what differs."""
    found = []
    for path in [*(PACKAGE / "articles").glob("*.py"), PACKAGE / "corpus.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Unreadable", "skip"):
                found.append(node.args[-1])
            elif isinstance(node, ast.Dict) and "reason" in [getattr(key, "value", None) for key in node.keys]:
                found.append(node.values[-1])
            elif isinstance(node, ast.FunctionDef) and node.name in ("_unfit", "_lack"):
                found += [part for inner in ast.walk(node) if isinstance(inner, ast.Return) for part in ast.walk(inner)]
    texts = [_text(node) for node in found] + list(KINDS.values()) + [no_text_column(["a"]), reason_of(".xyz")]
    return sorted({text for text in texts if text})


def _text(node) -> str | None:
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "X" for part in node.values)
    return None


def test_every_reason_for_leaving_out_a_file_has_its_german():
    assert len(raised()) > 20
    assert [reason for reason in raised() if reasons.reason(reason, "de") == reason] == []
    assert reasons.reason("no text in column 'Inhalt'", "de") == "kein Text in der Spalte 'Inhalt'"
    assert reasons.reason("no text in column 'Inhalt'", "en") == "no text in column 'Inhalt'"
    assert reasons.place("liste.csv, line 3", "de") == "liste.csv, Zeile 3"


def test_the_german_page_is_german_throughout(corpus, tmp_path):
    """No English word of the page's own stands on it; what articles say is German anyway."""
    skipped = [{"file": "scan.pdf", "reason": KINDS[(".pdf",)]}, {"file": "a.csv, row 2", "reason": "empty"}]
    corpus.articles.attrs["skipped"] = skipped
    charts.save(charts.heatmap(overlap.similarity(corpus), language="de"), "alike", tmp_path / "charts")
    page = lxml.html.parse(str(write_page(corpus, tmp_path, [], "de"))).getroot()
    for part in page.xpath("//script | //style"):
        part.drop_tree()
    said = [page.text_content(), *page.xpath("//@alt | //@aria-label | //@title")]
    words = set(re.findall(r"[a-z]+", " ".join(said).replace(HOSTILE, "").lower()))
    english = "the and of is with article articles chart source row says shown found by out"
    assert not words & set(english.split())


def test_what_is_printed_of_a_long_table_is_what_the_page_says():
    style = files("helpers.report").joinpath("page.css").read_text(encoding="utf-8")
    assert f"tbody tr:nth-child(n + {ON_PAPER + 1})" in style


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A report in German, with one small notebook in place of the project's own and a browser that prints two words;
    `before`: whether its page was there when they were printed."""
    folder = tmp_path_factory.mktemp("made")
    cell = "from helpers import charts, overlap, read_articles\nsimilarity = overlap.similarity(read_articles())"
    cells = [new_markdown_cell("# How alike?"), new_code_cell(cell)]
    cells.append(new_code_cell('charts.save(charts.heatmap(similarity), "alike")\ncharts.heatmap(similarity)'))
    cells.append(new_code_cell('from tqdm.auto import tqdm\nlist(tqdm(range(3), desc="counting", leave=False))'))
    (folder / "notebooks").mkdir()
    nbformat.write(new_notebook(cells=cells), folder / "notebooks" / "01_source_overlap.ipynb")
    (folder / "articles").mkdir()
    for name in ("eins", "zwei"):
        (folder / "articles" / f"{name}.txt").write_text(TEXTS["eins"], encoding="utf-8")
    before = []

    def prints(command, **how):
        target, page = (part.partition("=")[2] or part for part in command[-2:])
        assert page == (Path(target).parent / "index.html").as_uri()
        before.append((folder / "out" / "index.html").exists())
        Path(target).write_bytes(b"%PDF of today")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("helpers.report.notebooks.NOTEBOOKS", folder / "notebooks")
        patch.setattr("helpers.report.pdf.subprocess.run", prints)
        patch.setenv("CHROMIUM", "chromium")
        report(folder / "articles", folder / "out", language="de")
    return SimpleNamespace(articles=folder / "articles", out=folder / "out", before=before)


def test_a_report_holds_page_charts_tables_and_notebooks(made):
    written = {path.relative_to(made.out).as_posix() for path in made.out.rglob("*.*")}
    assert {"index.html", "charts/alike.svg", "charts/alike.pdf", "notebooks/01_source_overlap.html"} <= written
    assert {"tables/quotes.csv", "tables/figures.csv", "tables/tables.xlsx"} <= written
    root = lxml.html.parse(str(made.out / "index.html")).getroot()
    for link in root.xpath("//a/@href[not(starts-with(., '#')) and not(starts-with(., 'http'))]"):
        assert (made.out / link).is_file(), link
    assert "Am ähnlichsten: eins und zwei" in root.xpath("//figure/img/@alt")[0]


def test_a_notebook_page_stands_under_its_question_and_leads_back(made):
    page = lxml.html.parse(str(made.out / "notebooks" / "01_source_overlap.html")).getroot()
    assert page.xpath("//h1")[0].text_content().startswith("Welche Medien wiederholen nur einander?")
    assert "Der Text dieses Notebooks ist englisch" in page.text_content()
    assert page.xpath("//a[@href='../index.html']")
    assert "counting:" not in page.text_content()  # the bar is gone, as from a notebook that is open
    (alt,) = page.xpath("//img/@alt")
    assert alt.startswith("Am ähnlichsten: eins und zwei (100 von 100).")


def test_the_pdf_takes_its_place_with_the_page_and_goes_where_none_is_printed(made, monkeypatch, capsys):
    assert made.before == [False]
    assert (made.out / "report.pdf").read_bytes() == b"%PDF of today"
    monkeypatch.setenv("CHROMIUM", "/bin/false")
    monkeypatch.setattr("helpers.report.run_all", lambda *how: [])
    report(made.articles, made.out)
    assert not (made.out / "report.pdf").exists()
    assert "No report.pdf: install Chromium" in capsys.readouterr().out


@pytest.mark.parametrize("program", ["/bin/false", "/nowhere/chromium"])
def test_a_browser_that_fails_leaves_no_pdf(program, tmp_path, monkeypatch):
    monkeypatch.setenv("CHROMIUM", program)
    (tmp_path / "report.pdf").write_bytes(b"%PDF half")
    assert write_pdf(tmp_path / "index.html", tmp_path / "report.pdf") is None
    assert not list(tmp_path.iterdir())
