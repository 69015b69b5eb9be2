"""What a single German word can be: its lemma and its verb form. str → str.

No light library gives mood, so the forms follow from the lemma: subjunctive I is stem + e (Duden: Die
Grammatik, "Konjunktiv I"), subjunctive II of strong verbs and auxiliaries is a closed list. The plural of the
present equals the infinitive; here it is called INFINITIVE and the clause decides.

    >>> form("komme"), form("käme"), form("gekommen"), form("anzukommen"), form("Komma")
    ('subjunctive I', 'subjunctive II', 'participle', 'zu-infinitive', '')
"""

import re
from functools import lru_cache

import simplemma

from ..lexicon import rows
from .words import (
    ASSEMBLIES,
    FINITE_FORMS,
    NEVER_VERBS,
    SEPARABLE_PARTICLES,
    SUBJUNCTIVE_I_FORMS,
    SUBJUNCTIVE_II_FORMS,
    TIME_ENDINGS,
    TIME_NOUNS,
)

FINITE = "finite"  # indicative, seen from the word alone
SUBJUNCTIVE_I = "subjunctive I"
SUBJUNCTIVE_II = "subjunctive II"
PARTICIPLE = "participle"
INFINITIVE = "infinitive"
ZU_INFINITIVE = "zu-infinitive"  # only with the zu inside: "anzukommen"
NO_VERB = ""

SUBJUNCTIVES = frozenset({SUBJUNCTIVE_I, SUBJUNCTIVE_II})
FINITES = SUBJUNCTIVES | {FINITE}

_CORRECTIONS = {row["form"]: row["lemma"] for row in rows("lemma_corrections")}
_FOREIGN_VERB = re.compile(r"([a-zäöü]{2,})iert(?:e|en)?")
_ZU_INSIDE = re.compile(rf"({'|'.join(SEPARABLE_PARTICLES)})zu([a-zäöüß]{{3,}}n)")
_WEAK_PARTICIPLE = re.compile(
    rf"((?:{'|'.join(SEPARABLE_PARTICLES)})?)ge([a-zäöüß]{{2,}}?)e?t|((?:be|er|ver|ent|zer)[a-zäöü]{{3,}}?)e?t"
)
_NO_PARTICIPLES = ("haft", "recht", "samt", "licht", "geeignet", "bekannt", "bereit", "erst")
_UNSTRESSED_PREFIXES = ("be", "er", "ver", "ge", "ent", "emp", "zer", "miss", "un", "üb")
STRONG_IN_T = ("bot", "bat", "hielt", "riet", "trat", "tat", "litt", "stritt", "schnitt", "galt", "glitt", "focht")
_UMLAUTS = str.maketrans("äöü", "aou")
_VERBS_IN_ISCHEN = ("mischen", "fischen", "wischen", "zischen", "tischen", "frischen")


@lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """The dictionary form of a word as written ("erklärte" → "erklären", "Länder" → "Land")."""
    known = _CORRECTIONS.get(word)
    if known:
        return known
    base = simplemma.lemmatize(word, "de")
    if base == word and (inside := _ZU_INSIDE.fullmatch(word)) and simplemma.is_known(inside[2], "de"):
        return inside[1] + inside[2]  # "mitzutragen": the dictionary lacks many
    if base == word and (verb := _verb_of_participle(word)):
        return verb
    foreign = _FOREIGN_VERB.fullmatch(word) if base == word else None  # "resümiert": the dictionary lacks many
    return foreign[1] + "ieren" if foreign else base


def _verb_of_participle(word: str) -> str | None:
    """ "angedeutet" → "andeuten", "vergewaltigt" → "vergewaltigen": a participle that the dictionary takes for a
    lemma."""
    match = _WEAK_PARTICIPLE.fullmatch(word)
    if match is None or word.endswith(_NO_PARTICIPLES):
        return None
    inner = word[len(match[1] or "") :]
    if match[1] and (verb := simplemma.lemmatize(inner, "de")) != inner:
        return match[1] + verb  # "vorgebracht": "gebracht" is known
    stem = match[2] or match[3]
    verb = stem + ("n" if stem.endswith(("er", "el")) else "en")
    return (match[1] or "") + verb if simplemma.is_known(verb, "de") else None


@lru_cache(maxsize=200_000)
def is_known(word: str) -> bool:
    """Whether the dictionary holds this form; names mostly are not in it."""
    return simplemma.is_known(word, "de")


@lru_cache(maxsize=200_000)
def form(word: str) -> str:
    """Which verb form a lower-case word is (see the constants above); "" if it is no verb."""
    if not word[:1].islower() or word in NEVER_VERBS:
        return NO_VERB
    if word in SUBJUNCTIVE_II_FORMS:
        return SUBJUNCTIVE_II
    if word in SUBJUNCTIVE_I_FORMS:
        return SUBJUNCTIVE_I
    if word in FINITE_FORMS:
        return FINITE
    base = lemma(word)
    if not _is_infinitive(base) or base in NEVER_VERBS:
        return NO_VERB
    if word == base and word.endswith("ischen") and not word.endswith(_VERBS_IN_ISCHEN):
        return NO_VERB  # "jemenitischen": an adjective that the dictionary lacks
    if _is_subjunctive_i(word, base):
        return SUBJUNCTIVE_I
    if word == base and is_known(word):
        return INFINITIVE
    if word.endswith(("end", "ende", "enden")) or _is_declined(word):
        return NO_VERB
    if _is_subjunctive_ii(word):
        return SUBJUNCTIVE_II
    if word == base:
        return INFINITIVE
    return _participle_or_infinitive(word, base) or FINITE


def _is_declined(word: str) -> bool:
    """An attributive participle or adjective: "gesunkener", "umstrittene", no "wies" and no "schienen"."""
    if word.endswith(("enen", "ene")):
        return not word.endswith(("ienen", "iene"))
    return word.endswith(("er", "em")) or (word.endswith("es") and not word.endswith("ies"))


def _is_infinitive(base: str) -> bool:
    return base == "tun" or (len(base) >= 4 and base.islower() and base.endswith(("en", "ern", "eln")))


def _is_subjunctive_i(word: str, base: str) -> bool:
    """stem + e; verbs on -eln and -ern drop a vowel ("fordere", "fordre", "handle")."""
    if not word.endswith("e"):
        return False
    if base == word + "n" or word == "tue" or (word.endswith(("le", "re")) and base == word[:-1] + "n"):
        return True
    return base in (word[:-2] + "e" + word[-2] + "n",) and word[-2] in "lr"


def _is_subjunctive_ii(word: str) -> bool:
    """Strong preterite, with umlaut where it can have one, + e ("fände", "ginge") or + en where the umlaut shows it
    ("fänden")."""
    stem = word.removesuffix("n").removesuffix("e")
    preterite = stem.translate(_UMLAUTS)
    if not word.endswith(("e", "en")) or (preterite == stem and word.endswith("n")):
        return False
    if preterite.endswith("t") and not preterite.endswith(STRONG_IN_T):
        return False  # "sagte"
    verb = lemma(preterite)
    return is_known(preterite) and _is_infinitive(verb) and not verb.startswith(preterite[:-1])


def _participle_or_infinitive(word: str, base: str) -> str:
    ends_like_participle = word.endswith(("t", "en"))
    if word.startswith("ge") and not base.startswith("ge") and ends_like_participle:
        return PARTICIPLE
    for particle in SEPARABLE_PARTICLES:
        if not (word.startswith(particle) and base.startswith(particle)):
            continue
        if word.startswith(particle + "ge") and not base.startswith(particle + "ge") and ends_like_participle:
            return PARTICIPLE
        if word.startswith(particle + "zu") and not base.startswith(particle + "zu"):
            return ZU_INFINITIVE
    strong = word.endswith("en") and not word.endswith("ten") and word[:-2] != base[:-2]
    prefixes = (p for p in _UNSTRESSED_PREFIXES if word.startswith(p) and base.startswith(p))
    if strong and (prefix := next(prefixes, None)) and not _is_strong_preterite(word, base, prefix):
        return PARTICIPLE  # "beschlossen"; the preterite plural of the same shape is rarer in news
    return NO_VERB


def _is_strong_preterite(word: str, base: str, prefix: str) -> bool:
    """ "befanden", "bekamen": the verb without its prefix has another participle ("gefunden", "gekommen")."""
    simple = word[len(prefix) :]
    if is_known("ge" + simple):
        return False
    return lemma(simple) not in (simple, base) or ("a" in simple and "a" not in base)


@lru_cache(maxsize=100_000)
def is_time(noun: str) -> bool:
    """Whether a noun names a time ("Montagabend", "Jahr"), so that its phrase is an adverbial, not a
    subject."""
    lower = noun.lower()
    return lower in TIME_NOUNS or (lower.endswith(TIME_ENDINGS) and not lower.endswith(ASSEMBLIES))
