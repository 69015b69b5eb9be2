"""report(): a folder of articles → reports/: the page, the notebooks, every chart, every table.

read → parse → run the notebooks (they save the charts) → tables as CSV and XLSX → index.html → report.pdf → all of them
into their places
"""

import os
from pathlib import Path

from ..articles import read_articles
from ..corpus import parse
from ..files import staged, without
from ..wording import chosen
from ..workbook import write_csv, write_xlsx
from .notebooks import run_all
from .page import write_page
from .pdf import write_pdf


def report(folder=None, out="reports", *, language: str = "en") -> Path:
    """Writes the whole report on the articles in `folder` into `out`; returns the path of its index.html.

    Beside it stands report.pdf, the page as it prints, where Chromium or Chrome is installed. Parsing is kept in
    `<out>/.cache`, so that the notebooks need not parse again and the next report is quick.
    The report takes its place as a whole at its end: a run that is stopped leaves the former one. Its files are moved
    one after the other, the page last, which takes milliseconds: a run killed in just these leaves the former page
    beside new files until the next run, which first moves the rest (`files.finish`).
    Raises what `read_articles` raises for a folder that is missing or holds no article.
    """
    language = chosen(language)
    out = Path(out).resolve()
    out.mkdir(parents=True, exist_ok=True)
    articles = read_articles(folder)
    cache = out / ".cache"
    corpus = parse(articles, cache=cache, progress=True)
    with staged(out) as unfinished:
        environment = {
            "ARTICLES": str(Path(folder or os.environ.get("ARTICLES", "data/articles")).resolve()),
            "REPORTS": str(unfinished),
            "HELPERS_CACHE": str(cache),
            "HELPERS_LANGUAGE": language,
        }
        pages = []
        for page in run_all(unfinished / "notebooks", environment, language):
            print(f"  {page.title} {out / page.path.relative_to(unfinished)}")
            pages.append(page)
        tables = corpus.tables()
        write_csv(tables, unfinished / "tables")
        write_xlsx(tables, unfinished / "tables" / "tables.xlsx")
        page = write_page(corpus, unfinished, pages, language)
        if write_pdf(page, unfinished / "report.pdf") is None:
            without(unfinished / "report.pdf")
            print("  No report.pdf: install Chromium or Chrome, or print index.html from your browser")
    return out / page.name
