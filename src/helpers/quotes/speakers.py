"""Who speaks: the speaker that goes with a cue. Cue → words that name the speaker, or None.

The subject speaks; in the passive the agent ("von der Polizei") or the document ("in dem Bericht"); with hervorgehen,
heißen and their like the source after aus, in, bei, von. An agentless passive has no speaker.
"""

from ..grammar.model import FRAGMENT, RELATIVE, VERB_FIRST, Clause, Sentence
from ..grammar.morphology import is_time, lemma
from ..grammar.phrases import Phrase, noun_phrase
from ..grammar.subjects import antecedent, previous_full_clause, subject
from ..grammar.words import word_set
from .cues import Cue
from .vocabulary import reporting_noun, source_noun

AGENT_PREPOSITIONS = word_set("von vom durch seitens")
DOCUMENT_PREPOSITIONS = word_set("in im aus")
SOURCE_PREPOSITIONS = word_set("aus in im auf bei von vom beim")
DOCUMENTS = word_set("schreiben brief artikel resolution interview entwurf papier dokument text")
SOURCE_VERBS = word_set("hervorgehen folgen verlauten heißen stehen")  # the source is no subject
NO_SPEAKER = frozenset({"bekanntwerden", "herausstellen"})


def cue_speaker(cue: Cue, *, follows_content: bool = False) -> Phrase | None:
    """The speaker of what a cue reports."""
    if cue.passive and cue.lemma == "zitieren":
        return subject(cue.clause, follows_content=follows_content)  # "wurde mit den Worten zitiert, …"
    if cue.passive:
        return passive_agent(cue.clause)
    if cue.lemma in NO_SPEAKER:
        return None
    if cue.lemma in SOURCE_VERBS:
        source = _source(cue.clause)
        if source or cue.lemma != "folgen":
            return source
    return subject(cue.clause, follows_content=follows_content)


def cue_speaker_or_outer(cue: Cue) -> Phrase | None:
    """Like `cue_speaker`; where the clause has no subject of its own, that of the main clause before it."""
    found = cue_speaker(cue)
    if found or cue.passive or cue.lemma in SOURCE_VERBS | NO_SPEAKER:
        return found
    outer = previous_full_clause(cue.clause)
    return subject(outer) if outer else None


def passive_agent(clause: Clause) -> Phrase | None:
    """Who acts in a passive clause: after von, durch, or the document after in, aus."""
    for prepositions, documents_only in ((AGENT_PREPOSITIONS, False), (DOCUMENT_PREPOSITIONS, True)):
        for phrase in prepositional_phrases(clause, prepositions):
            words = clause.sentence.words[phrase.start : phrase.end]
            if documents_only and not any(_is_document(word.text) for word in words):
                continue
            if documents_only or not is_time(words[-1].text):
                return phrase
    return None


def _is_document(word: str) -> bool:
    return word[:1].isupper() and bool(
        source_noun(word) or reporting_noun(word) or word.lower().endswith(tuple(DOCUMENTS))
    )


def names_document(sentence: Sentence, phrase: Phrase | None) -> bool:
    """Whether a phrase names a text: a report, a draft."""
    return phrase is not None and any(_is_document(word.text) for word in sentence.words[phrase.start : phrase.end])


def _source(clause: Clause) -> Phrase | None:
    """After aus, in, bei …, also in the pre-field before an interrupting clause; of "ein Brief, in dem es heißt" the
    antecedent."""
    if clause.kind == RELATIVE and clause.first in SOURCE_PREPOSITIONS:
        return antecedent(clause)
    pieces = [clause]
    for piece in reversed(clause.sentence.clauses[: clause.index] if clause.kind == VERB_FIRST else []):
        if piece.kind not in (FRAGMENT, RELATIVE):
            break
        pieces.append(piece)
    for piece in pieces:
        for phrase in prepositional_phrases(piece, SOURCE_PREPOSITIONS):
            if not is_time(clause.sentence.words[phrase.end - 1].text):
                return phrase
    return None


def prepositional_phrases(clause: Clause, prepositions: frozenset[str]):
    """Yield the noun phrases after one of these prepositions."""
    words = clause.sentence.words
    for i in range(clause.start, clause.end - 1):
        if words[i].lower in prepositions:
            phrase = noun_phrase(clause.sentence, i + 1, clause.end)
            if phrase:
                yield phrase


def agent_or_subject(clause: Clause, index: int) -> Phrase | None:
    """The agent of the verb at word `index` in the passive, else the subject of its clause."""
    words = clause.sentence.words
    if any(lemma(words[i].lower) == "werden" for i in clause.finite if i != index):
        return passive_agent(clause)
    return subject(clause)
