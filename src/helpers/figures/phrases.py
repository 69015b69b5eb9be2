"""The number phrase: bound? sign? amount unit? noun? bound? → Expression, or None where the number counts
nothing.

Here it is decided what a number counts: money, a share, a measure, a length of time, an age, or the noun
behind it."""

import datetime as dt
from dataclasses import replace

from . import amounts, bounds, compounds, labels, nouns, periods, units
from .amounts import Amount
from .expression import Expression
from .pieces import Pieces, word_set

SHARING = word_set("und oder auf beziehungsweise bzw statt sowie gegenüber , mal x ×")
OLD = word_set("alt alte alter alten altes")
ONE_BEFORE = word_set(
    "nur lediglich bloß genau exakt je jeweils pro mindestens wenigstens höchstens maximal zumindest insgesamt"
)
ALMOST = word_set("fast beinahe nahezu")
LITTLE = ("klein", "gering", "bescheiden")
BEING = word_set("ist war sei wäre bleibt blieb")
IT = word_set("es das dies")
ONE_TIME_BEFORE = ONE_BEFORE | word_set("vor seit nach binnen in innerhalb für um über fast knapp etwa rund gut einmal")
ONE_TIME_AFTER = word_set("später zuvor lang nach vor vorher alt darauf danach")
ONE_UNITS = word_set("year month week day hour minute second decade century quarter")
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
    if amount.form == "article" and not _one(pieces, amount, start, unit):
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
    counted, first, last = None, None, None
    after = pieces[end]
    if kind == "duration":
        counted = (end - 1, end)
        aged = pieces[start - 1].lower == "von" and pieces[start - 2].lower == "alter"
        aged |= code == "year" and pieces[start].lower in ("ab", "unter") and bound != "exactly"
        if code in ("year", "month", "week", "day") and (after.lower in OLD or aged):
            kind, counted, end = "age", None, end + (after.lower in OLD)
        elif code == "year" and pieces[start - 1].lower == "mit" and not after.capital and amount.value < 110:
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
    return Expression(start, end, kind, amount.value, amount.value_to, later or bound, code, counted, first, last)


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


def _one(pieces: Pieces, amount: Amount, start: int, unit: units.Unit | None) -> bool:
    """Whether “ein” counts: “nur ein Land”, “ein einziges Mal”, “eine Stunde später”, “ein Prozent”, “ein
    Mann und zwei Frauen”; the mere article does not."""
    before, after = pieces[start - 1].lower, pieces[amount.end]
    if pieces[amount.start].lower == "eins":
        return before == "minus"
    if unit is None and _judges(pieces, start, amount):
        return False
    if (
        start < amount.start
        and pieces[start].lower not in ("über", "unter", "um", "ab", "gut", "vielleicht")
        or before in ONE_BEFORE
    ):
        return after.kind == "word" and (unit is not None or nouns.head(pieces, amount.end, reach=5) is not None)
    if after.lower.startswith("einzig") and len(after.lower) <= 9:
        return True
    if unit is not None:
        if unit.code in ONE_UNITS:
            return before in ONE_TIME_BEFORE or pieces[unit.end].lower in ONE_TIME_AFTER or start < amount.start
        return unit.kind in ("percent", "money") and unit.code not in ("GBP", "DEM", None) or unit.kind == "measure"
    if after.lower in ("der", "von") and pieces[amount.end + 1].kind == "plain":
        return True  # einer der 35 Staaten
    return _beside_number(pieces, amount)


def _judges(pieces: Pieces, start: int, amount: Amount) -> bool:
    """Whether “ein” says what something is like, not how many: “es ist nur ein Tropfen”, “nur einen kleinen Beitrag”,
    “fast eine Pflicht”, “nicht nur eine Frage”; “im Rat ist nur ein Land dagegen” counts."""
    if pieces[start].lower in ALMOST or pieces[amount.end].lower.startswith(LITTLE):
        return True
    before = [pieces[i].lower for i in range(max(start - 4, 0), start)]
    return "nicht" in before[-2:] or any(word in BEING for word in before) and any(word in IT for word in before)


def _beside_number(pieces: Pieces, amount: Amount) -> bool:
    """“zwei Frauen und ein Mann”, “ein Toter und drei Verletzte”."""
    noun = nouns.head(pieces, amount.end, reach=4)
    if noun is None or noun.link:
        return False
    if pieces[noun.end].lower in ("und", "sowie"):
        other = amounts.single(pieces, noun.end + 1)
        if other and other.form != "article" and other.value > 1 and other.form == "word":
            return nouns.head(pieces, other.end, reach=4) is not None
    if pieces[amount.start - 1].lower in ("und", "sowie") and pieces[amount.start - 2].capital:
        for k in (amount.start - 3, amount.start - 4):
            other = amounts.single(pieces, k)
            if other and other.form in ("word", "digits") and other.end == k + 1 and 1 < other.value < 1000:
                return pieces[k].kind != "plain" or pieces[k + 1].text != "."
    return False


def _counted(pieces: Pieces, amount: Amount, start: int, bound: str) -> Expression | None:
    """A figure without a unit: it counts the noun behind it, shares a unit with the next number, or
    stands alone."""
    end = amount.end
    noun = nouns.head(pieces, end)
    if noun is None and (shared := _shared(pieces, amount, start, bound)) is not None:
        return shared
    piece = pieces[amount.start]
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


def _shared(pieces: Pieces, amount: Amount, start: int, bound: str) -> Expression | None:
    """“von 3 auf 5 Prozent”, “zwei oder drei Millionen Euro”: the unit and scale of the next number hold
    for this one."""
    if pieces[amount.end].lower not in SHARING or amount.form not in ("digits", "word"):
        return None
    for k in range(amount.end + 1, amount.end + 4):
        other = amounts.read(pieces, k)
        if other is not None and other.form in ("digits", "word"):
            break
        if bounds.before(pieces, k + 1)[0] is None and pieces[k].lower not in ("auf", "von", "zu", "dann"):
            return None
    else:
        return None
    if other.scale > 1 and amount.scale == 1 and amount.value < 1000:
        amount = replace(amount, value=amount.value * other.scale)
    unit = units.read(pieces, other.end)
    if unit is None:
        noun = nouns.head(pieces, other.end)
        if (
            noun is None
            or pieces[amount.start].kind == "dotted"
            or pieces[amount.end].lower in ("und", "mal", "x", "×")
        ):
            return None
        counted, kind, code = (noun.start, noun.end), "count", None
    else:
        kind, code = unit.kind, unit.code
        counted = (unit.end - 1, unit.end) if kind == "duration" else None
    if labels.screened(pieces, amount.start, amount.end, noun=True, unit=unit is not None):
        return None
    return Expression(start, amount.end, kind, amount.value, amount.value_to, bound, code, counted)
