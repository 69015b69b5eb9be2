"""index.html: the Corpus and its charts on one page that works from a file. Corpus, charts → HTML."""

import base64
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

import pandas as pd
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from .. import answers, commitments, wording
from ..charts import labels as on_charts
from ..files import write
from ..tables import Corpus
from ..wording import Words
from . import reasons
from .notebooks import Page
from .summary import Findings, findings, summary

LABELS = Words(__package__, "labels.csv")
MOST_ROWS = 2_000  # of a table shown in the page: what a browser still searches at once
ON_PAPER = 200  # of them printed, as page.css has it
NARROW = 300  # points: a chart that is a column wide, not a page
DECIMALS = 4  # of a figure in the page; the tables have all
QUOTE_COLUMNS = ("outlet", "speaker", "kind", "text", "article")
FIGURE_COLUMNS = ("outlet", "figure", "value", "kind", "counted", "sentence", "article")
SVG = {"dc": "http://purl.org/dc/elements/1.1/", "svg": "http://www.w3.org/2000/svg"}


@dataclass(frozen=True)
class Chart:
    """One chart of the page: what it states, what a reader who cannot see it is told, where its files are."""

    name: str
    notebook: str  # that drew it: charts stand under its question
    title: str
    alt: str
    source: str  # data URI
    narrow: bool
    downloads: tuple[str, ...]


def write_page(corpus: Corpus, out: Path, notebooks: list[Page], language: str) -> Path:
    """Writes `out`/index.html; returns its path."""
    found = findings(corpus)
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(files(__package__).joinpath("index.html.j2").read_text(encoding="utf-8"))
    page = template.render(
        language=language,
        label=partial(LABELS, language),
        known=partial(LABELS.known, language),
        number=partial(wording.number, language=language, decimals=DECIMALS),
        date=partial(wording.day, language=language),
        title=LABELS(language, "title", articles=len(corpus.articles)),
        summary=summary(found, language),
        source=LABELS(
            language, "source", articles=len(corpus.articles), outlets=answers.outlets(corpus, language=language)
        ),
        charts=charts(out, {name: page.name for page in notebooks for name in page.charts}),
        matrix=matrix(found, language),
        tables={"quotes": quotes(corpus), "figures": figures(corpus)},
        columns={"quotes": QUOTE_COLUMNS, "figures": FIGURE_COLUMNS},
        most=MOST_ROWS,
        on_paper=ON_PAPER,
        notebooks=[(page.name, page.title, page.path.relative_to(out).as_posix()) for page in notebooks],
        country=partial(wording.country, language=language),
        measure=partial(wording.measure, language=language),
        stance=partial(wording.stance, language=language),
        kind=partial(wording.kind, language=language),
        files=sorted(p.relative_to(out).as_posix() for p in (out / "tables").glob("*.csv")),
        articles=corpus.articles.to_dict("records"),
        place={article_id: at for at, article_id in enumerate(corpus.articles["article_id"], 1)},
        skipped=[
            (reasons.place(one["file"], language), reasons.reason(one["reason"], language))
            for one in corpus.articles.attrs.get("skipped", [])
        ],
        missing=pd.isna,
        safe_url=safe_url,
        script=Markup(files(__package__).joinpath("page.js").read_text(encoding="utf-8")),
        style=Markup(files(__package__).joinpath("page.css").read_text(encoding="utf-8")),
    )
    return write(out / "index.html", page)


def charts(out: Path, drawn_by: dict[str, str]) -> list[Chart]:
    """Every chart saved under `out`/charts, in the order of `drawn_by` (chart → notebook), grouped by notebook; title
    and alternative text are the SVG's own."""
    found, places = [], {name: place for place, name in enumerate(drawn_by)}
    for path in sorted((out / "charts").glob("*.svg"), key=lambda p: (places.get(p.stem, len(places)), p.stem)):
        data = path.read_bytes()
        root = ET.fromstring(data)
        title, alt = (root.findtext(f".//dc:{tag}", default="", namespaces=SVG) for tag in ("title", "description"))
        if title in on_charts.NOTHING.values():
            continue
        uri = f"data:image/svg+xml;base64,{base64.b64encode(data).decode()}"
        downloads = tuple(p.relative_to(out).as_posix() for p in sorted(path.parent.glob(f"{path.stem}.*")))
        notebook = drawn_by.get(path.stem, "")
        wide = re.fullmatch(r"([\d.]+)pt", root.get("width", ""))
        narrow = wide is not None and float(wide[1]) < NARROW
        found.append(Chart(path.stem, notebook, title or path.stem, alt or title or path.stem, uri, narrow, downloads))
    return found


def matrix(found: Findings, language: str) -> dict:
    """The country × measure cells and, for each, its evidence rows; the states with most cells first, as in the
    chart."""
    articles = found.corpus.articles[["article_id", "outlet", "published", "title"]]
    rows = found.corpus.commitments.merge(articles, on="article_id").sort_values(
        ["published", "article_id", "start"], na_position="last", kind="stable"
    )
    evidence = {key: group.to_dict("records") for key, group in rows.groupby(["country", "measure"])}
    by_state = found.cells.groupby("country")["articles"].agg(["size", "sum"])
    states = sorted(
        by_state.index, key=lambda c: (-by_state["size"][c], -by_state["sum"][c], wording.country(c, language))
    )
    measures = list(commitments.pivot(found.cells).columns) if len(found.cells) else []
    cells = {(cell["country"], cell["measure"]): cell for cell in found.cells.to_dict("records")}
    order = [(state, measure) for state in states for measure in measures if (state, measure) in cells]
    return {"states": states, "measures": measures, "cells": cells, "evidence": {key: evidence[key] for key in order}}


def quotes(corpus: Corpus) -> list[dict]:
    """One dict per quotation, in the order of the table."""
    rows = _with_outlet(corpus, corpus.quotes)
    rows["speaker"] = rows["speaker_entity"].fillna(rows["speaker"])
    return _shown(rows.rename(columns={"article_id": "article"}), QUOTE_COLUMNS)


def figures(corpus: Corpus) -> list[dict]:
    """One dict per figure, with the sentence it stands in."""
    rows = _with_outlet(corpus, corpus.figures)
    texts = corpus.articles.set_index("article_id")["text"]
    sentences = [sentence(texts[a], s, e) for a, s, e in zip(rows.article_id, rows.start, rows.end, strict=True)]
    rows["value"] = rows["value"].astype("object").where(rows["value"].notna(), rows["date_from"].dt.date)
    rows["sentence"] = pd.Series(sentences, index=rows.index, dtype="string")
    return _shown(rows.rename(columns={"article_id": "article", "text": "figure"}), FIGURE_COLUMNS)


def sentence(text: str, start: int, end: int) -> str:
    """The text around a span, to the next sentence ends within its paragraph."""
    first = max(
        [text.rfind(mark, 0, start) + len(mark) for mark in ("\n", ". ", "! ", "? ") if mark in text[:start]] or [0]
    )
    ends = [m.start() + 1 for m in [re.search(r"[.!?](?=\s|$)|(?=\n)", text[end:])] if m]
    return text[first : end + ends[0] if ends else len(text)].strip()


def safe_url(url) -> str | None:
    """The address if it is one a reader can open without harm (http or https), else None."""
    return url if isinstance(url, str) and re.match(r"https?://[^\s\"'<>]+$", url) else None


def _with_outlet(corpus: Corpus, table: pd.DataFrame) -> pd.DataFrame:
    return table.merge(corpus.articles[["article_id", "outlet"]], on="article_id", how="left")


def _shown(rows: pd.DataFrame, columns: tuple[str, ...]) -> list[dict]:
    return rows[list(columns)].to_dict("records")
