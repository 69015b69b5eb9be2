"""The component "entities": who and what is named. Doc with names (doc.ents) → Entity finds.

    tagger's names, mended + gazetteer → the longest of those that overlap → compounds → settled over the whole
    article → finds

The tagger (any spaCy ner with PER, LOC, ORG) knows names that no list holds; the lexicon knows what no tagger
can: states and their people, acronyms, who held which office. Rooms: `gazetteer` (lexicon finds), `persons` and
`organisations` (which one is meant, canonical names), `mending` and `neighbours` (what a name's own words and those
beside it say), `states` (a person's state), `copies` (a name found once
is found everywhere). To read the result: `finds.finds(doc, "entities")`; to find the entity at a place:
`at(doc, start, end)`.
"""

from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from .. import lexicon, offices
from ..finds import Entity, fill, finds
from . import copies, neighbours, organisations, persons, states
from .candidate import PARTS, Candidate, in_places
from .gazetteer import Gazetteer, states_named
from .mending import mended

KINDS = {"PER": "person", "LOC": "place", "ORG": "organisation", "OTH": "other"}
DISPUTED = {"person", "organisation"}  # kinds by which the tagger overrules a city of the lexicon
BOUND = ("US-", "EU-", "Ex-", "Anti-", "Pro-", "Nicht-")  # never the beginning of a name that stands for itself


@Language.factory("entities")
def component(nlp: Language, name: str):
    """The component; its lists are read once per pipeline."""
    gazetteer = Gazetteer(nlp)
    return lambda doc: fill(doc, "entities", _entities(doc, gazetteer))


def at(doc: Doc, start: int, end: int) -> Entity | None:
    """The entity mentioned in the tokens start to end: the longest, a person before others; None where there is
    none."""
    inside = [e for e in finds(doc, "entities") if e.span.start < end and start < e.span.end]
    return max(inside, key=lambda e: (e.kind == "person", len(e.span), -e.span.start), default=None)


def _entities(doc: Doc, gazetteer: Gazetteer) -> list[Entity]:
    tagged = [
        Candidate(ent.start, ent.end, KINDS[ent.label_])
        for ent in doc.ents
        if ent.label_ in KINDS and not _bound(ent.text)
    ]
    known = gazetteer(doc)
    tagged = neighbours.mended(doc, mended(doc, tagged, known), known)
    chosen = _without_overlap(doc, tagged, known)
    chosen = persons.kinds_settled(doc, chosen)
    people = persons.settle(
        doc, [c for c in chosen if c.kind == "person"], states={c.country for c in chosen if c.kind != "person"}
    )
    others = [c for c in chosen if c.entity is None and c.kind in ("place", "organisation")]
    listed = [c for c in chosen if c.entity is not None and c.kind != "person"]
    settled = people + listed + organisations.settle(doc, others, listed)
    settled += copies.of(doc, settled, in_the_way=[c for c in tagged if c.kind == "other"])
    settled += _compounds(doc, gazetteer, settled, states_named(doc, known))
    state = states.of_persons(doc, settled)
    return [
        Entity(
            doc[c.start : c.end], c.entity, c.kind, c.country or (state.get(c.entity) if c.kind == "person" else None)
        )
        for c in settled
    ]


def _bound(text: str) -> bool:
    return text.startswith(BOUND)


def _without_overlap(doc: Doc, tagged: list[Candidate], known: list[Candidate]) -> list[Candidate]:
    """The longest of overlapping candidates; of two equally long ones the lexicon's, but the tagger's person or
    organisation where the lexicon knows a city (Paris Hilton is no place, nor is the club of a city). A name of
    a work keeps only its adjectives to itself: “Deutscher Filmpreis” is no mention of Germany, “Frankreich” in
    a title is one of France."""
    works = [c for c in tagged if c.kind == "other" and c.length > 1]
    kept = [c for c in known if not _adjective_of_a_work(doc, c, works)]
    kinds = {(c.start, c.end): c.kind for c in tagged}

    def rank(c: Candidate) -> tuple:
        disputed = c.source == "lexicon" and c.kind == "place" and kinds.get((c.start, c.end)) in DISPUTED
        return (-c.length, disputed, c.source == "tagger", c.start)

    chosen: list[Candidate] = []
    taken: set[int] = set()
    for candidate in sorted(kept + [c for c in tagged if c.kind != "other"], key=rank):
        if all(i not in taken for i in range(candidate.start, candidate.end)):
            chosen.append(candidate)
            taken |= set(range(candidate.start, candidate.end))
    return sorted((c for c in chosen if c.kind != "other"), key=lambda c: c.start)


def _adjective_of_a_work(doc: Doc, candidate: Candidate, works: list[Candidate]) -> bool:
    title = candidate.kind == "nationality" and doc[candidate.start].text[:1].isupper()
    return title and any(candidate.over(work) for work in works)


def _names(compound: str) -> bool:
    return compound.partition("-")[0] not in lexicon.words("name_words", "word", kind="no_name")


def _compounds(doc: Doc, gazetteer: Gazetteer, settled: list[Candidate], states: Counter) -> list[Candidate]:
    """The names inside compounds, each spanning its whole token."""
    covered = {i for c in settled for i in range(c.start, c.end)}
    people = [c for c in settled if c.kind == "person"]
    surnames, borne = persons.surnames(people), {offices.surname(c.entity) for c in people}
    names = {doc[c.start : c.end].text.replace(" ", "-"): c for c in settled if c.kind not in ("nationality", "person")}
    parts = {ent.start: PARTS[ent.label_] for ent in doc.ents if ent.label_ in PARTS and len(ent) == 1}
    in_the_article = names | surnames

    def begun(word: str) -> tuple[str, list[Candidate]] | None:
        """A word that may begin with names, and those that the lexicon or the article knows."""
        if len(word) < 5 or not word[0].isalpha():
            return None
        known = gazetteer.in_compound(word, in_the_article, states)
        return (word, known) if known or "-" in word else None

    out = []
    for i, (word, known) in in_places(doc, begun):
        if i in covered:
            continue
        first, _, thing = word.partition("-")
        begins_a_noun = first[:1].isupper() and thing[:1].isupper() and first not in borne
        if not known and begins_a_noun and (person := persons.public(doc, i, first, states)):
            known = [Candidate(0, 0, "person", person, offices.persons()[person].country, "compound")]
        if not known and i in parts and _names(word) and not _bound(word):
            known = [Candidate(0, 0, parts[i], word.rpartition("-")[0], None, "compound")]
        out += [candidate.but(start=i, end=i + 1, source="compound") for candidate in known]
    return out
