"""What charts say in German and English: fixed words, numbers, names of countries, measures and stances."""

from babel import Locale
from babel.core import get_global
from babel.numbers import format_decimal

from ..countries import name_of

LANGUAGES = ("de", "en")
SOURCE = {"de": "Quelle: eigene Auswertung der Artikel", "en": "Source: own analysis of the articles"}
NOTHING = {"de": "Nichts zu zeigen: die Tabelle ist leer", "en": "Nothing to show: the table is empty"}
NO_OUTLET = {"de": "ohne Angabe", "en": "not stated"}
UNNAMED = {"de": "ungenannte Gruppe", "en": "unnamed group"}
NOBODY = {"de": "niemand genannt", "en": "nobody named"}
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


def check(language: str) -> str:
    """The language, if charts speak it; raises ValueError naming those they do."""
    if language not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, not {language!r}")
    return language


def number(value: float, language: str, decimals: int = 0) -> str:
    """1234.5 as “1.234,5” in German, “1,234.5” in English; at most so many decimals, none that is 0."""
    pattern = "#,##0." + "#" * decimals if decimals else "#,##0"
    return format_decimal(round(float(value), decimals), pattern, locale=language)


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


def stance(name: str, language: str) -> str:
    """What a stance is called."""
    return STANCES_DE.get(name, name) if language == "de" else name


def rest(shown: int, of: int, what: str, language: str) -> str:
    """“Gezeigt: 15 von 84 Namen.”, or nothing where all are shown. `what` is in the language."""
    if shown >= of:
        return ""
    de, en = "Gezeigt: {} von {} {}.", "Shown: {} of {} {}."
    return (de if language == "de" else en).format(number(shown, language), number(of, language), what)
