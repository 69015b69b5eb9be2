"""Who is meant: a name, role or pronoun in a Doc → the canonical entity it stands for, or None.

    references = References(doc)       # after the `entities` component
    references.resolve(span)           # “er”, “der französische Präsident”, “Macron”, “das Weiße Haus”
    references.speaker(span)           # the same for whoever speaks, in reading order: later pronouns look back at it

The cascade goes from sure to less sure and stops at the first answer; None is better than a wrong name.
Roles come from appositions anywhere in the article (“der ukrainische Präsident Wolodymyr Selenskyj”, “Merkel, die
Kanzlerin”), then from the office table by state and date. Pronouns take the nearest antecedent that agrees in gender
and number, subjects and the last speaker first (Lappin and Leass 1994, their salience factors reduced to three).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from spacy.tokens import Doc, Span, Token

from .finds import Entity, finds
from .grammar import morphology
from .grammar.words import PREPOSITIONS
from .lexicon import words
from .offices import gender_of, holder, of_role, office_of, persons
from .roles import Role, country_of, is_generic, role_name, roles_beside, same_role

PRONOUNS = {"er": "m", "sie": "f", "dieser": "m", "diese": "f", "letzterer": "m", "letztere": "f"}
DETERMINERS = {"der": "m", "die": "f", "dieser": "m", "diese": "f", "des": "m", "dem": "m", "den": "m", "jener": "m"}
OWNERS = {"seiner": "m", "seinen": "m", "seinem": "m", "ihrer": "f", "ihren": "f", "ihrem": "f"}
SOURCES = tuple(noun.lower() for noun in words("source_nouns", "noun"))
INDEFINITE = {"ein", "eine", "einer", "mehrere", "zwei", "einige", "viele"}
NEVER_HEADS = DETERMINERS.keys() | INDEFINITE | {"das", "dieses", "einem", "einen", "beide", "alle", "auch"}
ADDRESS = {"Frau": "f", "Herr": "m", "Herrn": "m", "Lady": "f", "Sir": "m"}
GENITIVE_OPENERS = {"von", "vom", "der", "des", "beim", "bei", "um", "für"}
COORDINATING = {"und", "sowie"}
SPEAKS_FOR = re.compile(r"(sprecher|vertreter|offizielle)(in)?[rn]?$", re.I)
SENTENCES_BACK = 2  # how far a pronoun looks
LAST_SPEAKER, SUBJECT, KNOWN_GENDER = 1.0, 0.8, 0.3  # what makes an antecedent likelier, in sentences of distance


@dataclass(slots=True)
class Person:
    """One mention of a person, with the roles that stand beside it."""

    find: Entity
    roles: tuple[Role, ...]
    gender: str | None
    is_subject: bool


class References:
    """The entities of one Doc, ready to say whom a span means."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.entities = finds(doc, "entities")
        self.by_token = {i: e for e in self.entities for i in range(e.span.start, e.span.end)}
        self.sentence = {token.i: number for number, sentence in enumerate(doc.sents) for token in sentence}
        breaks = (token.is_space and "\n" in token.text for token in doc)
        self.paragraph = list(accumulate(breaks, initial=0))
        first: dict[int | None, Entity] = {}
        for entity in self.entities:
            if entity.kind == "person" and not self._is_governed(entity.span):
                first.setdefault(self.sentence.get(entity.span.start), entity)
        self.subjects = first  # the first person of a sentence that no preposition governs is mostly its subject
        self.people = [self._person(e) for e in self.entities if e.kind == "person"]
        genders = {p.find.entity: p.gender for p in self.people if p.gender}
        for person in self.people:
            person.gender = genders.get(person.find.entity)
        self.speakers: dict[tuple[int, int], str | None] = {}
        self.last: tuple[Span, str | None] | None = None  # who spoke last, named or not

    def speaker(self, span: Span) -> str | None:
        """Whom the speaker of a quotation is; remembered, so that a pronoun or a second quotation finds them again."""
        place = (span.start, span.end)
        if place not in self.speakers:
            self.speakers[place] = self.resolve(span)
        self.last = (span, self.speakers[place])
        return self.speakers[place]

    def resolve(self, span: Span) -> str | None:
        """The canonical name of whoever the span names; None where the article does not settle it."""
        inside = [p for p in self.people if span.start <= p.find.span.start and p.find.span.end <= span.end]
        heads = list(dict.fromkeys(p.find.entity for p in inside if self._is_head(p.find.span, span)))
        if heads:
            return heads[0] if len(heads) == 1 else None
        beside = self._apposition(span)
        if beside:
            return beside
        if len(span) == 1 and span[0].lower_ in PRONOUNS:
            return self._antecedent(span, PRONOUNS[span[0].lower_])
        head = self._head(span)
        if head is None:
            return None
        if _is_source(head.text):
            return self._source(head, span)
        return self._institution(head, span) or (None if inside else self._holder(head, span))

    # names and institutions

    def _is_head(self, name: Span, span: Span) -> bool:
        """False where the name belongs to another word: “Trumps Sprecherin”, “ein Sprecher von Präsident Trump”."""
        after = self.doc[name.end] if name.end < span.end else None
        if after is not None and _is_source(after.text):
            return True
        if (
            after is not None
            and name.text.endswith(("s", "’", "'"))
            and after.is_title
            and after.i not in self.by_token
        ):
            return False
        before = [t for t in self.doc[span.start : name.start] if not t.is_punct]
        openers = [
            k
            for k, t in enumerate(before)
            if t.lower_ in GENITIVE_OPENERS
            and any(b.is_title for b in before[1:k])
            and before[k - 1].lower_ not in COORDINATING
        ]
        openers += [k for k, t in enumerate(before) if t.lower_ in {"von", "vom"} and k > 0]
        if not openers:
            return True
        nouns = [t for t in before[max(openers) + 1 :] if t.text[:1].isupper()]
        return bool(nouns) and not role_name(nouns[-1].text)[0]

    def _is_governed(self, name: Span) -> bool:
        """Whether a preposition stands before the phrase with the name: “mit Präsident Berger und Weiß”."""
        i = name.start - 1
        while (
            i >= 0
            and self.doc[i].lower_ not in PREPOSITIONS
            and (self.doc[i].is_title or self.doc[i].lower_ in COORDINATING or _is_attributive(self.doc[i]))
        ):
            i -= 1
        return i >= 0 and self.doc[i].lower_ in PREPOSITIONS

    def _apposition(self, span: Span) -> str | None:
        """The name behind the phrase between two commas: “Der Chef der Bank, Paul Berger, sagte …”."""
        name = self.by_token.get(span.end + 1)
        if name is None or name.kind != "person" or self.doc[span.end].text != "," or name.span.end >= len(self.doc):
            return None
        head = self._head(span)
        is_role = head is not None and role_name(head.text)[0]
        return name.entity if is_role and self.doc[name.span.end].text in {",", "("} else None

    def _head(self, span: Span) -> Token | None:
        """The head noun of a noun phrase: the last word of its first run of capitalised words."""
        for i in range(span.start, span.end):
            named = self.doc[i].text.lstrip("0123456789-")[:1].isupper() and self.doc[i].lower_ not in NEVER_HEADS
            if named and not (i + 1 < span.end and self.doc[i + 1].text[:1].isupper()):
                return self.doc[i]
        return None

    def _institution(self, head: Token, span: Span) -> str | None:
        entity = self.by_token.get(head.i)
        if entity is None and SPEAKS_FOR.search(head.text):
            later = [e for e in self.entities if head.i < e.span.start and e.span.end <= span.end]
            entity = next((e for e in later if e.kind == "organisation"), None)
        elif entity is not None and entity.kind == "nationality":
            plural = span[0].lower_ == "die" and head.text == entity.span.text and not head.text.endswith("in")
            entity = entity if plural and head.text.endswith(("n", "er")) else None
        elif entity is not None and entity.kind == "person":
            entity = None
        elif entity is not None and "-" in head.text and role_name(head.text)[0]:
            entity = None  # “NATO-Generalsekretär”: a person
        return entity.entity if entity is not None else None

    def _source(self, head: Token, span: Span) -> str | None:
        """Whose words a phrase names: “Angaben der Polizei”, “seiner Ansicht”; “Angaben aus Paris” are nobody's."""
        owner = next((OWNERS[t.lower_] for t in self.doc[span.start : head.i] if t.lower_ in OWNERS), None)
        if owner:
            return self._antecedent(span, owner)
        after = self.doc[head.i + 1].lower_ if head.i + 1 < span.end else ""
        named = [e for e in self.entities if head.i < e.span.start and e.span.end <= span.end]
        if after not in {"der", "des", "von", "vom"} or not named or named[0].kind in ("place", "nationality"):
            return None
        between = self.doc[head.i + 2 : named[0].span.start]
        return named[0].entity if not any(t.text[:1].isupper() for t in between) else None

    # roles

    def _holder(self, head: Token, span: Span) -> str | None:
        """The person whose role the phrase names: from this article, else from the office table."""
        name, gender = role_name(head.text)
        if not name or span[0].lower_ in INDEFINITE:
            return None
        determiner = DETERMINERS.get(span[0].lower_)
        aged = name.endswith("ährige") and head.text.endswith("e")  # “die 16-Jährige”: one
        if determiner == "f" and gender != "f" and span[0].lower_ in {"die", "diese"} and not aged:
            return None  # “die Minister”: several
        gender = determiner if aged else gender
        country = country_of(self.by_token, head, span.start)
        exact = "-" in head.text  # “EZB-Präsident” is no Bundesbankpräsident
        said = [
            p
            for p in self.people
            for r in p.roles
            if same_role(name, gender, country, r, p.find.country) and not (exact and r.name.lower() != name.lower())
        ]
        before = [p.find.entity for p in said if p.find.span.start < span.start]
        if before:
            return self.last[1] if self.last is not None and self.last[1] in before else before[-1]
        if len({p.find.entity for p in said}) == 1:
            return said[0].find.entity
        if determiner and not said and is_generic(name):
            return self._antecedent(span, gender or "m")
        state = of_role(name) or country
        published = self.doc._.published
        found = holder(name, state, published.date() if published else None) if state else None
        return found or self._known_holder(name, gender, country, span)

    def _known_holder(self, name: str, gender: str | None, country: str | None, span: Span) -> str | None:
        """The one person named before who held the office once: “die Kanzlerin” after “Angela Merkel”."""
        office = office_of(name)
        if office in {None, "head of state"}:
            return None  # a club has a president, too
        known = {p.find.entity for p in self.people if p.find.span.start < span.start and gender in (p.gender, None)}
        held = {
            entity
            for entity in known & persons().keys()
            if any(t.office == office and country in (t.of, None) for t in persons()[entity].terms)
        }
        return held.pop() if len(held) == 1 else None

    def _person(self, find: Entity) -> Person:
        roles = tuple(roles_beside(self.by_token, find.span))
        genders = [r.gender for r in roles if r.gender]
        before = self.doc[find.span.start - 1].text if find.span.start else ""
        gender = ADDRESS.get(before) or gender_of(find.entity) or (genders[0] if genders else None)
        return Person(find, roles, gender, self.subjects.get(self.sentence.get(find.span.start)) is find)

    # pronouns

    def _antecedent(self, span: Span, gender: str) -> str | None:
        here = self.sentence.get(span.start, 0)
        if span[0].lower_ == "sie" and _is_plural(self.doc, span):
            return None
        if self.last is not None and not self._agrees(self.last, gender, here):
            return None
        scores: dict[str, float] = {}
        for person in self.people:
            distance = here - self.sentence.get(person.find.span.start, 0)
            if person.find.span.end > span.start or distance > SENTENCES_BACK or person.gender not in (gender, None):
                continue
            if person.gender is None and self._role_between(person.find.span.end, span.start, gender):
                continue
            score = -distance + SUBJECT * person.is_subject + KNOWN_GENDER * (person.gender == gender)
            if self.last is not None and self.last[1] == person.find.entity:
                same_paragraph = self.paragraph[self.last[0].start] == self.paragraph[span.start]
                score += LAST_SPEAKER if same_paragraph else LAST_SPEAKER / 2
            scores[person.find.entity] = max(score, scores.get(person.find.entity, score))
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.25):
            return None
        return ranked[0][0]

    def _role_between(self, start: int, end: int, gender: str) -> bool:
        """Whether somebody unnamed of that gender stands nearer: “die Ministerin”."""
        article = {"m": "der", "f": "die"}[gender]
        return any(
            self.doc[i - 1].lower_ == article and role_name(self.doc[i].text)[1] == gender
            for i in range(start + 1, end)
            if i not in self.by_token or self.by_token[i].kind != "person"
        )

    def _agrees(self, last: tuple[Span, str | None], gender: str, here: int) -> bool:
        """False where somebody without a name spoke last, and the pronoun may well mean them."""
        span, entity = last
        if entity is not None or here - self.sentence.get(span.start, 0) > SENTENCES_BACK:
            return True
        head = self._head(span)
        return head is not None and (role_name(head.text)[1] or DETERMINERS.get(span[0].lower_, gender)) != gender


@lru_cache(maxsize=50_000)
def _is_source(word: str) -> bool:
    """Words for what somebody says or thinks: “Angaben”, “Ansicht”, “Presseberichten”."""
    return word[:1].isupper() and morphology.lemma(word).lower() in SOURCES


def _is_plural(doc: Doc, span: Span) -> bool:
    """Whether “sie” stands with a plural verb: “sagten sie”, “sie erklärten”."""
    beside = [doc[i].lower_ for i in (span.start - 1, span.end) if 0 <= i < len(doc)]
    return any(word.endswith("en") and word[:1].isalpha() for word in beside)


def _is_attributive(token: Token) -> bool:
    """An article or adjective before a noun."""
    return token.lower_ in DETERMINERS or (
        token.is_lower
        and token.lower_.endswith(("en", "er", "em"))
        and (token.lower_ not in PREPOSITIONS and not morphology.form(token.lower_))
    )
