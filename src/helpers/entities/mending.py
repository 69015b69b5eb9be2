"""Small faults of the tagger that its text shows: candidates → candidates."""

import re

from spacy.tokens import Doc

from .candidate import Candidate

ROMAN = re.compile(r"[IVX]+\Z")


def mended(doc: Doc, tagged: list[Candidate], known: list[Candidate]) -> list[Candidate]:
    """The tagger's names without words that are no names (a person or place with no capital letter), with a
    number cut off after a name of the lexicon (a score after a club), with two halves of a place joined
    (“Baden- Württemberg”), and with the full stop of a ruler's number (“Benedikt XVI.”)."""
    ends = {(c.start, c.end) for c in known}
    out: list[Candidate] = []
    for candidate in sorted(tagged, key=lambda c: c.start):
        candidate = _with_stop(doc, _without_number(doc, candidate, ends))
        last = out[-1] if out else None
        if last and last.kind == candidate.kind == "place" and last.end == candidate.start and _open(doc, last):
            out[-1] = last.but(end=candidate.end)
        elif candidate.kind not in {"person", "place"} or any(t.text[0].isupper() for t in _words(doc, candidate)):
            out.append(candidate)
    return [c for c in out if not doc[c.start].text.startswith("-")]


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
