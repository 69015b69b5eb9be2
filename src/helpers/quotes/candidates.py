"""What a pass proposes: one possible quotation with speaker, cue and rule; which to keep where two overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..grammar.model import Sentence
from ..grammar.phrases import Phrase

EDGE = frozenset(",;:–-—")
EDGE_END = EDGE | frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of a sentence: a speaker or a cue."""

    sentence: Sentence
    phrase: Phrase

    @property
    def start(self) -> int:
        """First character."""
        return self.sentence.words[self.phrase.start].start

    def tokens(self) -> tuple[int, int]:
        """Its range in the Doc."""
        words = self.sentence.words
        return words[self.phrase.start].first_token, words[self.phrase.end - 1].last_token + 1


@dataclass(slots=True, eq=False)
class Candidate:
    """One proposed quotation. `start`/`end` are characters, without marks and cue."""

    sentence: Sentence
    start: int
    end: int
    kind: str  # direct, indirect
    rule: str
    speaker: Reference | None = None
    cue: Reference | None = None
    priority: int = 0
    words: Phrase | None = None  # its words in `sentence`, if it lies inside one


def refer(sentence: Sentence, phrase: Phrase | None) -> Reference | None:
    """A Reference, or None for no phrase."""
    return None if phrase is None or phrase.start >= phrase.end else Reference(sentence, phrase)


def indirect(sentence: Sentence, start: int, end: int, rule: str, speaker, cue=None, priority=0) -> Candidate | None:
    """An indirect quotation over words `start` to `end`, punctuation at its edges left out; None if under two words."""
    words = sentence.words
    while start < end and words[start].text in EDGE:
        start += 1
    while end > start and words[end - 1].text in EDGE_END:
        end -= 1
    if end - start < 2:
        return None
    return Candidate(
        sentence, words[start].start, words[end - 1].end, "indirect", rule, speaker, cue, priority, Phrase(start, end)
    )


def best(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those that do not overlap: the higher priority wins, then the longer one."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-c.priority, c.start - c.end)):
        if not any(overlap(candidate, other) for other in kept):
            kept.append(candidate)
    return kept


def overlap(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates share a character."""
    return one.start < other.end and other.start < one.end
