"""Which person each mention means, over a whole article: person candidates → the same with canonical name and
state.

A full name seen once explains every surname, first name, transcription and genitive of it; a surname that the
article never explains is looked up among the known persons (lexicon/offices.csv, persons.csv), the one in
office on the day of the article before others. Two people of one surname stay two: “Herr” and “Frau” choose,
else the one named last.
"""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc

from .. import lexicon, offices
from .candidate import TITLE_KINDS, Candidate

NO_GENITIVE = ("ss", "us", "is", "os", "as", "es", "ts")
FEMALE_ENDINGS = ("a", "e", "ine", "in", "eth", "ud")
MALE_ANYWAY = {
    "Uwe",
    "René",
    "Mike",
    "Steve",
    "Joe",
    "Kristjan",
    "Luca",
    "Joshua",
    "Sascha",
    "Mischa",
    "George",
    "Helge",
    "Pete",
}


@dataclass(slots=True)
class Name:
    """One full name of the article, in all its spellings."""

    words: tuple[str, ...]
    known: str | None  # canonical name of a known person
    spellings: Counter = field(default_factory=Counter)

    @property
    def canonical(self) -> str:
        """The lexicon's name, else the fullest spelling, the most frequent of these, the first of these."""
        if self.known:
            return self.known
        return max(self.spellings, key=lambda name: (len(name.split()), self.spellings[name]))


def settle(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """The person candidates with their canonical names; titles and offices are cut off their beginnings. One
    that is nothing but a title is dropped."""
    mentions = [trimmed for candidate in candidates if (trimmed := trim(doc, candidate))]
    attested = {token.text for token in doc if token.text[:1].isupper()}
    words = {mention: _words(doc, mention, attested) for mention in mentions}
    names = _full_names([words[mention] for mention in mentions if _is_full(words[mention])])
    last_named: dict[str, int] = {}
    out = []
    for mention in mentions:
        entity = mention.entity or _entity(doc, mention, words[mention], names, last_named)
        last_named[entity] = mention.start
        person = offices.persons().get(entity)
        out.append(mention.but(entity=entity, country=person.country if person else None))
    return out


def kinds_settled(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates; a single word taken for a place or an organisation is a person where it is the surname of a
    full name of the article (Jimmy Wales), unless the lexicon knows it for a state or an organisation."""
    full = [c for c in candidates if c.kind == "person" and c.length > 1]
    bearers = {form for c in full for form in (doc[c.end - 1].text, doc[c.end - 1].text + "s")}

    def is_surname(c: Candidate) -> bool:
        open_to_doubt = c.kind == "place" or (c.kind == "organisation" and c.source == "tagger")
        return open_to_doubt and c.length == 1 and doc[c.start].text in bearers

    return [c.but(kind="person", entity=None, country=None) if is_surname(c) else c for c in candidates]


def trim(doc: Doc, candidate: Candidate) -> Candidate | None:
    """The candidate without titles (“Dr.”), words of office (“Bundeskanzlerin”) before the name and a genitive
    mark after."""
    start, end = candidate.start, candidate.end
    while end - start > 1 and (doc[start].text in _titles() or offices.office_of(doc[start].text)):
        start += 1
    while end > start and doc[end - 1].text in {"’s", "'s", "'", "’", ",", "."}:
        end -= 1
    lonely = end - start == 1 and (doc[start].text in _titles() or offices.office_of(doc[start].text))
    if end <= start or lonely or not any(c.isalpha() for token in doc[start:end] for c in token.text):
        return None
    return candidate.but(start=start, end=end)


@cache
def _titles() -> frozenset[str]:
    return frozenset().union(*(lexicon.words("name_words", "word", kind=kind) for kind in TITLE_KINDS))


def _words(doc: Doc, mention: Candidate, attested: set[str]) -> tuple[str, ...]:
    words = [token.text for token in doc[mention.start : mention.end]]
    return (*words[:-1], _nominative(doc, mention, words, attested))


def _nominative(doc: Doc, mention: Candidate, words: list[str], attested: set[str]) -> str:
    """The last word without a genitive -s, where the article or the lexicon knows it so, or a noun follows it."""
    word = words[-1]
    bare = word[:-1]
    if not word.endswith("s") or len(word) < 4:
        return word
    if " ".join([*words[:-1], word]) in offices.spellings() or (len(words) == 1 and offices.by_surname(word)):
        return word
    if bare in attested or offices.by_surname(bare):
        return bare
    follower = doc[mention.end] if mention.end < len(doc) else None
    genitive = follower is not None and follower.text[:1].isupper() and follower.is_alpha and not follower.is_sent_start
    return bare if genitive and len(word) > 4 and not word.endswith(NO_GENITIVE) else word


def _is_full(words: tuple[str, ...]) -> bool:
    return len(words) > 1 and words[0] not in _particles()


@cache
def _particles() -> frozenset[str]:
    return lexicon.words("name_words", "word", kind="particle")


def _full_names(found: list[tuple[str, ...]]) -> list[Name]:
    names: list[Name] = []
    for words in found:
        known = _known(words)
        same = next(
            (
                name
                for name in names
                if (known and name.known == known) or (not known and same_person(name.words, words))
            ),
            None,
        )
        if same is None:
            same = Name(words, known)
            names.append(same)
        same.spellings[" ".join(words)] += 1
        same.words = max(same.words, words, key=len)
    return names


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names can be spellings of one: the surnames sound alike, the first names are alike, an
    initial, or one name in two languages (Wladimir, Wolodymyr)."""
    return _alike(offices.surname(" ".join(one)), offices.surname(" ".join(other))) and _first_alike(one[0], other[0])


def _alike(one: str, other: str) -> bool:
    return offices.fold(one) == offices.fold(other) or (
        min(len(one), len(other)) > 5 and offices.sound(one) == offices.sound(other)
    )


def _first_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short.endswith(".") and len(short) == 2:
        return long[:1] == short[:1]
    return offices.sound(one) == offices.sound(other) or any({one, other} <= group for group in _first_names())


@cache
def _first_names() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(cell.split("|")) for cell in sorted(lexicon.words("name_words", "word", kind="first")))


def _known(words: tuple[str, ...]) -> str | None:
    """The known person of a full name, in any spelling; a middle name or initial may be missing or added."""
    name = " ".join(words)
    if name in offices.spellings():
        return offices.spellings()[name]
    people = offices.by_surname(offices.surname(name)) or offices.by_surname(words[-1])
    spelt = [(person, tuple(full.split())) for person in people for full in (person.name, *person.names) if " " in full]
    alike = {person.name for person, full in spelt if _first_alike(full[0], words[0]) and _middles_agree(full, words)}
    return alike.pop() if len(alike) == 1 else None


def _middles_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((set(one[1:-1]), set(other[1:-1])), key=len)
    return short <= long


def _entity(doc: Doc, mention: Candidate, words: tuple[str, ...], names: list[Name], last_named: dict[str, int]) -> str:
    if _is_full(words):
        known = _known(words)
        return next(
            name.canonical
            for name in names
            if (known and name.known == known) or (not known and same_person(name.words, words))
        )
    word = " ".join(words)
    surnames = [name for name in names if _alike(offices.surname(" ".join(name.words)), word) or name.words[-1] == word]
    fitting = _of_sex(doc, mention, surnames) or [name for name in names if name.words[0] == word]
    if fitting:
        return max(fitting, key=lambda name: last_named.get(name.canonical, -1)).canonical
    return _public(doc, mention, word) or word


def _of_sex(doc: Doc, mention: Candidate, names: list[Name]) -> list[Name]:
    title = doc[mention.start - 1].text if mention.start else ""
    for kind in ("female", "male"):
        if len(names) > 1 and title in lexicon.words("name_words", "word", kind=kind):
            return [name for name in names if gender(name.canonical) == kind] or names
    return names


def gender(name: str) -> str:
    """“female” or “male”, by the table of offices, else by the ending of the first name (a guess, good for choosing
    between two people of one surname, no more)."""
    person = offices.persons().get(name)
    if person and person.gender:
        return {"f": "female", "m": "male"}[person.gender]
    first = name.split()[0]
    return "female" if first.lower().endswith(FEMALE_ENDINGS) and first not in MALE_ANYWAY else "male"


def _public(doc: Doc, mention: Candidate, word: str) -> str | None:
    """The known person whom a surname alone can mean: the only one, or the only one in office on the day. A
    surname borne by many must stand beside its office or be in office on the day."""
    people = offices.by_surname(word)
    day = doc._.published.date() if isinstance(doc._.published, dt.datetime) else None
    if role := next(
        (token.text for token in doc[max(mention.start - 1, 0) : mention.start] if offices.office_of(token.text)), None
    ):
        office = offices.office_of(role)
        people = tuple(p for p in people if any(t.office == office for t in p.terms)) or people
    elif word in lexicon.words("name_words", "word", kind="surname"):
        people = tuple(p for p in people if day and p.in_office(day, slack=60))
    if day and len(people) > 1:
        people = tuple(p for p in people if p.in_office(day, slack=60))
    if day:
        people = tuple(p for p in people if not p.terms or p.in_office(day, slack=10 * 365))
    return people[0].name if len(people) == 1 else None


def surnames(settled: list[Candidate]) -> dict[str, Candidate]:
    """Surname (and its genitive) → a person of the article, for surnames that only one of them bears."""
    bearers = defaultdict(dict)
    for candidate in settled:
        name = offices.surname(candidate.entity)
        for form in (name, name + "s"):
            bearers[form][candidate.entity] = candidate
    return {form: next(iter(people.values())) for form, people in bearers.items() if len(people) == 1}
