"""Who published an article, as its own text says: by-line, source line, credit. text → outlet; text without by-line."""

import re

from .. import organisations
from .lines import SITE_SUFFIX, bare, prose

DOMAIN = r"(?:[A-Za-z0-9äöü][\wäöü-]{0,40}\.){1,3}[a-z]{2,6}"
IS_DOMAIN = re.compile(DOMAIN)
SOURCE = re.compile(
    r"^(?:Von|Quelle|Quellen|Erschienen (?:bei|in|auf)|Zuerst erschienen (?:bei|in|auf)) ?:? (.{2,80})$", re.IGNORECASE
)
COPYRIGHT = re.compile(r"^(?:©|\(c\)|Copyright) ?(?:\d{4})? ?(?:by )?(.{2,60})$", re.IGNORECASE)
CREDIT = re.compile(
    rf"\b(?:Darüber (?:berichtet|schreibt|informiert) ({DOMAIN})\b"
    rf"|(?:Das|Dies|Hierüber) (?:berichtet|meldet|schreibt) ({DOMAIN}) (?:unter|mit) (?:Berufung|Verweis|Bezug))"
)
HEAD = 12  # lines that may stand above an article
MOST_BARE_LINES = 2  # more of them in a row are a list that belongs to the article


def outlet_named(text: str) -> str | None:
    """The outlet as the text names it: the bare name of a known outlet or a domain above or below the article, a source
    or copyright line with one, or a site that credits itself (“Darüber berichtet beispiel.ch unter Berufung auf …”).

    A newspaper the article cites (“Dies berichtet The Telegraph …”) did not publish it, nor did a news agency.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    last = next((i for i in range(len(lines) - 1, -1, -1) if prose(lines[i])), None)
    if last is None:
        return None
    head = [line for line in lines[:HEAD] if SOURCE.match(line)]
    for line in (*reversed(lines[last + 1 :]), lines[0], *head):
        named = SOURCE.match(line) or COPYRIGHT.match(line)
        for part in re.split(r"[,;/|()]| – ", named[1])[:10] if named else [line]:
            if is_outlet(part.strip()):
                return part.strip()
    if named := _site_name(lines[0]):
        return named[1]
    credited = {name for found in CREDIT.finditer(text) for name in found.groups() if name}
    credited = {name for name in credited if name.casefold() not in organisations.bylines()}
    return credited.pop() if len(credited) == 1 else None


def is_outlet(name: str) -> bool:
    """A known outlet, or a domain (“beispiel.ch”)."""
    kind = organisations.bylines().get(name.casefold())
    return kind == "outlet" or (kind is None and bool(IS_DOMAIN.fullmatch(name)))


def without_byline(text: str) -> str:
    """The text without a by-line above it and without the bare names below its last sentence (“Sky News”, “Today”)."""
    lines = text.split("\n")
    first, last = (
        next((i for i in order if lines[i].strip()), None) for order in (range(len(lines)), range(len(lines))[::-1])
    )
    if first is None or not any(prose(line) for line in lines):
        return text
    if is_outlet(lines[first].strip()):
        lines[first] = ""
    names = []
    while lines[last].strip() == "" or bare(lines[last]) or is_outlet(lines[last].strip()):
        names += [last] if lines[last].strip() else []
        last -= 1
    unknown = [i for i in names if not is_outlet(lines[i].strip())]
    listed = len(unknown) > MOST_BARE_LINES or not prose(lines[last])
    gone = set(names) - set(unknown if listed else [])
    return "\n".join(line for i, line in enumerate(lines) if i not in gone)


def without_site_name(text: str) -> str:
    """The text without a known outlet behind its title (“Macron reist ab | tagesschau.de”)."""
    first, _, rest = text.lstrip().partition("\n")
    return f"{_site_name(first)[0]}\n{rest}" if _site_name(first) else text


def _site_name(line: str) -> tuple[str, str] | None:
    found = SITE_SUFFIX.match(line) if len(line) < 300 else None
    return (found[1], found[2]) if found and is_outlet(found[2]) else None
