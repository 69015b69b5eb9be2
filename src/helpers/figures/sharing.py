"""Numbers that share the unit of a neighbour: “von 3 auf 5 Prozent”, “18,0 Prozent (+2,1)”. Pieces, Amount →
Expression, or None."""

from dataclasses import replace

from . import amounts, bounds, labels, nouns, units
from .amounts import Amount
from .expression import Expression
from .pieces import Pieces, word_set

SHARING = word_set("und oder auf beziehungsweise bzw statt sowie gegenüber , mal x ×")
BETWEEN = word_set("auf von zu dann sondern noch nur sogar schon bereits nun jetzt")
LOOSE = word_set("und mal x ×")  # they share a unit, but no noun
REACH = 5  # pieces between “von 9,8 Millionen” and “auf 18 Millionen Euro”


def read(pieces: Pieces, amount: Amount, start: int, bound: str) -> Expression | None:
    """The figure of a number without a unit of its own that has that of the next one, and its scale: “von 3 auf 5
    Prozent”, “zwei oder drei Millionen Euro”, “nicht 8,1, sondern 8,4 Milliarden Euro”; a change in brackets has that
    of the share before it."""
    if amount.form not in ("digits", "word"):
        return None
    if (change := _change(pieces, amount)) is not None:
        return change
    other = _next(pieces, amount) or _risen(pieces, amount, start)
    if other is None:
        return None
    scaled = other.scale > 1 and amount.scale == 1 and amount.value < 1000
    if scaled:
        amount = replace(amount, value=amount.value * other.scale)
    unit, counted = units.read(pieces, other.end), None
    kind, code = (unit.kind, unit.code) if unit else ("count", None)
    if kind == "percent" and amount.scale > 1:
        return None  # “um 1,5 Milliarden oder 27 Prozent”
    if kind == "duration":
        counted = (unit.end - 1, unit.end)
    elif unit is None:
        noun = nouns.head(pieces, other.end)
        if pieces[amount.start].kind == "dotted" or pieces[amount.end].lower in LOOSE or not (noun or scaled):
            return None
        counted = (noun.start, noun.end) if noun else None
    if labels.screened(pieces, amount.start, amount.end, noun=True, unit=unit is not None):
        return None
    return Expression(start, amount.end, kind, amount.value, amount.value_to, bound, code, counted)


def _next(pieces: Pieces, amount: Amount) -> Amount | None:
    """The number right behind, after a word that joins them."""
    if pieces[amount.end].lower not in SHARING:
        return None
    for k in range(amount.end + 1, amount.end + 4):
        other = amounts.read(pieces, k)
        if other is not None and other.form in ("digits", "word"):
            return other
        if bounds.before(pieces, k + 1)[0] is None and pieces[k].lower not in BETWEEN:
            return None
    return None


def _risen(pieces: Pieces, amount: Amount, start: int) -> Amount | None:
    """“von zuletzt 9,8 Millionen schon deutlich auf rund 18 Millionen Euro”: the value it rose or fell to."""
    if "von" not in (pieces[start - 1].lower, pieces[start - 2].lower):
        return None
    for k in range(amount.end, amount.end + REACH):
        if pieces[k].lower == "auf":
            skip = k + 1 + (bounds.before(pieces, k + 2)[0] is not None)
            other = amounts.read(pieces, skip)
            return other if other is not None and other.form in ("digits", "word") else None
        if pieces[k].kind != "word" or pieces[k].capital or pieces[k].first:
            return None
    return None


def _change(pieces: Pieces, amount: Amount) -> Expression | None:
    """“18,0 Prozent (-2,8)”: a signed number in brackets behind a share is the change in percentage points."""
    plus = pieces[amount.start - 1].text == "+"
    k = amount.start - 1 - plus
    bracketed = pieces[k].text == "(" and pieces[amount.end].text == ")"
    if not (amount.signed or plus) or not bracketed or pieces[k - 1].lower not in ("prozent", "%"):
        return None
    return Expression(k + 1, amount.end, "percent", amount.value, unit="percentage point")
