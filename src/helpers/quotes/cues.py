"""The reporting predicates of a sentence. Sentence → cues with lemma, frame and voice."""

from __future__ import annotations

from dataclasses import dataclass

from ..grammar.model import QUOTATION, VERB_FIRST, Clause, Sentence, Word
from ..grammar.morphology import FINITE, FINITES, INFINITIVE, is_known, lemma
from ..grammar.phrases import Phrase
from ..grammar.verbs import particle_verbs
from ..grammar.words import FINITE_FORMS, word_set
from .vocabulary import ADJECTIVES, ADJECTIVES_WITH_SEIN, FRAMES, PHRASES, SEPARABLE, Frame

ADVERBS = word_set("weiter wieder zusammen sicher klar fest frei darauf davon bekannt entgegen")  # also particles
ATTITUDE_VERBS = frozenset({"zeigen", "äußern", "geben"})  # "zeigte sich überzeugt"


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb (or adjective) in its clause."""

    clause: Clause
    index: int  # its word in the sentence
    lemma: str
    passive: bool = False

    @property
    def frame(self) -> Frame:
        return FRAMES.get(self.lemma) or Frame(self.lemma)

    @property
    def word(self) -> Word:
        return self.clause.sentence.words[self.index]

    @property
    def phrase(self) -> Phrase:
        return Phrase(self.index, self.index + 1)


def find_cues(sentence: Sentence) -> list[Cue]:
    """At most one cue a clause: the first reporting verb, else a reporting adjective with its verb."""
    found = (_cue(c) for c in sentence.clauses if c.kind != QUOTATION)
    return [cue for cue in found if cue is not None]


def _cue(clause: Clause) -> Cue | None:
    verb = _verb_cue(clause)
    if verb is None or verb.lemma in ATTITUDE_VERBS:  # "zeigte sich überzeugt, dass"
        return _adjective_cue(clause) or verb
    return verb


def _verb_cue(clause: Clause) -> Cue | None:
    words, found = clause.sentence.words, None
    for i in range(clause.start, clause.end):
        if not words[i].form or (found and (words[i - 1].lower != "und" or clause.kind == VERB_FIRST)):
            continue  # the first, but of "fordern … und argumentieren" the last
        reporting = reporting_lemma(clause, i)
        if reporting is None:
            continue
        modal = any(words[f].lower in FINITE_FORMS for f in clause.finite)
        if words[i].form == INFINITIVE and i not in clause.finite and not modal:
            continue  # an infinitive reports only under a modal: "wollte … mitteilen"
        found = Cue(clause, i, reporting, _is_passive(clause, i))
    return found


def reporting_lemma(clause: Clause, index: int) -> str | None:
    """The reporting verb that a verb is, with its particle or the words that make it one."""
    word = clause.sentence.words[index]
    base = lemma(word.lower)
    if word.form in FINITES or word.form == INFINITIVE:
        compounds = list(particle_verbs(clause, index, base))
        reporting = next((compound for compound in compounds if compound in SEPARABLE.get(base, ())), None)
        if reporting or (not clause.sentence.whole and any(_is_another_verb(verb, base) for verb in compounds)):
            return reporting  # beside somebody's words in marks any verb will do: "„Ja“, schloss er sich an"
    for companions, reads_as in PHRASES.get(base, ()):
        if all(clause.has(companion) for companion in companions):
            return reads_as
    return base if base in FRAMES and FRAMES[base].alone else None


def _is_another_verb(compound: str, base: str) -> bool:
    """ "sagte die Reise ab" says nothing, but "sagte er weiter" does."""
    return is_known(compound) and compound.removesuffix(base) not in ADVERBS


def _is_passive(clause: Clause, index: int) -> bool:
    words = clause.sentence.words
    helpers = [words[i].lower for i in clause.finite if i != index]
    if not helpers:
        return False
    if words[index].form == FINITE and index != clause.end - 1 and index in clause.finite[:1]:
        return False
    return any(lemma(helper) == "werden" for helper in helpers) or clause.has("worden")


def _adjective_cue(clause: Clause) -> Cue | None:
    """ "zeigte sich überzeugt", "ist sicher, dass"; "ist bereit, … zu" is no speech."""
    words = clause.sentence.words
    verbs = {lemma(words[i].lower) for i in clause.finite}
    adjectives = ADJECTIVES if verbs & ATTITUDE_VERBS else ADJECTIVES_WITH_SEIN if "sein" in verbs else ()
    if any(words[i].lower in adjectives for i in range(clause.start, clause.end)):
        return Cue(clause, clause.finite[0], "hoffen" if verbs & ATTITUDE_VERBS else "glauben")
    return None
