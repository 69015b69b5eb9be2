"""Figures side by side: what each source gives for the same quantity, with its bounds. Small table → Figure."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import combinations

import pandas as pd

from . import labels
from .style import ACCENT, DARK, EDGE, LINE, PAPER, QUIET, ROW, RULE, SMALL, TEXT, WIDTHS, Chart, bare, drawn, wrap

GIVEN = 0.26  # share of the sheet for a figure in the words of the first source that gives it
NAMES = 0.38  # share of the sheet for the names of those who give it
ROWS = 20  # figures shown, over all quantities: what a printed page holds
LISTED = 12  # sources named with a figure, at most
BETWEEN = 0.12  # inches between two quantities
ROOM = 0.2  # of the span of the values, left free beyond the largest for its arrow
ARROW = 0.14  # of the axis: how far an open bound reaches; an arrow that leaves the axis would not be drawn
ONE, SEVERAL = 4.5, 8.5  # points: the mark of a figure that one source gives, and one that holds their number
UP, DOWN = ("more than", "at least"), ("less than", "at most")
WORDS = {
    "de": {
        "apart": "{0} von {1} Größen geben die Quellen verschieden an",
        "apart one": "Eine von {1} Größen geben die Quellen verschieden an",
        "one apart": "{2}: Die Quellen nennen verschiedene Werte",
        "agree": "Bei allen {1} Größen stimmen die Quellen überein",
        "one agree": "{2}: Die Quellen stimmen überein", "none": "Keine Größe, die mehrere Quellen beziffern",
        "key": "● genau, ○ ungefähr, → mindestens oder mehr als, ← höchstens oder weniger als, ●–● von bis; "
               "Zahl im Kreis: so viele Quellen",
        "quantities": "Größen", "more": " und {0} weitere",
        "cut": "Dazu {0} weitere Angaben zu den gezeigten Größen.", "cut one": "Dazu eine weitere Angabe.",
    },
    "en": {
        "apart": "Sources differ on {0} of {1} quantities",
        "apart one": "Sources differ on one of {1} quantities",
        "one apart": "{2}: sources give different values",
        "agree": "Sources agree on all {1} quantities",
        "one agree": "{2}: sources agree", "none": "No quantity that several sources put a number to",
        "key": "● exactly, ○ about, → at least or more than, ← at most or less than, ●–● from to; "
               "number in a circle: so many sources",
        "quantities": "quantities", "more": " and {0} more",
        "cut": "And {0} more figures for the quantities shown.", "cut one": "And one more figure.",
    },
}  # fmt: skip


@dataclass
class Claim:
    """One value, as one or more sources give it."""

    value: float
    value_to: float | None
    bound: str
    text: str
    sources: list[str] = field(default_factory=list)


@dataclass
class Quantity:
    """What is claimed of one quantity; `apart`: two of its sources have no claim in common."""

    name: str
    claims: list[Claim]
    apart: bool


@drawn
def figures(table: pd.DataFrame, *, language, width, title, source, top=8) -> Chart:
    """The same quantity across sources: one block a quantity on a scale of its own, one row a value, its mark with the
    number of sources that give it where they are several (the table of `quantities.blocks`).

    Columns quantity, source (an outlet or article), value, value_to (NA but for a range), bound and text (the figure
    as the source writes it). Quantities that sources give differently come first, each kind in the table's order: the
    first `top`, and no more than ROWS values."""
    say, count = WORDS[language], partial(labels.number, language=language)
    table = table[table["value"].notna()]
    found = [_quantity(_called(name, language), rows) for name, rows in table.groupby("quantity", sort=False)]
    found.sort(key=lambda quantity: not quantity.apart)
    apart = sum(quantity.apart for quantity in found)
    form = "apart" if apart else "agree"
    if len(found) == 1:
        form = f"one {form}"
    elif not found:
        form = "none"
    elif apart == 1:
        form = "apart one"
    finding = say[form].format(count(apart), count(len(found)), found[0].name if found else "")
    shown, left_out = _fitting(found[:top])
    notes = (
        say["cut one" if left_out == 1 else "cut"].format(count(left_out)) if left_out else "",
        labels.rest(len(shown), len(found), say["quantities"], language),
        source,
    )
    return _draw(shown, title or finding, say, notes, language, width)


def _called(quantity: str, language: str) -> str:
    """“day: Flug, dauern” with its unit in words."""
    unit, mark, topic = quantity.partition(":")
    return f"{labels.unit(unit, language)}{mark}{topic}"


def _quantity(name: str, rows: pd.DataFrame) -> Quantity:
    claims: dict[tuple, Claim] = {}
    by_source = defaultdict(set)
    for row in rows.itertuples():
        value_to = None if pd.isna(row.value_to) else float(row.value_to)
        key = float(row.value), value_to, row.bound
        claim = claims.setdefault(key, Claim(*key, row.text))
        if row.source not in claim.sources:
            claim.sources.append(row.source)
        by_source[row.source].add(key)
    distinct = set(map(frozenset, by_source.values()))
    return Quantity(name, list(claims.values()), any(not one & other for one, other in combinations(distinct, 2)))


def _fitting(found: list[Quantity]) -> tuple[list[Quantity], int]:
    """The first quantities with no more than ROWS values together, at least one; and how many of its values that one
    had to leave out, those that fewest sources give."""
    shown, rows = [], 0
    for quantity in found:
        if shown and rows + len(quantity.claims) > ROWS:
            break
        shown.append(quantity)
        rows += len(quantity.claims)
    if rows <= ROWS:
        return shown, 0
    (only,) = shown
    most = sorted(only.claims, key=lambda claim: -len(claim.sources))[:ROWS]
    return [replace(only, claims=[claim for claim in only.claims if claim in most])], rows - ROWS


def _draw(shown: list[Quantity], title, say, notes, language, width) -> Chart:
    sheet = WIDTHS[width] - 2 * EDGE
    left, right = EDGE + GIVEN * sheet, EDGE + (1 - NAMES) * sheet
    heads = [wrap(quantity.name, sheet * 72, TEXT, "bold", 2) for quantity in shown]
    lines = [[_lines(claim, sheet * 72, say["more"], language) for claim in quantity.claims] for quantity in shown]
    above = [len(head) * TEXT * LINE / 72 + 0.06 for head in heads]
    heights = [[max(ROW, (max(map(len, both)) * TEXT * LINE + 2) / 72) for both in block] for block in lines]
    body = sum(above) + sum(map(sum, heights)) + BETWEEN * (len(shown) - 1)
    alt = ". ".join(
        f"{quantity.name}: " + "; ".join(f"{claim.text} ({', '.join(claim.sources)})" for claim in quantity.claims)
        for quantity in shown
    )
    subtitle = say["key"] if shown else ""
    chart = Chart(max(body, 0.1), title=title, subtitle=subtitle, notes=notes, alt=alt, width=width)
    top = 0.0
    for quantity, head, up, down, block in zip(shown, heads, above, heights, lines, strict=True):
        chart.write(EDGE, top + 0.02, "\n".join(head), weight="bold", va="top", linespacing=LINE - 0.1)
        top += up
        axes = bare(chart.place(left, top, right - left - 0.1, sum(down)))
        low, high = _limits(quantity.claims)
        axes.set(xlim=(low, high), ylim=(sum(down), 0))
        axes.axvline(0, color=QUIET, linewidth=0.8)
        middle = 0.0
        for claim, height, (given, names) in zip(quantity.claims, down, block, strict=True):
            middle += height / 2
            how = {"va": "center", "linespacing": LINE - 0.2}
            chart.write(left - 0.08, top + middle, "\n".join(given), ha="right", **how)
            chart.write(right + 0.02, top + middle, "\n".join(names), size=SMALL, **how)
            axes.axhline(middle, color=RULE, linewidth=0.5, zorder=0)
            _mark(axes, claim, middle, high - low, ACCENT if quantity.apart else DARK)
            middle += height / 2
        top += sum(down) + BETWEEN
    return chart


def _lines(claim: Claim, room: float, more: str, language: str) -> tuple[list[str], list[str]]:
    """What is given, and the names of those who give it, in two lines each; those who do not fit are counted."""
    for named in range(min(len(claim.sources), LISTED), 0, -1):
        rest = len(claim.sources) - named
        names = ", ".join(claim.sources[:named]) + (more.format(labels.number(rest, language)) if rest else "")
        if len(wrap(names, NAMES * room - 4, SMALL)) <= 2:
            break
    return wrap(claim.text, GIVEN * room - 8, lines=2), wrap(names, NAMES * room - 4, SMALL, lines=2)


def _limits(claims: list[Claim]) -> tuple[float, float]:
    """The ends of a block's scale: 0 and all values, with room for arrows."""
    ends = [end for claim in claims for end in (claim.value, claim.value_to) if end is not None]
    low, high = min(*ends, 0), max(*ends, 0)
    span = (high - low) or 1
    points_below = any(claim.bound in DOWN and claim.value < ROOM * span for claim in claims)
    return low - (ROOM if low or points_below else 0.02) * span, high + ROOM * span


def _mark(axes, claim: Claim, y: float, span: float, colour: str) -> None:
    about = claim.bound == "about"
    dot = {"color": colour, "markerfacecolor": PAPER if about else colour}
    if claim.value_to is not None:
        axes.plot([claim.value, claim.value_to], [y, y], color=colour, linewidth=1.5)
        axes.plot([claim.value_to], [y], "o", markersize=ONE, **dot)
    if claim.bound in UP or claim.bound in DOWN:
        reach = claim.value + ARROW * span * (1 if claim.bound in UP else -1)
        arrow = {"arrowstyle": "-|>", "color": colour, "linewidth": 1.5, "shrinkA": 0}
        axes.annotate("", (reach, y), (claim.value, y), arrowprops=arrow)
    several = len(claim.sources) > 1
    axes.plot([claim.value], [y], "o", markersize=SEVERAL if several else ONE, **dot)
    if several:
        ink = colour if about else PAPER
        axes.text(claim.value, y, str(len(claim.sources)), size=5.5, color=ink, ha="center", va="center_baseline")
