"""Bars: who is named how often, who speaks how much, which stories fill the articles. Small table → Figure."""

import re
from functools import partial

import numpy as np
import pandas as pd

from . import labels
from .style import DARK, EDGE, INK, LIGHT, LINE, QUIET, ROW, SMALL, TEXT, WIDTHS, Chart, bare, breadth, drawn, wrap

PANELS = {"page": 4, "column": 2}  # outlets side by side
KEY = 0.24  # inches for the line that says what the two parts of a bar are
LINES = 3  # of the label of a row, at most
LABELS = 0.36  # share of the sheet that the labels of rows may take
SEVERAL = 0.55  # where each row names several articles
DAY = re.compile(r"\d\d\.\d\d\.\d{4}|\d{4}-\d\d-\d\d")
WORDS = {
    "de": {
        "named": "Am häufigsten genannt: {0} ({1}-mal)", "named then": "{0}, {1} ({2}-mal)",
        "mentions": "Nennungen", "per_1000_words": "Nennungen je 1.000 Wörter", "names": "Namen",
        "name parts": ("mit Namen", "als Nationalität („französisch“)"),
        "outlets differ": "{0}: {1} bis {2} Nennungen je 1.000 Wörter, je nach Medium",
        "heard": "Am meisten zitiert: {0} mit {1} Wörtern, davon {2} im Wortlaut",
        "reported": "Am meisten zitiert: {0} mit {1} Wörtern, alle in indirekter Rede",
        "words": "Wörter in Zitaten", "speakers": "Sprechern", "word parts": ("im Wortlaut", "in indirekter Rede"),
        "stories": "{0} Artikel erzählen {1} unabhängige Geschichten",
        "one story": "Alle {0} Artikel erzählen dieselbe Geschichte",
        "no story": "Kein Artikel wiederholt einen anderen: {0} Artikel, {0} Geschichten",
        "one article": "Ein Artikel, eine Geschichte",
        "articles": "Artikel je Geschichte", "of stories": "Geschichten",
        "single": "Dazu {0} Artikel, die für sich stehen.",
        "outlets": "Nicht gezeigt: {0} weitere Medien.",
        "outlet": "Nicht gezeigt: ein weiteres Medium.", "and": "und {0} weitere",
    },
    "en": {
        "named": "Named most often: {0} ({1} times)", "named then": "{0}, {1} ({2} times)",
        "mentions": "mentions", "per_1000_words": "mentions per 1,000 words", "names": "names",
        "name parts": ("by name", "as a nationality (“französisch”)"),
        "outlets differ": "{0}: {1} to {2} mentions per 1,000 words, depending on the outlet",
        "heard": "Quoted most: {0} with {1} words, {2} of them verbatim",
        "reported": "Quoted most: {0} with {1} words, all in indirect speech",
        "words": "words in quotations", "speakers": "speakers", "word parts": ("verbatim", "in indirect speech"),
        "stories": "{0} articles tell {1} independent stories",
        "one story": "All {0} articles tell the same story",
        "no story": "No article repeats another: {0} articles, {0} stories",
        "one article": "One article, one story",
        "articles": "articles per story", "single": "And {0} articles that stand alone.", "of stories": "stories",
        "outlets": "Not shown: {0} more outlets.", "outlet": "Not shown: one more outlet.", "and": "and {0} more",
    },
}  # fmt: skip


@drawn
def mentions(table: pd.DataFrame, *, language, width, title, source, top=15) -> Chart:
    """Bars of the most mentioned entities of `mentions.count`, mentions of a nationality as the lighter part.

    With a column outlet, one panel per outlet (those with most mentions) in mentions per 1,000 words, else one bar an
    entity in mentions."""
    say, count = WORDS[language], partial(labels.number, language=language)
    total = _ranked(table.groupby("entity")["mentions"].sum())
    panels = _panels(table, "mentions", width, language)
    names = _shown(table, "entity", total, panels, language)[:top]
    measure = "per_1000_words" if len(panels) > 1 else "mentions"
    values = np.zeros((len(names), len(panels), 2))
    for row in table[table["entity"].isin(names)].itertuples():
        if (panel := _panel(row, panels, language)) is not None:
            values[names.index(row.entity), panel, int(row.kind == "nationality")] += getattr(row, measure)
    finding = say["named"].format(total.index[0], count(total.iloc[0]))
    least, most = (count(end(values[0].sum(axis=1)), decimals=1) for end in (np.min, np.max))
    if len(panels) > 1 and least != most:
        finding = say["outlets differ"].format(names[0], least, most)
    elif len(total) > 1:
        finding = say["named then"].format(finding, total.index[1], count(total.iloc[1]))
    notes = (labels.rest(len(names), len(total), say["names"], language), _unshown(table, panels, language))
    return _chart(
        names, panels, values, say["name parts"], title or finding, say[measure], notes, source, language, width
    )


@drawn
def speakers(table: pd.DataFrame, *, language, width, title, source, top=15) -> Chart:
    """Bars of the speakers of `quoted.speakers` by words quoted: verbatim, then (lighter) in indirect speech.

    With a column outlet, one panel per outlet (those that quote most)."""
    say, count = WORDS[language], partial(labels.number, language=language)
    table = table.assign(words=table["direct_words"] + table["indirect_words"])
    total = _ranked(table.groupby("speaker")["words"].sum())
    panels = _panels(table, "words", width, language)
    names = _shown(table, "speaker", total, panels, language)[:top]
    values = np.zeros((len(names), len(panels), 2))
    for row in table[table["speaker"].isin(names)].itertuples():
        if (panel := _panel(row, panels, language)) is not None:
            values[names.index(row.speaker), panel] += row.direct_words, row.indirect_words
    verbatim = table.loc[table["speaker"] == total.index[0], "direct_words"].sum()
    finding = say["heard" if verbatim else "reported"].format(total.index[0], count(total.iloc[0]), count(verbatim))
    notes = (labels.rest(len(names), len(total), say["speakers"], language), _unshown(table, panels, language))
    return _chart(
        names, panels, values, say["word parts"], title or finding, say["words"], notes, source, language, width
    )


@drawn
def stories(table: pd.DataFrame, *, language, width, title, source, top=15, names=None) -> Chart:
    """Bars of the stories of `overlap.stories` that more than one article tells, by their articles.

    `names` maps article_id to what a story's articles are called (their outlet, say); by default their id."""
    say, count = WORDS[language], partial(labels.number, language=language)
    called = table["article_id"].map(lambda name: str((names if names is not None else {}).get(name, name)))
    groups = list(called.groupby(table["story"], sort=True))
    shared = [list(dict.fromkeys(members)) for _, members in groups if len(members) > 1]
    sizes = [len(members) for _, members in groups if len(members) > 1]
    rows = [_list(members, say["and"], count) for members in shared[:top]]
    finding = say["stories"].format(count(len(table)), count(len(groups)))
    if len(groups) == 1:
        finding = say["one article" if len(table) == 1 else "one story"].format(count(len(table)))
    elif not rows:
        finding = say["no story"].format(count(len(table)))
    alone = len(groups) - len(sizes)
    notes = (
        labels.rest(len(rows), len(sizes), say["of stories"], language) if rows else "",
        say["single"].format(count(alone)) if rows and alone else "",
    )
    values = np.array([[[size, 0]] for size in sizes[:top]], float).reshape(-1, 1, 2)
    return _chart(
        rows, [""], values, ("", ""), title or finding, say["articles"], notes, source, language, width, SEVERAL
    )


def _ranked(total: pd.Series) -> pd.Series:
    return total.sort_index().sort_values(ascending=False, kind="stable")


def _list(members: list[str], more: str, count, most: int = 4) -> str:
    """“A; B; C and 4 more”; a day that follows each of them (`names.names`) stands once: “A; B (04.09.2025)”."""
    heads, days = zip(*(member.rpartition(", ")[::2] for member in members), strict=True)
    same = days[0] if len(members) > 1 and len(set(days)) == 1 and DAY.fullmatch(days[0]) else ""
    shown = list(heads) if same else members
    text = "; ".join(shown)
    if len(shown) > most:
        text = f"{'; '.join(shown[: most - 1])} {more.format(count(len(shown) - most + 1))}"
    return f"{text} ({same})" if same else text


def _panels(table: pd.DataFrame, measure: str, width: str, language: str) -> list[str]:
    """The outlets shown, those with most first; one nameless panel where there are not two."""
    if "outlet" not in table or table["outlet"].nunique(dropna=False) < 2:
        return [""]
    outlets = table["outlet"].fillna(labels.NO_OUTLET[language])
    return list(_ranked(table.groupby(outlets)[measure].sum()).index[: PANELS[width]])


def _panel(row, panels: list[str], language: str) -> int | None:
    if panels == [""]:
        return 0
    outlet = labels.NO_OUTLET[language] if pd.isna(row.outlet) else row.outlet
    return panels.index(outlet) if outlet in panels else None


def _shown(table: pd.DataFrame, column: str, total: pd.Series, panels: list[str], language: str) -> list[str]:
    """The names that have a bar in a panel, in the order of `total`: a row of dashes would say nothing."""
    in_panel = [_panel(row, panels, language) is not None for row in table.itertuples()]
    found = set(table.loc[in_panel, column])
    return [name for name in total.index if name in found]


def _unshown(table: pd.DataFrame, panels: list[str], language: str) -> str:
    left = table["outlet"].nunique(dropna=False) - len(panels) if panels != [""] else 0
    return (
        WORDS[language]["outlet" if left == 1 else "outlets"].format(labels.number(left, language)) if left > 0 else ""
    )


def _chart(rows, panels, values, parts, title, subtitle, notes, source, language, width, label_share=LABELS) -> Chart:
    """The sheet: labels at the left, one panel of bars after the other, each bar with its number."""
    sheet = (WIDTHS[width] - 2 * EDGE) * 72
    named = [wrap(name, label_share * sheet, lines=LINES) for name in rows]
    left = EDGE + max((breadth(line) for lines in named for line in lines), default=0) / 72 + 0.08
    heads = [wrap(panel, (WIDTHS[width] - EDGE - left) * 72 / len(panels) - 6, SMALL, "bold", 2) for panel in panels]
    key = KEY if rows and (values[..., 1] > 0).any() else 0
    above = key + max(map(len, heads)) * SMALL * LINE / 72 + (0.05 if panels != [""] else 0)
    heights = [max(ROW, (len(lines) * TEXT * LINE + 4) / 72) for lines in named]
    decimals = 0 if np.allclose(values, np.round(values)) else 1
    alt = _alt(rows, panels, values.sum(axis=2), language, decimals)
    chart = Chart(
        above + sum(heights),
        title=title,
        subtitle=subtitle if rows else "",
        notes=(*notes, source),
        alt=alt,
        width=width,
    )
    if not rows:
        return chart
    if key:
        _key(chart, left, parts)
    middles = np.cumsum(heights) - np.array(heights) / 2
    for lines, middle in zip(named, middles, strict=True):
        chart.write(left - 0.08, above + middle, "\n".join(lines), ha="right", va="center", linespacing=LINE - 0.1)
    most = values.sum(axis=2).max() or 1
    span = (WIDTHS[width] - EDGE - left) / len(panels)
    room = max(breadth(labels.number(most, language, decimals)), 10) / 72 + 0.06
    for place, head in enumerate(heads):
        start = left + place * span
        chart.write(start, above - 0.05, "\n".join(head), size=SMALL, weight="bold", ha="left", va="bottom")
        axes = bare(chart.place(start, above, span - 0.06, sum(heights)))
        axes.set_label(panels[place])
        axes.set(xlim=(0, most * (span - 0.06) / max(span - 0.06 - room, 0.1)), ylim=(sum(heights), 0))
        axes.axvline(0, color=QUIET, linewidth=0.8)
        thick = ROW * 0.66
        axes.barh(middles, values[:, place, 0], color=DARK, height=thick)
        axes.barh(middles, values[:, place, 1], left=values[:, place, 0], color=LIGHT, height=thick)
        for middle, total in zip(middles, values[:, place].sum(axis=1), strict=True):
            text = labels.number(total, language, decimals) if total else "–"
            axes.annotate(
                text, (total, middle), (3, 0), textcoords="offset points", va="center", color=INK if total else QUIET
            )
    return chart


def _key(chart: Chart, left: float, parts: tuple[str, str]) -> None:
    """What the two parts of a bar are: above the bars, or from the sheet's edge where it would not fit there."""
    wide = (sum(breadth(part, SMALL) for part in parts) + 2 * 11 + 12) / 72
    left = min(left, max(chart.sheet[0] - EDGE - wide, EDGE))
    axes = bare(chart.place(left, 0.02, wide, 0.12))
    axes.set(xlim=(0, wide * 72), ylim=(0, 1))
    at = 0.0
    for colour, part in zip((DARK, LIGHT), parts, strict=True):
        axes.barh(0.5, 8, left=at, height=0.8, color=colour)
        axes.text(at + 11, 0.45, part, size=SMALL, va="center")
        at += 11 + breadth(part, SMALL) + 12


def _alt(rows, panels, totals, language, decimals) -> str:
    def said(values):
        return ", ".join(
            f"{name} {labels.number(value, language, decimals)}" for name, value in zip(rows, values, strict=True)
        )

    return " ".join(
        f"{panel}: {said(totals[:, at])}." if panel else f"{said(totals[:, at])}." for at, panel in enumerate(panels)
    )
