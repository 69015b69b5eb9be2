"""Amounts: the pieces at a place → one number with its scale, or a range. Pieces → Amount, or None.

amount := simple scale* (“und”? smaller amount)?  |  simple denominator  |  collective  |  amount “bis”
amount"""

import math
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from . import numbers, units
from .pieces import Piece, Pieces, word_set

ARTICLES = word_set("ein eine einen einem einer eines")
SCALE_WORDS = {
    "million": 1e6, "millionen": 1e6, "milliarde": 1e9, "milliarden": 1e9, "billion": 1e12, "billionen": 1e12,
    "billiarde": 1e15, "billiarden": 1e15, "trillion": 1e18, "trillionen": 1e18, "mio": 1e6, "mill": 1e6,
    "mrd": 1e9, "mia": 1e9, "bio": 1e12, "tsd": 1e3, "tausend": 1e3, "hundert": 1e2, "dutzend": 12.0,
}  # fmt: skip
LARGEST = 1e30  # no text counts further; a broken one may repeat “Millionen” without end
ABBREVIATED = word_set("mio mill mrd mia bio tsd")
COLLECTIVES = {
    "dutzende": 12, "dutzenden": 12, "dutzender": 12, "millionen": 10**6, "milliarden": 10**9, "billionen":
    10**12, "zigtausend": 1000, "zigtausende": 1000, "zigtausenden": 1000, "abertausende": 1000,
    "abertausenden": 1000, "aberhunderte": 100, "aberhunderten": 100,
}  # fmt: skip
SOME = word_set("mehrere mehreren mehrerer einige einigen einiger viele vielen paar etliche")
HALF = word_set("halbe halben halber halbes halbem halb")
MINUS = word_set("− - – minus")
ROUGH = re.compile(r"(gut|knapp)e[rnsm]?")
TIME_BEFORE = word_set("vor seit nach in binnen innerhalb")
DASHES = word_set("- – — ‑ −")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number read from pieces start … end-1. `form`: digits, word, article (“ein”), collective
    (Dutzende), share."""

    value: float
    start: int
    end: int
    form: str
    value_to: float | None = None
    bound: str | None = None  # what the number itself implies: Dutzende are more than twelve
    scale: float = 1.0  # of its last scale word: Million
    signed: bool = False


@lru_cache(maxsize=65536)
def collective(lower: str) -> float | None:
    """The least size of a collective: Dutzende 12, Hunderte 100, Zehntausende 10,000."""
    if lower in COLLECTIVES:
        return float(COLLECTIVES[lower])
    for ending in ("e", "en", "er"):
        stem = lower.removesuffix(ending)
        if stem != lower and stem.endswith(("hundert", "tausend")):
            return numbers.word(stem)
    return None


@lru_cache(maxsize=65536)
def begins(lower: str) -> bool:
    """Whether a word can begin an amount; the quick test that keeps the pass over a text fast."""
    return (
        lower in ARTICLES or lower in ("minus", "hälfte") or collective(lower) is not None
        or numbers.word(lower) is not None or numbers.fraction(lower) is not None or lower == "dutzend"
    )  # fmt: skip


def read(pieces: Pieces, i: int) -> Amount | None:
    """The amount or range that begins at piece i."""
    left = single(pieces, i)
    if left is None:
        return None
    right = _range_end(pieces, left)
    return join(left, right) if right else left


def single(pieces: Pieces, i: int) -> Amount | None:
    """One number with its scale, no range."""
    piece = pieces[i]
    if piece.text in MINUS or piece.lower == "minus":
        spaced = piece.lower == "minus" or (pieces[i + 1].glued and (not piece.glued or pieces[i - 1].kind == "mark"))
        number = (
            single(pieces, i + 1)
            if spaced and pieces[i + 1].text not in MINUS and pieces[i + 1].lower != "minus"
            else None
        )
        if number is None or number.form not in ("digits", "word") or number.signed:
            return None
        return replace(number, value=-number.value, start=i, signed=True)
    simple = _simple(pieces, i)
    return _scaled(pieces, simple) if simple else None


def _simple(pieces: Pieces, i: int) -> Amount | None:
    piece, after = pieces[i], pieces[i + 1]
    if piece.kind in ("plain", "number", "dotted"):
        if piece.kind == "plain" and len(piece.text) > 1 and piece.text[0] == "0":
            return None
        value = numbers.digits(piece.text)
        if value is None:
            return None
        part = _vulgar(after) if not after.glued else None
        end = i + 1 + (part is not None)
        if after.text in (",", ".") and after.glued and pieces[i + 2].text in DASHES and pieces[i + 2].glued:
            end = i + 3  # 100,- Euro
            if pieces[end].glued and pieces[end].kind == "word":
                end = i + 1
        return Amount(value + (part or 0), i, end, "digits")
    if piece.kind == "slash":
        value = _vulgar(piece)
        return None if value is None else Amount(value, i, i + 1, "share")
    if piece.kind != "word":
        return None
    lower = piece.lower
    if lower in ("hälfte",) and pieces[i - 1].lower in ("die", "der", "zur", "eine", "einer"):
        return Amount(0.5, i - (pieces[i - 1].lower != "zur"), i + 1, "share")
    if lower in ARTICLES and (rough := ROUGH.fullmatch(after.lower)):
        return _rough(pieces, i, "more than" if rough[1] == "gut" else "less than")
    if lower in ARTICLES and after.lower in HALF and (_scale(pieces[i + 2]) or units.read(pieces, i + 2)):
        return Amount(0.5, i, i + 2, "word")
    if lower in ARTICLES or lower == "eins":
        return Amount(1.0, i, i + 1, "article")
    if (size := collective(lower)) is not None:
        return Amount(size, i, i + 1, "collective", bound="more than")
    if (value := numbers.fraction(lower)) is not None:
        return Amount(value, i, i + 1, "share")
    if lower == "dutzend" or (lower.endswith(("hundert", "tausend")) and pieces[i - 1].lower in SOME):
        size = SCALE_WORDS.get(lower) or numbers.word(lower) or 0.0
        return Amount(size, i, i + 1, "collective", bound="more than")
    value = numbers.word(lower)
    return None if value is None else Amount(value, i, i + 1, "word")


def _rough(pieces: Pieces, i: int, bound: str) -> Amount | None:
    """“ein gutes halbes Jahr”, “eine knappe Stunde”, “ein gutes Dutzend”; “ein gutes Jahr” may praise it."""
    third = pieces[i + 2]
    if third.lower in HALF and units.read(pieces, i + 3):
        return Amount(0.5, i, i + 3, "word", bound=bound)
    if bound == "more than" and pieces[i - 1].lower not in TIME_BEFORE and not _size(third):
        return None
    if third.lower == "dutzend":
        return Amount(12.0, i, i + 3, "collective", bound=bound)
    return Amount(1.0, i, i + 2, "word", bound=bound) if _size(third) or units.read(pieces, i + 2) else None


def _size(piece: Piece) -> bool:
    return piece.lower == "dutzend" or piece.lower in numbers.DENOMINATORS or _scale(piece) is not None


def _vulgar(piece: Piece) -> float | None:
    """“1/2” or “½” standing by itself; 24/7 and 9/11 are no fractions."""
    if piece.kind == "number" and piece.text in numbers.VULGAR:
        return numbers.VULGAR[piece.text]
    if piece.kind != "slash" or piece.text == "9/11":
        return None
    top, bottom = piece.text.split("/")
    if top[0] == "0" or bottom[0] == "0" or not 0 < int(top) < int(bottom) <= 100:
        return None
    return int(top) / int(bottom)


def _scale(piece: Piece) -> float | None:
    return SCALE_WORDS.get(piece.lower) if piece.kind == "word" else None


def _scaled(pieces: Pieces, amount: Amount, below: float = math.inf) -> Amount:
    """The amount with the scale words, denominators and smaller amounts after it; no smaller ones where its scale is
    not `below` that of the amount in front."""
    if amount.form == "share":
        return amount
    value, end, scale = amount.value, amount.end, None
    while (size := _scale(pieces[end])) is not None and not pieces[end].first and value * size < LARGEST:
        if pieces[end].text[0].islower() and pieces[end].lower == "mill":
            break
        value, scale = value * size, size
        end += 1 + (pieces[end].lower in ABBREVIATED and pieces[end + 1].text == "." and pieces[end + 1].glued)
    if scale is None:
        bottom = numbers.DENOMINATORS.get(pieces[end].lower) or (4 if pieces[end].lower == "vierteln" else None)
        bottom = bottom or numbers.DENOMINATORS.get(pieces[end].lower.removesuffix("n"))
        if bottom and amount.form in ("digits", "word", "article") and value < 1000 and value == int(value):
            return replace(amount, value=value / bottom, end=end + 1, form="share")
        return amount
    form = "word" if amount.form == "article" else amount.form
    if form != "collective" and 1000 <= scale < below and pieces[end - 1].text != ".":
        rest = _simple(pieces, end + (pieces[end].lower == "und"))
        if rest and rest.form in ("word", "digits") and not pieces[rest.start].first and not _year(pieces[rest.start]):
            more = _scaled(pieces, rest, scale)
            linked = pieces[end].lower != "und" or (rest.form == "word" and more.scale == 1 and more.value >= 1000)
            if more.value < scale and linked and (more.value >= 1000 or rest.form == "word" or scale == 1000):
                value, end = value + more.value, more.end
    return replace(amount, value=value, end=end, form=form, scale=scale)


def _year(piece: Piece) -> bool:
    return piece.kind == "plain" and len(piece.text) == 4 and piece.text[:2] in ("18", "19", "20")


def _range_end(pieces: Pieces, left: Amount) -> Amount | None:
    """The upper end of a range whose lower end is `left`: “20 bis 30”, “13-15”, “ein oder zwei”, “10- bis
    12”."""
    link, end = pieces[left.end], left.end
    if link.text == "-" and link.glued and pieces[end + 1].lower in ("bis", "oder", "und"):
        end, link = end + 1, pieces[end + 1]  # 10- bis 12-jährig
    if link.lower == "bis" and pieces[end + 1].lower != "zu":
        right = single(pieces, end + 1)
    elif link.lower == "oder" and left.value < 1000:
        right = single(pieces, end + 1)
        if right and (right.value > left.value + 10 or right.form == "share"):
            right = None
    elif link.text in DASHES and left.form == "digits" and link.glued == pieces[end + 1].glued:
        right = single(pieces, end + 1) if pieces[end + 1].kind in ("plain", "number") else None
    else:
        return None
    return right if right and right.form != "article" and rises(left, right) else None


def rises(left: Amount, right: Amount) -> bool:
    return right.value_to is None and (left.value < right.value or left.signed) and left.value_to is None


def join(left: Amount, right: Amount) -> Amount:
    """Both ends as one range; “5 bis 10 Millionen” scales its lower end as well."""
    low = left.value
    if left.scale == 1 and low * right.scale < right.value:
        low *= right.scale
    form = "word" if left.form == "article" else left.form
    return replace(left, value=low, value_to=right.value, end=right.end, bound="between", scale=right.scale, form=form)


def between(pieces: Pieces, i: int) -> Amount | None:
    """“zwischen 13 und 15”, from the word “zwischen” at piece i; the lower end may carry a unit of its
    own."""
    left = single(pieces, i + 1)
    if left is None:
        return None
    end = left.end
    for end in range(left.end, left.end + 4):
        if pieces[end].lower == "und":
            right = single(pieces, end + 1)
            return replace(join(left, right), start=i) if right and rises(left, right) else None
        if pieces[end].kind not in ("word", "mark"):
            return None
    return None
