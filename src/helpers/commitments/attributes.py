"""Acts told by a participle before the measure, whatever the clause around it says. Sentence → candidates with their
states.

    "Die von Tschechien gelieferten Haubitzen …"            → Czechia, delivered
    "… wartet auf die von Tokio längst zugesagten Medikamente"  → Japan, pledged
    "Die zugesagten norwegischen Hilfen …"                  → Norway, pledged

Duden: Die Grammatik, "Erweitertes Partizipialattribut".
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from ..grammar import Clause, Sentence, lemma, noun_phrase, span_of
from ..grammar.words import DETERMINERS
from .actors import Actor, Actors
from .candidate import Candidate
from .reality import ENDINGS
from .rivals import standing
from .roles import Role
from .stance import Judgement
from .valency import acts_of, stance_of_words
from .verbs import ATTRIBUTIVE, Verb
from .words import Mention

AGENT = frozenset({"von", "vom", "durch"})
LONGEST = 10  # words that a participle may be away from its agent
ADJECTIVES = 3  # that may stand between participle and measure
HANDED = frozenset({"send", "give", "pay"})  # "die gelieferten deutschen Panzer" are German; frozen money is not
STANCES = {"out": "delivered", "on": "delivered", "back": "withdrawn"}


def attributes(
    doc: Doc, sentence: Sentence, mentions: list[Mention], actors: Actors
) -> Iterator[tuple[Candidate, Judgement, list[Actor]]]:
    """Every measure with a participle before it that tells what a state did or said."""
    told: dict[int, list[tuple[Candidate, Judgement, list[Actor]]]] = {}
    for mention in mentions:
        clause = next((c for c in sentence.clauses if c.start <= mention.start < c.end), None)
        index = _participle(clause, mention) if clause is not None else None
        if index is None:
            continue
        verb = Verb(clause, lemma(_stem(clause, index)), index, tense="perfect", passive=True)
        what = _told(verb, mention)
        if what is None:
            continue
        stance, arrow, by_owner = what
        states = _agent(doc, clause, index, actors)
        is_verb = clause.finite == [index]  # "Polen sagte Panzer zu" has no participle
        if not states and by_owner and not is_verb:
            states = _owner(clause, index, mention, actors)
        if states:
            candidate = Candidate(verb, mention, mention.end - 1, Role(index), arrow)
            told.setdefault(index, []).append((candidate, Judgement(stance, clause), states))
    for found in told.values():
        kept = standing([candidate for candidate, _, _ in found])
        yield from (one for one in found if one[0] in kept)


def _participle(clause: Clause, mention: Mention) -> int | None:
    """The participle before a measure, with adjectives between at most."""
    words = clause.sentence.words
    for i in range(mention.start - 1, max(mention.start - 2 - ADJECTIVES, clause.start - 1), -1):
        lower = words[i].lower
        if words[i].is_noun or lower in DETERMINERS or lower[-1:] not in ("e", "n", "r", "s", "m"):
            return None
        if lower.endswith(ATTRIBUTIVE):
            return i
    return None


def _stem(clause: Clause, index: int) -> str:
    lower = clause.sentence.words[index].lower
    return lower.removesuffix(next(ending for ending in ENDINGS if lower.endswith(ending)))


def _told(verb: Verb, mention: Mention) -> tuple[str, str, bool] | None:
    """(stance, arrow, whether the measure's own state can be the one) that a participle tells of a measure."""
    for act in acts_of(verb):
        if act.kinds & mention.acts and "support" not in act.kinds and act.arrow in STANCES:
            return STANCES[act.arrow], act.arrow, bool(act.kinds & mention.acts & HANDED)
    said = stance_of_words(verb)
    if said is None or not said.stance or said.actor != "subject" or "object" not in said.frame:
        return None
    return said.stance, "out", True


def _agent(doc: Doc, clause: Clause, participle: int, actors: Actors) -> list[Actor]:
    """The state after "von" in the extended attribute."""
    sentence, words = clause.sentence, clause.sentence.words
    if words[participle - 1].lower in DETERMINERS:
        return []
    for i in range(participle - 2, max(participle - LONGEST, clause.start - 1), -1):
        if words[i].text == "," or i in clause.finite:
            return []
        if words[i].lower in AGENT and not (i > clause.start and words[i - 1].is_noun):
            phrase = noun_phrase(sentence, i + 1, participle)
            return actors.of_span(span_of(doc, sentence, phrase)) if phrase is not None else []
    return []


def _owner(clause: Clause, participle: int, mention: Mention, actors: Actors) -> list[Actor]:
    """The state whose adjective stands between participle and measure or in it: "die zugesagten US-Waffen"."""
    words = clause.sentence.words
    for i in range(participle + 1, mention.end):
        entity = actors.entity_at.get(words[i].first_token)
        if entity is not None and entity.kind == "nationality" and entity.country:
            return [Actor(entity.country, " ".join(word.text for word in words[i : mention.end]))]
    return []
