"""Characters no reader sees, or no table holds. text → text of printable characters and line feeds."""

import re
import unicodedata

LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"]
# soft hyphen, zero-width space, word joiner, marks and embeddings of direction, byte order mark, non-characters
INVISIBLE = "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff"
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
PRINTABLE = dict.fromkeys([*CONTROLS, *map(ord, INVISIBLE)]) | dict.fromkeys(map(ord, SPACES), " ")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
LONGEST_STACK = 30  # marks on one letter that Unicode's Stream-Safe Text Format allows (UAX 15)


def printable(text: str) -> str:
    """The text with Unix line ends, composed letters (NFC) and plain spaces, without control and invisible characters.

    A lone surrogate, which no file can hold, becomes U+FFFD. Nothing visible changes, so nothing is listed as removed.
    """
    if LONE_SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = LINE_ENDS.sub("\n", text).translate(PRINTABLE)
    return text if text.isascii() or _stacked(text) else unicodedata.normalize("NFC", text)


def _stacked(text: str) -> bool:
    """Whether more marks stand on one letter than any language needs: to order them takes quadratic time."""
    height = 0
    for character in text:
        height = height + 1 if character > "\u02ff" and unicodedata.combining(character) else 0
        if height > LONGEST_STACK:
            return True
    return False
