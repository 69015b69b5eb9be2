"""A raw article → its title, its text and what was taken out. str → str, one small step after another.

    characters → glued words parted → furniture out → by-lines out → title once → blank lines tidied

The steps are repeated until nothing changes, so that cleaning a clean text leaves it as it is.
"""

import datetime as dt
import re
from dataclasses import dataclass, field

from .bylines import outlet_named, without_byline, without_site_name
from .characters import printable
from .furniture import part_glued, without_furniture
from .timestamps import DATE, read_date
from .titles import title_of, without_kicker, without_repeats

__all__ = ["Cleaned", "clean"]

STEPS = (without_furniture, without_site_name, without_byline, without_kicker)
BLANK_LINES = re.compile(r"\n{3,}")
DATE_LINE = re.compile(rf"(?P<label>[A-Za-zÄÖÜäöüß ,.-]{{0,60}}?):? ?(?:am |vom )?{DATE}", re.IGNORECASE)
CHANGED = re.compile("stand|aktualisier|update", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article as its text gives it: None where the text does not say."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: dt.datetime | None = None
    removed: list[str] = field(default_factory=list)


def clean(raw: str, title: str | None = None) -> Cleaned:
    """The article in a raw text: its title once as the first line (where there is one), its body, no site furniture.

    A `title` known from elsewhere (a web page's metadata) becomes the first line if it is not there already. No
    sentence of the article is changed. What is taken out stands in `removed`, a string per line; control and invisible
    characters are dropped, odd spaces become plain ones and glued words are parted without a mention there.
    """
    text = tidy(printable(raw))
    outlet = outlet_named(part_glued(text))
    found, removed, before = None, [], None
    while text != before:
        before = text
        text = part_glued(text)
        for step in STEPS:
            text = _apply(step, text, removed)
        found = found or title_of(text)
        text = tidy(_apply(without_repeats, text, removed))
    if found and not text.startswith(found):
        found = title_of(text)
    title = " ".join(printable(title or "").split())
    if title:
        text = tidy(_apply(without_repeats, f"{title}\n\n{text}", removed))
        found = text.partition("\n")[0]
    return Cleaned(text, found, outlet, _published(removed), removed)


def tidy(text: str) -> str:
    """No blanks at the ends of lines, at most one blank line in a row, none at either end."""
    return BLANK_LINES.sub("\n\n", "\n".join(line.strip() for line in text.split("\n"))).strip("\n")


def _apply(step, text: str, removed: list[str]) -> str:
    after = step(text)
    if after != text:
        removed += _taken_out(text, after)
    return after


def _taken_out(before: str, after: str) -> list[str]:
    """The lines, or ends of lines, that a step left out. A step drops or shortens lines; it moves and adds none."""
    kept = filter(str.strip, after.split("\n"))
    now, out = next(kept, None), []
    for line in filter(str.strip, before.split("\n")):
        if now is not None and line.startswith(now):
            line, now = line[len(now) :], next(kept, None)
        if line.strip():
            out.append(line.strip())
    return out


def _published(removed: list[str]) -> dt.datetime | None:
    """The date in a date line (“Veröffentlicht am 4.9.2025”); in one that tells of a change if there is no other."""
    dated = [found for line in removed if len(line) < 120 and (found := DATE_LINE.match(line))]
    dated.sort(key=lambda found: bool(CHANGED.search(found["label"])))
    return next((date for found in dated if (date := read_date(found[0]))), None)
