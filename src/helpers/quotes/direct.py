"""Whole direct quotations and who says them: „…“, sagte X · X sagte: „…“ · X: „…“. Sentence → Candidates."""

from ..grammar.agency import names_agent
from ..grammar.analysis import LETTERS, TERMINAL
from ..grammar.fields import subject_after
from ..grammar.model import (
    FRAGMENT,
    MAIN,
    QUOTATION,
    RELATIVE,
    VERB_FIRST,
    VERB_SECOND_OR_FIRST,
    Clause,
    Sentence,
)
from ..grammar.morphology import FINITES, form
from ..grammar.phrases import Phrase, named_phrase
from ..grammar.subjects import subject
from ..grammar.words import PREPOSITIONS
from .candidates import Candidate, Reference, refer
from .cues import Cue
from .so import speaker_after_so
from .speakers import cue_speaker

NO_CUE = "direct: no cue"
DASHES = frozenset({"–", "—", "-"})
POINTING = frozenset({"das", "dies", "so"})


Neighbour = tuple[Sentence, list[Cue]] | None


def whole_quotations(sentence: Sentence, cues: list[Cue], before: Neighbour, following: Neighbour) -> list[Candidate]:
    """One candidate for each whole quotation in a sentence; `before` ("X sagte:" and a new line) and `following` ("…“
    Das sagte X") are the sentences around it with their cues."""
    found: list[Candidate | None] = []
    last = None
    for clause in sentence.clauses:
        if clause.kind != QUOTATION:
            continue
        if last is not None and _is_frame(sentence, last, clause):
            speaker, cue, rule = found[-1].speaker, found[-1].cue, "direct: interrupted"
        else:
            speaker, cue, rule = _frame(clause, cues)
        if speaker is None and rule == NO_CUE and clause.index == 0 and before and _ends_in_colon(before[0]):
            speaker, cue = _frame_in_previous(*before)
        if speaker is None and rule == NO_CUE and following and len(sentence.words) <= 2:
            speaker, cue = _frame_in_next(*following)
        quotation = sentence.words[clause.start].quotation
        if rule == "direct: clause before" and _is_title(quotation.text):
            continue
        candidate = direct(sentence, quotation, rule, speaker, cue)
        found.append(candidate)
        last = clause if candidate and candidate.cue else None
    return [candidate for candidate in found if candidate]


def _is_frame(sentence: Sentence, last: Clause, clause: Clause) -> bool:
    """Whether what stands between two quotations is the frame of both: „…“, sagte X, „…“."""
    between = sentence.clauses[last.index + 1 : clause.index]
    verbs = sum(c.kind == VERB_FIRST for c in between)
    return bool(between) and verbs <= 1 and all(c.kind in (VERB_FIRST, FRAGMENT, RELATIVE) for c in between)


def direct(sentence: Sentence, quotation, rule: str, speaker, cue) -> Candidate | None:
    """A direct quotation between its marks; None for an empty one."""
    if quotation.inner_start >= quotation.inner_end:
        return None
    return Candidate(sentence, quotation.inner_start, quotation.inner_end, "direct", rule, speaker, cue)


def _is_title(text: str) -> bool:
    """ "stellte ihr neues Buch vor: „Die lange Reise“": no verb, no full stop, no cue in front."""
    words = LETTERS.findall(text)
    return len(words) <= 6 and text.rstrip()[-1:] not in TERMINAL and not any(form(word) in FINITES for word in words)


def _frame(quotation: Clause, cues: list[Cue]):
    """Speaker, cue and rule; a frame behind that names nobody ("weiter hieß es") leaves the speaker to one in front."""
    behind, before = _frame_after(quotation, cues), None
    if behind is None or behind[0] is None:
        before = _frame_before(quotation, cues)
    if before is not None and (behind is None or before[0] is not None):
        return before
    return behind or (None, None, NO_CUE)


def _frame_after(quotation: Clause, cues: list[Cue]):
    sentence = quotation.sentence
    for clause in sentence.clauses[quotation.index + 1 : quotation.index + 3]:
        if clause.kind == QUOTATION:
            return None
        cue = next((cue for cue in cues if cue.clause is clause), None)
        if cue is not None:
            if cue.lemma == "zitieren" and cue.passive and clause.finite:
                speaker = subject_after(sentence, clause.finite[0], clause.end)
            else:
                speaker = cue_speaker(cue, follows_content=clause.kind == VERB_FIRST)
            return _framed(sentence, speaker, cue.phrase, "direct: cue after")
        start = Phrase(clause.start, clause.start + 1)
        if clause.first == "so" and clause.kind in (FRAGMENT, VERB_FIRST):
            named = named_phrase(sentence, clause.start + 1, clause.end) and speaker_after_so(clause)
            return _framed(sentence, named, start, "direct: so")
        if clause.kind == FRAGMENT and sentence.words[clause.start].lower == "laut":
            return _framed(sentence, Phrase(clause.start + 1, clause.end), start, "direct: laut")
        if clause.kind == VERB_FIRST:
            speaker = subject(clause, follows_content=True)
            return _framed(sentence, speaker, Phrase(clause.finite[0], clause.finite[0] + 1), "direct: verb after")
    return None


def _frame_before(quotation: Clause, cues: list[Cue]):
    sentence, before = quotation.sentence, quotation.sentence.clauses[: quotation.index]
    by_rank = sorted(before, key=lambda clause: (clause.kind not in VERB_SECOND_OR_FIRST, -clause.index))
    for clause in by_rank:
        cue = next((cue for cue in cues if cue.clause is clause), None)
        speaker = cue_speaker(cue) if cue else None
        if speaker:
            return _framed(sentence, speaker, cue.phrase, "direct: cue before")
    for clause in before:
        if clause.kind in VERB_SECOND_OR_FIRST and clause.subjunctive:
            return None  # "Die Lage lasse keine Wahl: „…“": itself reported, see `continuation`
        speaker = subject(clause) if clause.finite and clause.kind in (MAIN, VERB_FIRST) else None
        if speaker:
            return _framed(sentence, speaker, None, "direct: clause before")
    named = named_phrase(sentence, 0, before[0].end) if before and before[0].first not in PREPOSITIONS else None
    if named == Phrase(0, 1) and not names_agent(sentence, named):
        named = None  # "Dennoch: „…“", "Und: „…“"
    return _framed(sentence, named, None, "direct: name before") if named else None


def _ends_in_colon(sentence: Sentence) -> bool:
    return bool(sentence.words) and sentence.words[-1].text == ":"


def _frame_in_previous(sentence: Sentence, cues: list[Cue]) -> tuple[Reference | None, Reference | None]:
    """ "X sagte:" with the quotation in a paragraph of its own."""
    for cue in reversed(cues):
        speaker = cue_speaker(cue)
        if speaker:
            return refer(sentence, speaker), refer(sentence, cue.phrase)
    named = named_phrase(sentence, 0, sentence.clauses[0].end) if len(sentence.clauses) == 1 else None
    return (refer(sentence, named) if names_agent(sentence, named) else None), None


def _frame_in_next(sentence: Sentence, cues: list[Cue]) -> tuple[Reference | None, Reference | None]:
    """ "…“ Das sagte X": the speaker stands in the next sentence."""
    if sentence.new_paragraph or not sentence.words:
        return None, None
    if sentence.words[0].text in DASHES and sentence.clauses:  # „…“ – Präsident Blum reagierte scharf
        clause = sentence.clauses[0]
        named = named_phrase(sentence, clause.start, clause.finite[0] if clause.finite else clause.end)
        return (refer(sentence, named) if names_agent(sentence, named) else None), None
    if sentence.words[0].lower not in POINTING:
        return None, None
    if cues:
        return refer(sentence, cue_speaker(cues[0])), refer(sentence, cues[0].phrase)
    first = sentence.clauses[0]
    if first.finite and sentence.words[0].lower != "so":
        named = subject_after(sentence, first.finite[0], first.end)
        return (refer(sentence, named) if names_agent(sentence, named) else None), None
    return None, None


def _framed(sentence: Sentence, speaker: Phrase | None, cue: Phrase | None, rule: str):
    return refer(sentence, speaker), refer(sentence, cue), rule
