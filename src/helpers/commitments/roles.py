"""How a noun hangs in its clause: its phrase, the preposition over it, the noun it belongs to. Words → Role."""

import re
from dataclasses import dataclass

from ..countries import country_of
from ..grammar import INFINITIVE_CLAUSE, Sentence, Word
from ..grammar.words import (
    ADVERBS_LIKE_ADJECTIVES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVE_PRONOUNS,
    SUBORDINATORS,
)
from .words import word_set

BOUNDS = word_set("rund etwa ca. knapp mehr als bis zu über unter mindestens höchstens gut fast insgesamt um")
GENITIVE = word_set("der des eines einer dieser dieses seiner seines ihrer ihres unserer unseres")
NEGATIVE = word_set("kein keine keinen keinem keiner keines keinerlei")
YEAR = re.compile(r"(?:19|20)\d\d")
PARTICULAR = frozenset({"allem", "anderem"})
MORE = word_set("mehr weniger viel genug zwei drei vier fünf sechs sieben acht neun zehn elf zwölf")
PARTICIPLE_ENDINGS = ("te", "ten", "ter", "tes", "tem", "ene", "enen", "ener", "enes")
QUANTITIES = word_set("tausende hunderte dutzende zehntausende millionen milliarden million milliarde dutzend")
MEASURED = QUANTITIES | word_set("euro dollar pfund franken kronen yen rubel tonnen stufe menge mengen summe paket")
NOT_ADJECTIVES = (
    COORDINATORS
    | SUBORDINATORS
    | ADVERBS_LIKE_ADJECTIVES
    | word_set("er sie es wir man sich uns ihm ihn ihnen haben sein")
)


@dataclass(frozen=True, slots=True)
class Role:
    """Where a noun stands: `start` is the first word of its phrase."""

    start: int
    preposition: str | None = None
    noun: int | None = None  # the noun it is an attribute of: "Lieferung von Panzern", "Abzug der Truppen"
    negated: bool = False  # "keine Truppen"


def role(sentence: Sentence, noun: int, floor: int) -> Role:
    """The role of the noun at word `noun`, reading leftwards to word `floor`; in a coordination, that of the first."""
    words, i, determiner, negated = sentence.words, noun - 1, "", False
    verbs = {clause.finite[0] for clause in sentence.clauses if clause.finite and not clause.verb_final}
    while i >= floor and i not in verbs and _inside_phrase(words, i, noun):
        lower = words[i].lower
        if lower in DETERMINERS or lower in NEGATIVE:
            determiner = lower
            negated = negated or lower in NEGATIVE
        i -= 1
    start = i + 1
    if i < floor:
        return Role(start, negated=negated)
    lower = words[i].lower
    if lower in PREPOSITIONS and YEAR.fullmatch(words[i + 1].text) and i + 1 < noun:  # "seit 2022 Rekruten"
        return Role(i + 2, negated=negated)
    if lower == "an" and i > floor and words[i - 1].lower in MEASURED:  # "100 Millionen Euro an Hilfen"
        first = role(sentence, i - 1, floor)
        return Role(first.start, first.preposition, first.noun, negated or first.negated)
    if lower == "aus" and i - 2 >= floor and words[i - 2].lower == "von":  # "von dort aus Hilfsgüter abwerfen"
        return Role(start, negated=negated)
    if lower == "um" and any(clause.start == i and clause.kind == INFINITIVE_CLAUSE for clause in sentence.clauses):
        return Role(start, negated=negated)  # "um Hilfsgüter abzuwerfen"
    if lower in PREPOSITIONS and lower != "zufolge":  # "… der Zeitung zufolge vier Schiffe"
        owner = i - 1 if i > floor and words[i - 1].is_noun else None
        if owner and owner - 1 >= floor and country_of(words[owner].text) and words[owner - 1].is_noun:
            owner -= 1  # "die Forderung Kiews nach Panzern"
        return Role(start, lower, owner, negated)
    if lower in ("und", "oder", "sowie", "noch") and i > floor and words[i - 1].text[:1].isupper():
        first = role(sentence, i - 1, floor)
        return Role(first.start, first.preposition, first.noun, negated or first.negated)
    if words[i].is_noun and not determiner and lower.endswith(("s", "'", "’")) and i > floor:  # "auf Gaddafis Truppen"
        before = words[i - 1].lower
        if before in PREPOSITIONS and i == noun - 1 and not _measures(words, i):
            return Role(i, before, i - 2 if i - 1 > floor and words[i - 2].is_noun else None, negated)
    adjacent = i == noun - 1 and _measures(words, i)  # "30 Tonnen Munition"
    if words[i].is_noun and (adjacent or lower in QUANTITIES) and not determiner:  # "Tausende Soldaten"
        first = role(sentence, i, floor)
        return Role(first.start, first.preposition, first.noun, negated or first.negated)
    bare_genitive = (
        not determiner and i + 1 < noun and any(words[k].lower.endswith("er") for k in (i + 1, noun - 1))
    )  # "Hilfe junger Ärzte"
    if words[i].is_noun and (determiner in GENITIVE or bare_genitive):
        return Role(start, None, i, negated)
    return Role(start, negated=negated)


def _measures(words: list[Word], i: int) -> bool:
    """Whether a noun counts what the noun behind it names; "im Gegenzug Waffen" are two phrases."""
    counted = i > 0 and (words[i - 1].lower[:1].isdigit() or words[i - 1].lower in MORE | QUANTITIES)
    return (
        words[i].lower in MEASURED or counted or words[i].lower.endswith(("form", "art", "typ", "ladung", "ladungen"))
    )


def chain(sentence: Sentence, noun: int, floor: int) -> list[tuple[int, Role]]:
    """The noun, the noun it belongs to, the one that belongs to … each with its role."""
    found = [(noun, role(sentence, noun, floor))]
    while found[-1][1].noun is not None and len(found) < 4:
        above = found[-1][1].noun
        found.append((above, role(sentence, above, floor)))
    return found


def _inside_phrase(words: list[Word], i: int, noun: int) -> bool:
    """Determiners, numbers, adjectives and bounds ("bis zu", "rund") in front of a noun."""
    word, lower = words[i], words[i].lower
    if word.quotation is not None or lower[:1].isdigit():
        return word.quotation is None
    pair = (words[i - 1].lower, lower) if lower in PARTICULAR else (lower, words[i + 1].lower)
    if pair in (("vor", "allem"), ("unter", "anderem")):  # "schickt vor allem Zelte"
        return True
    if lower in DETERMINERS or lower in NEGATIVE:
        return not (lower in RELATIVE_PRONOUNS and i and words[i - 1].text == ",")
    if lower in BOUNDS and i + 1 < noun and (words[i + 1].lower[:1].isdigit() or words[i + 1].lower in BOUNDS | MORE):
        return True
    if lower in MORE:
        return True
    if word.is_noun or lower in PREPOSITIONS or lower in NOT_ADJECTIVES:
        return lower in QUANTITIES
    if word.text[0].islower() and not word.form and words[i + 1].lower.endswith(PARTICIPLE_ENDINGS) and i + 1 < noun:
        return True  # "dringend benötigte", "längst zugesagte"
    adjective = lower[:1].isalpha() and lower[-1] in "enrsm"
    return adjective and (word.opens or word.text[0].islower()) and not _is_predicate(word)


def _is_predicate(word: Word) -> bool:
    """A verb form that cannot be an adjective as well."""
    return bool(word.form) and not word.lower.endswith(PARTICIPLE_ENDINGS)
