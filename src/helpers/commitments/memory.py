"""Which measures a sentence names, also by words that only point to one named before. Sentences in reading order →
mentions.

    "Deutschland schickt 300 Soldaten. An dem Einsatz beteiligt sich auch Polen."    → the mission: troops
    "Kiew fordert Marschflugkörper. Der Kanzler schließt eine Lieferung aus."        → the delivery: weapons
    "Die Schweiz bot nach dem Erdbeben Hubschrauber an."                             → in a disaster: humanitarian aid

The words stand in lexicon/measure_echoes.csv and lexicon/relief.csv.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from ..countries import country_of
from ..grammar import Sentence
from ..grammar.morphology import INFINITIVE, PARTICIPLE
from ..grammar.words import PREPOSITIONS
from ..lexicon import rows
from . import words as lexicon
from .patterns import Patterns
from .words import Mention, word_set

BACK = 3  # how many sentences a word may point back
FAR_BACK = 5  # "die Mission"
RELIEF, TRAINING, TROOPS = "humanitarian aid", "training", "troops"
SPECIFIED_BY = word_set("von vom der des eines einer deren dessen an am für mit")  # "die Lieferung von Panzern"
MISSION, NUMBER, PRONOUN = "mission", "number", "pronoun"
HELP = word_set("hilfe hilfen unterstützung beistand")
AID = frozenset({"hilfe", "hilfen"})  # humanitarian, unless it points to weapons or money
MARKS = ".,;:!?()[]„“”\"»«‚‘’'–-"
LEAST = 2  # words about a disaster that make an article one about it; in its lead one is enough
LEAD = 50  # words


class Memory:
    """The measures of one article, sentence by sentence; whether the article is about a disaster."""

    def __init__(self, text: str):
        words = [word.strip(MARKS) for word in text.lower().split()]
        parts = Counter(part for word in words for part in _relief_parts(word))
        in_lead = any("topic" in _relief_parts(word) for word in words[:LEAD])
        self.relief = parts["topic"] > parts["war"] and (in_lead or parts["topic"] >= LEAST)
        self.named: list[tuple[int, Mention]] = []  # (number of the sentence, mention)
        self.number = 0
        self.here: list[Mention] = []  # those of the sentence read last

    def mentions(self, sentence: Sentence) -> list[Mention]:
        """The measures that a sentence names, in order."""
        self.number += 1
        self.here = self._read(sentence)
        return self.here

    def _read(self, sentence: Sentence) -> list[Mention]:
        words = [word.lower for word in sentence.words]
        own = lexicon.mentions(words)
        if self.relief:
            aid = [m for m in (_aid_at(i, words) for i in range(len(words))) if m is not None]
            aid = [m for m in aid if not any(o.start <= m.start < o.end and o.end - o.start > 1 for o in own)]
            taken = {mention.start for mention in aid}
            own = sorted([*aid, *(m for m in own if m.start not in taken)], key=lambda mention: mention.start)
        own = sorted([*own, *_missions(words, own, self.relief)], key=lambda mention: mention.start)
        pointing = [i for i, word in enumerate(words) if word in echoes() or _counts_alone(sentence, i)]
        if not pointing:
            self.named += [(self.number, mention) for mention in own]
            return own
        found = []
        for i, word in enumerate(words):
            here = [mention for mention in own if mention.start == i]
            pointed = []
            if not here and _counts_alone(sentence, i):
                pointed = self._before("keine", i)
            elif word in echoes() and (not here or self._is_open(word)) and _points_back(sentence, i):
                pointed = self._before(word, i)
                if not pointed and echoes()[word][1] == MISSION and _is_abroad(sentence, i):
                    pointed = [Mention(i, i + 1, RELIEF if self.relief else TROOPS, frozenset({"join"}))]
            found += pointed or here
            self.named += [(self.number, mention) for mention in here if not pointed]
        return found

    def last(self) -> list[Mention]:
        """What was named last, in this sentence or the one before: the measure of "Finnland diskutiert noch"."""
        recent = [(number, mention) for number, mention in self.named if self.number - number < 2]
        return [m for number, m in recent if (number, m.start) == (recent[-1][0], recent[-1][1].start)]

    def _is_open(self, word: str) -> bool:
        """Whether what was named before says more than the word itself."""
        return echoes()[word][1] == MISSION or (word in AID and not self.relief)

    def _before(self, word: str, index: int) -> list[Mention]:
        """What was named last that the word can point to."""
        acts, kind = echoes()[word]
        last = None
        found: list[Mention] = []
        for number, mention in reversed(self.named):
            far = self.number - number >= (FAR_BACK if kind == MISSION else BACK)
            if far or (last is not None and (number, mention.start) != last):
                break
            if mention.acts & acts and not (kind == MISSION and mention.measure == TRAINING):
                last = (number, mention.start)
                shared = acts if kind == MISSION else mention.acts & acts
                found.append(replace(mention, start=index, end=index + 1, acts=shared))
        vague = (
            word in HELP and last is not None and len({m.measure for n, m in self.named if (n, m.start) == last}) > 1
        )
        return [] if vague else found


def _counts_alone(sentence: Sentence, i: int) -> bool:
    """Whether a number stands right before the verb: "Österreich hat 160 angeboten"."""
    words = sentence.words
    if not i or i + 1 >= len(words) or not words[i].text.isdigit():
        return False
    return words[i + 1].form in (PARTICIPLE, INFINITIVE) and words[i - 1].lower not in PREPOSITIONS


def _points_back(sentence: Sentence, i: int) -> bool:
    """Whether a word says no more by itself: nothing behind it tells what it is made of."""
    words = sentence.words
    kind = echoes()[words[i].lower][1]
    following = words[i + 1] if i + 1 < len(words) else None
    if following is None:
        return True
    if kind == PRONOUN:
        return bool(following.form) or not following.text[:1].isalnum()
    if kind == NUMBER:
        return not following.is_noun
    if not words[i].text[:1].isupper() or words[i - 1].lower in ("mit", "um", "zu", "zur") and i:
        return False
    behind = words[i + 2].text[:1].isalnum() if i + 2 < len(words) else False  # no particle: "schließt sich … an"
    genitive = (
        following.text[:1].islower()
        and following.lower.endswith(("er", "en"))
        and (i + 2 < len(words) and words[i + 2].is_noun and not following.form)
    )  # "die Entsendung medizinischen Personals"
    if genitive and following.lower not in PREPOSITIONS:
        return False
    specified = following.lower in SPECIFIED_BY and behind and not following.form
    return not specified or (
        following.lower in PREPOSITIONS and kind == MISSION and following.lower not in ("von", "an")
    )


def _missions(words: list[str], own: list[Mention], relief: bool) -> Iterator[Mention]:
    """Missions called after a state: "Libyen-Einsatz", "Mali-Mandat"."""
    taken = {mention.start for mention in own}
    for i, word in enumerate(words):
        state, dash, kind = word.rpartition("-")
        if dash and i not in taken and kind in echoes() and echoes()[kind][1] == MISSION and country_of(state.title()):
            yield Mention(i, i + 1, RELIEF if relief else TROOPS, frozenset({"join"}))


def _is_abroad(sentence: Sentence, i: int) -> bool:
    """Whether a mission that nothing before tells of is in a state: "ihr Einsatz im westafrikanischen Mali"."""
    words = sentence.words
    if i + 1 >= len(words) or words[i + 1].lower not in ("in", "im"):
        return False
    noun = next((word for word in words[i + 2 : i + 5] if word.is_noun), None)
    return noun is not None and country_of(noun.text) is not None


@cache
def echoes() -> dict[str, tuple[frozenset[str], str]]:
    """Word → (the kinds of act its measure takes, its class)."""
    return {row["word"]: (frozenset(row["acts"].split()), row["class"]) for row in rows("measure_echoes")}


@cache
def _relief() -> Patterns:
    """The rows of lexicon/relief.csv by their pattern."""
    found = Patterns()
    for row in rows("relief"):
        found.add(row["pattern"], row)
    return found


@lru_cache(maxsize=100_000)
def _relief_rows(word: str) -> tuple[dict[str, str], ...]:
    return tuple(_relief().find(word))


@lru_cache(maxsize=100_000)
def _relief_parts(word: str) -> frozenset[str]:
    """The parts of lexicon/relief.csv in which a word stands."""
    return frozenset(row["part"] for row in _relief_rows(word))


def _aid_at(i: int, words: list[str]) -> Mention | None:
    acts = _aid_acts(words[i])
    return Mention(i, i + 1, RELIEF, acts) if acts else None


def _aid_acts(word: str) -> frozenset[str] | None:
    return next((frozenset(row["acts"].split()) for row in _relief_rows(word) if row["part"] == "measure"), None)
