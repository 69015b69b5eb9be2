"""Who is quoted how, and one quotation in several articles. The sentences are this project's own."""

import pandas as pd
import pytest

from helpers import Corpus, quoted
from helpers.tables import columns, complete, frame

FULL = "Ich glaube, dass wir den Hafen bis zum Winter bauen müssen"


def corpus(*rows) -> Corpus:
    """A corpus of one quote a row: (article, kind, words said, speaker entity)."""
    names = sorted({article for article, *_ in rows})
    articles = pd.DataFrame({"article_id": names, "outlet": [f"Blatt {name[0]}" for name in names], "text": "…"})
    found = [
        {"article_id": a, "start": i, "end": i + 1, "text": text, "kind": kind, "speaker_entity": speaker}
        for i, (a, kind, text, speaker) in enumerate(rows)
    ]
    quotes = frame("quotes", [tuple(row.get(column) for column in columns("quotes")) for row in found])
    return Corpus(complete(articles), quotes=quotes)


def test_words_are_counted_by_speaker_outlet_and_kind():
    out = quoted.speakers(
        corpus(
            ("a1", "direct", "Wir bauen das.", "Anna Vogt"),
            ("a2", "indirect", "sie baue", "Anna Vogt"),
            ("b", "direct", "Nein", "Anna Vogt"),
            ("b", "indirect", "man warte noch bis zum Mai", "Amt"),
            ("b", "direct", "Wer sprach hier?", None),
        )
    )
    assert out.values.tolist() == [
        ["Amt", "Blatt b", 0, 6, 0, 1, 1],
        ["Anna Vogt", "Blatt a", 3, 2, 1, 1, 2],
        ["Anna Vogt", "Blatt b", 1, 0, 1, 0, 1],
    ]


def test_speakers_of_an_article_without_outlet_are_kept():
    one = corpus(("a", "direct", "Wir bauen das.", "Anna Vogt"))
    one.articles["outlet"] = pd.NA
    out = quoted.speakers(one)
    assert out["direct_words"].tolist() == [3]
    assert out["outlet"].isna().all()


def test_only_statements_without_any_speaker_are_unnamed():
    one = corpus(
        ("a", "direct", "Wir bauen das.", None), ("a", "direct", "Ja, gewiss.", None), ("b", "direct", "So.", "Amt")
    )
    one.quotes.loc[0, "speaker"] = "ein Fischer"
    assert quoted.unnamed(one)["text"].tolist() == ["Ja, gewiss."]


@pytest.mark.parametrize(
    "speaker",
    [
        "er",
        "Sie",
        "seiner Ansicht",
        "eigener Aussage",
        "ihrem Sprecher",
        "Angaben",
        "den Angaben",
        "Ansicht",
        "Inoffiziellen Informationen",
    ],
)
def test_what_only_points_names_nobody(speaker):
    one = corpus(("a", "direct", "Wir bauen das.", None))
    one.quotes["speaker"] = pd.array([speaker], dtype="string")
    assert len(quoted.unnamed(one)) == 1 and quoted.speakers(one).empty


@pytest.mark.parametrize(
    "speaker", ["Polizeiangaben", "Angaben der Polizei", "dänischen Angaben", "der Bericht", "Angaben aus Köln"]
)
def test_a_source_that_is_named_is_a_speaker(speaker):
    one = corpus(("a", "direct", "Wir bauen das.", None))
    one.quotes["speaker"] = pd.array([speaker], dtype="string")
    assert quoted.unnamed(one).empty and quoted.speakers(one)["speaker"].tolist() == [speaker]


def test_speakers_that_differ_by_their_article_alone_are_one():
    phrases = ["Das Gericht", "das Gericht", "dem Gericht", "Der Verlag", "ein Gericht", "Deren Sprecher"]
    one = corpus(*[("a", "direct", "Ja, gewiss.", None)] * len(phrases))
    one.quotes["speaker"] = pd.array(phrases, dtype="string")
    words = quoted.speakers(one, by=None).set_index("speaker")["direct_words"]
    assert words.to_dict() == {"das Gericht": 6, "Deren Sprecher": 2, "der Verlag": 2, "ein Gericht": 2}


def test_a_pronoun_names_nobody_unless_its_person_is_known():
    one = corpus(("a", "direct", "Wir bauen das.", None), ("b", "direct", "Ja, gewiss.", "Anna Vogt"))
    one.quotes["speaker"] = pd.array(["Sie", "sie"], dtype="string")
    assert quoted.unnamed(one)["text"].tolist() == ["Wir bauen das."]
    assert quoted.speakers(one)["speaker"].tolist() == ["Anna Vogt"]


@pytest.mark.parametrize(
    "other, variant, difference",
    [
        pytest.param(f"{FULL}.", "same", None, id="but for the stop"),
        pytest.param(FULL.lower(), "same", None, id="but for case"),
        pytest.param(FULL[17:], "truncated", "without “Ich glaube dass”", id="beginning cut"),
        pytest.param(FULL.replace("bis zum Winter ", ""), "truncated", "without “bis zum Winter”", id="middle cut"),
        pytest.param(FULL.replace("Winter", "Mai"), "altered", "“Mai” for “Winter”", id="word changed"),
        pytest.param(
            "Ich glaube, dass wir den Deich bis Winter bauen müssen",
            "altered",
            "“Deich” for “Hafen”; without “zum”",
            id="two changes",
        ),
        pytest.param(f"Bis zum Winter{FULL[:-24]} bauen müssen", "altered", None, id="order changed"),
    ],
)
def test_the_same_quotation_is_matched_and_its_change_named(other, variant, difference):
    out = quoted.variants(corpus(("a", "direct", FULL, "Anna Vogt"), ("b", "direct", other, "Anna Vogt")))
    assert out["variant"].tolist() == ["fullest", variant]
    if difference:
        assert out["difference"].tolist()[1] == difference


@pytest.mark.parametrize(
    "first, second",
    [
        pytest.param(("a", "direct", FULL, "Anna Vogt"), ("b", "direct", FULL, "Jens Ohm"), id="two speakers"),
        pytest.param(("a", "direct", FULL, "Anna Vogt"), ("a", "direct", FULL, "Anna Vogt"), id="one article"),
        pytest.param(("a", "direct", FULL, "Anna Vogt"), ("b", "indirect", FULL, "Anna Vogt"), id="reported"),
        pytest.param(("a", "direct", FULL, None), ("b", "direct", "Wir warten auf den Mai", None), id="other words"),
        pytest.param(
            ("a", "direct", FULL, None), ("b", "direct", "bis zum Winter ruht alles hier", None), id="few words"
        ),
    ],
)
def test_what_is_not_the_same_quotation_is_not_matched(first, second):
    assert quoted.variants(corpus(first, second)).empty


def test_an_unknown_speaker_does_not_hinder_a_match():
    out = quoted.variants(corpus(("a", "direct", FULL, "Anna Vogt"), ("b", "direct", FULL, None)))
    assert len(out) == 2


def test_the_most_printed_quotation_comes_first_and_its_fullest_wording_leads():
    short = "Der Deich hält noch lange"
    rows = [("a", "direct", short, None), ("b", "direct", short + ", sage ich", None)]
    rows += [(name, "direct", FULL, None) for name in "acd"]
    out = quoted.variants(corpus(*rows))
    assert out["quotation"].tolist() == [1, 1, 1, 2, 2]
    assert out["article_id"].tolist() == ["a", "c", "d", "b", "a"]


def test_outlets_can_be_what_counts():
    rows = [("a1", "direct", FULL, None), ("a2", "direct", FULL, None)]
    assert len(quoted.variants(corpus(*rows))) == 2
    assert quoted.variants(corpus(*rows), across="outlet").empty


def test_tables_keep_columns_and_types_when_nothing_was_quoted():
    full = corpus(("a", "direct", FULL, "X"), ("b", "direct", FULL, "X"))
    empty = Corpus(full.articles)
    for function in (quoted.speakers, quoted.unnamed, quoted.variants):
        assert function(empty).empty
        assert function(empty).dtypes.to_dict() == function(full).dtypes.to_dict()
