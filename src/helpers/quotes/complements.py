"""What a cue reports, where it stands after the cue: where the complement begins, of what kind, and where it ends.

Clause → (clause, kind). Kinds: dass, ob, question, infinitive, verb-second, indicative, relative.
"""

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
    Sentence,
)
from ..grammar.morphology import FINITE, INFINITIVE, lemma
from ..grammar.words import (
    AUXILIARIES,
    DETERMINERS,
    INFINITIVE_OPENERS,
    PREPOSITIONS,
    QUESTION_WORDS,
    RELATIVE_PRONOUNS,
    word_set,
)
from .cues import Cue
from .vocabulary import FRAMES, Frame

DASS, OB, QUESTION = "dass", "ob", "question"
INFINITIVE_COMPLEMENT, VERB_SECOND, INDICATIVE, RELATIVE_COMPLEMENT = (
    "infinitive",
    "verb-second",
    "indicative",
    "relative",
)

REACH = 5  # clauses that may stand between cue and complement
ADVERBIAL = word_set("wenn sobald falls da weil solange obwohl sofern nachdem")
LOOSE_QUESTION_WORDS = word_set("wie was wo welche welcher welches welchen welchem womit wodurch")
EXPLAINING = word_set("""
    betonen fragen erklären erläutern schildern beschreiben berichten mitteilen sagen klären wissen""")
NO_INDICATIVE_OPENERS = word_set("und aber doch wobei jedoch während so später dann ein usw sondern denn darunter")
FIRST_PERSON = frozenset({"ich", "wir"})
HAVE = frozenset({"hat", "hatte", "haben", "hatten"})


def complement(cue: Cue) -> tuple[Clause, str] | None:
    """The clause with which the complement of a cue begins, and its kind; None if it has none after it."""
    clauses, at, frame = cue.clause.sentence.clauses, cue.clause.index, cue.frame
    for clause in clauses[at + 1 : at + 1 + REACH]:
        adjacent = clause.index == at + 1
        if clause.kind in (QUOTATION, VERB_FIRST):
            return None
        if clause.kind == MAIN:
            return _verb_second(clause, frame, adjacent)
        if clause.kind == SUBORDINATE:
            kind = _subordinate(clause, frame, adjacent)
            if kind:
                return clause, kind
            if _reports(clause, range(clause.start, clause.end)):
                return None
        elif clause.kind == INFINITIVE_CLAUSE:
            if _takes_infinitive(clause, frame):
                return clause, INFINITIVE_COMPLEMENT
        elif clause.kind == RELATIVE:
            if clause.subjunctive and adjacent and (not frame.weak or cue.lemma in ("beschreiben", "bezeichnen")):
                return clause, RELATIVE_COMPLEMENT
            if _reports(clause, clause.finite):
                return None
        elif clause.kind == FRAGMENT:
            kind = _fragment(clause, frame)
            if kind:
                return clause, kind
    return None


def _subordinate(clause: Clause, frame: Frame, adjacent: bool) -> str | None:
    first, clauses = clause.first, clause.sentence.clauses
    if first in ("dass", "daß") or (first in ("weil", "da") and clause.subjunctive and adjacent):
        return DASS
    if first == "ob":
        return None if frame.weak else OB
    if first in QUESTION_WORDS and not (first.startswith("welch") and clause.sentence.words[clause.start - 2].is_noun):
        strict = first not in LOOSE_QUESTION_WORDS and (not frame.weak or frame.lemma in ("zeigen", "wissen"))
        if strict or (frame.lemma in EXPLAINING and first in ("wie", "was", "warum", "welche")):
            return QUESTION
    following = clauses[clause.index + 1] if clause.index + 1 < len(clauses) else None
    if following is not None and following.kind == VERB_FIRST and following.subjunctive and first in ADVERBIAL:
        return VERB_SECOND  # "…, wenn er komme, sei es gut"
    return None


def _takes_infinitive(clause: Clause, frame: Frame) -> bool:
    if clause.first in INFINITIVE_OPENERS:
        return False
    words = clause.sentence.words
    perfect = any(
        words[i].lower in AUXILIARIES and words[i - 1].lower == "zu" for i in range(clause.start + 1, clause.end)
    )
    return frame.infinitive == "yes" or (bool(frame.infinitive) and perfect)


def _verb_second(clause: Clause, frame: Frame, adjacent: bool) -> tuple[Clause, str] | None:
    if clause.subjunctive:
        return clause, VERB_SECOND
    words = clause.sentence.words
    if not adjacent or not frame.indicative_verb_second or any(word.lower in FIRST_PERSON for word in words):
        return None
    opened = clause.opener in (",", ":") and words[clause.start].lower not in NO_INDICATIVE_OPENERS
    if opened and clause.first_finite.form in (FINITE, INFINITIVE):
        return clause, INDICATIVE
    return None


def _fragment(clause: Clause, frame: Frame) -> str | None:
    """A complement may open with a fragment: an object before its infinitive, a long pre-field."""
    clauses, opener = clause.sentence.clauses, clause.sentence.words[clause.start].lower
    ahead = clauses[clause.index + 1 : clause.index + 4]
    if frame.infinitive == "yes" and opener in (PREPOSITIONS | DETERMINERS) - {"der", "die"}:
        for following in ahead:
            if following.kind == INFINITIVE_CLAUSE and following.first not in ("um", "ohne"):
                return INFINITIVE_COMPLEMENT
            if following.kind not in (FRAGMENT, RELATIVE):
                break
    for following in ahead:
        subjunctive = following.subjunctive and (not frame.weak or following.subjunctive_i)
        if following.kind in (MAIN, VERB_FIRST) and subjunctive and following.opener in (",", "–"):
            named = clause.opener == "," and opener not in ("die", "der", "das", "dem", "den")
            if named or following.kind == VERB_FIRST:
                return VERB_SECOND
        if following.kind not in (FRAGMENT, RELATIVE):
            break
    return None


def _reports(clause: Clause, indexes) -> bool:
    """Whether a clause has a reporting verb of its own."""
    words = clause.sentence.words
    return any(is_reporting(words[i].lower, weak=False) for i in indexes if words[i].form)


def is_reporting(lower: str, *, weak: bool = True) -> bool:
    """Whether a verb form belongs to a reporting verb; without `weak`, to one that reports speech by itself."""
    frame = FRAMES.get(lemma(lower))
    return frame is not None and (weak or not frame.weak)


def complement_end(first: Clause, kind: str, *, open_matrix: bool = False) -> int:
    """The word where a complement ends (exclusive). `open_matrix`: the cue's own clause still waits for its verb."""
    last = first
    for clause in first.sentence.clauses[first.index + 1 :]:
        if _ends_before(clause, first, kind, open_matrix):
            break
        last = clause
    return last.end


def _ends_before(clause: Clause, first: Clause, kind: str, open_matrix: bool) -> bool:
    """Whether a complement ends before `clause`."""
    if clause.kind == QUOTATION or (clause.opener == ";" and not clause.subjunctive):
        return True
    if clause.kind == VERB_FIRST and not clause.subjunctive:
        return _verb_first_ends(clause, first, kind, open_matrix)
    if clause.kind == VERB_FIRST:
        return open_matrix and kind in (INFINITIVE_COMPLEMENT, DASS, OB)
    if clause.kind == MAIN and not clause.subjunctive:
        return _main_ends(clause, kind)
    if clause.kind == FRAGMENT:
        return clause.first == "so" or _dash_ends(clause, kind)
    if clause.kind == SUBORDINATE and clause.first == "wie":
        return _wie_ends(clause)
    return kind == INFINITIVE_COMPLEMENT and clause.first in ("was", "wobei")


def _verb_first_ends(clause: Clause, first: Clause, kind: str, open_matrix: bool) -> bool:
    if clause.opener == "und" and clause.end - clause.finite[0] > 2:
        return True
    if kind not in (VERB_SECOND, INDICATIVE):
        return True
    goes_on = clause.sentence.clauses[clause.index - 1].kind == SUBORDINATE or first.kind in (
        SUBORDINATE,
        FRAGMENT,
        INFINITIVE_CLAUSE,
    )
    if not goes_on or open_matrix and kind == QUESTION:
        return True
    verb = clause.first_finite.lower
    if verb in HAVE and _reports_weakly(clause):
        return True
    return is_reporting(verb)


def _reports_weakly(clause: Clause) -> bool:
    return any(word.form and is_reporting(word.lower) for word in clause.words)


def _main_ends(clause: Clause, kind: str) -> bool:
    words, opener = clause.sentence.words, clause.sentence.words[clause.start].lower
    finite = words[clause.finite[0]]
    if opener in ("doch", "aber", "jedoch", "während") and kind in (VERB_SECOND, RELATIVE_COMPLEMENT):
        return True
    if opener in ("und", "aber", "doch", "jedoch") and is_reporting(finite.lower):
        return True
    if kind in (DASS, INFINITIVE_COMPLEMENT, OB) and clause.opener == "," and not clause.verb_final:
        relative = any(
            word.lower in RELATIVE_PRONOUNS for word in words[clause.start : min(clause.start + 2, clause.end)]
        )
        if not relative and clause.finite[0] - clause.head <= 5 and opener not in ("sondern", "oder"):
            return True
    if kind in (INFINITIVE_COMPLEMENT, DASS) and clause.opener in ("–", "-"):
        return True
    return kind == INFINITIVE_COMPLEMENT and clause.first in ("was", "wobei")


def _dash_ends(clause: Clause, kind: str) -> bool:
    """A fragment after a single dash is the article's own remark."""
    if clause.opener not in COMMA_LIKE - {","} or kind not in (INFINITIVE_COMPLEMENT, DASS):
        return False
    later = clause.sentence.clauses[clause.index + 1 :]
    return not any(following.opener in COMMA_LIKE - {","} for following in later)


def _wie_ends(clause: Clause) -> bool:
    """ "…, wie er mitteilte": the reporting clause itself, unless the content goes on behind it."""
    clauses = clause.sentence.clauses
    following = clauses[clause.index + 1] if clause.index + 1 < len(clauses) else None
    goes_on = (
        following is not None
        and following.kind in (MAIN, SUBORDINATE)
        and (following.subjunctive or following.first == "dass")
    )
    return not goes_on and _reports_weakly(clause)


def first_person(sentence: Sentence) -> bool:
    """Whether the article itself says I or we: an interview or an opinion piece, no report."""
    return any(word.lower in FIRST_PERSON for word in sentence.words)
