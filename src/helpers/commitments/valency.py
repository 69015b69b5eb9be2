"""What a verb does with a measure, or says of it, with the words of its fixed phrase beside it. Verb → Acts, Stance."""

from collections.abc import Iterator
from functools import cache

from . import words as lexicon
from .verbs import Verb

REFLEXIVE = frozenset({"sich", "uns", "mich", "euch"})
PLAIN = {"zur": "zu", "zum": "zu", "vom": "von", "aufs": "auf", "ums": "um"}
COPULAS = frozenset({"sein", "bleiben", "zeigen", "werden"})


def acts_of(verb: Verb) -> tuple[lexicon.Act, ...]:
    """What the verb does; the words of a fixed phrase ("auf Eis legen") count before the bare verb."""
    acts, said = lexicon.verb_acts(), lexicon.stances("verb")
    for phrase in _with_companions(verb):
        if phrase in acts or (phrase in said and " " in phrase):
            return acts.get(phrase, ())
    return ()


def stance_of(verb: Verb, preposition: str | None) -> lexicon.Stance | None:
    """The verb's stance towards a noun: its object (in the passive its subject), or one after its preposition."""
    frames = {"object", "dative"} if preposition is None else {PLAIN.get(preposition, preposition)}
    stance = stance_of_words(verb, frozenset(frames))
    return stance if stance is not None and frames & stance.frame else None


def stance_of_words(verb: Verb, frame: frozenset[str] = frozenset()) -> lexicon.Stance | None:
    """What the verb, with the words of its fixed phrase, makes of an act; where it makes several things of it, that of
    the frame."""
    known, adjectives = lexicon.stances("verb"), lexicon.stances("adjective")
    phrase = next((phrase for phrase in _with_companions(verb) if phrase in known), None)
    found = (lexicon.verb_stance(phrase, frame) or known[phrase]) if phrase is not None else None
    if found is None and verb.lemma in COPULAS:
        found = next((adjectives[word.lower] for word in verb.clause.words if word.lower in adjectives), None)
    return found


def _with_companions(verb: Verb) -> Iterator[str]:
    """The verb with the words of a fixed phrase, with its reflexive, and alone."""
    beside = [word.lower for word in verb.clause.words]
    text = f" {' '.join(beside)} "
    for phrase in _phrase_verbs().get(verb.lemma, ()):
        if f" {phrase} " in text:
            yield f"{phrase} {verb.lemma}"
    if any(word in REFLEXIVE for word in beside):
        if "bereit" in beside:
            yield f"sich bereit {verb.lemma}"
        yield f"sich {verb.lemma}"
    yield verb.lemma


@cache
def _phrase_verbs() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for known in (lexicon.verb_acts(), lexicon.stances("verb")):
        for entry in known:
            *beside, last = entry.split()
            if beside and beside[0] != "sich":
                found.setdefault(last, []).append(" ".join(beside))
    return found
