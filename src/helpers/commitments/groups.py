"""States known only through the group they belong to, or through a noun that says again what was said before.
Sentence and the commitments found so far → further commitments.

    "26 Länder sind bereit … Italien und Deutschland gehören zu den 26 Ländern."   → Italy and Germany, as the group
    "Frankreich entsendet 2000 Soldaten. Zusagen gibt es auch aus Italien."         → Italy, the same measure
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span

from ..finds import Commitment
from ..grammar import FRAGMENT, Clause, Sentence, noun_phrase, predicate, span_of, subject
from .actors import Actor, Actors
from .subjects import end_behind
from .words import DIRECT, Stance, mentions, stances

BELONG = frozenset({"gehören", "zählen", "angehören"})
EXIST = frozenset({"geben", "kommen", "vorliegen", "eingehen", "eintreffen"})
LISTING = frozenset(
    {"darunter", "unter", "aber", "anderem", "auch", "sowie", "und"}
)  # what opens a list of some of a group
BACK = 3  # sentences a noun that says it again may look back


def members(doc: Doc, sentence: Sentence, actors: Actors, found: list[Commitment]) -> Iterator[Commitment]:
    """The commitments of states that this sentence puts into an earlier group, or that say the same again."""
    nouns = said_again()
    if not found and not any(word.lower in nouns for word in sentence.words):
        return
    span = doc[sentence.words[0].first_token : sentence.words[-1].last_token + 1]
    groups = [commitment for commitment in found if commitment.country is None]
    for clause in sentence.clauses:
        belong = _says_who_belongs(clause)
        if belong or _lists_some(clause):
            for group in groups:
                for state in _joined(doc, clause, belong, group, actors):
                    yield _like(group, span, state, group.stance)
        yield from _said_again(doc, clause, span, found, actors, nouns)


def _says_who_belongs(clause: Clause) -> bool:
    verb = predicate(clause)
    return bool(
        verb is not None
        and verb.lemma in BELONG
        and (verb.lemma == "angehören" or clause.has("zu", "zum", "zur", "dazu"))
    )


def _lists_some(clause: Clause) -> bool:
    """Whether a piece names some of a group: "…, darunter Peru, aber auch Chile und Kuba"."""
    if clause.kind == FRAGMENT and clause.index and clause.has("auch", "sowie", "und") and clause.opener == ",":
        before = clause.sentence.clauses[clause.index - 1]
        if clause.first == "auch" or clause.words[0].lower in ("aber", "sowie", "und"):
            return _lists_some(before)
    return clause.kind == FRAGMENT and clause.first in ("darunter", "unter")


def _joined(doc: Doc, clause: Clause, belong: bool, group: Commitment, actors: Actors) -> list[Actor]:
    """The states that a clause says belong to a group."""
    sentence = clause.sentence
    if belong and clause.first == "dazu" and clause.finite:  # "Dazu gehören unter anderem Peru und Chile"
        near = group.country is None and _is_near(doc, group.span, doc[slice(*clause.tokens())])
        start = clause.finite[0] + 1
        while near and start < clause.end - 1 and sentence.words[start].lower in LISTING:
            start += 1
        phrase = noun_phrase(sentence, start, len(sentence.words)) if near else None
        span = span_of(doc, sentence, (start, end_behind(sentence, phrase.end))) if phrase is not None else None
        return [state for state in actors.of_span(span) if state.country]
    if belong:
        text = _normal(actors.in_digits(doc[clause.tokens()[0] : clause.tokens()[1]]))
        if any(word in text for word in _identity(group.actor)):
            states = actors.of_span(span_of(doc, sentence, subject(clause)))
            return [state for state in states if state.country]
    inside = group.span.start <= doc[clause.tokens()[0]].i < group.span.end
    if inside and _lists_some(clause):
        start = clause.head
        while start < clause.end - 1 and sentence.words[start].lower in LISTING:
            start += 1
        span = span_of(doc, sentence, (start, clause.end))
        return [state for state in actors.of_span(span) if state.country]
    return []


def _identity(actor: str) -> list[str]:
    """What names the group again: its number with its noun, in any case."""
    words = [word for word in _normal(actor).split() if word.isdigit() or len(word) > 3]
    number = next((word for word in words if word.isdigit()), None)
    noun = words[-1][:5] if words else ""
    return [f"{number} {noun}"] if number else ([noun] if noun else [])


def _normal(text: str) -> str:
    return text.lower().replace("ä", "a")


def said_again() -> dict[str, Stance]:
    """The nouns that name a promise or refusal with its giver after "aus"."""
    return {noun: stance for noun, stance in stances("noun").items() if "aus" in stance.frame}


def _said_again(
    doc: Doc, clause: Clause, span: Span, found: list[Commitment], actors: Actors, nouns: dict[str, Stance]
) -> Iterator[Commitment]:
    """A promise or refusal as a noun with its giver: "Zusagen (für Blauhelme) gibt es auch aus Ghana"."""
    sentence, words = clause.sentence, clause.sentence.words
    said = next((nouns[word.lower] for word in clause.words if word.lower in nouns), None)
    if said is None or any(commitment.span.start == span.start for commitment in found):
        return
    named = mentions([word.lower for word in clause.words])
    before = next((c for c in reversed(found) if c.span.end <= span.start), None)
    echoed = [before.measure] if before is not None and _is_near(doc, before.span, span) else []
    measures = [mention.measure for mention in named if mention.acts & DIRECT] or echoed
    verb = predicate(clause)
    if verb is None or verb.lemma not in EXIST:  # "eine Zusage von Trump erhalten" is none yet
        return
    for i in range(clause.start, clause.end - 1):
        if words[i].lower not in ("aus", "von", "vom"):
            continue
        phrase = noun_phrase(sentence, i + 1, clause.end)
        for state in actors.of_span(span_of(doc, sentence, phrase)):
            if state.country:
                for measure in dict.fromkeys(measures):
                    yield Commitment(span, state.text, state.country, measure, said.stance)


def _is_near(doc: Doc, earlier: Span, later: Span) -> bool:
    starts = 0
    for i in range(later.start - 1, earlier.end - 1, -1):
        starts += bool(doc[i].is_sent_start)
        if starts == BACK or "\n" in doc[i].text:
            return False
    return True


def _like(other: Commitment, span: Span, state: Actor, stance: str) -> Commitment:
    return replace(other, span=span, actor=state.text, country=state.country, stance=stance,
                   condition=None, amount=None, unit=None)  # fmt: skip
