"""Which organisation or place each of the tagger's names means, over a whole article: candidates → the same
with canonical names.

All forms of a name are one entity, named by its nominative, with or without the words for a club or a company (FC,
AG). An acronym in brackets after its long form, or before it, joins it for the whole article, as does the later part of
a club's name (“Union” for the 1. FC Union Berlin) and the first of another's (“Zalando” for Zalando Lounge). A name
that the tagger reads in two ways is what it is most often.
"""

import re
from collections import Counter, defaultdict
from functools import cache

from spacy.tokens import Doc

from .. import countries, lexicon, organisations
from ..grammar import morphology
from .candidate import Candidate

ENDING = re.compile(r"(?<=\w{3})(?:es|er|en|em|e|s)$")
FEMININE_OR_PLURAL = {"der", "zur", "die"}
MASCULINE_OR_NEUTER = {"dem", "des", "den", "vom", "im", "am", "zum", "beim"}
STRONG = {"das": "s", "der": "r"}  # das Deutsche Ärzteblatt: Deutsches Ärzteblatt
KEEPS_S = ("as", "es", "is", "os", "us", "ss")


def settle(doc: Doc, candidates: list[Candidate], listed: list[Candidate]) -> list[Candidate]:
    """The tagger's organisations and places with their canonical names, kinds made one, states of places added;
    `listed` are those that the lexicon knows."""
    groups = defaultdict(list)
    for candidate in candidates:
        groups[_key(doc, candidate)].append(candidate)
    names = {key: _name(doc, group) for key, group in groups.items()}
    names |= _short_forms(groups, names, listed)
    names |= _acronyms(doc, groups, names, listed)
    listed_names = {candidate.entity for candidate in listed}
    out = []
    for key, group in groups.items():
        kind = Counter(candidate.kind for candidate in group).most_common(1)[0][0]
        name = names[key]
        known = _known(name, listed_names) if kind == "organisation" else None
        for candidate in group:
            country = known.country if known else _country(name) if kind == "place" else None
            entity = known.name if known else name
            out.append(candidate.but(entity=entity, kind=kind, country=country))
    return out


def _known(name: str, listed: set[str]) -> organisations.Organisation | None:
    """The organisation of the lexicon, with or without the words for a club or a company; one whose name is also an
    ordinary word only where the article names it for certain."""
    found = filter(None, (organisations.find(form) for form in (name, " ".join(_bare(name.split(" "))))))
    return next((known for known in found if known.certain or known.name in listed), None)


def _country(place: str) -> str | None:
    states = {r.country for r in countries.readings().get(place) or countries.compound(place) if r.kind == "place"}
    return states.pop() if len(states) == 1 else countries.territories().get(place)


def _key(doc: Doc, candidate: Candidate) -> tuple[str, ...]:
    words = [token.text for token in doc[candidate.start : candidate.end]]
    if candidate.kind == "organisation":
        words = _bare(words)
    return tuple(ENDING.sub("", word) for word in words)


def _bare(words: list[str]) -> list[str]:
    """The words of a name without those for a club before it, where two are left (not “FC Basel”), and those for a
    company behind it."""
    start, end = 0, len(words)
    while end - start > 2 and words[start] in lexicon.words("name_words", "word", kind="club"):
        start += 1
    while end - start > 1 and words[end - 1] in lexicon.words("name_words", "word", kind="company"):
        end -= 1
    return words[start:end]


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
    if len(words) > 1 and words[0][:1].isupper() and _is_adjective(words[0].lower()):
        adjective, noun, *rest = words
        if adjective.endswith("en") and before in FEMININE_OR_PLURAL:
            return " ".join([adjective[:-1], noun, *rest])
        if adjective.endswith("en") and before in MASCULINE_OR_NEUTER and (ending := _strong_ending(noun)):
            return " ".join([adjective[:-2] + ending, _nominative(noun), *rest])
        if adjective.endswith("e") and before in STRONG:
            return " ".join([adjective + STRONG[before], noun, *rest])
    if before == "des" and len(words) > 1 and words[1].islower():
        return " ".join([_nominative(words[0]), *words[1:]])
    if before == "des" and len(words) > 1 and words[0].endswith("er") and words[1][0].isupper():
        return " ".join([words[0], _nominative(words[1]), *words[2:]])  # des Berliner Instituts für …
    after = doc[candidate.end] if candidate.end < len(doc) else None
    possessor = (
        len(words) == 1 and form.endswith("s") and not form.endswith(KEEPS_S) and not form.isupper() and len(form) > 4
    )
    if possessor and (before == "des" or (after is not None and after.text[:1].isupper())):
        return form[:-1]
    return form


def _is_adjective(word: str) -> bool:
    lemma = morphology.lemma(word)
    return (lemma.islower() and lemma != word) or word.endswith(("ische", "ischen"))


def _strong_ending(noun: str) -> str | None:
    """How an adjective before the noun ends without an article: “Deutsches Institut”, “Deutscher Verband”."""
    name = _nominative(noun).lower()
    return next((ending for ending, heads in _heads().items() if name.endswith(heads)), None)


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    return {
        ending: tuple(sorted(lexicon.words("name_words", "word", kind=kind)))
        for kind, ending in (("neuter", "es"), ("masculine", "er"))
    }


def _nominative(noun: str) -> str:
    """The noun without a genitive ending: “Zentrums” → “Zentrum”, “Bundesamtes” → “Bundesamt”."""
    stems = [noun.removesuffix(ending) for ending in ("es", "s")]
    known = next((stem for stem in stems if stem != noun and stem.lower().endswith(sum(_heads().values(), ()))), None)
    lemma = known or morphology.lemma(noun)
    return lemma if noun.startswith(lemma) and noun[len(lemma) :] in {"s", "es"} else noun


def _short_forms(groups: dict, names: dict, listed: list[Candidate]) -> dict:
    """Key of a single word → the one name of several words that it can be short for: a club's, where it is a later part
    of it, another's, where it is its first word and no word of the dictionary; any, where it is made of its first
    letters (“FCA” for FC Augsburg)."""
    longer = defaultdict(set)
    own = {names[key] for key, group in groups.items() if group[0].kind == "organisation"}
    for name in own | {c.entity for c in listed if organisations.kind_of(c.entity) == "sport"}:
        first, *rest = name.split(" ")
        if first in lexicon.words("name_words", "word", kind="club"):
            short = rest if len(rest) > 1 else ()
        else:
            short = [first] if rest and name in own and not morphology.is_known(first) else ()
        for word in short:
            longer[ENDING.sub("", word)].add(name)
    for name in own | {c.entity for c in listed if c.kind == "organisation"}:
        if (letters := _initials(name)) != name and len(letters) > 2:
            longer[letters].add(name)
    return {
        key: next(iter(longer[key[0]]))
        for key, group in groups.items()
        if len(key) == 1 and group[0].kind == "organisation" and len(longer.get(key[0], ())) == 1
    }


def _initials(name: str) -> str:
    words = [word for word in re.split(r"[ -]", name) if word[:1].isupper()]
    return "".join(word if word.isupper() else word[0] for word in words) if len(words) > 1 else name


def _acronyms(doc: Doc, groups: dict, names: dict, listed: list[Candidate]) -> dict:
    """Key of a name → that of its long form, or of its acronym if the lexicon knows that, for “Amt für Seewesen (AfS)”
    and “AfS (Amt für Seewesen)”."""
    at = {candidate.start: (None, candidate) for candidate in listed}
    at |= {candidate.start: (key, candidate) for key, group in groups.items() for candidate in group}
    joined = {}
    for outer_key, outer in list(at.values()):
        inner_key, inner = at.get(outer.end + 1, (None, None))
        if inner is None or not _in_brackets(doc, outer.end, inner) or {outer.kind, inner.kind} != {"organisation"}:
            continue
        sides = [
            (doc[c.start : c.end].text if key is None else names[key], key, c.entity or names[key])
            for key, c in ((outer_key, outer), (inner_key, inner))
        ]
        (short, short_key, short_name), (long, long_key, long_name) = sorted(sides, key=lambda side: len(side[0]))
        if short_key is None and long_key is not None and is_acronym(short, long):
            joined[long_key] = short_name
        elif short_key is not None and is_acronym(short, long):
            joined[short_key] = long_name
    return joined


def _in_brackets(doc: Doc, before: int, inner: Candidate) -> bool:
    return doc[before].text == "(" and inner.end < len(doc) and doc[inner.end].text == ")"


def is_acronym(short: str, long: str) -> bool:
    """Whether the letters of a word in capitals stand in this order in a longer name and both begin alike."""
    if " " in short or sum(c.isupper() for c in short) < 2 or len(long) < 2 * len(short) + 2:
        return False
    letters = iter(long.lower())
    return short[0].lower() == long[0].lower() and all(c in letters for c in short.lower() if c.isalpha())
