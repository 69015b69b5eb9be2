"""Who does it: the subject of a clause, found by position. Clause → Phrase.

Interrupted pre-fields, coordinated predicates ("X sagte … und kündigte an") and relative clauses are followed
to the phrase that names the subject."""

from .agency import head_names_agent, names_agent
from .fields import subject_after, subject_before
from .model import (
    COMMA_LIKE,
    FRAGMENT,
    MAIN,
    RELATIVE,
    SUBORDINATE,
    VERB_FIRST,
    VERB_SECOND_OR_FIRST,
    Clause,
)
from .phrases import Phrase, noun_phrase
from .words import DETERMINERS, OBLIQUE_DETERMINERS, PERSONAL_PRONOUNS, PREPOSITIONS, word_set

NOMINATIVE_RELATIVES = word_set("der die das welcher welche welches")
OBJECT_OPENERS = word_set("die das diese dieses eine jegliche seine ihre als")  # may be accusative, too


def subject(clause: Clause, *, follows_content: bool = False) -> Phrase | None:
    """The subject of a clause. `follows_content`: what stands before the verb is reported content ("…, sagte
    er")."""
    words, finite = clause.sentence.words, clause.finite[0] if clause.finite else clause.head
    if clause.kind == VERB_FIRST and not follows_content and _is_coordinated(clause):
        before = previous_full_clause(clause)
        found = subject(before) if before else None
        if found:
            return found
    if clause.kind == RELATIVE:
        return _relative_subject(clause)
    if clause.kind == SUBORDINATE or (clause.first in ("wie", "so", "dass") and finite > clause.head + 1):
        return subject_after(clause.sentence, clause.head, clause.end) or _lower_case_name(clause)
    if finite == clause.head or (clause.first == "so" and finite == clause.head + 1):
        opening = prefield_clause(clause)
        if opening is not clause and not follows_content:
            found = subject_before(clause.sentence, opening.head, opening.end)
            if found:
                return found
        found = subject_after(clause.sentence, finite, clause.end)
        goes_on = finite == clause.start and clause.has("aber", "jedoch") and not follows_content
        if goes_on and not names_agent(clause.sentence, found):
            return _subject_in_front(clause) or found
        return found
    return _around_verb(clause, finite, words)


def _subject_in_front(clause: Clause) -> Phrase | None:
    """ "Blum hofft, dass es gelingt, kritisierte aber die Kosten": the subject of the main clause goes on."""
    before = previous_full_clause(clause)
    found = subject(before) if before is not None and before.kind == MAIN else None
    return found if head_names_agent(clause.sentence, found) else None


def _around_verb(clause: Clause, finite: int, words) -> Phrase | None:
    before = subject_before(clause.sentence, clause.head, finite)
    if before is None:
        return subject_after(clause.sentence, finite, clause.end)
    if finite + 1 < clause.end and words[finite + 1].text in ("er", "man", "wir", "ich"):
        return Phrase(finite + 1, finite + 2)
    if not head_names_agent(clause.sentence, before) and words[clause.head].lower not in PERSONAL_PRONOUNS:
        after = subject_after(clause.sentence, finite, clause.end)
        singular = words[finite].lower.endswith(("te", "t", "b", "g", "f", "s", "h", "d", "m"))
        may_be_object = singular and words[clause.head].lower in OBJECT_OPENERS
        nominative = after is not None and words[after.start].lower not in OBLIQUE_DETERMINERS
        if may_be_object and nominative and head_names_agent(clause.sentence, after):
            return after  # "Die Zahlen nannte ein Sprecher"
    return before


def _lower_case_name(clause: Clause) -> Phrase | None:
    """ "wie t-online.de meldete", "wie „heise online“ berichtet": a name that looks like no noun."""
    words = clause.sentence.words
    end = next((i for i in clause.finite if i > clause.head + 1), clause.head)
    between = words[clause.head + 1 : end]
    marked = any(q.start < w.start < q.end for q in clause.sentence.partial for w in between[:1])
    if len(between) <= 3 and (marked or any("." in w.text for w in between)):
        return Phrase(clause.head + 1, end)
    return None


def _is_coordinated(clause: Clause) -> bool:
    return clause.opener == "und" or clause.sentence.words[clause.start].lower in (
        "und",
        "aber",
        "sowie",
        "doch",
    )


def previous_full_clause(clause: Clause) -> Clause | None:
    """The nearest main clause before this one."""
    for before in reversed(clause.sentence.clauses[: clause.index]):
        if before.kind in VERB_SECOND_OR_FIRST and before.finite:
            return before
    return None


def prefield_clause(clause: Clause) -> Clause:
    """Where the pre-field of a verb-first piece begins: before appositions and relative clauses."""
    clauses, index = clause.sentence.clauses, clause.index
    while index > 0 and clauses[index - 1].kind in (FRAGMENT, RELATIVE) and clauses[index].opener in COMMA_LIKE:
        index -= 1
    return clauses[index]


def _relative_subject(clause: Clause) -> Phrase | None:
    """The pronoun with its antecedent where it is the subject ("Merz, der"), else the subject inside the clause."""
    words, pronoun = clause.sentence.words, clause.head
    if words[pronoun].lower not in NOMINATIVE_RELATIVES:
        start = pronoun + (words[pronoun].lower in PREPOSITIONS)
        return subject_after(clause.sentence, start, clause.end)
    inside = words[pronoun + 1 : clause.end]
    if any(word.text in PERSONAL_PRONOUNS for word in inside):
        return subject_after(clause.sentence, pronoun, clause.end)
    if words[pronoun].lower != "der" and words[pronoun].lower != "welcher":
        found = subject_after(clause.sentence, pronoun, clause.end)
        nominative = words[pronoun + 1].is_noun or words[pronoun + 1].lower in ("der", "die", "das")
        if found and found.start == pronoun + 1 and nominative and names_agent(clause.sentence, found):
            return found
    named = antecedent(clause)
    if named and named.end < clause.sentence.clauses[clause.index - 1].end:
        return named
    return Phrase(named.start if named else pronoun, pronoun + 1)


def antecedent(clause: Clause) -> Phrase | None:
    """The noun phrase that closes the piece before a relative clause."""
    if clause.index == 0:
        return None
    before, words = clause.sentence.clauses[clause.index - 1], clause.sentence.words
    if before.kind not in (FRAGMENT, MAIN, VERB_FIRST):
        return None
    end = before.end
    while end > before.start and words[end - 1].form:
        end -= 1  # "hat Ermittlungen eingeleitet, die …"
    for start in range(max(before.start, end - 8), end):
        if words[start].is_noun or words[start].lower in DETERMINERS:
            phrase = noun_phrase(clause.sentence, start, end)
            if phrase and phrase.end == end:
                return phrase
    alone = before.kind == FRAGMENT and before.end == before.start + 1 and words[before.start].text[:1].isupper()
    return Phrase(before.start, before.end) if alone else None  # "Estland, das …" opens the sentence
