"""Which institution “er” or “sie” means, and whom “dessen”, “deren”: a pronoun in a Doc → a canonical name or None.

An institution has the grammatical gender of its noun, which the article shows by its determiners (“der Bundesrat”, “in
der Nato”). A personal pronoun is taken to mean one only where no person and no second institution near by can be meant;
a demonstrative genitive means the nearest antecedent but the subject (Duden: Die Grammatik, “Demonstrativpronomen”).
"""

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from spacy.tokens import Doc, Span, Token

from .antecedents import Antecedents
from .finds import Entity
from .grammar import morphology
from .grammar.agency import can_act
from .grammar.words import PREPOSITIONS

PRONOUNS = {"er": "m", "sie": "f"}
DEMONSTRATIVES = {"dessen": frozenset("mn"), "deren": frozenset("fp")}  # p: plural
# the genders a determiner leaves open; “der” depends on what stands before it
DETERMINERS = {"die": "fp", "eine": "f", "das": "n", "den": "mp", "einen": "m", "dem": "mn", "einem": "mn", "des": "mn"}
DETERMINERS |= {"ein": "mn", "diese": "fp", "dieses": "n", "diesen": "mp", "diesem": "mn", "dieser": "mf"}
DETERMINERS |= {"sein": "mn", "ihr": "mn", "seine": "fp", "ihre": "fp", "seinen": "mp", "ihren": "mp"}
DETERMINERS |= {"im": "mn", "am": "mn", "vom": "mn", "zum": "mn", "beim": "mn", "ins": "n", "zur": "f"}
ANY_GENDER = frozenset("mfnp")
LONGEST_ATTRIBUTE = 4  # words between a determiner and its noun
FARTHEST = 30  # words between a demonstrative and its antecedent
ACTORS = frozenset({"person", "organisation", "country"})


class Institutions:
    """The institutions of one Doc with their genders; `antecedents` knows its persons and sentences."""

    def __init__(self, doc: Doc, entities: list[Entity], named: dict[int, Entity], antecedents: Antecedents):
        self.doc, self.named, self.antecedents = doc, named, antecedents
        self.mentions = [e for e in entities if e.kind == "organisation"]
        self.genders: dict[str, frozenset[str]] = {}
        for mention in self.mentions:
            shown = self._shown_gender(mention.span)
            self.genders[mention.entity] = self.genders.get(mention.entity, ANY_GENDER) & shown or shown

    def find(self, pronoun: Span) -> str | None:
        """The one institution that a personal pronoun can mean, if it can mean nobody else."""
        gender, knows = PRONOUNS.get(pronoun[0].lower_), self.antecedents
        if gender is None or knows.is_quoted(pronoun.start):
            return None
        first = knows.window(pronoun.start)
        people = _between(knows.people, first, pronoun.start, key=attrgetter("start"))
        if any(person.gender in (gender, None) for person in people):
            return None
        near = _between(self.mentions, first, pronoun.start, key=attrgetter("span.start"))
        near = [m.entity for m in near if gender in self.genders[m.entity] and not knows.is_quoted(m.span.start)]
        if len(set(near)) != 1 or self.genders[near[0]] != {gender}:
            return None
        return None if any(gender in shown for shown in self._unnamed(first, pronoun.start)) else near[0]

    def demonstrative(self, span: Span) -> str | None:
        """Whom “dessen” or “deren” at the head of a phrase means: the nearest actor of that gender but the subject."""
        genders = DEMONSTRATIVES[span[0].lower_]
        opens = self.antecedents.sentence(span.start) != self.antecedents.sentence(max(0, span.start - 2))
        first = self.antecedents.window(span.start, back=int(opens))
        for i in range(span.start - 1, max(first, span.start - FARTHEST) - 1, -1):
            entity = self.named.get(i)
            if entity is None:
                noun = self.doc[i : i + 1]
                if noun.text[:1].isupper() and can_act(noun.text) and genders & self._shown_gender(noun):
                    return None  # somebody unnamed is nearer
            elif entity.kind in ACTORS and genders & self._genders(entity):
                relative = entity.span.end == span.start - 2 and self.doc[span.start - 2].text == ","
                subject = not opens and not relative and entity.span.start <= first + 1
                return None if subject else entity.entity
        return None

    def _genders(self, entity: Entity) -> frozenset[str]:
        if entity.kind != "person":
            return self.genders.get(entity.entity) or self._shown_gender(entity.span)
        return frozenset(self.antecedents.gender.get(entity.entity, "mf"))

    def _unnamed(self, first: int, end: int) -> Iterator[frozenset[str]]:
        """The genders of those who may act and are no known entity; a bare unknown word may be anybody's name."""
        for i in range(first, end):
            word = self.doc[i].text
            if i not in self.named and word[:1].isupper() and can_act(word):
                shown = self._shown_gender(self.doc[i : i + 1])
                if shown != ANY_GENDER or not morphology.is_known(word):
                    yield shown

    def _shown_gender(self, noun: Span) -> frozenset[str]:
        """The genders that the determiner of a noun, and the verb behind it, leave open."""
        doc, i = self.doc, noun.start - 1
        while i > 0 and noun.start - i < LONGEST_ATTRIBUTE and _is_adjective(doc[i]):
            i -= 1
        lower = doc[i].lower_ if i >= 0 else ""
        if lower in ("der", "einer"):
            governed = i > 0 and (doc[i - 1].lower_ in PREPOSITIONS or doc[i - 1].text[:1].isupper())
            opens = i == 0 or doc[i].is_title
            return frozenset("fp" if governed and not opens else "m" if opens and lower == "der" else "mf")
        shown = frozenset(DETERMINERS.get(lower, ANY_GENDER))
        behind = doc[noun.end].text if noun.end < len(doc) else ""
        if shown == frozenset("fp") and doc[i].is_title and morphology.form(behind) in morphology.FINITES:
            return frozenset("p" if behind.endswith("en") or behind == "sind" else "f")
        return shown


def _is_adjective(token: Token) -> bool:
    determiner = token.lower_ in DETERMINERS or token.lower_ in ("der", "einer")
    return token.is_lower and token.lower_.endswith(("e", "en")) and not determiner


def _between(items: list, start: int, end: int, *, key) -> list:
    """The items, sorted by `key`, whose key lies in a range."""
    return items[bisect_left(items, start, key=key) : bisect_left(items, end, key=key)]
