"""Words that hold their number: 30-jährig, vierköpfig, 26-prozentig, Zwei-Drittel-Mehrheit,
12-Punkte-Plan, dreimal. Pieces → Compound, or None."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ..lexicon import rows, words
from . import numbers, units
from .amounts import SCALE_WORDS
from .pieces import Pieces, cut

JOINTS = re.compile(r"[-‑]")
SHARED = re.compile(rf"({'|'.join(numbers.DIGITS)})(drittel|viertel|fünftel)(?:-?(mehrheit\w*|quorum|anteil))")
SPANS = re.compile(r"(\w+?)(jahres?|tages?|monats?|wochen|stunden|minuten|punkte|prozent)(-?\w{3,})")


class Compound(NamedTuple):
    """What a compound says; `noun` is the counted part inside it, `adjective` is true where a noun
    follows it."""

    value: float
    kind: str
    unit: str | None
    noun: str | None
    end: int
    adjective: bool


@cache
def _suffixes() -> dict[str, tuple[str, str | None, bool]]:
    return {row["suffix"]: (row["kind"], row["unit"] or None, row["one"] == "yes") for row in rows("number_suffixes")}


@cache
def _lasting() -> tuple[str, ...]:
    return tuple(words("lasting_nouns", "ending"))


def lasts(noun: str | None) -> bool:
    """Whether a noun names something that lasts (Haftstrafe, Krieg) rather than lives."""
    return noun is not None and noun.lower().endswith(_lasting())


@lru_cache(maxsize=65536)
def begins(lower: str) -> bool:
    """Whether a word can be such a compound: its first part is a number word and more follows."""
    if lower[0] not in numbers.INITIALS:
        return False
    first = JOINTS.split(lower, maxsplit=1)[0]
    return (first != lower and numbers.word(first) is not None) or (_suffixed(lower) or _fused(lower)) is not None


def read(pieces: Pieces, i: int) -> Compound | None:
    """The compound at piece i: one word (“vierköpfig”) or digits with a word glued to them (“30-jährig”,
    “3fach”)."""
    piece, after = pieces[i], pieces[i + 1]
    if piece.kind == "word":
        found = _suffixed(piece.lower) or _hyphened(piece.text) or _fused(piece.lower)
        return found._replace(end=i + 1) if found else None
    if piece.kind not in ("plain", "number", "dotted", "clock"):
        return None
    k = i + 1
    if after.text in ("-", "‑") and after.glued and pieces[i + 2].glued and pieces[i + 2].kind == "word":
        k = i + 2
    elif not (after.glued and after.kind == "word"):
        return None
    if piece.kind == "clock":
        return None
    value, rest = numbers.digits(piece.text), pieces[k].text
    if value is None:
        return None
    if (kind := _suffix(rest.lower())) is not None:
        return Compound(value, kind[0], kind[1], None, k + 1, _is_adjective(rest))
    if k == i + 1:
        return None
    if rest.lower() in ("mal", "fach", "fache", "fachen"):
        return Compound(
            value, *(("count", None) if rest.lower() == "mal" else ("measure", "times")), None, k + 1, False
        )
    if rest.lower() in ("er", "ern", "er-jahre", "er-jahren"):
        return None
    found = _parts(value, JOINTS.split(rest))
    return found._replace(end=k + 1) if found else None


def _is_adjective(rest: str) -> bool:
    return rest[0].islower() and not rest.endswith("mal")


@lru_cache(maxsize=65536)
def _suffix(lower: str) -> tuple[str, str | None, bool] | None:
    """Kind and unit of “jährigen”, “prozentig”, with or without its ending."""
    for form in (lower, re.sub(r"(?<=\w)(?:e|en|er|es|em)$", "", lower)):
        if form in _suffixes():
            return _suffixes()[form]
    return None


@lru_cache(maxsize=65536)
def _suffixed(lower: str) -> Compound | None:
    """“vierköpfige”, “dreijährig”, “zweimal”, “zweieinhalbstündig”."""
    if len(lower) > 80 or "-" in lower and lower.count("-") > 1:
        return None
    plain = re.sub(r"(?<=ig|ch)(?:e|en|er|es|em|s)$", "", lower)
    if lower in ("einfach", "einmal", "einmalig", "doppelt"):
        return None
    for suffix, (kind, unit, one) in _suffixes().items():
        if plain.endswith(suffix):
            head = plain[: -len(suffix)].rstrip("-")
            value = numbers.word(head) if head not in ("halb", "hundertste") else 0.5
            if value is not None and (value != 1 or one):
                return Compound(value, kind, unit, None, 0, suffix not in ("mal", "fache"))
    return None


@lru_cache(maxsize=65536)
def _hyphened(text: str) -> Compound | None:
    """“Zwei-Drittel-Mehrheit”, “Fünf-Prozent-Hürde”, “Zwei-Staaten-Lösung”."""
    parts = JOINTS.split(text)
    if len(parts) < 2 or len(parts) > 8:
        return None
    value = numbers.word(parts[0].lower())
    if value is None or parts[1][:1].islower():
        return None
    found = _parts(value, parts[1:])
    if found and found.kind == "count" and found.noun.lower() not in words("compound_counts", "part"):
        return None  # Zwei-Klassen-Medizin, Drei-Seen-Bote: the number names a kind of thing
    return found


def _parts(value: float, parts: list[str]) -> Compound | None:
    """The parts after the number: a scale, a denominator, a unit, or the noun that is counted."""
    noun = parts[-1] if len(parts) > 1 else None
    while parts and (scale := SCALE_WORDS.get(parts[0].lower())) and len(parts) > 1:
        value, parts = value * scale, parts[1:]
    if not parts:
        return None
    first = parts[0]
    if (bottom := numbers.DENOMINATORS.get(first.lower())) and value < bottom and len(parts) > 1:
        return Compound(value / bottom, "percent", "share", noun, 0, False)
    unit = units.read(cut(first), 0)
    if unit and len(parts) > 1:
        return Compound(value, unit.kind, unit.code, noun, 0, False)
    if len(parts) < 2 and (not first[0].isupper() or noun is not None):
        return None
    return Compound(value, "count", None, first, 0, False) if first[0].isupper() else None


@lru_cache(maxsize=65536)
def _fused(lower: str) -> Compound | None:
    """“Zweidrittelmehrheit”, “Dreitagesfrist”, “Fünfjahresplan”, “Viertelstunde”."""
    if lower in ("viertelstunde", "dreiviertelstunde"):
        return Compound(0.75 if lower[0] == "d" else 0.25, "duration", "hour", None, 0, False)
    if (match := SHARED.fullmatch(lower)) is not None:
        value = numbers.SMALL[match[1]] / numbers.DENOMINATORS[match[2]]
        return Compound(value, "percent", "share", match[3].title(), 0, False)
    if (match := SPANS.fullmatch(lower)) is not None and (value := numbers.word(match[1])) is not None:
        base = match[2]
        for stem, unit in (
            ("jahr", "year"),
            ("tag", "day"),
            ("monat", "month"),
            ("woche", "week"),
            ("stund", "hour"),
            ("minut", "minute"),
        ):
            if base.startswith(stem):
                return Compound(value, "duration", unit, match[3].lstrip("-").title(), 0, False)
        if base == "prozent":
            return Compound(value, "percent", "%", match[3].lstrip("-").title(), 0, False)
        return Compound(value, "count", None, base.title(), 0, False)
    return None
