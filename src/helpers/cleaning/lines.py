"""What kind of line a line of an article is: running prose, a headline, a bare name. str → bool."""

import re

CLOSERS = "”“\"»«’'‘)\\]"
STOP = re.compile(rf"\.[{CLOSERS}]{{0,4}}$")
END = re.compile(rf"[.!?…][{CLOSERS}]{{0,4}}$")
INNER_END = re.compile(r"[.!?][”“\"»«)]? +[„“\"»«(]?[A-ZÄÖÜ]")
SITE_SUFFIX = re.compile(r"^(.{2,300}?\S) +[|–—-] +([^|–—]{2,40})$")  # “Title | Site”
LOWER_CASE_IN_NAMES = {"von", "van", "de", "der", "die", "das", "und", "für", "the", "of", "&"}
BARE_WORDS = 4


def prose(line: str) -> bool:
    """Running text: it ends with a full stop, or holds more than one sentence and ends with “?” or “!”."""
    line = line.strip()
    if line.count(" ", 0, 200) < 2:
        return False
    return bool(full_stop(line) or (END.search(line[-6:]) and INNER_END.search(line[:400])))


def full_stop(line: str) -> bool:
    """It ends with a full stop, closing marks aside."""
    return bool(STOP.search(line.rstrip()[-6:]))


def headline(line: str) -> bool:
    """A headline or the text of a link: something, but no sentence with its full stop, and short."""
    return bool(line.strip()) and not full_stop(line) and len(line) <= 250


def bare(line: str) -> bool:
    """A name and nothing else (“Today”, “Sky News”, “Erika Muster”): at most four words, none of them in lower case."""
    words = line.split(maxsplit=BARE_WORDS + 1)
    return (
        0 < len(words) <= BARE_WORDS
        and not END.search(line.strip()[-6:])
        and line.strip()[-1] not in ":,;"
        and all(word[0].isupper() or word in LOWER_CASE_IN_NAMES for word in words)
    )


def key(line: str) -> str:
    """The letters and digits of a line: two lines with one key say the same."""
    return "".join(character for character in line.casefold() if character.isalnum())
