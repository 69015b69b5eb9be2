"""Figures side by side: what each source gives for the same quantity, with its bounds. Small table → Figure."""

from functools import partial
from typing import NamedTuple

import pandas as pd

from . import labels
from .style import ACCENT, DARK, EDGE, LINE, QUIET, ROW, RULE, SMALL, TEXT, WIDTHS, Chart, bare, drawn, wrap

LABELS = 0.3  # share of the sheet for the names of sources
GIVEN = 0.28  # share of the sheet for what the source says in its own words
BETWEEN = 0.12  # inches between two quantities
ARROW = 0.11  # of the axis: how far an open bound reaches
UP, DOWN = ("more than", "at least"), ("less than", "at most")
WORDS = {
    "de": {
        "contradict": "Bei {0} von {1} Größen widersprechen sich die Quellen",
        "contradict one": "Bei einer von {1} Größen widersprechen sich die Quellen",
        "agree": "Bei {1} Größen nennen mehrere Quellen Zahlen, die zueinander passen",
        "one contradict": "{2}: Die Quellen widersprechen sich",
        "one agree": "{2}: Die Zahlen der Quellen passen zueinander",
        "key": "● genau, ○ ungefähr, → mindestens oder mehr als, ← höchstens oder weniger als, ●–● von bis",
        "quantities": "Größen",
    },
    "en": {
        "contradict": "Sources contradict each other on {0} of {1} quantities",
        "contradict one": "Sources contradict each other on one of {1} quantities",
        "agree": "Several sources put numbers to {1} quantities, and they are compatible",
        "one contradict": "{2}: sources contradict each other",
        "one agree": "{2}: the numbers of the sources are compatible",
        "key": "● exactly, ○ about, → at least or more than, ← at most or less than, ●–● from to",
        "quantities": "quantities",
    },
}  # fmt: skip


class Figure(NamedTuple):
    """What one source gives for a quantity."""

    place: tuple  # article and offset
    source: str
    value: float
    value_to: float | None
    bound: str
    text: str


@drawn
def figures(table: pd.DataFrame, *, language, width, title, source, top=8) -> Chart:
    """The same quantity across sources, from `quantities.compare`: one block a quantity on a scale of its own, one row
    a figure (its outlet, else its article), in orange where two of them contradict each other.

    Of the columns of `quantities.compare` it needs quantity, topic, verdict and, for both sides, article, outlet,
    start, value, value_to, bound and text. Blocks come in the order of the table."""
    say, count = WORDS[language], partial(labels.number, language=language)
    blocks = _blocks(table)
    against = sum(contradict for _, contradict, _ in blocks)
    form = {0: "agree", 1: "contradict one"}.get(against, "contradict")
    if len(blocks) == 1:
        form = f"one {form.split()[0]}"
    finding = say[form].format(count(against), count(len(blocks)), blocks[0][0])
    rest = labels.rest(min(top, len(blocks)), len(blocks), say["quantities"], language)
    return _draw(blocks[:top], title or finding, say["key"], (rest, source), width)


def _blocks(table: pd.DataFrame) -> list[tuple[str, bool, list]]:
    """Name, whether sources contradict each other, and the figures of every quantity: figures that are compared with
    one another, directly or through others, are one quantity."""
    block_of, blocks = {}, []
    for row in table.itertuples():
        sides = [_side(row, side) for side in "ab"]
        known = sorted({block_of[figure.place] for figure in sides if figure.place in block_of})
        if not known:
            blocks.append({"name": _name(row), "contradict": False, "figures": {}})
        at = known[0] if known else len(blocks) - 1
        for other in known[1:]:
            blocks[at]["figures"] |= blocks[other]["figures"]
            blocks[at]["contradict"] |= blocks[other]["contradict"]
            blocks[other]["figures"] = {}
        blocks[at]["figures"] |= {figure.place: figure for figure in sides}
        blocks[at]["contradict"] |= row.verdict == "contradict"
        block_of |= dict.fromkeys(blocks[at]["figures"], at)
    return [
        (block["name"], bool(block["contradict"]), sorted(block["figures"].values(), key=lambda f: (f.value, f.place)))
        for block in blocks
        if block["figures"]
    ]


def _name(row) -> str:
    """What a quantity is called: the counted noun, and what its sentences speak of."""
    return str(row.quantity) if pd.isna(row.topic) or not str(row.topic) else f"{row.quantity} ({row.topic})"


def _side(row, side: str) -> Figure:
    article, outlet, start, value, value_to, bound, text = (
        getattr(row, f"{column}_{side}")
        for column in ("article", "outlet", "start", "value", "value_to", "bound", "text")
    )
    upper = None if pd.isna(value_to) else float(value_to)
    return Figure((article, start), article if pd.isna(outlet) else outlet, float(value), upper, bound, text)


def _draw(blocks, title, subtitle, notes, width) -> Chart:
    sheet = WIDTHS[width] - 2 * EDGE
    left, right = EDGE + LABELS * sheet, EDGE + (1 - GIVEN) * sheet
    heads = [wrap(name, sheet * 72, TEXT, "bold", 2) for name, _, _ in blocks]
    lines = [_lines(rows, sheet * 72) for _, _, rows in blocks]
    above = [len(head) * TEXT * LINE / 72 + 0.06 for head in heads]
    heights = [[max(ROW, (max(map(len, both)) * TEXT * LINE + 2) / 72) for both in block] for block in lines]
    body = sum(above) + sum(map(sum, heights)) + BETWEEN * (len(blocks) - 1)
    alt = ". ".join(f"{name}: " + "; ".join(f"{row.source} {row.text}" for row in rows) for name, _, rows in blocks)
    chart = Chart(max(body, 0.1), title=title, subtitle=subtitle if blocks else "", notes=notes, alt=alt, width=width)
    top = 0.0
    for (_, contradict, rows), head, up, down, block in zip(blocks, heads, above, heights, lines, strict=True):
        chart.write(EDGE, top + 0.02, "\n".join(head), weight="bold", va="top", linespacing=LINE - 0.1)
        top += up
        axes = bare(chart.place(left, top, right - left - 0.1, sum(down)))
        low, high = _limits(rows)
        axes.set(xlim=(low, high), ylim=(sum(down), 0))
        axes.axvline(0, color=QUIET, linewidth=0.8)
        colour = ACCENT if contradict else DARK
        middle = 0.0
        for row, height, (name, given) in zip(rows, down, block, strict=True):
            middle += height / 2
            how = {"va": "center", "linespacing": LINE - 0.2}
            chart.write(left - 0.08, top + middle, "\n".join(name), ha="right", **how)
            chart.write(right + 0.02, top + middle, "\n".join(given), size=SMALL, **how)
            axes.axhline(middle, color=RULE, linewidth=0.5, zorder=0)
            _mark(axes, row, middle, high - low, colour)
            middle += height / 2
        top += sum(down) + BETWEEN
    return chart


def _lines(rows: list[Figure], room: float) -> list[tuple[list[str], list[str]]]:
    """The name of each source and what it says, in lines."""
    return [
        (wrap(row.source, LABELS * room - 8, lines=2), wrap(row.text, GIVEN * room - 4, SMALL, lines=2)) for row in rows
    ]


def _limits(rows: list[Figure]) -> tuple[float, float]:
    """The ends of a block's scale: 0 and all values, with room for arrows."""
    ends = [0.0, *(row.value for row in rows), *(row.value_to for row in rows if row.value_to is not None)]
    low, high = min(ends), max(ends)
    span = (high - low) or 1
    return low - (0.12 * span if low else 0.02 * span), high + 0.12 * span


def _mark(axes, row: Figure, y: float, span: float, colour: str) -> None:
    value = row.value
    about = row.bound == "about"
    face = "white" if about else colour
    if row.value_to is not None:
        axes.plot([value, row.value_to], [y, y], color=colour, linewidth=1.5)
        axes.plot([row.value_to], [y], "o", color=colour, markerfacecolor=face, markersize=4.5)
    if row.bound in UP or row.bound in DOWN:
        reach = value + ARROW * span * (1 if row.bound in UP else -1)
        axes.annotate(
            "",
            (reach, y),
            (value, y),
            arrowprops={"arrowstyle": "-|>", "color": colour, "linewidth": 1.5, "shrinkA": 0},
        )
    axes.plot([value], [y], "o", color=colour, markerfacecolor=face, markersize=4.5)
