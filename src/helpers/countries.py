"""Countries and what German calls them: a word or compound of a text → the state it names. babel +
lexicon/countries.csv → readings.

    country_of("Frankreichs") == country_of("französische") == country_of("Franzosen") == country_of("Paris") == "FRA"
    country_of("US-Präsident") == "USA"; country_of("Georgia") is None; country_of("deutsch-französische") is None (two)
    name_of("GBR") == "Großbritannien"; adjectives()["französisch"] == "FRA"
    readings()["Polen"] → the state and its people: whoever reads the sentence must choose (`entities` does)

A Reading says what one string can name: the canonical entity, its kind (country, place, organisation for the
EU, nationality), its code, and whether the string is certain (“Frankreich”) or also means something else
(“Dominikaner”, “Korea”). German names come from CLDR (through babel, standard and Swiss German), everything
else from lexicon/countries.csv.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale
from babel.core import get_global

from . import inflection, lexicon

LOCALES = ("de", "de_AT", "de_CH")
DIRECTIONS = ("nordost", "nordwest", "südost", "südwest", "nord", "süd", "ost", "west", "zentral", "mittel")
PREFIXES = (*DIRECTIONS, "pro", "anti", "exil", "ex", "inner")
NOT_THE_STATE = ("amerika", "irisch", "irland", "indisch", "georgien", "guinea", "afrika")  # Südamerika, Südgeorgien
# US-Dollar, Jamaika-Koalition, englisch-sprachig: the name of something else
NO_MENTION = ("Dollar", "Cent", "Koalition", *(f"sprachig{ending}" for ending in inflection.ADJECTIVE_ENDINGS))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a string can name."""

    entity: str  # canonical name
    kind: str  # country | place | organisation | nationality
    country: str | None  # ISO 3166-1 alpha-3, "EU", or None for a former state
    certain: bool = True  # False: counts only where the article names the same entity by another word


def country_of(text: str) -> str | None:
    """The code of the one state that a name, adjective, inhabitant, capital or hyphen compound means; None
    where it means none, several, or only perhaps one."""
    codes = {reading.country for reading in readings().get(text) or compound(text) if reading.certain}
    return codes.pop() if len(codes) == 1 else None


def name_of(code: str) -> str | None:
    """The name German newspapers use for a state, given its code; None for an unknown code."""
    return next((name for name, kind, row_code in _names() if row_code == code and kind != "place"), None) or next(
        (name for name, _, row_code in _names() if row_code == code), None
    )


@cache
def adjectives() -> dict[str, str]:
    """Adjective without ending (“französisch”) → code of its state; uncertain ones and those of former states
    left out."""
    return {
        word: row["code"]
        for row in lexicon.rows("countries")
        for word, certain in _cell(row["adjective"])
        if certain and row["code"]
    }


@cache
def readings() -> dict[str, tuple[Reading, ...]]:
    """Every form of every name (also of several words, parted by one space) → what it can name, the state
    before its people."""
    found: dict[str, list[Reading]] = {}

    def add(forms, reading):
        for form in sorted(forms):
            known = found.setdefault(form, [])
            if not any((r.entity, r.kind) == (reading.entity, reading.kind) for r in known):
                known.append(reading)

    for row, (entity, kind, code) in zip(lexicon.rows("countries"), _names(), strict=True):
        code = code or None
        own = [(entity, True), *((name, True) for name in _cldr(code) if kind != "place"), *_cell(row["names"])]
        for word, certain in own:
            add(inflection.name(word), Reading(entity, kind, code, certain))
        people = name_of(code) or entity if code else entity
        for word, certain in _cell(row["adjective"]):
            add(inflection.adjective(word), Reading(people, "nationality", code, certain))
        women = [woman for woman, _ in _cell(row["woman"])]
        for i, (man, certain) in enumerate(_cell(row["man"])):
            woman = women[i] if i < len(women) else ""
            add(inflection.inhabitant(man, woman), Reading(people, "nationality", code, certain))
        for spellings in _cities(row):
            for spelling in spellings:
                add(inflection.name(spelling), Reading(spellings[0], "place", code))
    found["US"] = [Reading("USA", "nationality", "USA")]  # “US-”, “US Präsident”
    return {form: tuple(known) for form, known in found.items()}


@cache
def territories() -> dict[str, str]:
    """CLDR's German name of every territory (also Jersey, Aruba, Martinique) → code."""
    return {name: code for code in _alpha2() for name in _cldr(code)}


@lru_cache(maxsize=100_000)
def compound(text: str) -> tuple[Reading, ...]:
    """What the states inside one compound word are: “deutsch-französische” two nationalities,
    “Nachkriegs-Ukraine” and “Irakkrieg” a country, “US-Truppen” a nationality, “prorussischen” too,
    “Ostukraine” a place, “Südgeorgien” nothing."""
    if "-" not in text:
        return _solid(text)
    parts = text.split("-", maxsplit=8)
    if parts[-1].endswith(NO_MENTION):
        return ()
    whole = readings().get(parts[-1]) or _solid(parts[-1])
    if whole and whole[0].kind == "nationality":  # Deutsch-Französischer: no language, since its last part is inflected
        parts = [part.lower() if part.capitalize() == part else part for part in parts[:-1]] + parts[-1:]
    found = []
    for i, part in enumerate(parts):
        rest = readings().get("-".join(parts[i:]))
        known = rest or readings().get(part) or _solid(part)
        if known and known[0].certain and known[0] not in found:
            found.append(known[0])
        if rest:
            break
    return tuple(found)


def _solid(word: str) -> tuple[Reading, ...]:
    """The state in a compound written as one word: Irakkrieg, Ostukraine, prorussisch."""
    for head in _heads() if word.endswith(_heads()) else ():
        known = readings().get(word.removesuffix(head), ()) if word.endswith(head) else ()
        if known and known[0].certain and word[0].isupper():
            return known[:1]
    lower = word.lower()
    for prefix in PREFIXES if lower.startswith(PREFIXES) else ():
        stem = lower.removeprefix(prefix)
        if stem == lower or len(stem) < 4 or stem.startswith(NOT_THE_STATE):
            continue
        known = readings().get(stem if word[0].islower() else stem.capitalize(), ())
        if known and known[0].certain and known[0].kind == "nationality":
            return known[:1]
        if known and known[0].certain and known[0].kind == "country" and prefix in DIRECTIONS:
            return (Reading(prefix.capitalize() + known[0].entity.lower(), "place", known[0].country),)
    return ()


@cache
def _heads() -> tuple[str, ...]:
    return tuple(sorted(lexicon.words("compound_heads", "head")))


def _cell(cell: str) -> list[tuple[str, bool]]:
    return [(value.removesuffix("?"), not value.endswith("?")) for value in cell.split("|") if value]


def _cities(row: dict[str, str]) -> list[list[str]]:
    return [city.split("=") for city in row["capital"].split("|") if city]


@cache
def _names() -> tuple[tuple[str, str, str], ...]:
    """(canonical name, kind, code) of each row of countries.csv."""
    return tuple(
        (row["name"] or _cldr(row["code"])[0], row["kind"] or "country", row["code"])
        for row in lexicon.rows("countries")
    )


@cache
def _alpha2() -> dict[str, str]:
    aliases = get_global("territory_aliases")
    codes = {code: to[0] for code, to in aliases.items() if len(code) == 3 and code.isalpha() and len(to) == 1}
    return codes | {"XKX": "XK", "EU": "EU"}


@cache
def _cldr(code: str | None) -> tuple[str, ...]:
    """CLDR's German names of a territory, the standard German one first."""
    names = (Locale.parse(locale).territories.get(_alpha2().get(code or "", "")) for locale in LOCALES)
    return tuple(dict.fromkeys(name for name in names if name))
