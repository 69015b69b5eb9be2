"""Nothing is let in: what an article, its title, outlet, address or file name holds is shown, never obeyed."""

import csv
import io
import os
import pickle
import socket
import subprocess
import sys
import warnings
from pathlib import Path

import lxml.html
import numpy as np
import pandas as pd
import pytest
from openpyxl import load_workbook

from helpers import charts, overlap, parse, read_articles, reading, showing, tagger
from helpers.report.page import write_page
from helpers.tables import Corpus
from helpers.workbook import acts, write_csv, write_xlsx
from payloads import ADDRESSES, FORMULAS, MARKUP, PATHS, RUN

ROOT = Path(__file__).resolve().parents[1]
PAYLOADS = [*MARKUP, *ADDRESSES, *FORMULAS]
TEXT = "Polen liefert 30 Panzer. „Wir helfen {0}“, sagte Minister {0} Tusk am Montag. {0}"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Corpus:
    """An article per payload, which stands in every field; and files with hostile names, read and skipped."""
    folder = tmp_path_factory.mktemp("articles")
    for number, name in enumerate(f"{payload.replace('/', '_')}" for payload in MARKUP if "\0" not in payload):
        (folder / f"{name}.{'pdf' if number % 2 else 'txt'}").write_text(TEXT.format(name), encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        files = read_articles(folder)
    assert len(files) > 20 and len(files.attrs["skipped"]) > 20
    made_up = pd.DataFrame(
        {
            "article_id": [f"{number} {payload}" for number, payload in enumerate(PAYLOADS)],
            "outlet": PAYLOADS,
            "title": PAYLOADS,
            "url": [ADDRESSES[number % len(ADDRESSES)] for number in range(len(PAYLOADS))],
            "text": [TEXT.format(payload) for payload in PAYLOADS],
        }
    )
    together = pd.concat([files, made_up], ignore_index=True)
    together.attrs["skipped"] = files.attrs["skipped"]
    return parse(together)


@pytest.fixture(scope="module")
def pages(corpus, tmp_path_factory) -> dict[str, Path]:
    """The report's page, and a page of what notebooks show."""
    folder = tmp_path_factory.mktemp("pages")
    charts.save(charts.heatmap(overlap.similarity(corpus.articles.head(5))), "similarity", folder / "charts")
    parts = [reading.html(corpus, article_id) for article_id in corpus.articles["article_id"]]
    parts += [showing.table(table, top=None)._repr_html_() for table in corpus.tables().values()]
    picker = reading.pick(corpus)
    parts += [picker.children[1].value, picker.folded]
    parts += [showing.say(payload).data for payload in PAYLOADS]
    parts += [showing.table(pd.DataFrame({payload: [payload]}))._repr_html_() for payload in PAYLOADS]
    shown = folder / "shown.html"
    body = "\n".join(parts).encode("utf-8", "replace").decode()
    shown.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{body}", encoding="utf-8")
    return {"report": write_page(corpus, folder, [], "en"), "notebooks": shown}


@pytest.mark.parametrize("name", ["report", "notebooks"])
def test_no_page_holds_anything_that_acts(pages, name, counts):
    page = lxml.html.parse(str(pages[name])).getroot()
    assert len(page.xpath("//script")) == (1 if name == "report" else 0)
    assert not page.xpath("//*[@*[starts-with(name(), 'on')]]")
    assert not page.xpath(
        "//iframe | //object | //embed | //base | //link | //form | //svg | //math | //video | //audio"
    )
    assert not page.xpath("//img[not(starts-with(@src, 'data:image/svg+xml;base64,'))]")
    assert not page.xpath("//meta[@http-equiv='refresh']")
    for link in page.xpath("//a/@href"):
        assert link.startswith(("#", "https://", "charts/", "tables/")), link
        assert not set(link) & set("\"'<> ")
    assert page.text_content().count(RUN) > len(MARKUP)
    counts["payloads tried"] += len(PAYLOADS)


def test_a_chart_holds_no_markup(pages):
    (chart,) = (pages["report"].parent / "charts").glob("*.svg")
    root = lxml.html.fromstring(chart.read_bytes())
    assert not root.xpath("//script | //img | //iframe | //foreignobject | //a | //*[@*[starts-with(name(), 'on')]]")


TOUCH = """() => {
  for (const element of document.querySelectorAll("body *")) {
    for (const event of ["mouseover", "focus", "toggle", "error", "load"]) element.dispatchEvent(new Event(event));
    if (element.tagName === "DETAILS") element.open = true;
  }
  return window.pwned === undefined ? 0 : 1;
}"""


def executions(browser, page: Path) -> tuple[int, list[str]]:
    """How often a payload ran in a page that is opened and touched everywhere; what it asked of the network."""
    context = browser.new_context()
    tab = context.new_page()
    dialogs, asked = [], []
    tab.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(page.as_uri(), wait_until="load", timeout=120_000)
    touched = tab.evaluate(TOUCH)
    tab.wait_for_timeout(500)
    outside = [url for url in asked if not url.startswith(("file:", "data:", "blob:", "about:"))]
    ran = len(dialogs) + touched + tab.evaluate("window.pwned === undefined ? 0 : 1")
    context.close()
    return ran, outside


@pytest.mark.browser
@pytest.mark.parametrize("name", ["report", "notebooks"])
def test_no_payload_runs_in_a_browser(browser, pages, name):
    assert executions(browser, pages[name]) == (0, [])


@pytest.mark.browser
def test_the_payloads_would_run_if_they_were_let(browser, tmp_path):
    (tmp_path / "bad.html").write_text(f"<!DOCTYPE html><body>{MARKUP[13]}", encoding="utf-8")
    ran, _ = executions(browser, tmp_path / "bad.html")
    assert ran > 0


def test_no_cell_begins_a_formula(corpus, tmp_path):
    tables = corpus.tables() | {"header": pd.DataFrame({formula: [1] for formula in FORMULAS})}
    for path in write_csv(tables, tmp_path):
        rows = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
        assert not [cell for row in rows for cell in row if is_formula(cell)]
    for sheet in load_workbook(write_xlsx(tables, tmp_path / "t.xlsx")):
        assert not [
            cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f" or is_formula(str(cell.value))
        ]


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet may take a cell for a formula; a negative number is none."""
    try:
        float(cell)
    except ValueError:
        return acts(cell)
    return False


@pytest.mark.parametrize("name", PATHS, ids=ascii)
def test_no_name_leads_out_of_the_folder(name, tmp_path, monkeypatch):
    monkeypatch.setenv("REPORTS", str(tmp_path / "reports"))
    with pytest.raises(ValueError, match="no plain file name"):
        charts.save(charts.Figure() if hasattr(charts, "Figure") else None, name)
    with pytest.raises(ValueError, match="no plain file name"):
        showing.export(pd.DataFrame({"a": [1]}), name)
    assert list(tmp_path.iterdir()) == []


def test_an_id_is_no_path(tmp_path):
    inner = tmp_path / "inner"
    found = parse(pd.DataFrame({"article_id": [f"../{name}" for name in PATHS], "text": "Es kamen 7 Gäste."}))
    found.save(inner / "tables")
    write_csv(found.tables(), inner / "csv")
    write_page(found, inner, [], "en")
    assert [path.name for path in tmp_path.iterdir()] == ["inner"]
    assert sorted(path.name for path in inner.iterdir()) == ["csv", "index.html", "tables"]


def test_tables_and_model_are_read_without_pickle(corpus, tmp_path, monkeypatch):
    corpus.save(tmp_path)
    for name in ("load", "loads", "Unpickler"):
        monkeypatch.setattr(pickle, name, lambda *args, **options: pytest.fail("unpickled"))
    assert len(Corpus.load(tmp_path).quotes) == len(corpus.quotes)
    for name in ("words.npz", "names.npz"):
        assert tagger._arrays(tagger.MODEL / name)
    np.savez(tmp_path / "bad.npz", settings=np.array([{"a": 1}], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        tagger._arrays(tmp_path / "bad.npz")


def test_no_network_connection_is_opened(tmp_path, monkeypatch):
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, lambda *args: pytest.fail("opened a network connection"))
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, lambda *args, **options: pytest.fail("asked for a network address"))
    found = parse(read_articles(ROOT / "data" / "articles").tail(4))
    write_xlsx(found.tables(), tmp_path / "t.xlsx")
    write_page(found, tmp_path, [], "de")
    charts.save(charts.heatmap(overlap.similarity(found.articles)), "similarity", tmp_path)


WATCH = """
import os, socket
connect = socket.socket.connect
def watched(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
        with open(os.environ["CONNECTIONS"], "a") as log:
            log.write(repr(address))
        raise OSError("no network here")
    return connect(self, address)
socket.socket.connect = socket.socket.connect_ex = watched
"""


@pytest.mark.slow
def test_the_whole_report_opens_no_network_connection(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(WATCH)
    log = tmp_path / "connections"
    paths = os.pathsep.join([str(tmp_path), str(ROOT / "src")])
    command = [
        sys.executable,
        "-m",
        "helpers",
        "report",
        str(ROOT / "data" / "articles"),
        "--out",
        str(tmp_path / "out"),
    ]
    environment = {**os.environ, "PYTHONPATH": paths, "CONNECTIONS": str(log)}
    subprocess.run(command, env=environment, check=True, timeout=1_800, cwd=ROOT)
    assert (tmp_path / "out" / "index.html").is_file()
    assert not log.exists(), log.read_text()
