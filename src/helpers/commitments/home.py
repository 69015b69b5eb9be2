"""Whether an act stays inside the acting state: then it is nobody's commitment. Doc, candidate → bool.

What a state does at home (police, its own army at its own border, money for its own people) and its own war are left
out, unless the sentence, one before or the article is about another state or a mission. The words that tell stand in
lexicon/contexts.csv.
"""

from collections import Counter
from functools import cached_property

from spacy.tokens import Doc, Span

from ..entities.candidate import words_of
from ..finds import finds
from .actors import Actors
from .candidate import Candidate
from .state_words import kind_of
from .words import tells

AT_HOME = frozenset({"troops", "humanitarian aid", "funding", "logistics", "training", "weapons", "naval support"})


class Topic:
    """Which states an article is about, to tell what a state does at home from what it does for others."""

    def __init__(self, doc: Doc, actors: Actors):
        self.doc, self.actors = doc, actors
        self.mentions = Counter(
            entity.country for entity in finds(doc, "entities")
            if entity.country and entity.kind in ("country", "nationality", "place")
        )  # fmt: skip
        self.abroad: set[tuple[str, str]] = set()  # (state, measure) that a sentence before put into another state

    @cached_property
    def allied(self) -> bool:
        """Whether the article is about an alliance."""
        return any(tells(word.lower(), "alliance") for word in words_of(self.doc))

    def _is_one_of_many(self, country: str) -> bool:
        """Whether a state is one of several in the article rather than at war itself."""
        return len(self.mentions) >= 4 and self.mentions[country] * 3 <= sum(self.mentions.values())

    def is_at_home(self, sentence: Span, country: str | None, candidate: Candidate, stance: str) -> bool:
        """Whether an act stays inside the acting state, or is its own war: neither the sentence nor the article is
        about another state or a mission. Money is nobody's commitment unless the sentence names another state."""
        acts, measure = candidate.mention.acts, candidate.mention.measure
        money = "pay" in acts
        done = stance in ("delivered", "pledged", "willing", "withdrawn") and measure in AT_HOME
        done = done and (stance, measure) != ("withdrawn", "troops")  # troops are called home from abroad
        if country is None:
            return False
        if measure in AT_HOME and _tells(sentence, "unrest"):
            return True
        flown = measure == "air support" and ("fly" in acts or candidate.arrow == "stay")
        if not (money or done or flown or "talk" in acts):
            return False
        if flown and not (self.allied or self._is_one_of_many(country)) and stance not in ("ruled out", "withdrawn"):
            return True
        if candidate.stance is None and _tells(sentence, "border"):
            return True
        others = {self.actors.country_at(i) for i in range(sentence.start, sentence.end)} - {None, country}
        if others or _names_no_state(sentence) or _tells(sentence, "region"):
            self.abroad.add((country, measure))
            return False
        if (country, measure) in self.abroad:
            return False
        if _tells(sentence, "mission") or (money and _tells(sentence, "relief")):
            return False
        if measure == "funding" and _tells(sentence, "company"):
            return True
        own = self.mentions[country]
        foreign = sum(self.mentions.values()) - own
        if candidate.verb.lemma == "sein" and not foreign:
            return True
        at_least = 1 if candidate.verb.lemma == "sein" or "talk" in acts else 2
        return (own >= at_least and own > foreign) or (money and not foreign)


def _names_no_state(sentence: Span) -> bool:
    """Whether another state is meant by a common noun: "an ärmere Länder", "im Land", "dem Inselstaat"."""
    for i, token in enumerate(sentence):
        kind = kind_of(token.lower_)
        before = sentence[i - 1].lower_ if i else ""
        if kind == ("land", None) and before in ("im", "dem", "ins") or (kind == ("group", None) and i):
            return True
    return False


def _tells(sentence: Span, context: str) -> bool:
    return any(tells(token.lower_, context) for token in sentence)
