"""The verbs of a clause, each with its tense, mood and modal. Clause → Verbs.

`helpers.grammar.predicate` reads one predicate a clause; a sentence about commitments often joins several ("ließ Helfer
einfliegen und will weitere schicken") or adds an infinitive without a comma ("versprach Panzer zu liefern").
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..grammar import Clause, lemma, predicate
from ..grammar.morphology import INFINITIVE, PARTICIPLE, ZU_INFINITIVE
from ..grammar.words import DETERMINERS, PREPOSITIONS

ATTRIBUTIVE = ("te", "ten", "ter", "tes", "tem", "ene", "enen", "ener", "enes", "enem")


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of a clause: finite with all that belongs to it, or a zu-infinitive."""

    clause: Clause
    lemma: str
    index: int
    tense: str = "present"
    mood: str = "indicative"
    modal: str | None = None
    passive: bool = False
    infinitive: bool = False
    joined: bool = False  # one of several predicates with one subject


def verbs(clause: Clause) -> list[Verb]:
    """The finite verb of a clause with those joined to it, and its zu-infinitives."""
    found, words = [], clause.sentence.words
    for part in _coordinated(clause):
        whole = predicate(part)
        if whole is not None and not _is_attributive(part, whole.index):
            found.append(
                Verb(clause, whole.lemma, whole.index, whole.tense, whole.mood, whole.modal, whole.passive,
                     infinitive=not clause.finite, joined=part is not clause)
            )  # fmt: skip
            found += _joined(part, found[-1])
    for i in range(clause.start, clause.end):
        is_zu = words[i].form == ZU_INFINITIVE or (
            i > clause.start and words[i - 1].lower == "zu" and words[i].form in (INFINITIVE, PARTICIPLE)
        )
        if is_zu and not any(verb.index == i for verb in found):
            found.append(Verb(clause, lemma(words[i].lower), i, infinitive=True))
    return found


def _coordinated(clause: Clause) -> list[Clause]:
    """The clause, cut where "und" joins a second finite verb: "ließ Helfer einfliegen und will weitere schicken"."""
    words = clause.sentence.words
    cuts = [
        i - 1 for i in clause.finite[1:]
        if not clause.verb_final and words[i - 1].lower in ("und", "oder", "aber") and i > clause.finite[0] + 1
    ]  # fmt: skip
    if not cuts:
        return [clause]
    parts = []
    for start, end in zip([clause.start, *(cut + 1 for cut in cuts)], [*cuts, clause.end], strict=True):
        finite = [i for i in clause.finite if start <= i < end]
        parts.append(replace(clause, start=start, end=end, head=max(start, clause.head), finite=finite))
    return parts


def _is_attributive(clause: Clause, index: int) -> bool:
    """Whether a verb form is a participle in front of a noun: "jede in Mali stationierte Truppe"."""
    words = clause.sentence.words
    if not words[index].lower.endswith(ATTRIBUTIVE) or index + 1 >= clause.end:
        return False
    for i in range(index - 1, clause.start - 1, -1):
        if words[i].lower in DETERMINERS and words[i + 1].lower in PREPOSITIONS:
            return words[i].lower not in ("der", "die", "das") or i > clause.start
        if words[i].form and words[i].form != PARTICIPLE:
            return False
    return False


def _joined(clause: Clause, last: Verb) -> Iterator[Verb]:
    """Infinitives and participles that "und" joins to the last: "hat Soldaten entsandt und Hilfsgüter geliefert"."""
    words = clause.sentence.words
    compound = last.tense in ("perfect", "pluperfect") or last.passive  # "hat … erreicht"
    if (last.index in clause.finite and not compound) or last.infinitive:
        return
    for i in range(clause.start, last.index - 1):
        joins = words[i + 1].lower in ("und", "oder", "sowie") and i not in clause.finite
        if joins and words[i].form and words[i].form in (words[last.index].form, INFINITIVE, PARTICIPLE):
            yield replace(last, lemma=lemma(words[i].lower), index=i, joined=True)
