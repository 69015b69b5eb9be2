"""Site furniture (share bars, adverts, teasers, notices) by the patterns in lexicon/furniture.csv. text → text."""

import re
from functools import cache, lru_cache

from .. import lexicon
from .lines import INNER_END, full_stop, headline, prose
from .timestamps import DATE

WORD = r"[A-ZÄÖÜ][\w'’-]{1,25}"
PERSON = rf"(?:(?:Dr|Prof)\. ){{0,2}}{WORD}(?: (?:von|van|de|der|zu|[A-ZÄÖÜ]\.|{WORD})){{0,2}} {WORD}"
NAME = rf"(?-i:{PERSON}(?:(?:, | und ){PERSON}){{0,3}})"
LEADING = " \t>›»•·*|▶►→#▪■●–—-"
TRAILING = " \t›<|▶►→:…*–—-"
LONGEST = 400  # characters a notice may have; a longer line is an article's paragraph
TAIL = 120  # characters at a line's end that may hold a credit
HEAD = 12  # lines that may stand above an article
WHOLE = ("line", "glued", "block", "to_end")
BULLET = re.compile(r"[•●▪■*]\s")
LEAST_ENTRIES, MENU_BLANKS = 3, 5
LONGEST_CAPTION, LEAST_BLANKS_OF_A_TITLE = 200, 5
OPENERS = (  # words that begin a sentence and end no word
    "Der|Die|Das|Den|Dem|Des|Ein|Eine|Einen|Einem|Einer|Was|Wie|Wer|Wo|Warum|Wenn|Als|Auch|Am|Im|Auf|Aus|Bei|Beim|Mit|"
    "Nach|Seit|Und|Aber|Es|Er|Sie|Wir|Ich|Doch|Für|Laut|Zu|Zum|Zur|Nun|Nur|Noch|Dies|Diese|Dieser|Dabei|Damit|Dafür|"
    "Davor|Zuvor|Unterdessen|Zudem|Denn|Während|Ob|Vor|Von|Vom|Gegen|Unter|Über|Um|So|Man"
)
GLUED_WORD = re.compile(rf"(?<=\s)([a-zäöüß]{{3,30}})(?=(?:{OPENERS}) )")
GLUED_SENTENCE = re.compile(rf"(?<=[a-zäöüß]{{3}})([.!?])(?=(?:{OPENERS}) )")


def part_glued(text: str) -> str:
    """Words and sentences that lost the break between them: “folgenWas die” → two lines, “Ende.Die” → “Ende. Die”."""
    text = _matchers()["hinge"].sub(_a_line_each, text)
    return GLUED_SENTENCE.sub(r"\1 ", GLUED_WORD.sub("\\1\n", text))


def without_furniture(text: str) -> str:
    """The text without its furniture; every other line stays as it is."""
    lines = text.split("\n")
    lines = lines[_above_title(lines) :]
    lead = next((i for i, line in enumerate(lines) if prose(line)), len(lines))
    body = _body(lines, lead)
    menu = _menu(lines[:body])
    lines, lead, body = [line for i, line in enumerate(lines) if i not in menu], lead - len(menu), body - len(menu)
    kept, i = [], 0
    while i < len(lines):
        scope = _scope(lines[i], above=i < body, titled=i > lead)
        if scope is None:
            kept.append(_without_suffix(lines[i]))
        elif scope == "to_end" and _mostly_above(lines, i):
            break
        elif scope == "block":
            i = _last_of_block(lines, i)
        i += 1
    return "\n".join(kept)


def _body(lines: list[str], lead: int) -> int:
    """The line where running text begins: a lead right under the title, with a by-line below it, is still above it."""
    written = [i for i, line in enumerate(lines) if line.strip()][:HEAD]
    running = [i for i in written if prose(lines[i])]
    if len(running) > 1 and running[0] == written[1] and running[1] != written[2]:
        return running[1]
    return lead


def _menu(lines: list[str]) -> set[int]:
    """The entries of a site's menu above an article: three or more short lines with a bullet."""
    entries = [
        i for i, line in enumerate(lines) if BULLET.match(line.lstrip()) and line.count(" ", 0, 99) < MENU_BLANKS
    ]
    return set(entries) if len(entries) >= LEAST_ENTRIES else set()


def _above_title(lines: list[str]) -> int:
    """Where a title begins that a picture stands above, its caption of one sentence followed by its credit; 0 without
    such a picture."""
    written = [i for i, line in enumerate(lines) if line.strip()][:HEAD]
    first, second, third = [*(i for i in written if _scope(lines[i], above=True) is None), 0, 0, 0][:3]
    if not third or not any(_matchers()["picture"].fullmatch(lines[i].strip()) for i in written if first < i < second):
        return 0
    caption, title = lines[first].strip(), lines[second].strip()
    pictured = len(caption) < LONGEST_CAPTION and prose(caption) and not INNER_END.search(caption)
    return second if pictured and headline(title) and title.count(" ") >= LEAST_BLANKS_OF_A_TITLE else 0


def _a_line_each(hinge: re.Match) -> str:
    """The glued notices before a sentence, each in a line of its own."""
    notices = [notice[0] for notice in _matchers()["glued"].finditer(hinge[0].strip())]
    whole = "".join(notices) == hinge[0].strip()
    return "\n".join(["", *notices, ""] if hinge[0][0] == " " else [*notices, ""]) if whole else hinge[0] + "\n"


@cache
def _matchers() -> dict[str, re.Pattern]:
    """Scope → one pattern of all its rows, the longest first."""
    rows: dict[str, list[str]] = {}
    for row in lexicon.rows("furniture"):
        rows.setdefault(row["scope"], []).append(row["pattern"].replace("{date}", DATE).replace("{name}", NAME))
    either = {
        scope: "|".join(f"(?:{p})" for p in sorted(found, key=len, reverse=True)) for scope, found in rows.items()
    }
    either["picture"] = "|".join(
        f"(?:{row['pattern'].replace('{date}', DATE).replace('{name}', NAME)})"
        for row in lexicon.rows("furniture")
        if (row["scope"], row["kind"]) == ("line", "credit")
    )
    inside_a_word = r"(?<=(?-i:[a-zäöüß]))(?=(?-i:[„\"»]?[A-ZÄÖÜ][a-zäöüß]))"
    after_sentence = r"(?<=[.!?“”\"»«)])"
    return {
        scope: re.compile(pattern, re.IGNORECASE)
        for scope, pattern in either.items()
        if scope not in ("suffix", "tail")
    } | {
        "tail": re.compile(rf" ?(?:{either['tail']})\s*$", re.IGNORECASE),
        "suffix": re.compile(rf"{after_sentence} ?(?:{either['suffix']}|{either['glued']})\s*$", re.IGNORECASE),
        "hinge": re.compile(
            rf"(?:^|{after_sentence} ?)(?:(?:{either['glued']}){inside_a_word})++",
            re.IGNORECASE | re.MULTILINE,
        ),
    }


@lru_cache(maxsize=4096)
def _scope(line: str, *, above: bool, titled: bool = True) -> str | None:
    """The scope of the furniture a line is; None for a line of the article."""
    core = line.strip().lstrip(LEADING).rstrip(TRAILING)
    if not core:
        return "head" if above and line.strip() else None  # a line drawn
    if len(line) > LONGEST:
        return None
    matchers = _matchers()
    for scope in (*WHOLE, "head") if above else WHOLE:
        if matchers[scope].fullmatch(core) or matchers[scope].fullmatch(line.strip()):
            return scope
    if matchers["start"].match(core):
        return "start"
    return "teaser" if titled and not full_stop(line) and matchers["teaser"].match(core) else None


def _without_suffix(line: str) -> str:
    """The line without the credit or notice behind its last sentence, or behind a caption."""
    cut = max(len(line) - TAIL, 0)
    end = line[cut:]
    for scope in ("suffix", "tail"):
        end = _matchers()[scope].sub("", end)
    return line[:cut] + end


def _mostly_above(lines: list[str], i: int) -> bool:
    above, below = (sum(len(line) for line in part if prose(line)) for part in (lines[:i], lines[i + 1 :]))
    return above > below


def _last_of_block(lines: list[str], i: int) -> int:
    """The last line of a box of links: the headlines right under its header, or all that follow when no prose does."""
    rest = range(i + 1, len(lines))
    if not any(prose(lines[j]) for j in rest):
        return len(lines) - 1
    return next(j for j in rest if not headline(lines[j])) - 1
