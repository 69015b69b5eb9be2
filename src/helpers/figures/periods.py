"""Calendar arithmetic: what a date expression means → first and last day. Numbers and a reference day →
Period.

A Period is a pair of datetime.date, both ends included. A partial date (“im März”) counts from the
reference day, the day of publication; without one it is (None, None)."""

import calendar
import datetime as dt

Period = tuple[dt.date | None, dt.date | None]
UNKNOWN: Period = (None, None)
SEASONS = {
    "frühling": 3,
    "frühjahr": 3,
    "frühsommer": 5,
    "sommer": 6,
    "spätsommer": 8,
    "herbst": 9,
    "spätherbst": 11,
    "winter": 12,
}
THIRDS = {"anfang": 0, "beginn": 0, "mitte": 1, "ende": 2}


def day(year: int, month: int, number: int) -> Period:
    try:
        date = dt.date(year, month, number)
    except ValueError:
        return UNKNOWN
    return date, date


def month(year: int, number: int) -> Period:
    if not 1 <= year <= 9999:
        return UNKNOWN
    return dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1])


def years(first: int, last: int | None = None) -> Period:
    last = first if last is None else last
    if not (1 <= first <= 9999 and 1 <= last <= 9999):
        return UNKNOWN
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


def season(year: int, name: str) -> Period:
    """Three meteorological months; winter begins in December of its year."""
    start = dt.date(year, SEASONS[name], 1)
    return start, shift(start, "month", 3)[0] - dt.timedelta(days=1)


def third(period: Period, name: str) -> Period:
    """The beginning, middle or end of a period: a third of its days (Anfang August is 1–10 August); of a single year
    the first quarter, the middle third, the last quarter."""
    start, end = period
    if start is None or end is None:
        return UNKNOWN
    if name != "mitte" and (start, end) == years(start.year):
        return part(start.year, 3, 1 if THIRDS[name] == 0 else 4)
    length, place = (end - start).days + 1, THIRDS[name]
    return (
        start + dt.timedelta(days=round(length * place / 3)),
        start + dt.timedelta(days=round(length * (place + 1) / 3) - 1),
    )


def turn(year: int, name: str) -> Period:
    """Jahresende is the last month of a year, Jahresbeginn the first."""
    return month(year, 12 if THIRDS[name] else 1)


def part(year: int, length: int, number: int) -> Period:
    """The part of a year that is `length` months long: the third quarter, the first half-year."""
    if not 1 <= number <= 12 // length:
        return UNKNOWN
    return month(year, (number - 1) * length + 1)[0], month(year, number * length)[1]


def nearest(today: dt.date | None, month_number: int, day_number: int | None = None) -> int | None:
    """The year in which a month (or day) without a year lies nearest to the reference day."""
    if today is None:
        return None
    middle = min(day_number or 15, 28)
    around = [year for year in (today.year - 1, today.year, today.year + 1) if 1 <= year <= 9999]
    distance = {year: abs((dt.date(year, month_number, middle) - today).days) for year in around}
    return min(distance, key=lambda year: (distance[year], year))


def shift(date: dt.date, unit: str, steps: int) -> Period:
    """The day, calendar week, month or year that lies `steps` units from a date: “vor zwei Wochen” is
    that week."""
    try:
        if unit == "day":
            moved = date + dt.timedelta(days=steps)
            return moved, moved
        if unit == "week":
            monday = date - dt.timedelta(days=date.weekday()) + dt.timedelta(weeks=steps)
            return monday, monday + dt.timedelta(days=6)
        if unit == "month":
            index = date.year * 12 + date.month - 1 + steps
            return month(index // 12, index % 12 + 1)
        if unit == "quarter":
            index = date.year * 4 + (date.month - 1) // 3 + steps
            first, last = month(index // 4, index % 4 * 3 + 1), month(index // 4, index % 4 * 3 + 3)
            return first[0], last[1]
        if unit in ("year", "decade", "century"):
            return years(date.year + steps * {"year": 1, "decade": 10, "century": 100}[unit])
    except (OverflowError, ValueError):
        pass
    return UNKNOWN


def span(date: dt.date, unit: str, steps: int) -> Period:
    """From `steps` units before (negative) or after a date up to it: “seit zwei Wochen”, “in den nächsten
    drei Tagen”."""
    days = {"day": 1, "week": 7}.get(unit)
    try:
        if days:
            other = date + dt.timedelta(days=days * steps)
        else:
            whole = shift(date, unit, steps)[0]
            if whole is None or unit not in ("month", "year", "decade"):
                return UNKNOWN
            target = whole if unit == "month" else whole.replace(month=date.month)
            other = target.replace(day=min(date.day, calendar.monthrange(target.year, target.month)[1]))
    except (OverflowError, ValueError):
        return UNKNOWN
    return (other, date) if other <= date else (date, other)


def weekday(today: dt.date | None, number: int, *, past: bool, next_week: bool = False) -> Period:
    """The last such weekday up to the reference day, or the first after it."""
    if today is None:
        return UNKNOWN
    back = (today.weekday() - number) % 7
    date = (
        today - dt.timedelta(days=back) if past else today + dt.timedelta(days=(7 - back) if back or next_week else 0)
    )
    return date, date
