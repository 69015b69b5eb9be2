"""What people read, in English or German: fixed words, numbers, dates, names of states. key or value → text.

Every text that is shown outside a chart stands in a CSV file (key, en, de) beside the module that shows it; a report
sets $HELPERS_LANGUAGE for all of them.
"""

import csv
import datetime
import os
from functools import cache
from importlib.resources import files
from numbers import Real

from babel import Locale
from babel.core import get_global
from babel.numbers import format_decimal, format_percent, get_currency_name
from babel.units import UnknownUnitError, get_unit_name

from .countries import name_of

LANGUAGES = ("en", "de")
MEASURES_DE = {
    "troops": "Truppen", "air support": "Luftunterstützung", "naval support": "Marine", "air defence": "Luftabwehr",
    "weapons": "Waffen", "training": "Ausbildung", "intelligence": "Aufklärung", "logistics": "Logistik",
    "funding": "Geld", "humanitarian aid": "humanitäre Hilfe", "sanctions": "Sanktionen",
    "security guarantee": "Sicherheitsgarantie", "diplomacy": "Diplomatie",
}  # fmt: skip
STANCES_DE = {
    "delivered": "geleistet", "pledged": "zugesagt", "willing": "bereit", "considering": "wird erwogen",
    "requested": "gefordert", "withdrawn": "eingestellt", "ruled out": "ausgeschlossen",
}  # fmt: skip
UNITS_DE = {"percentage point": "Prozentpunkte", "half-year": "Halbjahre", "millennium": "Jahrtausende"}
UNITS_CLDR = {"%": "concentr-percent", "‰": "concentr-permille"}  # what CLDR calls a unit that is no duration
AND = {"en": "and", "de": "und"}


class Words:
    """The texts of a CSV file in the package: columns key, en, de."""

    def __init__(self, package: str, file: str):
        lines = files(package).joinpath(file).read_text(encoding="utf-8").splitlines()
        self.rows = {row["key"]: row for row in csv.DictReader(lines)}

    def __call__(self, language: str, key: str, **values) -> str:
        """The text for `key` with `values` filled in; numbers are written as the language writes them. Where the
        first value is 1, the text for `key`_one, if there is such a row."""
        if next(iter(values.values()), None) == 1 and f"{key}_one" in self.rows:
            key = f"{key}_one"
        filled = {name: number(v, language) if isinstance(v, Real) else v for name, v in values.items()}
        return self.rows[key][language].format(**filled)

    def known(self, language: str, key: str, otherwise: str) -> str:
        """The text for `key` where there is one: a kind of figure or a notebook of the user's own keeps its name."""
        return self(language, key) if key in self.rows else otherwise


def chosen(language: str | None = None) -> str:
    """The language given, else that of $HELPERS_LANGUAGE, else English. Raises ValueError for any but LANGUAGES."""
    language = language or os.environ.get("HELPERS_LANGUAGE") or "en"
    if language not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, not {language!r}")
    return language


def number(value: float, language: str, decimals: int = 0) -> str:
    """1234.5 as “1,234.5” in English, “1.234,5” in German; at most so many decimals, none that is 0."""
    pattern = "#,##0." + "#" * decimals if decimals else "#,##0"
    exact = value if isinstance(value, int) else round(float(value), decimals)
    return format_decimal(exact, pattern, locale=language)


def percent(share: float, language: str) -> str:
    """0.75 as “75%” in English, “75 %” in German."""
    return format_percent(round(float(share), 2), "#,##0%" if language == "en" else "#,##0\xa0%", locale=language)


def day(date: datetime.date, language: str) -> str:
    """4 September 2025 as 2025-09-04 in English and 04.09.2025 in German."""
    return date.strftime("%d.%m.%Y" if language == "de" else "%Y-%m-%d")


def listed(names: list[str], language: str) -> str:
    """“A, B and C”."""
    return f" {AND[language]} ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def country(code: object, language: str) -> str:
    """The country's name, by its ISO alpha-3 code (or EU): in German as newspapers have it and the entities table, in
    English as CLDR has it; the code itself where none is known."""
    if language == "de" and (name := name_of(str(code))):
        return name
    two = get_global("territory_aliases").get(code, [code])[0]
    return Locale(language).territories.get(two, str(code))


def measure(name: str, language: str) -> str:
    """What the column of a measure is called; a measure of the user's own keeps its name."""
    return MEASURES_DE.get(name, name) if language == "de" else name


def kind(name: str, language: str) -> str:
    """What a kind of entity, quotation or figure, or a bound, is called; one of the user's own keeps its name."""
    return _kinds().known(language, name, name)


@cache
def _kinds() -> Words:
    return Words(__package__, "kinds.csv")


def stance(name: str, language: str) -> str:
    """What a stance is called."""
    return STANCES_DE.get(name, name) if language == "de" else name


def unit(code: str, language: str) -> str:
    """“EUR” as “Euro”, “day” as “days” or “Tage”, “%” as “Prozent”; a unit that CLDR does not know as it is."""
    if language == "de" and code in UNITS_DE:
        return UNITS_DE[code]
    if len(code) == 3 and code.isupper():
        return get_currency_name(code, locale=language)
    try:
        return get_unit_name(UNITS_CLDR.get(code, f"duration-{code}"), locale=language) or code
    except UnknownUnitError:
        return code
