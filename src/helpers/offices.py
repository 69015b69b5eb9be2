"""Who held which office when, and who is known by name: lexicon/offices.csv, roles.csv, persons.csv → persons.

holder("Präsidentin", "USA", dt.date(2024, 5, 1)) == "Joe Biden"; holder("Bundeskanzlers", "DEU", …) == "Olaf
Scholz" office_of("Premierministerin") == "head of government"; persons()["Keir Starmer"].country == "GBR"
by_surname("Zelensky") → every known person whose surname sounds so
"""

import datetime as dt
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache

from . import lexicon

CROWNS = {"Papst", "König", "Königin", "Queen", "Prinz", "Kardinal"}
JUNIOR = ("Jr.", "jr.", "Sr.", "sr.")  # behind a surname
SURNAME_FIRST = {"CHN", "PRK", "KOR", "TWN"}
# Slavic and Arabic names reach German by several transcriptions; these letters stand for one another in them.
SOUNDS = (
    (re.compile("(tsch|tch|cz|č|(?<!s)ch(?=[ei]|$))"), "c"),
    (re.compile("(sch|sh|š|ș|ş)"), "s"),
    (re.compile("(kh|ch)"), "h"),
    (re.compile("(ts|tz|z|ß)"), "s"),
    (re.compile("(ou|w(?=u))"), "u"),
    (re.compile("w"), "v"),
    (re.compile("ph"), "f"),
    (re.compile("c?k"), "k"),
    (re.compile("[yj]"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office."""

    office: str
    of: str  # alpha-3, EU or an organisation
    start: dt.date
    end: dt.date


@dataclass(slots=True)
class Person:
    """One person of public life, with every term since 2000."""

    name: str
    gender: str | None = None
    country: str | None = None
    names: tuple[str, ...] = ()
    terms: list[Term] = field(default_factory=list)

    def in_office(self, day: dt.date, slack: int = 0) -> bool:
        """Whether a term covers the day, give or take so many days."""
        room = dt.timedelta(days=slack)
        return any(term.start - room <= day <= min(term.end, LAST - room) + room for term in self.terms)


LAST = dt.date(9999, 1, 1)


@cache
def persons() -> dict[str, Person]:
    """Canonical name → person."""
    found: dict[str, Person] = {}
    for row in lexicon.rows("offices"):
        person = found.setdefault(row["entity"], Person(row["entity"], row["gender"] or None))
        end = dt.date.fromisoformat(row["to"]) if row["to"] else LAST
        person.terms.append(Term(row["office"], row["of"], dt.date.fromisoformat(row["from"]), end))
        if len(row["of"]) == 3 and row["of"].isupper():
            person.country = row["of"]
    for row in lexicon.rows("persons"):
        person = found.setdefault(row["name"], Person(row["name"], row["gender"] or None))
        person.names = tuple(name for name in row["names"].split("|") if name)
        person.country = row["country"] or person.country
    return found


def gender_of(name: str) -> str | None:
    """ "f" or "m" for a full name: by the tables, else by the first name; None where neither tells."""
    known = persons().get(name)
    first, _, family = name.partition(" ")
    return (known and known.gender) or (_first_names().get(first) if family else None)


@cache
def _first_names() -> dict[str, str]:
    return {row["name"]: row["gender"] for row in lexicon.rows("first_names")}


def holder(role: str, of: str, day: dt.date | None) -> str | None:
    """Who held the office that a word names (“Außenministerin”, “US-Präsident”, “Premier”) in a state or
    organisation on a day; None where the table does not know, or knows several. Without a day: the one holder,
    if there was only one."""
    office = office_of(role)
    if office is None:
        return None
    wanted = {office, "head of state"} if office == "head of government" and of == "USA" else {office}
    names = {
        person.name
        for person in persons().values()
        for term in person.terms
        if term.office in wanted and term.of == of and (day is None or term.start <= day < term.end)
    }
    return names.pop() if len(names) == 1 else None


def office_of(role: str) -> str | None:
    """The office that a word in any form, with or without “US-” or “Ex-” before it, names; None for any other
    word."""
    return next((_roles()[form] for form in (role, role.rpartition("-")[2]) if form in _roles()), None)


@cache
def _roles() -> dict[str, str]:
    found = {}
    for row in lexicon.rows("roles"):
        man = row["role"]
        woman = man.removesuffix("chef") + "chefin" if man.endswith("chef") else man + "in"
        for form in (man, man + "s", man + "es", man + "n", man + "en", woman, woman + "nen"):
            found[form] = row["office"]
    return found


@lru_cache(maxsize=65_536)
def of_role(role: str) -> str | None:
    """The state or organisation that a word for an office names by itself (Kremlchef: RUS)."""
    return next(
        (
            row["only"]
            for row in lexicon.rows("roles")
            if row["only"] and role.startswith(row["role"]) and role in _roles()
        ),
        None,
    )


@cache
def spellings() -> dict[str, str]:
    """Every spelling of the full name of a known person, as listed → canonical name."""
    found = {name: person.name for person in persons().values() for name in person.names}
    return found | {name: name for name in persons()}


def by_surname(word: str) -> tuple[Person, ...]:
    """Known persons whose surname is the word or sounds like it."""
    exact = _surnames().get(fold(word), ())
    return tuple(exact or (_sounding().get(sound(word), ()) if len(word) > 5 else ()))


@cache
def _surnames() -> dict[str, list[Person]]:
    index = defaultdict(list)
    for person in persons().values():
        for name in (person.name, *person.names):
            if name.split()[0] in CROWNS or (name.endswith(".") and not name.endswith(JUNIOR)):
                continue  # Papst Benedikt, Johannes Paul II. have no surname
            for word in {surname(name), surname(name).split()[-1], *_family_first(person, name)}:
                if person not in index[fold(word)]:
                    index[fold(word)].append(person)
    return dict(index)


def _family_first(person: Person, name: str) -> list[str]:
    return [name.split()[0]] if person.country in SURNAME_FIRST else []


@cache
def _sounding() -> dict[str, list[Person]]:
    index = defaultdict(list)
    for word, known in _surnames().items():
        for person in known:
            if person not in index[sound(word)]:
                index[sound(word)].append(person)
    return dict(index)


def surname(name: str) -> str:
    """The surname of a full name, with its particles: “von der Leyen”, “Le Pen”, “Merz”."""
    words = name.split()
    if len(words) > 2 and words[-1].endswith(JUNIOR):
        words.pop()
    particles = lexicon.words("name_words", "word", kind="particle")
    start = len(words) - 1
    while start > 1 and words[start - 1] in particles:
        start -= 1
    return " ".join(words[start:])


def fold(word: str) -> str:
    """Small letters without accents, so that Erdogan finds Erdoğan; umlauts stay."""
    kept = word.lower().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ł", "l").replace("ı", "i")
    return "".join(c for c in unicodedata.normalize("NFKD", kept) if not unicodedata.combining(c))


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A key that the transcriptions of one name share: Selenskyj, Selenskij, Zelensky, Selenski."""
    key = word.lower()
    for pattern, letter in SOUNDS:
        key = pattern.sub(letter, key)
    key = re.sub(r"(.)\1+", r"\1", fold(key).replace("ie", "e"))
    return re.sub("(ei|i)$", "i", key)
