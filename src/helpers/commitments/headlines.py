"""Headlines without a verb. The first line of an article → commitments.

"Deutschland: 3 Milliarden Euro für die Ukraine"      → pledged
"USA: Keine Soldaten für Mali"                        → ruled out
"EU: Neue Sanktionen gegen Russland verhängt"         → delivered
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from ..finds import Commitment
from ..grammar import FRAGMENT, Sentence, lemma
from .actors import Actors
from .roles import NEGATIVE
from .words import DIRECT, Mention, stances, verb_acts, word_set

NO = NEGATIVE | word_set("nein nicht absage")
OPEN = word_set("streit debatte kritik diskussion forderung ruf warnung sorge angst protest proteste")


def headline(doc: Doc, sentence: Sentence, span: Span, mentions: list[Mention], actors: Actors) -> Iterator[Commitment]:
    """What the first line says after "<state>:" without a finite verb; nothing for any other sentence."""
    clauses = sentence.clauses
    if sentence.index or sentence.within is not None or len(clauses) < 2 or sentence.words[-1].text in (".", "!", "?"):
        return
    first, said = clauses[0], clauses[1:]
    has_verb = any(clause.finite not in ([], [clause.end - 1]) for clause in clauses)  # but "… verhängt" at the end
    if first.kind != FRAGMENT or said[0].opener != ":" or has_verb:
        return
    states = [state for state in actors.of_span(doc[slice(*first.tokens())]) if state.country]
    lower = [word.lower for clause in said for word in clause.words]
    named = [mention for mention in mentions if mention.start >= said[0].start and mention.acts & DIRECT]
    if not states or not named or any(word in OPEN for word in lower):
        return
    for state in states:
        for measure in dict.fromkeys(mention.measure for mention in named):
            yield Commitment(span, state.text, state.country, measure, _stance(lower))


def _stance(words: list[str]) -> str:
    if any(word in NO for word in words):
        return "ruled out"
    closing = lemma(words[-1])
    said = stances("verb").get(closing)
    if said is not None and said.stance:
        return said.stance
    return "delivered" if closing in verb_acts() else "pledged"
