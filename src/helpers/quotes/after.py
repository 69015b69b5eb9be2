"""Cue after or inside the content: "…, sagte er", "wie X mitteilte". Cue → Candidate."""

from ..grammar.agency import names_agent
from ..grammar.model import (
    COMMA_LIKE,
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
)
from ..grammar.morphology import FINITE, PARTICIPLE, SUBJUNCTIVES, lemma
from ..grammar.phrases import Phrase, named_phrase
from ..grammar.subjects import subject
from ..grammar.words import AUXILIARIES, AUXILIARY_FORMS, PREPOSITIONS, word_set
from .candidates import Candidate, indirect, refer
from .complements import DASS, HAVE, INFINITIVE_COMPLEMENT, OB, complement, first_person
from .cues import Cue
from .speakers import cue_speaker

PLANS = word_set("planen erwarten vereinbaren")  # "wie geplant": nobody says it
PASSIVE_AFTER = word_set("mitteilen melden berichten")
NO_SPEAKER_NEXT = word_set("aber jedoch nicht auch sich dies dabei ebenfalls")
JOINING = frozenset({"und", "oder", "jedoch"})
INTERRUPTERS = (FRAGMENT, RELATIVE)
EMBEDDED = (SUBORDINATE, RELATIVE)


def is_wie_clause(cue: Cue) -> bool:
    """Whether the cue stands in a reporting wie-clause: "wie die Polizei mitteilte"."""
    clause = cue.clause
    placed = clause.index == 0 or clause.opener in COMMA_LIKE
    return clause.first == "wie" and placed and clause.kind in (SUBORDINATE, MAIN, VERB_FIRST)


def wie_clause(cue: Cue) -> Candidate | None:
    """The sentence around a wie-clause."""
    sentence, clauses, clause = cue.clause.sentence, cue.clause.sentence.clauses, cue.clause
    if cue.lemma in PLANS or (cue.frame.weak and clause.index and cue.lemma not in ("schätzen", "finden")):
        return None
    speaker, word = refer(sentence, cue_speaker(cue)), refer(sentence, cue.phrase)
    if clause.index == 0:
        after = _next_full(sentence, 1)
        return after and indirect(sentence, after.start, clauses[-1].end, "wie-clause: before", speaker, word, 9)
    later = [c for c in clauses[clause.index + 1 :] if c.kind in (MAIN, VERB_FIRST, SUBORDINATE)]
    if later and later[0].kind in VERB_SECOND_OR_FIRST:
        return indirect(sentence, 0, len(sentence.words), "wie-clause: inside", speaker, word, 5)
    return indirect(sentence, 0, clauses[clause.index - 1].end, "wie-clause: after", speaker, word, 6)


def interrupted_wie_clause(cue: Cue) -> Candidate | None:
    """A wie-clause whose subject an apposition parts from its verb: "Wie X, Chef von Y, mitteilte, …"."""
    sentence, clauses, clause = cue.clause.sentence, cue.clause.sentence.clauses, cue.clause
    word = refer(sentence, cue.phrase)
    if clauses[0].first == "wie" and 0 < clause.index <= 2 and clause.verb_final:
        after = _next_full(sentence, clause.index + 1)
        if after and all(c.kind in INTERRUPTERS for c in clauses[: clause.index]):
            speaker = refer(sentence, named_phrase(sentence, clauses[0].head + 1, clauses[0].end))
            return indirect(sentence, after.start, clauses[-1].end, "wie-clause: before", speaker, word, 6)
    for opening in clauses[max(1, clause.index - 2) : clause.index]:
        if not (opening.first == "wie" and opening.kind == FRAGMENT and opening.opener in COMMA_LIKE):
            continue
        interrupted = all(c.kind in INTERRUPTERS for c in clauses[opening.index : clause.index])
        closes = cue.index == clause.end - 1 and clause.kind in (VERB_FIRST, MAIN, FRAGMENT)
        if interrupted and closes and any(c.kind in VERB_SECOND_OR_FIRST for c in clauses[: opening.index]):
            speaker = refer(sentence, named_phrase(sentence, opening.head + 1, opening.end))
            end = clauses[opening.index - 1].end
            return indirect(sentence, 0, end, "wie-clause: after", speaker, word, 6)
    return None


def _next_full(sentence: Sentence, start: int) -> Clause | None:
    return next((c for c in sentence.clauses[start:] if c.kind not in INTERRUPTERS), None)


def das_clause(cue: Cue) -> Candidate | None:
    """ "…, das sagte der Minister": the content is what stands before it in the sentence."""
    sentence, clause = cue.clause.sentence, cue.clause
    if clause.kind != MAIN or clause.first not in ("das", "dies") or not clause.index or cue.lemma == "heißen":
        return None
    if clause.opener not in COMMA_LIKE or sentence.clauses[clause.index - 1].kind == QUOTATION:
        return None
    if cue.index != clause.finite[0] or cue.index - clause.head > 2 or complement(cue):
        return None
    speaker = refer(sentence, cue_speaker(cue))
    later = sentence.clauses[clause.index + 1 :]
    goes_on = bool(later) and later[0].subjunctive and later[0].opener in COMMA_LIKE
    end = len(sentence.words) if goes_on else sentence.clauses[clause.index - 1].end
    return indirect(sentence, 0, end, "pointer: das, in one sentence", speaker, refer(sentence, cue.phrase), 6)


def is_inverted(cue: Cue) -> bool:
    """Whether the cue stands verb-first behind something: "…, sagte er", "…, hat er gesagt"."""
    clause, words = cue.clause, cue.clause.sentence.words
    if clause.kind != VERB_FIRST or clause.index == 0 or not clause.finite:
        return False
    if words[clause.start].lower in JOINING:
        return False  # "…, und widerspricht ihm"
    first = clause.finite[0]
    verb = cue.index == first or lemma(words[first].lower) in AUXILIARIES
    return verb and clause.opener in COMMA_LIKE | {QUOTATION, ""}


def frames_quotation(cue: Cue) -> bool:
    """Whether an inverted cue belongs to a whole direct quotation just before it."""
    clauses = cue.clause.sentence.clauses
    return any(c.kind == QUOTATION for c in clauses[max(0, cue.clause.index - 2) : cue.clause.index])


def content_before_cue(cue: Cue, found: list[Candidate]) -> Candidate | None:
    """The content in front of an inverted cue, and what goes on behind it."""
    sentence, clauses, clause = cue.clause.sentence, cue.clause.sentence.clauses, cue.clause
    simple = cue.index == clause.finite[0] or (
        sentence.words[clause.finite[0]].lower in HAVE and cue.word.form in (PARTICIPLE, FINITE)
    )
    if clause.first == "so":
        return _so_cue(cue) if simple else None
    if not simple or _is_blocked(cue):
        return None
    reported = [c for c in found if c.rule.startswith("cue before") and c.words.end <= clause.start]
    own = [c.words.end for c in reported if not _is_embedded(c)]
    start = max([0, *own])
    speaker, word = refer(sentence, cue_speaker(cue, follows_content=True)), refer(sentence, cue.phrase)
    later = [
        c
        for c in clauses[clause.index + 1 :]
        if c.kind in VERB_SECOND_OR_FIRST or (c.kind == SUBORDINATE and c.first in ("dass", "weil", "wenn"))
    ]
    goes_on = bool(later) and later[0].subjunctive and later[0].opener in COMMA_LIKE
    if goes_on or _is_open(clauses[clause.index - 1], clauses[clause.index + 1 :]):
        return indirect(sentence, start, clauses[-1].end, "cue after: inside", speaker, word, 5)
    return indirect(
        sentence,
        _behind_colon(clause, start),
        clauses[clause.index - 1].end,
        "cue after",
        speaker,
        word,
        7 if len(own) == len(reported) else 9,
    )


def _is_embedded(candidate: Candidate) -> bool:
    """Whether a subordinate clause reports it, so that it is part of the content around: "Das sei falsch, weil sie
    betont habe, dass es brenne, kritisierte Blum"; not "Blum sagt, dass es brennt, meldet das Blatt"."""
    cue = candidate.cue.phrase.start
    return any(c.start <= cue < c.end and c.index and c.kind in EMBEDDED for c in candidate.sentence.clauses)


def by_any_verb(sentence: Sentence, cues: list[Cue]) -> Candidate | None:
    """ "Der Bau sei zu teuer, winkte Blum ab": behind the subjunctive every verb with a speaker reports."""
    clauses = sentence.clauses
    if len(clauses) < 2 or sentence.whole or not clauses[0].subjunctive_i or first_person(sentence):
        return None
    frame = next((c for c in clauses[1:] if c.kind == VERB_FIRST), None)
    if frame is None or frame.opener != "," or frame.subjunctive or not frame.finite or frame.first == "so":
        return None
    if any(cue.clause is frame for cue in cues):
        return None
    if clauses[frame.index - 1].kind == SUBORDINATE and clauses[0].kind == SUBORDINATE:
        return None
    speaker = subject(frame, follows_content=True)
    goes_on = any(c.kind not in INTERRUPTERS and c.opener != "und" for c in clauses[frame.index + 1 :])
    if goes_on or not names_agent(sentence, speaker):
        return None
    word = Phrase(frame.finite[0], frame.finite[0] + 1)
    end = clauses[frame.index - 1].end
    return indirect(sentence, 0, end, "cue after", refer(sentence, speaker), refer(sentence, word), 5)


def _is_open(before: Clause, later: list[Clause]) -> bool:
    """Whether the content before a cue waits for the rest of its verb: "Er habe, sagte X, alles getan"."""
    if not later or later[0].opener != "," or later[0].kind == SUBORDINATE or not before.finite:
        return False
    words, finite = before.sentence.words, before.finite[-1]
    helper = words[finite].form in SUBJUNCTIVES and words[finite].lower in AUXILIARY_FORMS
    return helper and not any(words[i].form for i in range(finite + 1, before.end)) and finite == before.end - 1


def _behind_colon(cue_clause: Clause, start: int) -> int:
    """ "Die Partei sieht das anders: Er habe gelogen, sagte X": the content begins behind the colon."""
    clauses = cue_clause.sentence.clauses[: cue_clause.index]
    for clause in reversed(clauses):
        if clause.opener == ":" and clause.subjunctive and not any(c.subjunctive for c in clauses[: clause.index]):
            return max(start, clause.start)
    return start


def _so_cue(cue: Cue) -> Candidate | None:
    """ "…, so sagte er"."""
    sentence, clauses, clause = cue.clause.sentence, cue.clause.sentence.clauses, cue.clause
    if cue.passive or sentence.whole or cue.lemma in ("planen", "finden"):
        return None
    speaker, word = refer(sentence, cue_speaker(cue, follows_content=True)), refer(sentence, cue.phrase)
    goes_on = any(
        c.kind in (MAIN, VERB_FIRST, INFINITIVE_CLAUSE) or (c.kind == SUBORDINATE and c.first == "dass")
        for c in clauses[clause.index + 1 :]
    )
    if goes_on:
        return indirect(sentence, 0, len(sentence.words), "so X: inside", speaker, word, 6)
    return indirect(sentence, 0, clauses[clause.index - 1].end, "so X: after", speaker, word, 6)


def _is_blocked(cue: Cue) -> bool:
    """What looks inverted and has no content in front of it."""
    clause, sentence = cue.clause, cue.clause.sentence
    behind = clause.finite[0] + 1
    if not any(_can_be_content(c) for c in sentence.clauses[: clause.index]) or _answers(cue):
        return True
    if (cue.passive and cue.lemma not in PASSIVE_AFTER) or cue.lemma == "bestehen":
        return True
    reported = any(c.subjunctive for c in sentence.clauses[: clause.index])
    if behind < clause.end and reported and sentence.words[behind].lower == "sich":
        if not names_agent(sentence, cue_speaker(cue, follows_content=True)):
            return True
        behind += 1  # "…, zeigte sich Blum sicher"
    if behind >= clause.end or sentence.words[behind].lower in NO_SPEAKER_NEXT:
        return True
    if not (cue.frame.after_content or reported) or first_person(sentence):
        return True
    after = complement(cue)
    if after is None or (clause.index == 1 and sentence.clauses[0].subjunctive_i and after[0].index > 2):
        return False
    adverbial = sentence.clauses[0].kind == SUBORDINATE and sentence.clauses[0].first not in ("dass", "ob")
    return after[1] in (DASS, OB, INFINITIVE_COMPLEMENT) or (clause.index == 1 and adverbial)


def _answers(cue: Cue) -> bool:
    """ "Auf die Frage, ob er komme, antwortete er: …": what stands in front is an attribute."""
    clauses = cue.clause.sentence.clauses
    attribute = clauses[0].kind == FRAGMENT and clauses[0].first in PREPOSITIONS
    return attribute and all(c.kind == SUBORDINATE for c in clauses[1 : cue.clause.index])


def _can_be_content(clause: Clause) -> bool:
    if clause.kind == MAIN:
        opens = clause.index == 0  # no subordinate clause, whatever its verb's place
        return opens or clause.subjunctive or not clause.verb_final or clause.finite[0] <= clause.head + 4
    if clause.kind == SUBORDINATE:
        return clause.first in ("dass", "ob")
    if clause.kind == VERB_FIRST:
        before = clause.sentence.clauses[clause.index - 1].kind if clause.index else None
        return clause.subjunctive or before in (None, SUBORDINATE, RELATIVE, INFINITIVE_CLAUSE)
    return clause.kind == QUOTATION
