"""Dates with a time, as bylines, metadata and file lists give them. str → datetime."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

MONTHS = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
OTHER_MONTHS = {"mar": 3, "mrz": 3, "mae": 3, "may": 5, "oct": 10, "dec": 12, "jän": 1}
MONTH = r"(?:jan|jän|feb|mär|mar|mrz|mae|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)[a-zä]{0,7}\.?"
TIME = r"(?:,? ?(?:um |[-–|·] ?)?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.]\d\d)?(?: ?Uhr)?)?"
WEEKDAYS = "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so"
WEEKDAY = rf"(?:(?:{WEEKDAYS})\.?,? ?(?:den )?)?"
DAY = rf"{WEEKDAY}(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}}\.|{MONTH}) ?(?P<year>\d{{4}}|\d\d\b)"
GERMAN = re.compile(DAY + TIME, re.IGNORECASE)
DATE = "(?:" + re.sub(r"\?P<\w+>", "?:", DAY + TIME) + r"|\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?)"


def read_date(value: str) -> dt.datetime | None:
    """The date and time a string gives, as the clock on its wall showed it (no time zone); None where it gives none.

    Read are ISO 8601, German notation (4.9.2025; Donnerstag, 4. September 2025, 14:12 Uhr) and the dates of e-mail
    and RSS (RFC 5322). Nothing is guessed: “gestern” or “09/04/25” is no date.
    """
    value = value.strip()[:100]
    try:
        return dt.datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        pass
    if found := GERMAN.search(value):
        return _german(found)
    try:
        return parsedate_to_datetime(value).replace(tzinfo=None) if re.search("[A-Za-z]{3} ", value) else None
    except (ValueError, TypeError, IndexError):
        return None


def _german(found: re.Match) -> dt.datetime | None:
    month = found["month"].lower().rstrip(".")
    number = int(month) if month.isdigit() else OTHER_MONTHS.get(month[:3]) or MONTHS.index(month[:3]) + 1
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    try:
        return dt.datetime(year, number, int(found["day"]), int(found["hour"] or 0), int(found["minute"] or 0))
    except ValueError:
        return None
