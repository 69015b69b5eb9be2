"""What an extractor finds: one dataclass per table, kept on the Doc. Doc → Doc.

Every extractor is a spaCy component of one shape: it reads the Doc (and the finds of the extractors before it)
and calls `fill(doc, group, finds)`. The fields of a find are the columns of its table: a field that holds a Span
becomes three columns (`start`, `end`, `text` for `span`, else `<field>`, `<field>_start`, `<field>_end`), every
other field becomes one. None becomes NA.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, groupby

from spacy.tokens import Doc, Span, SpanGroup

Doc.set_extension("published", default=None, force=True)  # datetime.datetime | None: what relative dates count from


@dataclass(frozen=True, slots=True)
class Entity:
    """One mention of a person, country, place, organisation or nationality."""

    span: Span
    entity: str  # canonical name
    kind: str  # person | country | place | organisation | nationality
    country: str | None = None  # ISO 3166-1 alpha-3, or "EU"


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation: the words said, without marks and without the cue."""

    span: Span
    kind: str  # direct | indirect
    speaker: Span | None = None  # as named in the text
    speaker_entity: str | None = None  # canonical name
    cue: Span | None = None
    rule: str = ""  # which rule found it


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that says something, with its bound and its noun or unit."""

    span: Span
    kind: str  # count money percent measure duration date age ordinal reference score
    value: float | None = None  # None for a date
    value_to: float | None = None  # upper end of a range
    bound: str | None = "exactly"  # exactly, about, more than, less than, at least, at most, between; None for a date
    unit: str | None = None  # ISO 4217, %, SI symbol, year month week day hour …
    counted: str | None = None  # the counted noun as written
    date_from: dt.date | None = None
    date_to: dt.date | None = None
    speaker_entity: str | None = None  # who asserts it, where it stands in a quote


@dataclass(frozen=True, slots=True)
class Commitment:
    """One statement that a state does, will, may or won't do something; its span is the evidence."""

    span: Span
    actor: str  # as in the text
    country: str | None  # ISO 3166-1 alpha-3 or "EU"; None for an unnamed group
    measure: str
    stance: str  # delivered pledged willing considering requested withdrawn "ruled out"
    condition: str | None = None
    amount: float | None = None
    unit: str | None = None
    speaker_entity: str | None = None
    beneficiary: str | None = None


def fill(doc: Doc, group: str, found: Iterable) -> Doc:
    """Keep finds on the Doc, in reading order: their spans in `doc.spans[group]` (labelled with their kind, for
    displaCy), the finds themselves for `finds(doc, group)`."""
    by_place = groupby(sorted(found, key=_place), key=_place)
    found = [find for _, same in by_place for find in _in_order(list(same))]
    spans = [Span(doc, f.span.start, f.span.end, label=getattr(f, "kind", None) or f.measure) for f in found]
    doc.spans[group] = SpanGroup(doc, name=group, spans=spans)
    doc.user_data[group] = tuple(found)
    return doc


def _place(find) -> tuple[int, int]:
    return find.span.start_char, find.span.end_char


def _in_order(same_place: list) -> list:
    return sorted(same_place, key=repr) if len(same_place) > 1 else same_place


def around(doc: Doc, group: str, start: int, end: int) -> list:
    """The finds of one extractor that share a token with doc[start:end], in reading order; without a walk through all
    those of a long text."""
    found = finds(doc, group)
    known = doc.user_data.get(f"around {group}")
    if known is None or known[0] is not found:
        ends = list(accumulate((find.span.end for find in found), max))
        doc.user_data[f"around {group}"] = known = found, [find.span.start for find in found], ends
    _, starts, ends = known
    return [find for find in found[bisect_right(ends, start) : bisect_left(starts, end)] if find.span.end > start]


def finds(doc: Doc, group: str) -> tuple:
    """The finds of one extractor (`entities`, `quotes`, `figures`, `commitments`), in reading order."""
    return doc.user_data.get(group, ())
