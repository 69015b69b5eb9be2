"""Absolute and partial dates: 3.10.2022, vom 3. bis 5. Oktober, Dezember 2022, im März, 2015/16, die
1990er Jahre. Pieces → Date, or None. One function a form; each takes the pieces, the index and the
reference day."""

import datetime as dt
import re
from typing import NamedTuple

from . import periods, units
from .pieces import Pieces, word_set

MONTH_NAMES = (
    "januar jänner jan", "februar feber feb", "märz", "april apr", "mai", "juni juno", "juli", "august aug",
    "september sept sep", "oktober okt", "november nov", "dezember dez",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(MONTH_NAMES, start=1) for name in names.split()}
BACK = re.compile(r"(?:vergangen|letzt|vorig|zurückliegend|verflossen)e[nrsm]?")
IN = word_set("im in seit ab bis vom von nach vor zum für den zwischen und oder")
YEAR_CUES = IN | word_set("jahr jahre jahres jahren anfang mitte ende beginn ( um gegen wahljahr")
YEAR = re.compile(r"1\d{3}|20\d\d|21\d\d")
LAST = 2100  # a greater number before a noun counts it
COUNTED_BEFORE = word_set("die der den dem diese dieser diesen alle allen insgesamt weitere weiteren knapp rund fast")
DECADES = {
    "zwanzig": 20,
    "dreißig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
}


class Date(NamedTuple):
    """A date expression from pieces start … end-1, its first and last day (None when they cannot be known); `returns`
    is the period after which the same words name another date (“Montag”: week, “im Mai”: year), None where they say
    which one is meant."""

    start: int
    end: int
    first: dt.date | None
    last: dt.date | None
    returns: str | None = None


def digits(pieces, i, today):
    """2022-10-03, 3.10.2022, 03.10.22, 3.10."""
    piece = pieces[i]
    if piece.kind == "isodate":
        year, month, day = map(int, piece.text.split("-"))
    else:
        parts = [part for part in re.split(r"[.\s]+", piece.text) if part]
        day, month = int(parts[0]), int(parts[1])
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        if len(parts) == 3:
            year = int(parts[2]) if len(parts[2]) == 4 else 2000 + int(parts[2]) - 100 * (int(parts[2]) > 50)
        else:
            year = periods.nearest(today, month, day)
            return Date(i, i + 1, *(periods.day(year, month, day) if year else periods.UNKNOWN), "year")
    first, last = periods.day(year, month, day)
    return Date(i, i + 1, first, last) if first else None


def year_at(pieces: Pieces, i: int) -> int | None:
    """A year that stands right here: after a month, a season, “Ende”."""
    piece = pieces[i]
    return int(piece.text) if piece.kind == "plain" and YEAR.fullmatch(piece.text) and not piece.first else None


def day_month(pieces, i, today):
    """3. Oktober (2022), 3. bis 5. Oktober 2022, 3./4. Oktober, 30. September bis 2. Oktober."""
    if pieces[i + 1].text != "." or not 1 <= len(pieces[i].text) <= 2 or not 1 <= int(pieces[i].text) <= 31:
        return None
    day, k = int(pieces[i].text), i + 2
    month = _month_number(pieces, k)
    if month is None:
        skip = k + 1 + (pieces[k].lower in ("auf", "bis") and pieces[k + 1].lower in ("den", "zum"))
        links = ("bis", "und", "/", "-", "–", "oder", "auf")
        if pieces[k].lower in links and pieces[skip].kind == "plain" and (later := day_month(pieces, skip, today)):
            if later.first is None:
                return later._replace(start=i)
            first = periods.day(later.first.year, later.first.month, day)[0]
            return later._replace(start=i, first=first) if first and first <= later.first else None
        return None
    k = _after_month(pieces, k)
    year = year_at(pieces, k)
    k += year is not None
    known = year or periods.nearest(today, month, day)
    first, last = periods.day(known, month, day) if known else periods.UNKNOWN
    if pieces[k].lower in ("bis", "–", "-"):
        skip = k + 1 + (pieces[k + 1].lower == "zum")
        later = day_month(pieces, skip, today) if pieces[skip].kind == "plain" else None
        if later:
            if later.last and not year:
                first = periods.day(later.last.year - (month > later.last.month), month, day)[0]
            return later._replace(start=i, first=first)
    return Date(i, k, first, last, None if year else "year")


def _month_number(pieces, k):
    piece = pieces[k]
    return MONTHS.get(piece.lower) if piece.capital and not piece.first else None


def _after_month(pieces, k):
    """The index after a month name and the dot of its abbreviation."""
    short = len(pieces[k].text) <= 4 and pieces[k].lower not in ("märz", "mai", "juni", "juli")
    return k + 1 + (short and pieces[k + 1].text == "." and pieces[k + 1].glued)


def month(pieces, i, today):
    """Dezember 2022; “im März” with a preposition before it, since August and Mai are names too."""
    piece = pieces[i]
    number = MONTHS.get(piece.lower) if piece.capital else None
    if number is None:
        return None
    k = _after_month(pieces, i)
    if (
        pieces[k].lower in ("bis", "und", "–", "-", "/", "oder")
        and pieces[k + 1].lower in MONTHS
        and pieces[k + 1].capital
    ):
        later = month(pieces, k + 1, today) if pieces[k].lower in ("bis", "–", "-", "/") else None
        if later and later.first:
            year = later.first.year - (number > later.first.month)
            return later._replace(start=i, first=periods.month(year, number)[0])
        if pieces[k].lower in ("und", "oder"):
            later = month(pieces, k + 1, today)
            if later and later.first:
                return Date(i, k, *periods.month(later.first.year - (number > later.first.month), number))
    if (year := year_at(pieces, k)) is not None:
        return Date(i, k + 1, *periods.month(year, number))
    if pieces[i - 1].lower in IN | {"am", "ende", "anfang", "mitte", "-", "–"} or BACK.fullmatch(pieces[i - 1].lower):
        if pieces[i - 1].text in ("-", "–") and pieces[i - 2].lower not in MONTHS:
            return None
        year = periods.nearest(today, number)
        return Date(i, k, *(periods.month(year, number) if year else periods.UNKNOWN), "year")
    return None


def season(pieces, i, today):
    """Sommer 2022, im Frühjahr, Winter 2015/16."""
    piece = pieces[i]
    if not piece.capital or piece.lower not in periods.SEASONS:
        return None
    k = i + 2 if pieces[i + 1].lower in ("des",) and pieces[i + 2].lower == "jahres" else i + 1
    after = pieces[k]
    if (year := year_at(pieces, k)) is not None:
        return Date(i, k + 1, *periods.season(year, piece.lower))
    if after.kind == "slash" and YEAR.fullmatch(after.text[:4]):
        return Date(i, k + 1, *periods.season(int(after.text[:4]), piece.lower))
    if pieces[i - 1].lower in IN and pieces[i - 1].lower not in ("und", "oder", "von", "nach"):
        year = periods.nearest(today, (periods.SEASONS[piece.lower] % 12) + 1)
        return Date(i, i + 1, *(periods.season(year, piece.lower) if year else periods.UNKNOWN), "year")
    return None


def years(pieces, i):
    """2016; 2015/16; 2015 bis 2018; “im Jahr 2000”. A round number before a noun counts (“2000
    Soldaten”)."""
    piece = pieces[i]
    if piece.kind == "slash":
        first, last = piece.text.split("/")
        if not YEAR.fullmatch(first) or len(last) not in (2, 4):
            return None
        end_year = int(last) if len(last) == 4 else int(first[:2] + last)
        return Date(i, i + 1, *periods.years(int(first), end_year)) if 0 < end_year - int(first) < 100 else None
    if not YEAR.fullmatch(piece.text) or (not pieces[i + 1].first and units.read(pieces, i + 1)):
        return None
    year, before, after = int(piece.text), pieces[i - 1], pieces[i + 1]
    link, k = after.lower, i + 2
    spans = link in ("bis", "–", "-") and YEAR.fullmatch(pieces[k].text) and year < int(pieces[k].text) < year + 200
    if spans and not pieces[k + 1].capital and not units.read(pieces, k + 1) and pieces[k + 1].text not in ("%", "-"):
        return Date(i, k + 1, *periods.years(year, int(pieces[k].text)))
    if after.capital and not after.first and (year > LAST or before.lower in COUNTED_BEFORE):
        return None  # 2132 Studien, die 1985 Teilnehmer
    cued = before.lower in YEAR_CUES or before.lower in MONTHS
    if before.lower in ("jahr", "jahre", "jahres", "jahren", "anfang", "mitte", "ende"):
        pass
    elif (
        after.capital
        and not after.first
        and (year % 50 == 0 or year < 1800)
        or not cued
        and (year < 1500 or year > 2099 or (year % 100 == 0 and not before.first))
        or before.lower in ("um", "gegen", "für", "zum")
        and year % 100 == 0
    ):
        return None
    if spans:
        return Date(i, k + 1, *periods.years(year, int(pieces[k].text)))
    if (
        link in ("–", "-")
        and after.glued
        and pieces[k].kind == "plain"
        and len(pieces[k].text) == 2
        and pieces[k].glued
    ):
        return Date(i, k + 1, *periods.years(year, int(piece.text[:2] + pieces[k].text)))
    return Date(i, i + 1, *periods.years(year))


def between(pieces, i):
    """zwischen 2010 und 2019; zwischen 8 und 10.30 Uhr."""
    if pieces[i].lower == "zwischen" and pieces[i + 2].lower == "und" and pieces[i + 4].lower == "uhr":
        return Date(i + 1, i + 5, None, None)
    if pieces[i].lower != "zwischen" or pieces[i + 2].lower != "und" or pieces[i + 4].capital:
        return None
    first, last = year_at(pieces, i + 1), year_at(pieces, i + 3)
    return Date(i + 1, i + 4, *periods.years(first, last)) if first and last and first < last else None


def decade(pieces, i, today):
    """1990er Jahre, 90er-Jahre, Neunzigerjahre, in den Neunzigern."""
    piece = pieces[i]
    k = i + 1
    if piece.kind == "plain" and piece.text[-1] == "0" and len(piece.text) in (2, 4) and pieces[k].glued:
        suffix = pieces[k].lower
        if suffix not in ("er", "ern", "er-jahre", "er-jahren", "er-jahres"):
            return None
        value, k = int(piece.text), k + 1
        k += suffix == "er" and pieces[k].lower in ("jahre", "jahren", "jahres")
        if suffix == "er" and pieces[k - 1].lower == "er" and (value > 99 and not 1000 <= value <= 2090):
            return None
    else:
        name = re.sub(r"er[-]?(?:jahre|jahren)$|ern$|er$", "", piece.lower)
        if name not in DECADES or name == piece.lower:
            return None
        if piece.lower == name + "er":
            if pieces[k].lower not in ("jahre", "jahren"):
                return None
            k += 1
        elif piece.lower == name + "ern" and pieces[i - 1].lower not in ("den", "frühen", "späten", "der"):
            return None
        value = DECADES[name]
    start = value if value > 99 else 1900 + value
    return Date(i, k, *periods.years(start, start + 9))


def century(pieces, i):
    """20. Jahrhundert."""
    if (
        pieces[i + 1].text == "."
        and pieces[i + 2].lower in ("jahrhundert", "jahrhunderts")
        and len(pieces[i].text) <= 2
    ):
        number = int(pieces[i].text)
        end = i + 3 + 2 * (pieces[i + 3].lower in ("vor", "v") and pieces[i + 4].lower in ("christus", "chr"))
        return Date(
            i,
            end,
            *(periods.years(number * 100 - 99, number * 100) if end == i + 3 and number else periods.UNKNOWN),
        )
    return None
