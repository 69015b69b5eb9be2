"""Which organisation or place each of the tagger's names means, over a whole article: candidates → the same
with canonical names.

All forms of a name are one entity, named by its nominative; an acronym in brackets after its long form, or
before it, joins it for the whole article; a name that the tagger reads in two ways is what it is most often.
"""

import re
from collections import Counter, defaultdict

from spacy.tokens import Doc

from .. import countries, organisations
from .candidate import Candidate

ENDING = re.compile(r"(?<=\w{3})(?:es|er|en|em|e|s)$")
KEEPS_S = ("as", "es", "is", "os", "us", "ss")


def settle(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """The tagger's organisations and places with their canonical names, kinds made one, states of places added."""
    groups = defaultdict(list)
    for candidate in candidates:
        groups[_key(doc, candidate)].append(candidate)
    names = {key: _name(doc, group) for key, group in groups.items()}
    names |= _acronyms(doc, groups, names)
    out = []
    for key, group in groups.items():
        kind = Counter(candidate.kind for candidate in group).most_common(1)[0][0]
        name = names[key]
        known = organisations.find(name) if kind == "organisation" else None
        for candidate in group:
            country = known.country if known and known.certain else _country(name) if kind == "place" else None
            entity = known.name if known and known.certain else name
            out.append(candidate.but(entity=entity, kind=kind, country=country))
    return out


def _country(place: str) -> str | None:
    states = {r.country for r in countries.readings().get(place) or countries.compound(place) if r.kind == "place"}
    return states.pop() if len(states) == 1 else countries.territories().get(place)


def _key(doc: Doc, candidate: Candidate) -> tuple[str, ...]:
    return tuple(ENDING.sub("", token.text) for token in doc[candidate.start : candidate.end])


def _name(doc: Doc, group: list[Candidate]) -> str:
    """The nominative among the forms of a name: the form least like an oblique case, then the most frequent,
    then the first."""
    forms = Counter(doc[candidate.start : candidate.end].text for candidate in group)
    form = min(forms, key=lambda form: (_oblique(form, forms), -forms[form]))
    if len(forms) > 1:
        return form
    return _without_case(doc, group[0], form)


def _oblique(form: str, forms: Counter) -> int:
    return sum(word.endswith(("en", "em")) for word in form.split()[:-1]) + (form[:-1] in forms and form.endswith("s"))


def _without_case(doc: Doc, candidate: Candidate, form: str) -> str:
    """A name that the article has in one form only: “der Deutschen Umwelthilfe” → “Deutsche Umwelthilfe”, “Hessens
    Ministerpräsident” → “Hessen”; else as it stands."""
    before = doc[candidate.start - 1].text.lower() if candidate.start else ""
    words = form.split(" ")
    if before in {"der", "zur"} and len(words) > 1 and words[0].endswith("en") and words[0][:1].isupper():
        return " ".join([words[0][:-1], *words[1:]])
    after = doc[candidate.end] if candidate.end < len(doc) else None
    possessor = (
        len(words) == 1 and form.endswith("s") and not form.endswith(KEEPS_S) and not form.isupper() and len(form) > 4
    )
    if possessor and (before == "des" or (after is not None and after.text[:1].isupper())):
        return form[:-1]
    return form


def _acronyms(doc: Doc, groups: dict, names: dict) -> dict:
    """Key of an acronym → name of its long form, for “Technisches Hilfswerk (THW)” and “THW (Technisches
    Hilfswerk)”."""
    at = {candidate.start: (key, candidate) for key, group in groups.items() for candidate in group}
    joined = {}
    for key, group in groups.items():
        for candidate in group:
            inner = at.get(candidate.end + 1)
            if not inner or doc[candidate.end].text != "(" or inner[1].end >= len(doc) or doc[inner[1].end].text != ")":
                continue
            long, short = (key, inner[0]) if len(names[key]) > len(names[inner[0]]) else (inner[0], key)
            if is_acronym(names[short], names[long]):
                joined[short] = names[long]
    return joined


def is_acronym(short: str, long: str) -> bool:
    """Whether the letters of a word in capitals stand in this order in a longer name and both begin alike."""
    if " " in short or sum(c.isupper() for c in short) < 2 or " " not in long and "-" not in long:
        return False
    letters = iter(long.lower())
    return short[0].lower() == long[0].lower() and all(c in letters for c in short.lower() if c.isalpha())
