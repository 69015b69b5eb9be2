"""What all charts say in German and English, beside the words that each has of its own."""

from ..wording import MEASURES_DE, country, measure, number, stance, unit

__all__ = [
    "IN_WORDS", "MEASURES_DE", "NOTHING", "NO_OUTLET", "SOURCE", "UNNAMED", "country", "measure", "number", "rest",
    "stance", "unit",
]  # fmt: skip
IN_WORDS = {"de": "In Worten", "en": "In words"}
SOURCE = {"de": "Quelle: eigene Auswertung der Artikel", "en": "Source: own analysis of the articles"}
NOTHING = {"de": "Nichts zu zeigen: die Tabelle ist leer", "en": "Nothing to show: the table is empty"}
NO_OUTLET = {"de": "ohne Angabe", "en": "not stated"}
UNNAMED = {"de": "ungenannte Gruppe", "en": "unnamed group"}


def rest(shown: int, of: int, what: str, language: str) -> str:
    """“Gezeigt: 15 von 84 Namen.”, or nothing where all are shown. `what` is in the language."""
    if shown >= of:
        return ""
    de, en = "Gezeigt: {} von {} {}.", "Shown: {} of {} {}."
    return (de if language == "de" else en).format(number(shown, language), number(of, language), what)
