"""Why a file was left out, in the language of the report. English → text.

Reasons come in English from whoever reads and parses; reasons.csv has the German of each, `{}` for what differs.
"""

import csv
import re
from functools import cache
from importlib.resources import files


@cache
def _patterns() -> list[tuple[re.Pattern, str]]:
    lines = files(__package__).joinpath("reasons.csv").read_text(encoding="utf-8").splitlines()
    return [
        (re.compile("(.*?)".join(map(re.escape, row["en"].split("{}"))), re.DOTALL), row["de"])
        for row in csv.DictReader(lines)
    ]


def place(file: str, language: str) -> str:
    """“list.csv, line 3” as the language says it."""
    if language == "de" and file == "an article":
        return "ein Artikel"
    return file if language == "en" else re.sub(r", (from )?(line|row) (?=\d+$)", _german_place, file)


def _german_place(match: re.Match) -> str:
    return f", {'ab ' if match[1] else ''}Zeile "


def reason(reason: str, language: str) -> str:
    """Why, in English or German; what reasons.csv has not stays English."""
    if language == "en":
        return reason
    found = ((pattern.fullmatch(reason), text) for pattern, text in _patterns())
    return next((text.format(*match.groups()) for match, text in found if match), reason)
