"""Sentence ends in German news: sets `token.is_sent_start`. Doc → Doc.

A full stop ends a sentence unless it belongs to an abbreviation, an initial or an ordinal ("am 1. September",
"der 27. Außenminister"). A closing quotation mark or bracket belongs to the sentence before it, an opening
one to the sentence after it. Every line is a paragraph of its own, so headlines and list items end without a
full stop; only a line that goes on in lower case is one that was broken for width. Sentences inside a
quotation are sentences (`helpers.grammar` also offers the outer sentence, in which the whole quotation is one
word)."""

import re

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from .lexicon import words

NEVER_LAST = words("abbreviations", "abbreviation", sentence_end="never")
MAYBE_LAST = words("abbreviations", "abbreviation", sentence_end="sometimes")
TERMINAL = frozenset({".", "!", "?", "…", "...", "?!", "!?", "!!", "??", ".."})
CLOSING = frozenset("“”\"»«‘’'›‹)]") | {"''"}
OPENING = frozenset("„“”\"»«‚‘'›‹([")
MOST_CLOSING = 20  # closing marks in a row; more are an ornament
NUMBER = re.compile(r"\d+\.")
ENDS_IN_NUMBER = re.compile(r"\d[\d:,]{0,20}\.")
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
    text = doc.text
    columns = doc.to_array(["IDX", "LENGTH", "IS_SPACE"]).tolist()  # in one go: a spaCy Token is slow to touch
    places = [(i, start, start + length) for i, (start, length, is_space) in enumerate(columns) if not is_space]
    followed = [text[end : end + 1].isspace() for _, _, end in places]
    tokens = [(i, text[start:end], space) for (i, start, end), space in zip(places, followed, strict=True)]
    starts = [0] * len(doc)
    line = [token[1] for token in tokens[:1]]
    for number, after in enumerate(tokens[1:]):
        if "\n" in text[places[number][2] : places[number + 1][1]]:
            new = not _is_broken_line(line, after[1])
        else:
            new = _ends(tokens, number) and not (after[1] in CLOSING and not followed[number])
        if new:
            starts[after[0]] = 1
            line = []
        line.append(after[1])
    starts[0:1] = starts[0:1] and [1]
    return _with_starts(_without_full_stops(doc, tokens, starts), starts)


def _without_full_stops(doc: Doc, tokens: list[tuple[int, str, bool]], starts: list[int]) -> Doc:
    """The full stop behind a number that ends its sentence ("seit 2013.") as a token of its own, so that the number
    can be marked without it; `starts` grows along."""
    following = [after[0] for after in tokens[1:]] + [len(doc)]
    last = [
        i
        for (i, text, _), after in zip(tokens, following, strict=False)
        if text[-1] == "." and ENDS_IN_NUMBER.fullmatch(text) and (after == len(doc) or starts[after])
    ]
    if last:
        with doc.retokenize() as retokenizer:
            for i in last:
                retokenizer.split(doc[i], [doc[i].text[:-1], "."], heads=[(doc[i], 0), (doc[i], 0)])
    for i in reversed(last):
        starts.insert(i + 1, 0)
    return doc


def _with_starts(doc: Doc, starts: list[int]) -> Doc:
    """Write sentence starts: 1 where one begins, -1 elsewhere."""
    flags = np.array([1 if start else -1 for start in starts], dtype="int32").view("uint32").astype("uint64")
    return doc.from_array(["SENT_START"], flags.reshape(-1, 1)) if starts else doc


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
        if number - inside == MOST_CLOSING:
            return False
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
        or (before[:1].isupper() and before.endswith("s"))  # "Deutschlands 3. Liga"
    )
