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

from . import wording
from .tables import FINDS, Corpus
from .wording import Words, chosen

WORDS = Words(__package__, "reading.csv")
LAYERS = ("commitments", "quotes", "entities", "figures")  # outermost first, where two marks are equally long
LOOKS = ("person", "state", "place", "organisation", "figure", "direct", "indirect", "commitment")  # of the legend
FOLDED = 12  # articles that stand where no kernel answers a drop-down
STATES = {"country": "state", "nationality": "state"}  # one look for both


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the article that carries one look: its place, what it is, what it says when asked, its tag."""

    start: int
    end: int
    look: str  # one of LOOKS
    label: str  # shown on hover and focus, read by screen readers
    tag: str = ""  # small print behind the mark: who speaks, who commits to what


def show(corpus: Corpus, article_id: str, *, language: str | None = None) -> HTML:
    """One article, its finds marked, for a notebook. Raises KeyError for an article the corpus has not."""
    return HTML(html(corpus, article_id, language=language))


def html(corpus: Corpus, article_id: str, *, language: str | None = None) -> str:
    """One article as an HTML fragment with its own style: head, legend, text with nested marks.

    Every mark can be reached with the Tab key, shows its label on hover and focus, and differs from the others by line
    or shape as well as by colour. Text, names and titles come from strangers: all are escaped."""
    return f"<style>{_style()}</style>{_body(corpus, article_id, chosen(language))}"


def _body(corpus: Corpus, article_id: str, language: str) -> str:
    article = _article(corpus, article_id)
    marks = _marks(corpus, article_id, language)
    title = [] if pd.isna(article["title"]) else [Mark(0, len(article["title"]), "title", "")]
    titled = title if article["text"].startswith(str(article["title"])) else []
    date = None if pd.isna(article["published"]) else wording.day(article["published"], language)
    head = " · ".join(str(part) for part in (article["outlet"], date, article_id) if not pd.isna(part))
    looks = Counter(mark.look for mark in marks)
    legend = "".join(
        f'<li><span class="{look}">{escape(WORDS(language, look))}</span> {looks[look]}</li>'
        for look in LOOKS
        if looks[look]
    )
    nothing = f"<li>{escape(WORDS(language, 'nothing'))}</li>"
    return (
        f'<article class="reading"><header>{escape(head)}</header>'
        f'<ul aria-label="{escape(WORDS(language, "legend"))}">{legend or nothing}</ul>'
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
    """A drop-down over an article; where no kernel answers (a report, a web page), the fullest articles to unfold."""

    def __init__(self, children: list, words: str, folded: str):
        super().__init__(children)
        self.words, self.folded = words, folded

    def __repr__(self):
        return self.words

    def _repr_mimebundle_(self, include=None, exclude=None):
        data, metadata = super()._repr_mimebundle_(include=include, exclude=exclude), {}
        if isinstance(data, tuple):
            data, metadata = data
        return {**data, "text/html": self.folded}, metadata


def pick(corpus: Corpus, *, language: str | None = None) -> Picker:
    """A drop-down of all articles over the one chosen, for JupyterLab; the fullest article is shown first."""
    language = chosen(language)
    order = count(corpus).index
    names = corpus.articles.set_index("article_id")["title"].fillna("").str.slice(0, 80)
    options = sorted((f"{article_id}  {names[article_id]}".strip(), article_id) for article_id in order)
    menu = ipywidgets.Dropdown(options=options, description=WORDS(language, "article"), layout={"width": "95%"})
    page = ipywidgets.HTML()
    menu.observe(lambda change: setattr(page, "value", html(corpus, change["new"], language=language)), names="value")
    if len(order):
        menu.value = order[0]
        page.value = html(corpus, order[0], language=language)
    return Picker([menu, page], WORDS(language, "drop_down", n=len(order)), _folded(corpus, order[:FOLDED], language))


def _folded(corpus: Corpus, order, language: str) -> str:
    """Articles that a reader unfolds one by one, without a kernel."""
    titles = corpus.articles.set_index("article_id")["title"]
    articles = "".join(
        f"<details><summary>{escape(name if pd.isna(titles[name]) else f'{name}  {titles[name]}')}</summary>"
        f"{_body(corpus, name, language)}</details>"
        for name in order
    )
    return f"<style>{_style()}</style><p>{escape(WORDS(language, 'folded', n=len(order)))}</p>{articles}"


def _article(corpus: Corpus, article_id: str) -> pd.Series:
    rows = corpus.articles[corpus.articles["article_id"] == article_id]
    if rows.empty:
        near = get_close_matches(str(article_id), corpus.articles["article_id"].astype(str), n=3, cutoff=0)
        raise KeyError(f"no article {article_id!r}; did you mean {', '.join(map(repr, near)) or 'another corpus'}?")
    return rows.iloc[0]


def _marks(corpus: Corpus, article_id: str, language: str) -> list[Mark]:
    """The article's marks, outermost first; finds of one table with the same span share a mark."""
    describe = {"commitments": _commitment, "quotes": _quote, "entities": _entity, "figures": _figure}
    tables = corpus.tables()
    marks: dict[tuple, list[Mark]] = defaultdict(list)
    for layer, table in enumerate(LAYERS):
        for row in tables[table][tables[table]["article_id"] == article_id].itertuples():
            mark = describe[table](row, language)
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


def _entity(row, language: str) -> Mark:
    country = row.country if row.kind == "person" else None
    label = f"{wording.kind(row.kind, language)}: {_said(row.entity, country)}"
    return Mark(row.start, row.end, STATES.get(row.kind, row.kind), label)


def _quote(row, language: str) -> Mark:
    speaker = _first(row.speaker_entity, row.speaker) or WORDS(language, "unnamed")
    cue = None if pd.isna(row.cue) else WORDS(language, "cue", cue=row.cue)
    return Mark(row.start, row.end, row.kind, f"{WORDS(language, row.kind)}: {_said(speaker, cue)}", speaker)


def _figure(row, language: str) -> Mark:
    value, last = (None if pd.isna(v) else wording.number(v, language, 8) for v in (row.value, row.value_to))
    if value and last:
        value = WORDS(language, "range", first=value, last=last)
    dates = dict.fromkeys(wording.day(date, language) for date in (row.date_from, row.date_to) if not pd.isna(date))
    bound = _first(row.bound, "exactly")
    bound = None if bound == "exactly" or value and last else wording.kind(bound, language)
    named = row.kind == "duration" and not pd.isna(row.counted)  # “zwei Wochen”: the noun is the unit
    unit = None if pd.isna(row.unit) or named else wording.unit(row.unit, language)
    amount = " ".join(str(part) for part in (bound, value, unit, row.counted) if not pd.isna(part))
    return Mark(row.start, row.end, "figure", f"{wording.kind(row.kind, language)}: {_said(amount, *dates)}")


def _commitment(row, language: str) -> Mark:
    measure, stance = wording.measure(row.measure, language), wording.stance(row.stance, language)
    condition = None if pd.isna(row.condition) else WORDS(language, "condition", condition=row.condition)
    source = None if pd.isna(row.speaker_entity) else WORDS(language, "source", speaker=row.speaker_entity)
    label = f"{WORDS(language, 'commitment')}: {_said(row.actor, measure, stance, condition, source)}"
    who = row.actor if pd.isna(row.country) else wording.country(row.country, language)
    return Mark(row.start, row.end, "commitment", label, f"{who} · {measure}: {stance}")


def _first(*values):
    return next((value for value in values if not pd.isna(value)), None)


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
