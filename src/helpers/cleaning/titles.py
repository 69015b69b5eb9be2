"""The title: an article's first line, often there two or three times. text → title, text with it once."""

import re
from itertools import pairwise

from .lines import END, INNER_END, SITE_SUFFIX, bare, full_stop, key, prose

LONGEST = 250
MOST_WORDS = 30
# an abbreviation whose full stop ends no sentence
ABBREVIATED = re.compile(r"\b(?:[IVX]{1,6}|etc|usw|Co|u\.\s?a|z\.\s?B|Dr|Nr|St)\.$")
LEAST_WORDS_OF_A_COPY = 4
MOST_WORDS_OF_A_KICKER = 4
BETWEEN_NOUNS = re.compile("in|im|der|die|das|den|dem|des|um|am|und|für|von|zu|zum|zur|mit|gegen|nach|vor|bei|aus")


def title_of(text: str) -> str | None:
    """The title of an article, None where its text begins with an ordinary sentence or has no body.

    A title is a first line that is repeated, or one that is no sentence of running text (no full stop) and has prose
    under it.
    """
    lines = text.split("\n")
    heads = _heads(lines)
    if not heads or not any(prose(line) for line in lines[heads[-1] + 1 :]):
        return None
    title = _fullest([lines[i].strip() for i in heads])
    if len(heads) > 1:
        return title
    return title if _looks_like_title(title) and not _wrapped(lines[heads[0] :]) else None


def without_repeats(text: str) -> str:
    """The text with its title once: the fullest of the first lines that say the same, and none of its copies below;
    and with every other line once that stands there twice in a row, as a picture's caption does."""
    lines = text.split("\n")
    heads = _heads(lines)
    if not heads:
        return text
    title = _fullest([lines[i].strip() for i in heads])
    copies = set(heads[1:])
    if title.count(" ") >= LEAST_WORDS_OF_A_COPY - 1 and title_of(text):
        copies |= {i for i in range(heads[-1] + 1, len(lines)) if _copy(title, lines[i])}
    written = [i for i, line in enumerate(lines) if key(line)]
    copies |= {i for before, i in pairwise(written) if lines[i].strip() == lines[before].strip()} - {heads[0]}
    if not copies:
        return text
    lines[heads[0]] = title
    return "\n".join(line for i, line in enumerate(lines) if i not in copies)


def without_kicker(text: str) -> str:
    """The text without the topic some outlets set above a title (“Krieg in der Ukraine”), where a title follows."""
    lines = text.split("\n")
    written = [i for i, line in enumerate(lines) if line.strip()][:3]
    if len(written) < 3 or not _names_a_topic(lines[written[0]].split()):
        return text
    title = lines[written[1]].strip()
    if title.count(" ") < LEAST_WORDS_OF_A_COPY - 1 or prose(title) or not _looks_like_title(title):
        return text
    return "\n".join(lines[written[1] :]) if title_of("\n".join(lines[written[1] :])) else text


def _names_a_topic(words: list[str]) -> bool:
    """A few nouns and the small words between them: no verb, no sentence."""
    return len(words) <= MOST_WORDS_OF_A_KICKER and all(
        word[0].isupper() or BETWEEN_NOUNS.fullmatch(word) for word in words
    )


def _heads(lines: list[str]) -> list[int]:
    """The first line of the text and the lines right under it, blank ones aside, that say the same."""
    heads: list[int] = []
    for i, line in enumerate(lines):
        if not line.strip():
            continue
        if heads and not _same(lines[heads[0]].strip(), line.strip()):
            break
        heads.append(i)
        if len(line) > LONGEST:
            break
    return heads


def _same(first: str, second: str) -> bool:
    """One title twice, a full stop or the site's name behind it (“Macron reist ab | Beispielblatt”) aside."""
    if max(len(first), len(second)) > LONGEST or not key(first):
        return False
    return key(first) in (key(second), key(_without_site(second))) or key(_without_site(first)) == key(second)


def _without_site(line: str) -> str:
    found = SITE_SUFFIX.match(line)
    return found[1] if found and bare(found[2]) else line


def _fullest(titles: list[str]) -> str:
    """The longest of the titles that carry no site's name; the first of equals."""
    shortest = min((key(title) for title in titles), key=len)
    return max((title for title in titles if key(title) == shortest), key=len)


def _copy(title: str, line: str) -> bool:
    return len(line) <= LONGEST and full_stop(line) == full_stop(title) and key(line) == key(title)


def _looks_like_title(line: str) -> bool:
    if len(line) > LONGEST or line.count(" ") >= MOST_WORDS or line[0].islower() or line[-1] in ":,;":
        return False
    if full_stop(line) and not ABBREVIATED.search(line):
        return False
    return not (END.search(line) and INNER_END.search(line))


def _wrapped(lines: list[str]) -> bool:
    """A paragraph broken at a fixed width: its first line runs on in the next, which is about as long."""
    paragraph = lines[: next((i for i, line in enumerate(lines) if not line.strip()), len(lines))]
    if len(paragraph) < 2 or prose(paragraph[1]):
        return len(paragraph) > 1 and paragraph[1].lstrip()[:1].islower()
    width = max(len(line) for line in paragraph)
    return paragraph[1].lstrip()[:1].islower() or all(len(line) > 0.7 * width for line in paragraph[:-1])
