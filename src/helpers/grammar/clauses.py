"""Sentences cut into clauses, each labelled by the place of its verb. Sentence with words → Sentence with
clauses.

A clause is a piece between commas, semicolons, colons, dashes or coordinated predicates (Duden: Die
Grammatik, "Stellungsfelder"). Where a relative clause or an apposition interrupts a clause, its rest is a
piece of its own (FRAGMENT or VERB_FIRST)."""

from itertools import pairwise

from .attributes import in_extended, is_attribute, unmark_attributes
from .enumerations import join_enumerations
from .model import (
    FRAGMENT,
    INFINITIVE_CLAUSE,
    MAIN,
    QUOTATION,
    RELATIVE,
    SUBORDINATE,
    VERB_FIRST,
    VERB_SECOND_OR_FIRST,
    Clause,
    Sentence,
    Word,
)
from .morphology import FINITE, FINITES, INFINITIVE, PARTICIPLE, SUBJUNCTIVES, ZU_INFINITIVE
from .words import (
    AMBIGUOUS_SUBORDINATORS,
    AUXILIARIES,
    AUXILIARY_FORMS,
    COORDINATORS,
    DETERMINERS,
    FINITE_FORMS,
    PREPOSITIONS,
    PURE_SUBORDINATORS,
    QUESTION_WORDS,
    RELATIVE_PRONOUNS,
    SUBORDINATORS,
    word_set,
)

DASHES = frozenset({"–", "—", "-", "–-", "--"})
CLAUSE_MARKS = DASHES | {",", ";", ":"}
SURE_WITH_VERB = (SUBORDINATORS | QUESTION_WORDS) - AMBIGUOUS_SUBORDINATORS - {"sowie"}
PLURAL_OPENERS = word_set("die alle beide mehrere viele einige zahlreiche")
SUBORDINATE_ADVERBS = frozenset({"damit", "da", "wo", "wie", "so"})  # adverbs when the verb follows at once


def cut(sentence: Sentence) -> None:
    """Fill `sentence.clauses`."""
    words, start, opener = sentence.words, 0, ""

    def close(end: int, following: str, skip: int = 0) -> None:
        nonlocal start, opener
        if end > start:
            sentence.clauses.append(_clause(sentence, start, end, opener))
        start, opener = end + skip, following

    for i, word in enumerate(words):
        if i < start:
            continue
        if word.quotation is not None:
            close(i, "")
            sentence.clauses.append(Clause(sentence, len(sentence.clauses), i, i + 1, QUOTATION, QUOTATION, i))
            start, opener = i + 1, QUOTATION
        elif word.text in CLAUSE_MARKS:
            close(i, word.text, skip=1)
        elif word.lower in ("dass", "daß") and i > start + 1 and words[i - 1].lower not in _BEFORE_DASS:
            close(i, ",")
        elif word.lower in ("und", "aber") and i > start and _new_predicate(words, i, start):
            close(i, "und")
        elif word.form == PARTICIPLE and i > start and _bare_infinitive_follows(words, start, i):
            close(i + 1, ",")
    end = len(words)
    while end > start and words[end - 1].text in (".", "!", "?", "…", "..."):
        end -= 1
    close(end, "")
    join_enumerations(sentence, _clause)
    _link(sentence)


_BEFORE_DASS = word_set("so auch und oder ohne nur aber sondern nicht sowie")


def _new_predicate(words: list[Word], i: int, start: int) -> bool:
    """Whether "und" joins a new predicate: a finite verb follows at once ("… und kündigte an"), or after a
    subject when the clause so far is reported ("er sei krank und Merz sagte …")."""
    following = words[i + 1 : i + 11]
    if following and following[0].form == FINITE and len(following) > 1 and following[1].text not in (",", "."):
        return following[0].lower.endswith(("te", "ten")) or _preterite(following[0].lower)
    if words[i].lower != "und" or i < start + 3 or not any(word.form in SUBJUNCTIVES for word in words[start:i]):
        return False
    for word, behind in pairwise(following):
        if word.text in CLAUSE_MARKS or word.text == ".":
            return False
        if word.form in FINITES:
            indicative = word.form == FINITE and word.lower not in AUXILIARY_FORMS
            return word is not following[0] and indicative and behind.text != "." and not behind.form
    return False


def _bare_infinitive_follows(words: list[Word], start: int, i: int) -> bool:
    """ "Sie hat angekündigt das Mandat niederzulegen": an infinitive without its comma."""
    if not any(word.lower in AUXILIARY_FORMS for word in words[start:i]):
        return False
    ends = (k for k in range(i + 1, len(words)) if words[k].text in CLAUSE_MARKS or words[k].text == ".")
    last = next(ends, len(words)) - 1
    if last <= i + 1 or any(words[k].form in FINITES for k in range(i + 1, last)):
        return False
    return words[last].form == ZU_INFINITIVE or (words[last].form == INFINITIVE and words[last - 1].lower == "zu")


def _preterite(lower: str) -> bool:
    """A finite form that no participle or infinitive shares: strong preterites, third persons in -t."""
    return lower not in FINITE_FORMS and not lower.endswith(("en", "e"))


def _clause(sentence: Sentence, start: int, end: int, opener: str) -> Clause:
    clause = Clause(sentence, len(sentence.clauses), start, end, opener)
    words = sentence.words
    zu = _zu_infinitive(words, start, end)
    unmark_attributes(words, start, end)
    clause.finite = [i for i in range(start, end) if words[i].form in FINITES and not (zu and zu[0] <= i <= zu[1])]
    if zu and clause.finite[:1] == [start] and is_attribute(words, start):
        clause.finite = clause.finite[1:]  # "…, koordinierte Schritte zu ergreifen"
    if zu and clause.finite:  # "…, die Zahl der in Mali stationierten Soldaten zu erhöhen"
        clause.finite = [i for i in clause.finite if not (is_attribute(words, i) and in_extended(words, start, i))]
    if not clause.finite and not zu and _is_strong_preterite(words, start, end):
        clause.finite = [start]
    if not clause.finite and not zu and (second := _preterite_at_second(clause)) is not None:
        clause.finite = [second]
    if not clause.finite and not zu:
        plural = (i for i in range(start, end) if words[i].form == INFINITIVE and words[max(i - 1, 0)].lower != "zu")
        clause.finite = list(plural)[:1]  # "die Länder liefern": the plural looks like the infinitive
    clause.head = start
    while clause.head < end - 1 and words[clause.head].lower in COORDINATORS:
        clause.head += 1
    clause.verb_final = _is_verb_final(clause)
    clause.kind = _kind(clause, bool(zu))
    return clause


def _is_strong_preterite(words: list[Word], start: int, end: int) -> bool:
    """ "…, beschlossen andere": a plural preterite that looks like a participle, with its subject behind it."""
    if words[start].form != PARTICIPLE or not words[start].lower.endswith("en") or start + 1 >= end:
        return False
    following = words[start + 1]
    return following.is_noun or following.lower in DETERMINERS


def _preterite_at_second(clause: Clause) -> int | None:
    """ "Die Minister beschlossen ein Programm": such a preterite behind a plural subject that opens the sentence."""
    words = clause.sentence.words
    found = [i for i in range(1, clause.end - 1) if words[i].form]
    if len(found) != 1 or words[found[0]].form != PARTICIPLE or not words[found[0]].lower.endswith("en"):
        return None
    i = found[0]
    several = words[0].lower in PLURAL_OPENERS or any(word.lower in ("und", "sowie") for word in words[:i])
    if (
        clause.start
        or not several
        or not words[i - 1].is_noun
        or words[clause.end - 1].form
        or words[i].lower.startswith("ge")
    ):
        return None
    following = words[i + 1].lower
    adjective = following.endswith(("e", "en")) and i + 2 < clause.end and words[i + 2].is_noun
    return i if adjective or following in DETERMINERS | PREPOSITIONS else None


def _zu_infinitive(words: list[Word], start: int, end: int) -> tuple[int, int] | None:
    """First and last word of a zu-infinitive near the end, with its participles ("genannt worden zu
    sein")."""
    for i in range(max(start + 1, end - 4), end):
        with_zu = words[i - 1].lower == "zu" and (
            words[i].form in (INFINITIVE, FINITE) or words[i].lower in AUXILIARIES
        )
        if not (words[i].form == ZU_INFINITIVE or (with_zu and words[i].lower not in ("den", "dem"))):
            continue
        first = i if words[i].form == ZU_INFINITIVE else i - 1
        while first - 1 > start and _is_non_finite(words[first - 1]):
            first -= 1
        return first, i
    return None


def _is_non_finite(word: Word) -> bool:
    if word.lower in FINITE_FORMS and word.lower not in AUXILIARIES or word.form in SUBJUNCTIVES:
        return False
    return (word.form != "" or word.lower in ("worden", "gewesen")) and word.lower.endswith(("en", "t"))


def _is_verb_final(clause: Clause) -> bool:
    """Whether the finite verb stands at the end, as subordinate clauses have it."""
    words, last = clause.sentence.words, clause.end - 1
    if not clause.finite or clause.finite[-1] < last - 1:
        return False
    closing = words[last]
    if clause.finite[-1] != last and closing.lower not in AUXILIARIES and closing.form not in (PARTICIPLE, INFINITIVE):
        return False
    if last - clause.head <= 1:
        return True
    final = clause.finite[-1]
    for i in clause.finite[:-1]:
        word, following = words[i], words[i + 1].lower
        early = word.lower in AUXILIARY_FORMS or word.form in SUBJUNCTIVES
        cluster = i == final - 1 and word.lower in AUXILIARIES
        if early and following not in ("und", "oder", "sowie") and not cluster:
            return False
    return True


def _kind(clause: Clause, zu_at_end: bool) -> str:
    words, head, finite = clause.sentence.words, clause.head, clause.finite
    first, second = clause.first, words[head + 1].lower if head + 1 < clause.end else ""
    verb_at_second = bool(finite) and finite[0] == head + 1
    if first in PURE_SUBORDINATORS:
        return SUBORDINATE
    if first in SUBORDINATE_ADVERBS and verb_at_second and not clause.verb_final and clause.end - head > 3:
        verb = words[head + 1]
        if verb.lower in AUXILIARY_FORMS or verb.form in SUBJUNCTIVES:
            return MAIN
    if first in SURE_WITH_VERB and finite and (clause.verb_final or not verb_at_second):
        return SUBORDINATE
    if first in AMBIGUOUS_SUBORDINATORS and clause.verb_final and finite[0] > head + 1:
        return SUBORDINATE
    if first == "wie" and verb_at_second and clause.end - clause.start <= 3:
        return SUBORDINATE
    if _is_relative(clause, first, second):
        return RELATIVE
    if not finite and (zu_at_end or _has_zu_infinitive(clause)):
        return INFINITIVE_CLAUSE
    if len(finite) == 1 and finite[0] > clause.end - 2 and _has_zu_infinitive(clause):
        verb = words[finite[0]]
        if verb.form == FINITE and verb.lower not in AUXILIARY_FORMS:
            return INFINITIVE_CLAUSE
    if finite and (finite[0] == head or (finite[0] == head + 1 and first == "so")):
        return VERB_FIRST
    return MAIN if finite else FRAGMENT


def _is_relative(clause: Clause, first: str, second: str) -> bool:
    words, finite = clause.sentence.words, clause.finite
    pronoun = first in RELATIVE_PRONOUNS or (first in PREPOSITIONS and second in RELATIVE_PRONOUNS)
    if not (clause.start > 0 and pronoun and clause.opener == "," and clause.verb_final):
        return False
    antecedent = clause.start > 1 and not words[clause.start - 2].form and words[clause.start - 2].lower != "es"
    if clause.subjunctive_i and not antecedent and words[clause.head + 1].is_noun and finite == [clause.head + 2]:
        return False  # "…, der Bau beginne": too short to tell, but there is no noun in front
    second_place = finite[0] < finite[-1] and words[finite[0]].lower in AUXILIARY_FORMS
    return not (second_place and words[finite[0] - 1].is_noun)


def _has_zu_infinitive(clause: Clause) -> bool:
    words = clause.sentence.words
    return any(
        words[i].form == ZU_INFINITIVE
        or (i > clause.start and words[i].form == INFINITIVE and words[i - 1].lower == "zu")
        for i in range(clause.start, clause.end)
    )


def _link(sentence: Sentence) -> None:
    """Set every clause's governor. Main clauses have none; a relative clause hangs on the piece before it;
    others on the nearest full clause before them, or, where none is, on the main clause that follows."""
    clauses = sentence.clauses
    for clause in clauses:
        if clause.kind in (MAIN, QUOTATION) or (clause.kind == VERB_FIRST and clause.index > 0):
            continue
        before = clauses[clause.index - 1] if clause.index else None
        if clause.kind == RELATIVE and before is not None and before.kind != QUOTATION:
            clause.governor = before
            continue
        clause.governor = next((c for c in reversed(clauses[: clause.index]) if _governs(c, clause)), None)
    for clause in clauses:
        if clause.governor is None and clause.kind not in (MAIN, QUOTATION):
            following = (c for c in clauses[clause.index + 1 :] if c.kind in VERB_SECOND_OR_FIRST)
            if clause.kind != VERB_FIRST or clause.index == 0:
                clause.governor = next(following, None)


def _governs(before: Clause, clause: Clause) -> bool:
    if clause.kind == FRAGMENT and (before.kind == RELATIVE or before.first == "wie"):
        return False  # a fragment goes on with the clause that these interrupt
    return before.kind not in (FRAGMENT, QUOTATION)
