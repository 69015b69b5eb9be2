"""The country × measure table: what a cell shows, whom it counts, and what is a change rather than a contradiction."""

import pandas as pd
import pytest

from helpers.commitments import evidence, matrix, pivot
from helpers.commitments.matrix import CELLS, EVIDENCE
from helpers.tables import frame


def table(*statements):
    """A commitments table from (article, country, measure, stance[, actor]) tuples."""
    rows = []
    for number, (article, country, measure, stance, *actor) in enumerate(statements):
        name = actor[0] if actor else str(country)
        rows.append((article, number * 10, number * 10 + 5, "Beleg", name, country, measure, stance,
                     None, None, None, None, None))  # fmt: skip
    return frame("commitments", rows)


def dated(**days):
    return pd.DataFrame({
        "article_id": list(days),
        "outlet": [f"Blatt {name}" for name in days],
        "published": pd.to_datetime(list(days.values())),
    })  # fmt: skip


def cell(cells, country="FRA", measure="troops"):
    found = cells[(cells["country"] == country) & (cells["measure"] == measure)]
    assert len(found) == 1
    return found.iloc[0]


def test_one_row_per_country_and_measure_sorted_as_the_lexicon_orders_measures():
    cells = matrix(table(
        ("a", "POL", "sanctions", "pledged"), ("a", "FRA", "sanctions", "pledged"), ("a", "FRA", "troops", "willing"),
        ("b", "FRA", "troops", "willing"),
    ))  # fmt: skip
    assert list(zip(cells["country"], cells["measure"], strict=True)) == [
        ("FRA", "troops"), ("FRA", "sanctions"), ("POL", "sanctions"),
    ]  # fmt: skip
    assert cell(cells)["articles"] == 2
    assert cell(cells)["class"] == "military"


@pytest.mark.parametrize(("stances", "shown"), [
    (["considering", "pledged"], "pledged"),
    (["pledged", "delivered"], "delivered"),
    (["delivered", "withdrawn"], "withdrawn"),
    (["requested", "considering"], "considering"),
    (["willing", "ruled out"], "ruled out"),
])  # fmt: skip
def test_one_article_shows_its_strongest_stance_and_keeps_all(stances, shown):
    found = cell(matrix(table(*[("a", "FRA", "troops", stance) for stance in stances])))
    assert found["stance"] == shown
    assert set(found["stances"].split("; ")) == set(stances)
    assert not found["disagree"]


def test_opposite_sides_on_one_day_disagree():
    rows = table(("a", "FRA", "troops", "pledged"), ("b", "FRA", "troops", "ruled out"))
    found = cell(matrix(rows, dated(a="2025-09-04 08:00", b="2025-09-04 20:00")))
    assert found["disagree"] and not found["changed"]


def test_opposite_sides_without_dates_disagree():
    found = cell(matrix(table(("a", "FRA", "troops", "pledged"), ("b", "FRA", "troops", "ruled out"))))
    assert found["disagree"] and not found["changed"]


def test_a_later_refusal_is_a_change_not_a_contradiction():
    rows = table(("a", "FRA", "troops", "pledged"), ("b", "FRA", "troops", "ruled out"))
    found = cell(matrix(rows, dated(a="2025-09-04", b="2025-09-11")))
    assert (found["stance"], found["before"]) == ("ruled out", "pledged")
    assert found["changed"] and not found["disagree"]


def test_a_later_promise_replaces_a_refusal_though_it_is_said_in_fewer_articles():
    rows = table(("a", "FRA", "troops", "ruled out"), ("b", "FRA", "troops", "ruled out"),
                 ("c", "FRA", "troops", "pledged"))  # fmt: skip
    found = cell(matrix(rows, dated(a="2025-09-01", b="2025-09-02", c="2025-09-09")))
    assert (found["stance"], found["before"]) == ("pledged", "ruled out")


def test_sides_that_alternate_in_time_disagree():
    rows = table(("a", "FRA", "troops", "pledged"), ("b", "FRA", "troops", "ruled out"),
                 ("c", "FRA", "troops", "pledged"))  # fmt: skip
    found = cell(matrix(rows, dated(a="2025-09-01", b="2025-09-02", c="2025-09-03")))
    assert found["disagree"] and not found["changed"]


def test_a_firmer_word_later_is_a_change():
    rows = table(("a", "FRA", "troops", "considering"), ("b", "FRA", "troops", "pledged"))
    found = cell(matrix(rows, dated(a="2025-09-01", b="2025-09-02")))
    assert (found["stance"], found["before"]) == ("pledged", "considering")


def test_a_looser_word_later_does_not_take_the_firm_one_back():
    rows = table(("a", "FRA", "troops", "delivered"), ("b", "FRA", "troops", "considering"))
    found = cell(matrix(rows, dated(a="2025-09-01", b="2025-09-02")))
    assert found["stance"] == "delivered"
    assert not found["changed"]


def test_outlets_are_counted_once_each():
    rows = table(*[(article, "FRA", "troops", "pledged") for article in "abc"])
    articles = pd.DataFrame({"article_id": ["a", "b", "c"], "outlet": ["Blatt", "Blatt", None]})
    found = cell(matrix(rows, articles))
    assert (found["articles"], found["outlets"]) == (3, 1)


def test_unknown_outlets_are_missing_not_zero():
    assert pd.isna(cell(matrix(table(("a", "FRA", "troops", "pledged"))))["outlets"])


def test_evidence_column_points_at_the_rows():
    rows = table(("a", "POL", "troops", "pledged"), ("a", "FRA", "troops", "pledged"),
                 ("b", "FRA", "troops", "willing"))  # fmt: skip
    labels = cell(matrix(rows))["evidence"]
    assert set(rows.loc[labels, "country"]) == {"FRA"}
    assert len(labels) == 2


def test_unnamed_groups_only_when_asked():
    rows = table(("a", None, "troops", "willing", "26 Länder"), ("a", None, "troops", "willing", "einige Partner"),
                 ("a", "FRA", "troops", "willing"))  # fmt: skip
    assert list(matrix(rows)["country"]) == ["FRA"]
    with_groups = matrix(rows, groups=True)
    assert list(with_groups["actor"]) == ["FRA", "26 Länder", "einige Partner"]
    assert list(pivot(with_groups).index) == ["26 Länder", "FRA", "einige Partner"]


def test_pivot_has_a_country_a_row_and_missing_where_nothing_was_said():
    wide = pivot(matrix(table(("a", "FRA", "sanctions", "pledged"), ("a", "POL", "troops", "ruled out"))))
    assert list(wide.columns) == ["troops", "sanctions"]
    assert wide.loc["POL", "troops"] == "ruled out"
    assert pd.isna(wide.loc["POL", "sanctions"])


def test_empty_table_gives_the_same_columns():
    empty = matrix(frame("commitments", []))
    assert len(empty) == 0
    assert {name: str(dtype) for name, dtype in empty.dtypes.items()} == CELLS
    assert pivot(empty).empty
    assert list(evidence(frame("commitments", [])).columns) == list(EVIDENCE)


def test_filled_and_empty_tables_have_the_same_dtypes():
    full = matrix(table(("a", "FRA", "troops", "pledged")), dated(a="2025-09-04"))
    assert full.dtypes.equals(matrix(frame("commitments", [])).dtypes)


def test_row_order_does_not_matter():
    rows = table(("b", "FRA", "troops", "pledged", "Paris"), ("a", "FRA", "troops", "ruled out", "Frankreich"),
                 ("a", "DEU", "weapons", "delivered"))  # fmt: skip
    columns = [name for name in CELLS if name != "evidence"]
    pd.testing.assert_frame_equal(matrix(rows)[columns], matrix(rows.iloc[::-1])[columns])


def test_evidence_is_an_appendix_by_country_measure_and_date():
    rows = table(("b", "FRA", "troops", "pledged"), ("a", "FRA", "troops", "considering"),
                 ("a", None, "troops", "willing"), ("a", "DEU", "sanctions", "pledged"),
                 ("a", "DEU", "troops", "pledged"))  # fmt: skip
    appendix = evidence(rows, dated(a="2025-09-01", b="2025-09-02"))
    assert list(appendix["country"].fillna("")) == ["DEU", "DEU", "FRA", "FRA", ""]
    assert list(appendix["measure"])[:2] == ["troops", "sanctions"]
    assert list(appendix["stance"])[2:4] == ["considering", "pledged"]
    assert appendix["outlet"].iloc[0] == "Blatt a"


def test_the_input_is_left_alone():
    rows = table(("a", "FRA", "troops", "pledged"))
    before = rows.copy()
    matrix(rows, dated(a="2025-09-01"))
    evidence(rows, dated(a="2025-09-01"))
    pd.testing.assert_frame_equal(rows, before)


def test_another_table_is_refused_by_name_of_the_missing_column():
    with pytest.raises(KeyError, match="stance"):
        matrix(table(("a", "FRA", "troops", "pledged")).drop(columns="stance"))


def stories(**of):
    return pd.DataFrame({"article_id": list(of), "story": list(of.values())})


def test_agency_copies_are_one_independent_source():
    said = table(*[(article, "FRA", "troops", "pledged") for article in "abc"])
    articles = dated(a="2024-01-01", b="2024-01-01", c="2024-01-02")
    found = cell(matrix(said, articles, stories=stories(a=1, b=1, c=2)))
    assert (found["articles"], found["outlets"], found["independent"]) == (3, 3, 2)


def test_an_outlet_with_several_stories_is_one_independent_source():
    said = table(*[(article, "FRA", "troops", "pledged") for article in "ab"])
    articles = dated(a="2024-01-01", b="2024-01-01").assign(outlet="Blatt")
    assert cell(matrix(said, articles, stories=stories(a=1, b=2)))["independent"] == 1


def test_an_article_without_a_story_stands_for_itself():
    said = table(*[(article, "FRA", "troops", "pledged") for article in "abc"])
    assert cell(matrix(said, stories=stories(a=1, b=1)))["independent"] == 2


def test_independent_is_missing_where_nobody_looked_for_copies():
    assert pd.isna(cell(matrix(table(("a", "FRA", "troops", "pledged"))))["independent"])


def test_a_table_that_is_not_of_stories_is_refused():
    with pytest.raises(KeyError, match="no column story"):
        matrix(table(("a", "FRA", "troops", "pledged")), stories=pd.DataFrame({"article_id": ["a"]}))
