"""Grids: which articles are alike, who appears with whom. Small table → Figure."""

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.patches import Rectangle

from . import labels
from .style import EDGE, INK, PAPER, QUIET, ROW, SCALE, SMALL, TEXT, WIDTHS, Chart, bare, breadth, cut, drawn

LABELS = {"page": 2.1, "column": 1.3}  # inches for the labels of rows, at least: a small grid leaves them more
MOST = {"page": 24, "column": 8}  # rows of a square grid whose cells still hold a number
CELL, WIDEST, HIGHEST = 0.32, 1.0, 0.27  # inches: a cell, and the largest that fills a sheet with few of them
NUMBER = 0.28  # inches for the number of a row
SPOKEN = 40  # pairs that the alternative text names, the highest first
LEAST_DARK = 4  # articles in common that are shown darkest at least: once is not much
GREY = "#ededed"  # the diagonal
WORDS = {
    "de": {
        "alike": "Am ähnlichsten: {0} und {1} ({2} von 100)", "alone": "Nur ein Text: kein Vergleich möglich",
        "unlike": "Keine zwei Texte haben ein Wort von Gewicht gemeinsam",
        "cosine": "Ähnlichkeit des Wortschatzes (TF-IDF-Kosinus × 100), Ähnliches nebeneinander",
        "texts": "Texten: die mit dem ähnlichsten Nachbarn",
        "with": "Am häufigsten gemeinsam genannt: {0} und {1} ({2} Artikel)",
        "with once": "Keine zwei Namen stehen in mehr als einem Artikel gemeinsam",
        "together": "Artikel, die beide nennen",
        "names": "Namen",
    },
    "en": {
        "alike": "Most alike: {0} and {1} ({2} of 100)", "alone": "One text only: nothing to compare",
        "unlike": "No two texts share a word of weight",
        "cosine": "Similarity of vocabulary (TF-IDF cosine × 100), similar texts side by side",
        "texts": "texts: those with the most similar neighbour",
        "with": "Named together most often: {0} and {1} ({2} articles)",
        "with once": "No two names appear together in more than one article", "together": "articles that name both",
        "names": "names",
    },
}  # fmt: skip


@drawn
def heatmap(table: pd.DataFrame, *, language, width, title, source, top=None, names=None) -> Chart:
    """The matrix of `overlap.similarity` or `overlap.outlet_similarity` (through `overlap.order`, so that groups are
    seen), each cell its cosine × 100. `names` maps the table's labels to what rows are called."""
    say, count = WORDS[language], partial(labels.number, language=language)
    top = min(top or MOST[width], MOST[width])
    values = table.to_numpy(float) * 100
    np.fill_diagonal(values, np.nan)
    others = np.nan_to_num(values, nan=-1)
    nearest = others.max(axis=1)
    twins = [(row, int(others[row].argmax())) for row in np.argsort(-nearest, kind="stable")]
    shown = np.sort(_paired(twins, top))
    called = [str((names if names is not None else {}).get(name, name)) for name in table.index]
    if len(table) == 1:
        return Chart(0.1, title=title or say["alone"], notes=(source,), alt=called[0], width=width)
    if nearest.max() <= 0:
        finding = say["unlike"]
    else:
        one, other = np.unravel_index(np.nanargmax(values), values.shape)
        finding = say["alike"].format(called[one], called[other], count(values[one, other]))
    notes = (labels.rest(len(shown), len(table), say["texts"], language), source)
    return _square(
        [called[row] for row in shown],
        values[np.ix_(shown, shown)],
        100,
        title or finding,
        say["cosine"],
        notes,
        width,
        count,
    )


@drawn
def together(table: pd.DataFrame, *, language, width, title, source, top=None) -> Chart:
    """The table of `mentions.together` as a square: each cell in how many articles both stand. Shown are the pairs that
    appear together most often; where not all fit, none that does so only once."""
    say, count = WORDS[language], partial(labels.number, language=language)
    top = min(top or 15, MOST[width])
    both = pd.concat([table, table.rename(columns={"entity_a": "entity_b", "entity_b": "entity_a"})])
    total = both.groupby("entity_a")["together"].sum().sort_index().sort_values(ascending=False, kind="stable")
    first = table.sort_values(["together", "entity_a", "entity_b"], ascending=[False, True, True])
    if len(total) > top and first["together"].iloc[0] > 1:
        first = first[first["together"] > 1]
    paired = set(_paired(zip(first["entity_a"], first["entity_b"], strict=True), top))
    names = [name for name in total.index if name in paired]
    wide = both.pivot_table(index="entity_a", columns="entity_b", values="together", aggfunc="sum")
    values = wide.reindex(index=names, columns=names).fillna(0).to_numpy(float, copy=True)
    np.fill_diagonal(values, np.nan)
    first = first.iloc[0]
    form = "with" if first["together"] > 1 else "with once"
    finding = say[form].format(first["entity_a"], first["entity_b"], count(first["together"]))
    notes = (labels.rest(len(names), len(total), say["names"], language), source)
    return _square(
        names, values, np.nanmax(values, initial=LEAST_DARK), title or finding, say["together"], notes, width, count
    )


def _paired(pairs, top: int) -> list:
    """The members of the first pairs, as many as fit: nobody is shown without the one who goes with them."""
    shown: dict = {}
    for pair in pairs:
        both = shown | dict.fromkeys(pair)
        if len(both) > max(top, 2):
            break
        shown = both
    return list(shown)


def _square(names, values, most, title, subtitle, notes, width, count) -> Chart:
    """A square grid: rows numbered and named, columns numbered, the diagonal empty. The cells of a small one are wider,
    so that it fills its sheet; what fits a column is a column wide."""
    if 2 * EDGE + NUMBER + max(map(breadth, names)) / 72 + CELL * len(names) <= WIDTHS["column"]:
        width = "column"
    sheet = WIDTHS[width] - EDGE
    named = _labels(names, max(LABELS[width], sheet - EDGE - NUMBER - WIDEST * len(names)) * 72)
    left = EDGE + max(breadth(name) for name in named) / 72 + NUMBER
    cell = min(WIDEST, (sheet - left) / len(names))
    high = min(HIGHEST, cell)
    size = min(SMALL, cell * 72 / 2.4)
    pairs = [
        (values[a, b], f"{names[a]} – {names[b]}") for a in range(len(names)) for b in range(a) if values[a, b] > 0
    ]
    pairs = sorted(pairs, key=lambda pair: -pair[0])
    alt = "; ".join(f"{pair} {count(value)}" for value, pair in pairs[:SPOKEN]) + ("; …" if pairs[SPOKEN:] else "")
    chart = Chart(ROW + high * len(names), title=title, subtitle=subtitle, notes=notes, alt=alt, width=width)
    axes = bare(chart.place(left, ROW, cell * len(names), high * len(names)))
    axes.set(xlim=(0, len(names)), ylim=(len(names), 0))
    for row, name in enumerate(named):
        middle = ROW + high * (row + 0.5)
        chart.write(left - 0.06, middle, str(row + 1), ha="right", va="center", size=SMALL, color=QUIET)
        chart.write(left + 0.02 - NUMBER, middle, name, ha="right", va="center", size=min(TEXT, high * 72 / 1.2))
        chart.write(
            left + cell * (row + 0.5), ROW - 0.05, str(row + 1), ha="center", va="bottom", size=SMALL, color=QUIET
        )
        for column, value in enumerate(values[row]):
            share = 0 if np.isnan(value) else value / most
            colour = GREY if np.isnan(value) else SCALE(share)
            axes.add_patch(Rectangle((column, row), 1, 1, facecolor=colour, edgecolor=PAPER, linewidth=0.8))
            if not np.isnan(value) and round(value):
                ink = PAPER if share > 0.5 else INK
                axes.text(column + 0.5, row + 0.5, count(value), ha="center", va="center", size=size, color=ink)
    return chart


def _labels(names: list[str], room: float) -> list[str]:
    """The names as they fit beside their rows; where two would be cut to the same, their ends are kept."""
    short = [cut(name, room) for name in names]
    return [
        cut(name, room, middle=True) if short.count(label) > 1 else label
        for name, label in zip(names, short, strict=True)
    ]
