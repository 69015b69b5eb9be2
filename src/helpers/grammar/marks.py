"""Which quotation marks belong together. text → quotations as character ranges.

Every style German outlets use is read: „…“ „…” „…" "…" “…” ”…” »…« «…» ›…‹ ‹…› ‚…‘ ‘…’ '…' ,,…'' and mixtures
of them, also one inside the other. A mark may open or close only where its neighbours let it (a word follows,
a word or a sentence end precedes), so an apostrophe or an odd mark costs at most its own quotation, never
those after it.

    >>> [text[q.inner_start : q.inner_end] for q in pair_marks(text := 'Er sagte: „Ja", dann »nein«.')]
    ['Ja', 'nein']
"""

import re
from dataclasses import dataclass, replace
from itertools import islice

CLOSERS = {
    "„": ("“", "”", '"'), ",,": ("''", "“", "”", '"'), "“": ("”", "“", '"'), "”": ("”", "“", '"'),
    '"': ('"', "“", "”"), "``": ("''", "”", '"'), "''": ("''",), "»": ("«",), "«": ("»",), "›": ("‹",),
    "‹": ("›",), "‚": ("‘", "’", "'"), "‘": ("’", "'"), "'": ("'", "’"), "’": ("’",),
}  # fmt: skip
SINGLE = frozenset("‚‘’'›‹")
BEFORE_OPENER = frozenset("([{–—-/„“”\"»«›‹‚‘'…:")
MARK = re.compile(r"''|,,(?=\w)|``|[„“”\"»«‚‘’›‹']|\n+")
APOSTROPHE_WORD = re.compile(r"(?:s|n|ne|nen|ner|ns|nem|m|rum|rein|raus|runter)\b")  # 's, 'ne, 'nem: no opening mark
LONGEST_SINGLE = 400  # characters that 'single marks' may hold, for an apostrophe can look like an opener
LONGEST_OPEN = 1500  # characters a quotation may run on over paragraphs


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks: `start`/`end` with them, `inner_start`/`inner_end` and `text` without."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    text: str
    depth: int = 0  # 0: outermost, 1: a quotation inside it …


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    start: int
    end: int


def pair_marks(text: str) -> list[Quotation]:
    """All quotations of a text, outermost and nested, in reading order; linear in its length."""
    matches = list(MARK.finditer(text))
    upcoming = _upcoming_closers(text, matches)
    found: list[Quotation] = []
    stack: list[_Open] = []
    for number, match in enumerate(matches):
        mark = match.group()
        if mark[0] == "\n":
            stack = _carried_over(text, stack, match, matches, number)
            continue
        may_open, may_close = _direction(text, match)
        stack = _without_overlong(stack, match.start())
        level = _closable(stack, mark) if may_close else None
        if level is not None and not (may_open and mark == '"' and stack[level].mark != '"'):
            opened = stack[level]
            stack = stack[:level]
            if match.start() > opened.end:
                inner = text[opened.end : match.start()]
                found.append(Quotation(opened.start, match.end(), opened.end, match.start(), inner, level))
        elif may_open:
            stack = _opened(stack, _Open(mark, match.start(), match.end()), upcoming[number])
    return _well_nested(found)


def _direction(text: str, match: re.Match) -> tuple[bool, bool]:
    """Whether its neighbours let a mark open, and close."""
    mark = match.group()
    before = text[match.start() - 1] if match.start() else "\n"
    after = text[match.end()] if match.end() < len(text) else "\n"
    clear_before = before.isspace() or before in BEFORE_OPENER
    if mark in ("„", ",,", "``"):
        return not after.isspace(), False
    if mark == "‚":
        return clear_before and after.isalnum(), False
    if mark in ("'", "’", "‘"):
        opens = clear_before and after.isalnum() and not APOSTROPHE_WORD.match(text, match.end())
        closes = not after.isalnum() and not before.isspace()
        return (opens and mark != "’"), closes
    opens = not after.isspace() and (clear_before or mark in "»«›‹")
    if mark in "»«›‹":
        opens = opens and (after.isalnum() or after in "([…'‚„")
        return opens, True
    return opens, not before.isspace() or not after.isalnum()


def _closable(stack: list[_Open], mark: str) -> int | None:
    """The innermost open mark that this one closes."""
    for level in range(len(stack) - 1, -1, -1):
        if mark in CLOSERS[stack[level].mark]:
            return level
        if mark in SINGLE:
            return None  # a single mark closes nothing beyond the innermost one: it may be an apostrophe
    return None


def _opened(stack: list[_Open], new: _Open, closers: int) -> list[_Open]:
    """The stack with one more open mark. A second double mark is nested only if enough closers follow; else
    the first has lost its closer and is given up."""
    doubles = [o for o in stack if o.mark not in SINGLE]
    if new.mark in SINGLE or not doubles or (new.mark in "»«") != (doubles[-1].mark in "»«"):
        return [*stack, new] if len(stack) < 3 else stack
    if closers > len(doubles):
        return [*stack, new] if len(stack) < 3 else stack
    return [new]


def _upcoming_closers(text: str, matches: list[re.Match]) -> list[int]:
    """For each mark: how many closing double marks follow in its paragraph before the next sure opening
    one."""
    counts = [0] * len(matches)
    running = 0
    for number in range(len(matches) - 1, -1, -1):
        mark = matches[number].group()
        counts[number] = running
        if mark[0] == "\n" or mark in ("„", ",,"):
            running = 0
        elif mark in '“”"':
            may_open, may_close = _direction(text, matches[number])
            running += may_close and not (mark == '"' and may_open)
    return counts


def _carried_over(text, stack, break_, matches, number) -> list[_Open]:
    """What stays open at a paragraph end: the outermost double mark, if it is closed before another one
    opens."""
    stack = [o for o in stack[:1] if o.mark not in SINGLE and o.mark != "''"]
    if not stack:
        return []
    for match in islice(matches, number + 1, None):
        mark = match.group()
        if match.start() - stack[0].start > LONGEST_OPEN:
            return []
        if mark[0] == "\n" or mark in SINGLE:
            continue
        may_open, may_close = _direction(text, match)
        return stack if may_close and mark in CLOSERS[stack[0].mark] and not (may_open and mark == '"') else []
    return []


def _without_overlong(stack: list[_Open], position: int) -> list[_Open]:
    return [o for o in stack if o.mark not in SINGLE or position - o.start <= LONGEST_SINGLE]


def _well_nested(found: list[Quotation]) -> list[Quotation]:
    """In reading order, with the depth that the quotations around leave."""
    ordered, around = [], []
    for q in sorted(found, key=lambda q: (q.start, -q.end)):
        while around and around[-1] <= q.start:
            around.pop()
        ordered.append(replace(q, depth=len(around)))
        around.append(q.end)
    return ordered
