"""What a sentence is made of: Word, Clause, Phrase, Sentence. Data only; `clauses` fills them, everything else reads
them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from .marks import Quotation
from .morphology import PARTICIPLE, SUBJUNCTIVE_I, SUBJUNCTIVES, form
from .words import AUXILIARY_FORMS

MAIN = "main"  # verb second: "Polen liefert Panzer"
VERB_FIRST = "verb-first"  # "…, sagte er"; also the rest of a main clause after its pre-field
SUBORDINATE = "subordinate"  # dass, ob, weil, wie …
RELATIVE = "relative"
INFINITIVE_CLAUSE = "infinitive"  # with zu
FRAGMENT = "fragment"  # no verb: apposition, enumeration, pre-field
QUOTATION = "quotation"  # a whole direct quotation, standing as one word
VERB_SECOND_OR_FIRST = frozenset({MAIN, VERB_FIRST})

COMMA_LIKE = frozenset({",", "–", "-", "—"})


@dataclass(slots=True)
class Word:
    """One token of a clause; a whole direct quotation is one Word, too (`quotation` is set, `text` is
    "Q")."""

    start: int  # characters
    end: int
    first_token: int
    last_token: int
    text: str
    lower: str
    form: str  # verb form, see morphology; "" for the first word of a sentence unless it surely is a verb
    opens: bool  # first of its sentence or after a colon: its capital says nothing
    quotation: Quotation | None = None
    actor: bool = False  # part of the name of a person, organisation or state, where these are known

    @property
    def is_noun(self) -> bool:
        """Written as a noun or name: a capital in it, inside the sentence ("Blum", "16-Jähriger", "eBay")."""
        return self.quotation is None and not self.opens and self.text != self.lower


@dataclass(slots=True, eq=False)
class Clause:
    """Words `start` to `end` (exclusive) of a sentence."""

    sentence: Sentence
    index: int
    start: int
    end: int
    opener: str  # what stands in front: "", ",", ":", "und" …; QUOTATION right after a whole quotation
    kind: str = FRAGMENT
    head: int = 0  # first word after coordinators
    finite: list[int] = field(default_factory=list)  # finite verbs
    verb_final: bool = False
    governor: Clause | None = None  # the clause this one depends on or goes on with

    @property
    def words(self) -> list[Word]:
        return self.sentence.words[self.start : self.end]

    @property
    def first(self) -> str:
        """Its first word after coordinators, lower case: the conjunction, relative pronoun …"""
        return self.sentence.words[self.head].lower if self.head < self.end else ""

    @property
    def subjunctive(self) -> bool:
        return any(self.sentence.words[i].form in SUBJUNCTIVES for i in self.finite)

    @property
    def subjunctive_i(self) -> bool:
        return any(self.sentence.words[i].form == SUBJUNCTIVE_I for i in self.finite)

    @property
    def first_finite(self) -> Word | None:
        return self.sentence.words[self.finite[0]] if self.finite else None

    def has(self, *lower: str) -> bool:
        """Whether one of these lower-case words stands in it."""
        return any(word.lower in lower for word in self.words)

    def tokens(self) -> tuple[int, int]:
        """Its range of tokens in the Doc, for `doc[start:end]`."""
        return self.sentence.words[self.start].first_token, self.sentence.words[self.end - 1].last_token + 1

    def __repr__(self) -> str:
        return f"<{self.kind}: {' '.join(word.text for word in self.words)}>"


@dataclass(slots=True, eq=False)
class Sentence:
    """An outer sentence: its words without brackets and quotation marks, cut into clauses."""

    words: list[Word]
    index: int
    start: int  # characters
    end: int
    new_paragraph: bool  # a line break stands before it
    whole: list[Quotation] = field(default_factory=list)  # whole direct quotations, one word each
    partial: list[Quotation] = field(default_factory=list)  # quoted fragments: their words are words of the sentence
    within: Quotation | None = None  # the whole quotation it was said in
    clauses: list[Clause] = field(default_factory=list)
    capitals: frozenset[str] = frozenset()  # words that the article writes with a capital inside sentences

    def __repr__(self) -> str:
        return f"<Sentence {self.clauses}>"


class Phrase(NamedTuple):
    """Words `start` to `end` (exclusive) of a sentence."""

    start: int
    end: int


def word_of(start, end, first_token, last_token, text, opens, quotation=None) -> Word:
    """A Word with its verb form. What opens a sentence counts as a verb only if it is an auxiliary or a
    participle."""
    lower = text.lower()
    verb = "" if quotation else form(lower if opens else text)
    if opens and verb != PARTICIPLE and lower not in AUXILIARY_FORMS:
        verb = ""
    return Word(start, end, first_token, last_token, text, lower, verb, opens, quotation)
