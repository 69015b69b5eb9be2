"""Which person each mention means, over a whole article: person candidates → the same with canonical name and
state.

A full name seen once explains every surname, first name, transcription and genitive of it; a surname that the
article never explains is looked up among the known persons (lexicon/offices.csv, persons.csv), the one in
office on the day of the article before others. Two people of one surname stay two: “Herr” and “Frau” choose,
else the one named last.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc

from .. import inflection, lexicon, offices
from .candidate import PARTS, TITLE_KINDS, Candidate, words_of
from .full_names import Name, alike, gender, joined, known_person
from .mending import ends_in_ordinal

NO_GENITIVE = ("ss", "us", "is", "os", "as", "es", "ts")


def settle(doc: Doc, candidates: list[Candidate], states: set[str | None]) -> list[Candidate]:
    """The person candidates with their canonical names; titles and offices are cut off their beginnings. One
    that is nothing but a title is dropped. `states` are the codes of the states the article names."""
    mentions = [trimmed for candidate in candidates if (trimmed := trim(doc, candidate))]
    attested = {word for word in words_of(doc) if word[:1].isupper()}
    words = {mention: _words(doc, mention, attested) for mention in mentions}
    names = _full_names([words[mention] for mention in mentions if _is_full(words[mention])])
    last_named: dict[str, int] = {}
    out = []
    for mention in mentions:
        entity = mention.entity or _entity(doc, mention, words[mention], names, last_named, states)
        last_named[entity] = mention.start
        person = offices.persons().get(entity)
        out.append(mention.but(entity=entity, country=person.country if person else None))
    return out


def kinds_settled(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, one kind for each of the tagger's single words: a person where it is the surname of a
    full name of the article (Jimmy Wales), unless the lexicon knows it for a state or an organisation; else
    what it is most often, names in compounds (“Mannesmann-Prozess”) counted."""
    full = [c for c in candidates if c.kind == "person" and c.length > 1]
    bearers = {_bare(doc[c.end - 1].text) for c in full}
    votes = defaultdict(Counter)
    for c in candidates:
        if c.source == "tagger" and c.length == 1:
            votes[_bare(doc[c.start].text)][c.kind] += 1
    for ent in doc.ents:
        if ent.label_ in PARTS and "-" in ent.text:
            votes[_bare(ent.text.partition("-")[0])][PARTS[ent.label_]] += 1

    def settled(c: Candidate) -> Candidate:
        word = _bare(doc[c.start].text)
        open_to_doubt = c.kind == "place" or c.source == "tagger"
        if c.length > 1 or not open_to_doubt:
            return c
        if word in bearers:
            return c.but(kind="person", entity=None, country=None)
        return c.but(kind=max(votes[word], key=votes[word].get)) if c.source == "tagger" else c

    return [settled(c) for c in candidates]


def _bare(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 4 else word


def trim(doc: Doc, candidate: Candidate) -> Candidate | None:
    """The candidate without titles (“Dr.”) before and after the name, words of office (“Bundeskanzlerin”)
    before it and a genitive mark after."""
    start, end = candidate.start, candidate.end
    while end - start > 1 and (doc[start].text in _titles() or offices.office_of(doc[start].text)):
        start += 1
    while end - start > 1 and doc[end - 1].text in _titles():
        end -= 1
    for i in range(start + 1, end - 1):
        if doc[i].text in offices.JUNIOR:
            end = i + 1  # “… Marcos Jr. Marcos …”: the full stop ended the sentence too
            break
        if doc[i].text in {"'", "’"} and doc[i - 1].text.endswith(inflection.HISSING) and doc[i].whitespace_:
            end = i  # Cox’ Haus
            break
    while end > start and doc[end - 1].text in {"’s", "'s", "'", "’", ",", "."} and not ends_in_ordinal(doc, end):
        end -= 1
    lonely = end - start == 1 and (doc[start].text in _titles() or offices.office_of(doc[start].text))
    if end <= start or lonely or not any(c.isalpha() for token in doc[start:end] for c in token.text):
        return None
    return candidate.but(start=start, end=end)


@cache
def _titles() -> frozenset[str]:
    return frozenset().union(*(lexicon.words("name_words", "word", kind=kind) for kind in TITLE_KINDS))


def _words(doc: Doc, mention: Candidate, attested: set[str]) -> tuple[str, ...]:
    words = joined(token.text for token in doc[mention.start : mention.end]).split()
    return (*words[:-1], _nominative(doc, mention, words, attested))


def _nominative(doc: Doc, mention: Candidate, words: list[str], attested: set[str]) -> str:
    """The last word without a genitive -s, where the article or the lexicon knows it so, or a noun follows it."""
    word = words[-1]
    bare = word[:-1]
    if not word.endswith("s") or len(word) < 4:
        return word
    if " ".join([*words[:-1], word]) in offices.spellings() or (len(words) == 1 and offices.by_surname(word)):
        return word
    if bare in attested or offices.by_surname(bare):
        return bare
    follower = doc[mention.end] if mention.end < len(doc) else None
    genitive = follower is not None and follower.text[:1].isupper() and follower.is_alpha and not follower.is_sent_start
    return bare if genitive and len(word) > 4 and not word.endswith(NO_GENITIVE) else word


def _is_full(words: tuple[str, ...]) -> bool:
    return len(words) > 1 and words[0] not in _particles()


@cache
def _particles() -> frozenset[str]:
    return lexicon.words("name_words", "word", kind="particle")


@dataclass(slots=True)
class _Names:
    """The full names of an article, to look up by their words, surname, last word or first name."""

    by_words: dict[tuple[str, ...], Name] = field(default_factory=dict)
    by_surname: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))  # as it sounds
    by_last: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))
    by_first: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))

    def add(self, words: tuple[str, ...]) -> None:
        known = known_person(words)
        sound = offices.sound(offices.surname(joined(words)))
        if words not in self.by_words:
            name = next(
                (n for n in self.by_surname[sound] if (n.known == known if known else n.may_be(words))), None
            ) or Name(known)
            self.by_words[words] = name
            for index, key in ((self.by_surname, sound), (self.by_last, words[-1]), (self.by_first, words[0])):
                if name not in index[key]:
                    index[key].append(name)
        self.by_words[words].spellings[joined(words)] += 1

    def bearing(self, word: str) -> list[Name]:
        """The names with this surname, or one that sounds like it where both are long enough to tell."""
        alike_ones = (
            name
            for name in self.by_surname.get(offices.sound(word), ())
            if any(alike(offices.surname(spelling), word) for spelling in name.spellings)
        )
        return list({id(name): name for name in (*alike_ones, *self.by_last.get(word, ()))}.values())


def _full_names(found: list[tuple[str, ...]]) -> _Names:
    names = _Names()
    for words in found:
        names.add(words)
    return names


def _entity(
    doc: Doc,
    mention: Candidate,
    words: tuple[str, ...],
    names: _Names,
    last_named: dict[str, int],
    states: set[str | None],
) -> str:
    if words in names.by_words:
        return names.by_words[words].canonical
    word = joined(words)
    fitting = _of_sex(doc, mention, names.bearing(word)) or names.by_first.get(word, ())
    if fitting:
        return max(fitting, key=lambda name: last_named.get(name.canonical, -1)).canonical
    return public(doc, mention.start, word, states) or word


def _of_sex(doc: Doc, mention: Candidate, names: list[Name]) -> list[Name]:
    title = doc[mention.start - 1].text if mention.start else ""
    for kind in ("female", "male"):
        if len(names) > 1 and title in lexicon.words("name_words", "word", kind=kind):
            return [name for name in names if gender(name.canonical) == kind] or names
    return names


def public(doc: Doc, start: int, word: str, states: Collection[str | None]) -> str | None:
    """The known person whom a surname alone, at a token, can mean: the only one, or the only one in office on the day.
    A surname borne by many must stand beside its office, or be in office on the day in a state the article names."""
    people = offices.by_surname(word)
    day = doc._.published.date() if isinstance(doc._.published, dt.datetime) else None
    office = offices.office_of(doc[start - 1].text) if start else None
    holders = tuple(p for p in people if any(term.office == office for term in p.terms))
    if word in lexicon.words("name_words", "word", kind="surname"):
        sitting = (p for p in people if day and p.in_office(day, slack=60) and p.country in states)
        people = holders if office else tuple(sitting)
    elif holders:
        people = holders
    if day and len(people) > 1:
        people = tuple(p for p in people if p.in_office(day, slack=60))
    if day:
        people = tuple(p for p in people if not p.terms or p.in_office(day, slack=10 * 365))
    return people[0].name if len(people) == 1 else None


def surnames(settled: list[Candidate]) -> dict[str, Candidate]:
    """Surname (and its genitive) → a person of the article, for surnames that only one of them bears."""
    bearers = defaultdict(dict)
    for candidate in settled:
        name = offices.surname(candidate.entity)
        for form in (name, name + "s"):
            bearers[form][candidate.entity] = candidate
    return {form: next(iter(people.values())) for form, people in bearers.items() if len(people) == 1}
