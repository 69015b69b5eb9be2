"""One article with everything found in it marked. Corpus → HTML.

Read the marks, then trust the tables: `show` draws one article, `pick` offers them all in a drop-down, `count` says
which article holds the most finds, `only` takes one out. All is drawn from the tables, so that a Corpus loaded from
Parquet shows the same.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import get_close_matches
from html import escape
from importlib.resources import files

import ipywidgets
import pandas as pd
from IPython.display import HTML

from .tables import FINDS, Corpus

LAYERS = ("commitments", "quotes", "entities", "figures")  # outermost first, where two marks are equally long
LEGEND = {
    "person": "person",
    "state": "state, its people",
    "place": "place",
    "organisation": "organisation",
    "figure": "figure",
    "direct": "direct quote",
    "indirect": "indirect quote",
    "commitment": "commitment",
}
STATES = {"country": "state", "nationality": "state"}  # one look for both


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the article that carries one look: its place, what it is, what it says when asked, its tag."""

    start: int
    end: int
    look: str  # a key of LEGEND
    label: str  # shown on hover and focus, read by screen readers
    tag: str = ""  # small print behind the mark: who speaks, who commits to what


def show(corpus: Corpus, article_id: str) -> HTML:
    """One article, its finds marked, for a notebook. Raises KeyError for an article the corpus has not."""
    return HTML(html(corpus, article_id))


def html(corpus: Corpus, article_id: str) -> str:
    """One article as an HTML fragment with its own style: head, legend, text with nested marks.

    Every mark can be reached with the Tab key, shows its label on hover and focus, and differs from the others by line
    or shape as well as by colour. Text, names and titles come from strangers: all are escaped."""
    article = _article(corpus, article_id)
    marks = _marks(corpus, article_id)
    title = [] if pd.isna(article["title"]) else [Mark(0, len(article["title"]), "title", "")]
    titled = title if article["text"].startswith(str(article["title"])) else []
    head = " · ".join(
        str(part) for part in (article["outlet"], _date(article["published"]), article_id) if not pd.isna(part)
    )
    looks = Counter(mark.look for mark in marks)
    legend = "".join(
        f'<li><span class="{look}">{escape(name)}</span> {looks[look]}</li>'
        for look, name in LEGEND.items()
        if looks[look]
    )
    return (
        f"<style>{_style()}</style>"
        f'<article class="reading"><header>{escape(head)}</header>'
        f'<ul aria-label="Legend">{legend or "<li>nothing found in this article</li>"}</ul>'
        f'<div class="text tex2jax_ignore mathjax_ignore" lang="de">'
        f"{_nested(article['text'], [*titled, *marks])}</div></article>"
    )


def count(corpus: Corpus) -> pd.DataFrame:
    """One row per article: how many finds of each table it holds, and words; the fullest first."""
    counts = {table: corpus.tables()[table]["article_id"].value_counts() for table in FINDS}
    out = corpus.articles.set_index("article_id")[["outlet"]]
    out["words"] = corpus.articles.set_index("article_id")["text"].str.split().str.len()
    for table, found in counts.items():
        out[table] = found.reindex(out.index).fillna(0).astype(int)
    most = out[list(FINDS)].sum(axis=1).rename("finds")
    return out.assign(finds=most).sort_values(["finds", "article_id"], ascending=[False, True])


def only(corpus: Corpus, article_id: str) -> Corpus:
    """The Corpus of one article. Raises KeyError for an article the corpus has not."""
    _article(corpus, article_id)
    return Corpus(**{name: table[table["article_id"] == article_id] for name, table in corpus.tables().items()})


class Picker(ipywidgets.VBox):
    """A drop-down over an article; where no kernel answers (a report, a web page), it says what it would be."""

    def __repr__(self):
        return f"A drop-down of {len(self.children[0].options)} articles: open this notebook in JupyterLab to use it."


def pick(corpus: Corpus) -> Picker:
    """A drop-down of all articles over the one chosen, for JupyterLab; the fullest article is shown first."""
    order = count(corpus).index
    names = corpus.articles.set_index("article_id")["title"].fillna("").str.slice(0, 80)
    options = sorted((f"{article_id}  {names[article_id]}".strip(), article_id) for article_id in order)
    menu = ipywidgets.Dropdown(options=options, description="Article", layout={"width": "95%"})
    page = ipywidgets.HTML()
    menu.observe(lambda change: setattr(page, "value", html(corpus, change["new"])), names="value")
    if len(order):
        menu.value = order[0]
        page.value = html(corpus, order[0])
    return Picker([menu, page])


def _article(corpus: Corpus, article_id: str) -> pd.Series:
    rows = corpus.articles[corpus.articles["article_id"] == article_id]
    if rows.empty:
        near = get_close_matches(str(article_id), corpus.articles["article_id"].astype(str), n=3, cutoff=0)
        raise KeyError(f"no article {article_id!r}; did you mean {', '.join(map(repr, near)) or 'another corpus'}?")
    return rows.iloc[0]


def _marks(corpus: Corpus, article_id: str) -> list[Mark]:
    """The article's marks, outermost first; finds of one table with the same span share a mark."""
    describe = {"commitments": _commitment, "quotes": _quote, "entities": _entity, "figures": _figure}
    tables = corpus.tables()
    marks: dict[tuple, list[Mark]] = defaultdict(list)
    for layer, table in enumerate(LAYERS):
        for row in tables[table][tables[table]["article_id"] == article_id].itertuples():
            mark = describe[table](row)
            marks[row.start, -row.end, layer, mark.look].append(mark)
    return [
        Mark(start, -end, look, _joined(mark.label for mark in same), _joined(mark.tag for mark in same))
        for (start, end, _, look), same in sorted(marks.items())
    ]


def _joined(parts) -> str:
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _said(*parts) -> str:
    """The parts that are there, parted by commas."""
    return ", ".join(str(part) for part in parts if not pd.isna(part) and part)


def _entity(row) -> Mark:
    country = row.country if row.kind == "person" else None
    return Mark(row.start, row.end, STATES.get(row.kind, row.kind), f"{row.kind}: {_said(row.entity, country)}")


def _quote(row) -> Mark:
    speaker = _first(row.speaker_entity, row.speaker)
    cue = None if pd.isna(row.cue) else f"reported by “{row.cue}”"
    label = f"{row.kind} quote: {_said(speaker or 'no named speaker', cue)}"
    return Mark(row.start, row.end, row.kind, label, speaker or "no named speaker")


def _figure(row) -> Mark:
    value = None if pd.isna(row.value) else f"{row.value:,.10g}"
    if value and not pd.isna(row.value_to):
        value = f"{value} to {row.value_to:,.10g}"
    dates = _said(*dict.fromkeys(_date(date) for date in (row.date_from, row.date_to) if not pd.isna(date)))
    bound = None if _first(row.bound, "exactly") == "exactly" else row.bound
    amount = " ".join(str(part) for part in (bound, value, row.unit, row.counted) if not pd.isna(part))
    return Mark(row.start, row.end, "figure", f"{row.kind}: {_said(amount, dates)}")


def _commitment(row) -> Mark:
    who = _first(row.country, row.actor)
    condition = None if pd.isna(row.condition) else f"condition: {row.condition}"
    source = None if pd.isna(row.speaker_entity) else f"says {row.speaker_entity}"
    label = f"commitment: {_said(row.actor, row.measure, row.stance, condition, source)}"
    return Mark(row.start, row.end, "commitment", label, f"{who} {row.measure}: {row.stance}")


def _first(*values):
    return next((value for value in values if not pd.isna(value)), None)


def _date(date) -> str | None:
    return None if pd.isna(date) else f"{date:%Y-%m-%d}"


def _nested(text: str, marks: list[Mark]) -> str:
    """The text with its marks as properly nested elements: where two marks cross, the inner one is closed and opened
    again, as TEI and displaCy do with overlapping spans."""
    starting = defaultdict(list)
    for mark in marks:
        starting[mark.start].append(mark)
    out, open_marks, position = [], [], 0
    for here in sorted({*starting, *(mark.end for mark in marks), len(text)}):
        out.append(escape(text[position:here]))
        position = here
        again = []
        while any(mark.end <= here for mark in open_marks):
            mark = open_marks.pop()
            said = {outer.tag for outer in open_marks}  # words within a speaker's words need not name them again
            out.append(_closing(mark, done=mark.end <= here and mark.tag not in said))
            if mark.end > here:
                again.append(mark)
        out += [_opening(mark, new=False) for mark in reversed(again)]
        out += [_opening(mark, new=True) for mark in starting[here]]
        open_marks += [*reversed(again), *starting[here]]
    return "".join(out)


def _opening(mark: Mark, *, new: bool) -> str:
    if not mark.label:
        return f'<span class="{escape(mark.look)}">'
    label = escape(mark.label)
    reach = f' tabindex="0" role="note" aria-label="{label}"' if new else ""
    return f'<span class="{escape(mark.look)}" title="{label}"{reach}>'


def _closing(mark: Mark, *, done: bool) -> str:
    return f'<small aria-hidden="true">{escape(mark.tag)}</small></span>' if done and mark.tag else "</span>"


def _style() -> str:
    return files(__package__).joinpath("reading.css").read_text(encoding="utf-8")
