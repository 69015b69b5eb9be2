"""mentions.wide: names down, outlets across."""

import pandas as pd

from helpers import mentions

COUNTS = pd.DataFrame(
    [("Rom", "place", "B", 1, 2.0), ("Anna Vogt", "person", "A", 4, 8.0), ("Rom", "place", "A", 3, 6.0),
     ("Anna Vogt", "person", "B", 1, 3.0), ("Ems", "place", "C", 1, 9.0), ("Ems", "place", None, 1, 1.0)],
    columns=["entity", "kind", "outlet", "mentions", "per_1000_words"],
)  # fmt: skip


def test_names_stand_by_mentions_and_outlets_by_name():
    table = mentions.wide(COUNTS)
    assert table.index.tolist() == [("Anna Vogt", "person"), ("Rom", "place"), ("Ems", "place")]
    assert table.columns.tolist() == ["A", "B", "C"]
    assert table.loc[("Anna Vogt", "person")].tolist() == [8.0, 3.0, 0.0]


def test_only_the_outlets_that_name_most_are_shown():
    assert mentions.wide(COUNTS, top=1).columns.tolist() == ["A"]
    assert mentions.wide(COUNTS, top=1, values="mentions")["A"].tolist() == [4, 3, 0]


def test_no_mentions_give_an_empty_table():
    assert mentions.wide(COUNTS.iloc[:0]).empty
