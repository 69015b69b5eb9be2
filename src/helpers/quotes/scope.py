"""What a source phrase reports: "laut Polizei …" → the clause around the phrase. Source → Candidate.

The content is the clause in which the phrase stands, without the phrase where that stands at its edge.
"""

from dataclasses import dataclass

from ..grammar.model import (
    FRAGMENT,
    INFINITIVE_CLAUSE,
    MAIN,
    QUOTATION,
    RELATIVE,
    SUBORDINATE,
    VERB_FIRST,
    VERB_SECOND_OR_FIRST,
    Clause,
    Sentence,
)
from ..grammar.phrases import Phrase
from ..grammar.words import word_set
from .candidates import Candidate, indirect, refer
from .complements import is_reporting

EDGE_SHARE = 0.7  # of the letters on one side of the phrase: it stands at an edge of its clause
CONTRAST = word_set("doch aber während jedoch")


@dataclass(frozen=True, slots=True)
class Source:
    """A source phrase: its words, the speaker in it, the cue."""

    clause: Clause
    phrase: Phrase
    speaker: Phrase | None
    cue: Phrase
    rule: str


def content(source: Source, found: list[Candidate]) -> Candidate | None:
    """What the source says: the clause around the phrase, or its own subordinate clause."""
    clause, sentence = source.clause, source.clause.sentence
    if clause.kind in (RELATIVE, SUBORDINATE) and clause.index > 0 and clause.first != "wie":
        if clause.first in ("dass", "ob") and any(c.words.start <= clause.start < c.words.end for c in found):
            return None
        start, end = clause.start, _subordinate_end(clause)
    else:
        outer = _outer_clause(clause)
        start = _content_start(source, outer)
        end = _content_end(clause, outer)
        if start is None or end <= start:
            return None
    start, end = _without_phrase(sentence, start, end, source.phrase)
    fronted = source.phrase.start <= 1 and start >= source.phrase.end
    return indirect(
        sentence,
        start,
        end,
        source.rule,
        refer(sentence, source.speaker),
        refer(sentence, source.cue),
        9 if fronted else 7,
    )


def _subordinate_end(clause: Clause) -> int:
    clauses, end = clause.sentence.clauses, clause.end
    for following in clauses[clause.index + 1 :]:
        after = clauses[following.index + 1] if following.index + 1 < len(clauses) else None
        if following.kind not in (RELATIVE, FRAGMENT, INFINITIVE_CLAUSE):
            break
        if following.kind == FRAGMENT and after is not None and after.kind == VERB_FIRST:
            break
        end = following.end
    return end


def _outer_clause(clause: Clause) -> Clause:
    """The piece with which the main clause around `clause` begins."""
    clauses, index = clause.sentence.clauses, clause.index
    while index > 0:
        piece, before = clauses[index], clauses[index - 1]
        if piece.opener in (";", ":", QUOTATION):
            break
        if piece.kind == MAIN:
            opener = piece.sentence.words[piece.start].lower
            if opener in ("und", "aber", "doch", "sondern", "denn", "jedoch"):
                break
            second = piece.opener == "," and piece.finite[0] - piece.head <= 4 and not piece.verb_final
            if before.kind in VERB_SECOND_OR_FIRST and second:
                break
        index -= 1
    return clauses[index]


def _content_start(source: Source, outer: Clause) -> int | None:
    """Behind a phrase in the pre-field the content begins with the verb; else with the clause."""
    clause, sentence = source.clause, source.clause.sentence
    particle = clause.first in ("auch", "und", "doch", "aber")
    fronted = source.phrase.start <= clause.head + particle
    if not fronted or source.phrase.start < outer.start or outer is not clause:
        return outer.start
    verb = next((f for f in clause.finite if f >= source.phrase.end), None)
    if verb is not None:
        return verb
    following = (c for c in sentence.clauses[clause.index + 1 :] if c.kind in VERB_SECOND_OR_FIRST)
    behind = next(following, None)
    if behind is not None:
        return behind.start
    return source.phrase.end if source.phrase.end < clause.end else None


def _content_end(clause: Clause, outer: Clause) -> int:
    """The content ends before a contrast or a further main clause with a cue of its own."""
    clauses, words = clause.sentence.clauses, clause.sentence.words
    last = clause
    for following in clauses[clause.index + 1 :]:
        if following.opener == ";" or following.kind == QUOTATION:
            break
        if following.kind == MAIN and not following.subjunctive:
            if words[following.start].lower in CONTRAST:
                break
            short = following.finite[0] - following.head <= 3 and not following.verb_final
            cue = any(is_reporting(words[f].lower) for f in following.finite)
            full = any(c.kind in VERB_SECOND_OR_FIRST for c in clauses[outer.index : following.index])
            if following.opener == "," and short and cue and full and following.index > outer.index:
                break
        last = following
    return last.end


def _without_phrase(sentence: Sentence, start: int, end: int, phrase: Phrase) -> tuple[int, int]:
    """Cut the phrase off where what stands before or behind it is nearly all of the content; a phrase in the middle
    stays, for a quotation is one range."""
    if not (start < phrase.start and phrase.end <= end):
        return start, end

    def letters(first: int, last: int) -> int:
        return sum(len(word.text) for word in sentence.words[first:last] if word.text[0].isalnum())

    before, behind = letters(start, phrase.start), letters(phrase.end, end)

    def bare(first: int, last: int) -> bool:
        return not any(word.is_noun or word.form for word in sentence.words[first:last])

    if before >= EDGE_SHARE * (before + behind) and bare(phrase.end, end):
        return start, phrase.start
    if behind >= EDGE_SHARE * (before + behind) and bare(start, phrase.start):
        return phrase.end, end
    return start, end
