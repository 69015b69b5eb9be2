"""Doc → outer sentences and, for each whole direct quotation, the sentences inside it.

In an outer sentence a whole direct quotation is one word, so that „…“, sagte Merz has one clause around it;
brackets are left out; a quoted fragment stays part of the sentence around it, only its marks are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc

from .clauses import cut
from .marks import MARK, Quotation, pair_marks
from .model import Sentence, Word, word_of
from .morphology import FINITES, form
from .words import word_set

BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}
LETTERS = re.compile(r"[^\W\d_][\w\-]*")
TERMINAL = (".", "!", "?", "…")
PLURALS_AS_VERBS = word_set("gehen machen wollen haben können sind")
FRAME_AFTER = re.compile(r"\s*,\s*(so |wie |[a-zäöü]+te?n? |hieß|rief|schrieb)")


@dataclass(slots=True, eq=False)
class Analysis:
    """Everything grammar says about one Doc; iterating gives all sentences in reading order."""

    sentences: list[Sentence]  # outer sentences
    quoted: list[Sentence] = field(default_factory=list)  # those inside whole direct quotations (`within` is set)
    quotations: list[Quotation] = field(default_factory=list)

    def __iter__(self) -> Iterator[Sentence]:
        return iter(sorted([*self.sentences, *self.quoted], key=lambda sentence: (sentence.start, -sentence.end)))


@dataclass(slots=True)
class _Token:
    index: int
    start: int
    end: int
    text: str


def analyse(doc: Doc) -> Analysis:
    """The analysis of a Doc with sentence starts; computed once and kept on it."""
    known = doc.user_data.get("grammar")
    if known is None:
        known = doc.user_data["grammar"] = _analyse(doc)
    return known


def _analyse(doc: Doc) -> Analysis:
    text = doc.text
    quotations = pair_marks(text)
    groups = _outer_sentences(doc, [q for q in quotations if q.depth == 0])
    analysis = Analysis([], [], quotations)
    for group in groups:
        outer = _build(text, group, quotations, 0, len(analysis.sentences), None)
        outer.new_paragraph = bool(analysis.sentences) and "\n" in text[analysis.sentences[-1].end : outer.start]
        analysis.sentences.append(outer)
    for outer in analysis.sentences:
        for quotation in outer.whole:
            analysis.quoted += _inside(doc, quotation, quotations)
    return analysis


def _outer_sentences(doc: Doc, outermost: list[Quotation]) -> list[list[_Token]]:
    """The tokens of each sentence; a sentence end inside a quotation does not count."""
    groups: list[list[_Token]] = []
    position = 0
    for token in doc:
        if token.is_space:
            continue
        while position < len(outermost) and outermost[position].end <= token.idx:
            position += 1
        inside = position < len(outermost) and outermost[position].start < token.idx
        if not groups or (_starts_sentence(doc, token.i) and not inside):
            groups.append([])
        groups[-1].append(_Token(token.i, token.idx, token.idx + len(token.text), token.text))
    return groups


def _starts_sentence(doc: Doc, index: int) -> bool:
    return bool(doc[index].is_sent_start)


def _inside(doc: Doc, quotation: Quotation, quotations: list[Quotation]) -> list[Sentence]:
    """The sentences inside a whole quotation, marks inside them read one level deeper."""
    span = doc.char_span(quotation.inner_start, quotation.inner_end, alignment_mode="contract")
    if span is None:
        return []
    nested = [
        q for q in quotations if quotation.start < q.start and q.end <= quotation.end and q.depth == quotation.depth + 1
    ]
    groups: list[list[_Token]] = []
    for token in span:
        if token.is_space:
            continue
        within_nested = any(q.start < token.idx < q.end for q in nested)
        if not groups or (_starts_sentence(doc, token.i) and not within_nested):
            groups.append([])
        groups[-1].append(_Token(token.i, token.idx, token.idx + len(token.text), token.text))
    return [_build(doc.text, group, nested, quotation.depth + 1, i, quotation) for i, group in enumerate(groups)]


def _build(text, tokens: list[_Token], quotations, depth, index, within) -> Sentence:
    """One sentence with its words and clauses."""
    sentence = Sentence([], index, tokens[0].start, tokens[-1].end, False, within=within)
    opening = {q.start: q for q in quotations if q.depth == depth and tokens[0].start <= q.start < tokens[-1].end}
    marks = {at for q in quotations for at in (q.start, q.inner_end)} if quotations else set()
    brackets, skip_to = 0, -1
    for token in tokens:
        if token.start < skip_to:
            if sentence.words and sentence.words[-1].quotation is not None:
                sentence.words[-1].last_token = token.index
            continue
        quotation = opening.get(token.start)
        if quotation is not None and is_whole(text, quotation, sentence.words):
            end = quotation.end
            sentence.words.append(_quotation_word(token, quotation))
            sentence.whole.append(quotation)
            skip_to = end
            continue
        if quotation is not None:
            sentence.partial.append(quotation)
        if token.start in marks or MARK.fullmatch(token.text):
            continue
        if token.text in BRACKETS:
            brackets = max(0, brackets + BRACKETS[token.text])
            continue
        if brackets:
            continue
        opens = not sentence.words or sentence.words[-1].text == ":"
        sentence.words.append(word_of(token.start, token.end, token.index, token.index, token.text, opens))
    cut(sentence)
    return sentence


def _quotation_word(token: _Token, quotation: Quotation) -> Word:
    return Word(quotation.start, quotation.end, token.index, token.index, "Q", "q", "", False, quotation)


def is_whole(text: str, quotation: Quotation, before: list[Word]) -> bool:
    """Whether a quotation is a sentence of its own rather than a fragment, a name or a title in marks."""
    body = quotation.text
    words = LETTERS.findall(body)
    verb = any(form(word) in FINITES or word in PLURALS_AS_VERBS for word in words)
    core = body.lstrip(" \n\t[](){}.…")
    tail = body.rstrip(" \n\t[](){}…")
    ended = body.rstrip().endswith(TERMINAL) or tail.endswith((".", "!", "?"))
    at_start = not before
    bracketed = body.lstrip()[:1] in ("[", "(") and len(body) - len(core) > 2 and at_start
    capital = core[:1].isupper() or bracketed
    if before and before[-1].text == ":" and len(words) >= 2 and (capital or ended):
        return True
    if not capital:
        return False
    if verb and ((len(words) >= 4 and (at_start or ended)) or len(words) >= 10):
        return True
    return at_start and len(words) >= 2 and bool(ended or FRAME_AFTER.match(text[quotation.end : quotation.end + 20]))
