"""A person's state, from the words beside the name: settled candidates → canonical name → code.

“der ukrainische Präsident N.”, “US-Außenminister N.”, “Polens Außenminister N.”, “dem Ukrainer N.”, “N.,
Präsident der Ukraine”, “N., der ukrainische Präsident”. Most mentions decide; a draw decides nothing.
"""

from collections import Counter, defaultdict

from spacy.tokens import Doc

from .. import offices, organisations
from .candidate import Candidate

STATES = {"nationality", "country"}


def of_persons(doc: Doc, settled: list[Candidate]) -> dict[str, str]:
    """Canonical name of a person → alpha-3 code of the state the text gives it; persons without one are left
    out."""
    at = defaultdict(list)
    for candidate in settled:
        for i in range(candidate.start, candidate.end):
            at[i].append(candidate)
    votes = defaultdict(Counter)
    for candidate in settled:
        if candidate.kind == "person" and candidate.source != "compound":
            for code in filter(
                None, (found(doc, candidate, at) for found in (_before, _before_comma, _after, _in_brackets))
            ):
                votes[candidate.entity][code] += 1
    return {name: code for name, count in votes.items() if (code := _winner(count))}


def _winner(count: Counter) -> str | None:
    (first, n), *rest = count.most_common(2)
    return None if rest and rest[0][1] == n else first


def _before(doc: Doc, person: Candidate, at) -> str | None:
    """The state in the noun phrase that ends in the name: at most three words back, nouns all but the first."""
    for i in range(person.start - 1, max(person.start - 5, -1), -1):
        if code := _state(at.get(i, ())):
            return code if _describes(doc, i, person, at) else None
        if code := _party(at.get(i, ())) if "-" in doc[i].text else offices.of_role(doc[i].text):
            return code
        if (not doc[i].text[:1].isupper() and doc[i].text != "und") or at.get(i):
            return None
    return None


def _before_comma(doc: Doc, person: Candidate, at) -> str | None:
    """The state beside an office in loose apposition: “der ukrainische Botschafter in Berlin, N.”."""
    if doc[person.start - 1].text != "," or not person.start:
        return None
    for i in range(person.start - 2, max(person.start - 8, 0), -1):
        if doc[i].is_punct or any(candidate.kind == "person" for candidate in at.get(i, ())):
            return None
        if _office(doc[i].text):
            return _state(at.get(i, ())) or _state(at.get(i - 1, ()))
    return None


def _in_brackets(doc: Doc, person: Candidate, at) -> str | None:
    """The state of the party in brackets after a name."""
    inside = person.end + 1 < len(doc) and doc[person.end].text == "("
    return _party(at.get(person.end + 1, ())) if inside else None


def _party(candidates) -> str | None:
    return next((c.country for c in candidates if organisations.kind_of(c.entity) == "party"), None)


def _describes(doc: Doc, i: int, person: Candidate, at) -> bool:
    """An adjective or a compound with a state in it (US-Präsident), an inhabitant right before the name, or a
    state in the genitive before a word of office."""
    candidate = at[i][0]
    if candidate.kind == "country":
        office = i + 1 < person.start and any(_office(doc[k].text) for k in range(i + 1, person.start))
        return ("-" in doc[i].text and _office(doc[i].text)) or (office and doc[i].text.endswith("s"))
    return doc[i].text[:1].islower() or "-" in doc[i].text or i + 1 == person.start or i == candidate.start


def _office(word: str) -> bool:
    return offices.office_of(word) is not None or word.lower().endswith(
        (
            "minister",
            "ministerin",
            "präsident",
            "präsidentin",
            "chef",
            "chefin",
            "botschafter",
            "botschafterin",
            "kanzler",
        )
    )


def _after(doc: Doc, person: Candidate, at) -> str | None:
    """The state in an apposition after the name: “, der ukrainische Präsident”, “, Präsident der Ukraine”."""
    if person.end >= len(doc) or doc[person.end].text not in {",", "("}:
        return None
    words = doc[person.end + 1 : person.end + 6]
    if not any(_office(word.text) for word in words):
        return None
    for word in words:
        if word.text in {",", ".", ")", ";"}:
            return None
        if code := _state(at.get(word.i, ())):
            return code
        if any(candidate.kind == "person" for candidate in at.get(word.i, ())):
            return None
    return None


def _state(candidates) -> str | None:
    codes = {candidate.country for candidate in candidates if candidate.kind in STATES}
    code = codes.pop() if len(codes) == 1 else None
    return code if code != "EU" else None
