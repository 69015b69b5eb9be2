"""Organisations that are known by name: lexicon/organisations.csv → every form of every name, and what each
organisation is.

known()["Weißen Hauses"] → Organisation("Weißes Haus", "government", "USA"), certain
kind_of("dpa") == "agency"; is_medium("Wall Street Journal") (outlets and agencies)
bylines()["nzz"] == "outlet": who may stand alone on a line, for the credit of an article
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from . import inflection, lexicon

MEDIA = {"outlet", "agency"}


@dataclass(frozen=True, slots=True)
class Organisation:
    """One row of organisations.csv, as one of its names calls it."""

    name: str  # canonical
    kind: str  # alliance, agency, authority, bank, company, coalition, court, government, militia, ministry, ngo, …
    country: str | None  # alpha-3 or EU
    certain: bool = True  # False: this name of it is also an ordinary word


@cache
def known() -> dict[str, Organisation]:
    """Every form of every name → its organisation; a name of two organisations belongs to the first row, and a
    certain reading goes before an uncertain one."""
    found: dict[str, Organisation] = {}
    for row in lexicon.rows("organisations"):
        canonical = row["name"].removesuffix("?")
        for name in (row["name"], *row["names"].split("|")):
            organisation = Organisation(canonical, row["kind"], row["country"] or None, not name.endswith("?"))
            for form in _forms(name) if name else ():
                if form not in found or (organisation.certain and not found[form].certain):
                    found[form] = organisation
    return found


@cache
def namesakes() -> dict[str, tuple[Organisation, ...]]:
    """Every form that organisations of several states share (“FDP”, “Bundesrat”) → these, in the order of the list."""
    found: dict[str, list[Organisation]] = {}
    for row in lexicon.rows("organisations"):
        for name in () if row["kind"] in MEDIA else filter(None, (row["name"], *row["names"].split("|"))):
            organisation = Organisation(row["name"].removesuffix("?"), row["kind"], row["country"] or None)
            for form in _forms(name):
                if organisation not in found.setdefault(form, []):
                    found[form].append(organisation)
    return {form: tuple(several) for form, several in found.items() if len({one.country for one in several}) > 1}


def _forms(name: str) -> set[str]:
    """Every form of a name of the list, in all cases; “1. FC” also written “1.FC”."""
    forms = inflection.name(name.removesuffix("?"))
    return forms | {form.replace("1. ", "1.") for form in forms}


@cache
def bylines() -> dict[str, str]:
    """Names of outlets and agencies as they may stand alone on a line, without case → kind. A further name that is also
    an ordinary word (“Welt”) may not: it is a heading."""
    return {
        name.removesuffix("?").casefold(): row["kind"]
        for row in lexicon.rows("organisations")
        if row["kind"] in MEDIA
        for name in (row["name"], *row["names"].split("|"))
        if name and (name == row["name"] or not name.endswith("?"))
    }


def find(name: str) -> Organisation | None:
    """The organisation of a name in any form; one in capitals also where the list writes it small (ATTAC)."""
    return known().get(name) or (_in_capitals().get(name) if len(name) > 3 else None)


@cache
def _in_capitals() -> dict[str, Organisation]:
    return {form.upper(): organisation for form, organisation in known().items() if organisation.certain}


@lru_cache(maxsize=65_536)
def kind_of(name: str) -> str | None:
    """What the organisation of this name is (“agency”, “party” …); None for one the list does not know."""
    organisation = known().get(name)
    return organisation.kind if organisation else None


def is_medium(name: str) -> bool:
    """Whether the name is that of an outlet or a news agency."""
    return kind_of(name) in MEDIA
