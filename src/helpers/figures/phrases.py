"""The number phrase: bound? sign? amount unit? noun? bound? → Expression, or None where the number counts
nothing.

Here it is decided what a number counts: money, a share, a measure, a length of time, an age, or the noun
behind it."""

import datetime as dt
from dataclasses import replace

from . import amounts, bounds, compounds, labels, nouns, one, periods, sharing, units
from .amounts import Amount
from .expression import Expression
from .pieces import Piece, Pieces, word_set

OLD = word_set("alt alte alter alten altes")
PEOPLE = word_set("menschen personen leute frauen männer kinder erwachsene patienten")  # “Menschen über 60 Jahre”
PAST = word_set("vergangenen letzten zurückliegenden vorigen vergangene letzte")
COMING = word_set("kommenden nächsten folgenden kommende nächste")


def read(pieces: Pieces, i: int, today: dt.date | None) -> Expression | None:
    """The number phrase whose amount begins at piece i."""
    amount = amounts.read(pieces, i)
    return None if amount is None else _phrase(pieces, amount, today)


def between(pieces: Pieces, i: int) -> Expression | None:
    """“zwischen 13 und 15 Prozent”."""
    if pieces[i].lower != "zwischen":
        return None
    amount = amounts.between(pieces, i)
    return None if amount is None else _phrase(pieces, amount, None)


def _phrase(pieces: Pieces, amount: Amount, today) -> Expression | None:
    start, end = amount.start, amount.end
    sign = units.before(pieces, start)
    unit = units.read(pieces, end)
    if amount.value_to is not None and (found := compounds.read(pieces, end - 1)) is not None:
        return _compound_range(pieces, amount, found)
    if pieces[end].text == "-" and pieces[end].glued and pieces[end + 1].lower in ("bis", "oder"):
        found = compounds.read(pieces, end + 2)  # vier- bis fünfmal, zwei- oder dreitägig
        if found is not None and amount.value_to is None and amount.value < found.value:
            return _compound_range(pieces, replace(amount, value_to=found.value), found)
    if sign is not None and unit is None:
        start, unit = sign[0], sign[1]._replace(end=end)
    if unit is not None and amount.value_to is None:
        amount, unit = _to(pieces, amount, unit)
    end = unit.end if unit else end
    if pieces[amount.start].first and amount.form == "digits" and labels.listed(pieces, amount.start):
        return None
    bound, start = _bound(pieces, amount, start, unit)
    if amount.form == "article" and not one.counts(pieces, amount, start, unit):
        return None
    if unit is None:
        return _counted(pieces, amount, start, bound)
    if labels.screened(pieces, amount.start, end, noun=False, unit=True):
        return None
    return _measured(pieces, amount, start, bound, unit, today)


def _bound(pieces: Pieces, amount: Amount, start: int, unit) -> tuple[str, int]:
    """The bound of an amount and where the expression begins with it."""
    while amount.form == "collective" and pieces[start - 1].lower in amounts.SOME | {"ein"}:
        if pieces[start - 1].lower == "ein" and pieces[start].lower != "paar":
            break
        start -= 1
    bound, first = bounds.before(pieces, start)
    if bound == "at least" and pieces[first].lower == "ab" and (unit is None or amount.value_to is not None):
        bound, first = None, start
    if amount.value_to is not None:
        return "between", first
    return bound or amount.bound or "exactly", first


def _to(pieces: Pieces, amount: Amount, unit: units.Unit) -> tuple[Amount, units.Unit]:
    """“5 Euro bis 10 Euro”: a range whose ends have a unit each."""
    if (
        pieces[unit.end].lower == "bis"
        and (right := amounts.single(pieces, unit.end + 1))
        and amounts.rises(amount, right)
    ):
        other = units.read(pieces, right.end)
        if other and other.code == unit.code:
            return amounts.join(amount, right), other
    return amount, unit


def _compound_range(pieces: Pieces, amount: Amount, found: compounds.Compound) -> Expression:
    """“10- bis 12-jährige Kinder”."""
    noun = nouns.head(pieces, found.end, reach=4) if found.adjective else None
    end = noun.end if noun else found.end
    counted = (noun.start, noun.end) if noun else found.noun
    return Expression(amount.start, end, found.kind, amount.value, amount.value_to, "between", found.unit, counted)


def _measured(pieces: Pieces, amount: Amount, start: int, bound: str, unit: units.Unit, today) -> Expression:
    """A figure with a unit; `counted` is the time word of a duration, else what is measured (“20
    Kilogramm Kokain”)."""
    kind, code, end = unit
    counted, first, last, resume = None, None, None, 0
    after = pieces[end]
    if kind == "duration":
        counted = (end - 1, end)
        aged = pieces[start - 1].lower == "von" and pieces[start - 2].lower == "alter"
        aged |= code == "year" and pieces[start].lower in ("ab", "unter") and bound != "exactly"
        aged |= code == "year" and bound != "exactly" and pieces[start - 1].lower in PEOPLE
        if code in ("year", "month", "week", "day") and (after.lower in OLD or aged):
            end += after.lower in OLD
            noun = nouns.head(pieces, end, reach=4) if after.lower in OLD - {"alt"} else None
            kind, counted = "age", (noun.start, noun.end) if noun and not noun.link else None
            resume, end = end, noun.end if counted else end
        elif code == "year" and pieces[start - 1].lower == "mit" and _ends_age(after) and amount.value < 110:
            kind, counted = "age", None
        elif bound in ("exactly", "about") and amount.value_to is None:
            first, last = _when(pieces, start, amount.value, code, today)
    elif after.capital and not after.first or nouns.partitive(pieces, end):
        noun = nouns.head(pieces, end)
        counted = (noun.start, noun.end) if noun else None
    elif kind != "percent" and nouns.adjective(after):
        noun = nouns.head(pieces, end, reach=4)
        counted = (noun.start, noun.end) if noun else None
    later, end = bounds.after(pieces, end)
    return Expression(
        start, end, kind, amount.value, amount.value_to, later or bound, code, counted, first, last, resume=resume
    )


def _ends_age(after: Piece) -> bool:
    """“Mit 80 Jahren” is an age, “mit zwei Jahren Haft” and “mit zwei Jahren und drei Monaten” are none."""
    return not after.capital and after.lower != "und"


def _when(pieces: Pieces, start: int, value: float, unit: str | None, today) -> periods.Period:
    """The days that “vor zwei Wochen”, “seit drei Jahren”, “in den vergangenen zehn Tagen” mean."""
    word = pieces[start - 1].lower
    if today is None or unit is None or value != int(value) or value > 10_000:
        return periods.UNKNOWN
    steps = int(value)
    if word == "vor":
        return periods.shift(today, unit, -steps)
    if word == "seit" or word in PAST:
        return periods.span(today, unit, -steps)
    if word in COMING:
        return periods.span(today, unit, steps)
    return periods.shift(today, unit, steps) if word == "in" else periods.UNKNOWN


def _counted(pieces: Pieces, amount: Amount, start: int, bound: str) -> Expression | None:
    """A figure without a unit: it counts the noun behind it, shares a unit with the next number, or
    stands alone."""
    end = amount.end
    noun = nouns.head(pieces, end)
    if noun is None and (shared := sharing.read(pieces, amount, start, bound)) is not None:
        return shared
    piece = pieces[amount.start]
    if pieces[end].text in ("mal", "Mal") and amount.form in ("digits", "word"):
        times = ("measure", "times", None) if pieces[end + 1].lower == "so" else ("count", None, (end, end + 1))
        return Expression(start, end + 1, times[0], amount.value, amount.value_to, bound, *times[1:])
    if amount.form == "collective" and noun and pieces[noun.start].lower == "höhe":
        return None  # Schäden in Millionen Höhe
    sure = bound != "exactly" or amount.scale > 1 or amount.form in ("share", "collective")
    if not sure and labels.screened(pieces, amount.start, end, noun=noun is not None, unit=False):
        return None
    if amount.form == "collective" and noun is None and pieces[end].kind != "word" and piece.lower == "dutzend":
        return None
    if amount.form == "word" and noun is None and piece.capital and not piece.first and amount.scale == 1:
        return None  # die Elf, in Acht nehmen
    if amount.form == "article" and noun is None:
        return None
    kind, unit = ("percent", "share") if amount.form == "share" else ("count", None)
    counted = (noun.start, noun.end) if noun else None
    later, stop = bounds.after(pieces, noun.end if noun else end)
    return Expression(start, stop, kind, amount.value, amount.value_to, later or bound, unit, counted, resume=end)
