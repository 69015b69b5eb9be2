"""Units and currencies: the pieces at a place → the unit they write. Pieces → Unit, or None.

Units are lexicon/units.csv. Currency names, codes and signs are those of Unicode's CLDR (babel, German
locale), joined by lexicon/currencies.csv for short and everyday names."""

import re
from functools import cache
from typing import NamedTuple

from babel import Locale
from babel.numbers import get_currency_name

from ..lexicon import rows
from .pieces import Pieces, cut, word_set

ENDING = re.compile(r"(?<=\w\w\w)(?:e|en|er|es|em|s|n)$")
CODE_WORDS = word_set("ALL TOP MOP CUP BAM PEN TRY GEL MAD XXX XTS BOB LAK SOS")


class Unit(NamedTuple):
    kind: str  # money, percent, measure, duration, age
    code: str | None  # ISO 4217, %, SI symbol, year …; None where the name does not tell (Kronen)
    end: int  # index of the first piece after it


@cache
def _units() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """First piece → [(all pieces, kind, code)], the longest first."""
    table: dict[str, list] = {}
    for row in rows("units"):
        for form in row["words"].split("|"):
            _add(table, form, row["kind"], row["unit"])
    for row in rows("currencies"):
        for form in row["words"].split("|"):
            _add(table, form, "money", row["code"] or None)
    for code in Locale("de").currencies:
        if code.isalpha():
            _add(table, code, "money", code)
    for forms in table.values():
        forms.sort(key=lambda entry: -len(entry[0]))
    return table


def _add(table: dict, form: str, kind: str, code: str | None) -> None:
    parts = tuple(piece.text for piece in cut(form))  # the way an article is cut
    if parts and all(parts != known for known, _, _ in table.get(parts[0], ())):
        table.setdefault(parts[0], []).append((parts, kind, code))


@cache
def _national() -> dict[tuple[str, str], str]:
    """(adjective stem, currency noun stem) → ISO code: (“schwedisch”, “kron”) → SEK. Obsolete currencies
    yield."""
    table: dict[tuple[str, str], str] = {}
    for code, name in sorted(Locale("de").currencies.items(), key=lambda item: "(" in item[1]):
        for form in (name, get_currency_name(code, count=5, locale="de")):
            if len(words := re.sub(r"\s*\(.*", "", form).split()) == 2:
                table.setdefault((stem(words[0]), stem(words[1])), code)
    return table


def stem(word: str) -> str:
    return ENDING.sub("", word.lower())


def read(pieces: Pieces, i: int) -> Unit | None:
    """The unit that begins at piece i: “Euro”, “Mrd.”-less “€”, “Grad Celsius”, “schwedische Kronen”,
    “km/h”."""
    piece = pieces[i]
    for parts, kind, code in _units().get(piece.text, ()):
        if all(pieces[i + k].text == part for k, part in enumerate(parts)):
            end = i + len(parts)
            if parts == ("v", ".", "H", ".") or kind != "percent" or pieces[end].text != "-" or not pieces[end].glued:
                return Unit(kind, code, end)
    if "/" in piece.text and all(part in _units() for part in piece.text.split("/")):
        kind, code = _units()[piece.text.partition("/")[0]][0][1:]
        return Unit("money", code, i + 1) if kind == "money" else Unit("measure", piece.text, i + 1)  # Euro/m², MW/km²
    if piece.kind == "word" and pieces[i + 1].kind == "word":
        code = _national().get((stem(piece.text), stem(pieces[i + 1].text)))
        if code is not None:
            return Unit("money", code, i + 2)
    return None


def before(pieces: Pieces, i: int) -> tuple[int, Unit] | None:
    """The currency sign or code that ends just before piece i (“€ 5”, “US$ 5”, “CHF 5”): its first index
    and unit."""
    for length in (2, 1):
        unit = read(pieces, i - length) if i >= length else None
        if unit and unit.kind == "money" and unit.end == i:
            text = "".join(piece.text for piece in pieces[i - length : i])
            if (text not in CODE_WORDS and not any(char.islower() for char in text)) or text in ("Fr", "SFr", "sFr"):
                return i - length, unit
    if pieces[i - 1].text == "." and pieces[i - 2].text in ("Fr", "SFr", "sFr"):
        return i - 2, Unit("money", "CHF", i)
    return None
