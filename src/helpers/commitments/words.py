"""The words of commitments: measures, acts and stances. CSV rows of the lexicon → matchers for words of a text.

A pattern is one or more words; * stands for any letters, # for a number ("200 Mann"), and a word of the text matches
whatever its case. A longer phrase wins over a shorter one ("militärische Hilfe" over "Hilfe"); a pattern with ! takes
words out for its measure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ..lexicon import rows
from .patterns import Patterns, glob

DIRECT = frozenset({"send", "give", "impose", "join", "pay", "fly", "talk", "support"})  # promised without an act
GIVING = ("lieferung", "lieferungen", "sendung", "sendungen", "verkäufe", "exporte", "käufe")
PROMISING = ("zusage", "zusagen", "versprechen")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `start` to `end` (exclusive) that name a measure, and the kinds of act that make a commitment of it."""

    start: int
    end: int
    measure: str
    acts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Act:
    """What a verb or noun does with a measure: kinds of act, and whether it gives (out), ends (back) or arrives."""

    kinds: frozenset[str]
    arrow: str  # out | back | arrive | plan


@dataclass(frozen=True, slots=True)
class Stance:
    """What a verb, adjective or noun makes of the act it governs."""

    stance: str
    negated: str | None  # the stance when it is negated; None: nothing certain
    frame: frozenset[str]  # object, zu, dass, ob, infinitive, dative or a preposition
    actor: str  # subject | addressee


def word_set(text: str) -> frozenset[str]:
    """The words of a closed class, written with spaces between."""
    return frozenset(text.split())


@cache
def measure_classes() -> dict[str, str]:
    """Measure → class (military, financial, humanitarian, diplomatic …), in the order of the lexicon."""
    return {row["measure"]: row["class"] for row in rows("measures")}


def mentions(words: Sequence[str]) -> list[Mention]:
    """Every naming of a measure among lower-case words, in order; overlapping ones only where neither is longer."""
    found = []
    for i, word in enumerate(words):
        for rest, measure, acts in _phrases_beginning(word):
            end = i + 1 + len(rest)
            if end <= len(words) and all(part.fullmatch(words[i + k]) for k, part in enumerate(rest, start=1)):
                found.append(Mention(i, end, measure, acts))
    return [
        mention
        for mention in found
        if not any(
            other.start <= mention.start and mention.end <= other.end
            and other.end - other.start > mention.end - mention.start
            for other in found
        )
    ]  # fmt: skip


@lru_cache(maxsize=100_000)
def _phrases_beginning(word: str) -> tuple:
    """(pattern, measure, acts) of the phrases whose first word this is; acts of one measure are joined."""
    wanted, taken_out = _patterns()
    fitting = wanted.find(word)
    if not fitting:
        return _of_compound(word)
    out = set(taken_out.find(word))
    joined: dict = {}
    for rest, measure, acts in fitting:
        if measure not in out:
            key = (tuple(part.pattern for part in rest), measure)
            joined[key] = (rest, measure, joined[key][2] | acts if key in joined else acts)
    return tuple(joined.values())


def _of_compound(word: str) -> tuple:
    """What the first part of a compound names whose second is an act or a promise: "Bombenlieferung" → bombs."""
    ending = next((ending for ending in GIVING + PROMISING if word.endswith(ending)), None)
    if ending is None or len(word) - len(ending) < 3:
        return ()
    first = word.removesuffix(ending)
    entries = _phrases_beginning(first) or _phrases_beginning(first.removesuffix("s"))
    wanted = {"give", "send"} if ending in PROMISING else {"give"}
    return tuple(entry for entry in entries if not entry[0] and wanted & entry[2])


@cache
def _patterns() -> tuple[Patterns, Patterns]:
    """By the first word of each phrase: (patterns of its other words, measure, acts); and the measures taken out."""
    wanted, taken_out = Patterns(), Patterns()
    for row in rows("measures"):
        pattern = row["pattern"].lower()
        if pattern.startswith("!"):
            taken_out.add(pattern[1:], row["measure"])
        else:
            first, *rest = pattern.split()
            wanted.add(first, (tuple(glob(part) for part in rest), row["measure"], frozenset(row["acts"].split())))
    return wanted, taken_out


@cache
def verb_acts() -> dict[str, tuple[Act, ...]]:
    """Verb (with separable particle; phrase verbs with the words beside it) → what it does."""
    return _acts("verb")


@cache
def verb_measures() -> frozenset[str]:
    """The verbs that are measures by themselves ("vermitteln")."""
    return frozenset(row["pattern"] for row in rows("measures")) & frozenset(verb_acts())


@lru_cache(maxsize=65_536)
def noun_act(noun: str) -> tuple[Act, ...]:
    """What a noun of action does ("Lieferung"); () if it is none. The whole word counts before its ending."""
    return _acts("noun").get(noun) or next(
        (acts for word, acts in _acts("noun").items() if word[0] == "*" and noun.endswith(word[1:])), ()
    )


@cache
def events() -> frozenset[str]:
    """The verbs of which the act itself is the subject: "Der Abzug begann"."""
    return frozenset(row["lemma"] for row in rows("acts") if row["part"] == "event")


@cache
def _acts(part: str) -> dict[str, tuple[Act, ...]]:
    found: dict[str, tuple[Act, ...]] = {}
    for row in rows("acts"):
        if row["part"] == part and row["act"]:
            act = Act(frozenset(row["act"].split()), row["arrow"])
            found[row["lemma"]] = (*found.get(row["lemma"], ()), act)
    return found


@cache
def stances(part: str) -> dict[str, Stance]:
    """Verb, adjective or noun (`part`) → what it makes of the act it governs; of several rows the first."""
    return {word: found[0] for word, found in _stances(part).items()}


@lru_cache(maxsize=10_000)
def verb_stance(verb: str, frame: frozenset[str]) -> Stance | None:
    """What a verb makes of an act that hangs on it in one of these ways: one decides to do it (zu), or on it (über)."""
    return next((stance for stance in _stances("verb").get(verb, ()) if stance.frame & frame), None)


@cache
def _stances(part: str) -> dict[str, list[Stance]]:
    found: dict[str, list[Stance]] = {}
    for row in rows("stances"):
        if row["part"] == part:
            frame = frozenset(row["frame"].split())
            stance = Stance(row["stance"], row["negated"] or None, frame, row["actor"])
            found.setdefault(row["lemma"], []).append(stance)
    return found


def tells(word: str, context: str) -> bool:
    """Whether a lower-case word tells of a context ("meeting", "mission" …: lexicon/contexts.csv)."""
    return context in _contexts(word)


@lru_cache(maxsize=100_000)
def _contexts(word: str) -> frozenset[str]:
    return frozenset(_context_patterns().find(word))


@cache
def _context_patterns() -> Patterns:
    found = Patterns()
    for row in rows("contexts"):
        found.add(row["pattern"], row["context"])
    return found


def forget() -> None:
    """Read the lexicon anew at the next use: for whoever changes it while the program runs."""
    for cached in (
        measure_classes, _phrases_beginning, _patterns, verb_acts, verb_measures, noun_act, events, _acts, stances,
        verb_stance, _stances, _contexts, _context_patterns,
    ):  # fmt: skip
        cached.cache_clear()
