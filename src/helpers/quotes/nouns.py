"""Noun cues and pointing words: "der Vorwurf, er habe …", "demnach …". Sentence → Candidates."""

from ..grammar.agency import names_agent
from ..grammar.model import (
    INFINITIVE_CLAUSE,
    MAIN,
    QUOTATION,
    RELATIVE,
    SUBORDINATE,
    VERB_SECOND_OR_FIRST,
    Clause,
    Sentence,
)
from ..grammar.morphology import PARTICIPLE, lemma
from ..grammar.phrases import Phrase, noun_phrase
from ..grammar.subjects import previous_full_clause, subject
from ..grammar.verbs import predicate
from ..grammar.words import DETERMINERS, word_set
from .candidates import Candidate, indirect, refer
from .complements import DASS, INFINITIVE_COMPLEMENT, VERB_SECOND, complement_end
from .vocabulary import NOUNS_WITH_INFINITIVE, reporting_noun, source_noun

GENITIVES = word_set("der des von vom aus einer eines seines ihres ihrer seiner durch")
NO_COMPLEMENT_OPENERS = frozenset({"denn", "da", "weil", "nicht", "doch", "aber", "sondern"})
NEAR = 6  # words between the noun and the end of its clause
IMPERSONAL = frozenset({"werden", "geben", "bestehen"})  # "es gibt Vorwürfe": the subject does not speak
PRONOMINAL_ADVERBS = word_set("dadurch daran darum darin darüber deshalb")
DEMNACH = "pointer: demnach"
POINTERS = frozenset({"demnach", "demzufolge"})
WEAK_POINTERS = frozenset({"danach", "hiernach"})  # mostly times
POINTED_AT = word_set("gesetzentwurf entwurf quartalszahl zahl ergebnis plan")


def noun_cues(sentence: Sentence, found: list[Candidate]) -> list[Candidate]:
    """What a reporting noun announces in the clause behind it."""
    candidates = (_noun_cue(clause, found) for clause in sentence.clauses[:-1] if clause.kind != QUOTATION)
    return [candidate for candidate in candidates if candidate]


def _noun_cue(clause: Clause, found: list[Candidate]) -> Candidate | None:
    sentence, words = clause.sentence, clause.sentence.words
    behind = sentence.clauses[clause.index + 1]
    if words[behind.start].lower in NO_COMPLEMENT_OPENERS or (clause.kind == MAIN and clause.subjunctive_i):
        return None  # in "Sein Wunsch sei es, …" the whole sentence is reported
    for i in range(clause.end - 1, max(clause.start, clause.end - NEAR) - 1, -1):
        noun = reporting_noun(words[i].text) if words[i].is_noun or i == 0 else None
        kind = _announced(behind, noun) if noun else None
        if kind is None:
            continue
        if any(word.lower in PRONOMINAL_ADVERBS for word in words[i + 1 : clause.end]):
            return None  # "das Ergebnis kam dadurch zustande, dass …"
        if any(c.rule.startswith("cue before") and c.words.start <= behind.start < c.words.end for c in found):
            return None
        open_matrix = not any(f < i for f in clause.finite)
        end = complement_end(behind, kind, open_matrix=open_matrix)
        speaker = refer(sentence, _noun_speaker(clause, i))
        cue = refer(sentence, Phrase(i, i + 1))
        return indirect(sentence, behind.start, end, f"noun: {kind}", speaker, cue, 4)
    return None


def _announced(behind: Clause, noun: str) -> str | None:
    if behind.kind == SUBORDINATE and behind.first in ("dass", "daß", "ob", "wonach"):
        return DASS
    if behind.kind == MAIN and behind.subjunctive and behind.opener in (",", ":"):
        return VERB_SECOND
    if behind.kind == INFINITIVE_CLAUSE and behind.first not in ("um", "ohne") and noun in NOUNS_WITH_INFINITIVE:
        return INFINITIVE_COMPLEMENT
    return None


def _noun_speaker(clause: Clause, noun: int) -> Phrase | None:
    """The genitive ("die Forderung der Opposition", "Macrons Ankündigung"), else the subject, else the noun itself."""
    sentence, words = clause.sentence, clause.sentence.words
    speaker = None
    if words[noun - 1].lower == "der" and any(lemma(words[f].lower) == "sein" for f in clause.finite):
        return subject(clause)  # "die Partei ist der Ansicht, dass …"
    if noun + 1 < clause.end and words[noun + 1].lower in GENITIVES:
        behind = noun + 1 + (words[noun + 1].lower in ("von", "vom", "aus", "durch"))
        speaker = noun_phrase(sentence, behind, clause.end)
    elif noun > clause.start and words[noun - 1].is_noun and words[noun - 1].text.endswith("s"):
        speaker = Phrase(noun - 1, noun)
    elif clause.finite:
        speaker = _subject_of(clause)
    if speaker is not None and speaker.start <= noun < speaker.end:
        speaker = None  # the noun is the subject itself: "Von der Opposition kam die Forderung, …"
    if speaker is None and clause.finite:
        agent = next((i for i in range(clause.start, noun) if words[i].lower in ("von", "vom", "aus")), None)
        speaker = noun_phrase(sentence, agent + 1, clause.end) if agent is not None else None
    if speaker is None or (noun > 0 and clause.finite and not names_agent(sentence, speaker)):
        return Phrase(noun, noun + 1)
    return speaker


def _subject_of(clause: Clause) -> Phrase | None:
    words, first = clause.sentence.words, clause.finite[0]
    if clause.kind not in VERB_SECOND_OR_FIRST or words[first].form == PARTICIPLE or first >= clause.end - 1:
        outer = previous_full_clause(clause)
        found = subject(outer) if outer and outer.kind == MAIN else None
        if found:
            return found
    return subject(clause) if lemma(words[first].lower) not in IMPERSONAL else None


def after_which(sentence: Sentence) -> list[Candidate]:
    """ "ein Bericht, nach dem …" and "ein Bericht, wonach …": the relative clause is the content."""
    candidates = []
    for clause in sentence.clauses:
        named = _reported_noun(clause)
        relative = clause.first == "nach" and clause.kind == RELATIVE and clause.head + 1 < clause.end
        if relative and sentence.words[clause.head + 1].lower in ("denen", "der", "dem", "welchen") and named:
            start = clause.head + 2
        elif clause.first == "wonach" and clause.finite and (named or clause.subjunctive or _is_hearsay(clause)):
            start = clause.head + 1
        else:
            continue
        end = complement_end(clause, DASS)
        cue = refer(sentence, Phrase(clause.head, start))
        candidates.append(indirect(sentence, start, end, "noun: wonach", refer(sentence, named), cue, 6))
    return [candidate for candidate in candidates if candidate]


def _is_hearsay(clause: Clause) -> bool:
    return clause.has("soll", "sollen")


def _reported_noun(clause: Clause) -> Phrase | None:
    """The nearest phrase before a clause that holds a reporting or source noun."""
    sentence, words = clause.sentence, clause.sentence.words
    for piece in reversed(sentence.clauses[: clause.index]):
        for i in range(piece.start, piece.end):
            if not (words[i].is_noun or words[i].lower in DETERMINERS):
                continue
            phrase = noun_phrase(sentence, i, piece.end)
            if phrase and any(
                word.text[:1].isupper() and (reporting_noun(word.text) or source_noun(word.text))
                for word in words[phrase.start : phrase.end]
            ):
                return phrase
    return None


def demnach(sentence: Sentence, before: Sentence | None) -> Candidate | None:
    """ "Demnach sei …": a word that points at a source named before, which `continuation` looks for."""
    words, first = sentence.words, sentence.clauses[0]
    pointing = words[0].lower in POINTERS
    if words[0].lower in WEAK_POINTERS:
        named = before is not None and any(_is_source(word) for word in before.words)
        pointing = first.subjunctive_i or (named and not _is_past(first))
    if pointing:
        if not first.finite:
            return None
        word = refer(sentence, Phrase(0, 1))
        return indirect(sentence, first.finite[0], sentence.clauses[-1].end, DEMNACH, None, word, 5)
    for i in range(1, min(len(words), 8)):
        if words[i].lower == "demnach":
            word = refer(sentence, Phrase(i, i + 1))
            return indirect(sentence, 0, len(words), DEMNACH, None, word, 5)
    return None


def _is_past(clause: Clause) -> bool:
    """ "Danach fingen sie an": then, not according to it."""
    found = predicate(clause)
    return found is not None and found.tense in ("past", "pluperfect")


def _is_source(word) -> bool:
    if not word.is_noun:
        return False
    return bool(source_noun(word.text) or reporting_noun(word.text)) or lemma(word.text).lower() in POINTED_AT
