"""Reported speech that goes on over following sentences, and "Das sagte X" after it. Sentences → Candidates.

After a quotation a sentence in the subjunctive is still reported ("Er sei bereit."), as is hearsay with sollen; the
speaker is carried on. Runs of such sentences are one quotation.
"""

from dataclasses import dataclass

from ..grammar.agency import head_names_agent, names_agent
from ..grammar.analysis import TERMINAL
from ..grammar.fields import subject_after
from ..grammar.model import (
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
from ..grammar.morphology import SUBJUNCTIVE_II, SUBJUNCTIVES
from ..grammar.phrases import noun_phrase
from ..grammar.subjects import subject
from ..grammar.verbs import continuation, is_participle, predicate
from ..grammar.words import word_set
from .candidates import Candidate, Reference, refer
from .complements import first_person
from .cues import Cue
from .direct import NO_CUE
from .embedded import embedded
from .nouns import DEMNACH
from .speakers import cue_speaker, passive_agent

SUBJUNCTIVE, HEARSAY = "continuation: subjunctive", "continuation: sollen"
POINTING = frozenset({"das", "dies"})
POINTING_WEAK_VERBS = word_set("melden ergeben beschließen zeigen")
LONGEST_POINTER = 22  # words
CONDITIONAL = frozenset({"wenn", "falls"})
UNREAL = frozenset({"ohne", "sonst", "andernfalls", "mit"})  # "Ohne Geld würden …": a condition, too
# singular subjunctive II is mostly hypothetical: it goes on with a run, but begins none
HYPOTHETICAL = frozenset({"könnte", "müsste", "wäre", "würde"})
HYPOTHETICAL_PLURALS = frozenset({"könnten", "müssten", "dürften", "wären"})
SOURCE_PREPOSITIONS = word_set("von vom durch im laut")
SOLLEN = frozenset({"soll", "sollen"})
PERFECT = frozenset({"haben", "sein"})
PASSIVE = frozenset({"worden", "gewesen"})
IMPERSONAL = frozenset({"heißt", "hieß"})
PLANNED = word_set("nun jetzt künftig")  # "soll nun …": the article's own outlook


def pointers(sentences: list[Sentence], cues: dict[int, list[Cue]], reported: set[int]) -> list[Candidate]:
    """ "Das berichtet X.": the sentence before is the content, if nothing in it is quoted yet."""
    found = []
    for before, sentence in zip(sentences, sentences[1:], strict=False):
        if sentence.index in reported or before.index in reported or before.whole or sentence.whole or not before.words:
            continue
        if before.words[-1].text not in TERMINAL or not sentence.words or sentence.words[-1].text == ":":
            continue  # a headline; "Das sagte er: …"
        cue = _pointing_cue(sentence, cues[sentence.index])
        if cue is not None:
            speaker = refer(sentence, cue_speaker(cue))
            word = refer(sentence, cue.phrase)
            found.append(Candidate(before, before.start, before.end, "indirect", "pointer: das", speaker, word))
            reported.add(before.index)
    return found


def _pointing_cue(sentence: Sentence, cues: list[Cue]) -> Cue | None:
    words = sentence.words
    if not cues or len(words) < 3 or words[0].lower not in POINTING or not words[1].form:
        return None
    if len(sentence.clauses) > 3 or len(words) > LONGEST_POINTER or cues[0].clause.index:
        return None
    return None if cues[0].frame.weak and cues[0].lemma not in POINTING_WEAK_VERBS else cues[0]


@dataclass(slots=True)
class _Run:
    candidate: Candidate
    rule: str


def continuations(sentences: list[Sentence], quoted: dict[int, list[Candidate]]) -> list[Candidate]:
    """Runs of reported sentences without a cue. `quoted` holds the quotations found so far by sentence; those without
    a cue get their speaker here."""
    runs: list[_Run] = []
    asides: list[Candidate] = []
    run: _Run | None = None
    speaker: Reference | None = None
    same_paragraph = False  # as the last quotation
    last = -1  # sentence that is or holds a quotation
    for sentence in sentences:
        same_paragraph = same_paragraph and not sentence.new_paragraph
        here = sorted(quoted.get(sentence.index, ()), key=lambda c: c.start)
        after_quote = run is not None or bool(quoted.get(sentence.index - 1))
        told = range(last + 1, sentence.index)  # sentences of the article itself since the last quotation
        clauses = _own_clauses(sentence, here)
        rule = _reported_by(sentence, clauses, after_quote, run is not None) if clauses else None
        start = _first_reported(sentence, clauses) if rule == SUBJUNCTIVE else sentence.start
        if rule is None:
            run = None
            if clauses and not here and not sentence.whole and (aside := embedded(sentence)):
                asides.append(aside)
        elif run is not None and run.rule == rule and start == sentence.start:
            run.candidate.end = _end(sentence, clauses)
        else:
            first, own = sentence, None
            if start > sentence.start:
                own = _named_in(clauses[0]) if clauses[0].finite else None
            elif rule == SUBJUNCTIVE:
                first = _first_of_run(sentence, sentences, told)
                start, told = first.start, range(last + 1, first.index)
            carried = own or _named_lately(sentences, told) or speaker
            if rule == HEARSAY and not after_quote:
                carried = speaker if same_paragraph else None  # whoever is merely named before has not said it
            run = _Run(Candidate(first, start, _end(sentence, clauses), "indirect", rule, carried), rule)
            runs.append(run)
        for candidate in here:
            if candidate.speaker is None and _takes_up_speaker(candidate):
                candidate.speaker = _named_lately(sentences, told) or speaker
            if candidate.rule != DEMNACH:  # a pointing word names nobody
                speaker = candidate.speaker or speaker
        if here:
            run = None
        if here or run is not None:
            last = sentence.index
        same_paragraph = same_paragraph or bool(here)
    return [*(run.candidate for run in runs), *asides]


def _first_of_run(sentence: Sentence, sentences: list[Sentence], told: range) -> Sentence:
    """Where a run begins: with a sentence in the subjunctive II just before, too ("Es könnte stürmen. Der Norden sei
    betroffen.")."""
    before = sentences[told[-1]] if told and not sentence.new_paragraph else None
    main = next((c for c in before.clauses if c.kind in VERB_SECOND_OR_FIRST and c.finite), None) if before else None
    reported = main is not None and main.first_finite.form == SUBJUNCTIVE_II
    return before if reported and not before.whole and not _is_interview(before) else sentence


def _own_clauses(sentence: Sentence, here: list[Candidate]) -> list[Clause]:
    """The clauses that may be reported without a cue: all where nothing is quoted yet; those before the colon in "Die
    Lage sei ernst: „…“"."""
    clauses = sentence.clauses
    if not here and not sentence.whole:
        return clauses
    first = next((c for c in clauses if c.kind == QUOTATION), None)
    alone = first is not None and all(candidate.rule == NO_CUE for candidate in here)
    if alone and first.index and sentence.words[first.start - 1].text == ":":
        return clauses[: first.index]
    return []


def _end(sentence: Sentence, clauses: list[Clause]) -> int:
    """The last character of what is reported."""
    return sentence.end if len(clauses) == len(sentence.clauses) else sentence.words[clauses[-1].end - 1].end


def _reported_by(sentence: Sentence, clauses: list[Clause], after_quote: bool, in_run: bool) -> str | None:
    """The rule by which clauses without a cue are reported; None if they are the article's own."""
    mains = [clause for clause in clauses if clause.kind in VERB_SECOND_OR_FIRST]
    if not mains or not mains[0].finite or _is_interview(sentence):
        return None
    verb = mains[0].first_finite
    if any(clause.subjunctive_i for clause in mains) and (verb.form in SUBJUNCTIVES or after_quote):
        return SUBJUNCTIVE
    if any(_opens_behind_colon(clause) for clause in mains[1:]):
        return SUBJUNCTIVE  # "X hält das für falsch: Es sei zu früh."
    if verb.form == SUBJUNCTIVE_II and _reports_in_subjunctive_ii(sentence, verb.lower, after_quote, in_run):
        return SUBJUNCTIVE
    return HEARSAY if verb.lower in SOLLEN and _is_hearsay(sentence, after_quote) else None


def _opens_behind_colon(clause: Clause) -> bool:
    """Whether a reported clause begins behind a colon, also with a clause in front: "Wer komme, sei willkommen"."""
    before = clause.sentence.clauses[clause.index - 1]
    fronted = clause.kind == VERB_FIRST and before.kind == SUBORDINATE and before.opener == ":"
    return clause.subjunctive_i and (fronted or (clause.kind == MAIN and clause.opener == ":"))


def _is_hearsay(sentence: Sentence, after_quote: bool) -> bool:
    """ "Er soll geflohen sein" is hearsay; "Der Bau soll ruhen" is a plan, reported only right after a quotation."""
    if any(word.lower in PERFECT for word in sentence.words[-4:]):
        return True
    if any(_has_perfect(clause) for clause in sentence.clauses if clause.kind in VERB_SECOND_OR_FIRST):
        return True
    return after_quote and not sentence.new_paragraph and not any(w.lower in PLANNED for w in sentence.words)


def _has_perfect(clause: Clause) -> bool:
    """ "soll geflohen sein, als …": sollen with a perfect infinitive, also across a relative clause."""
    words = clause.sentence.words
    return any(words[i].lower in SOLLEN for i in clause.finite) and any(
        words[i].lower in PERFECT and (words[i - 1].lower in PASSIVE or is_participle(words[i - 1], words[i].lower))
        for piece in continuation(clause)
        for i in range(max(piece.start + 1, piece.end - 3), piece.end)
    )


def _reports_in_subjunctive_ii(sentence: Sentence, verb: str, after_quote: bool, in_run: bool) -> bool:
    conditional = any(clause.first in CONDITIONAL for clause in sentence.clauses)
    plural = verb.endswith("en") and verb not in HYPOTHETICAL_PLURALS  # for the subjunctive I that looks indicative
    if not after_quote:
        return plural and not conditional and sentence.words[0].lower not in UNREAL
    if verb in ("dürfte", "dürften") or sentence.words[0].lower in POINTING or (verb in HYPOTHETICAL and not in_run):
        return plural and not conditional
    return plural or not conditional


def _is_interview(sentence: Sentence) -> bool:
    return first_person(sentence) or any(word.text == "Sie" for word in sentence.words[1:])


def _first_reported(sentence: Sentence, clauses: list[Clause]) -> int:
    """Where the reported part begins if the article's own words stand in front of it."""
    reported = next(
        c for c in [*clauses, clauses[0]] if c.kind in VERB_SECOND_OR_FIRST and c.subjunctive or c is clauses[-1]
    )
    index = reported.index
    while index > 0 and clauses[index].kind == VERB_FIRST and clauses[index].opener == ",":
        if clauses[index - 1].kind not in (SUBORDINATE, INFINITIVE_CLAUSE, FRAGMENT, RELATIVE):
            break
        index -= 1
    own = any(c.kind in VERB_SECOND_OR_FIRST and not c.subjunctive for c in clauses[:index])
    if index and (clauses[index].opener == ":" or (clauses[index].opener in (";", ",") and own)):
        return sentence.words[clauses[index].start].start
    return sentence.start


def _takes_up_speaker(candidate: Candidate) -> bool:
    """Whether a quotation without a speaker is that of whoever spoke or was named before: "…, hieß es"."""
    cue = candidate.cue
    impersonal = cue is not None and cue.sentence.words[cue.phrase.start].lower in IMPERSONAL
    return impersonal or candidate.rule in (NO_CUE, DEMNACH)


def _named_lately(sentences: list[Sentence], told: range) -> Reference | None:
    """Whom the last of these sentences names that names somebody, in the paragraph of the very last."""
    for sentence in (sentences[i] for i in reversed(told)):
        clause = next((c for c in sentence.clauses if c.kind in VERB_SECOND_OR_FIRST and c.finite), None)
        named = _named_in(clause) if clause else None
        if named or sentence.new_paragraph:
            return named
    return None


def _named_in(clause: Clause) -> Reference | None:
    sentence = clause.sentence
    passive = predicate(clause)
    agent = passive_agent(clause) if passive and passive.passive else None
    for phrase in (agent, subject(clause), subject_after(sentence, clause.finite[0], clause.end)):
        if head_names_agent(sentence, phrase):
            return refer(sentence, phrase)
    for i in range(clause.start, clause.end - 1):
        if sentence.words[i].lower in SOURCE_PREPOSITIONS:
            phrase = noun_phrase(sentence, i + 1, clause.end)
            if phrase and names_agent(sentence, phrase):
                return refer(sentence, phrase)
    return None
