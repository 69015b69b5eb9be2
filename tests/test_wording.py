"""Words, numbers and dates for people: both languages say the same, each in its own way."""

import datetime
import string

import numpy as np
import pytest

from helpers import answers, reading, showing, wording
from helpers.report import page
from helpers.wording import LANGUAGES, Words

ALL = {"answers": answers.WORDS, "reading": reading.WORDS, "showing": showing.WORDS, "report": page.LABELS}


@pytest.mark.parametrize("words", ALL.values(), ids=ALL)
def test_both_languages_say_the_same_with_the_same_values(words):
    for key, row in words.rows.items():
        fields = [{name for _, name, _, _ in string.Formatter().parse(row[language]) if name} for language in LANGUAGES]
        assert fields[0] == fields[1], key
        assert all(row[language].strip() for language in LANGUAGES), key


@pytest.mark.parametrize(
    ("value", "decimals", "en", "de"),
    [
        (1234567, 0, "1,234,567", "1.234.567"),
        (10**18 + 1, 0, "1,000,000,000,000,000,001", "1.000.000.000.000.000.001"),
        (0.5, 2, "0.5", "0,5"),
        (1234.5, 4, "1,234.5", "1.234,5"),
        (-3.0, 2, "-3", "-3"),
        (np.float64(0.126), 2, "0.13", "0,13"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(value, decimals, en, de):
    assert [wording.number(value, language, decimals) for language in LANGUAGES] == [en, de]


def test_shares_dates_and_lists():
    assert [wording.percent(0.934, language) for language in LANGUAGES] == ["93%", "93\xa0%"]
    assert [wording.day(datetime.date(2025, 9, 4), language) for language in LANGUAGES] == ["2025-09-04", "04.09.2025"]
    assert wording.listed(["A", "B", "C"], "de") == "A, B und C"
    assert [wording.listed(names, "en") for names in ([], ["A"], ["A", "B"])] == ["", "A", "A and B"]


@pytest.mark.parametrize(
    ("code", "en", "de"),
    [
        ("EUR", "Euro", "Euro"),
        ("day", "days", "Tage"),
        ("km", "km", "km"),
        ("XQZ", "XQZ", "XQZ"),
        ("%", "percent", "Prozent"),
        ("percentage point", "percentage point", "Prozentpunkte"),
    ],
)
def test_units_in_words(code, en, de):
    assert [wording.unit(code, language) for language in LANGUAGES] == [en, de]


def test_one_has_words_of_its_own():
    words = answers.WORDS
    assert [words("de", "stories", n=n, articles=3) for n in (1, np.int64(1), 2)] == [
        "Alle 3 Artikel erzählen dieselbe Geschichte.",
        "Alle 3 Artikel erzählen dieselbe Geschichte.",
        "3 Artikel erzählen 2 unabhängige Geschichten.",
    ]


def test_the_language_is_the_one_given_else_that_of_the_report_else_english(monkeypatch):
    monkeypatch.delenv("HELPERS_LANGUAGE", raising=False)
    assert wording.chosen() == "en"
    monkeypatch.setenv("HELPERS_LANGUAGE", "de")
    assert (wording.chosen(), wording.chosen("en")) == ("de", "en")
    with pytest.raises(ValueError, match="one of en, de, not 'fr'"):
        wording.chosen("fr")


def test_a_key_nobody_knows_is_an_error_but_a_name_of_the_users_own_stays():
    words = Words("helpers", "showing.csv")
    assert words.known("de", "yes", "x") == "ja" and words.known("de", "own", "own") == "own"
    with pytest.raises(KeyError):
        words("de", "own")
