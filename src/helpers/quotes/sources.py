"""Source phrases: "laut Polizei …", "nach Angaben des Ministers …", "Medienberichten zufolge …". Sentence → Candidates.

The content is the clause in which the phrase stands, without the phrase where that stands at its edge.
"""

from dataclasses import dataclass

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
from ..grammar.morphology import FINITES, SUBJUNCTIVES, lemma
from ..grammar.phrases import Phrase, can_act, named_phrase, noun_phrase
from ..grammar.words import DETERMINERS, PREPOSITIONS, word_set
from .candidates import Candidate, indirect, refer
from .complements import is_reporting
from .vocabulary import SOURCES, source_noun

LAUT, NACH, ZUFOLGE, NACH_AFTER = "source: laut", "source: nach", "source: zufolge", "source: nach, postposed"
EDGE_SHARE = 0.7  # of the letters on one side of the phrase: it stands at an edge of its clause
LONGEST_PREMODIFIER = 6  # words between "nach" and its noun
HEARSAY = word_set("soll sollen solle sollte sollten")
BEFORE_LAUT = frozenset({"zu", "so", "sehr"})  # the adjective laut
AFTER_LAUT = word_set("und wurde genug geworden werden")
# determiners after which "nach" names a source rather than a time: "nach einem Bericht", "nach den Worten"
SOURCE_DETERMINERS = word_set("""
    bisher einem einer ersten eigenen unbestätigten den neuesten bisherigen diesem dieser ihren seinen
    offiziellen jüngsten neuen vorläufigen übereinstimmenden jetzigem bisherigem derzeitigem offiziell""")
POSTPOSED = word_set("""
    meinung ansicht auffassung angabe einschätzung überzeugung darstellung bericht vernehmen aussage wort
    kenntnis""")
CONTRAST = word_set("doch aber während jedoch")


@dataclass(frozen=True, slots=True)
class Source:
    """A source phrase: its words, the speaker in it, the cue."""

    clause: Clause
    phrase: Phrase
    speaker: Phrase
    cue: Phrase
    rule: str


def source_phrases(sentence: Sentence, found: list[Candidate]) -> list[Candidate]:
    """One candidate for each source phrase that is not inside reported speech already found."""
    candidates: list[Candidate] = []
    for clause in sentence.clauses:
        i = clause.start
        while i < clause.end and clause.kind != QUOTATION:
            source = find_source(clause, i)
            if source is None:
                i += 1
                continue
            i = max(source.phrase.end, i + 1)
            candidate = None if _is_reported(source, found) else content(source, found)
            if candidate:
                candidates.append(candidate)
    return candidates


def find_source(clause: Clause, i: int) -> Source | None:
    """The source phrase whose preposition is word `i`."""
    lower = clause.sentence.words[i].lower
    if lower in ("laut", "gemäß"):
        return _laut(clause, i)
    if lower == "nach":
        return _nach(clause, i) or _postposed(clause, i)
    if lower == "zufolge" or (lower == "folge" and i > clause.start and clause.sentence.words[i - 1].lower == "zu"):
        return _zufolge(clause, i)
    return None


def _laut(clause: Clause, i: int) -> Source | None:
    sentence, words = clause.sentence, clause.sentence.words
    is_laut = words[i].lower == "laut"
    if i + 1 >= clause.end or (is_laut and i and words[i - 1].lower in BEFORE_LAUT):
        return None
    phrase = named_phrase(sentence, i + 1, clause.end)
    if phrase is None and is_laut and not words[i + 1].form and words[i + 1].lower not in AFTER_LAUT:
        phrase = Phrase(i + 1, i + 2)
    if phrase is None or not (is_laut or _names_source(words[i + 1 : phrase.end])):
        return None
    core = noun_phrase(sentence, i + 1, clause.end, core=True) or phrase
    return Source(clause, Phrase(i, min(phrase.end, core.end)), phrase, Phrase(i, i + 1), LAUT)


def _names_source(words) -> bool:
    names = [word.text for word in words if word.text[:1].isupper() and word.lower not in DETERMINERS]
    return any(can_act(name) or source_noun(name) for name in names)


def _nach(clause: Clause, i: int) -> Source | None:
    sentence = clause.sentence
    noun = _source_noun_after(clause, i)
    if noun is None or not _is_source_reading(clause, i, noun):
        return None
    phrase = named_phrase(sentence, noun, clause.end) or Phrase(noun, noun + 1)
    core = noun_phrase(sentence, noun, clause.end, core=True) or phrase
    return Source(clause, Phrase(i, min(phrase.end, core.end)), Phrase(i + 1, phrase.end), Phrase(i, i + 1), NACH)


def _source_noun_after(clause: Clause, i: int) -> int | None:
    """The source noun that "nach" governs: "nach den jüngsten Angaben", "nach Macrons Worten"."""
    words = clause.sentence.words
    for j in range(i + 1, min(clause.end, i + 1 + LONGEST_PREMODIFIER)):
        word = words[j]
        if word.is_noun and source_noun(word.text):
            return j
        if word.is_noun and not word.text.endswith(("s", "’", "'", "er")):
            return None  # only a genitive may stand between
        before_noun = word.lower.endswith("ten") and j + 1 < clause.end and words[j + 1].is_noun
        if word.lower in PREPOSITIONS or (word.form in FINITES and not before_noun):
            return None
    return None


def _is_source_reading(clause: Clause, i: int, noun: int) -> bool:
    """ "nach dem Bericht" may be a time. How much shows that it is a source depends on the noun (source_nouns.csv)."""
    words = clause.sentence.words
    how = SOURCES[source_noun(words[noun].text)]
    if how == "free":
        return True
    if how == "front":  # "Nach dem Gesetz ist …", not "nach dem Gesetz vom Mai"
        return i <= 1 and not words[noun].text.startswith(("Auf", "Ab"))
    reported = any(
        words[f].form in SUBJUNCTIVES
        or (words[f].lower in HEARSAY and (how == "marked" or words[f].lower in ("soll", "sollen")))
        for f in clause.finite
    )
    if reported or how == "subjunctive":
        return reported
    determiner = words[i + 1].lower
    plural = words[noun].text.endswith("en") and determiner not in DETERMINERS and determiner.endswith("en")
    return noun == i + 1 or plural or determiner in SOURCE_DETERMINERS


def _postposed(clause: Clause, i: int) -> Source | None:
    """ "meiner Meinung nach", "Angaben der Polizei nach"."""
    words = clause.sentence.words
    if i == clause.start or not words[i - 1].text[:1].isupper() or lemma(words[i - 1].text).lower() not in POSTPOSED:
        return None
    if i + 1 < clause.end and not words[i + 1].form and words[i + 1].lower in DETERMINERS:
        return None
    start = i - 1
    while start > clause.start and (words[start - 1].is_noun or words[start - 1].lower in ("eigenen", "eigener")):
        start -= 1
    if start > clause.start and words[start - 1].lower in DETERMINERS:
        start -= 1
    return Source(clause, Phrase(start, i + 1), Phrase(start, i), Phrase(i, i + 1), NACH_AFTER)


def _zufolge(clause: Clause, i: int) -> Source | None:
    words = clause.sentence.words
    last = i if words[i].lower == "zufolge" else i - 1
    start = last - 1
    while start > clause.start and _belongs_before_zufolge(words[start - 1], start - 1 == 0):
        start -= 1
    if start < clause.start:
        return None
    return Source(clause, Phrase(start, i + 1), Phrase(start, last), Phrase(last, i + 1), ZUFOLGE)


def _belongs_before_zufolge(word, opens: bool) -> bool:
    if word.quotation is not None or word.form in FINITES:
        return False
    if word.is_noun or opens or word.lower in DETERMINERS:
        return True
    if word.lower in ("von", "vom", "aus", "des", "der", "und", "in", "für", "im", "über"):
        return True
    return word.text[0].islower() and word.lower[-1] in "enrs" and not word.form and word.lower not in PREPOSITIONS


def _is_reported(source: Source, found: list[Candidate]) -> bool:
    """Whether the phrase lies in content that a cue or noun already reports."""
    return any(
        candidate.rule.startswith(("cue before", "noun"))
        and candidate.words.start <= source.phrase.start
        and source.phrase.end <= candidate.words.end
        for candidate in found
    )


def content(source: Source, found: list[Candidate]) -> Candidate | None:
    """What the source says: the clause around the phrase, or its own subordinate clause."""
    clause, sentence = source.clause, source.clause.sentence
    if clause.kind in (RELATIVE, SUBORDINATE) and clause.index > 0 and clause.first != "wie":
        if clause.first in ("dass", "ob") and any(c.words.start <= clause.start < c.words.end for c in found):
            return None
        start, end = clause.start, _subordinate_end(clause)
    else:
        outer = _outer_clause(clause)
        start = _content_start(source, outer)
        end = _content_end(clause, outer)
        if start is None or end <= start:
            return None
    start, end = _without_phrase(sentence, start, end, source.phrase)
    fronted = source.phrase.start <= 1 and start >= source.phrase.end
    return indirect(
        sentence,
        start,
        end,
        source.rule,
        refer(sentence, source.speaker),
        refer(sentence, source.cue),
        9 if fronted else 7,
    )


def _subordinate_end(clause: Clause) -> int:
    clauses, end = clause.sentence.clauses, clause.end
    for following in clauses[clause.index + 1 :]:
        after = clauses[following.index + 1] if following.index + 1 < len(clauses) else None
        if following.kind not in (RELATIVE, FRAGMENT, INFINITIVE_CLAUSE):
            break
        if following.kind == FRAGMENT and after is not None and after.kind == VERB_FIRST:
            break
        end = following.end
    return end


def _outer_clause(clause: Clause) -> Clause:
    """The piece with which the main clause around `clause` begins."""
    clauses, index = clause.sentence.clauses, clause.index
    while index > 0:
        piece, before = clauses[index], clauses[index - 1]
        if piece.opener in (";", ":", QUOTATION):
            break
        if piece.kind == MAIN:
            opener = piece.sentence.words[piece.start].lower
            if opener in ("und", "aber", "doch", "sondern", "denn", "jedoch"):
                break
            second = piece.opener == "," and piece.finite[0] - piece.head <= 4 and not piece.verb_final
            if before.kind in VERB_SECOND_OR_FIRST and second:
                break
        index -= 1
    return clauses[index]


def _content_start(source: Source, outer: Clause) -> int | None:
    """Behind a phrase in the pre-field the content begins with the verb; else with the clause."""
    clause, sentence = source.clause, source.clause.sentence
    particle = clause.first in ("auch", "und", "doch", "aber")
    fronted = source.phrase.start <= clause.head + particle
    if not fronted or source.phrase.start < outer.start or outer is not clause:
        return outer.start
    verb = next((f for f in clause.finite if f >= source.phrase.end), None)
    if verb is not None:
        return verb
    following = (c for c in sentence.clauses[clause.index + 1 :] if c.kind in VERB_SECOND_OR_FIRST)
    behind = next(following, None)
    if behind is not None:
        return behind.start
    return source.phrase.end if source.phrase.end < clause.end else None


def _content_end(clause: Clause, outer: Clause) -> int:
    """The content ends before a contrast or a further main clause with a cue of its own."""
    clauses, words = clause.sentence.clauses, clause.sentence.words
    last = clause
    for following in clauses[clause.index + 1 :]:
        if following.opener == ";" or following.kind == QUOTATION:
            break
        if following.kind == MAIN and not following.subjunctive:
            if words[following.start].lower in CONTRAST:
                break
            short = following.finite[0] - following.head <= 3 and not following.verb_final
            cue = any(is_reporting(words[f].lower) for f in following.finite)
            full = any(c.kind in VERB_SECOND_OR_FIRST for c in clauses[outer.index : following.index])
            if following.opener == "," and short and cue and full and following.index > outer.index:
                break
        last = following
    return last.end


def _without_phrase(sentence: Sentence, start: int, end: int, phrase: Phrase) -> tuple[int, int]:
    """Cut the phrase off where what stands before or behind it is nearly all of the content; a phrase in the middle
    stays, for a quotation is one range."""
    if not (start < phrase.start and phrase.end <= end):
        return start, end

    def letters(first: int, last: int) -> int:
        return sum(len(word.text) for word in sentence.words[first:last] if word.text[0].isalnum())

    before, behind = letters(start, phrase.start), letters(phrase.end, end)
    if before >= EDGE_SHARE * (before + behind):
        return start, phrase.start
    if behind >= EDGE_SHARE * (before + behind):
        return phrase.end, end
    return start, end
