"""The report's own words in English and German, from labels.csv. key, language → text."""

import csv
import datetime
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "de")


@cache
def _labels() -> dict[str, dict[str, str]]:
    lines = files(__package__).joinpath("labels.csv").read_text(encoding="utf-8").splitlines()
    return {row["key"]: row for row in csv.DictReader(lines)}


def label(language: str, key: str, **values) -> str:
    """The text for `key` with `values` filled in; numbers are written as the language writes them. Where the first
    value is 1, the text for `key`_one, if there is such a row."""
    if next(iter(values.values()), None) == 1 and f"{key}_one" in _labels():
        key = f"{key}_one"
    filled = {name: number(language, v) if isinstance(v, int | float) else v for name, v in values.items()}
    return _labels()[key][language].format(**filled)


def number(language: str, value: float) -> str:
    """1234.5 → “1,234.5” in English, “1.234,5” in German."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
    return text.translate(str.maketrans(",.", ".,")) if language == "de" else text


def date(language: str, day: datetime.date) -> str:
    """4 September 2025 as 2025-09-04 in English and 04.09.2025 in German."""
    return day.strftime("%d.%m.%Y" if language == "de" else "%Y-%m-%d")


def known(language: str, key: str, otherwise: str) -> str:
    """The text for `key` where there is one: a kind of figure or a notebook of the user's own keeps its name."""
    return label(language, key) if key in _labels() else otherwise
