"""Dates that lean on the day of publication or on another date: gestern, am vergangenen Donnerstag,
voriges Jahr, Ende 2016, Mitte August. Pieces → Date, or None."""

import datetime as dt
import re

from . import numbers, periods
from .absolute import BACK, MONTHS, YEAR, Date, day_month, decade, digits, month, year_at
from .pieces import word_set

WEEKDAYS = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5,
    "sonntag": 6,
}  # fmt: skip
WEEKDAY = re.compile(rf"({'|'.join(WEEKDAYS)})s?(?:morgen|vormittag|mittag|nachmittag|abend|nacht|früh)?s?")
DAYS = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
DAY_ADJECTIVES = {"vorgestrig": -2, "gestrig": -1, "heutig": 0, "morgig": 1}
LINKS = word_set("bis – -")
PARTS_OF_DAY = word_set("morgen vormittag mittag nachmittag abend nacht früh")
AHEAD = re.compile(r"(?:kommend|nächst|folgend)e[nrsm]?")
THIS = re.compile(r"(?:dies|laufend|aktuell|heurig)e[nrsm]?")
SPANS = {
    "jahr": "year", "jahres": "year", "jahre": "year", "monat": "month", "monats": "month", "woche": "week",
    "wochenende": "weekend", "wochenendes": "weekend", "quartal": "quarter", "quartals": "quarter",
    "jahrzehnt": "decade", "jahrhundert": "century",
}  # fmt: skip


def weekday(pieces, i, today):
    """Donnerstag, Donnerstagvormittag, vergangenen Donnerstag, Donnerstag, 3. Oktober 2022, Donnerstag
    (3.10.)."""
    k, past, ahead = i, True, False
    if (steps := DAY_ADJECTIVES.get(re.sub(r"(?<=ig)e[nrsm]?$", "", pieces[i].lower))) is not None:
        if not (pieces[i + 1].capital and (WEEKDAY.fullmatch(pieces[i + 1].lower) or pieces[i + 1].lower == "tag")):
            return None
        return Date(i, i + 2, *(periods.shift(today, "day", steps) if today else periods.UNKNOWN))
    if BACK.fullmatch(pieces[i].lower) or THIS.fullmatch(pieces[i].lower):
        k = i + 1
    elif AHEAD.fullmatch(pieces[i].lower):
        k, past, ahead = i + 1, False, True
    match = WEEKDAY.fullmatch(pieces[k].lower) if pieces[k].capital else None
    if match is None:
        return None
    after = k + 1
    if pieces[after].lower in PARTS_OF_DAY:
        after += 1
    exact = after + (pieces[after].text in (",", "(")) + (pieces[after + 1].lower in ("den", "dem", "der"))
    exact += pieces[after].lower in ("den", "dem", "der")
    if pieces[exact].kind in ("daydate", "plain", "isodate") and exact > after:
        found = digits(pieces, exact, today) if pieces[exact].kind != "plain" else day_month(pieces, exact, today)
        if found:
            return found._replace(start=i)
    if k == i and pieces[i - 1].lower in ("jeden", "jedem", "jeder", "immer"):
        return None
    if k == i and _recurs(pieces, i, after):
        return Date(i, after, None, None)
    returns = "week" if k == i or THIS.fullmatch(pieces[i].lower) else None
    if k == i and pieces[i - 1].lower in ("für", "bis", "ab", "seit"):
        past, returns = pieces[i - 1].lower == "seit", None
    if k == i and pieces[i - 1].lower == "vom" and pieces[after].lower != "an":
        returns = None  # "der Beschluss vom Donnerstag": the tense is that of something else
    back = 1 if k > i and past and BACK.fullmatch(pieces[i].lower) else 0
    number = WEEKDAYS[match[1]]
    if today and back and today.weekday() == number:
        today = today - dt.timedelta(days=7)
    return Date(i, after, *periods.weekday(today, number, past=past, next_week=ahead), returns)


def _recurs(pieces, i, after):
    """“Montag bis Freitag, 8 bis 20 Uhr”, “Montag–Samstag”: every week, no day of its own."""
    last = pieces[after].lower in LINKS and WEEKDAY.fullmatch(pieces[after + 1].lower)
    first = pieces[i - 1].lower in LINKS and WEEKDAY.fullmatch(pieces[i - 2].lower)
    named = pieces[i - 1 - 2 * bool(first)].lower in ("am", "vom", "von", "ab")
    return bool(last or first) and not named


def relative(pieces, i, today):
    """gestern, heute Abend; vergangenes Jahr, nächste Woche, dieses Jahr; Vorjahr, Vorwoche."""
    piece = pieces[i]
    lower = piece.lower
    if lower in DAYS and (not piece.capital or piece.first) and not (lower == "morgen" and piece.capital):
        if lower == "morgen" and pieces[i - 1].lower in ("jeden", "am", "guten", "heute", "gestern"):
            return None
        end = i + 1 + (pieces[i + 1].lower in PARTS_OF_DAY)
        return Date(i, end, *(periods.shift(today, "day", DAYS[lower]) if today else periods.UNKNOWN))
    if lower == "heuer" and not piece.capital:
        return Date(i, i + 1, *(periods.years(today.year) if today else periods.UNKNOWN))
    if lower in ("vorjahr", "vorjahres", "vorwoche", "vormonat"):
        unit = "year" if "jahr" in lower else "week" if "woche" in lower else "month"
        told = _year_told(pieces, i, today) if unit == "year" else None
        return Date(i, i + 1, *(periods.shift(told or today, unit, -1) if today else periods.UNKNOWN))
    steps = -1 if BACK.fullmatch(lower) else 1 if AHEAD.fullmatch(lower) else 0 if THIS.fullmatch(lower) else None
    if steps is None:
        return None
    after = pieces[i + 1]
    unit = SPANS.get(after.lower)
    if unit is None and after.capital and (after.lower in MONTHS or after.lower in periods.SEASONS):
        found = month(pieces, i + 1, today) if after.lower in MONTHS else None
        if after.lower in periods.SEASONS:
            year = periods.nearest(today, (periods.SEASONS[after.lower] % 12) + 1)
            found = Date(i, i + 2, *(periods.season(year, after.lower) if year else periods.UNKNOWN))
        return found._replace(start=i) if found else Date(i, i + 2, None, None)
    if unit is None or not after.capital:
        return None
    if (year := year_at(pieces, i + 2)) is not None and unit == "year":
        return Date(i, i + 3, *periods.years(year))
    if today is None:
        return Date(i, i + 2, None, None)
    if unit == "weekend":
        saturday = today + dt.timedelta(
            days=5 - today.weekday() + 7 * (steps if steps > 0 and today.weekday() > 4 else 0)
        )
        saturday -= dt.timedelta(days=7 if steps < 0 else 0)
        return Date(i, i + 2, saturday, saturday + dt.timedelta(days=1))
    return Date(i, i + 2, *periods.shift(today, unit, steps))


def _year_told(pieces, i, today):
    """The past year that the sentence has spoken of before piece i: “2016 betrug das Plus 3 Prozent gegenüber dem
    Vorjahr” sets 2016 beside 2015."""
    for k in range(i - 1, max(i - 25, -1), -1):
        if pieces[k].kind == "plain" and YEAR.fullmatch(pieces[k].text) and not pieces[k + 1].capital:
            return dt.date(int(pieces[k].text), 12, 31) if today and int(pieces[k].text) <= today.year else None
        if pieces[k].first or pieces[k].text == ":":
            return None
    return None


PARTS = {"quartal": 3, "quartals": 3, "halbjahr": 6, "halbjahres": 6, "halbjahrs": 6, "jahreshälfte": 6}


def part_of_year(pieces, i, today):
    """“im dritten Quartal 2023”, “im 1. Halbjahr”, “in der zweiten Jahreshälfte des vergangenen Jahres”."""
    dotted = pieces[i].kind == "plain" and pieces[i + 1].text == "." and pieces[i + 1].glued
    k = i + 2 if dotted else i + 1
    months = PARTS.get(pieces[k].lower) if pieces[k].capital and not pieces[k].first else None
    if months is None:
        return None
    number = int(pieces[i].text) if dotted else numbers.ordinal(re.sub(r"(?:e|en|er|es|em)$", "", pieces[i].lower))
    if number is None or number > 12 // months:
        return None
    end = k + 1
    skip = end + (pieces[end].lower in ("des", "von")) + (pieces[end + 1].lower in ("jahres", "geschäftsjahres"))
    if (year := year_at(pieces, skip)) is not None:
        return Date(i, skip + 1, *periods.part(year, months, number))
    named = relative(pieces, end + (pieces[end].lower == "des"), today)
    if named and pieces[named.end - 1].lower == "jahres":
        year = named.first and named.first.year
        return Date(i, named.end, *(periods.part(year, months, number) if year else periods.UNKNOWN))
    year = periods.nearest(today, number * months - months // 2)
    return Date(i, end, *(periods.part(year, months, number) if year else periods.UNKNOWN), "year")


def part(pieces, i, today):
    """Anfang, Mitte, Ende of a month or year: Ende 2016, Mitte August, Ende des Jahres, Jahresende."""
    piece = pieces[i]
    if piece.lower in ("jahresende", "jahresanfang", "jahresbeginn"):
        year = year_at(pieces, i + 1)
        known = year or (today and today.year)
        named = periods.turn(known, piece.lower.removeprefix("jahres")) if known else periods.UNKNOWN
        return Date(i, i + 1 + (year is not None), *named)
    if piece.lower not in periods.THIRDS:
        return None
    k = i + 1
    while pieces[k].lower in ("des", "der") or (pieces[k].lower == "jahres" and pieces[k + 1].kind == "plain"):
        k += 1
    if (year := year_at(pieces, k)) is not None:
        if pieces[k + 1].text in ("er",) and pieces[k + 1].glued:
            inner = decade(pieces, k, today)
        else:
            inner = Date(k, k + 1, *periods.years(year))
    elif pieces[k].lower in MONTHS and pieces[k].capital:
        inner = month(pieces, k, today)
        if inner is None and k == i + 1:
            year = periods.nearest(today, MONTHS[pieces[k].lower])
            named = periods.month(year, MONTHS[pieces[k].lower]) if year else periods.UNKNOWN
            inner = Date(k, k + 1, *named, "year")
    elif pieces[k].lower in ("jahres", "monats", "woche") and k > i + 1:
        inner = Date(k, k + 1, *(periods.shift(today, SPANS[pieces[k].lower], 0) if today else periods.UNKNOWN))
    else:
        inner = (
            relative(pieces, k, today) or decade(pieces, k, today) if k <= i + 2 and pieces[k].kind != "mark" else None
        )
        if inner is not None and pieces[k].lower in DAYS:
            inner = None
    if inner is None:
        return None
    return Date(i, inner.end, *periods.third((inner.first, inner.last), piece.lower), inner.returns)
