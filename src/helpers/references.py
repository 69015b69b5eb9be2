"""Who is meant: a name, role or pronoun in a Doc → the canonical entity it stands for, or None.

    references = References(doc)       # after the `entities` component
    references.resolve(span)           # “er”, “der französische Präsident”, “Macron”, “das Weiße Haus”
    references.speaker(span)           # the same for whoever speaks, in reading order: later pronouns look back at it

The cascade goes from sure to less sure and stops at the first answer; None is better than a wrong name. Roles are
looked up in `holders`; pronouns and words that stand for a name (“der Politiker”, “die Norwegerin”) in `antecedents`,
those that stand for an institution in `institutions`.
"""

import re
from bisect import bisect_left
from functools import lru_cache
from operator import attrgetter

from spacy.tokens import Doc, Span, Token

from .antecedents import PRONOUNS, Antecedents, Person
from .finds import Entity, around, finds
from .grammar import morphology
from .holders import Holders
from .institutions import DEMONSTRATIVES, Institutions
from .lexicon import rows, words
from .offices import gender_of
from .roles import country_of, role_name, roles_beside

DETERMINERS = {"der": "m", "die": "f", "dieser": "m", "diese": "f", "des": "m", "dem": "m", "den": "m", "jener": "m"}
OWNERS = {"seiner": "m", "seinen": "m", "seinem": "m", "ihrer": "f", "ihren": "f", "ihrem": "f"}
SOURCES = frozenset(noun.lower() for table in ("source_nouns", "reporting_nouns") for noun in words(table, "noun"))
INDEFINITE = {"ein", "eine", "einer", "mehrere", "zwei", "einige", "viele"}
NEVER_HEADS = DETERMINERS.keys() | INDEFINITE | {"das", "dieses", "einem", "einen", "beide", "alle", "auch"}
ADDRESS = {"Frau": "f", "Herr": "m", "Herrn": "m", "Lady": "f", "Sir": "m"}
GENITIVE_OPENERS = {"von", "vom", "der", "des", "beim", "bei", "um", "für"}
COORDINATING = {"und", "sowie"}
COMMUNITIES = ("stadt", "gemeinde", "dorf", "land", "kanton", "region", "provinz", "staat", "republik")
SPEAKS_FOR = re.compile(r"(sprecher|vertreter|offizielle)(in)?[rn]?$", re.I)
EPITHETS = tuple(words("epithets", "ending"))
EPITHET_STATES = {row["ending"]: row["country"] for row in rows("epithets") if row["country"]}


class References:
    """The entities of one Doc, ready to say whom a span means."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.entities = finds(doc, "entities")
        self.by_token = {i: e for e in self.entities for i in range(e.span.start, e.span.end)}
        self.people = [self._person(e) for e in self.entities if e.kind == "person" and not _is_in_compound(e)]
        genders = {p.entity: p.gender for p in self.people if p.gender}
        for person in self.people:
            person.gender = genders.get(person.entity)
        self.antecedents = Antecedents(doc, list(self.people), self.by_token)
        self.holders = Holders(doc, self.people)
        self.institutions = Institutions(doc, self.entities, self.by_token, self.antecedents)
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
        first, last = (bisect_left(self.people, place, key=attrgetter("start")) for place in (span.start, span.end))
        inside = [p for p in self.people[first:last] if p.end <= span.end]
        heads = list(dict.fromkeys(p.entity for p in inside if self._is_head(self.doc[p.start : p.end], span)))
        if heads:
            return heads[0] if len(heads) == 1 else None
        beside = self._apposition(span)
        if beside:
            return beside
        if len(span) == 1 and span[0].lower_ in PRONOUNS:
            return self._antecedent(span, PRONOUNS[span[0].lower_]) or self.institutions.find(span)
        head = self._head(span)
        if head is None:
            return None
        if _is_source(head.text):
            return self._source(head, span)
        found = self._institution(head, span)
        return found if found or inside else self._native(head, span) or self._holder(head, span)

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
            named = named and not self.doc[i].text.endswith("-")  # “Landes- und Klubobmann”
            if named and not (i + 1 < span.end and self.doc[i + 1].text[:1].isupper()):
                return self.doc[i]
        return None

    def _institution(self, head: Token, span: Span) -> str | None:
        entity = self.by_token.get(head.i)
        if entity is None and SPEAKS_FOR.search(head.text):
            behind = around(self.doc, "entities", head.i + 1, span.end)
            later = [e for e in behind if head.i < e.span.start and e.span.end <= span.end]
            entity = next((e for e in later if e.kind == "organisation"), None)
        if entity is None and head.text.endswith("egierung"):
            inside = around(self.doc, "entities", span.start, head.i)
            before = [e for e in inside if span.start <= e.span.start]
            entity = next((e for e in before if e.kind in ("country", "nationality")), None)  # “Norwegens Regierung”
        elif entity is not None and entity.kind == "nationality":
            plural = span[0].lower_ == "die" and head.text == entity.span.text and not head.text.endswith("in")
            entity = entity if plural and head.text.endswith(("n", "er")) else None
        elif entity is not None and entity.kind == "person":
            entity = None
        elif entity is not None and entity.kind == "place" and _belongs_to_institution(entity, span):
            entity = None  # “die Staatsanwaltschaft Bonn” is not the town
        elif entity is not None and "-" in head.text and role_name(head.text)[0]:
            entity = None  # “NATO-Generalsekretär”: a person
        if entity is not None and self._is_joined(entity, span):
            return None
        return entity.entity if entity is not None else None

    def _is_joined(self, entity: Entity, span: Span) -> bool:
        """Whether the phrase names further ones beside an entity: “Italien und Polen”."""
        joined = (t.i for t in self.doc[entity.span.end : span.end - 1] if t.lower_ in COORDINATING)
        behind = (self.by_token.get(i + 1 + (self.doc[i + 1].lower_ in DETERMINERS)) for i in joined)
        return any(other is not None and other.kind == entity.kind for other in behind)

    def _source(self, head: Token, span: Span) -> str | None:
        """Whose words a phrase names: “Angaben der Polizei”, “seiner Ansicht”; “Angaben aus Paris” are nobody's."""
        if any(t.lower_ == "eigenen" for t in self.doc[span.start : head.i]):
            return self.antecedents.subject(span.start)
        if span[0].lower_ in DEMONSTRATIVES:
            return self.institutions.demonstrative(span)
        owner = next((OWNERS[t.lower_] for t in self.doc[span.start : head.i] if t.lower_ in OWNERS), None)
        if owner:
            return self._antecedent(span, owner)
        after = self.doc[head.i + 1].lower_ if head.i + 1 < span.end else ""
        if after not in {"der", "des", "von", "vom"}:
            return None
        behind = around(self.doc, "entities", head.i + 1, span.end)
        named = [e for e in behind if head.i < e.span.start and e.span.end <= span.end]
        between = self.doc[head.i + 2 : named[0].span.start] if named else ()
        if named and not any(t.text[:1].isupper() for t in between):
            return named[0].entity if named[0].kind not in ("place", "nationality") else None
        owner_head = self._head(self.doc[head.i + 1 : span.end])
        is_last = owner_head is not None and owner_head.i == span.end - 1  # “Angaben der Ministerin”
        return self._holder(owner_head, self.doc[head.i + 1 : span.end]) if is_last else None

    # roles

    def _native(self, head: Token, span: Span) -> str | None:
        """“der Norweger”, “die Französin”: one of a people, named just before."""
        entity = self.by_token.get(head.i)
        if entity is None or entity.kind != "nationality" or span[0].lower_ not in ("der", "die"):
            return None
        gender = DETERMINERS[span[0].lower_]
        return self._antecedent(span, gender, entity.country) if gender == "m" or head.text.endswith("in") else None

    def _holder(self, head: Token, span: Span) -> str | None:
        """The person whose role the phrase names: from this article, else from the office table."""
        name, gender = role_name(head.text)
        if span[0].lower_ in INDEFINITE:
            return None
        if not name:
            return self._taken_up(head.text, gender, span)
        determiner = DETERMINERS.get(span[0].lower_)
        aged = name.endswith("ährige") and head.text.endswith("e")  # “die 16-Jährige”: one
        if determiner == "f" and gender != "f" and span[0].lower_ in {"die", "diese"} and not aged:
            return None  # “die Minister”: several
        gender = determiner if aged else gender
        country = country_of(self.by_token, head, span.start)
        last = self.last[1] if self.last is not None else None
        found, is_borne = self.holders.find(name, gender, country, span, exact="-" in head.text, last=last)
        return found or (None if is_borne else self._taken_up(name, gender, span))

    def _taken_up(self, name: str, gender: str | None, span: Span) -> str | None:
        """Whom a word takes up that says of nobody before that they are one: “der Politiker”, “die SPD-Chefin”."""
        article, head = span[0].lower_, self._head(span)
        if (article not in DETERMINERS and article != "das") or self._is_introduced(span, head):
            return None
        gender = gender or DETERMINERS.get(article)
        if name.lower().endswith(EPITHETS):
            state = EPITHET_STATES.get(name.lower()) or country_of(self.by_token, head, span.start)
            return self._antecedent(span, gender, state)
        leads = name == "Chef" and self.by_token.get(head.i) is not None
        return self.antecedents.find(span, gender, self.last, alone=True) if leads else None

    def _is_introduced(self, span: Span, head: Token) -> bool:
        """Whether a phrase is about somebody new or several: “der Experte von Greenpeace”, “die beiden Sängerinnen”."""
        if head.text.endswith("innen") or any(t.lower_ == "beiden" for t in span):
            return True
        behind, beyond = (self.doc[i].text if i < len(self.doc) else "" for i in (head.i + 1, head.i + 2))
        if behind == ",":
            return beyond.istitle()
        if behind in {"der", "des"}:
            return beyond[:1].isalpha()  # “die Autorin der „Zeit“” may be the dative
        return head.i + 1 < span.end and behind in {"von", "vom", "beim", "bei", "an", "aus", "für"}

    def _person(self, find: Entity) -> Person:
        roles = tuple(roles_beside(self.by_token, find.span))
        genders = [r.gender for r in roles if r.gender]
        before = self.doc[find.span.start - 1].text if find.span.start else ""
        gender = ADDRESS.get(before) or gender_of(find.entity) or (genders[0] if genders else None)
        return Person(find.entity, find.span.start, find.span.end, gender, False, roles, find.country)

    def _antecedent(self, span: Span, gender: str | None, country: str | None = None) -> str | None:
        return self.antecedents.find(span, gender, self.last, country)


def _is_in_compound(name: Entity) -> bool:
    """Whether a name only begins a word for somebody or something else: “ein Merz-Berater”."""
    word = name.span.text
    return len(name.span) == 1 and "-" in word and word.removesuffix("s") not in name.entity


def _belongs_to_institution(place: Entity, span: Span) -> bool:
    """Whether the name of a place ends that of an institution: “die Staatsanwaltschaft Bonn”, not “die Stadt Bonn”."""
    before = place.span.doc[place.span.start - 1] if place.span.start > span.start else None
    noun = before is not None and before.text[:1].isupper() and before.lower_ not in NEVER_HEADS
    return noun and not before.lower_.endswith(COMMUNITIES)


@lru_cache(maxsize=50_000)
def _is_source(word: str) -> bool:
    """Words for what somebody says or thinks: “Angaben”, “Ansicht”, “Presseberichten”."""
    return word[:1].isupper() and morphology.lemma(word).lower() in SOURCES
