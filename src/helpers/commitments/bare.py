"""Verbs without a measure beside them: those that are one, and those that take up the last one. Verb → Candidates.

"Katar vermittelt zwischen …"                                     → the verb is the measure
"Polen liefert Panzer, Ungarn lehnt ab."                          → ruled out: the tanks
"Japan schickt Soldaten. Thailand will sich ebenfalls beteiligen."  → the soldiers
"""

from collections.abc import Iterator

from ..countries import country_of
from ..grammar import FRAGMENT, MAIN, RELATIVE, VERB_FIRST, Clause
from ..grammar.words import DETERMINERS, PREPOSITIONS
from . import words as lexicon
from .candidate import Candidate
from .memory import Memory
from .roles import Role
from .state_words import kind_of
from .valency import acts_of, stance_of_words
from .verbs import Verb
from .words import word_set

ALONE = frozenset({"considering", "ruled out"})
PARTICIPATION = frozenset({"sich beteiligen", "beteiligen", "teilnehmen", "mitmachen", "mitwirken", "mithelfen"})
ENUMERATING = DETERMINERS | word_set("und sowie sich auch neben ebenfalls zudem außerdem ferner daran dabei wollen")
SHORT = 7  # words of a clause that says no more than that a state discusses or refuses it


def measure_itself(verb: Verb) -> Iterator[Candidate]:
    """A verb that is a measure by itself: "vermittelt zwischen …"."""
    for mention in lexicon.mentions([verb.lemma]):
        act = next((act for act in acts_of(verb) if act.kinds & mention.acts), None)
        words = verb.clause.sentence.words
        bare = verb.infinitive and words[verb.index - 1].lower == "zu" and not words[max(verb.index - 2, 0)].is_noun
        if act is not None and (bare or verb.clause.has("zwischen", "im", "in", "bei")):
            itself = lexicon.Mention(verb.index, verb.index + 1, mention.measure, mention.acts)
            yield Candidate(verb, itself, verb.index, Role(verb.index), act.arrow)


def what_was_named(verb: Verb, memory: Memory) -> Iterator[Candidate]:
    """A stance or a participation without an object, towards what was named last: "…, Finnland diskutiert noch",
    "Ungarn lehnte ab", "Thailand will sich ebenfalls beteiligen"."""
    stance = stance_of_words(verb)
    bare = stance is not None and stance.stance in ALONE and stance.actor == "subject"
    joins = next((act for act in acts_of(verb) if "join" in act.kinds and act.arrow == "out"), None)
    if bare and verb.clause.kind == MAIN:
        joins = None
    elif joins is None or verb.lemma not in PARTICIPATION or not _can_follow(verb.clause):
        return
    if verb.infinitive or verb.passive:
        return
    if not (_says_no_more(verb.clause) or (joins and _only_enumerates(verb))):
        return
    for mention in memory.last():
        if mention.acts & lexicon.DIRECT:
            itself = lexicon.Mention(verb.index, verb.index + 1, mention.measure, mention.acts)
            yield Candidate(verb, itself, verb.index, Role(verb.index), "out", None if joins else stance)


def _can_follow(clause: Clause) -> bool:
    """Whether a clause can go on with what was named; a verb that opens its sentence makes a condition or question."""
    return clause.kind in (MAIN, RELATIVE) or (clause.kind == VERB_FIRST and clause.index > 0)


def _only_enumerates(verb: Verb) -> bool:
    """Whether a clause names nothing but states: "wollen sich neben Mali auch der Tschad und Benin beteiligen"."""
    words, named, i = verb.clause.sentence.words, 0, verb.clause.start
    while i < verb.clause.end:
        end = i
        while end < verb.clause.end and words[end].text[:1].isupper():
            end += 1
        if end > i:
            name = " ".join(word.text for word in words[i:end])
            if country_of(name) is None and kind_of(words[end - 1].lower) is None:
                return False
            named += 1
        elif not (words[i].form or words[i].text == "," or words[i].lower in ENUMERATING):
            return False
        i = max(end, i + 1)
    return named > 1


def _says_no_more(clause: Clause) -> bool:
    """Whether a clause holds no more than a subject and its verb, and nothing behind it tells more."""
    words, clauses = clause.sentence.words, clause.sentence.clauses
    if clause.end - clause.start > SHORT or clause.has(*PREPOSITIONS - {"aus", "ab"}):
        return False
    following = clauses[clause.index + 1] if clause.index + 1 < len(clauses) else None
    complete = following is None or following.kind in (MAIN, FRAGMENT) or following.first in ("weil", "da", "solange")
    behind = clause.start if clause.verb_final else clause.finite[0] + 1 if clause.finite else clause.end
    return complete and bool(clause.finite) and not any(words[i].is_noun for i in range(behind, clause.end))
