"""Clauses that the commas of an enumeration cut in two, put together again. Sentence with clauses → the same, mended.

"…, an der sich Italien, Spanien und Polen beteiligen"     one relative clause
"Portugal hat Soldaten, Ärzte und Boote entsandt"          one main clause
"… wollen sich Mali, der Tschad, die Türkei und Benin beteiligen"   one main clause, no relative clause
"""

from collections.abc import Callable

from .model import FRAGMENT, MAIN, RELATIVE, SUBORDINATE, VERB_FIRST, Clause, Sentence
from .morphology import FINITE, INFINITIVE, PARTICIPLE
from .words import DETERMINERS, PREPOSITIONS, PURE_SUBORDINATORS, RELATIVE_PRONOUNS, word_set

HAVING = word_set("hat haben habe hatte hatten")  # wait for a participle
WAITING = HAVING | word_set("wird werden werde würde würden will wollen wolle soll sollen solle kann können könne")
JOINING = frozenset({"und", "oder", "sowie"})
LONGEST = 8  # pieces


def join_enumerations(sentence: Sentence, build: Callable[[Sentence, int, int, str], Clause]) -> None:
    """Replace the pieces of such a clause by the whole; `build` makes a clause of a range of words."""
    clauses, i = sentence.clauses, 0
    while i < len(clauses) - 1:
        last = _last_piece(clauses, i)
        if last is not None:
            whole = build(sentence, clauses[i].start, clauses[last].end, clauses[i].opener)
            same = whole.kind == clauses[i].kind and whole.kind in (MAIN, VERB_FIRST)
            if same or (whole.kind in (RELATIVE, SUBORDINATE) and whole.verb_final):
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
        if piece.opener != "," or not (words[piece.start].text[:1].isupper() or _begins_with_article(piece)):
            return None
        if piece.finite or words[piece.end - 1].form:
            joined = any(words[k].lower in JOINING for k in range(piece.start, piece.end - 1))
            closes = joined and _closes(piece, subordinate)
            if closes and piece.kind == RELATIVE and not subordinate:
                closes = _is_the_verb_waited_for(opening, piece)
            return last if closes else None
    return None


def _begins_with_article(piece: Clause) -> bool:
    """Whether a piece begins with article (and adjective) before a noun or name: "die Vereinigten Staaten"."""
    words = piece.sentence.words
    if words[piece.start].lower not in DETERMINERS or piece.start + 1 >= piece.end:
        return False
    noun = piece.start + 1
    while noun < piece.end - 1 and words[noun].text[:1].islower() and words[noun].lower.endswith("en"):
        noun += 1
    return words[noun].text[:1].isupper() and not any(words[k].form for k in range(piece.start, noun))


def _is_the_verb_waited_for(opening: Clause, piece: Clause) -> bool:
    """Whether the verb that ends a piece belongs to the auxiliary before the enumeration rather than to a relative
    clause: it has the form that the auxiliary asks for, and none that does stands behind."""
    words, clauses = piece.sentence.words, piece.sentence.clauses
    wanted = (PARTICIPLE,) if words[opening.finite[0]].lower in HAVING else (INFINITIVE, PARTICIPLE)
    following = clauses[piece.index + 1] if piece.index + 1 < len(clauses) else None
    goes_on = following is not None and following.kind in (MAIN, FRAGMENT, VERB_FIRST)
    return words[piece.end - 1].form in wanted and not (goes_on and words[following.end - 1].form)


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
    return (
        clause.kind in (MAIN, VERB_FIRST)
        and len(verbs) == 1
        and verbs == clause.finite
        and words[verbs[0]].lower in WAITING
    )


def _closes(piece: Clause, subordinate: bool) -> bool:
    """Whether a piece ends with the verb of the clause."""
    last = piece.end - 1
    if subordinate:
        return piece.verb_final
    return piece.sentence.words[last].form in (PARTICIPLE, INFINITIVE, FINITE) and piece.finite in ([], [last])
