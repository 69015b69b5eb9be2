"""The report's own words in English and German, from labels.csv. key, language → text."""

import csv
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "de")


@cache
def _labels() -> dict[str, dict[str, str]]:
    lines = files(__package__).joinpath("labels.csv").read_text(encoding="utf-8").splitlines()
    return {row["key"]: row for row in csv.DictReader(lines)}


def label(language: str, key: str, **values) -> str:
    """The text for `key` with `values` filled in; numbers are written as the language writes them."""
    filled = {name: number(language, v) if isinstance(v, int | float) else v for name, v in values.items()}
    return _labels()[key][language].format(**filled)


def number(language: str, value: float) -> str:
    """1234.5 → “1,234.5” in English, “1.234,5” in German."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
    return text.translate(str.maketrans(",.", ".,")) if language == "de" else text
