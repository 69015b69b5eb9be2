"""Participles and adjectives in front of their noun that look like finite verbs: "eine gestern veröffentlichte Studie".

Words of a clause → whether a word is such an attribute; its verb form is taken away where the clause has another verb.
"""

from .model import Word
from .morphology import FINITES, INFINITIVE, NO_VERB, SUBJUNCTIVE_I
from .words import AUXILIARY_FORMS, DETERMINERS, PERSONAL_PRONOUNS, PREPOSITIONS


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
