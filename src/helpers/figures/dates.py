"""Dates: the pieces at a place → a date expression with its first and last day. Pieces → Date, or None.

`read` tries the forms that the first piece allows: absolute and partial ones (absolute.py), relative ones
(relative.py) and times of day, which have no day of their own."""

import datetime as dt
import re

from . import numbers, periods
from .absolute import BACK, MONTHS, Date, between, century, day_month, decade, digits, month, season, years
from .pieces import Pieces, word_set
from .relative import AHEAD, DAY_ADJECTIVES, DAYS, THIS, WEEKDAY, part, part_of_year, relative, weekday

STARTERS = (
    MONTHS.keys() | DAYS.keys() | periods.SEASONS.keys() | periods.THIRDS.keys()
    | word_set("jahresende jahresanfang jahresbeginn vorjahr vorjahres vormonat vorwoche heuer")
)  # fmt: skip
DECADE_WORDS = word_set(
    "zwanzigern dreißigern vierzigern fünfzigern sechzigern siebzigern achtzigern neunzigern"
    " zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger"
)


def begins(lower: str) -> bool:
    """Whether a word can begin a date."""
    return (
        lower in STARTERS
        or lower in DECADE_WORDS
        or re.sub(r"(?<=ig)e[nrsm]?$", "", lower) in DAY_ADJECTIVES
        or lower.endswith(("zigerjahre", "zigerjahren", "ßigerjahre", "ßigerjahren"))
        or WEEKDAY.fullmatch(lower) is not None
        or any(form.fullmatch(lower) for form in (BACK, AHEAD, THIS))
    )


def read(pieces: Pieces, i: int, today: dt.date | None) -> Date | None:
    """The date that begins at piece i."""
    piece = pieces[i]
    if piece.kind in ("isodate", "daydate"):
        return digits(pieces, i, today)
    if piece.kind in ("clock", "dotted", "plain"):
        found = _clock(pieces, i)
        if found or piece.kind != "plain":
            return found
        return (
            day_month(pieces, i, today) or part_of_year(pieces, i, today) or decade(pieces, i, today)
            or century(pieces, i) or years(pieces, i)
        )  # fmt: skip
    if piece.kind == "slash":
        return years(pieces, i)
    if piece.kind != "word":
        return None
    return (
        weekday(pieces, i, today) or part_of_year(pieces, i, today) or part(pieces, i, today)
        or month(pieces, i, today) or season(pieces, i, today) or between(pieces, i)
        or relative(pieces, i, today) or decade(pieces, i, today) or _clock_word(pieces, i)
    )  # fmt: skip


def _clock(pieces, i):
    """20:15 Uhr, 20.15 Uhr, 14 Uhr, um 8:30; a time of day has no day of its own."""
    piece = pieces[i]
    k = i + 1
    hours, _, minutes = piece.text.replace(".", ":").partition(":")
    if not (
        hours.isdigit()
        and len(hours) <= 2
        and int(hours) <= 24
        and (not minutes or minutes[:2].isdigit() and int(minutes[:2]) < 60)
    ):
        return None
    if pieces[k].lower in ("uhr", "h") and (pieces[k].lower == "uhr" or piece.kind == "clock"):
        k += 1
        if pieces[k].kind == "plain" and len(pieces[k].text) == 2 and int(pieces[k].text) < 60:
            k += 1
        return Date(i, k, None, None)
    if pieces[k].lower in ("bis", "und", "–", "-") and pieces[k + 2].lower == "uhr":
        return Date(i, k + 3, None, None)
    if (
        piece.kind == "clock"
        and len(minutes) == 2
        and (
            pieces[i - 1].lower in ("um", "gegen", "ab")
            or pieces[k].text in ("MEZ", "MESZ", "UTC")
            or (len(hours) == 2 and (minutes == "00" or hours[0] == "0"))
        )
    ):
        return Date(i, k, None, None)
    return None


def _clock_word(pieces, i):
    """acht Uhr, zwölf Uhr mittags."""
    value = numbers.word(pieces[i].lower)
    return Date(i, i + 2, None, None) if value is not None and value <= 24 and pieces[i + 1].lower == "uhr" else None
