"""Small faults of the tagger that its text shows: candidates → candidates."""

import re

from spacy.tokens import Doc

from .. import lexicon
from .candidate import Candidate

ROMAN = re.compile(r"[IVX]+\Z")
APOSTROPHES = {"'", "’", "`", "´"}
QUOTATION_MARKS = set('"„“”»«‚‘›‹') | {"''", "``", ",,"}


def mended(doc: Doc, tagged: list[Candidate], known: list[Candidate]) -> list[Candidate]:
    """The tagger's names without words that are no names (a person or place with no capital letter) and without
    quotation marks at their edges, with a number cut off after a name of the lexicon (a score after a club), with two
    halves of a place joined (“Baden- Württemberg”), with the rest of a name behind an apostrophe (“Nyong’o”), and with
    the full stop of a ruler's number (“Benedikt XVI.”). What ends in a word for a company is one, and two places of
    the lexicon with a stroke between them are two."""
    ends = {(c.start, c.end) for c in known}
    out: list[Candidate] = []
    for candidate in sorted(tagged, key=lambda c: c.start):
        candidate = _with_apostrophe(doc, _without_marks(doc, candidate))
        if candidate.kind == "place" and _two_places(doc, candidate, ends):
            continue
        if candidate.kind == "person" and candidate.length > 1 and _is_company(doc, candidate):
            candidate = candidate.but(kind="organisation")
        candidate = _with_stop(doc, _without_number(doc, candidate, ends))
        last = out[-1] if out else None
        if last and last.kind == candidate.kind == "place" and last.end == candidate.start and _open(doc, last):
            out[-1] = last.but(end=candidate.end)
        elif candidate.kind not in {"person", "place"} or any(t.text[0].isupper() for t in _words(doc, candidate)):
            out.append(candidate)
    return [c for c in out if not doc[c.start].text.startswith("-")]


def _without_marks(doc: Doc, candidate: Candidate) -> Candidate:
    start, end = candidate.start, candidate.end
    while end - start > 1 and doc[start].text in QUOTATION_MARKS and doc[end - 1].text in QUOTATION_MARKS:
        start, end = start + 1, end - 1
    return candidate.but(start=start, end=end) if end > start else candidate


def _with_apostrophe(doc: Doc, candidate: Candidate) -> Candidate:
    """A person's name with what an apostrophe without blanks joins to it, a genitive -s left out."""
    end = candidate.end
    joined = (
        candidate.kind == "person"
        and end + 1 < len(doc)
        and doc[end].text in APOSTROPHES
        and not (doc[end - 1].whitespace_ or doc[end].whitespace_)
        and doc[end + 1].is_alpha
        and doc[end + 1].text != "s"
    )
    return candidate.but(end=end + 2) if joined else candidate


def _two_places(doc: Doc, candidate: Candidate, ends: set[tuple[int, int]]) -> bool:
    strokes = [i for i in range(candidate.start, candidate.end) if doc[i].text == "/"]
    return len(strokes) == 1 and {(candidate.start, strokes[0]), (strokes[0] + 1, candidate.end)} <= ends


def _is_company(doc: Doc, candidate: Candidate) -> bool:
    return doc[candidate.end - 1].text in lexicon.words("name_words", "word", kind="company")


def _words(doc: Doc, candidate: Candidate):
    return doc[candidate.start : candidate.end]


def _open(doc: Doc, candidate: Candidate) -> bool:
    return doc[candidate.end - 1].text.endswith("-")


def _without_number(doc: Doc, candidate: Candidate, ends: set[tuple[int, int]]) -> Candidate:
    end = candidate.end
    while end > candidate.start and (doc[end - 1].is_punct or doc[end - 1].is_digit):
        end -= 1
    return candidate.but(end=end) if (candidate.start, end) in ends else candidate


def _with_stop(doc: Doc, candidate: Candidate) -> Candidate:
    longer = candidate.end < len(doc) and candidate.length > 1 and ends_in_ordinal(doc, candidate.end + 1)
    return candidate.but(end=candidate.end + 1) if longer and candidate.kind == "person" else candidate


def ends_in_ordinal(doc: Doc, end: int) -> bool:
    """Whether the tokens before `end` are a Roman number and its full stop: German writes ordinals so."""
    return end > 1 and doc[end - 1].text == "." and bool(ROMAN.match(doc[end - 2].text))
