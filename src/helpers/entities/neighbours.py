"""What the words beside a name say of it: the tagger's candidates → the same, mended, with more that brackets explain.

A class noun in apposition tells the kind of the name behind it (“der Chiphersteller Infineon” names no person, “das
Weltraumteleskop Gaia” nobody at all); an acronym in brackets stands for the organisation before it (“Bundesinstitut
für Risikobewertung (BfR)”), whether the tagger knows one or not (Schwartz and Hearst 2003: A Simple Algorithm for
Identifying Abbreviation Definitions)."""

from collections.abc import Iterator
from functools import cache

import numpy as np
from spacy.attrs import ORTH
from spacy.strings import hash_string
from spacy.tokens import Doc

from .. import lexicon
from .candidate import Candidate
from .organisations import is_acronym

INFLECTIONS = ("", "s", "es", "n", "en", "e")
QUOTATION_MARKS = frozenset('"„“”»«‚‘›‹')
BRACKETS = (hash_string("("), hash_string(")"))
WIDEST = 7  # tokens of a name that an acronym may stand for
LONGEST_ACRONYM = 8


def mended(doc: Doc, tagged: list[Candidate], known: list[Candidate]) -> list[Candidate]:
    """The candidates with the kinds that nouns before them ask for, and what acronyms in brackets stand for."""
    out = [_classed(doc, candidate) for candidate in tagged]
    listed = {i for candidate in known for i in range(candidate.start, candidate.end) if candidate.kind != "place"}
    for pair in _explained(doc):
        if not any(i in listed for one in pair for i in range(one.start, one.end)):
            out = [candidate for candidate in out if not any(candidate.over(one) for one in pair)] + list(pair)
    return sorted(out, key=lambda candidate: candidate.start)


def _classed(doc: Doc, candidate: Candidate) -> Candidate:
    first = doc[candidate.start].text
    if candidate.kind == "organisation" and candidate.length > 1 and _is_a(first, "organisation"):
        return candidate.but(start=candidate.start + 1) if doc[candidate.start + 1].text[:1].isupper() else candidate
    if candidate.kind not in {"person", "organisation"} or candidate.length > 2:
        return candidate
    at = candidate.start - 1
    while at > 0 and doc[at].text in QUOTATION_MARKS:
        at -= 1
    before = doc[at].text if at >= 0 else ""
    if _is_a(before, "thing"):
        return candidate.but(kind="other")
    named = first in lexicon.words("first_names", "name")
    if candidate.kind == "person" and _is_a(before, "organisation") and not named:
        return candidate.but(kind="organisation")
    return candidate


def _is_a(word: str, kind: str) -> bool:
    """Whether a word is a noun of this class in any form, or a compound that ends in one."""
    return word[:1].isupper() and word.lower().endswith(_endings(kind))


@cache
def _endings(kind: str) -> tuple[str, ...]:
    nouns = lexicon.words("class_nouns", "ending", names=kind)
    return tuple(sorted(noun + inflection for noun in nouns for inflection in INFLECTIONS))


def _explained(doc: Doc) -> Iterator[tuple[Candidate, Candidate]]:
    """Long name and acronym, for each acronym in brackets behind the name of an organisation."""
    words = doc.to_array(ORTH)
    for end in np.flatnonzero((words[:-2] == BRACKETS[0]) & (words[2:] == BRACKETS[1])).tolist():
        short = doc[end + 1].text
        if not 2 <= len(short) <= LONGEST_ACRONYM or sum(c.isupper() for c in short) < 2 or not short.isalpha():
            continue
        start = _start_of(doc, short, end)
        if start is not None:
            acronym = Candidate(end + 1, end + 2, "organisation")
            yield Candidate(start, end, "organisation"), acronym


def _start_of(doc: Doc, short: str, end: int) -> int | None:
    """Where the name begins that an acronym stands for: the nearest word before it by which its letters are there."""
    for start in range(end - 1, max(end - WIDEST, 0) - 1, -1):
        word = doc[start].text
        if not (word[0].isalpha() or word == "-"):
            return None
        if word[0] == short[0] and is_acronym(short, doc[start:end].text):
            return start if any(_heads_name(token.text) for token in doc[start:end]) else None
    return None


def _heads_name(word: str) -> bool:
    return word[:1].isupper() and word.lower().endswith(_heads())


@cache
def _heads() -> tuple[str, ...]:
    genders = (lexicon.words("name_words", "word", kind=kind) for kind in ("neuter", "masculine", "feminine"))
    return tuple(sorted(noun + inflection for nouns in genders for noun in nouns for inflection in INFLECTIONS))
