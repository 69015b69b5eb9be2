"""Clauses that the commas of an enumeration cut in two, put together again. Sentence with clauses → the same, mended.

"…, an der sich Italien, Spanien und Polen beteiligen"     one relative clause
"Portugal hat Soldaten, Ärzte und Boote entsandt"          one main clause
"""

from collections.abc import Callable

from .model import MAIN, RELATIVE, SUBORDINATE, Clause, Sentence
from .morphology import FINITE, INFINITIVE, PARTICIPLE
from .words import PREPOSITIONS, PURE_SUBORDINATORS, RELATIVE_PRONOUNS, word_set

WAITING = word_set("hat haben habe hatte hatten wird werden werde würde würden will wollen soll sollen kann können")
JOINING = frozenset({"und", "oder", "sowie"})
LONGEST = 6  # pieces


def join_enumerations(sentence: Sentence, build: Callable[[Sentence, int, int, str], Clause]) -> None:
    """Replace the pieces of such a clause by the whole; `build` makes a clause of a range of words."""
    clauses, i = sentence.clauses, 0
    while i < len(clauses) - 1:
        last = _last_piece(clauses, i)
        if last is not None:
            whole = build(sentence, clauses[i].start, clauses[last].end, clauses[i].opener)
            if whole.kind == clauses[i].kind == MAIN or (whole.kind in (RELATIVE, SUBORDINATE) and whole.verb_final):
                clauses[i : last + 1] = [whole]
        i += 1
    for number, clause in enumerate(clauses):
        clause.index = number


def _last_piece(clauses: list[Clause], i: int) -> int | None:
    """The piece with the verb that clause `i` leaves out, behind pieces that only enumerate."""
    opening = clauses[i]
    words = opening.sentence.words
    subordinate = _opens_subordinate(opening)
    if not (subordinate or _waits_for_verb(opening)) or not words[opening.end - 1].is_noun:
        return None
    for last in range(i + 1, min(i + LONGEST, len(clauses))):
        piece = clauses[last]
        if piece.opener != "," or not words[piece.start].text[:1].isupper():
            return None
        if piece.finite or words[piece.end - 1].form:
            joined = any(words[k].lower in JOINING for k in range(piece.start, piece.end - 1))
            return last if joined and _closes(piece, subordinate) else None
    return None


def _opens_subordinate(clause: Clause) -> bool:
    """Whether a piece begins as a subordinate or relative clause and has no verb yet."""
    words, head = clause.sentence.words, clause.head
    second = words[head + 1].lower if head + 1 < clause.end else ""
    relative = clause.first in RELATIVE_PRONOUNS or (clause.first in PREPOSITIONS and second in RELATIVE_PRONOUNS)
    begins = clause.first in PURE_SUBORDINATORS or (relative and clause.start > 0 and clause.opener == ",")
    return begins and not clause.finite


def _waits_for_verb(clause: Clause) -> bool:
    """Whether a main clause has an auxiliary, but not yet the verb that goes with it."""
    words = clause.sentence.words
    verbs = [i for i in range(clause.start, clause.end) if words[i].form]
    return clause.kind == MAIN and len(verbs) == 1 and verbs == clause.finite and words[verbs[0]].lower in WAITING


def _closes(piece: Clause, subordinate: bool) -> bool:
    """Whether a piece ends with the verb of the clause."""
    last = piece.end - 1
    if subordinate:
        return piece.verb_final
    return piece.sentence.words[last].form in (PARTICIPLE, INFINITIVE, FINITE) and piece.finite in ([], [last])
