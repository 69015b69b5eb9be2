"""The subject before or after the verb. Words of a sentence → phrases.

Without a parser, the subject is found by position: the pre-field is the subject unless it begins with a
preposition, an adverb or an accusative determiner; else the first noun phrase after the verb that no
preposition governs (Duden: Die Grammatik, "Satzgliedstellung")."""

from functools import lru_cache

from .agency import can_act
from .attributes import attributed_noun
from .model import Phrase, Sentence, Word
from .morphology import INFINITIVE, form, is_known, is_time, lemma
from .phrases import is_attributive, noun_phrase
from .words import (
    ADVERBS_LIKE_ADJECTIVES,
    DEMONSTRATIVES,
    DETERMINERS,
    FOCUS_PARTICLES,
    NEVER_VERBS,
    OBLIQUE_DETERMINERS,
    PERSONAL_PRONOUNS,
    PREFIELD_ADVERBIALS,
    PREPOSITIONS,
    SENTENCE_ADVERBS,
    SUBORDINATORS,
)

TIME_RELATIONS = frozenset({"nach", "vor", "später", "zuvor", "danach", "davor"})
CONTRASTING = frozenset(
    {"dagegen", "hingegen", "jedoch", "aber", "indes", "wiederum", "allerdings", "seinerseits", "ihrerseits"}
)
ACCUSATIVES = frozenset({"seinen", "einen", "ihren", "keinen", "diesen"})
DAY_ENDINGS = ("tag", "mittwoch", "abend", "vormittag", "nachmittag", "morgen", "mittag", "nacht")
PREFIELD_PRONOUNS = PERSONAL_PRONOUNS | {
    "es", "das", "dies", "beide", "dieser", "diese", "viele", "einige", "andere", "manche", "mehrere",
}  # fmt: skip


def subject_after(sentence: Sentence, verb: int, limit: int) -> Phrase | None:
    """The first noun phrase or pronoun after the verb that is neither oblique nor a time."""
    words, i = sentence.words, verb + 1
    while i < limit:
        word, lower = words[i], words[i].lower
        if lower in ("sich", "es", "ihm", "ihnen", "ihn", "dem", "den", "zum", "zur"):
            phrase = noun_phrase(sentence, i, limit) if lower in ("dem", "den") else None
            if phrase is None and lower not in ("dem", "den"):
                i += 1
                continue
            if phrase and any(w.is_noun or w.lower in PERSONAL_PRONOUNS for w in words[phrase.end : limit]):
                i = phrase.end  # a dative object with more to come
                continue
        if lower == "unter" and i + 1 < limit and words[i + 1].lower in ("anderem", "anderen"):
            i += 2
            continue
        if lower in PREPOSITIONS:
            i = _governed_end(sentence, i, limit)
            continue
        if (lower in ACCUSATIVES or _is_oblique(words, i, limit)) and (phrase := noun_phrase(sentence, i, limit)):
            i = phrase.end
            continue
        if word.text in PERSONAL_PRONOUNS or (lower in DEMONSTRATIVES and _stands_alone(words, i, limit)):
            return Phrase(i, i + 1)
        if word.is_noun or lower in DETERMINERS or lower.isdigit() or _may_be_adjective(word):
            phrase = noun_phrase(sentence, i, limit)
            if phrase and not (
                is_time(words[phrase.end - 1].text) and (phrase.end - i <= 2 or _may_be_adjective(word))
            ):
                return phrase
            if phrase is None and lower in ("der", "die", "das") and _is_nominalised(words[i + 1 : limit]):
                return Phrase(i, i + 2)
            if phrase and not _may_be_adjective(word):
                i = phrase.end
                continue
        i += 1
    return None


def _governed_end(sentence: Sentence, preposition: int, limit: int) -> int:
    """Where the phrase after a preposition ends: "am Montag | der Präsident", "in Paris | Präsident Macron"."""
    words = sentence.words
    phrase = noun_phrase(sentence, preposition + 1, limit) if preposition + 1 < limit else None
    if phrase is None:
        return preposition + 2
    noun = next(i for i in range(phrase.start, phrase.end) if words[i].is_noun)
    if words[noun].lower.endswith(DAY_ENDINGS) and words[noun].lower not in DAY_ENDINGS:
        return noun + 1  # a day of the week takes no genitive
    if words[preposition].lower == "in" and not _is_agent(words[noun]):
        behind = range(noun + 1, phrase.end)
        person = next((i for i in behind if not words[i].is_noun or _is_agent(words[i])), phrase.end)
        if person < phrase.end and words[person].is_noun:
            return person
    return phrase.end


def _is_agent(word: Word) -> bool:
    return word.actor or (is_known(word.text) and can_act(word.text))


def _is_nominalised(words: list[Word]) -> bool:
    """ "der 30-jährige", "die andere"."""
    return bool(words) and words[0].lower.endswith(("jährige", "jährigen", "ere", "ige", "te"))


def _stands_alone(words: list[Word], i: int, limit: int) -> bool:
    if i + 1 >= limit or words[i + 1].lower in ("der", "die", "das", "den", "dem"):
        return True
    adjective_or_noun = words[i + 1].is_noun or words[i + 1].lower[-1] in "enrs"
    return not adjective_or_noun and attributed_noun(words, i, limit) is None


def _may_be_adjective(word: Word) -> bool:
    return (
        not word.is_noun
        and word.lower not in DETERMINERS
        and word.lower[-1] in "enrs"
        and word.text[0].islower()
        and not word.form
    )


def subject_before(sentence: Sentence, start: int, verb: int) -> Phrase | None:
    """The pre-field, words `start` to `verb`, if it can be the subject."""
    words = sentence.words
    while start < verb and words[start].lower in FOCUS_PARTICLES:
        if words[start].lower == "vor" and not (start + 1 < verb and words[start + 1].lower == "allem"):
            break
        start += 1
    if start >= verb:
        return None
    first, lower, length = words[start], words[start].lower, verb - start
    if (lower in OBLIQUE_DETERMINERS and length > 1) or _is_oblique(words, start, verb):
        return None
    if first.opens and first.text[:1].isupper() and not _may_open_subject(sentence, start, verb):
        return None
    if (lower in PREPOSITIONS and not first.actor) or lower in PREFIELD_ADVERBIALS or (lower == "das" and length == 1):
        return None
    if length == 1 and lower in PREFIELD_PRONOUNS:
        return Phrase(start, verb) if lower != "es" else None
    noun = next((w for w in words[start:verb] if w.is_noun), None)
    if noun is not None and is_time(noun.text) and noun.lower not in ("anfang", "ende") and length <= 6:
        return None  # "Wenige Stunden nach dem Putsch erklärte …"
    if noun is not None and _is_counted_time(words, start, verb):
        return None
    capitals = [i for i in range(start, verb) if words[i].text != words[i].lower and words[i].quotation is None]
    if not capitals:
        alone = lower in ("der", "die", "dieser", "diese", "er", "sie", "beide")
        return Phrase(start, verb) if alone else None
    if lower == "sich" or (length == 1 and (lower in SENTENCE_ADVERBS or _is_present_participle(lower))):
        return None
    while verb - 1 > start and words[verb - 1].lower in CONTRASTING:
        verb -= 1  # "Der Staatsanwalt dagegen glaubt …"
    return Phrase(start, verb)


def _is_oblique(words: list[Word], start: int, limit: int) -> bool:
    """ "der örtlichen Zeitung": after the nominative der an adjective ends in -e (Duden: Die Grammatik, "schwache
    Deklination")."""
    if words[start].lower != "der" or start + 2 >= limit:
        return False
    adjective = words[start + 1]
    declined = (
        adjective.text[:1].islower() and adjective.lower.endswith("en") and is_attributive(adjective, strict=True)
    )
    return declined and adjective.lower not in ADVERBS_LIKE_ADJECTIVES and words[start + 2].is_noun


def _is_counted_time(words: list[Word], start: int, verb: int) -> bool:
    """ "Zwei Tage nach der Veröffentlichung der Studie", "Knapp drei Jahre später": when, not who."""
    unit = next((i for i in range(start, verb - 1) if is_time(words[i].text) and words[i].is_noun), verb)
    return unit <= start + 3 and unit + 1 < verb and words[unit + 1].lower in TIME_RELATIONS


def _is_present_participle(lower: str) -> bool:
    """ "Ergänzend", "Einschränkend": how somebody says it."""
    return lower.endswith("end") and form(lower[:-1]) == INFINITIVE


def _may_open_subject(sentence: Sentence, start: int, verb: int) -> bool:
    """Whether the capitalised first word of a sentence can belong to a subject."""
    word, lower = sentence.words[start], sentence.words[start].lower
    if is_time(word.text) and verb - start <= 3 or lower in ("ende", "anfang", "mitte"):
        return False
    if word.actor or _is_noun_lemma(word.text) or lower in DETERMINERS or lower in PREFIELD_PRONOUNS:
        return True
    if word.text in sentence.capitals and lower not in PREFIELD_ADVERBIALS:
        return True
    return (lower[-1] in "ers" or lower.endswith("en")) and noun_phrase(sentence, start + 1, verb) is not None


@lru_cache(maxsize=100_000)
def _is_noun_lemma(word: str) -> bool:
    lower = word.lower()
    if lower in DETERMINERS or lower in PREPOSITIONS or lower in SUBORDINATORS or lower in NEVER_VERBS:
        return False
    if lower.endswith(("end", "weise")) and len(lower) > 6:
        return False
    return lemma(word)[:1].isupper() or not is_known(lower)
