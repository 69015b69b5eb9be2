"""Sentence ends in German news: sets `token.is_sent_start`. Doc → Doc.

A full stop ends a sentence unless it belongs to an abbreviation, an initial or an ordinal ("am 1. September",
"der 27. Außenminister"). A closing quotation mark or bracket belongs to the sentence before it, an opening
one to the sentence after it. Every line is a paragraph of its own, so headlines and list items end without a
full stop; only a line that goes on in lower case is one that was broken for width. Sentences inside a
quotation are sentences (`helpers.grammar` also offers the outer sentence, in which the whole quotation is one
word)."""

import re
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from .lexicon import words

NEVER_LAST = words("abbreviations", "abbreviation", sentence_end="never")
MAYBE_LAST = words("abbreviations", "abbreviation", sentence_end="sometimes")
TERMINAL = frozenset({".", "!", "?", "…", "...", "?!", "!?", "!!", "??", ".."})
CLOSING = frozenset("“”\"»«‘’'›‹)]") | {"''"}
OPENING = frozenset("„“”\"»«‚‘'›‹([")
NUMBER = re.compile(r"\d+\.")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d\.")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


MONTHS = _set("""
    Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
    Jan. Feb. Apr. Aug. Sep. Sept. Okt. Nov. Dez.""")
# in front of an ordinal: "am 4.", "der 2.", "1. und 2."
BEFORE_ORDINAL = _set("""
    am im zum zur vom beim ab bis seit der die das den dem des ein eine einen einem einer eines und oder
    ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner jeder jedes jeden diesem diesen dieser""")
# capitalised function words open a sentence: after an abbreviation or a number they decide
SENTENCE_OPENERS = _set("""
    der die das es er sie in im am an auf bei nach mit von vor zu zum zur für gegen über unter durch um aus
    seit während wegen trotz laut ein eine einen wie als so auch da dass wenn und aber doch dies diese dieser
    dieses damit dazu dabei zudem außerdem allerdings jedoch insgesamt man wir ich nun nur noch dort hier
    bisher zuvor danach bereits derzeit ihr ihre sein seine den dem des nicht ob alle beide viele weil obwohl
    nachdem sollte sollten""")


@Language.component("sentences", assigns=["token.is_sent_start"])
def component(doc: Doc) -> Doc:
    """Mark the first token of every sentence; white space belongs to the sentence before it."""
    tokens = [(token.i, token.text, token.whitespace_ != "") for token in doc if not token.is_space]
    starts = {tokens[0][0]} if tokens else set()
    line_breaks = {token.i + 1 for token in doc if token.is_space and "\n" in token.text}
    line = [tokens[0][1]] if tokens else []
    for number, (before, after) in enumerate(pairwise(tokens)):
        if after[0] in line_breaks or "\n" in doc[before[0] : after[0]].text:
            new = not _is_broken_line(line, after[1])
        else:
            new = _ends(tokens, number) and not (after[1] in CLOSING and not before[2])
        if new:
            starts.add(after[0])
            line = []
        line.append(after[1])
    for token in doc:
        token.is_sent_start = token.i in starts or token.i == 0
    return doc


def _is_broken_line(line: list[str], following: str) -> bool:
    """Whether a line end was only set for width: a long line without a full stop goes on in lower case."""
    return len(line) >= 8 and following[:1].islower() and line[-1] not in TERMINAL and line[-1] != ":"


def _ends(tokens: list[tuple[int, str, bool]], number: int) -> bool:
    """Whether a sentence ends with token `number` (the last one never asks)."""
    _, text, space = tokens[number]
    following = tokens[number + 1][1]
    if text in CLOSING and number:
        return _ends_with_closing(tokens, number)
    if not _may_open(following):
        return False
    if text in TERMINAL:
        if text == "." and number and _is_abbreviated(tokens[number - 1][1], following):
            return False
        return space or following[:1].isupper() or following in OPENING
    if not space or not text.endswith("."):
        return False
    if NUMBER.fullmatch(text):
        return _number_ends(tokens, number, following)
    return text.lower() not in NEVER_LAST and following.lower() in SENTENCE_OPENERS


def _may_open(text: str) -> bool:
    return text[:1].isupper() or text[:1].isdigit() or text in OPENING or text[0] in "–—•-*#@"


def _ends_with_closing(tokens, number) -> bool:
    """After closing marks and brackets the punctuation inside them decides; an opening mark ends nothing."""
    inside = number
    while inside >= 0 and tokens[inside][1] in CLOSING:
        if inside < number and tokens[inside][2]:
            return False  # a space before it: this mark opens
        inside -= 1
    if inside < 0 or tokens[inside][2] or tokens[inside][1] not in TERMINAL:
        return False
    if not tokens[number][2] and tokens[number + 1][1] not in OPENING:
        return False
    return _may_open(tokens[number + 1][1])


def _is_abbreviated(word: str, following: str) -> bool:
    """A full stop that the tokeniser set apart, yet belongs to an abbreviation or an initial ("W.",
    "bspw.")."""
    if following.lower() in SENTENCE_OPENERS:
        return False
    lower = word.lower() + "."
    return (len(word) == 1 and word.isupper()) or lower in NEVER_LAST or lower in MAYBE_LAST


def _number_ends(tokens, number, following) -> bool:
    """ "2022." ends a sentence; "1." before September does not; else what stands before and after decides."""
    text = tokens[number][1]
    if following in MONTHS or following[0].isdigit():
        return False
    if YEAR.fullmatch(text) or following in OPENING:
        return True
    if not number:
        return False  # "1. Platz"
    before = tokens[number - 1][1]
    if following.lower() in SENTENCE_OPENERS:
        return True
    return not (
        before.lower() in BEFORE_ORDINAL
        or NUMBER.fullmatch(before)
        or before in TERMINAL | OPENING
        or before[-1] in "–-/.:"
        or (before.islower() and before.endswith(("e", "en", "er", "es")))  # "die kommende 2. Liga-Saison"
    )
