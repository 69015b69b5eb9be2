"""Roles: “Präsident”, “Außenministerin”, “Vorsitzender”, as words and beside the names of persons. Doc → roles.

A role comes from close apposition (“der ukrainische Präsident Wolodymyr Selenskyj”) or loose apposition (“Merkel, die
Kanzlerin”); Duden: Die Grammatik, “Apposition”. Its state is its adjective's, its compound's or its genitive's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from .finds import Entity
from .grammar import morphology
from .grammar.words import PREPOSITIONS
from .offices import office_of

Named = dict[int, Entity]  # token number → the entity it belongs to
FEDERATIONS = frozenset({"DEU", "AUT", "CHE"})  # whose offices begin with “Bundes-”
AGENT = re.compile(
    r"(er|ent|ant|hauptmann|obmann|ist|or|är|eur|chef|papst|könig|anwalt|bischof|general|premier|vize|rat"
    r"|[vV]orsitzende|[bB]eauftragte|[gG]esandte|[aA]bgeordnete|[vV]ertraute|[aA]ngeklagte|[bB]eschuldigte"
    r"|[tT]atverdächtige|[cC]hef|[aA]nwalt|[jJ]ährige)(in)?$"
)


@dataclass(frozen=True, slots=True)
class Role:
    """A role an article gives a person: “Präsident”, of which state, in which gender."""

    name: str
    gender: str | None
    country: str | None


def country_of(named: Named, head: Token, start: int) -> str | None:
    """The state of a role: its adjective, its compound (“US-Präsident”), a genitive before or after it."""
    own = named.get(head.i)
    if own is not None and own.country:
        return own.country
    for i in range(head.i - 1, max(start, head.i - 4) - 1, -1):
        if i in named and named[i].country and named[i].kind in ("nationality", "country"):
            return named[i].country
    after = head.doc[head.i + 1 : head.i + 4]
    if len(after) > 1 and after[0].lower_ in {"der", "des", "von", "in"}:
        entity = next((named[t.i] for t in after[1:] if t.i in named), None)
        return entity.country if entity is not None and entity.kind in ("country", "organisation") else None
    return None


def roles_beside(named: Named, name: Span) -> Iterator[Role]:
    """The roles beside a name: close apposition before it, loose apposition on either side."""
    doc = name.doc
    if name.start and (role := _role_at(named, doc, name.start - 1)):
        yield role
    if name.start > 1 and doc[name.start - 1].text == ",":
        yield from _first_role(named, doc, range(name.start - 2, max(name.start - 8, -1), -1))
    if name.end < len(doc) and doc[name.end].text in {",", "("}:
        stop = next((t.i for t in doc[name.end + 1 : name.end + 9] if t.text in {",", ")", "."}), name.end + 9)
        stop = min(stop, len(doc))
        first = doc[name.end + 1] if name.end + 1 < len(doc) else None
        if first is not None and not (first.lower_ in {"der", "die"} and doc[stop - 1].text[:1].islower()):
            yield from _first_role(named, doc, range(name.end + 1, stop))


def _first_role(named: Named, doc: Doc, positions) -> Iterator[Role]:
    for i in positions:
        if (
            doc[i].text in {".", ";", ":"}
            or doc[i].lower_ == "und"
            or morphology.form(doc[i].text) in morphology.FINITES
        ):
            return  # “Der Sprecher teilte mit, Blair …”: no apposition
        if (entity := named.get(i)) is not None and entity.kind == "person":
            return
        if role := _role_at(named, doc, i):
            yield role
            return


def _role_at(named: Named, doc: Doc, i: int) -> Role | None:
    token = doc[i]
    name, gender = role_name(token.text)
    entity = named.get(i)
    if not name or (entity is not None and entity.kind == "person"):
        return None
    if gender is None and i and doc[i - 1].lower_ in {"der", "dem", "den"}:
        gender = "m"
    return Role(name, gender, country_of(named, token, max(0, i - 4)))


def same_role(name: str, gender: str | None, country: str | None, role: Role, state: str | None) -> bool:
    """Whether a phrase (“der Minister”, “der französische Präsident”) can name the bearer of a role."""
    one, other = name.lower(), role.name.lower()
    alike = one == other or other.endswith(one) or one.endswith(other)
    alike = alike or (office_of(name) is not None and office_of(name) == office_of(role.name))
    owns = role.country or state
    return alike and (not country or not owns or country == owns) and (not gender or gender == (role.gender or gender))


def is_shorter(role: str, name: str) -> bool:
    """Whether a role is the last part of a longer word: “Präsident” of “Bundespräsident”."""
    return len(role) < len(name) and name.lower().endswith(role.lower())


def can_be_of(name: str, state: str | None) -> bool:
    """Whether an office can be one of a state: a Bundespräsident or Bundesminister is one of a federation."""
    return state is None or state in FEDERATIONS or not name.startswith("Bundes")


@lru_cache(maxsize=50_000)
def role_name(word: str) -> tuple[str, str | None]:
    """(“Präsident”, "f") for “US-Präsidentin”: without compound, case and gender; ("", None) for no role."""
    word = word.rpartition("-")[2] or word
    if not word[:1].isupper() or len(word) < 4 or word.lower() in PREPOSITIONS:
        return "", None
    lemma = morphology.lemma(word)
    lemma = lemma if lemma[:1].isupper() else word
    if lemma.endswith("er") and lemma[:-1].endswith("e") and AGENT.search(lemma[:-1].lower()):
        lemma = lemma[:-1]  # “Vorsitzender”: declined like an adjective
    if lemma.endswith(("hauptfrau", "obfrau")):
        return lemma.removesuffix("frau") + "mann", "f"
    match = AGENT.search(lemma)
    if lemma.startswith("Gesamt") or (not match and not office_of(lemma)):  # “der Gesamtbundesrat”: no person
        return "", None
    if match and match.group(2):
        return lemma[: -len("in")], "f"
    return lemma, None if lemma.endswith(("te", "nde", "ige")) else "m"
