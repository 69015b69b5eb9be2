"""What is done with which measure in a sentence. Sentence → candidates for a commitment.

A measure becomes a candidate in one of three ways: the verb does it ("schickt Truppen"), a noun of action names it
("plant die Lieferung von Panzern"), or a stance verb takes it directly ("verspricht Waffen"). Whether it was done,
promised or refused is the question of `stance`.
"""

from collections.abc import Iterator

from ..grammar import (
    FRAGMENT,
    INFINITIVE_CLAUSE,
    QUOTATION,
    RELATIVE,
    VERB_FIRST,
    Clause,
    Phrase,
    Sentence,
    lemma,
)
from ..grammar.words import PREPOSITIONS
from . import words as lexicon
from .bare import measure_itself, what_was_named
from .candidate import Candidate
from .memory import Memory
from .rivals import standing
from .roles import NEGATIVE, Role, chain
from .valency import PLAIN, acts_of, stance_of
from .verbs import Verb, verbs

LONGEST = 300  # words; what is longer is a list or no text, and not worth the time
FRAGMENTS = 6  # how many verbless pieces may go on with an enumeration
# what may stand between verb and measure, by kind of act; None: the object itself
PREPOSITIONS_OF = {
    "join": {"an", "am", "bei", "beim", "in", "im", "zu", "zur", "auf", None},
    "support": {"mit", "bei", "beim", "durch", "in", None},
    "list": {None, "gegen"},
}
WITH = frozenset({"support", "equip", "join", "vouch"})  # kinds whose means stand after "mit": "hilft mit Soldaten"
HELPING = frozenset({"mit", "bei", "beim", "durch"})  # "hilft mit Soldaten": what help consists in
# between a noun of action and its measure
OF = {"von", "mit", "aus", "an", "am", "ans", "bei", "durch", "für", "in", "im", "über", "zu", "zur", "zum", None}
LIGHT_VERBS = frozenset({"leisten", "gewähren", "geben", "erbringen", "stellen", "bereitstellen", "vornehmen"})
PARTS = frozenset(
    {"anteil", "anteile", "teil", "großteil", "zahl", "anzahl", "hälfte", "drittel", "viertel", "reihe", "gruppe"}
)
BANS = frozenset({"verbot", "verbots", "exportverbot", "ausfuhrverbot", "lieferverbot", "embargo"})
CONSENT = frozenset({"zustimmung", "einigung", "einverständnis", "beschluss", "entscheidung", "freigabe"})
WISHES = frozenset({"bitte", "bitten", "forderung", "forderungen", "ersuchen", "antrag", "anfrage", "wunsch"})
DASHES = frozenset({"–", "-", "—"})


def candidates(sentence: Sentence, memory: Memory) -> Iterator[Candidate]:
    """Every measure of the sentence with the verb that deals with it, in reading order of the verbs."""
    if len(sentence.words) > LONGEST:
        memory.here = []
        return
    mentions = memory.mentions(sentence)
    alone = any(word.form and lemma(word.lower) in lexicon.verb_measures() for word in sentence.words)
    if not mentions and not alone and not memory.last():
        return
    for clause in sentence.clauses:
        if clause.kind in (FRAGMENT, QUOTATION):
            continue
        reach = _reach(clause)
        several = verbs(clause)
        for verb in several:
            found = []
            for mention in mentions:
                if any(start <= mention.start < end for start, end in reach) and _nearest(verb, mention, several):
                    found += _candidate(verb, mention)
            named = standing(found)
            yield from named
            yield from measure_itself(verb)
            if not named:
                yield from what_was_named(verb, memory)


def _nearest(verb: Verb, mention: lexicon.Mention, several: list[Verb]) -> bool:
    """Of coordinated verbs at the end ("Waffen liefern und Soldaten entsenden"), each takes what stands before it."""
    joined = [other for other in several if other.joined]
    if not joined or verb.infinitive:
        return True
    following = min((other.index for other in several if other.index > mention.start), default=None)
    words = verb.clause.sentence.words
    return following is None or not any(  # "ausrüsten und ausbilden" share their object
        words[i].is_noun and words[i - 1].lower not in PREPOSITIONS for i in range(following + 1, verb.index)
    )


def _reach(clause: Clause) -> list[Phrase]:
    """The word ranges that belong to a clause: itself, what stands before an interruption or a relative clause, and the
    verbless pieces of an enumeration after it."""
    clauses = clause.sentence.clauses
    found = [Phrase(clause.start, clause.end)]
    for piece in clauses[clause.index + 1 : clause.index + FRAGMENTS]:
        if piece.kind != FRAGMENT:
            break
        found.append(Phrase(piece.start, piece.end))
    opening = opening_piece(clause)
    if opening is not None:
        found.append(Phrase(opening.start, opening.end))
    found += [Phrase(piece.start, piece.end) for piece in _enumerated_before(clause)]
    return found


def _enumerated_before(clause: Clause) -> list[Clause]:
    """The pieces of an enumeration that an infinitive ends: "…, Soldaten, Ärzte und Geld nach Haiti zu schicken"."""
    words, found = clause.sentence.words, []
    if clause.kind != INFINITIVE_CLAUSE or clause.opener != "," or not words[clause.head].is_noun:
        return found
    if not clause.has("und", "oder", "sowie"):
        return found
    for piece in reversed(clause.sentence.clauses[: clause.index]):
        if piece.kind != FRAGMENT or piece.opener != ",":
            break
        found.append(piece)
    return found


def opening_piece(clause: Clause) -> Clause | None:
    """Where the subject stands if something interrupts the clause: "Eine Einheit – das Land hat … – erreichte", or the
    antecedent of a relative clause."""
    clauses = clause.sentence.clauses
    if clause.kind == RELATIVE and clause.index:
        return clauses[clause.index - 1]
    if clause.kind == VERB_FIRST and clause.opener in DASHES and clause.index >= 2:
        return clauses[clause.index - 2] if clauses[clause.index - 2].kind == FRAGMENT else None
    if clause.kind == VERB_FIRST and clause.opener == "," and clause.index >= 2:
        before = clauses[clause.index - 1]
        return clauses[clause.index - 2] if before.kind == RELATIVE else None
    return None


def _candidate(verb: Verb, mention: lexicon.Mention) -> Iterator[Candidate]:
    sentence = verb.clause.sentence
    piece = next((c for c in sentence.clauses if c.start <= mention.start < c.end), verb.clause)
    links = chain(sentence, mention.start, piece.start)
    if not _belongs(verb, mention, piece, links):
        return
    if any(sentence.words[noun].lower in BANS for noun, _ in links[1:]):
        return  # "ein Verbot der Lieferung von Waffen"
    number, arrow = _noun_of_action(sentence, mention, links)
    head, role = links[number] if number else (mention.end - 1, links[0][1])
    said = _said_by_noun(sentence, verb, mention, links)
    if said is not None and (number is not None or mention.acts & lexicon.DIRECT):
        yield Candidate(verb, mention, links[said[0]][0], links[said[0]][1], arrow or "out", said[1], nominal=True)
        return
    above = sentence.words[links[1][0]].lower if not number and len(links) > 1 else ""
    if above in PARTS or (above in WISHES and stance_of(verb, links[1][1].preposition) is not None):
        role = Role(role.start, links[1][1].preposition, links[1][1].noun, role.negated)  # "einen Anteil am Kredit"
        links = [(links[0][0], role), *links[2:]]
    consented = number or 0
    if len(links) > consented + 1 and sentence.words[links[consented + 1][0]].lower in CONSENT:
        over = links[consented + 1][1]
        stance = stance_of(verb, over.preposition)
        if stance is not None and stance.stance == "ruled out":  # "verhindert eine Einigung auf Finanzhilfen"
            yield Candidate(verb, mention, head, Role(role.start, over.preposition, over.noun), arrow or "out", stance)
            return
    act = _act_of_verb(verb, mention, links, number)
    if act is not None:
        yield Candidate(verb, mention, head, role, act.arrow)
        return
    stance = stance_of(verb, role.preposition)
    light = verb.lemma in LIGHT_VERBS and not (stance is not None and stance.stance)  # "stellte Hilfe in Aussicht"
    takes_noun = light or verb.lemma in lexicon.events()
    if number is not None and role.preposition is None and takes_noun:
        yield Candidate(verb, mention, head, role, arrow)
        return
    alone = _stands_alone(sentence.words, mention, links, role.preposition is not None)
    said_something = stance is not None and (stance.stance or verb.clause.has("nicht", *NEGATIVE))
    if said_something and (number is not None or alone):
        yield Candidate(verb, mention, head, role, arrow or "out", stance)


def _said_by_noun(sentence: Sentence, verb: Verb, mention: lexicon.Mention, links) -> tuple[int, lexicon.Stance] | None:
    """The noun over a measure that promises or refuses it ("sein Nein zu einer Beteiligung"), as (link, stance); the
    measure's own noun where a light verb carries it ("machte finanzielle Zusagen", "gab Truppenzusagen ab")."""
    if verb.lemma in lexicon.stances("carrier") and links[0][1].preposition is None:
        last = sentence.words[mention.end - 1].lower
        stance = next((stance for noun, stance in lexicon.stances("noun").items() if last.endswith(noun)), None)
        if stance is not None and stance.actor == "subject":
            return 0, stance
    for number in range(1, len(links)):
        stance = lexicon.stances("noun").get(sentence.words[links[number][0]].lower)
        hangs = PLAIN.get(links[number - 1][1].preposition, links[number - 1][1].preposition) or "object"
        if stance is not None and stance.actor == "subject" and hangs in stance.frame:
            return number, stance
    return None


def _belongs(verb: Verb, mention: lexicon.Mention, piece: Clause, links) -> bool:
    """Outside its clause, a measure belongs to the verb only as its subject: the antecedent of a relative clause has to
    stand last."""
    if piece is verb.clause or piece.index > verb.clause.index or piece in _enumerated_before(verb.clause):
        return True
    if piece is not opening_piece(verb.clause):
        return False
    return verb.clause.kind != RELATIVE or mention.end == piece.end or _is_mission(verb.clause, mention)


def _is_mission(clause: Clause, mention: lexicon.Mention) -> bool:
    """Whether a relative clause with a preposition ("an der … teilnehmen") takes up a mission with its attributes."""
    words = clause.sentence.words
    return "join" in mention.acts and clause.first in PREPOSITIONS and words[mention.end].lower in PREPOSITIONS


def _noun_of_action(sentence: Sentence, mention: lexicon.Mention, links) -> tuple[int | None, str | None]:
    """Which link names the act ("Lieferung von Panzern", "Waffenlieferungen"), and its arrow."""
    last = sentence.words[mention.end - 1].lower
    for number, (noun, _) in enumerate(links):
        if number and links[number - 1][1].preposition not in OF:
            return None, None
        means = number > 0 and links[number - 1][1].preposition == "mit"
        for act in lexicon.noun_act(sentence.words[noun].lower if number else last):
            if means and not act.kinds & WITH:  # "die Lieferung mit Ausbildung unterstützen"
                continue
            if act.kinds & mention.acts:
                return number, act.arrow
    return None, None


def _act_of_verb(verb: Verb, mention: lexicon.Mention, links, number: int | None) -> lexicon.Act | None:
    """What the verb does with the measure, if the measure stands where the verb takes one; with a noun of action
    between them only what ends or prolongs it ("stoppt die Lieferung von Panzern")."""
    if number:
        if links[number][1].preposition is not None:
            return None
        return next((act for act in acts_of(verb) if act.kinds & mention.acts and _takes_acts(verb, act)), None)
    first, last = links[0][1].preposition, links[-1][1].preposition
    if verb.clause.kind == RELATIVE and mention.end <= verb.clause.start and verb.clause.first in PREPOSITIONS:
        first = last = verb.clause.first  # "die Mission, an der …"
    for act in acts_of(verb):
        for kind in sorted(act.kinds & mention.acts):
            if kind == "train" and len(act.kinds) > 1:  # people are trained, not begun or ended
                continue
            wanted = {None} if act.arrow == "stay" else PREPOSITIONS_OF.get(kind, {None})
            if act.kinds & WITH or (act.arrow == "arrive" and kind == "send"):
                wanted = wanted | {"mit"}
            if "support" in act.kinds and kind != "support":  # who supports others' troops sends none
                wanted = HELPING
            attribute = len(links) > 1 and first in ("von", "aus", "mit", None)  # its noun has to stand right
            if kind == "join" and _is_meeting(verb.clause.sentence, links):
                continue
            if attribute and act.arrow == "on" and first is None:  # "setzte die Offensive der Truppen fort"
                continue
            if (attribute and last in wanted) or (first in wanted and (not attribute or first == "mit")):
                return act
    return None


def _is_meeting(sentence: Sentence, links) -> bool:
    """Whether what one takes part in is a meeting of a mission's states: who does sends nobody."""
    return any(lexicon.tells(sentence.words[i].lower, "meeting") for i, _ in links[1:])


def _takes_acts(verb: Verb, act: lexicon.Act) -> bool:
    """Whether a verb is about an act, not a thing: "stoppt die Lieferung", "bereit, die Lieferung zu unterstützen"."""
    return act.arrow in ("back", "on") or (verb.infinitive and "support" in act.kinds)


def _stands_alone(words, mention: lexicon.Mention, links, prepositional: bool) -> bool:
    """Whether a measure without any act can be promised or refused ("verspricht Waffen"): by itself or as what a
    phrase is made of ("Hilfen in Form von Lufttransporten"), not as the attribute of something else."""
    alliance = words[mention.start].lower.startswith(("eu-", "un-", "uno-", "nato-"))
    if not mention.acts & lexicon.DIRECT or (alliance and mention.acts == {"join"}):
        return False  # who is for or against the mission of others does not say what they will do
    return len(links) == 1 or prepositional or links[0][1].preposition in ("von", "an")
