import pandas as pd
import pytest

from helpers import mentions
from helpers.tables import Corpus, frame

TEXTS = {
    "a": "Rau traf Olsen. Rau lobte Norwegen.\nDie norwegische Seite schwieg.",
    "b": "Olsen reist ab.",
    "c": "Norwegen wartet auf Rau",
}
NAMES = {
    "Rau": ("Gesine Rau", "person", "DEU"), "Olsen": ("Nils Olsen", "person", "NOR"),
    "Norwegen": ("Norwegen", "country", "NOR"), "norwegische": ("Norwegen", "nationality", "NOR"),
}  # fmt: skip


@pytest.fixture
def corpus() -> Corpus:
    articles = pd.DataFrame({
        "article_id": list(TEXTS), "outlet": ["Fjordblatt", None, "Fjordblatt"], "text": list(TEXTS.values()),
        "published": pd.to_datetime(["2024-05-01 08:00", "2024-05-02 09:00", None]),
    }).astype({"article_id": "string", "outlet": "string", "text": "string"})  # fmt: skip
    found = [
        (article, start, start + len(name), name, *NAMES[name])
        for article, text in TEXTS.items()
        for name in NAMES
        for start in range(len(text))
        if text.startswith(name, start)
    ]
    return Corpus(articles, entities=frame("entities", sorted(found)))


@pytest.fixture
def stories() -> pd.DataFrame:
    return pd.DataFrame(
        {"article_id": ["a", "b", "c"], "story": [1, 2, 1], "size": [2, 1, 2], "weight": [0.5, 1.0, 0.5]}
    )


def cell(table: pd.DataFrame, column: str, **where):
    for name, value in where.items():
        table = table[table[name].isna() if value is None else table[name] == value]
    assert len(table) == 1, table
    return table[column].iloc[0]


def test_mentions_are_counted_per_article(corpus):
    table = mentions.count(corpus)
    assert list(table.columns) == ["entity", "kind", "article", "mentions", "per_1000_words", "articles"]
    assert cell(table, "mentions", entity="Gesine Rau", article="a") == 2
    assert cell(table, "per_1000_words", entity="Gesine Rau", article="a") == pytest.approx(2 / 10 * 1000)
    assert table["mentions"].sum() == len(corpus.entities)


def test_mentions_per_outlet_are_measured_by_all_its_words(corpus):
    table = mentions.count(corpus, by="outlet")
    assert cell(table, "per_1000_words", entity="Gesine Rau", outlet="Fjordblatt") == pytest.approx(3 / 14 * 1000)
    assert cell(table, "articles", entity="Gesine Rau", outlet="Fjordblatt") == 2
    assert cell(table, "mentions", entity="Nils Olsen", outlet=None) == 1


def test_mentions_per_day_are_in_order_of_time(corpus):
    table = mentions.count(corpus, by="day")
    assert table["day"].dropna().is_monotonic_increasing
    assert cell(table, "mentions", entity="Nils Olsen", day=pd.Timestamp("2024-05-02")) == 1


def test_nationality_is_a_row_of_its_own_unless_folded(corpus):
    apart = mentions.count(corpus, by=None)
    assert cell(apart, "mentions", entity="Norwegen", kind="country") == 2
    assert cell(apart, "mentions", entity="Norwegen", kind="nationality") == 1
    folded = mentions.count(corpus, by=None, fold_nationality=True)
    assert cell(folded, "mentions", entity="Norwegen") == 3


@pytest.mark.parametrize(
    ("kind", "entities"),
    [("person", {"Gesine Rau", "Nils Olsen"}), (["country", "nationality"], {"Norwegen"}), (["place"], set())],
)
def test_one_kind_or_several(corpus, kind, entities):
    assert set(mentions.count(corpus, kind=kind)["entity"]) == entities


def test_a_story_told_twice_counts_once(corpus, stories):
    table = mentions.count(corpus, by=None, stories=stories)
    assert cell(table, "story_mentions", entity="Gesine Rau") == pytest.approx(0.5 * 2 + 0.5 * 1)
    assert cell(table, "stories", entity="Gesine Rau") == 1
    assert cell(table, "stories", entity="Nils Olsen") == 2


def test_who_appears_with_whom_in_an_article(corpus):
    table = mentions.together(corpus)
    assert (table["entity_a"] < table["entity_b"]).all()
    assert cell(table, "together", entity_a="Gesine Rau", entity_b="Norwegen") == 2
    assert cell(table, "lift", entity_a="Gesine Rau", entity_b="Norwegen") == pytest.approx(2 * 3 / (2 * 2))
    assert cell(table, "together", entity_a="Gesine Rau", entity_b="Nils Olsen") == 1


def test_who_appears_with_whom_in_a_paragraph(corpus):
    table = mentions.together(corpus, within="paragraph", fold_nationality=False)
    assert cell(table, "together", entity_a="Gesine Rau", entity_b="Norwegen") == 2
    assert table["together"].sum() == 4  # three pairs in the first line of a, one in c


def test_appearing_together_counts_stories_once(corpus, stories):
    table = mentions.together(corpus, stories=stories)
    assert cell(table, "stories", entity_a="Gesine Rau", entity_b="Norwegen") == 1


@pytest.mark.parametrize("by", ["article", "outlet", "day", None])
def test_no_mentions_give_an_empty_table_of_the_same_shape(corpus, stories, by):
    full = mentions.count(corpus, by, stories=stories)
    empty = mentions.count(Corpus(corpus.articles), by, stories=stories)
    assert empty.empty and list(empty.dtypes) == list(full.dtypes) and list(empty.columns) == list(full.columns)


@pytest.mark.parametrize("within", ["article", "paragraph"])
def test_nobody_together_gives_an_empty_table_of_the_same_shape(corpus, within):
    full = mentions.together(corpus, within=within)
    for nothing in (Corpus(corpus.articles), Corpus(corpus.articles.iloc[:0])):
        empty = mentions.together(nothing, within=within)
        assert empty.empty and list(empty.dtypes) == list(full.dtypes) and list(empty.columns) == list(full.columns)


def test_articles_without_outlet_or_date_columns(corpus):
    bare = Corpus(corpus.articles[["article_id", "text"]], entities=corpus.entities)
    assert mentions.count(bare, "outlet")["outlet"].isna().all()
    assert mentions.count(bare, "day")["day"].isna().all()


def test_an_unknown_grouping_is_refused(corpus):
    with pytest.raises(ValueError, match="article, outlet, day"):
        mentions.count(corpus, by="author")
    with pytest.raises(ValueError, match="paragraph"):
        mentions.together(corpus, within="page")
