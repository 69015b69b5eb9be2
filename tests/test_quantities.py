"""The same quantity across articles: which figures are set side by side, and what the verdict is."""

from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import Corpus, quantities
from helpers.tables import columns, complete, frame


def claim(value, bound="exactly", value_to=pd.NA):
    return SimpleNamespace(value=float(value), bound=bound, value_to=value_to)


def corpus(*rows) -> Corpus:
    """A corpus of one figure a row: (article, text with the figure in [ ], kind, value, bound, counted, unit)."""
    texts, found = {}, []
    for article, text, kind, value, bound, counted, unit in rows:
        before, inside = text.split("[")
        inside, after = inside.split("]")
        start = len(texts.get(article, "")) + len(before)
        texts[article] = texts.get(article, "") + before + inside + after + "\n"
        values = {"article_id": article, "start": start, "end": start + len(inside), "text": inside, "kind": kind}
        values |= {"value": value, "bound": bound, "counted": counted, "unit": unit}
        found.append(tuple(values.get(column) for column in columns("figures")))
    articles = pd.DataFrame({"article_id": list(texts), "text": list(texts.values())})
    articles["outlet"] = "Blatt " + articles["article_id"]
    return Corpus(complete(articles), figures=frame("figures", found))


A = ("a", "Am Hafen von Kiel streikten [300 Arbeiter].", "count", 300, "exactly", "Arbeiter", None)


def compared(*rows):
    return quantities.compare(corpus(*rows))


VERDICTS = [
    ("same", claim(30), claim(30), "agree"),
    ("same bound", claim(30, "more than"), claim(30, "more than"), "agree"),
    ("same range", claim(20, "between", 30), claim(20, "between", 30), "agree"),
    ("more than and above", claim(30, "more than"), claim(35), "compatible"),
    ("more than and equal", claim(30, "more than"), claim(30), "contradict"),
    ("more than and below", claim(30, "more than"), claim(26), "contradict"),
    ("at least and equal", claim(30, "at least"), claim(30), "compatible"),
    ("at most and above", claim(30, "at most"), claim(31), "contradict"),
    ("about and near", claim(30, "about"), claim(32), "compatible"),
    ("about and far", claim(30, "about"), claim(40), "contradict"),
    ("about and more than", claim(30, "about"), claim(30, "more than"), "compatible"),
    ("range and inside", claim(20, "between", 30), claim(25), "compatible"),
    ("range and outside", claim(20, "between", 30), claim(35), "contradict"),
    ("ranges that overlap", claim(20, "between", 30), claim(25, "between", 40), "compatible"),
    ("less than and more than", claim(30, "less than"), claim(40, "more than"), "contradict"),
    ("exact and exact", claim(26), claim(35), "contradict"),
    ("tens are not rounded", claim(30), claim(26), "contradict"),
    ("rounded millions", claim(1_200_000), claim(1_234_567), "compatible"),
    ("wrongly rounded", claim(1_300_000), claim(1_234_567), "contradict"),
]


@pytest.mark.parametrize(("a", "b", "verdict"), [pytest.param(*row[1:], id=row[0]) for row in VERDICTS])
def test_verdict(a, b, verdict):
    assert quantities.verdict(a, b) == quantities.verdict(b, a) == verdict


CLAIMS = st.builds(
    claim,
    st.integers(-50, 10_000),
    st.sampled_from(["exactly", "about", "more than", "less than", "at least", "at most"]),
)


@given(CLAIMS, CLAIMS)
def test_a_verdict_does_not_depend_on_the_order(a, b):
    assert quantities.verdict(a, b) == quantities.verdict(b, a) in quantities.VERDICTS
    assert quantities.verdict(a, a) == "agree"


def test_one_quantity_in_two_articles_is_one_row():
    (row,) = compared(
        A, ("b", "In Kiel waren es am Hafen [400 Arbeiter].", "count", 400, "exactly", "Arbeiter", None)
    ).itertuples()
    assert (row.quantity, row.article_a, row.article_b, row.verdict) == ("Arbeiter", "a", "b", "contradict")
    assert (row.value_a, row.value_b, row.text_a, row.outlet_b) == (300, 400, "300 Arbeiter", "Blatt b")
    assert row.sentence_b == "In Kiel waren es am Hafen 400 Arbeiter."
    assert set(row.topic.split(", ")) == {"Hafen", "Kiel"}
    assert row.ratio == pytest.approx(4 / 3)


@pytest.mark.parametrize(
    ("why", "other"),
    [
        ("another noun", ("b", "Am Hafen von Kiel lagen [300 Schiffe].", "count", 300, "exactly", "Schiffe", None)),
        ("another topic", ("b", "In Graz bauten [300 Arbeiter] Tische.", "count", 300, "exactly", "Arbeiter", None)),
        (
            "the same article",
            ("a", "Am Hafen von Kiel waren [500 Arbeiter].", "count", 500, "exactly", "Arbeiter", None),
        ),
        ("another kind", ("b", "Am Hafen von Kiel sind [3 Prozent].", "percent", 3, "exactly", "Arbeiter", "%")),
    ],
)
def test_what_is_not_the_same_quantity(why, other):
    assert compared(A, other).empty, why


def test_inflected_and_synonymous_nouns_meet():
    out = compared(
        ("a", "Beim Treffen in Genf sind [35 Länder] vertreten.", "count", 35, "exactly", "Länder", None),
        ("b", "Zum Treffen in Genf kamen Vertreter aus [35 Staaten].", "count", 35, "exactly", "Staaten", None),
        ("c", "Ein Treffen in Genf mit [35 Ländern] begann.", "count", 35, "exactly", "Ländern", None),
    )
    assert out["verdict"].tolist() == ["agree"] * 3
    assert set(out["quantity"]) == {"Land"}


def test_a_figure_with_its_match_is_not_set_against_another_count_of_the_noun():
    out = compared(
        ("a", "Beim Treffen in Genf sagten [26 Länder] zu.", "count", 26, "exactly", "Länder", None),
        ("b", "Beim Treffen in Genf sagten [26 Länder] zu.", "count", 26, "exactly", "Länder", None),
        ("b", "Beim Treffen in Genf sitzen [35 Länder].", "count", 35, "exactly", "Länder", None),
    )
    assert out[["value_a", "value_b", "verdict"]].values.tolist() == [[26, 26, "agree"]]


def test_money_is_compared_by_unit_where_nothing_is_counted():
    out = compared(
        ("a", "Die neue Brücke über die Elbe kostet [5 Millionen Euro].", "money", 5e6, "exactly", None, "EUR"),
        ("b", "Die Brücke über die Elbe kostet [mehr als 4 Millionen Euro].", "money", 4e6, "more than", None, "EUR"),
        ("b", "Das Freibad in Ulm braucht [6 Millionen Euro].", "money", 6e6, "exactly", None, "EUR"),
    )
    assert out[["quantity", "value_b", "verdict"]].values.tolist() == [["EUR", 4e6, "compatible"]]


def test_contradictions_come_first_and_an_empty_corpus_gives_an_empty_table():
    b = ("b", "Am Hafen von Kiel waren [300 Arbeiter].", "count", 300, "exactly", "Arbeiter", None)
    c = ("c", "Am Hafen von Kiel waren [90 Arbeiter].", "count", 90, "exactly", "Arbeiter", None)
    full = compared(A, b, c)
    assert full["verdict"].tolist() == ["contradict", "contradict", "agree"]
    empty = quantities.compare(corpus(A))
    assert empty.empty and empty.dtypes.tolist() == full.dtypes.tolist()
    assert list(empty) == quantities.COLUMNS


@pytest.mark.parametrize(
    ("text", "inside", "expected"),
    [
        ("Eins. Es sind 30 Tage. Drei.", "30", " Es sind 30 Tage."),
        ("Titel\nEs sind 30", "30", "Es sind 30"),
        ("Es regnet. Rund 30 Boote kamen.", "Rund 30", " Rund 30 Boote kamen."),
        ("Es sind 1.500 und 30 Tage.", "30", "Es sind 1.500 und 30 Tage."),
    ],
)
def test_sentence(text, inside, expected):
    first, last = quantities.sentence(text, text.index(inside), text.index(inside) + len(inside))
    assert text[first:last] == expected


STRIKE = "Am Hafen von Kiel streikten [{}]."


def test_claims_on_one_quantity_stand_in_one_block():
    found = compared(
        A,
        ("b", STRIKE.format("mehr als 200 Arbeiter"), "count", 200, "more than", "Arbeiter", None),
        ("c", STRIKE.format("300 Arbeiter"), "count", 300, "exactly", "Arbeiter", None),
        ("b", "Der Turm in Jena misst [40 m].", "measure", 40, "exactly", None, "m"),
        ("c", "Der Turm in Jena misst [41 m].", "measure", 41, "exactly", None, "m"),
    )
    rows = quantities.blocks(found)
    assert rows["text"].tolist() == ["mehr als 200 Arbeiter", "300 Arbeiter", "300 Arbeiter", "40 m", "41 m"]
    assert rows["source"].tolist() == ["Blatt b", "Blatt a", "Blatt c", "Blatt b", "Blatt c"]
    assert rows["quantity"].nunique() == 2 and rows["quantity"].iloc[0].startswith("Arbeiter: ")


def test_no_pairs_give_no_blocks():
    empty = quantities.blocks(compared(A))
    assert empty.empty and empty.columns.tolist() == ["quantity", "source", "value", "value_to", "bound", "text"]
