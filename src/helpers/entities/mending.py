"""Small faults of the tagger that its text shows: candidates → candidates."""

import re
from collections import defaultdict
from itertools import pairwise

from spacy.tokens import Doc

from .. import lexicon, offices, organisations
from ..grammar import morphology
from .candidate import Candidate, words_of

ROMAN = re.compile(r"[IVX]+\Z")
APOSTROPHES = {"'", "’", "`", "´"}
NOUN_ENDINGS = {"e", "en", "er", "ern", "n", "nen", "s"}
QUOTATION_MARKS = set('"„“”»«‚‘›‹') | {"''", "``", ",,"}


def mended(doc: Doc, tagged: list[Candidate], known: list[Candidate]) -> list[Candidate]:
    """The tagger's names without words that are no names (a person or place with no capital letter) and without
    quotation marks at their edges, with a number cut off after a name of the lexicon (a score after a club), with two
    halves of a place joined (“Baden- Württemberg”), with the rest of a name behind an apostrophe (“Nyong’o”), and with
    the full stop of a ruler's number (“Benedikt XVI.”). What ends in a word for a company is one, the name of a body
    before a surname is a title, places with strokes between them are several, what is an ordinary word is none."""
    ends = {(c.start, c.end) for c in known}
    names = {c.entity for c in known}
    attested = words_of(doc)
    bearers = {doc[c.end - 1].text for c in tagged if c.kind == "person" and c.length > 1}
    starting = defaultdict(list)
    for one in known:
        starting[one.start].append(one)
    out: list[Candidate] = []
    for candidate in sorted(tagged, key=lambda c: c.start):
        candidate = _with_apostrophe(doc, _without_marks(doc, candidate))
        candidate = _without_possession(doc, _without_tail(doc, candidate, starting), attested, bearers)
        candidate = _member(doc, _without_employer(doc, candidate), starting, bearers)
        if candidate.kind == "person" and candidate.length > 1 and _is_company(doc, candidate):
            candidate = candidate.but(kind="organisation")
        candidate = _with_stop(doc, _without_number(doc, candidate, ends))
        last = out[-1] if out else None
        if last and last.kind == candidate.kind == "place" and last.end == candidate.start and _open(doc, last):
            out[-1] = last.but(end=candidate.end)
        elif candidate.kind == "place":
            out += _parted(doc, candidate, ends)
        elif not _is_word(doc, candidate, names):
            out.append(candidate)
    named = [c for c in out if c.kind == "organisation" or any(t.text[0].isupper() for t in _words(doc, c))]
    return [c for c in named if not doc[c.start].text.startswith("-")]


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


def _without_tail(doc: Doc, candidate: Candidate, known: dict[int, list[Candidate]]) -> Candidate:
    """A name without what follows it in the sentence: a state's genitive behind a person (“traf Merz Jordaniens
    König”), an inflected noun behind an organisation of the lexicon (“das THW Zelte”)."""
    for other in (one for start in range(candidate.start, candidate.end) for one in known.get(start, ())):
        genitive = other.kind == "country" and other.end == candidate.end and doc[other.end - 1].text.endswith("s")
        if candidate.kind == "person" and genitive and other.start > candidate.start:
            return candidate.but(end=other.start)
        noun = other.end == candidate.end - 1 and _is_inflected_noun(doc[other.end].text)
        if candidate.kind == other.kind == "organisation" and noun and other.start == candidate.start:
            return candidate.but(end=other.end)
    return candidate


def _without_possession(doc: Doc, candidate: Candidate, attested: set[str], bearers: set[str]) -> Candidate:
    """A person without what is theirs: “Lunds Wagen”, where “Lund” stands elsewhere and “Wagen” is a noun; also where
    it was taken for a place and “Lund” is a person's surname (“Lunds Haus”)."""
    if candidate.kind not in {"person", "place"} or candidate.length != 2:
        return candidate
    owner, thing = (token.text for token in doc[candidate.start : candidate.end])
    owners = attested if candidate.kind == "person" else bearers
    owned = owner.endswith("s") and len(owner) > 3 and owner[:-1] in owners and morphology.is_known(thing)
    return candidate.but(end=candidate.end - 1, kind="person") if owned else candidate


def _without_employer(doc: Doc, candidate: Candidate) -> Candidate:
    """A person without whom they speak for: “Erika Muster von BeispielMarkt24” — no surname has such letters."""
    last = doc[candidate.end - 1].text
    brand = any(c.isdigit() for c in last) or len(last) > 2 and last[1:] != last[1:].lower() and "-" not in last
    employed = candidate.kind == "person" and candidate.length > 3 and doc[candidate.end - 2].text == "von"
    return candidate.but(end=candidate.end - 2) if employed and brand and not ROMAN.match(last) else candidate


def _member(doc: Doc, candidate: Candidate, starting: dict[int, list[Candidate]], bearers: set[str]) -> Candidate:
    """The person who bears the body's name for a title: “Bundesrat Cassis”, taken for an organisation."""
    last, body = candidate.end - 1, starting[candidate.start]
    titled = any(one.kind == "organisation" and one.end == last for one in body)
    person = titled and (doc[last].text in bearers or bool(offices.by_surname(doc[last].text)))
    return candidate.but(start=last, kind="person") if person and candidate.kind == "organisation" else candidate


def _is_word(doc: Doc, candidate: Candidate, names: set[str | None]) -> bool:
    """Whether a name is an ordinary word that the sentence does not use as one: an outlet's without marks or a word of
    citing (“Die Zeit läuft”), an inflected noun for a person (“nach Angaben von Insidern”), a thing that is numbered
    (the helicopter “Christoph 51”)."""
    text = _words(doc, candidate).text
    if candidate.kind == "person" and doc[candidate.end - 1].is_digit:
        return True
    if candidate.kind == "person":
        return candidate.length == 1 and _is_inflected_noun(text) and morphology.lemma(text) + "s" != text
    listed = organisations.known().get(text) if candidate.kind == "organisation" else None
    if listed is None or listed.certain or not organisations.is_medium(listed.name):
        return False
    return morphology.is_known(doc[candidate.end - 1].text) and listed.name not in names


def _is_inflected_noun(word: str) -> bool:
    lemma = morphology.lemma(word)
    ending = word.removeprefix(lemma) if lemma[:1].isupper() and morphology.is_known(word) else ""
    return ending != word and ending in NOUN_ENDINGS


def _parted(doc: Doc, candidate: Candidate, ends: set[tuple[int, int]]) -> list[Candidate]:
    """The places between strokes, in a dateline (“New York/Islamabad (dpa)”) or where the lexicon knows them all; a
    town and its river are one (“Frankfurt/Main”)."""
    strokes = [i for i in range(candidate.start, candidate.end) if doc[i].text == "/"]
    waters = lexicon.words("name_words", "word", kind="waters")
    strokes = [i for i in strokes if i + 1 < candidate.end and i > candidate.start and doc[i + 1].text not in waters]
    edges = [candidate.start - 1, *strokes, candidate.end]
    parts = [candidate.but(start=one + 1, end=other) for one, other in pairwise(edges)]
    dateline = (
        (candidate.start == 0 or doc[candidate.start].is_sent_start or doc[candidate.start - 1].is_space)
        and candidate.end < len(doc)
        and doc[candidate.end].text in {"(", "-", "–", "—", ".", ":"}
    )
    known = all((part.start, part.end) in ends for part in parts)
    return parts if dateline or known else [candidate]


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
