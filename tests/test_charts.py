import os
import re
import subprocess
import sys
from pathlib import Path

import matplotlib.image
import matplotlib.text
import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Polygon, Rectangle
from matplotlib.text import Annotation

from helpers import charts
from helpers.charts import labels
from helpers.charts.grids import MOST
from helpers.charts.stances import SIGNS
from helpers.charts.style import PAPER, WIDTHS, breadth, level, printable, wrap

LONG = "Arbeitsgemeinschaft der öffentlich-rechtlichen Binnenschifffahrtsverwaltungen am Oberrhein"


def similarity(n: int) -> pd.DataFrame:
    draw = np.random.default_rng(n).random((n, 3))
    draw /= np.linalg.norm(draw, axis=1, keepdims=True)
    names = [f"{LONG if at % 7 == 3 else 'Blatt'} {at}" for at in range(n)]
    return pd.DataFrame(draw @ draw.T, index=names, columns=names)


def counts(outlets: int, names: int) -> pd.DataFrame:
    rows = [
        (LONG if at == 2 else f"Name {at:02}", kind, f"Blatt {outlet}", (at + 1) * (outlet + 1), 0.5 * (at + 1), 1)
        for outlet in range(outlets)
        for at in range(names)
        for kind in (("country", "nationality") if at % 2 else ("person",))
    ]
    return pd.DataFrame(rows, columns=["entity", "kind", "outlet", "mentions", "per_1000_words", "articles"])


def together(n: int) -> pd.DataFrame:
    rows = [(f"Name {a:02}", f"Name {b:02}", 1 + a + b, 1, 1.0) for b in range(n) for a in range(b)]
    return pd.DataFrame(rows, columns=["entity_a", "entity_b", "together", "articles", "lift"])


def cells(*rows) -> pd.DataFrame:
    columns = ["country", "actor", "measure", "stance", "articles", "outlets", "disagree", "changed"]
    return pd.DataFrame(rows, columns=columns).astype({"outlets": "Int64", "disagree": bool, "changed": bool})


def many_cells(states: int, measures: int) -> pd.DataFrame:
    codes = ["DEU", "FRA", "GBR", "USA", "POL", "ITA", "EU", "NLD", "DNK", "SWE", "NOR", "FIN", "ESP", "CAN", "JPN"]
    stances = list(SIGNS)
    rows = [
        (codes[s] if s < 15 else None, f"Gruppe {s} {LONG}", name, stances[(s + m) % 7], 3, 2, s % 5 == 0, m % 4 == 0)
        for s in range(states)
        for m, name in enumerate(list(labels.MEASURES_DE)[:measures])
        if (s + m) % 3 or m == 0
    ]
    return cells(*rows)


def speakers(outlets: int, names: int) -> pd.DataFrame:
    rows = [
        (f"Name {n:02}", f"Blatt {o}", 10 * n + o, 5 * n + 1, 1, 1, 1) for o in range(outlets) for n in range(names)
    ]
    columns = ["speaker", "outlet", "direct_words", "indirect_words", "direct_quotes", "indirect_quotes", "articles"]
    return pd.DataFrame(rows, columns=columns)


def quantities(n: int) -> pd.DataFrame:
    rows = [
        (
            f"Boote {LONG if q == 1 else q}",
            f"Blatt {s}",
            30.0 + s,
            40.0 if s == 2 else None,
            bound,
            f"{bound} {30 + s} Boote",
        )
        for q in range(n)
        for s, bound in enumerate(["exactly", "about", "between", "more than", "at most"])
    ]
    return pd.DataFrame(rows, columns=["quantity", "source", "value", "value_to", "bound", "text"])


def stories(n: int) -> pd.DataFrame:
    return pd.DataFrame({"article_id": [f"artikel {at}" for at in range(n)], "story": [at // 3 + 1 for at in range(n)]})


SOME = {
    "heatmap": [similarity(n) for n in (1, 2, 5, 12, 60)],
    "together": [together(n) for n in (2, 5, 40)],
    "matrix": [many_cells(1, 1), many_cells(6, 4), many_cells(45, 13)],
    "mentions": [counts(1, 1), counts(2, 6), counts(7, 40)],
    "speakers": [speakers(1, 1), speakers(2, 6), speakers(7, 40)],
    "stories": [stories(n) for n in (1, 3, 12, 300)],
    "figures": [quantities(n) for n in (1, 3, 30)],
}
EVERY = [
    pytest.param(name, table, language, width, id=f"{name}-{at}-{language}-{width}")
    for name, tables in SOME.items()
    for at, table in enumerate(tables)
    for language, width in ([("de", "page"), ("en", "column")] if at == len(tables) - 1 else [("en", "page")])
]


@pytest.fixture(autouse=True)
def german(monkeypatch):
    monkeypatch.setenv("HELPERS_LANGUAGE", "de")


def texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.findobj(matplotlib.text.Text) if text.get_text()]


def title(figure: Figure) -> str:
    return " ".join(text.get_text() for text in figure.texts if text.get_weight() == "bold" and text.get_size() == 10)


def cell_at(figure: Figure, column: int, row: int) -> Rectangle:
    patches = [patch for patch in figure.axes[-1].patches if isinstance(patch, Rectangle)]
    return next(p for p in patches if abs(p.get_x() - column) < 0.1 and abs(p.get_y() - row) < 0.1)


# every chart, at every size


@pytest.mark.parametrize(("name", "table", "language", "width"), EVERY)
def test_nothing_is_clipped_and_no_two_texts_overlap(name, table, language, width):
    figure = getattr(charts, name)(table, language=language, width=width)
    assert isinstance(figure, Figure)
    assert figure.get_size_inches()[0] in {WIDTHS[width], WIDTHS["column"]}
    assert labels.SOURCE[language] in texts(figure)
    assert charts.alt_text(figure).startswith(printable(title(figure))[:12])
    renderer = FigureCanvasAgg(figure).get_renderer()
    page = figure.bbox
    boxes = []
    for text in figure.findobj(matplotlib.text.Text):
        if not text.get_text().strip() or not text.get_visible():
            continue
        box = text.get_window_extent(renderer)
        assert box.x0 >= page.x0 - 1 and box.x1 <= page.x1 + 1, f"{text.get_text()!r} leaves the sheet"
        assert box.y0 >= page.y0 - 1 and box.y1 <= page.y1 + 1, f"{text.get_text()!r} leaves the sheet"
        if not text.get_rotation():
            air = box.height * 0.2
            boxes.append((box.x0 + 0.5, box.y0 + air, box.x1 - 0.5, box.y1 - air, text.get_text()))
    for at, (x0, y0, x1, y1, one) in enumerate(boxes):
        for u0, v0, u1, v1, other in boxes[:at]:
            assert x1 <= u0 or u1 <= x0 or y1 <= v0 or v1 <= y0, f"{one!r} lies on {other!r}"


@pytest.mark.parametrize("name", SOME)
def test_an_empty_table_says_so(name):
    figure = getattr(charts, name)(SOME[name][0].iloc[:0], language="en")
    assert title(figure) == "Nothing to show: the table is empty"
    assert not figure.axes


@pytest.mark.parametrize("name", SOME)
def test_the_table_is_left_as_it_was(name):
    table = SOME[name][1].copy()
    getattr(charts, name)(table)
    pd.testing.assert_frame_equal(table, SOME[name][1])


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("heatmap", "24 von 60"),
        ("mentions", "15 von 40"),
        ("figures", "4 von 30"),
        ("stories", "15 von 100"),
        ("matrix", "40 von 45"),
    ],
)
def test_what_is_not_shown_is_said(name, what):
    assert f"Gezeigt: {what}" in " ".join(texts(getattr(charts, name)(SOME[name][-1])))


def test_title_source_and_language_can_be_given():
    figure = charts.mentions(counts(1, 2), title="Mein Satz", source="Quelle: Archiv")
    assert title(figure) == "Mein Satz" and "Quelle: Archiv" in texts(figure)
    with pytest.raises(ValueError, match="en, de"):
        charts.mentions(counts(1, 2), language="fr")
    with pytest.raises(ValueError, match="page, column"):
        charts.mentions(counts(1, 2), width="poster")


def test_no_style_leaks_and_no_figure_stays_open():
    before = dict(matplotlib.rcParams)
    charts.heatmap(similarity(3))
    assert dict(matplotlib.rcParams) == before
    assert "matplotlib.pyplot" not in sys.modules or not sys.modules["matplotlib.pyplot"].get_fignums()


# what each chart shows


def test_heatmap_cells_carry_their_value_and_darken_with_it():
    table = pd.DataFrame([[1, 0.8, 0.1], [0.8, 1, 0.3], [0.1, 0.3, 1]], index=list("abc"), columns=list("abc"))
    figure = charts.heatmap(table)
    assert title(figure) == "Am ähnlichsten: a und b (80 von 100)"
    shown = [text.get_text() for text in figure.axes[0].texts]
    assert shown == ["80", "10", "80", "30", "10", "30"]
    strong, weak = (sum(to_rgb(cell_at(figure, column, 0).get_facecolor())) for column in (1, 2))
    assert strong < weak


@pytest.mark.parametrize(("n", "sentence"), [(1, "Nur ein Text: kein Vergleich möglich"),
                                             (2, "Keine zwei Texte haben ein Wort von Gewicht gemeinsam")])  # fmt: skip
def test_heatmap_of_nothing_alike(n, sentence):
    assert title(charts.heatmap(pd.DataFrame(np.eye(n)))) == sentence


def test_heatmap_rows_can_be_named():
    table = pd.DataFrame([[1, 0.5], [0.5, 1]], index=["a", "b"], columns=["a", "b"])
    assert "Uferpost" in texts(charts.heatmap(table, names={"a": "Uferpost"}))


def test_together_is_a_symmetric_square():
    figure = charts.together(together(4))
    numbers = [text.get_text() for text in figure.axes[0].texts]
    assert sorted(numbers) == sorted(str(1 + a + b) for b in range(4) for a in range(b) for _ in range(2))
    assert title(figure) == "Am häufigsten gemeinsam genannt: Name 02 und Name 03 (6 Artikel)"


def test_the_pair_in_the_title_is_in_the_chart():
    """Forty people of one list stand together once each; the two who meet twice are not among them."""
    table = pd.concat([together(40).assign(together=1), together(2).assign(entity_a="Ada", entity_b="Bo", together=2)])
    figure = charts.together(table)
    assert title(figure) == "Am häufigsten gemeinsam genannt: Ada und Bo (2 Artikel)"
    assert {"Ada", "Bo", "Gezeigt: 2 von 42 Namen."} <= set(texts(figure))


@pytest.mark.parametrize("width", WIDTHS)
def test_an_article_is_not_shown_without_its_twin(width):
    names = [f"{side}{at:02}" for at in range(40) for side in "AB"]
    table = pd.DataFrame(np.kron(np.eye(40), np.full((2, 2), 0.5)), index=names, columns=names)
    for one, other, alike in (("A39", "B39", 0.9), ("A00", "B01", 0.8), ("A01", "B01", 0.7)):
        table.loc[one, other] = table.loc[other, one] = alike
    shown = set(names) & set(texts(charts.heatmap(table, width=width)))
    assert {"A39", "B39", "A00", "B01", "A01"} <= shown and len(shown) in (MOST[width], MOST[width] - 1)
    assert all(name.replace("A", "B") in shown for name in shown if name[0] == "A" and name != "A00")


def test_a_small_grid_fills_its_sheet():
    for n in (2, 5, 12):
        figure = charts.heatmap(similarity(n).rename(lambda name: name[-3:]).rename(lambda name: name[-3:], axis=1))
        axes = figure.axes[0].get_position()
        assert axes.x1 > 0.7, n


def test_a_title_of_two_lines_has_no_lone_last_word():
    first, second = level("Am häufigsten gemeinsam genannt: Anna Vogt und Bela Kranz (5 Artikel)", 400, 10, "bold")
    assert breadth(second, 10, "bold") > 0.6 * breadth(first, 10, "bold")


def test_pairs_that_meet_once_are_not_called_frequent():
    table = pd.DataFrame([("A", "B", 1, 1, 1.0)], columns=together(2).columns)
    assert title(charts.together(table)) == "Keine zwei Namen stehen in mehr als einem Artikel gemeinsam"


def test_rows_that_would_be_cut_to_the_same_keep_their_ends():
    names = [f"{LONG}, {day:02}.09.2025" for day in (3, 4)]
    table = pd.DataFrame([[1, 0.5], [0.5, 1]], index=names, columns=names)
    shown = [text for text in texts(charts.heatmap(table, width="column")) if text.startswith("Arb") and "…" in text]
    assert len(set(shown)) == 2 and all(text.endswith("09.2025") for text in shown)


def test_articles_are_called_by_what_no_other_shares():
    table = pd.DataFrame(
        [
            ("a", "Bote", "2025-09-01", "Ein Titel"),
            ("b", "Blatt", "2025-09-01", "Ein anderer Titel"),
            ("c", "Blatt", "2025-09-02", None),
            ("d", "Post", "2025-09-03", "Wetter"),
            ("e", "Post", "2025-09-03", LONG),
            ("f", None, None, "Lage"),
            ("g", None, None, None),
            ("h", "Markt", "2025-09-03", "Preise"),
            ("i", "Markt", "2025-09-03", "Preise"),
        ],
        columns=["article_id", "outlet", "published", "title"],
    ).assign(published=lambda t: pd.to_datetime(t["published"]))
    called = charts.names(table)
    assert called.is_unique
    assert called["a"] == "Bote"
    assert called[["b", "c"]].tolist() == ["Blatt, 01.09.2025", "Blatt, 02.09.2025"]
    assert called["d"] == "Wetter" and called["e"].endswith("…") and len(called["e"]) <= 60
    assert called[["f", "g", "h", "i"]].tolist() == ["Lage", "g", "h", "i"]


def test_mention_bars_are_as_long_as_their_numbers():
    table = counts(1, 3).assign(mentions=[4, 10, 5, 7])
    figure = charts.mentions(table)
    bars = figure.axes[-1].patches
    assert [bar.get_width() for bar in bars] == [10, 7, 4, 5, 0, 0]  # by name, then as a nationality
    assert [text.get_text() for text in figure.axes[-1].texts] == ["15", "7", "4"]
    assert title(figure).startswith("Am häufigsten genannt: Name 01 (15-mal)")


def test_mentions_of_several_outlets_stand_side_by_side_per_1000_words():
    figure = charts.mentions(counts(3, 2))
    panels = [axes for axes in figure.axes if axes.get_label().startswith("Blatt")]
    assert [axes.get_label() for axes in panels] == ["Blatt 2", "Blatt 1", "Blatt 0"]
    assert len({axes.get_xlim() for axes in panels}) == 1  # one scale
    assert "Nennungen je 1.000 Wörter" in texts(figure)
    table = counts(3, 2).assign(per_1000_words=lambda t: t["mentions"] / 2)
    assert title(charts.mentions(table)) == "Name 01: 2 bis 6 Nennungen je 1.000 Wörter, je nach Medium"


def test_an_outlet_that_is_not_known_is_called_so():
    table = counts(2, 2)
    table.loc[table["outlet"] == "Blatt 0", "outlet"] = None
    assert "ohne Angabe" in texts(charts.mentions(table))


def test_speakers_bars_part_verbatim_from_indirect():
    table = speakers(1, 2).assign(direct_words=[300, 1200], indirect_words=[50, 34])
    figure = charts.speakers(table)
    assert [bar.get_width() for bar in figure.axes[-1].patches] == [1200, 300, 34, 50]
    assert "1.234" in texts(figure)
    assert "1,234" in texts(charts.speakers(table, language="en"))


def test_a_speaker_who_is_only_reported_is_said_to_be():
    figure = charts.speakers(speakers(1, 1).assign(direct_words=0, indirect_words=9))
    assert title(figure) == "Am meisten zitiert: Name 00 mit 9 Wörtern, alle in indirekter Rede"


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (stories(12), "12 Artikel erzählen 4 unabhängige Geschichten"),
        (stories(3), "Alle 3 Artikel erzählen dieselbe Geschichte"),
        (stories(1), "Ein Artikel, eine Geschichte"),
        (stories(3).assign(story=[1, 2, 3]), "Kein Artikel wiederholt einen anderen: 3 Artikel, 3 Geschichten"),
    ],
)
def test_stories_title_is_true(table, sentence):
    assert title(charts.stories(table)) == sentence


def test_story_bars():
    figure = charts.stories(stories(7).assign(story=[1, 1, 1, 2, 2, 3, 4]))
    assert [bar.get_width() for bar in figure.axes[-1].patches][:2] == [3, 2]
    assert "Dazu 2 Artikel, die für sich stehen." in texts(figure)


def test_a_day_that_all_articles_of_a_story_share_stands_once():
    called = [f"{outlet}, {day}" for day in ("04.09.2025", "05.09.2025") for outlet in ("Bote", "Post")]
    table = stories(6).assign(story=[1, 1, 2, 2, 3, 3])
    names = dict(zip(table["article_id"], [called[0], called[1], called[0], called[3], "Wetter", "Lage"], strict=True))
    shown = {"Bote; Post (04.09.2025)", "Bote, 04.09.2025; Post, 05.09.2025", "Wetter; Lage"}
    assert shown <= set(texts(charts.stories(table, names=names)))


def test_matrix_cell_is_stance_as_colour_and_sign_with_its_outlets():
    training = ("NOR", "Oslo", "training", "pledged", 4, 3, False, False)
    weapons = ("NOR", "Oslo", "weapons", "ruled out", 2, None, True, True)
    figure = charts.matrix(cells(training, weapons))
    grid = figure.axes[-1]
    fills = {to_hex(cell_at(figure, column, 0).get_facecolor()) for column in (0, 1)}
    assert fills == {SIGNS["ruled out"][1], SIGNS["pledged"][1]}
    shown = [text.get_text() for text in grid.texts]
    assert {"+", "✘", "3", "2", "↻"} == set(shown)  # 3 outlets; 2 articles where outlets are not known
    assert sum(isinstance(patch, Polygon) for patch in grid.patches if not isinstance(patch, Rectangle)) == 1
    assert "Norwegen" in texts(figure)


def said(country: str | None, stance: str, disagree: bool = False) -> tuple:
    return (country, "acht Länder", "troops", stance, 1, 1, disagree, False)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([said("NOR", "pledged")], "Nur ein Staat: Norwegen. Etwas ist geleistet oder zugesagt"),
        ([said("NOR", "requested")], "Nur ein Staat: Norwegen. Nichts ist geleistet oder zugesagt"),
        ([said("NOR", "delivered"), said("SWE", "willing", disagree=True)],
         "Einer von 2 Staaten hat etwas geleistet oder zugesagt; in einem Feld widersprechen sich die Quellen"),
        ([said(None, "pledged")], "Nur ungenannte Gruppen: keine Zusage eines bestimmten Staates"),
    ],
)  # fmt: skip
def test_matrix_title_is_true(rows, sentence):
    assert title(charts.matrix(cells(*rows))) == sentence


def test_stances_are_told_apart_without_colour():
    assert len({sign for sign, _, _ in SIGNS.values()}) == len(SIGNS)
    for _, fill, ink in SIGNS.values():
        grey = [0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (to_rgb(fill), to_rgb(ink))]
        assert abs(grey[0] - grey[1]) > 0.4


def test_a_measure_and_a_state_nobody_knows_keep_their_names():
    figure = charts.matrix(cells(("XYZ", "x", "planting", "pledged", 1, 1, False, False)))
    assert {"XYZ", "planting"} <= set(texts(figure))


@pytest.mark.parametrize("values", [[30, 26], [30, 30], [2, 30], [-5, 40], [-40, -5], [0, 0]], ids=str)
@pytest.mark.parametrize("bound", ["more than", "at most"])
def test_the_arrow_of_an_open_bound_lies_within_the_axis(values, bound):
    table = pd.DataFrame({"quantity": "Boote", "source": ["A", "B"], "value": values, "text": "x"})
    axes = charts.figures(table.assign(value_to=pd.NA, bound=bound)).axes[0]
    low, high = axes.get_xlim()
    arrows = [text for text in axes.texts if isinstance(text, Annotation)]
    assert len(arrows) == len(set(values))
    assert all(low < arrow.xy[0] < high for arrow in arrows)


def test_figures_mark_bounds():
    figure = charts.figures(quantities(1))
    axes = figure.axes[0]
    marks = [line for line in axes.lines if line.get_marker() == "o"]
    assert [line.get_xdata()[0] for line in marks if len(line.get_xdata()) == 1] == [30, 31, 40, 32, 33, 34]
    hollow = [line.get_xdata()[0] for line in marks if line.get_markerfacecolor() == PAPER]
    assert hollow == [31]  # about
    arrows = [(text.xyann[0], text.xy[0]) for text in axes.texts]
    assert [to > start for start, to in arrows] == [True, False]  # more than 33, at most 34
    assert title(figure) == "Boote 0: Die Quellen nennen verschiedene Werte"


def test_quantities_that_sources_give_differently_come_first():
    columns = ["quantity", "source", "value", "value_to", "bound", "text"]
    same = [("day: Fahrt", source, 3.0, None, "exactly", "drei Tage") for source in "AB"]
    apart = [("EUR: Brücke", source, value, None, "exactly", "Euro") for source, value in (("A", 3.0), ("B", 4.0))]
    figure = charts.figures(pd.DataFrame(same + apart, columns=columns))
    heads = [text.get_text() for text in figure.texts if text.get_weight() == "bold"]
    assert heads[1:] == ["Euro: Brücke", "Tage: Fahrt"]


def test_figures_that_agree_say_so():
    table = quantities(1).assign(value=5.0, value_to=None, bound="exactly")
    assert title(charts.figures(table, language="en")) == "Boote 0: sources agree"


def claims(*rows) -> pd.DataFrame:
    """(quantity, source, value) in the columns of `quantities.blocks`."""
    table = pd.DataFrame(rows, columns=["quantity", "source", "value"])
    return table.assign(value_to=pd.NA, bound="exactly", text=table["value"].map("{} Boote".format))


def test_sources_that_give_the_same_value_share_a_mark_with_their_number():
    rows = [("Boote", source, 30.0) for source in ("Bote", "Post", "Bote")] + [("Boote", "Blatt", 26.0)]
    figure = charts.figures(claims(*rows))
    assert [text.get_text() for text in figure.axes[0].texts] == ["2"]
    assert {"Bote, Post", "Blatt"} <= set(texts(figure))
    assert charts.alt_text(figure).endswith("30.0 Boote (Bote, Post); 26.0 Boote (Blatt)")


def test_sources_that_have_one_value_in_common_do_not_differ():
    """A chain of pairs may join two quantities: whoever gives both contradicts nobody who gives one of them."""
    both = [("Boote", source, value) for source in ("Bote", "Post") for value in (24.0, 76.0)]
    assert title(charts.figures(claims(*both, ("Boote", "Blatt", 76.0)))) == "Boote: Die Quellen stimmen überein"
    assert title(charts.figures(claims(*both, ("Boote", "Blatt", 9.0)))).endswith("verschiedene Werte")


def test_sources_that_do_not_fit_beside_a_figure_are_counted():
    figure = charts.figures(claims(*[("Boote", f"Blatt {at:02}", 30.0) for at in range(40)]), width="column")
    (names,) = [text for text in texts(figure) if text.startswith("Blatt 00")]
    counted = re.search(r"und (\d+)\s+weitere", names)
    assert names.count("Blatt") + int(counted[1]) == 40 and names.count("\n") == 1


def test_a_quantity_with_very_many_values_keeps_those_most_sources_give():
    rows = [("Boote", f"Blatt {at}", float(at)) for at in range(1, 51)] + [("Boote", "Bote", 49.0)]
    figure = charts.figures(claims(*rows, ("Kähne", "Bote", 1.0), ("Kähne", "Post", 2.0)))
    assert figure.get_size_inches()[1] < 8
    assert {"49.0 Boote", "Dazu 30 weitere Angaben zu den gezeigten Größen.", "Gezeigt: 1 von 2 Größen."} <= set(
        texts(figure)
    )


# text


@pytest.mark.parametrize(
    ("value", "decimals", "de", "en"),
    [
        (1234.5, 1, "1.234,5", "1,234.5"),
        (0.25, 2, "0,25", "0.25"),
        (12, 1, "12", "12"),
        (1e6, 0, "1.000.000", "1,000,000"),
    ],
)
def test_numbers_in_both_languages(value, decimals, de, en):
    assert (labels.number(value, "de", decimals), labels.number(value, "en", decimals)) == (de, en)


@pytest.mark.parametrize(
    ("code", "de", "en"),
    [
        ("DEU", "Deutschland", "Germany"),
        ("USA", "USA", "United States"),
        ("EU", "Europäische Union", "European Union"),
        ("XYZ", "XYZ", "XYZ"),
    ],
)
def test_countries_in_both_languages(code, de, en):
    assert (labels.country(code, "de"), labels.country(code, "en")) == (de, en)


def test_wrapped_lines_fit_and_lose_nothing():
    for room in (30, 60, 120):
        lines = wrap(LONG, room)
        assert all(breadth(line) <= room for line in lines)
        assert "".join(lines).replace("-", "").replace(" ", "") == LONG.replace("-", "").replace(" ", "")
    (line,) = wrap(LONG, 80, lines=1)
    assert line.endswith("…") and 70 < breadth(line) <= 80  # the room is used


@pytest.mark.parametrize(
    ("word", "parted"),
    [
        ("Redaktionsnetzwerk", "Redaktions-"),
        ("Wirtschaftsrundschau", "Wirtschafts-"),
        ("Süd-Ost-Zeitung", "Süd-Ost-"),
        ("Depeschenblatt", "Depeschen-"),
        ("Sechsundzwanzig", "Sechsund-"),
        ("Friedensabkommen", "Friedensab-"),
    ],
)
def test_a_word_is_parted_between_syllables(word, parted):
    assert wrap(word, breadth(parted) + 6)[0] == parted


def test_text_no_font_can_print_is_replaced():
    assert printable("Ōsaka 大阪\x00\n\ud800") == "Ōsaka \ufffd\ufffd\ufffd \ufffd"
    assert charts.heatmap(pd.DataFrame(np.eye(2), index=["$x_1$", "大"], columns=["$x_1$", "大"])).canvas is not None


# files


def test_saved_files_and_their_alt_text(tmp_path):
    figure = charts.mentions(counts(1, 3))
    paths = charts.save(figure, "mentions", tmp_path / "new")
    assert [path.name for path in paths] == ["mentions.svg", "mentions.pdf", "mentions.png"]
    svg = paths[0].read_text(encoding="utf-8")
    assert f"<dc:description>{charts.alt_text(figure)}" in svg and "<dc:date>" not in svg
    assert b"CreationDate" not in paths[1].read_bytes()
    height, width = matplotlib.image.imread(paths[2]).shape[:2]
    assert (width, height) == tuple(int(side * 300) for side in figure.get_size_inches())


def test_the_folder_comes_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("REPORTS", str(tmp_path))
    assert charts.save(charts.stories(stories(3)), "s")[0] == tmp_path / "charts" / "s.svg"


@pytest.mark.parametrize("name", ["../x", "a/b", "", ".."])
def test_a_name_that_leaves_the_folder_is_refused(name, tmp_path):
    with pytest.raises(ValueError, match="file name"):
        charts.save(charts.stories(stories(3)), name, tmp_path)


PROGRAM = """
import sys; sys.path[:0] = [{tests!r}, {src!r}]
from test_charts import SOME, charts
for name, tables in SOME.items():
    charts.save(getattr(charts, name)(tables[1]), name, {folder!r})
"""


def test_files_are_the_same_bytes_in_every_process(tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    tests, src = str(Path(__file__).parent), str(Path(charts.__file__).parents[2])
    environment = os.environ | {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"}
    program = PROGRAM.format(tests=tests, src=src, folder=str(there))
    with subprocess.Popen([sys.executable, "-c", program], env=environment) as other:
        for name, tables in SOME.items():
            charts.save(getattr(charts, name)(tables[1]), name, here)
    assert other.returncode == 0
    one, two = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in (here, there))
    assert len(one) == 3 * len(SOME)
    assert one == two


def test_a_notebook_shows_the_picture_with_its_alt_text():
    figure = charts.stories(stories(3))
    data, metadata = figure._repr_mimebundle_()
    assert data["text/plain"] == charts.alt_text(figure) == metadata["image/png"]["alt"]
    assert data["image/png"].startswith("iVBOR")
