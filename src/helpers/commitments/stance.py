"""How firmly a state stands to an act. Candidate → stance, and the clause whose subject acts.

The verb of the act gives a first stance by tense and modal ("schickte": delivered, "wird schicken": pledged, "könnte
schicken": willing); negation turns it; then every clause above it has its say ("kündigte an", "schließt aus",
"fordert", "falls"). Modality and its scope follow Duden: Die Grammatik, "Modalverben" and "Negation".
"""

from dataclasses import dataclass

from ..grammar import FRAGMENT, INFINITIVE_CLAUSE, MAIN, RELATIVE, SUBORDINATE, VERB_FIRST, Clause
from ..grammar.words import INFINITIVE_OPENERS
from .candidate import Candidate
from .reality import is_denied
from .roles import NEGATIVE
from .valency import stance_of_words
from .verbs import Verb, verbs
from .words import Stance, stances, word_set

NEGATORS = word_set("nicht nie niemals keinesfalls keineswegs nirgends weder kaum") | NEGATIVE
NO_NEGATION_BEFORE = frozenset({"nur", "zuletzt", "allein", "bloß", "erst"})
# clauses that do not say that something is, was or will be done
UNREAL = word_set("wenn falls sofern sobald solange bevor ehe damit bis soweit insofern als um ohne statt anstatt")
WHO = frozenset({"wer", "welche", "welcher", "welches"})  # "ungeklärt ist, welche Länder Soldaten schicken"
CONDITION_NOUNS = frozenset({"fall", "falle", "bedingung", "voraussetzung", "fälle"})
UNCERTAIN = word_set("glauben denken vermuten befürchten fürchten bezweifeln dementieren bestreiten behaupten wünschen "
                      "erwarten spekulieren annehmen scheinen träumen verhindern vermeiden vorsehen besagen "
                      "bedeuten heißen")  # fmt: skip
ONGOING = word_set("bereits schon derzeit zurzeit gegenwärtig momentan seit inzwischen mittlerweile")
GIVEN_UP = word_set("ursprünglich eigentlich einst einmal zunächst früher damals zuerst zwar noch nie immer schon "
                    "lange bisher")  # fmt: skip
SAID_AND_DONE = frozenset({"recall", "expel"})  # who recalls an envoy has done so
OFFERS = frozenset({"angebot", "angebote", "hilfsangebot", "hilfsangebote", "vorschlag"})
MOVING = frozenset({"fliegen", "aufbrechen", "starten", "abheben", "losfliegen", "auslaufen"})  # to bring aid
PLAIN_PAST = frozenset({"past", "perfect", "pluperfect"})
BY_MODAL = {"wollen": "pledged", "können": "willing", "mögen": "willing", "sollen": "pledged", "müssen": "requested"}
OPEN = "open"  # an infinitive: what it is depends on what governs it
OPEN_NOT = "open, negated"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The stance, the clause whose subject acts (or is asked), and the noun whose owner acts if there is one."""

    stance: str
    agent: Clause
    addressee: bool = False
    condition: Clause | None = None


def judge(candidate: Candidate) -> Judgement | None:
    """The stance of a candidate; None where the text commits nobody to anything."""
    verb, clause = candidate.verb, candidate.verb.clause
    if candidate.stance is not None:
        stance = _of_stance_verb(candidate)
        addressee = candidate.stance.actor == "addressee"
    else:
        stance = _of_act(candidate)
        addressee = False
    if stance is None:
        return None
    if is_denied(_carried(clause)):
        return None
    stance, agent, addressee = _under_governors(stance, verb, _carried(clause), addressee, candidate.arrow)
    if stance in (None, OPEN, OPEN_NOT):
        return None
    if candidate.arrow in ("back", "leave"):
        stance = "withdrawn" if stance in ("pledged", "delivered", "withdrawn") else None
    return Judgement(stance, agent, addressee) if stance else None


def _carried(clause: Clause) -> Clause:
    """The clause that a further predicate at its end goes on with: "dass A Waffen liefert, Piloten ausbildet"."""
    while clause.kind == MAIN and clause.verb_final and clause.opener in (",", "und") and clause.index:
        before = clause.sentence.clauses[clause.index - 1]
        if before.kind not in (MAIN, SUBORDINATE, RELATIVE) or not before.verb_final:
            break
        clause = before
    return clause


def is_negated(verb: Verb, candidate: Candidate | None = None) -> bool:
    """Whether a negation has the verb in its scope. “nicht nur” negates nothing; where a clause holds an infinitive,
    too, what stands between the two belongs to the infinitive."""
    clause, words = verb.clause, verb.clause.sentence.words
    start, end = clause.start, clause.end
    others = [other.index for other in verbs(clause) if other.index != verb.index]
    if verb.infinitive and clause.finite:
        start = max([i for i in (*others, *clause.finite) if i < verb.index], default=start)
    elif others and not verb.infinitive:
        end = min([i for i in others if i > verb.index], default=end)
    pieces = [range(start, end)]
    if candidate is not None and not start <= candidate.role.start < end:
        pieces.append(range(candidate.role.start, candidate.head + 1))
    return any(
        words[i].lower in NEGATORS and not (i + 1 < len(words) and words[i + 1].lower in NO_NEGATION_BEFORE)
        for piece in pieces
        for i in piece
    )


def _of_act(candidate: Candidate) -> str | None:
    verb = candidate.verb
    negated = is_negated(verb, candidate)
    if verb.infinitive:
        return OPEN_NOT if negated else OPEN
    stance = _by_modal(verb, candidate.arrow) if verb.modal else _by_tense(verb, candidate)
    if not negated or stance is None:
        return stance
    if stance == "delivered" and verb.tense in PLAIN_PAST:
        return None
    return "ruled out" if stance in ("pledged", "willing", "delivered") else None


def _by_modal(verb: Verb, arrow: str) -> str | None:
    if arrow == "hold":
        return None  # "will sie nicht im Land haben": who has others' soldiers there
    if arrow == "receive" and verb.modal in ("wollen", "mögen", "müssen"):
        return "requested"
    if verb.modal == "sollen" and verb.mood != "indicative":
        return "requested"
    if verb.modal == "sollen" and verb.tense in PLAIN_PAST and not verb.passive:
        return "requested"
    if verb.modal in ("wollen", "können") and verb.tense in PLAIN_PAST:  # what once was wanted or possible
        return "pledged" if verb.modal == "wollen" and not _is_past_wish(verb.clause) else None
    return BY_MODAL.get(verb.modal)


def _is_past_wish(clause: Clause) -> bool:
    """ "wollte ursprünglich …", "wollte zwar …", "wollte …, konnte aber nicht": not in the present of the news."""
    following = clause.sentence.clauses[clause.index + 1 : clause.index + 2]
    turned = any(after.has("aber", "doch", "jedoch") for after in following)
    return turned or clause.kind != MAIN or clause.has(*GIVEN_UP)


def _by_tense(verb: Verb, candidate: Candidate) -> str | None:
    if verb.tense in PLAIN_PAST:
        return "delivered"
    if candidate.mention.acts & SAID_AND_DONE and candidate.arrow == "out" and verb.tense == "present":
        return "delivered"
    if verb.tense == "future":
        return "pledged"
    if candidate.arrow in ("stay", "hold", "serve") or (candidate.arrow == "arrive" and verb.lemma == "sein"):
        return "delivered"
    if verb.tense == "present" and candidate.arrow in ("out", "arrive") and verb.clause.has(*ONGOING):
        return "delivered"
    return "pledged"


def _of_stance_verb(candidate: Candidate) -> str | None:
    verb, stance = candidate.verb, candidate.stance
    if verb.modal in ("sollen", "müssen", "dürfen") or (
        verb.lemma == "wollen" and verb.clause.has("lassen") and verb.clause.has("ins", "rein", "hinein")
    ):
        return None
    negated = is_negated(verb, candidate)
    if verb.modal == "können" and stance.stance in ("pledged", "delivered"):
        return "considering" if not negated else None
    return (stance.negated if negated else stance.stance) or None


def _under_governors(stance: str, verb: Verb, clause: Clause, addressee: bool, arrow: str):
    """(stance, clause whose subject acts, whether its addressee does) after every clause above has had its say."""
    agent = clause
    for _ in range(4):
        if clause.kind == INFINITIVE_CLAUSE or verb.infinitive:
            if clause.first == "um" and clause.governor is not None and _is_purpose(stance, clause.governor, arrow):
                governor = clause.governor
                whole = next((other for other in verbs(governor) if not other.infinitive), None)
                stance = stance if stance == "considering" or whole is None else _of_purpose(whole)
                return stance, governor, addressee
            governor, word = _governor_of_infinitive(clause, verb)
            if word is None or clause.first in INFINITIVE_OPENERS:
                return None, agent, addressee
            stance = combine(stance, *word)
            if not addressee:
                agent, addressee = governor, word[0].actor == "addressee"
        elif is_unreal(clause):
            return None, agent, addressee
        elif clause.kind == SUBORDINATE and clause.first in ("dass", "daß", "ob"):
            governor = clause.governor
            if governor is None:
                return (None if clause.first == "ob" else stance), agent, addressee
            word = governing_word(governor, clause.first.replace("ß", "ss"), verb)
            if word is not None:
                stance = combine(stance, *word)
            elif clause.first == "ob" or any(other.lemma in UNCERTAIN for other in verbs(governor)):
                return None, agent, addressee
        else:
            return stance, agent, addressee
        if stance is None or governor is clause:
            return stance, agent, addressee
        finite = [other for other in verbs(governor) if not other.infinitive]
        clause, verb = governor, (finite or verbs(governor) or [verb])[0]
    return stance, agent, addressee


def _is_purpose(stance: str, governor: Clause, arrow: str) -> bool:
    """Whether a clause with "um" tells what its sentence is about: who meets in order to talk about a measure
    considers it, who flies somewhere in order to drop aid gives it."""
    if is_unreal(governor) or governor.kind not in (MAIN, VERB_FIRST):
        return False
    if stance == "considering":
        return True
    moving = any(verb.lemma in MOVING and not verb.modal for verb in verbs(governor))
    return stance == OPEN and arrow == "out" and moving


def _of_purpose(governor: Verb) -> str:
    return "delivered" if governor.tense in PLAIN_PAST else "pledged"


def _governor_of_infinitive(clause: Clause, verb: Verb):
    """(clause, word) that takes an infinitive: in its own clause where that has a finite verb or none stands above it,
    else in the nearest clause above that has such a word, past relative clauses and infinitives beside it."""
    above = [clause] if clause.finite or clause.governor is None else [clause.governor]
    while above[-1].kind in (RELATIVE, INFINITIVE_CLAUSE, FRAGMENT) or is_unreal(above[-1]):
        if above[-1].governor in (None, *above):
            break
        above.append(above[-1].governor)
    for governor in above:
        if (word := governing_word(governor, "zu", verb)) is not None:
            return governor, word
    return above[0], None


def is_unreal(clause: Clause) -> bool:
    """A condition, a purpose, a question: nothing in it is said to be so."""
    if clause.kind == SUBORDINATE and (clause.first in UNREAL | WHO or _hangs_on_condition(clause)):
        return True
    if clause.kind == VERB_FIRST and clause.first in ("sollte", "sollten"):
        return True
    following = clause.sentence.clauses[clause.index + 1 : clause.index + 2]
    inverted = clause.kind == VERB_FIRST and clause.index == 0 and clause.finite and clause.finite[0] == clause.head
    return bool(inverted and following and following[0].kind in (MAIN, VERB_FIRST))


def _hangs_on_condition(clause: Clause) -> bool:
    """ "Für den Fall, dass …", "unter der Bedingung, dass …"."""
    before = clause.sentence.clauses[clause.index - 1] if clause.index else None
    return before is not None and clause.first in ("dass", "daß") and before.words[-1].lower in CONDITION_NOUNS


def governing_word(governor: Clause, frame: str, below: Verb) -> tuple[Stance, bool] | None:
    """The verb, adjective or noun of a clause that takes an infinitive, dass- or ob-clause; and whether it is
    negated."""
    found = [verb for verb in verbs(governor) if verb.index != below.index]
    for verb in found:
        stance = stance_of_words(verb, frozenset({frame}))
        if stance is not None and stance.stance == "ruled out" and governor.has(*OFFERS):
            continue  # "lehnte das Angebot ab, Soldaten zu schicken": the noun says what others would do
        if stance is not None and frame in stance.frame:
            if verb.modal in ("sollen", "müssen", "dürfen"):
                return None
            return stance, is_negated(verb)
    words = governor.sentence.words
    limit = below.index if below.clause is governor else governor.end
    for i in range(limit - 1, governor.start - 1, -1):
        lower = words[i].lower
        stance = stances("adjective").get(lower) or stances("noun").get(lower)
        if stance is not None and frame in stance.frame:
            negated = any(words[k].lower in NEGATORS for k in range(governor.start, limit))
            return stance, negated
    return None


def combine(inner: str, outer: Stance, negated: bool) -> str | None:
    """What becomes of a stance under a word that governs it."""
    above = outer.negated if negated else outer.stance
    if above is None or inner is None:
        return None
    if inner == OPEN:
        return above
    if inner == OPEN_NOT:
        return "ruled out" if above in ("pledged", "willing") else None
    if above in ("pledged", "willing", "delivered"):
        return inner
    return above if inner not in ("ruled out", "withdrawn") else None
