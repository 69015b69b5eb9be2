"""The reading units of the figure grammar: text → list of Piece, in one linear pass.

spaCy's tokens serve names and sentences; numbers need finer units of their own (“€5”, “5km”, “13–15”,
“30-jährig” and “20 000” are one, two or three tokens there), so the text is cut again and the finds are
laid on the tokens later.

Every alternative of the pattern uses possessive quantifiers and eats what it has looked at: linear on any
text."""

import re
from typing import NamedTuple

LETTERS = r"[^\W\d_]"
PIECE = re.compile(
    rf"""
    (?P<link>https?://\S++|www\.\S++|(?<![\w.+-])[\w.+-]++@[\w.-]++)
  | (?P<isodate>(?<![\d-])[12]\d{{3}}-[01]\d-[0-3]\d(?![\d-]))
  | (?P<daydate>(?<![\d.])[0-3]?\d\.\s?[01]?\d\.\s?[12]\d{{3}}(?!\d)
      |(?<![\d.])[0-3]?\d\.[01]?\d\.(?:\d\d(?![\d.]))?(?!\d))
  | (?P<clock>(?<![\d:])\d{{1,3}}+\x20:\x20\d{{1,3}}+(?!\x20?[\d:])
      |(?<![\d:])\d{{1,3}}+:\d{{1,3}}+(?::\d\d)?(?:,\d++)?(?![\d:]))
  | (?P<slash>(?<![\d/])\d{{1,4}}+/\d{{1,4}}+(?![\d/]))
  | (?P<number>(?<!\d)[1-9]\d{{0,2}}(?:(?P<sep>[.'’\u00a0\u202f\u2009\ ])\d{{3}}(?!\d))(?:(?P=sep)\d{{3}}(?!\d))*+
        (?:,\d++|(?<=['’]\d{{3}})\.\d++)?
      |\d++,\d++|\d*+[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
  | (?P<version>\d++(?:\.\d++){{2,}}+)
  | (?P<dotted>\d++\.\d++)
  | (?P<plain>\d++)
  | (?P<code>(?!(?:EUR|USD|CHF|GBP|A|B)\d){LETTERS}++(?:-{LETTERS}++)*+-?\d[\w-]*+)
  | (?P<word>(?:(?:EUR|USD|CHF|GBP|A|B)(?=\d)|{LETTERS}++(?:[-‑’'/]{LETTERS}++)*+))
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)
NUMERIC = frozenset({"number", "plain"})


class Piece(NamedTuple):
    """One reading unit; `kind` is a group name of PIECE, `first`: it begins a sentence or line."""

    kind: str
    text: str
    start: int
    end: int
    lower: str
    glued: bool  # no white space before it
    first: bool

    @property
    def capital(self) -> bool:
        return self.kind == "word" and self.text[0].isupper()


END = Piece("end", "", 0, 0, "", False, True)


class Pieces(list):
    """The pieces of a text; reading beyond either end gives END, which matches nothing."""

    def __getitem__(self, i):
        if isinstance(i, slice):
            return list.__getitem__(self, i)
        return list.__getitem__(self, i) if 0 <= i < len(self) else END


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set: closed word classes are easier to read that way."""
    return frozenset(text.split())


def cut(text: str, sentence_starts: frozenset[int] | set[int] = frozenset()) -> Pieces:
    """The text as pieces; white space is dropped, its line breaks and the given sentence starts are kept
    as `first`."""
    pieces, last = Pieces(), 0
    for match in PIECE.finditer(text):
        start, end = match.span()
        value = match.group()
        first = not pieces or start in sentence_starts or (start > last and "\n" in text[last:start])
        pieces.append(Piece(match.lastgroup, value, start, end, value.lower(), start == last and start > 0, first))
        last = end
    return pieces
