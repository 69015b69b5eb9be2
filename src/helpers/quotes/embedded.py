"""Reported clauses in the article's own sentences: "Er blieb, weil er sich bedroht fühle". Sentence → Candidate.

In a causal or relative clause the subjunctive I says that the reason or the description is not the article's (Duden:
Die Grammatik, "Konjunktiv I in Nebensätzen")."""

from ..grammar.agency import head_names_agent
from ..grammar.model import MAIN, RELATIVE, SUBORDINATE, Clause, Sentence
from ..grammar.phrases import Phrase
from ..grammar.subjects import subject
from .candidates import Candidate, indirect, refer
from .complements import first_person

REASON, DESCRIPTION = "embedded: reason", "embedded: description"
CAUSAL = frozenset({"weil", "da"})


def embedded(sentence: Sentence) -> Candidate | None:
    """The first clause of a sentence that reports although its main clause does not."""
    if first_person(sentence):
        return None
    for clause in sentence.clauses[1:]:
        rule = _rule(clause)
        if rule is not None:
            return indirect(sentence, clause.start, _end(clause), rule, refer(sentence, _speaker(clause)))
    return None


def _speaker(clause: Clause) -> Phrase | None:
    """The subject of the main clause around it, if it can speak."""
    while clause.governor is not None:
        clause = clause.governor
    found = subject(clause) if clause.finite else None
    return found if head_names_agent(clause.sentence, found) else None


def _rule(clause: Clause) -> str | None:
    if clause.kind == SUBORDINATE and clause.first in CAUSAL and clause.subjunctive_i:
        return REASON
    if clause.kind == RELATIVE and clause.subjunctive_i:
        return DESCRIPTION
    return None


def _end(clause: Clause) -> int:
    end = clause.end
    for following in clause.sentence.clauses[clause.index + 1 :]:
        if following.kind == MAIN or (following.finite and not following.subjunctive and following.kind != RELATIVE):
            break
        end = following.end
    return end
