"""Numerals: one written numeral → its value. str → float | None.

Digits in German, Austrian and Swiss notation, and number words of any size. The grammar of German number
words is closed and regular (Duden, Die Grammatik, “Zahladjektive”), so it stands here as one pattern:
text2num refuses “eine Million zweihunderttausend”, “zwölfhundert” and “1,5 Millionen”, and takes every
“ein” for a number."""

import re
from functools import lru_cache

DIGITS = {
    "ein": 1, "eins": 1, "eine": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6,
    "sieben": 7, "acht": 8, "neun": 9,
}  # fmt: skip
TEENS = {
    "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16,
    "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
TENS = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90,
}  # fmt: skip
DENOMINATORS = {
    "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8, "neuntel": 9,
    "zehntel": 10, "zwölftel": 12, "zwanzigstel": 20, "hundertstel": 100, "tausendstel": 1000,
}  # fmt: skip
ORDINALS = {
    "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "siebent": 7,
    "acht": 8, "neunt": 9, "zehnt": 10, "elft": 11, "zwölft": 12,
}  # fmt: skip
SMALL = DIGITS | TEENS | TENS
VULGAR = dict(zip("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞", (1/2, 1/3, 2/3, 1/4, 3/4, 1/5, 2/5, 3/5, 4/5, 1/6, 5/6, 1/8, 3/8, 5/8, 7/8), strict=True))  # fmt: skip  # noqa: E501

_digit = "eins|eine|ein|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun"
_teen = "|".join(sorted(TEENS, key=len, reverse=True))
_tens = "|".join(TENS)
_below_100 = rf"(?:{_teen}|(?:(?:{_digit})und)?(?:{_tens})|{_digit})"
_below_1000 = rf"(?:(?:{_below_100})?hundert(?:und)?(?:{_below_100})?|{_below_100})"
_below_million = rf"(?:(?:(?:{_below_1000})?tausend(?:und)?)(?:{_below_1000})?|{_below_1000})"
WORD = re.compile(rf"{_below_million}")
HALVES = re.compile(rf"(?P<whole>{_below_100})(?:und)?einhalb|(?P<other>anderthalb)")
FRACTION = re.compile(rf"(?P<top>{_digit})(?P<bottom>{'|'.join(DENOMINATORS)})")
INITIALS = "eazdvfsnht"  # no number word begins with another letter
UMLAUTS = re.compile("fuenf|zwoelf|fünf|zwölf")


def digits(text: str) -> float | None:
    """The value of a numeral in digits: 1.500 · 1'500 · 20 000 · 1,5 · 2½ · 5.25; None beyond 18 digits
    (an identifier)."""
    if sum(char.isdigit() for char in text) > 18 or not text:
        return None
    part = VULGAR.get(text[-1], 0.0)
    plain = text.rstrip("".join(VULGAR))
    if re.fullmatch(r"\d+\.\d{1,2}|\d+\.\d{4,}", plain):
        return float(plain)
    if "'" in plain or "’" in plain:
        plain = plain.replace(".", ",")  # Swiss money: 1'500.50
    plain = re.sub(r"[.'’\s]", "", plain).replace(",", ".")
    try:
        return (float(plain) if plain else 0.0) + part
    except ValueError:
        return None


@lru_cache(maxsize=65536)
def word(text: str) -> float | None:
    """The value of a number word below a million, lower case: “zweitausenddreihundertvierundzwanzig”,
    “anderthalb”."""
    if not text or text[0] not in INITIALS or len(text) > 80:
        return None
    text = UMLAUTS.sub(lambda m: m[0].replace("ue", "ü").replace("oe", "ö"), text)
    if (half := HALVES.fullmatch(text)) is not None:
        return 1.5 if half["other"] else _below_hundred(half["whole"]) + 0.5
    return _whole(text) if WORD.fullmatch(text) else None


def _whole(text: str) -> float:
    """The value of a word that WORD matches: split at “tausend”, then “hundert”, then “und”."""
    for name, size in (("tausend", 1000), ("hundert", 100)):
        if name in text:
            left, right = text.rsplit(name, 1)
            right = right.removeprefix("und")
            return float((_whole(left) if left else 1) * size + (_whole(right) if right else 0))
    return _below_hundred(text)


def _below_hundred(text: str) -> float:
    if text in SMALL:
        return float(SMALL[text])
    ones, _, tens = text.partition("und")
    return float(SMALL[ones] + SMALL[tens])


@lru_cache(maxsize=65536)
def fraction(text: str) -> float | None:
    """The value of a fused fraction: “zweidrittel”, “dreiviertel”."""
    match = FRACTION.fullmatch(text)
    return SMALL[match["top"]] / DENOMINATORS[match["bottom"]] if match else None


@lru_cache(maxsize=65536)
def ordinal(text: str) -> int | None:
    """The value of an ordinal stem, lower case: “dritt”, “zwanzigst”, “hundertdritt”; inflected endings
    are cut off."""
    stem = re.sub(r"(?<=t)(?:e|en|er|es|em)$", "", text)
    if stem in ORDINALS:
        return ORDINALS[stem]
    for short, value in ORDINALS.items():
        if (
            stem.endswith(short)
            and value <= 19
            and (head := word(stem.removesuffix(short))) is not None
            and head >= 100
        ):
            return int(head) + value
    if stem.endswith("zehnt") and (value := word(stem[:-1])) is not None:
        return int(value)
    if stem.endswith("st") and (value := word(stem[:-2])) is not None and value >= 20:
        return int(value)
    return None
