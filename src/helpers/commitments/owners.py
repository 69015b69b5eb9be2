"""Whose a measure is, or a promise of it: the state in its words or beside them. Candidate or clause → Actors.

"neuseeländische Truppen", "die Truppen Spaniens"            → the owner of the measure
"Polens Zusage", "die Ankündigung einiger Partner, …"        → the owner of the noun that promises
"""

from spacy.tokens import Doc

from ..grammar import Clause, noun_phrase, span_of
from .actors import Actor, Actors
from .candidate import Candidate
from .roles import GENITIVE, role
from .state_words import kind_of
from .words import stances


def owners(doc: Doc, candidate: Candidate, actors: Actors) -> list[Actor]:
    """The state whose the measure is: an adjective or compound ("US-Truppen"), or what follows in the genitive."""
    if candidate.mention.acts & {"train", "teach"}:  # "ukrainische Rekruten" are trained
        return []
    if (found := described(doc, candidate, actors)) or candidate.arrow == "back":  # "Soldaten aus dem Irak abziehen"
        return found
    for end in (candidate.head + 1, candidate.mention.end):
        if found := _genitive_after(doc, candidate, end, actors):
            return found
    return []


def described(doc: Doc, candidate: Candidate, actors: Actors) -> list[Actor]:
    """The state in the words of the measure itself, or of the noun of action over it; a mission is named for its
    place."""
    if "send" not in candidate.mention.acts and "join" in candidate.mention.acts and candidate.stance is None:
        return []
    sentence, words = candidate.verb.clause.sentence, candidate.verb.clause.sentence.words
    own = role(sentence, candidate.mention.start, 0).start
    for start, end in ((candidate.role.start, candidate.head + 1), (own, candidate.mention.end)):
        for i in range(min(start, end - 1), end):
            entity = actors.entity_at.get(words[i].first_token)
            inside = candidate.mention.start < i < candidate.mention.end and words[i].text.endswith("s")
            if inside and entity is not None and entity.kind == "country" and entity.country:
                return [Actor(entity.country, entity.span.text)]  # "den Beitrag Deutschlands für den Fonds"
            place = entity is not None and entity.kind in ("country", "place")
            if entity is None and (army := kind_of(words[i].lower)) and army[0] == "military" and army[1]:
                return [Actor(army[1], words[i].text)]  # "Bundeswehrsoldaten"
            if entity is None or entity.country is None or entity.kind == "person" or place:
                continue
            first = Actor(entity.country, doc[words[i].first_token : words[end - 1].last_token + 1].text)
            joined = (
                actors.entity_at.get(words[i - 2].first_token)
                if i > 1 and words[i - 1].lower in ("und", "sowie")
                else None
            )
            if entity.kind == "nationality" and joined is not None and joined.kind == "nationality" and joined.country:
                return [Actor(joined.country, joined.span.text), first]
            return [first]
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


def possessed(doc: Doc, candidate: Candidate, actors: Actors) -> list[Actor]:
    """The state in front of a noun that promises or refuses: "Polens Zusage", "die deutsche Absage"."""
    words = candidate.verb.clause.sentence.words
    for i in range(candidate.head - 1, max(candidate.head - 4, candidate.verb.clause.start - 1), -1):
        entity = actors.entity_at.get(words[i].first_token)
        if entity is not None and entity.country and entity.kind in ("country", "nationality", "place"):
            genitive = entity.kind == "nationality" or words[i].text.endswith(("s", "'", "’"))
            return [Actor(entity.country, entity.span.text)] if genitive else []
    return []


def owner_of_noun(doc: Doc, clause: Clause, actors: Actors) -> list[Actor]:
    """Whose announcement it is: "die Ankündigungen einiger Partner, … zu liefern"."""
    sentence, words = clause.sentence, clause.sentence.words
    for i in range(clause.end - 1, clause.start, -1):
        if words[i - 1].lower in stances("noun") and words[i].lower in (*GENITIVE, "einiger", "mehrerer", "von"):
            phrase = noun_phrase(sentence, i + (words[i].lower == "von"), clause.end)
            if phrase and (found := actors.of_span(span_of(doc, sentence, phrase))):
                return found
    return []
