"""Where sentences end in German news; one case a row."""

import pytest

from helpers.pipeline import german
from helpers.sentences import component

CASES = {
    "full stop": ["Polen hilft.", "Italien zögert."],
    "question and exclamation": ["Wer hilft?", "Niemand!", "Doch."],
    "ordinal before a month": ["Am 1. September begann das Treffen.", "Es dauerte lange."],
    "ordinal after an article": ["Er ist der 27. Außenminister des Landes.", "Sie folgte ihm."],
    "ordinal after an adjective": ["Die kommende 2. Runde ist offen.", "Alle warten."],
    "ordinal after a genitive": ["Das ist Norwegens 39. Sieg im Pokal.", "Alle feiern."],
    "two ordinals": ["Vom 1. bis 3. Oktober ist Pause.", "Dann geht es weiter."],
    "year at the end": [
        "Das war 2022.",
        "Seither ruht der Handel.",
    ],
    "number at the end": [
        "Verletzt wurden 27.",
        "Die Polizei sucht Zeugen.",
    ],
    "title": ["Dr. Maria Blum kam mit Prof. Klein.", "Beide schwiegen."],
    "initial": ["George W. Bush sprach.", "Er ging."],
    "abbreviation inside": ["Das kostet ca. 3 Mio. Euro bzw. Dollar.", "Mehr nicht."],
    "abbreviation at the end": [
        "Es kostet 3 Mio.",
        "Die Summe steht fest.",
    ],
    "closing mark stays": ["„Wir helfen.“", "Der Minister ging."],
    "opening mark goes on": ["Er ging.", "„Wir helfen“, rief sie."],
    "straight marks": ['"Wir helfen."', '"Wirklich?"', "Er nickte."],
    "frame after the quotation": ["„Wir helfen!“, sagte sie.", "Alle nickten."],
    "sentences inside a quotation": ["„Wir helfen.", "Das ist sicher“, sagte sie."],
    "bracket": ["Er kam (endlich.)", "Sie blieb."],
    "colon is no end": ["Sie sagte: Wir helfen."],
    "lower case goes on": ["Die Firma yahoo! wächst."],
    "ellipsis": ["Und dann …", "Niemand kam."],
}


def sentences(text: str) -> list[str]:
    doc = component(german().make_doc(text))
    return [sentence.text.strip() for sentence in doc.sents]


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_sentence_ends(expected):
    assert sentences(" ".join(expected)) == expected


def test_a_headline_without_full_stop_is_a_sentence():
    assert sentences("Gipfel in Paris\n\nDie Staaten beraten.\nMorgen mehr") == [
        "Gipfel in Paris",
        "Die Staaten beraten.",
        "Morgen mehr",
    ]


def test_a_line_broken_for_width_goes_on():
    text = "Die Staaten haben am Abend in der Stadt lange darüber\nberaten, wer hilft.\nMorgen mehr."
    assert len(sentences(text)) == 2


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "„", "a" * 10_000, "1. " * 500, "“" * 500])
def test_any_text(text):
    doc = component(german().make_doc(text))
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text
