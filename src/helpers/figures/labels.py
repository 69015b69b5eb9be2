"""Numbers that name or place something: Artikel 5, § 218, A 52, Platz 3, der dritte Tag — and those that
are no figures at all (Boeing 747, telephone numbers, list numbers). Pieces → Label; `screened` says what
is left out."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ..lexicon import rows
from . import numbers
from .absolute import YEAR
from .pieces import Pieces, word_set

ROADS = frozenset("ABEKL")
ROAD_CUES = word_set("der die auf an autobahn bundesautobahn bundesstraße und zur von über")
EACH = word_set("jede jeder jedes jeden jedem")
PLACING = word_set("wurde wurden wird werden geworden landete ist war")  # verbs of “wurde Zweiter”
COORDINATED = word_set("und oder bis bzw")
DETERMINERS = re.compile(
    r"(?:d(?:er|ie|as|em|en|es)|(?:ein|kein|mein|sein|ihr|unser|dies|jen|jed)(?:e|en|er|es|em)?|zu[mr]|[ai]m|bei[m]?|vo[mr]"
    r"|als|in|ins|nach|seit|für|und|pro|erst|auch|jede[rsnm]?)"
)
SUPERLATIVE = re.compile(r"(zweit|dritt|viert|fünft|sechst|siebt|acht(?!sam)|neunt|zehnt)(\w+[sß]t)(?:e|en|er|es|em)")
IDIOMS = word_set("linie hilfe mal welle klasse wahl hand")
CLUBS = re.compile(r"(?:Bundesliga|Liga|Division|(?:[1-9]?[A-Z]{2,4}))")


class Label(NamedTuple):
    kind: str  # reference or ordinal
    value: float
    start: int
    end: int
    counted: str | None


@cache
def _numbered() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows("numbered")}


@lru_cache(maxsize=65536)
def numbered(word: str) -> str | None:
    """What a number after this word is: reference, ordinal, name, or None. The last part of a compound
    decides."""
    table = _numbered()
    if word in table:
        return table[word]
    last = word.rpartition("-")[2]
    if last != word and last in table:
        return table[last]
    long = (kind for name, kind in table.items() if kind != "name" and len(name) > 4 and word.endswith(name.lower()))
    return next(long, None)  # Buslinie 4, Gefahrenstufe 3


def reference(pieces: Pieces, i: int) -> Label | None:
    """A numbered thing whose number stands at piece i: “Artikel 5”, “UN-Resolution 1701”, “§ 218”, “A
    52”, “Nr. 3”."""
    piece, before = pieces[i], pieces[i - 1]
    if piece.first:
        return None
    if piece.kind in ("plain", "number", "dotted", "daydate") and (label := _size(pieces, i)) is not None:
        return label
    if piece.kind not in ("plain", "number", "slash", "word"):
        return None
    value = numbers.word(piece.lower) if piece.kind == "word" else numbers.digits(piece.text.partition("/")[0])
    if value is None or (piece.kind == "word" and piece.capital):
        return None
    start = i - 1
    if before.text == "." and before.glued and pieces[i - 2].text in ("Art", "Abs", "Nr", "Kap", "S", "Ziff", "Bd"):
        start = i - 2
        return Label("reference", value, start, _letter(pieces, i + 1), pieces[start].text)
    if before.text == "§":
        start -= pieces[i - 2].text == "§"
        return Label("reference", value, start, _letter(pieces, i + 1), "§")
    if before.kind != "word":
        return None
    if before.text in ROADS and piece.kind == "plain" and len(piece.text) <= 4:
        if pieces[i - 2].lower in ROAD_CUES:
            return Label("reference", value, start, i + 1, before.text)
        return None
    kind = numbered(before.text) if before.capital else None
    if kind == "reference" and before.lower.endswith(("frage", "phase", "folge")) and YEAR.fullmatch(piece.text):
        return None  # die Umfrage 2023
    if kind in ("reference", "ordinal"):
        if piece.kind == "word" and before.lower in ("tag", "teil", "gruppe", "band", "tor", "frage", "satz"):
            return None
        if before.lower == "tor" and piece.kind == "word":
            return None
        return Label(kind, value, start, _letter(pieces, i + 1), before.text)
    return None


def _size(pieces: Pieces, i: int) -> Label | None:
    """“Stärke 6,1”, “eine Magnitude von 5.7.”, “der Stärke 2,3 und 2,2”."""
    start = i - 1
    if pieces[start].lower in COORDINATED and pieces[start - 1].kind in ("plain", "number", "dotted"):
        if numbered(pieces[start - 2].text) != "measure":
            return None
        start = i
    elif numbered(pieces[start - (pieces[start].lower == "von")].text) != "measure":
        return None
    else:
        start -= pieces[start].lower == "von"
    value = numbers.digits(pieces[i].text.rstrip("."))
    return None if value is None else Label("measure", value, start, i + 1, None)


def _letter(pieces: Pieces, k: int) -> int:
    """Past the letter of “Artikel 16a”."""
    return k + (pieces[k].glued and pieces[k].kind == "word" and len(pieces[k].text) == 1)


def ordinal_digits(pieces: Pieces, i: int) -> bool:
    """Whether a number and a dot are an ordinal: “der 3. Platz”, “zum 25. Mal”, not the end of a
    sentence."""
    dot, noun = pieces[i + 1], pieces[i + 2]
    if pieces[i].kind != "plain" or len(pieces[i].text) > 3 or dot.text != "." or not dot.glued:
        return False
    if noun.first or noun.kind != "word" or CLUBS.fullmatch(noun.text):
        return False
    return not pieces[i].first or not noun.capital


@lru_cache(maxsize=65536)
def ordinal_word(lower: str) -> int | None:
    """The value of an inflected ordinal (“dritte”) or a ranked superlative (“zweitgrößte”)."""
    if (match := SUPERLATIVE.fullmatch(lower)) is not None:
        return numbers.ORDINALS[match[1]]
    if not lower.endswith(("te", "ten", "ter", "tes", "tem")):
        return None
    return numbers.ordinal(re.sub(r"(?:e|en|er|es|em)$", "", lower))


def ordinal(pieces: Pieces, i: int) -> int | None:
    """The value of an ordinal word that places something: “der dritte Tag”, “zum zweiten Mal”; not
    “Zweiter Weltkrieg”."""
    piece, before, after = pieces[i], pieces[i - 1], pieces[i + 1]
    value = ordinal_word(piece.lower)
    if value is None or after.first and not piece.capital:
        return None
    if value == 1 and (_plural_first(piece.lower, before.lower) or numbers.word(after.lower) or after.kind == "plain"):
        return None  # “erste Hilfen”, “die ersten neun Monate”
    if before.lower in EACH:
        return value if value > 1 and (after.kind == "word" or piece.capital) else None
    if piece.capital and not piece.first:
        # a name (der Zweite Weltkrieg) unless it stands alone for its noun (wurde Dritter)
        if after.capital or value == 1 or value == 8 or value == 2 and not _placed(pieces, i):
            return None
        alone = before.kind == "word" and not before.capital or value == 2
        return value if not after.capital and alone else None
    if value == 1 and (
        after.lower in IDIOMS and after.lower != "mal" or before.lower in ("fürs", "zum") and not after.capital
    ):
        return None
    if piece.lower in ("achte", "achten") and not DETERMINERS.fullmatch(before.lower):
        return None
    if SUPERLATIVE.fullmatch(piece.lower):
        return value
    return (
        value
        if after.kind == "word" and (after.capital or DETERMINERS.fullmatch(before.lower) and after.text[-1] in "enrs")
        else None
    )


def _placed(pieces: Pieces, i: int) -> bool:
    """“als Zweiter”, “wurde in Rom Zweiter”: a place in a contest."""
    if pieces[i - 1].lower == "als":
        return True
    if pieces[i].text not in ("Zweiter", "Zweite"):
        return False
    for k in range(i - 1, max(i - 30, -1), -1):
        if pieces[k].lower in PLACING:
            return True
        if pieces[k].first:
            return False
    return False


def _plural_first(lower: str, before: str) -> bool:
    """“erste” without a determiner, “die ersten” or “seine ersten” stands before a plural or a mass noun: it means
    early ones, and counts nothing."""
    if lower == "ersten":
        return before == "die" or before.endswith("e") and DETERMINERS.fullmatch(before) is not None
    return lower == "erste" and not DETERMINERS.fullmatch(before)


def screened(pieces: Pieces, i: int, end: int, *, noun: bool, unit: bool) -> bool:
    """Whether the bare number in pieces i … end-1 is a name, an identifier, a list or telephone number,
    no figure."""
    piece, before, after = pieces[i], pieces[i - 1], pieces[end]
    if piece.glued and before.kind == "word" and len(before.text) <= 2 and before.capital:
        return True  # A400M
    if piece.glued and before.text == "." and before.glued and pieces[i - 2].kind == "word":
        return True  # Sat.1
    if after.glued and after.lower in ("er", "ern") and piece.kind != "word":
        return True  # die 96er, die 1,20er Marke
    if unit:
        return False
    if after.text == "." and after.glued and CLUBS.fullmatch(pieces[end + 1].text):
        return True  # der 1. FC Köln
    if piece.kind == "dotted":
        return True
    if before.capital and not piece.first and numbered(before.text) == "name":
        return True
    if before.text in (":", ".") and numbered(pieces[i - 2].text) == "name" and before.glued:
        return True
    if piece.kind not in ("plain", "number"):
        return False
    long = piece.kind == "plain" and len(piece.text) > 9
    if before.text == "+" and pieces[i - 2].text == "(":
        return long
    if long or before.text in ("+", "/", "#", "@", "_", "=") and (before.glued or piece.glued):
        return True
    if piece.glued and before.text in ("-", "–") and before.glued and pieces[i - 2].kind in ("word", "code", "plain"):
        return True
    if after.text in ("/", "_", "=") and after.glued and pieces[end + 1].glued:
        return True
    if listed(pieces, i) or _telephone(pieces, i):
        return True
    if (
        piece.kind == "plain"
        and len(piece.text) == 5
        and (before.text == "-" or pieces[i - 2].kind == "plain" and before.text == ",")
    ):
        return True  # postal code
    if noun:
        return False
    return before.capital and not before.first and not after.capital and not piece.first and piece.kind == "plain"


def listed(pieces: Pieces, i: int) -> bool:
    """“1. Wahl”, “2) Fragen” at the beginning of a line."""
    after = pieces[i + 1]
    return (
        pieces[i].first
        and pieces[i].kind == "plain"
        and len(pieces[i].text) <= 2
        and after.text in (".", ")")
        and after.glued
    )


def _telephone(pieces: Pieces, i: int) -> bool:
    """Groups of digits of which one begins with 0 and has no comma: 030 123456, +49 30 123."""
    first, last = i, i
    while pieces[first - 1].kind in ("plain", "number") and i - first < 6:
        first -= 1
    while pieces[last + 1].kind in ("plain", "number") and last - i < 6:
        last += 1
    begins_with_zero = any(piece.text[0] == "0" and piece.text.isdigit() for piece in pieces[first : last + 1])
    return first < last and begins_with_zero or pieces[first - 1].text == "+"
