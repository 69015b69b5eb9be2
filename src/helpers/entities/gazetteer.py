"""Names the lexicon knows: Doc → candidates. Countries, their people and capitals, organisations, persons by
full name, names inside compounds, bare domains.

Names are matched as they stand, in every form German grammar gives them, by spaCy's PhraseMatcher. A name that
is also an ordinary word counts where the text marks it as a name: an outlet inside quotation marks or after
“Zeitung”, “Magazin”; a state or an organisation where the article uses a certain name of it.
"""

import re
from collections import Counter, defaultdict

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from .. import countries, lexicon, offices, organisations
from ..grammar import morphology
from .candidate import Candidate, in_places

OPENING, CLOSING = set("„“\"»«‚‘'›‹”"), set("“”\"«»‘’'‹›")
DOMAIN = re.compile(
    r"(?:www\.)?((?:[\w-]{1,63}\.){1,3}(?:de|ch|at|com|org|net|info|eu|uk|us|ru|ua|fr|pl|it|tv|news|online))"
)
MINISTRY = re.compile(r"Bundes[a-zäöüß]{4,30}ministeriums?")
PEOPLE_BEFORE = {
    "die", "den", "der", "alle", "allen", "aller", "viele", "vielen", "vieler", "einige", "einigen",
    "manche", "manchen", "mehrere", "mehreren", "wenige", "wenigen", "diese", "diesen", "dieser", "beide",
    "beiden", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "zwölf", "wir",
    "uns", "unter", "millionen", "tausende", "meisten",
}  # fmt: skip
THE_LANGUAGE_AFTER = {"im", "ins", "auf", "vom"}  # im Deutschen, auf deutsch


class Gazetteer:
    """Finds known names in a Doc."""

    def __init__(self, nlp: Language):
        self.readings: dict[str, list[Candidate]] = defaultdict(list)
        for form, known in countries.readings().items():
            for reading in known:
                self._add(form, reading.kind, reading.entity, reading.country, reading.certain)
        for form, organisation in organisations.known().items():
            if organisation.kind == "competition":
                continue
            kind = "other" if organisation.kind == "event" else "organisation"
            self._add(form, kind, organisation.name, organisation.country, organisation.certain)
        for spelling, name in offices.spellings().items():
            if " " in spelling:
                for form in (spelling, spelling + "s"):
                    self._add(form, "person", name, offices.persons()[name].country, True)
        self.matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        self.matcher.add("name", list(nlp.tokenizer.pipe(self.readings)))

    def _add(self, form, kind, entity, country, certain):
        self.readings[form].append(Candidate(0, 0, kind, entity, country, "lexicon", certain))

    def __call__(self, doc: Doc) -> list[Candidate]:
        """Every known name of the Doc, certain or made certain by the article; overlaps are not yet resolved."""
        found, doubtful = [], []
        for _, start, end in self.matcher(doc):
            text = " ".join(token.text for token in doc[start:end])
            for known in _meant(doc, start, end, self.readings.get(doc[start:end].text) or self.readings.get(text, [])):
                (found if known.certain else doubtful).append(known.but(start=start, end=end))
        found += [known.but(start=i, end=i + 1) for i, known in in_places(doc, _by_pattern)]
        states = states_named(doc, found)
        return [_of_state(doc[c.start : c.end].text, c, states) for c in found + _settled(doc, found, doubtful, states)]

    def _certain(self, form: str) -> Candidate | None:
        """What else than people or a work the form certainly names."""
        known = (k for k in self.readings.get(form, ()) if k.certain and k.kind not in {"nationality", "other"})
        return next(known, None)

    def in_compound(self, text: str, persons: dict[str, Candidate], states: Counter) -> list[Candidate]:
        """What the names inside one hyphen compound are (“NATO-Vertreter”, “Trump-Administration”,
        “CDU/CSU-Fraktion”); `persons` are the surnames the article knows, `states` those it names, counted."""
        parts = [part for part in re.split(r"[-/]", text, maxsplit=8) if part]
        if "-" in text:  # Deutsche-Bank-Chef is no mention of Germany
            for size in range(len(parts) - 1, 1, -1):
                known = self._certain(" ".join(parts[:size]))
                if known and known.kind == "organisation":
                    return [known.but(source="compound")]
        if states_in_it := countries.compound(text):
            return [Candidate(0, 0, state.kind, state.entity, state.country, "compound") for state in states_in_it]
        if "-" not in text:
            return []
        for size in range(len(parts) - 1, 0, -1):
            head = "-".join(parts[:size])
            known = self._certain(head)
            known = _of_state(head, known, states) if known else persons.get(head)
            if known and (parts[size][:1].isupper() or known.kind == "organisation"):
                return [known.but(source="compound")]
        return []


def _by_pattern(word: str) -> Candidate | None:
    """A bare domain or a federal ministry that no list holds."""
    if "." in word and "@" not in word and (domain := DOMAIN.fullmatch(word)):
        return Candidate(0, 0, "organisation", domain[1], None, "lexicon")
    if MINISTRY.fullmatch(word) and not organisations.find(word):
        return Candidate(0, 0, "organisation", word.removesuffix("s"), "DEU", "lexicon")
    return None


def states_named(doc: Doc, found: list[Candidate]) -> Counter:
    """How often the article names a state, its people, places and organisations; media report from everywhere and do
    not count, nor does a name that several states share."""
    return Counter(
        c.country
        for c in found
        if c.country
        and not organisations.is_medium(c.entity)
        and doc[c.start : c.end].text not in organisations.namesakes()
    )


def _of_state(form: str, candidate: Candidate, states: Counter) -> Candidate:
    """Of organisations that share a name the one of the state that the article names most, else the first of the
    list: the FDP of a Swiss article is Switzerland's."""
    if candidate.kind != "organisation" or form not in organisations.namesakes():
        return candidate
    meant = max(organisations.namesakes()[form], key=lambda one: states[one.country])
    return candidate.but(entity=meant.name, country=meant.country)


def _meant(doc: Doc, start: int, end: int, known: list[Candidate]) -> list[Candidate]:
    """The readings that the words before allow: die Polen are people, Polen is a state; im Deutschen is the
    language."""
    before = _word_before(doc, start)
    kinds = {candidate.kind for candidate in known}
    if {"country", "nationality"} <= kinds and len({k.country for k in known}) == 1:
        relative = start > 1 and doc[start - 1].text in {"die", "der", "den"} and doc[start - 2].text == ","
        people = (before.lower() in PEOPLE_BEFORE or before.isdigit()) and not relative  # “, der Polen beitrat”
        return [k for k in known if k.kind == ("nationality" if people else "country")]
    if (
        kinds == {"nationality"}
        and before.lower() in THE_LANGUAGE_AFTER
        and doc[start].text.lower().endswith(("sch", "schen"))
    ):
        follows_noun = end < len(doc) and doc[end].text[:1].isupper()
        if doc[start].text[:1].isupper() or (before == "auf" and not follows_noun):
            return [] if not follows_noun else known
    return known


def _word_before(doc: Doc, start: int) -> str:
    """The word before a name, adjectives between them left out: “die jungen Polen” → “die”."""
    i = start - 1
    while (
        i > max(0, start - 5) and doc[i].text.islower() and doc[i].text.endswith(("en", "er", "e")) and len(doc[i]) > 5
    ):
        if doc[i].text in PEOPLE_BEFORE:
            break
        i -= 1
    return doc[i].text if i >= 0 else ""


def _settled(doc: Doc, found: list[Candidate], doubtful: list[Candidate], states: Counter) -> list[Candidate]:
    """The doubtful candidates that the article makes certain: media by their marks, a party in brackets, an acronym by
    its state, the others by another name of the same."""
    named = {candidate.entity for candidate in found}
    owners = defaultdict(set)
    for candidate in doubtful:
        owners[candidate.start, candidate.end].add(candidate.entity)
    certain_at = {(candidate.start, candidate.end) for candidate in found}
    out = []
    for candidate in doubtful:
        place = candidate.start, candidate.end
        others = owners[place] - {candidate.entity}
        if organisations.is_medium(candidate.entity):
            marked = _in_marks(doc, *place) or _after_medium(doc, candidate.start) or _cited(doc, *place)
        else:
            marked = candidate.entity in named and not others & named
            if organisations.kind_of(candidate.entity) == "party":
                acronym = doc[candidate.start].text.isupper() and states[candidate.country] > 0
                marked = marked or acronym or _in_brackets(doc, *place)
        if marked and (place not in certain_at or candidate.kind != "organisation"):
            out.append(candidate.but(certain=True))
    return out


def _in_marks(doc: Doc, start: int, end: int) -> bool:
    return start > 0 and end < len(doc) and doc[start - 1].text in OPENING and doc[end].text in CLOSING


def _in_brackets(doc: Doc, start: int, end: int) -> bool:
    return start > 0 and end < len(doc) and doc[start - 1].text == "(" and doc[end].text == ")"


def _cited(doc: Doc, start: int, end: int) -> bool:
    """Whether a medium is cited by the words beside it: “laut Stern”, “dem Spiegel zufolge”, “wie die Welt berichtet”,
    “schreibt der Standard”."""
    before = start - 1 - (start > 1 and doc[start - 1].lower_ in {"der", "die", "das", "dem"})
    if end < len(doc) and (doc[end].lower_ == "zufolge" or _is_media_verb(doc[end].text)):
        return True
    return before >= 0 and (doc[before].lower_ in {"laut", "zufolge"} or _is_media_verb(doc[before].text))


def _is_media_verb(word: str) -> bool:
    return word.islower() and morphology.lemma(word) in lexicon.words("name_words", "word", kind="media_verb")


def _after_medium(doc: Doc, start: int) -> bool:
    i = start - 1
    if i > 0 and doc[i].text in OPENING:
        i -= 1
    media = tuple(lexicon.words("name_words", "word", kind="media"))
    return i >= 0 and doc[i].text[:1].isupper() and doc[i].text.lower().endswith(media)
