"""What else the evidence says: the condition, the amount, who is helped or hit, and whether it concerns another
state at all. Candidate → condition, amount, beneficiary.
"""

from collections import Counter

from spacy.tokens import Doc, Span

from ..finds import Figure, around, finds
from ..grammar import FRAGMENT, SUBORDINATE, Clause, noun_phrase
from .actors import Actors
from .candidate import Candidate
from .stance import is_unreal
from .state_words import kind_of
from .words import word_set

CONDITIONAL = frozenset({"wenn", "falls", "sofern", "sobald", "solange", "soweit"})
CONDITION_PHRASES = (
    ("unter", "der", "voraussetzung"), ("unter", "der", "bedingung"), ("im", "falle"), ("im", "fall"), ("nur", "mit"),
)  # fmt: skip
TOWARDS = word_set("für an in im ins nach gegen zugunsten gegenüber zur zum")
DATIVE = frozenset({"der", "dem", "den"})
AT_HOME = frozenset({"troops", "humanitarian aid", "funding", "logistics", "training", "weapons", "naval support"})
BORDER = ("grenze", "grenzgebiet", "grenzregion")  # troops sent there threaten or guard, they help nobody
COMPANIES = ("firma", "konzern", "unternehmen", "fluglinie", "fluggesellschaft", "autobauer", "reederei")  # who is paid
UNREST = ("demonstrant", "randalier", "hooligan", "streikend", "einbrecher")  # what police and army do at home
ALLIED = ("nato", "flugverbotszone", "koalition", "bündnis", "isaf", "flugverbot", "terrormiliz", "dschihadist",
          "verbündet", "alliiert")  # fmt: skip
RELIEF = ("welternährungs", "weltgesundheits", "klimafonds", "unhcr", "unicef", "unrwa", "flüchtlingshilfswerk", "un-")
MISSIONS = (
    "mission",
    "mandat",
    "auslandseinsatz",
    "blauhelm",
    "friedenstruppe",
    "isaf",
    "unifil",
    "kfor",
    "minusma",
    "monuc",
    "unmis",
    "un-truppe",
)


def condition(doc: Doc, candidate: Candidate, agent: Clause) -> str | None:
    """The words of a condition on the act: a clause with "sobald", "falls" …, one that begins with its verb, or a
    phrase ("unter der Voraussetzung …"); None where the text names none."""
    sentence = candidate.verb.clause.sentence
    own = {id(candidate.verb.clause), id(agent)}
    for clause in sentence.clauses:
        conditional = clause.kind == SUBORDINATE and (clause.first in CONDITIONAL or _is_case(clause))
        inverted = clause.kind != SUBORDINATE and is_unreal(clause)
        if (conditional or inverted) and id(clause.governor) in own:
            return _text(doc, clause.head if conditional else clause.start, clause.end, sentence)
    for clause in (candidate.verb.clause, agent):
        lower = [word.lower for word in sentence.words]
        for i in range(clause.start, clause.end):
            for phrase in CONDITION_PHRASES:
                if tuple(lower[i : i + len(phrase)]) == phrase:
                    found = noun_phrase(sentence, i + len(phrase) - (phrase[-1] not in ("mit", "im")), clause.end)
                    end = max(found.end if found else 0, i + len(phrase))
                    return _text(doc, i, end, sentence)
    return None


def _is_case(clause: Clause) -> bool:
    return clause.first in ("dass", "daß") and is_unreal(clause)


def _text(doc: Doc, start: int, end: int, sentence) -> str:
    return doc[sentence.words[start].first_token : sentence.words[end - 1].last_token + 1].text


def amount(doc: Doc, candidate: Candidate) -> tuple[float | None, str | None]:
    """The figure attached to the measure: of its own noun phrase, or the money in its clause for money measures."""
    words, mention = candidate.verb.clause.sentence.words, candidate.mention
    start = words[min(candidate.role.start, mention.start)].first_token
    end = words[mention.end - 1].last_token + 1
    clause_start, clause_end = candidate.verb.clause.tokens()
    fitting = []
    for figure in around(doc, "figures", min(start, clause_start), max(end, clause_end)):
        if figure.kind not in ("count", "money") or figure.value is None:
            continue
        attached = figure.span.start < end and figure.span.end > start
        paid = figure.kind == "money" and clause_start <= figure.span.start < clause_end
        paid = paid and mention.measure in ("funding", "humanitarian aid")
        if (attached and figure.span.end >= end - 1) or paid:
            fitting.append(figure)
    risen = [figure for step in ("auf", "um") for figure in fitting if _stands_behind(doc, step, figure)]
    return next(((figure.value, _unit(figure)) for figure in (*risen, *fitting)), (None, None))


def _stands_behind(doc: Doc, preposition: str, figure: Figure) -> bool:
    """Whether a figure is what something rises to, or by: "von 15 auf insgesamt 25 Millionen", "um 10 Millionen"."""
    return preposition in [doc[i].lower_ for i in range(max(figure.span.start - 2, 0), figure.span.start)]


def _unit(figure: Figure) -> str | None:
    return figure.unit if figure.kind == "money" else figure.counted


def beneficiary(doc: Doc, candidate: Candidate, actors: Actors, countries: set[str | None]) -> str | None:
    """The state helped or hit: after für, an, in, nach, gegen, or in the dative; None where none or the actor
    itself."""
    sentence = candidate.verb.clause.sentence
    clauses = [c for c in sentence.clauses if c is candidate.verb.clause or _goes_on(c, candidate.verb.clause)]
    for accept_dative in (False, True):
        for clause in clauses:
            for i in range(clause.start, clause.end):
                code = actors.country_at(sentence.words[i].first_token)
                entity = actors.entity_at.get(sentence.words[i].first_token)
                if code is None or code in countries or entity.kind == "nationality":
                    continue
                if _towards(sentence.words, i, clause.start, accept_dative):
                    return code
    return None


def _goes_on(clause: Clause, before: Clause) -> bool:
    return clause.kind == FRAGMENT and clause.governor is before


def _towards(words, i: int, floor: int, accept_dative: bool) -> bool:
    while i - 1 > floor and kind_of(words[i - 1].lower) == ("land", None):  # "für das Nachbarland Litauen"
        i -= 1
    before = words[i - 1].lower if i > floor else ""
    earlier = words[i - 2].lower if i > floor + 1 else ""
    if before in TOWARDS or (earlier in TOWARDS and not words[i - 1].is_noun):
        return True
    if not accept_dative:
        return False
    if before in DATIVE:
        return not (i > floor + 1 and words[i - 2].is_noun)
    return bool(i > floor and words[i - 1].form)  # "stellt Haiti … zur Verfügung"


def _names_no_state(sentence: Span) -> bool:
    """Whether another state is meant by a common noun: "an ärmere Länder", "im Land", "dem Inselstaat"."""
    for i, token in enumerate(sentence):
        kind = kind_of(token.lower_)
        before = sentence[i - 1].lower_ if i else ""
        if kind == ("land", None) and before in ("im", "dem", "ins") or (kind == ("group", None) and i):
            return True
    return False


class Topic:
    """Which states an article is about, to tell what a state does at home from what it does for others."""

    def __init__(self, doc: Doc, actors: Actors):
        self.doc, self.actors = doc, actors
        self.mentions = Counter(
            entity.country for entity in finds(doc, "entities")
            if entity.country and entity.kind in ("country", "nationality", "place")
        )  # fmt: skip

        lower = doc.text.lower()
        self.allied = any(word in lower for word in ALLIED)
        self.abroad: set[tuple[str, str]] = set()  # (state, measure) that a sentence before put into another state

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
        if measure in AT_HOME and any(token.lower_.startswith(UNREST) for token in sentence):
            return True
        flown = measure == "air support" and ("fly" in acts or candidate.arrow == "stay")
        if not (money or done or flown or "talk" in acts):
            return False
        if flown and not (self.allied or self._is_one_of_many(country)) and stance not in ("ruled out", "withdrawn"):
            return True
        if candidate.stance is None and any(token.lower_.endswith(BORDER) for token in sentence):
            return True
        others = {self.actors.country_at(i) for i in range(sentence.start, sentence.end)} - {None, country}
        lower = sentence.text.lower()
        if others or _names_no_state(sentence):
            self.abroad.add((country, measure))
            return False
        if (country, measure) in self.abroad:
            return False
        if any(word in lower for word in MISSIONS) or (money and any(word in lower for word in RELIEF)):
            return False
        if measure == "funding" and any(token.lower_.startswith(COMPANIES) for token in sentence):
            return True
        own = self.mentions[country]
        foreign = sum(self.mentions.values()) - own
        if candidate.verb.lemma == "sein" and not foreign:
            return True
        at_least = 1 if candidate.verb.lemma == "sein" or "talk" in acts else 2
        return (own >= at_least and own > foreign) or (money and not foreign)
