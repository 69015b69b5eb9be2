"""Participles and adjectives in front of their noun that look like finite verbs: "eine gestern veröffentlichte Studie".

Words of a clause → whether a word is such an attribute; its verb form is taken away where the clause has another verb;
where the noun stands behind an extended attribute (Duden: Die Grammatik, "erweiterte Partizipialattribute").
"""

from .model import Word
from .morphology import FINITES, INFINITIVE, NO_VERB, SUBJUNCTIVE_I, is_time, lemma
from .words import ADVERBS_LIKE_ADJECTIVES, AUXILIARY_FORMS, DETERMINERS, PERSONAL_PRONOUNS, PREPOSITIONS

LONGEST_ATTRIBUTE = 14  # words between an article and the noun of its extended attribute
PARTS_OF_TIME = frozenset({"anfang", "mitte", "ende"})
ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")


def unmark_attributes(words: list[Word], start: int, end: int) -> None:
    """Take the verb form from what only looks like a verb in front of its noun ("eine gestern veröffentlichte Studie",
    "die warme weiche Stimme"), where the clause has another verb."""
    verbs = [i for i in range(start, end) if words[i].form in FINITES or words[i].form == INFINITIVE]
    for i in verbs[:]:
        attribute = _looks_declined(words[i]) and _before_noun(words, i, end) and _behind_opener(words, start, i)
        if attribute and (len(verbs) > 1 or words[start].lower == "so"):  # "…, so der besorgte Vater"
            words[i].form = NO_VERB
            verbs.remove(i)


def _looks_declined(word: Word) -> bool:
    if word.lower in AUXILIARY_FORMS:
        return False
    return word.lower.endswith(("te", "ten")) or (word.form in (SUBJUNCTIVE_I, INFINITIVE) and word.lower[-1] in "en")


def _before_noun(words: list[Word], i: int, end: int) -> bool:
    """Whether a noun follows, at most with adjectives in between."""
    for following in words[i + 1 : min(i + 4, end)]:
        if following.is_noun:
            return True
        if following.lower[-1] not in "enrsm" or following.lower in DETERMINERS | PREPOSITIONS or following.form:
            return False
    return False


def _behind_opener(words: list[Word], start: int, i: int) -> bool:
    """Whether the noun phrase around a word is open: an article or preposition stands before it, and no noun since."""
    for k in range(i - 1, start - 1, -1):
        if words[k].lower in DETERMINERS or words[k].lower in PREPOSITIONS:
            return True
        if words[k].is_noun or words[k].form or words[k].lower in PERSONAL_PRONOUNS:
            break
    return in_extended(words, start, i)


def is_attribute(words: list[Word], i: int) -> bool:
    """A weak participle in front of its noun, which looks like a preterite."""
    return words[i].lower.endswith(("te", "ten")) and i + 1 < len(words) and words[i + 1].is_noun


def in_extended(words: list[Word], start: int, i: int) -> bool:
    """Whether a participle stands in an extended attribute: an article with a preposition right behind it."""
    return any(
        words[k].lower in DETERMINERS and words[k + 1].lower in PREPOSITIONS for k in range(max(start, i - 6), i - 1)
    )


def attributed_noun(words: list[Word], article: int, limit: int) -> int | None:
    """The noun behind an article and an extended attribute: "einer am Dienstag veröffentlichten *Liste*", "ein mit dem
    Fall vertrauter *Beamter*", "der eben gewählte *Abt*"; None where the article has no such attribute."""
    if article + 2 >= limit or words[article].lower not in DETERMINERS or not _opens_attribute(words[article + 1]):
        return None
    for i in range(article + 2, min(article + LONGEST_ATTRIBUTE, limit - 1)):
        inner = words[i - 1].lower in DETERMINERS or words[i - 1].lower in PREPOSITIONS  # "am *neuen* Bau beteiligte"
        if words[i + 1].is_noun and not inner and _is_declined(words[i]) and not is_time(lemma(words[i + 1].text)):
            return i + 1
        if (words[i].form in FINITES and not is_attribute(words, i)) or words[i].lower in PERSONAL_PRONOUNS:
            return None
    return None


def _opens_attribute(word: Word) -> bool:
    """A preposition or an adverb."""
    if word.lower in PREPOSITIONS or word.lower in PARTS_OF_TIME:  # "der Ende Mai gewählte Abt"
        return True
    closed = word.lower in DETERMINERS or word.lower in PERSONAL_PRONOUNS
    return word.text[:1].islower() and not (word.is_noun or word.form or closed or _is_declined(word))


def _is_declined(word: Word) -> bool:
    """An adjective or participle with an ending."""
    other = word.lower in DETERMINERS or word.lower in PREPOSITIONS or word.lower in ADVERBS_LIKE_ADJECTIVES
    return word.text[:1].islower() and word.lower.endswith(ADJECTIVE_ENDINGS) and not other
