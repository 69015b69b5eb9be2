"""Figures side by side: what each source gives for the same quantity, with its bounds. Small table → Figure."""

from functools import partial

import pandas as pd

from . import labels
from .style import ACCENT, DARK, EDGE, LINE, QUIET, ROW, RULE, SMALL, TEXT, WIDTHS, Chart, bare, drawn, wrap

LABELS = 0.3  # share of the sheet for the names of sources
GIVEN = 0.28  # share of the sheet for what the source says in its own words
BETWEEN = 0.12  # inches between two quantities
ROOM = 0.2  # of the span of the values, left free beyond the largest for its arrow
ARROW = 0.14  # of the axis: how far an open bound reaches; an arrow that leaves the axis would not be drawn
UP, DOWN = ("more than", "at least"), ("less than", "at most")
WORDS = {
    "de": {
        "apart": "{0} von {1} Größen geben die Quellen verschieden an",
        "apart one": "Eine von {1} Größen geben die Quellen verschieden an",
        "one apart": "{2}: Die Quellen nennen verschiedene Werte",
        "agree": "Bei allen {1} Größen nennen die Quellen denselben Wert",
        "one agree": "{2}: Die Quellen nennen denselben Wert", "none": "Keine Größe, die mehrere Quellen beziffern",
        "key": "● genau, ○ ungefähr, → mindestens oder mehr als, ← höchstens oder weniger als, ●–● von bis",
        "quantities": "Größen",
    },
    "en": {
        "apart": "Sources differ on {0} of {1} quantities",
        "apart one": "Sources differ on one of {1} quantities",
        "one apart": "{2}: sources give different values",
        "agree": "Sources give the same value for all {1} quantities",
        "one agree": "{2}: sources give the same value", "none": "No quantity that several sources put a number to",
        "key": "● exactly, ○ about, → at least or more than, ← at most or less than, ●–● from to",
        "quantities": "quantities",
    },
}  # fmt: skip


@drawn
def figures(table: pd.DataFrame, *, language, width, title, source, top=8) -> Chart:
    """The same quantity across sources: one block a quantity on a scale of its own, one row a source
    (the table of `quantities.blocks`).

    Columns quantity, source (an outlet or article), value, value_to (NA but for a range), bound and text (the figure
    as the source writes it). Quantities that sources give differently come first, each kind in the table's order."""
    say, count = WORDS[language], partial(labels.number, language=language)
    table = table[table["value"].notna()]
    blocks = [(_called(name, language), rows) for name, rows in table.groupby("quantity", sort=False)]
    blocks.sort(key=lambda block: not _differ(block[1]))
    apart = sum(_differ(rows) for _, rows in blocks)
    form = "apart" if apart else "agree"
    if len(blocks) == 1:
        form = f"one {form}"
    elif not blocks:
        form = "none"
    elif apart == 1:
        form = "apart one"
    finding = say[form].format(count(apart), count(len(blocks)), blocks[0][0] if blocks else "")
    rest = labels.rest(min(top, len(blocks)), len(blocks), say["quantities"], language)
    return _draw(blocks[:top], title or finding, say["key"], (rest, source), language, width)


def _draw(blocks, title, subtitle, notes, language, width) -> Chart:
    sheet = WIDTHS[width] - 2 * EDGE
    left, right = EDGE + LABELS * sheet, EDGE + (1 - GIVEN) * sheet
    heads = [wrap(name, sheet * 72, TEXT, "bold", 2) for name, _ in blocks]
    lines = [_lines(rows, sheet * 72) for _, rows in blocks]
    above = [len(head) * TEXT * LINE / 72 + 0.06 for head in heads]
    heights = [[max(ROW, (max(map(len, both)) * TEXT * LINE + 2) / 72) for both in block] for block in lines]
    body = sum(above) + sum(map(sum, heights)) + BETWEEN * (len(blocks) - 1)
    alt = ". ".join(
        f"{name}: " + "; ".join(f"{row.source} {row.text}" for row in rows.itertuples()) for name, rows in blocks
    )
    chart = Chart(max(body, 0.1), title=title, subtitle=subtitle if blocks else "", notes=notes, alt=alt, width=width)
    top = 0.0
    for (_, rows), head, up, down, block in zip(blocks, heads, above, heights, lines, strict=True):
        chart.write(EDGE, top + 0.02, "\n".join(head), weight="bold", va="top", linespacing=LINE - 0.1)
        top += up
        axes = bare(chart.place(left, top, right - left - 0.1, sum(down)))
        low, high = _limits(rows)
        axes.set(xlim=(low, high), ylim=(sum(down), 0))
        axes.axvline(0, color=QUIET, linewidth=0.8)
        colour = ACCENT if _differ(rows) else DARK
        middle = 0.0
        for row, height, (name, given) in zip(rows.itertuples(), down, block, strict=True):
            middle += height / 2
            how = {"va": "center", "linespacing": LINE - 0.2}
            chart.write(left - 0.08, top + middle, "\n".join(name), ha="right", **how)
            chart.write(right + 0.02, top + middle, "\n".join(given), size=SMALL, **how)
            axes.axhline(middle, color=RULE, linewidth=0.5, zorder=0)
            _mark(axes, row, middle, high - low, colour)
            middle += height / 2
        top += sum(down) + BETWEEN
    return chart


def _called(quantity: str, language: str) -> str:
    """“day: Flug, dauern” with its unit in words."""
    unit, mark, topic = quantity.partition(":")
    return f"{labels.unit(unit, language)}{mark}{topic}"


def _lines(rows: pd.DataFrame, room: float) -> list[tuple[list[str], list[str]]]:
    """The name of each source and what it says, in lines."""
    return [
        (wrap(row.source, LABELS * room - 8, lines=2), wrap(row.text, GIVEN * room - 4, SMALL, lines=2))
        for row in rows.itertuples()
    ]


def _differ(rows: pd.DataFrame) -> bool:
    return len(rows[["value", "value_to", "bound"]].drop_duplicates()) > 1


def _limits(rows: pd.DataFrame) -> tuple[float, float]:
    """The ends of a block's scale: 0 and all values, with room for arrows."""
    ends = pd.concat([rows["value"], rows["value_to"].dropna()]).astype(float)
    low, high = min(ends.min(), 0), max(ends.max(), 0)
    span = (high - low) or 1
    points_below = (rows["bound"].isin(DOWN) & (rows["value"].astype(float) < ROOM * span)).any()
    return low - (ROOM if low or points_below else 0.02) * span, high + ROOM * span


def _mark(axes, row, y: float, span: float, colour: str) -> None:
    value = float(row.value)
    about = row.bound == "about"
    face = "white" if about else colour
    if pd.notna(row.value_to):
        axes.plot([value, float(row.value_to)], [y, y], color=colour, linewidth=1.5)
        axes.plot([float(row.value_to)], [y], "o", color=colour, markerfacecolor=face, markersize=4.5)
    if row.bound in UP or row.bound in DOWN:
        reach = value + ARROW * span * (1 if row.bound in UP else -1)
        axes.annotate(
            "",
            (reach, y),
            (value, y),
            arrowprops={"arrowstyle": "-|>", "color": colour, "linewidth": 1.5, "shrinkA": 0},
        )
    axes.plot([value], [y], "o", color=colour, markerfacecolor=face, markersize=4.5)
