"""The matrix country × measure: which state has done, promised, weighed or refused what. Small table → Figure."""

import math

import pandas as pd
from matplotlib.patches import Polygon, Rectangle

from . import labels
from .style import EDGE, INK, LINE, PAPER, QUIET, RULE, SMALL, TEXT, WIDTHS, Chart, bare, breadth, drawn, wrap

SIGNS = {  # stance: sign, fill, ink. Dark is firm; blue does, orange does not, what is open stays pale
    "delivered": ("✔", "#08306b", PAPER), "pledged": ("+", "#2b7bba", PAPER), "willing": ("(+)", "#a6cde9", INK),
    "considering": ("?", "#f2e9c8", INK), "requested": ("!", "#ffffff", INK),
    "withdrawn": ("−", "#f4a261", INK), "ruled out": ("✘", "#a63603", PAPER),
}  # fmt: skip
ROW = 0.25  # inches
CELL, WIDEST = 0.62, 1.0  # inches of a cell, and of the largest: few of them fill a sheet
MOST = {"page": 13, "column": 7}  # measures shown, those with most cells: more would not leave room for their signs
LABELS = {"page": 1.5, "column": 0.95}  # inches for the names of states, at most
SWATCH = 16  # points: a colour in the key
CHANGED = "↻"
MEASURES = list(labels.MEASURES_DE)  # their order
SLOPE = 60  # degrees: names of measures that do not fit above their column
FIRM = ("delivered", "pledged")
WORDS = {
    "de": {
        "finding": "{0} von {1} Staaten haben etwas geleistet oder zugesagt",
        "finding one": "Einer von {1} Staaten hat etwas geleistet oder zugesagt",
        "all": "Alle {1} Staaten haben etwas geleistet oder zugesagt",
        "none": "Keiner von {1} Staaten hat etwas geleistet oder zugesagt",
        "single": "Nur ein Staat: {2}. Etwas ist geleistet oder zugesagt",
        "single none": "Nur ein Staat: {2}. Nichts ist geleistet oder zugesagt",
        "no state": "Nur ungenannte Gruppen: keine Zusage eines bestimmten Staates",
        "split": "; in {0} Feldern widersprechen sich die Quellen",
        "split one": "; in einem Feld widersprechen sich die Quellen",
        "left out": "Nicht gezeigt: {0}.",
        "states": "Staaten und Gruppen", "disagree": "Quellen widersprechen sich", "changed": "Haltung geändert",
        "count": "Kleine Zahl: unabhängige Quellen oder, wo sie nicht bekannt sind, Medien oder Artikel.",
    },
    "en": {
        "finding": "{0} of {1} states have delivered or pledged something",
        "finding one": "One of {1} states has delivered or pledged something",
        "all": "All {1} states have delivered or pledged something",
        "none": "None of {1} states has delivered or pledged anything",
        "single": "One state only: {2}. Something is delivered or pledged",
        "single none": "One state only: {2}. Nothing is delivered or pledged",
        "no state": "Unnamed groups only: no commitment of a particular state",
        "split": "; sources disagree in {0} cells",
        "split one": "; sources disagree in one cell",
        "left out": "Not shown: {0}.",
        "states": "states and groups", "disagree": "sources disagree", "changed": "stance changed",
        "count": "Small number: independent sources, else outlets, else articles.",
    },
}  # fmt: skip


@drawn
def matrix(table: pd.DataFrame, *, language, width, title, source, top=40) -> Chart:
    """The cells of `commitments.matrix`: a row a state (or unnamed group), a column a measure, in each cell the stance
    as colour and sign, and the number of independent sources, outlets or articles (the first that is known); a corner
    where sources disagree, an arrow where the stance changed.

    States with most cells first. Raises KeyError for a stance that is none of SIGNS."""
    say = WORDS[language]
    table = table.assign(state=[_state(row, language) for row in table.itertuples()])
    cells_of = table.groupby("state").agg(cells=("measure", "size"), articles=("articles", "sum")).reset_index()
    ranked = list(cells_of.sort_values(["cells", "articles", "state"], ascending=[False, False, True])["state"])
    found = table["measure"].value_counts().sort_index().sort_values(ascending=False, kind="stable").index
    measures = sorted(
        found[: MOST[width]], key=lambda name: (MEASURES.index(name) if name in MEASURES else len(MEASURES), name)
    )
    left_out = ", ".join(labels.measure(name, language) for name in found[MOST[width] :])
    rest = labels.rest(min(top, len(ranked)), len(ranked), say["states"], language)
    shown = table[table["state"].isin(ranked[:top]) & table["measure"].isin(measures)]
    notes = (say["count"], rest, say["left out"].format(left_out) if left_out else "", source)
    finding = title or _finding(table, say, language)
    return _draw(shown, ranked[:top], measures, finding, notes, language, width)


def _state(row, language: str) -> str:
    if pd.notna(row.country):
        return labels.country(row.country, language)
    actor = getattr(row, "actor", None)
    return labels.UNNAMED[language] if actor is None or pd.isna(actor) else str(actor)


def _finding(table: pd.DataFrame, say: dict[str, str], language: str) -> str:
    """How many states have delivered or pledged anything, and in how many cells sources disagree."""
    named = table[table["country"].notna()]
    states = named["state"].nunique()
    firm = named.loc[named["stance"].isin(FIRM), "state"].nunique()
    if states == 0:
        form = "no state"
    elif states == 1:
        form = "single" if firm else "single none"
    else:
        form = {0: "none", states: "all", 1: "finding one"}.get(firm, "finding")
    first = named["state"].iloc[0] if states else ""
    finding = say[form].format(labels.number(firm, language), labels.number(states, language), first)
    split = int(table["disagree"].sum())
    return finding + (
        say["split one" if split == 1 else "split"].format(labels.number(split, language)) if split else ""
    )


def _draw(table, states, measures, title, notes, language, width) -> Chart:
    say = WORDS[language]
    named = [wrap(state, LABELS[width] * 72, lines=2) for state in states]
    left = EDGE + max(breadth(line) for lines in named for line in lines) / 72 + 0.08
    heads = [labels.measure(measure, language) for measure in measures]
    if left + CELL * len(measures) + EDGE <= WIDTHS["column"]:
        width = "column"
    cell, slope, above = _columns(heads, WIDTHS[width] - EDGE - left)
    key = _key(table, say, language, (WIDTHS[width] - 2 * EDGE) * 72)
    key_height = (1 + max(line for line, *_ in key)) * SMALL * 1.6 / 72 + 0.06
    alt = "; ".join(
        f"{row.state}, {labels.measure(row.measure, language)}: {labels.stance(row.stance, language)}"
        for row in table.sort_values(["state", "measure"]).itertuples()
    )
    top = key_height + above
    chart = Chart(top + ROW * len(states), title=title, notes=notes, alt=alt, width=width)
    _draw_key(chart, key, key_height)
    for column, head in enumerate(heads):
        if slope:
            at, how = left + cell * (column + 0.35), {"rotation": SLOPE, "rotation_mode": "anchor", "ha": "left"}
            chart.write(at, top - 0.05, head, size=SMALL, va="baseline", **how)
        else:
            lines = "\n".join(wrap(head, cell * 72 - 2, SMALL))
            chart.write(left + cell * (column + 0.5), top - 0.05, lines, size=SMALL, va="bottom", ha="center")
    axes = bare(chart.place(left, top, cell * len(measures), ROW * len(states)))
    axes.set(xlim=(0, len(measures)), ylim=(len(states), 0))
    for row, lines in enumerate(named):
        chart.write(
            left - 0.06, top + ROW * (row + 0.5), "\n".join(lines), ha="right", va="center", linespacing=1,
            size=TEXT if len(lines) == 1 else SMALL,
        )  # fmt: skip
        axes.axhline(row + 1, color=RULE, linewidth=0.5, zorder=0)
    for found in table.itertuples():
        _cell(axes, measures.index(found.measure), states.index(found.state), found, language)
    return chart


def _columns(heads: list[str], room: float) -> tuple[float, bool, float]:
    """Width of a column, whether its name must slope, and the height of the names, in inches."""
    needed = max(breadth(word, SMALL) for head in heads for word in head.split()) / 72 + 0.04
    cell = min(WIDEST, room / len(heads))
    if needed <= cell:
        lines = max(len(wrap(head, cell * 72 - 2, SMALL)) for head in heads)
        return cell, False, lines * SMALL * LINE / 72 + 0.08
    longest = max(breadth(head, SMALL) for head in heads) / 72
    overhang = math.cos(math.radians(SLOPE)) * breadth(heads[-1], SMALL) / 72
    cell = min(CELL, (room - overhang) / len(heads))
    return cell, True, math.sin(math.radians(SLOPE)) * longest + 0.1


def _cell(axes, column: int, row: int, found, language: str) -> None:
    """One cell; its artists carry the state and measure as group id, so that the SVG can be read."""
    sign, fill, ink = SIGNS[found.stance]
    box = (column + 0.03, row + 0.05, 0.94, 0.9)
    edge = QUIET if found.stance == "requested" else fill
    axes.add_patch(Rectangle(box[:2], *box[2:], facecolor=fill, edgecolor=edge, linewidth=0.5))
    axes.text(column + 0.42, row + 0.48, sign, ha="center", va="center", color=ink, size=TEXT)
    counts = (getattr(found, "independent", pd.NA), found.outlets, found.articles)
    sources = next(count for count in counts if pd.notna(count))
    small = {"color": ink, "size": 5.5, "va": "baseline"}
    axes.text(column + 0.93, row + 0.87, labels.number(sources, language), ha="right", **small)
    if found.disagree:
        _corner(axes, column + 0.97, row + 0.05)
    if found.changed:
        axes.text(column + 0.07, row + 0.87, CHANGED, ha="left", **small)


def _corner(axes, right: float, top: float, width: float = 0.25, height: float = 0.4) -> None:
    points = [(right, top), (right - width, top), (right, top + height)]
    axes.add_patch(Polygon(points, closed=True, facecolor=INK, edgecolor=PAPER, linewidth=0.8, zorder=3))


def _key(table: pd.DataFrame, say: dict, language: str, room: float) -> list[tuple]:
    """What the key holds: line, place on it in points, what (a stance, disagree, changed), words."""
    present = [stance for stance in SIGNS if (table["stance"] == stance).any()]
    words = [(stance, labels.stance(stance, language)) for stance in present]
    words += [(mark, say[mark]) for mark in ("disagree", "changed") if table[mark].any()]
    key, line, at = [], 0, 0.0
    for what, text in words:
        wide = SWATCH + 4 + breadth(text, SMALL) + 10
        if at and at + wide - 10 > room:
            line, at = line + 1, 0.0
        key.append((line, at, what, text))
        at += wide
    return key


def _draw_key(chart: Chart, key: list[tuple], height: float) -> None:
    axes = bare(chart.place(EDGE, 0, chart.sheet[0] - 2 * EDGE, height))
    axes.set(xlim=(0, (chart.sheet[0] - 2 * EDGE) * 72), ylim=(height * 72, 0))
    for line, at, what, text in key:
        middle = (line + 0.5) * SMALL * 1.6
        if what in SIGNS:
            sign, fill, ink = SIGNS[what]
            edge = QUIET if what == "requested" else fill
            axes.add_patch(Rectangle((at, middle - 4.5), SWATCH, 9, facecolor=fill, edgecolor=edge, linewidth=0.5))
            axes.text(at + SWATCH / 2, middle + 0.3, sign, ha="center", va="center", color=ink, size=SMALL)
        elif what == "disagree":
            _corner(axes, at + SWATCH - 3, middle - 3.5, 8, 8)
        else:
            axes.text(at + SWATCH / 2, middle, CHANGED, ha="center", va="center", size=TEXT)
        axes.text(at + SWATCH + 4, middle, text, va="center", size=SMALL)
