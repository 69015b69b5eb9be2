"""Doc → outer sentences and, for each whole direct quotation, the sentences inside it.

In an outer sentence a whole direct quotation is one word, so that „…“, sagte Merz has one clause around it;
brackets are left out; a quoted fragment stays part of the sentence around it, only its marks are left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Doc

from .clauses import cut
from .marks import MARK, Quotation, pair_marks
from .model import Sentence, Word, word_of
from .morphology import FINITES, SUBJUNCTIVE_I, form
from .words import word_set

BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}
FACES = frozenset({"):", ");"})
LETTERS = re.compile(r"[^\W\d_][\w\-]*")
LONGEST_SENTENCE = 1000  # tokens; a text without full stops is read in pieces
LONGEST_FRAME = 12  # words that may interrupt a quotation
TERMINAL = (".", "!", "?", "…")
PLURALS_AS_VERBS = word_set("gehen machen wollen haben können sind")
ADJECTIVES_AS_VERBS = frozenset({"äußere"})
FRAME_AFTER = re.compile(r"\s*,\s*([a-zäöüß]+) ")
GOES_ON = re.compile(r"\s+[a-zäöüß]|-")


@dataclass(slots=True, eq=False)
class Analysis:
    """Everything grammar says about one Doc; iterating gives all sentences in reading order."""

    sentences: list[Sentence]  # outer sentences
    quoted: list[Sentence] = field(default_factory=list)  # those inside whole direct quotations (`within` is set)
    quotations: list[Quotation] = field(default_factory=list)
    text: str = ""  # of the Doc, which would join it again from its tokens

    def __iter__(self) -> Iterator[Sentence]:
        return iter(sorted([*self.sentences, *self.quoted], key=lambda sentence: (sentence.start, -sentence.end)))


@dataclass(slots=True)
class _Token:
    index: int
    start: int
    end: int
    text: str
    starts_sentence: bool


def analyse(doc: Doc) -> Analysis:
    """The analysis of a Doc with sentence starts; computed once and kept on it."""
    known = doc.user_data.get("grammar")
    if known is None:
        known = doc.user_data["grammar"] = _analyse(doc)
    return known


def _analyse(doc: Doc) -> Analysis:
    text = doc.text
    tokens = _tokens(doc, text)
    analysis = Analysis([], [], pair_marks(text), text)
    outermost = [q for q in analysis.quotations if q.depth == 0]
    capitals = _capitals(tokens)
    for group in _sentences(tokens, outermost):
        outer = _build(text, group, outermost, len(analysis.sentences), None, capitals)
        before = analysis.sentences[-1].end if analysis.sentences else outer.start
        outer.new_paragraph = "\n" in text[before : outer.start]
        analysis.sentences.append(outer)
    nested = [q for q in analysis.quotations if q.depth == 1]
    for outer in analysis.sentences:
        for quotation in outer.whole:
            inside = _between(tokens, quotation.inner_start, quotation.inner_end, key=lambda token: token.start)
            groups = _sentences(inside, _between(nested, quotation.start, quotation.end, key=lambda q: q.start))
            analysis.quoted += [_build(text, group, nested, i, quotation, capitals) for i, group in enumerate(groups)]
    return analysis


def _tokens(doc: Doc, text: str) -> list[_Token]:
    """All tokens but white space; read in one go, for a spaCy Token is slow to touch."""
    columns = doc.to_array(["IDX", "LENGTH", "SENT_START", "IS_SPACE"]).tolist()
    tokens = [
        _Token(i, start, start + length, text[start : start + length], sentence_start == 1)
        for i, (start, length, sentence_start, is_space) in enumerate(columns)
        if not is_space
    ]
    if not any(token.text in FACES for token in tokens):
        return tokens
    return [part for token in tokens for part in (_parted(token) if token.text in FACES else (token,))]


def _parted(token: _Token) -> tuple[_Token, _Token]:
    """A bracket and the colon behind it, which the tokeniser takes for a face."""
    middle = token.start + 1
    return (
        _Token(token.index, token.start, middle, token.text[0], token.starts_sentence),
        _Token(token.index, middle, token.end, token.text[1], False),
    )


def _capitals(tokens: list[_Token]) -> frozenset[str]:
    """The words that the article writes with a capital inside sentences: nouns and names, also where they open one."""
    return frozenset(
        token.text
        for before, token in pairwise(tokens)
        if token.text[:1].isupper() and not token.starts_sentence and before.text[-1:].islower()
    )


def _between(items: list, start: int, end: int, *, key) -> list:
    """The items, sorted by `key`, whose key lies in a range."""
    return items[bisect_left(items, start, key=key) : bisect_left(items, end, key=key)]


def _sentences(tokens: list[_Token], quotations: list[Quotation]) -> list[list[_Token]]:
    """The tokens of each sentence; a sentence end inside one of the quotations does not count."""
    groups: list[list[_Token]] = []
    position = 0
    for token in tokens:
        while position < len(quotations) and quotations[position].end <= token.start:
            position += 1
        inside = position < len(quotations) and quotations[position].start < token.start
        if not groups or (token.starts_sentence and not inside) or len(groups[-1]) >= LONGEST_SENTENCE:
            groups.append([])
        groups[-1].append(token)
    return groups


def _build(text: str, tokens: list[_Token], quotations, index, within, capitals) -> Sentence:
    """One sentence with its words and clauses."""
    sentence = Sentence([], index, tokens[0].start, tokens[-1].end, False, within=within, capitals=capitals)
    here = _between(quotations, tokens[0].start, tokens[-1].end, key=lambda q: q.start)
    opening = {quotation.start: quotation for quotation in here}
    brackets, skip_to = 0, -1
    last_closing = max((token.start for token in tokens if BRACKETS.get(token.text) == -1), default=-1)
    for token in tokens:
        if token.start < skip_to:
            sentence.words[-1].last_token = token.index
            continue
        quotation = opening.get(token.start)
        if quotation and is_whole(quotation, sentence.words, text[quotation.end : quotation.end + 20]):
            sentence.words.append(_quotation_word(token, quotation))
            sentence.whole.append(quotation)
            skip_to = quotation.end
            continue
        if quotation is not None:
            sentence.partial.append(quotation)
        if MARK.fullmatch(token.text):
            continue
        if token.text in BRACKETS:
            brackets = max(0, brackets + BRACKETS[token.text])
        if brackets and token.start > last_closing:
            brackets = 0  # an odd bracket swallows nothing
        if not brackets and token.text not in BRACKETS:
            opens = not sentence.words or sentence.words[-1].text == ":"
            sentence.words.append(word_of(token.start, token.end, token.index, token.index, token.text, opens))
    for word, behind in pairwise(sentence.words):
        if word.lower in ADJECTIVES_AS_VERBS and not behind.is_noun:
            word.form = SUBJUNCTIVE_I  # "Dazu äußere man sich nicht"
    cut(sentence)
    return sentence


def _quotation_word(token: _Token, quotation: Quotation) -> Word:
    return Word(quotation.start, quotation.end, token.index, token.index, "Q", "q", "", False, quotation)


def is_whole(quotation: Quotation, before: list[Word], behind: str) -> bool:
    """Whether a quotation is a sentence of its own rather than a fragment, a name or a title; `behind` follows it."""
    body = quotation.text
    words = LETTERS.findall(body)
    verb = any(form(word) in FINITES or word in PLURALS_AS_VERBS for word in words)
    core = body.lstrip(" \n\t[](){}.…")
    tail = body.rstrip(" \n\t[](){}…")
    ended = body.rstrip().endswith(TERMINAL) or tail.endswith((".", "!", "?"))
    at_start = not before
    bracketed = body.lstrip()[:1] in ("[", "(") and len(body) - len(core) > 2 and at_start
    numeral = core[:1].isdigit() and ended and at_start and len(words) >= 3
    capital = core[:1].isupper() or bracketed or numeral
    if before and before[-1].text == ":" and len(words) >= 2 and (capital or ended):
        return verb or ended or not GOES_ON.match(behind)
    if before and before[-1].text == "," and any(word.quotation for word in before[-LONGEST_FRAME:]):
        return len(words) >= 2 and not GOES_ON.match(behind)  # „…“, sagte X, „…“
    if not capital:
        return False
    if verb and ((len(words) >= 4 and (at_start or ended)) or len(words) >= 10):
        return True
    return at_start and len(words) >= 2 and (ended or _frame_follows(behind))


def _frame_follows(behind: str) -> bool:
    """Whether a comma and a verb stand behind a quotation: „…“, gab sie zu bedenken."""
    word = FRAME_AFTER.match(behind)
    return word is not None and (word[1] in ("so", "wie", "mit") or form(word[1]) in FINITES)
