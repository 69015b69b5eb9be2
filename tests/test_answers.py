"""The sentences at the head of the notebooks and the report: computed, in two languages, and true of small, large and
empty folders."""

import pandas as pd
import pytest

from helpers import Corpus, answers
from helpers.tables import complete
from helpers.wording import LANGUAGES
from test_reading import TEXT, VOGT, find, table

NOTHING = {
    "overlap": (["article_a", "article_b", "share_a", "share_b", "verdict"], ["article_id", "story"]),
    "mentions": (["entity", "kind", "mentions"],),
    "commitments": (["country", "measure", "stance", "disagree", "changed"],),
    "quotes": (["speaker", "direct_words", "indirect_words", "articles"], ["quotation", "variant"], ["text"]),
    "figures": (["verdict", "similarity", "text_a", "text_b", "article_a", "article_b"],),
}


def pairs(*rows):
    return pd.DataFrame(rows, columns=NOTHING["overlap"][0])


def stories(*numbers):
    return pd.DataFrame({"article_id": [f"a{i}" for i in range(len(numbers))], "story": numbers})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", NOTHING)
def test_empty_tables_still_get_a_sentence(question, language):
    tables = (pd.DataFrame(columns=names) for names in NOTHING[question])
    sentence = getattr(answers, question)(*tables, language=language)
    assert sentence.endswith(".") and "nan" not in sentence.split()


def test_an_article_is_summed_up():
    articles = complete(pd.DataFrame({"article_id": ["a"], "outlet": ["Bote"], "text": [TEXT]}))
    poland = {"actor": "Polen", "country": "POL", "measure": "naval support", "stance": "pledged"}
    corpus = Corpus(
        articles,
        entities=table("entities", find(TEXT, "Polen", entity="Polen", kind="country", country="POL")),
        quotes=table("quotes", find(TEXT, "Polen baue 30 Boote", kind="indirect", **VOGT)),
        commitments=table("commitments", find(TEXT, "Polen baue 30 Boote", **poland)),
    )
    assert answers.article(corpus, "a") == (
        "The article “a” (Bote) has 14 words. It quotes Anna Vogt (0 verbatim, 1 reported). It gives 0 figures. "
        "Commitments, also weighed or refused: Poland. Named most: Polen."
    )
    assert answers.article(corpus, "a", language="de") == (
        "Der Artikel „a“ (Bote) hat 14 Wörter. Er zitiert Anna Vogt (0 im Wortlaut, 1 indirekt). Er nennt 0 Zahlen. "
        "Zusagen, auch erwogene und verweigerte: Polen. Am häufigsten genannt: Polen."
    )


def test_an_article_in_which_nothing_was_found_is_summed_up():
    sentence = answers.article(Corpus(complete(pd.DataFrame({"article_id": ["a"], "text": ["Ja."]}))), "a")
    assert "has one word. It quotes nobody. It gives 0 figures." in sentence
    assert sentence.endswith("It says nothing of what states did or will do. No name was found in it.")


def test_one_article_has_nothing_to_repeat():
    assert answers.overlap(pairs(), stories(1)) == "With fewer than two articles there is nothing to compare."


def test_the_closest_pair_is_the_one_with_the_largest_share_and_named_from_the_side_it_holds_for():
    found = pairs(
        ("a0", "a1", 0.5, 0.2, "agency copy"),
        ("a1", "a2", 0.3, 0.8, "copied with edits"),
        ("a2", "a3", 0.9, 0.9, "shared quote only"),
    )
    sentence = answers.overlap(found, stories(1, 1, 1, 2))
    assert sentence.startswith("4 articles tell 2 independent stories. 3 of them share more")
    assert sentence.endswith("Closest: 80% of a2 also stands in a1.")


def test_articles_are_called_by_title_and_outlet_where_they_have_them():
    articles = pd.DataFrame({"article_id": ["a0", "a1"], "title": ["Polen hilft", None], "outlet": ["Bote", None]})
    found = pairs(("a0", "a1", 0.5, 0.2, "agency copy"))
    assert answers.overlap(found, stories(1, 1), articles, language="de") == (
        "Alle 2 Artikel erzählen dieselbe Geschichte. 2 davon teilen mit einem anderen mehr als ein Zitat. "
        "Am nächsten: 50\xa0% von „Polen hilft“ (Bote) stehen auch in „a1“."
    )


@pytest.mark.parametrize(
    ("days", "outlets", "said"),
    [
        (["2024-05-06", "2024-05-08"], ["A", "B"], "2 Artikel von 2 Medien, 06.05.2024 bis 08.05.2024."),
        (["2024-05-06", None], ["A", None], "2 Artikel von einem Medium, davon 1 mit Datum: 06.05.2024."),
        ([None, None], [None, None], "2 Artikel von ungenannten Medien."),
        (["2024-05-06"], ["A"], "Ein Artikel von einem Medium, 06.05.2024."),
    ],
    ids=["all dated", "some dated", "no date", "one article"],
)
def test_what_was_read_is_said_with_its_dates(days, outlets, said):
    names = [f"a{at}" for at in range(len(days))]
    articles = {"article_id": names, "outlet": outlets, "published": pd.to_datetime(days), "text": "Es regnet."}
    corpus = Corpus(complete(pd.DataFrame(articles)))
    assert answers.articles(corpus, language="de").startswith(f"{said} Darin gefunden – Zitate: 0")


def test_articles_that_only_quote_the_same_words_are_no_copies():
    sentence = answers.overlap(pairs(("a0", "a1", 0.2, 0.2, "shared quote only")), stories(1, 2))
    assert (
        sentence == "2 articles tell 2 independent stories. None shares more with another than phrases and quotations."
    )


def test_nationalities_count_to_their_state_and_ties_go_by_name():
    counts = pd.DataFrame(
        [("Polen", "country", 2), ("Italien", "country", 3), ("Polen", "nationality", 1), ("Rom", "place", 9)],
        columns=["entity", "kind", "mentions"],
    )
    assert answers.mentions(counts) == "States named most: Italien (3) and Polen (3)."


def test_more_names_than_a_list_holds_are_counted():
    counts = pd.DataFrame({"entity": list("ABCDE"), "kind": "person", "mentions": [5, 4, 3, 2, 1]})
    assert answers.mentions(counts) == "People named most: A (5), B (4), C (3) and 2 others."


def test_promises_refusals_and_disagreement_are_told_apart():
    cells = pd.DataFrame(
        [
            ("POL", "troops", "ruled out", False, False),
            ("DEU", "funding", "pledged", False, True),
            ("ITA", "troops", "willing", True, False),
        ],
        columns=NOTHING["commitments"][0],
    )
    assert answers.commitments(cells) == (
        "3 states, 2 measures. Delivered or pledged: Germany (funding). Ruled out: Poland (troops). "
        "Sources disagree on: Italy (troops). Changed in the course of the reports: Germany (funding)."
    )
    assert answers.commitments(cells.iloc[:1], language="de") == (
        "Ein Staat, eine Maßnahme. Geleistet oder zugesagt: nichts. Ausgeschlossen: Polen (Truppen)."
    )


def test_who_is_heard_and_which_quotations_travel():
    speakers = pd.DataFrame(
        [("Anna Vogt", 30, 10, 2), ("Amt", 0, 5, 1)], columns=["speaker", "direct_words", "indirect_words", "articles"]
    )
    variants = pd.DataFrame({"quotation": [1, 1, 2, 2], "variant": ["fullest", "truncated", "fullest", "same"]})
    assert answers.quotes(speakers, variants, pd.DataFrame({"text": ["…"]})) == (
        "Heard most: Anna Vogt, 40 words in 2 articles, 75% of them verbatim. 2 quotations stand in more than one "
        "article; shortened or changed somewhere: 1. One statement has no named speaker."
    )


def test_the_contradiction_whose_sentences_are_most_alike_is_named():
    pairs = [
        ("contradict", 0.2, "9 Boote", "2 Boote"),
        ("contradict", 0.7, "30 Boote", "26 Boote"),
        ("agree", 1.0, "", ""),
    ]
    compared = pd.DataFrame([(*pair, "a", "b") for pair in pairs], columns=NOTHING["figures"][0])
    assert answers.figures(compared) == (
        "3 pairs of figures from different articles stand in sentences that are alike; agreeing: 1, compatible: 0, "
        "contradicting: 2. To be looked at first: “30 Boote” in a and “26 Boote” in b; they may count different things."
    )
    assert answers.figures(compared.iloc[2:]).endswith("contradicting: 0.")
