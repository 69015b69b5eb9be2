"""Who acts, or is asked to act, in a candidate. Candidate and its judgement → Actors.

The subject of the act's verb, or of the verb that governs it; the agent of a passive; the owner of the measure where
it is the subject ("neuseeländische Truppen landeten", "keine US-Truppen würden entsandt"); the addressee of a
demand. Objects, places and enemies never act.
"""

from spacy.tokens import Doc

from ..grammar import Clause, noun_phrase, span_of, subject
from ..grammar.words import PREPOSITIONS
from .actors import Actor, Actors
from .acts import Candidate, verbs
from .roles import GENITIVE
from .stance import Judgement, governing_word
from .subjects import states
from .words import stances

ASKED = frozenset({"von", "vom", "an", "um"})


def agents(doc: Doc, candidate: Candidate, judgement: Judgement, actors: Actors) -> list[Actor]:
    """The states that act, [] where the text names none."""
    verb = candidate.verb
    if judgement.addressee:
        return _addressees(doc, judgement.agent, candidate, actors)
    if judgement.agent is not verb.clause:  # an infinitive or a clause under a verb that says who acts
        return _owner_of_noun(doc, judgement.agent, actors) or states(doc, judgement.agent, actors)
    if verb.passive or candidate.arrow == "arrive":
        own = _by(doc, verb.clause, actors) if verb.passive else []
        return own or _owners(doc, candidate, actors) or _pledging_governor(doc, candidate, actors)
    if verb.lemma == "sein":
        return _owners(doc, candidate, actors)
    return states(doc, verb.clause, actors, candidate.head)


def _by(doc: Doc, clause: Clause, actors: Actors) -> list[Actor]:
    """The agent of a passive: "von Dänemark", "durch die Bundesregierung"."""
    return _after(doc, clause, frozenset({"von", "vom", "durch", "seitens"}), actors)


def _after(doc: Doc, clause: Clause, prepositions: frozenset[str], actors: Actors) -> list[Actor]:
    sentence, words = clause.sentence, clause.sentence.words
    for i in range(clause.start, clause.end - 1):
        attribute = words[i].lower == "von" and i > clause.start and words[i - 1].is_noun
        if words[i].lower in prepositions and not attribute:
            phrase = noun_phrase(sentence, i + 1, clause.end)
            if phrase and (found := actors.of_span(span_of(doc, sentence, phrase))):
                return found
    return []


def _addressees(doc: Doc, clause: Clause, candidate: Candidate, actors: Actors) -> list[Actor]:
    """Who is asked: after von or an, the object of the demand, its subject in the passive."""
    demand = next((verb for verb in verbs(clause) if not verb.infinitive), candidate.verb)
    if demand.passive:
        return states(doc, clause, actors)
    if found := _after(doc, clause, ASKED, actors):
        return found
    if clause is candidate.verb.clause and (found := _owners(doc, candidate, actors)):
        return found
    own = subject(clause)
    sentence, words, i = clause.sentence, clause.sentence.words, clause.start
    while i < clause.end:
        if own is not None and own.start <= i < own.end:
            i = own.end
            continue
        oblique = words[i].lower in PREPOSITIONS
        phrase = noun_phrase(sentence, i + oblique, clause.end)
        if phrase is None:
            i += 1
            continue
        if not oblique and (found := actors.of_span(span_of(doc, sentence, phrase))):
            return found
        i = max(phrase.end, i + 1)
    return []


def _owners(doc: Doc, candidate: Candidate, actors: Actors) -> list[Actor]:
    """The state whose the measure is: an adjective or compound ("US-Truppen"), or what follows in the genitive."""
    words = candidate.verb.clause.sentence.words
    for start, end in ((candidate.role.start, candidate.head + 1), (candidate.mention.start, candidate.mention.end)):
        start = min(start, end - 1)
        for i in range(start, end):
            code = actors.country_at(words[i].first_token)
            if code:
                span = doc[words[start].first_token : words[end - 1].last_token + 1]
                return [Actor(code, span.text)]
        if found := _genitive_after(doc, candidate, end, actors):
            return found
    return []


def _genitive_after(doc: Doc, candidate: Candidate, end: int, actors: Actors) -> list[Actor]:
    sentence, words = candidate.verb.clause.sentence, candidate.verb.clause.sentence.words
    if end >= len(words):
        return []
    lower = words[end].lower
    if lower in GENITIVE or lower in ("von", "aus"):
        phrase = noun_phrase(sentence, end + (lower in ("von", "aus")), len(words))
        return actors.of_span(span_of(doc, sentence, phrase))
    entity = actors.entity_at.get(words[end].first_token)
    if entity is not None and entity.kind == "country" and entity.span.text.endswith(("s", "'", "’")):
        return [Actor(entity.country, entity.span.text)] if entity.country else []
    return []


def _owner_of_noun(doc: Doc, clause: Clause, actors: Actors) -> list[Actor]:
    """Whose announcement it is: "die Ankündigungen einiger Partner, … zu liefern"."""
    sentence, words = clause.sentence, clause.sentence.words
    for i in range(clause.end - 1, clause.start, -1):
        if words[i - 1].lower in stances("noun") and words[i].lower in (*GENITIVE, "einiger", "mehrerer", "von"):
            phrase = noun_phrase(sentence, i + (words[i].lower == "von"), clause.end)
            if phrase and (found := actors.of_span(span_of(doc, sentence, phrase))):
                return found
    return []


def _pledging_governor(doc: Doc, candidate: Candidate, actors: Actors) -> list[Actor]:
    """A passive without agent under "kündigte an, dass …": whoever announced it."""
    clause = candidate.verb.clause
    if clause.governor is None or clause.first not in ("dass", "daß"):
        return []
    word = governing_word(clause.governor, "dass", candidate.verb)
    return states(doc, clause.governor, actors) if word and word[0].stance == "pledged" else []
