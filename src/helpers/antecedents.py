"""Whom “er”, “sie” and words that stand for a name take up: a pronoun in a Doc → the canonical name, or None.

The nearest antecedent that agrees in gender, subjects and the last speaker first (Lappin and Leass 1994, their salience
factors reduced to three). A pronoun that is the subject of a sentence is itself a mention: “Er dankte Weiß. „Ja“, sagte
er.” Names that stand in somebody's quoted words are no antecedents outside them. Distance is counted in outer
sentences, so that a long quotation parts nobody from their pronoun.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, takewhile
from operator import attrgetter

from spacy.tokens import Doc, Span

from .finds import Entity
from .grammar import analyse, morphology
from .grammar.words import PREPOSITIONS
from .roles import Role, role_name

PRONOUNS = {"er": "m", "sie": "f", "dieser": "m", "diese": "f", "letzterer": "m", "letztere": "f"}
_start = attrgetter("start")
ARTICLES = {"m": "der", "f": "die"}
SENTENCES_BACK = 2  # how far a pronoun looks
LAST_SPEAKER, SUBJECT, KNOWN_GENDER = 1.0, 0.8, 0.3  # what makes an antecedent likelier, in sentences of distance
IN_CONTENT = -1.5  # “Weiß habe gelogen, sagte er”: names in what he says
MARGIN = 0.25  # by which the likeliest must lead
FARTHEST = 40  # words between a preposition and the last name it governs
COORDINATING = frozenset({"und", "sowie"})
# people without a name; a pronoun behind one may well mean them
UNNAMED = {
    "m": frozenset({"Mann", "Mannes", "Sohn", "Sohnes", "Vater", "Vaters", "Bruder", "Bruders", "Junge", "Jungen"}),
    "f": frozenset({"Frau", "Tochter", "Mutter", "Schwester", "Mädchen"}),
}


@dataclass(slots=True)
class Person:
    """One mention of a person, with the roles that stand beside it; of a pronoun, without."""

    entity: str
    start: int  # tokens
    end: int
    gender: str | None
    is_subject: bool
    roles: tuple[Role, ...] = ()
    country: str | None = None


class Antecedents:
    """The mentions of persons in one Doc, in reading order."""

    def __init__(self, doc: Doc, people: list[Person], named: dict[int, Entity]):
        self.doc, self.named = doc, named
        sentences = [s for s in analyse(doc).sentences if s.words]
        self.starts = [s.words[0].first_token for s in sentences]
        self.first_in_paragraph = [s.words[0].first_token for s in sentences if s.new_paragraph]
        self.quoted = [
            (word.first_token, word.last_token)
            for s in sentences
            if s.whole
            for word in s.words
            if word.quotation is not None
        ]
        self.people = people
        self.country = {person.entity: person.country for person in people if person.country}
        self.gender = {person.entity: person.gender for person in people if person.gender}
        for person in people:
            person.is_subject = self._is_subject(person)
        pronouns = [word for s in sentences for word in s.words if word.lower in ("er", "sie")]
        for word in pronouns if people else ():
            if word.lower == "er" or _stands_by_singular(doc, word.first_token):
                self._take_up(doc[word.first_token : word.first_token + 1], PRONOUNS[word.lower])

    def sentence(self, token: int) -> int:
        """The number of the outer sentence of a token."""
        return bisect_right(self.starts, token) - 1

    def window(self, token: int, back: int = SENTENCES_BACK) -> int:
        """The first token of the sentences that a pronoun looks back at."""
        return self.starts[max(0, self.sentence(token) - back)] if self.starts else 0

    def is_quoted(self, token: int) -> bool:
        """Whether a token stands in a whole quotation."""
        return self._quotation(token) is not None

    def find(
        self,
        span: Span,
        gender: str | None,
        last: tuple[Span, str | None] | None,
        country: str | None = None,
        *,
        alone: bool = False,
    ) -> str | None:
        """The canonical name of whom a pronoun means; `last` is who spoke last, named or not. A `country` leaves out
        whom the article knows as another state's; with `alone`, it is only where nobody else can be meant."""
        if span[0].lower_ == "sie" and is_plural(span):
            return None
        here, quotation = self.sentence(span.start), self._quotation(span.start)
        if last is not None and not self._may_mean_another(last, gender, here, span.start):
            return None
        frame, prefield = self._frame(span), self._prefield(span)
        scores: dict[str, float] = {}
        for person in self._near(span.start):
            if gender and person.gender not in (gender, None):
                continue
            if country and self.country.get(person.entity, country) != country:
                continue
            if person.start >= prefield:
                continue
            if self._quotation(person.start) != quotation and self._quotation(person.start) is not None:
                continue
            known = last[0].end if last is not None and last[1] == person.entity else person.end
            if gender and self._unnamed_between(person, max(known, person.end), span.start, gender):
                continue
            score = self.sentence(person.start) - here
            score += SUBJECT * person.is_subject + KNOWN_GENDER * (person.gender == gender)
            score += IN_CONTENT * (frame <= person.start)
            if last is not None and last[1] == person.entity:
                same_paragraph = self._paragraph(last[0].start) == self._paragraph(span.start)
                score += LAST_SPEAKER if same_paragraph else LAST_SPEAKER / 2
            scores[person.entity] = max(score, scores.get(person.entity, score))
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or (len(ranked) > 1 and (alone or ranked[0][1] - ranked[1][1] < MARGIN)):
            return None
        return ranked[0][0]

    def subject(self, place: int) -> str | None:
        """The person who is the subject of the sentence around a token: “Weiß hat nach eigenen Angaben …”."""
        here = self.sentence(place)
        first = bisect_left(self.people, self.starts[here] if here >= 0 else 0, key=_start)
        inside = takewhile(lambda p: self.sentence(p.start) == here, islice(self.people, first, None))
        subject = next((p for p in inside if p.is_subject), None)
        joined = subject is not None and self.doc[subject.end : subject.end + 1].text in COORDINATING
        return subject.entity if subject is not None and not joined else None

    def _near(self, place: int) -> Iterable[Person]:
        """The mentions before a place, not too far back."""
        near = self.people[
            bisect_left(self.people, self.window(place), key=_start) : bisect_left(self.people, place, key=_start)
        ]
        return [p for p in near if p.end <= place]

    def _take_up(self, span: Span, gender: str) -> None:
        """Make a pronoun a mention of its own antecedent."""
        entity = self.find(span, gender, None)
        if entity is not None:
            at = bisect_right(self.people, span.start, key=_start)
            self.people.insert(at, Person(entity, span.start, span.end, gender, True))

    def _is_subject(self, person: Person) -> bool:
        """The first person of a sentence that no preposition or noun governs is mostly its subject."""
        before = range(self.starts[self.sentence(person.start)] if self.starts else 0, person.start)
        if self._is_governed(person):
            return False
        for i in before:
            name = self.named.get(i)
            if name is not None and name.kind == "person" and not self._is_governed(_as_person(name)):
                return False
            if self.doc[i].lower_ == "er" and self._quotation(i) is None:
                return False
        return True

    def _is_governed(self, person: Person) -> bool:
        """Whether the name belongs to another word: “mit Präsident Berger und Weiß”, “Bergers Sprecherin”."""
        doc, i = self.doc, person.start - 1
        behind = doc[person.end] if person.end < len(doc) else None
        genitive = doc[person.end - 1].text.endswith(("s", "’")) and not person.entity.endswith(("s", "’"))
        if genitive and behind is not None and behind.is_title and behind.i not in self.named:
            return True
        while (
            i >= max(0, person.start - FARTHEST)
            and doc[i].lower_ not in PREPOSITIONS
            and (doc[i].is_title or doc[i].lower_ in COORDINATING or _is_attributive(doc[i]))
        ):
            i -= 1
        return i >= 0 and doc[i].lower_ in PREPOSITIONS

    def _quotation(self, token: int) -> int | None:
        """The number of the whole quotation a token stands in."""
        at = bisect_right(self.quoted, token, key=lambda ends: ends[0]) - 1
        return at if at >= 0 and token <= self.quoted[at][1] else None

    def _paragraph(self, token: int) -> int:
        return bisect_right(self.first_in_paragraph, token)

    def _frame(self, span: Span) -> int:
        """For “…, sagte er” the first token of the sentence: the names in it stand in what he says."""
        doc, verb = self.doc, span.start - 1
        inverted = verb > 1 and doc[verb].is_lower and doc[verb - 1].text == ","
        if inverted and self._quotation(verb - 2) is None and morphology.form(doc[verb].text) in morphology.FINITES:
            return self.starts[self.sentence(span.start)]
        return span.start

    def _prefield(self, span: Span) -> int:
        """For “Die Rede Bergers lobte er” the first token of the sentence: a pronoun means nobody named in its own
        clause (Chomsky 1981, principle C)."""
        doc, verb, start = self.doc, span.start - 1, self.window(span.start, back=0)
        one_clause = verb > start and not any(doc[i].is_punct for i in range(start, verb))
        inverted = one_clause and doc[verb].is_lower and morphology.form(doc[verb].text) in morphology.FINITES
        return start if inverted else span.start

    def _unnamed_between(self, person: Person, start: int, end: int, gender: str) -> bool:
        """Whether somebody unnamed of that gender stands nearer: “ihr Sohn”; where the name tells no gender, also “die
        Ministerin”."""
        for i in range(start + 1, end):
            if i in self.named and self.named[i].kind == "person":
                continue
            word = self.doc[i].text
            if word in UNNAMED[gender] and not (i + 1 in self.named and self.named[i + 1].kind == "person"):
                return True
            if person.gender is None and self.doc[i - 1].lower_ == ARTICLES[gender] and role_name(word)[1] == gender:
                return True
        return False

    def _may_mean_another(self, last: tuple[Span, str | None], gender: str | None, here: int, place: int) -> bool:
        """False where somebody without a name spoke last, and the pronoun may well mean them."""
        span, entity = last
        if entity is not None or here - self.sentence(span.start) > SENTENCES_BACK:
            return True
        if any(p.is_subject and gender in (p.gender, None) and span.end <= p.start < place for p in self.people):
            return True  # somebody named has become the subject since
        head = next((t for t in span if t.text[:1].isupper() and role_name(t.text)[0]), None)
        return head is not None and (role_name(head.text)[1] or gender) != gender


def _as_person(name: Entity) -> Person:
    return Person(name.entity, name.span.start, name.span.end, None, False)


def is_plural(span: Span) -> bool:
    """Whether “sie” stands with a plural verb: “sagten sie”, “sie erklärten”."""
    beside = [span.doc[i].lower_ for i in (span.start - 1, span.end) if 0 <= i < len(span.doc)]
    return any(word.endswith("en") and word[:1].isalpha() for word in beside)


def _stands_by_singular(doc: Doc, place: int) -> bool:
    """Whether “sie” is the subject of a singular verb beside it."""
    verbs = [doc[i].lower_ for i in (place - 1, place + 1) if 0 <= i < len(doc)]
    finite = [verb for verb in verbs if morphology.form(verb) in morphology.FINITES]
    return bool(finite) and not any(verb.endswith("en") for verb in verbs)


def _is_attributive(token) -> bool:
    """An article or adjective before a noun."""
    return token.lower_ in ("der", "die", "dem", "den", "des", "dieser", "diesem") or (
        token.is_lower
        and token.lower_.endswith(("en", "er", "em"))
        and (token.lower_ not in PREPOSITIONS and not morphology.form(token.lower_))
    )
