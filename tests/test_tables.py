"""finds → tables: columns from the dataclasses, dtypes kept when empty, offsets, Parquet and back."""

import datetime as dt

import pandas as pd
import pandera.errors
import pytest
from spacy.tokens import Span

from helpers.finds import Commitment, Entity, Figure, Quote, fill, finds
from helpers.tables import FINDS, Corpus, columns, complete, frame, rows, validate

TEXT = "Norwegen liefert zehn Busse, sagte Ministerin Dahl am Montag."
CONTRACT = {
    "entities": "article_id start end text entity kind country",
    "quotes": "article_id start end text kind speaker speaker_start speaker_end speaker_entity "
    "cue cue_start cue_end rule",
    "figures": "article_id start end text kind value value_to bound unit counted date_from date_to speaker_entity",
    "commitments": "article_id start end text actor country measure stance condition amount unit "
    "speaker_entity beneficiary",
}


@pytest.fixture
def doc(nlp):
    return nlp.make_doc(TEXT)


def span(doc, words: str) -> Span:
    start = doc.text.index(words)
    return doc.char_span(start, start + len(words))


def test_every_table_has_the_columns_of_the_contract():
    assert {name: " ".join(columns(name)) for name in FINDS} == CONTRACT


@pytest.mark.parametrize("table", FINDS)
def test_an_empty_table_has_the_columns_and_dtypes_of_a_full_one(table, doc):
    examples = {
        "entities": Entity(span(doc, "Norwegen"), "Norwegen", "country", "NOR"),
        "quotes": Quote(span(doc, "Norwegen liefert zehn Busse"), "indirect", span(doc, "Dahl"), "Dahl", rule="x"),
        "figures": Figure(span(doc, "am Montag"), "date", bound=None, date_from=dt.date(2024, 1, 1)),
        "commitments": Commitment(span(doc, "Norwegen liefert zehn Busse"), "Norwegen", "NOR", "logistics", "pledged"),
    }
    fill(doc, table, [examples[table]])
    full = frame(table, [("a", *row) for row in rows(doc)[table]])
    empty = frame(table, [])
    assert len(full) == 1
    assert empty.dtypes.equals(full.dtypes)
    validate(table, full)
    validate(table, empty)


def test_a_span_becomes_text_and_offsets_and_none_becomes_na(doc):
    fill(doc, "quotes", [Quote(span(doc, "Norwegen liefert zehn Busse"), "indirect", span(doc, "Ministerin Dahl"))])
    row = frame("quotes", [("a", *row) for row in rows(doc)["quotes"]]).iloc[0]
    assert TEXT[row.start : row.end] == row.text == "Norwegen liefert zehn Busse"
    assert TEXT[row.speaker_start : row.speaker_end] == row.speaker == "Ministerin Dahl"
    assert row.cue is pd.NA and row.cue_start is pd.NA and row.speaker_entity is pd.NA


def test_finds_are_kept_in_reading_order_and_marked_for_display(doc):
    late, early = (Entity(span(doc, w), w, "person") for w in ("Dahl", "Norwegen"))
    fill(doc, "entities", [late, early])
    assert finds(doc, "entities") == (early, late)
    assert [(s.text, s.label_) for s in doc.spans["entities"]] == [("Norwegen", "person"), ("Dahl", "person")]


@pytest.mark.parametrize(
    ("column", "value"),
    [("kind", "rumour"), ("start", 99), ("text", pd.NA)],
    ids=["kind", "start after end", "no text"],
)
def test_a_row_that_breaks_the_contract_is_named(column, value, doc):
    fill(doc, "quotes", [Quote(span(doc, "Norwegen liefert"), "indirect")])
    table = frame("quotes", [("a", *row) for row in rows(doc)["quotes"]])
    table.loc[0, column] = value
    with pytest.raises(pandera.errors.SchemaError, match=f"{column}|start before end"):
        validate("quotes", table)


def test_articles_lack_no_column_and_lose_none():
    articles = complete(pd.DataFrame({"article_id": ["a"], "text": ["Ein Satz."], "desk": ["Ausland"]}))
    assert list(articles) == ["article_id", "outlet", "title", "published", "url", "text", "removed", "desk"]
    assert articles.loc[0, "outlet"] is pd.NA and articles.loc[0, "published"] is pd.NaT
    assert articles.loc[0, "removed"] == [] and articles.loc[0, "desk"] == "Ausland"


def test_a_corpus_comes_back_from_parquet_as_it_was(doc, tmp_path):
    fill(doc, "figures", [Figure(span(doc, "zehn Busse"), "count", 10.0, counted="Busse")])
    articles = complete(pd.DataFrame({"article_id": ["a"], "text": [TEXT], "removed": [["Werbung"]]}))
    corpus = Corpus(articles, figures=frame("figures", [("a", *row) for row in rows(doc)["figures"]]))
    again = Corpus.load(corpus.save(tmp_path / "kept"))
    for name, table in corpus.tables().items():
        if name == "articles":
            assert [list(r) for r in again.articles.removed] == [["Werbung"]]
            table, other = table.drop(columns="removed"), again.articles.drop(columns="removed")
        else:
            other = getattr(again, name)
        pd.testing.assert_frame_equal(other, table)


def test_a_missing_table_is_named(tmp_path):
    Corpus(complete(pd.DataFrame({"article_id": ["a"], "text": ["x"]}))).save(tmp_path)
    (tmp_path / "quotes.parquet").unlink()
    with pytest.raises(FileNotFoundError, match="quotes.parquet"):
        Corpus.load(tmp_path)
