"""Figures: every number that says something, with its bound, unit, counted noun and dates. Doc → Doc.

    text → pieces → reader (labels · dates · compounds · phrases) → Expressions → finds.Figure on the Doc

Where to change what: notations of digits and number words `numbers.py`; scales, fractions and ranges `amounts.py`;
whether “ein” counts `one.py`; a unit said once for two numbers `sharing.py`; the counted noun `nouns.py`; dates
`dates.py` and `periods.py`, which Monday is meant `tense.py`; words that hold their number `compounds.py`; references,
ordinals and numbers that are none `labels.py`; units, currencies and bounds: the CSV files of `lexicon/`."""

import datetime as dt
from bisect import bisect_left, bisect_right

from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span

from ..finds import Figure, around, fill, finds
from ..grammar import analyse
from . import reader, tense
from .expression import Expression
from .pieces import Pieces, cut


@Language.component("figures")
def figures(doc: Doc) -> Doc:
    """One Figure per number that says something; relative dates count from `doc._.published`."""
    text = analyse(doc).text
    table = doc.to_array([IDX, SENT_START])
    tokens = table[:, 0].tolist()
    starts = {start for start, opens in zip(tokens, table[:, 1].tolist(), strict=True) if opens == 1}
    names = [entity.span for entity in finds(doc, "entities") if entity.kind == "person"]
    persons = reader.Persons(frozenset(name.start_char for name in names), frozenset(name.end_char for name in names))
    pieces = cut(text, starts)
    found, today = [], _day(doc)
    for expression in reader.read_all(pieces, today, persons):
        if expression.returns and expression.date_from and today:
            expression = tense.settle(doc, pieces, expression, today)
        start, end = pieces[expression.start].start, pieces[expression.end - 1].end
        span = Span(doc, bisect_right(tokens, start) - 1, bisect_left(tokens, end))
        found.append(_figure(expression, span, _counted(text, pieces, expression), _speaker(doc, span, start, end)))
    return fill(doc, "figures", _unique(found))


def _day(doc: Doc) -> dt.date | None:
    published = doc._.published
    return published.date() if isinstance(published, dt.datetime) else published


def _figure(expression: Expression, span: Span, counted: str | None, speaker: str | None) -> Figure:
    return Figure(
        span=span,
        kind=expression.kind,
        value=expression.value,
        value_to=expression.value_to,
        bound=expression.bound,
        unit=expression.unit,
        counted=counted,
        date_from=expression.date_from,
        date_to=expression.date_to,
        speaker_entity=speaker,
    )


def _counted(text: str, pieces: Pieces, expression: Expression) -> str | None:
    counted = expression.counted
    return text[pieces[counted[0]].start : pieces[counted[1] - 1].end] if isinstance(counted, tuple) else counted


def _speaker(doc: Doc, span: Span, start: int, end: int) -> str | None:
    """Who says it: the speaker of the innermost quote that holds the figure."""
    near = around(doc, "quotes", span.start, span.end)
    holding = [quote for quote in near if quote.span.start_char <= start and end <= quote.span.end_char]
    innermost = min(holding, key=lambda quote: quote.span.end_char - quote.span.start_char, default=None)
    return innermost.speaker_entity if innermost else None


def _unique(found: list[Figure]) -> list[Figure]:
    """Two expressions inside one token (“3./4.”) may give the same row twice; one is kept."""
    return list({(f.span.start, f.span.end, f.kind, f.value, f.counted): f for f in found}.values())
