"""Source phrases: "laut Polizei …", "nach Angaben von Blum …", "aus Sicht der Bank …". Sentence → Candidates.

What they report is found by `scope`.
"""

from dataclasses import replace

from ..grammar.agency import can_act
from ..grammar.attributes import attributed_noun
from ..grammar.model import QUOTATION, Clause, Sentence
from ..grammar.morphology import FINITES, SUBJUNCTIVES, lemma
from ..grammar.phrases import Phrase, named_phrase, noun_phrase
from ..grammar.words import DETERMINERS, PREPOSITIONS, word_set
from .candidates import Candidate
from .scope import Source, content
from .vocabulary import SAID_BY_OWNER, SOURCES, source_noun

AUS = "source: aus Sicht"
SICHT = "sicht"  # no source noun elsewhere: "nach Sicht der Akten"
LAUT, NACH, ZUFOLGE, NACH_AFTER = "source: laut", "source: nach", "source: zufolge", "source: nach, postposed"
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
OWNER_OPENERS = word_set("der des von vom eines dieses jenes seines ihres deren dessen")
OWNERS = ("sein", "ihr", "eigen", "mein", "unser", "dessen", "deren")


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
            source = replace(source, speaker=_owner(sentence, source.speaker))
            candidate = None if _is_reported(source, found) else content(source, found)
            if candidate:
                candidates.append(candidate)
    return candidates


def _owner(sentence: Sentence, phrase: Phrase | None) -> Phrase | None:
    """Whose words a source is: the police in "Angaben der Polizei", Blum in "Blums Worten"; a report speaks itself."""
    words = sentence.words
    for i in range(phrase.start, phrase.end) if phrase else ():
        said_by_owner = words[i].lower == SICHT or source_noun(words[i].text) in SAID_BY_OWNER
        if not (words[i].text[:1].isupper() and said_by_owner):
            continue
        if i > phrase.start and words[i - 1].is_noun and _is_owned(words[i - 1]):
            return Phrase(phrase.start, i)
        opener = words[i + 1].lower if i + 1 < phrase.end else ""
        start = i + 1 + (opener in ("von", "vom"))
        genitive = opener in OWNER_OPENERS or opener.endswith("er")
        return Phrase(start, phrase.end) if genitive and start < phrase.end else phrase
    return phrase


def find_source(clause: Clause, i: int) -> Source | None:
    """The source phrase whose preposition is word `i`."""
    lower = clause.sentence.words[i].lower
    if lower in ("laut", "gemäß"):
        return _laut(clause, i)
    if lower == "nach":
        return _nach(clause, i) or _postposed(clause, i)
    if lower == "aus":
        return _aus_sicht(clause, i)
    if lower == "zufolge" or (lower == "folge" and i > clause.start and clause.sentence.words[i - 1].lower == "zu"):
        return _zufolge(clause, i)
    return None


def _laut(clause: Clause, i: int) -> Source | None:
    sentence, words = clause.sentence, clause.sentence.words
    is_laut = words[i].lower == "laut"
    if i + 1 >= clause.end or (is_laut and i and words[i - 1].lower in BEFORE_LAUT):
        return None
    phrase = _without_next(sentence, named_phrase(sentence, i + 1, clause.end))
    if phrase is None and is_laut and not words[i + 1].form and words[i + 1].lower not in AFTER_LAUT:
        phrase = Phrase(i + 1, i + 2)
    if phrase is None or not (is_laut or _names_source(words[i + 1 : phrase.end])):
        return None
    core = noun_phrase(sentence, i + 1, clause.end, core=True) or phrase
    return Source(clause, Phrase(i, min(phrase.end, core.end)), phrase, Phrase(i, i + 1), LAUT)


def _without_next(sentence: Sentence, phrase: Phrase | None) -> Phrase | None:
    """A compound that names its owner takes no bare genitive: "traf nach dpa-Informationen | Frankreichs Premier"."""
    words = sentence.words
    for i in range(phrase.start, phrase.end - 1) if phrase else ():
        source = source_noun(words[i].text) if words[i].is_noun else None
        if source and words[i + 1].is_noun and lemma(words[i].text).lower() != source:
            return Phrase(phrase.start, i + 1)
    return phrase


def _names_source(words) -> bool:
    names = [word.text for word in words if word.text[:1].isupper() and word.lower not in DETERMINERS]
    return any(can_act(name) or source_noun(name) for name in names)


def _nach(clause: Clause, i: int) -> Source | None:
    sentence = clause.sentence
    noun = _source_noun_after(clause, i)
    if noun is None or not _is_source_reading(clause, i, noun):
        return None
    phrase = core = Phrase(noun, noun + 1)
    if not _is_owned(sentence.words[noun - 1]):
        phrase = _without_next(sentence, named_phrase(sentence, noun, clause.end)) or phrase
        from_place = phrase.end > noun + 2 and sentence.words[noun + 1].lower == "aus"
        core = phrase if from_place else noun_phrase(sentence, noun, clause.end, core=True) or phrase
    return Source(clause, Phrase(i, min(phrase.end, core.end)), Phrase(i + 1, phrase.end), Phrase(i, i + 1), NACH)


def _aus_sicht(clause: Clause, i: int) -> Source | None:
    """ "aus Sicht der Opposition", "aus Blums Sicht"."""
    sentence, words = clause.sentence, clause.sentence.words
    noun = next((k for k in range(i + 1, min(i + 4, clause.end)) if words[k].lower == SICHT), None)
    if noun is None:
        return None
    if words[noun - 1].lower.startswith(OWNERS):
        return None  # "aus ihrer Sicht": a perspective
    if noun > i + 1 and _is_owned(words[noun - 1]):
        return Source(clause, Phrase(i, noun + 1), Phrase(i + 1, noun + 1), Phrase(i, i + 1), AUS)
    phrase = noun_phrase(sentence, noun, clause.end, core=True)
    if phrase is None or phrase.end == noun + 1:
        return None  # "aus heutiger Sicht"
    return Source(clause, Phrase(i, phrase.end), phrase, Phrase(i, i + 1), AUS)


def _is_owned(word) -> bool:
    """ "nach seinen Worten", "nach Blums Worten": who speaks stands before the noun already."""
    return word.lower.startswith(OWNERS) or (word.is_noun and word.text.endswith(("s", "’", "'")))


def _source_noun_after(clause: Clause, i: int) -> int | None:
    """The source noun that "nach" governs: "nach den jüngsten Angaben", "nach Macrons Worten"."""
    words = clause.sentence.words
    behind_attribute = attributed_noun(words, i + 1, clause.end)
    if behind_attribute is not None:
        return behind_attribute if source_noun(words[behind_attribute].text) else None
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
    if words[noun - 1].is_noun:
        return True  # "nach Blums Worten"
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
    speaker = None if words[i - 1].lower == "vernehmen" else Phrase(start, i)  # "dem Vernehmen nach" names nobody
    return Source(clause, Phrase(start, i + 1), speaker, Phrase(i, i + 1), NACH_AFTER)


def _zufolge(clause: Clause, i: int) -> Source | None:
    words = clause.sentence.words
    last = i if words[i].lower == "zufolge" else i - 1
    start = last - 1
    while start > clause.start and _belongs_before_zufolge(words[start - 1], start - 1 == 0):
        start -= 1
        if words[start].lower in ("dem", "einem", "diesem"):
            break
    if start < clause.start:
        return None
    for noun in range(start + 1, last):  # "nimmt die Stadt Schätzungen zufolge viel ein": two phrases
        if words[noun - 1].is_noun and not _is_owned(words[noun - 1]) and source_noun(words[noun].text):
            start = noun
    extended = (k for k in range(clause.start, start) if attributed_noun(words, k, last) in range(start, last))
    start = next(extended, start)  # "einer am Dienstag vorgelegten Liste zufolge"
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
    """Whether the phrase lies in content that a cue or noun already reports, or beside a cue ("…, sagte Blum laut
    Post")."""
    cues = (candidate.cue.phrase.start for candidate in found if candidate.rule.startswith("cue after"))
    if any(source.clause.start <= cue < source.clause.end for cue in cues):
        return True
    return any(
        candidate.rule.startswith(("cue before", "noun"))
        and candidate.words.start <= source.phrase.start
        and source.phrase.end <= candidate.words.end
        for candidate in found
    )
