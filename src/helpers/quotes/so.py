"""A speaker without a verb: "…, so Macron", "…, so der Präsident weiter". Clause → Candidate."""

from ..grammar.agency import head_names_agent
from ..grammar.model import (
    COMMA_LIKE,
    FRAGMENT,
    INFINITIVE_CLAUSE,
    MAIN,
    QUOTATION,
    RELATIVE,
    SUBORDINATE,
    VERB_FIRST,
    Clause,
)
from ..grammar.phrases import Phrase, named_phrase
from ..grammar.words import AUXILIARY_FORMS, word_set
from .candidates import Candidate, indirect, refer

TRAILING_ADVERBS = word_set("weiter später zudem dazu damals anschließend abschließend wörtlich heute gestern")
LEADING_PARTICLES = word_set("etwa auch zum beispiel beispielsweise sogar selbst gar zumindest jedenfalls")
NO_SPEAKER = frozenset({"dass", "wie", "viele", "viel"})
ADDRESSING = frozenset({"gegenüber", "zu"})  # "so Blum gegenüber der Zeitung"
AFTER_NAMES = word_set("im in am an auf vor nach bei beim unter mit zum zur")


def so_phrase(clause: Clause) -> Candidate | None:
    """ "…, so Macron": a speaker without a verb."""
    sentence, clauses = clause.sentence, clause.sentence.clauses
    if clause.kind != FRAGMENT or clause.end - clause.start < 2 or clause.index == 0:
        return None
    if sentence.words[clause.start].lower != "so" or clause.opener not in COMMA_LIKE:
        return None
    if clauses[clause.index - 1].kind == QUOTATION:
        return None
    named = speaker_after_so(clause)
    if named_phrase(sentence, named.start, named.end) is None or sentence.words[clause.start + 1].lower in NO_SPEAKER:
        return None
    example = named.start > clause.start + 1  # "…, so auch in Köln"
    if example and not (any(c.subjunctive for c in clauses[: clause.index]) and head_names_agent(sentence, named)):
        return None
    speaker = refer(sentence, named)
    word = refer(sentence, Phrase(clause.start, clause.start + 1))
    later = clauses[clause.index + 1 :]
    if _goes_on(later) or _closes(clauses[clause.index - 1], later):
        return indirect(sentence, 0, len(sentence.words), "so X: inside", speaker, word, 5)
    return indirect(sentence, 0, clauses[clause.index - 1].end, "so X: after", speaker, word, 6)


def _closes(before: Clause, later: list[Clause]) -> bool:
    """Whether a participle behind "so X" closes the verb in front: "Sie sei, so Blum, früh gegangen"."""
    words = before.sentence.words
    verbs = [i for i in range(before.start, before.end) if words[i].form]
    open_verb = len(verbs) == 1 and verbs == before.finite[:1] and words[verbs[0]].lower in AUXILIARY_FORMS
    closing = words[later[0].start : later[0].end][-2:] if later and later[0].kind == FRAGMENT else ()
    return open_verb and any(word.form for word in closing)  # "gesperrt", "gesperrt worden"


def speaker_after_so(clause: Clause) -> Phrase:
    """ "so der Präsident (weiter)": no phrase ends in an adverb."""
    words, start, end = clause.sentence.words, clause.start + 1, clause.end
    while start < end - 1 and words[start].lower in LEADING_PARTICLES:
        start += 1
    adverbial = (i for i in range(start + 1, end) if words[i].lower in ADDRESSING or _is_adverbial(words, i))
    end = next(adverbial, end)
    while end > start + 1 and words[end - 1].lower in TRAILING_ADVERBS:
        end -= 1
    return Phrase(start, end)


def _is_adverbial(words, i: int) -> bool:
    """ "Blum im Fernsehen": a preposition after a name opens no attribute."""
    return words[i - 1].actor and words[i].lower in AFTER_NAMES


def _goes_on(later: list[Clause]) -> bool:
    """Whether the content goes on behind "so X"."""
    if later and later[0].kind == RELATIVE and not any(c.subjunctive and c.kind == VERB_FIRST for c in later):
        return False  # the relative clause belongs to the speaker
    return any(c.kind in (MAIN, VERB_FIRST, INFINITIVE_CLAUSE, SUBORDINATE) or c.subjunctive for c in later)
