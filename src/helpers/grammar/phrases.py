"""Noun phrases: determiners, adjectives, nouns and the attributes behind them. Words of a sentence → phrases."""

from babel import Locale

from .agency import can_act
from .attributes import attributed_noun
from .model import Phrase, Sentence, Word
from .morphology import FINITE, FINITES, is_known, is_time
from .words import (
    ADVERBS_LIKE_ADJECTIVES,
    ATTRIBUTE_OPENERS,
    DETERMINERS,
    GENITIVE_OPENERS,
    NAME_ATTRIBUTE_OPENERS,
    NAME_PARTICLES,
    PREPOSITIONS,
)

# a state's name takes no second noun: "… liefert Polen Panzer"
STATES = frozenset(Locale("de").territories.values()) | {
    "USA",
    "EU",
    "NATO",
    "UNO",
    "UN",
    "Großbritannien",
    "China",
}
ARTICLES_AFTER_NAMES = frozenset({"der", "des"})  # "sagte Blum der Zeitung": a name takes no genitive with an article
# "sagte der Minister im Rahmen …": where and when he says it, no attribute
OCCASIONS = frozenset({"rahmen", "interview", "gespräch", "anschluss", "fernsehen", "radio", "rundfunk", "podcast"})
PERSON_ENDINGS = ("er", "in", "ent", "enten", "ant", "anten", "ist", "isten", "or", "mann", "frau", "innen", "chef")


def noun_phrase(sentence: Sentence, start: int, limit: int, *, core: bool = False) -> Phrase | None:
    """The noun phrase that begins at word `start`: determiners, adjectives, nouns, and the attributes after
    them (genitive, prepositional); with `core`, genitive attributes alone."""
    words, i = sentence.words, start
    while i < limit and (is_attributive(words[i]) or (i > start and _is_participle(words, i, limit))):
        i += 1
    if i == start + 1 and (noun := attributed_noun(words, start, limit)):
        i = noun
    nouns = i
    while i < limit and (words[i].is_noun or (i > nouns and _goes_on_in_name(words, i, limit))):
        if i > nouns and (is_time(words[i].text) or _begins_object(words, i)):
            break  # "Premier Blum Freitagmittag", "die Sängerin Klage"
        i += 1
        if words[i - 1].text in STATES and i - nouns == 1:
            break
    if i == nouns:
        return None
    named = words[i - 1].actor or not is_known(words[i - 1].text)
    openers = GENITIVE_OPENERS if core else NAME_ATTRIBUTE_OPENERS if named else ATTRIBUTE_OPENERS
    while i + 1 < limit and (words[i].lower in openers or _is_bare_genitive(words, i)):
        bare = words[i - 1].actor or not is_known(words[i - 1].text) or words[i - 2].lower == "in"
        if words[i].lower in ARTICLES_AFTER_NAMES and bare:
            break
        noun = attributed_noun(words, i, limit) or i + 1
        while noun < limit and is_attributive(words[noun], strict=True):
            noun += 1
        if noun >= limit or not _is_name_or_noun(words[noun]) or is_time(words[noun].text):
            break
        if words[noun].lower in OCCASIONS:
            break
        i = noun
        while i < limit and _is_name_or_noun(words[i]) and not _ends_name(words, i):
            i += 1
    return Phrase(start, i)


def _begins_object(words: list[Word], i: int) -> bool:
    """A dictionary word right behind somebody's role is no name: another phrase begins."""
    role, noun = words[i - 1], words[i]
    plain = not role.actor and not noun.actor and noun.is_noun and role.is_noun
    person = role.text.endswith(PERSON_ENDINGS) and is_known(role.text)
    return plain and person and is_known(noun.text) and not can_act(noun.text)


def _ends_name(words: list[Word], i: int) -> bool:
    """ "nach Angaben von Blum Panzer": a dictionary word behind a name begins another phrase."""
    return words[i - 1].actor and not words[i].actor and is_known(words[i].text)


def _is_name_or_noun(word: Word) -> bool:
    """A noun, or a name in lower case with a digit or a full stop in it ("n24", "heute.at")."""
    return word.is_noun or (
        word.lower[:1].isalpha()
        and any(c.isdigit() or c == "." for c in word.text[1:-1] + word.text[-1:])
        and word.text[-1:] != "."
    )


def _is_bare_genitive(words: list[Word], i: int) -> bool:
    """ "Angaben westlicher Medien": a genitive plural without article."""
    adjective = words[i].lower.endswith("er") and not words[i].form and words[i].text[:1].islower()
    return adjective and words[i].lower not in DETERMINERS | PREPOSITIONS and words[i + 1].is_noun


def named_phrase(sentence: Sentence, start: int, limit: int) -> Phrase | None:
    """Like `noun_phrase`, but also takes a bare run of capitalised words, as at the start of a sentence."""
    phrase = noun_phrase(sentence, start, limit)
    if phrase:
        return phrase
    words, i = sentence.words, start
    while i < limit and (words[i].text[:1].isupper() or words[i].lower in DETERMINERS):
        i += 1
    return Phrase(start, i) if i > start else None


def is_attributive(word: Word, *, strict: bool = False) -> bool:
    """A determiner, number or adjective in front of a noun."""
    if word.is_noun or word.quotation is not None:
        return False
    lower = word.lower
    if strict and not lower[:1].islower():
        return False
    if lower in DETERMINERS or (lower.isdigit() and not strict):
        return True
    adjective = lower[:1].islower() and lower[-1] in ("enrs" if strict else "enrsm") and word.form not in FINITES
    return adjective and lower not in PREPOSITIONS and (strict or lower not in ADVERBS_LIKE_ADJECTIVES)


def _is_participle(words: list[Word], i: int, limit: int) -> bool:
    """ "der frustrierte Härtel": it looks like a preterite, but stands between an article and a noun."""
    between = words[i - 1].lower in DETERMINERS and i + 1 < limit and words[i + 1].is_noun
    return between and words[i].form == FINITE and words[i].lower.endswith(("te", "ten"))


def _goes_on_in_name(words: list[Word], i: int, limit: int) -> bool:
    lower = words[i].lower
    if lower == "der" and words[i].actor is False and words[i - 1].lower not in ("von", "auf", "van"):
        return False  # "sagte Blum der „Welt“"
    if lower in ("der", "und", "zu", "von", "de"):
        return i + 1 < limit and words[i + 1].is_noun
    if lower[:1].isdigit():  # "Airbus A 380", not "der Netzzeitung 40 Menschen"
        return i + 1 >= limit or not (words[i + 1].is_noun or words[i + 1].lower[-1:] in "enrs")
    return lower in NAME_PARTICLES or words[i].text in ("&", "/", "-", ".")
