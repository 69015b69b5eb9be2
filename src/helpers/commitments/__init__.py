"""States' commitments: what a state does, will do, may do or won't do. Doc → Doc with `commitments`.

    measures (words) → verbs that deal with them (acts) → how firmly (stance) → which state (agents, actors);
    participles before a measure tell all of it themselves (attributes)
    → is it for another state (home) → condition, amount, who is helped (details)
    → states known only through a group (groups)

Every step reads the clauses of `helpers.grammar`; what counts as a measure, an act, a stance or a state's actor
stands in the lexicon. `matrix`, `pivot` and `evidence` make tables of the finds.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc, Span

from ..finds import Commitment, fill
from ..grammar import Sentence, analyse
from .actors import Actor, Actors
from .acts import candidates
from .agents import agents
from .attributes import attributes
from .candidate import Candidate
from .details import amount, beneficiary, condition
from .gaps import gapped
from .groups import members
from .headlines import headline
from .home import Topic
from .matrix import evidence, matrix, pivot
from .memory import Memory
from .reality import is_long_ago, is_told
from .stance import Judgement, judge

LATEST = 1_000  # commitments that a sentence may look back on: what is said of thousands takes no longer
__all__ = ["component", "evidence", "matrix", "pivot"]


@Language.component("commitments", requires=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Keep one Commitment per state, measure and stance of every sentence."""
    actors = Actors(doc)
    topic = Topic(doc, actors)
    analysis = analyse(doc)
    memory = Memory(analysis.text)
    found: dict[tuple, Commitment] = {}
    for sentence in analysis:
        if not sentence.words or sentence.words[-1].text == "?":
            continue
        named = [
            commitment
            for candidate, judgement, states in _acts(doc, sentence, memory, actors)
            if not is_long_ago(candidate.verb.clause)
            for commitment in _commitments(doc, sentence, candidate, judgement, states, actors, topic)
        ]
        named += headline(doc, sentence, _evidence(doc, sentence), memory.here, actors)
        named = [] if named and is_told(sentence) else named
        for commitment in (*named, *members(doc, sentence, actors, [*_latest(found), *named])):
            state = commitment.country or commitment.actor
            found.setdefault((commitment.span.start, state, commitment.measure, commitment.stance), commitment)
    return fill(doc, "commitments", found.values())


def _latest(found: dict[tuple, Commitment]) -> list[Commitment]:
    """What a sentence may look back on: of thousands the last, in their order."""
    return list(islice(reversed(found.values()), LATEST))[::-1]


def _acts(
    doc: Doc, sentence: Sentence, memory: Memory, actors: Actors
) -> Iterator[tuple[Candidate, Judgement, list[Actor]]]:
    """What the clauses and the participles of a sentence say that states do, with its stance."""
    for candidate in candidates(sentence, memory):
        if (judgement := judge(candidate)) is not None:
            yield candidate, judgement, agents(doc, candidate, judgement, actors)
    yield from attributes(doc, sentence, memory.here, actors)


def _commitments(
    doc: Doc, sentence: Sentence, candidate: Candidate, judgement: Judgement, states: list[Actor],
    actors: Actors, topic: Topic,
) -> Iterator[Commitment]:  # fmt: skip
    span = _evidence(doc, sentence)
    helped = beneficiary(doc, candidate, actors, {state.country for state in states})
    number, unit = amount(doc, candidate)
    verb_token = sentence.words[candidate.verb.index].first_token
    for state in states:
        if topic.is_at_home(span, state.country, candidate, judgement.stance):
            continue
        if state.country:
            actors.remember(verb_token, state, "send" in candidate.mention.acts)
        first = Commitment(
            span, state.text, state.country, candidate.mention.measure, judgement.stance,
            condition(doc, candidate, judgement.agent), number, unit, actors.speaker_entity(verb_token), helped,
        )  # fmt: skip
        yield first
        if state is not states[-1]:
            continue
        for others, stance in gapped(doc, candidate, judgement.stance, actors):
            for other in others:
                yield replace(first, actor=other.text, country=other.country, stance=stance, amount=None, unit=None)


def _evidence(doc: Doc, sentence: Sentence) -> Span:
    """The sentence without white space at its ends."""
    return doc[sentence.words[0].first_token : sentence.words[-1].last_token + 1]
