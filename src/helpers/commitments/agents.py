"""Who acts, or is asked to act, in a candidate. Candidate and its judgement → Actors.

The subject of the act's verb, or of the verb that governs it; the agent of a passive; the owner of the measure where
it is the subject ("neuseeländische Truppen landeten", "keine US-Truppen würden entsandt"); the addressee of a
demand. Objects, places and enemies never act.
"""

from spacy.tokens import Doc

from ..grammar import FRAGMENT, MAIN, RELATIVE, Clause, Phrase, noun_phrase, span_of, subject
from ..grammar.agency import names_agent
from ..grammar.words import DETERMINERS, PREPOSITIONS
from .actors import FORMER, Actor, Actors
from .candidate import Candidate
from .owners import described, owner_of_noun, owners, possessed
from .roles import GENITIVE
from .stance import OFFERS, PLAIN_PAST, Judgement, governing_word
from .state_words import kind_of
from .subjects import end_behind, states, subject_phrase
from .verbs import verbs
from .words import events, mentions, stances

OWN_MEANS = frozenset({"troops", "air support", "naval support", "weapons", "air defence", "humanitarian aid"})
UNITED = ("blauhelm", "un-", "uno-", "friedenstruppe")
ABROAD = ("ausländisch", "international", "fremd")
MUTUAL = frozenset({"einigen", "verständigen"})
JOINT = frozenset({"sanctions", "diplomacy"})
FROM = {  # where helpers come from, who gives
    "out": frozenset({"aus"}),
    "receive": frozenset({"von", "vom"}),
    "arrive": frozenset({"aus", "von", "vom"}),
}
SAID = frozenset(
    {"ruled out", "pledged", "withdrawn"}
)  # what is said in the passive is said of oneself: "werde fortgesetzt"
ASKED = frozenset({"von", "vom", "an"})


def agents(doc: Doc, candidate: Candidate, judgement: Judgement, actors: Actors) -> list[Actor]:
    """The states that act, [] where the text names none."""
    verb = candidate.verb
    if candidate.nominal:
        owned = owner_of_noun(doc, verb.clause, actors) or possessed(doc, candidate, actors)
        carried = verb.lemma in stances("carrier") and not verb.passive
        return owned or (states(doc, verb.clause, actors) if carried else [])
    if candidate.arrow == "serve":
        return owners(doc, candidate, actors) if _is_subject(doc, candidate, actors) else []
    if judgement.addressee:
        return _addressees(doc, judgement.agent, candidate, actors)
    if judgement.agent is not verb.clause:  # an infinitive or a clause under a verb that says who acts
        own = owner_of_noun(doc, judgement.agent, actors)
        if own or _refuses_offer(judgement.agent):
            return own
        return states(doc, judgement.agent, actors) or _of_helpers(doc, judgement.agent, actors)
    if candidate.arrow == "receive":
        return _after(doc, verb.clause, FROM["receive"], actors)
    if verb.lemma in events() and candidate.stance is None:
        return [] if verb.modal else owners(doc, candidate, actors) or _by(doc, verb.clause, actors)
    if verb.passive or candidate.arrow in ("arrive", "stay", "leave"):
        if candidate.mention.start == verb.index and not verb.passive:
            return states(doc, verb.clause, actors)
        own = _by(doc, verb.clause, actors) if verb.passive else []
        own = own or owners(doc, candidate, actors) or _pledging_governor(doc, candidate, actors)
        own = own or (_after(doc, verb.clause, FROM[candidate.arrow], actors) if candidate.arrow in FROM else [])
        own = own or (_debating(doc, verb.clause, actors) if judgement.stance == "considering" else [])
        own = own or (
            (states(doc, verb.clause, actors) or _of_helpers(doc, verb.clause, actors))
            if candidate.arrow == "arrive" and verb.clause.has("mit")
            else []
        )
        return own or (_sayers(candidate, actors) if judgement.stance in SAID else [])
    if verb.lemma == "sein" and candidate.stance is None:
        return owners(doc, candidate, actors)
    if candidate.stance is not None and candidate.stance.actor == "speaker":
        return owners(doc, candidate, actors) or _sayers(candidate, actors)
    if judgement.stance == "ruled out" and (_is_from_abroad(candidate) or _is_offer(verb.clause)):
        return []  # who refuses help from others commits to nothing
    found = states(doc, verb.clause, actors, Phrase(candidate.role.start, candidate.head + 1))
    gapped = _gapped(doc, candidate, actors)
    if gapped and not {state.country for state in gapped} <= {state.country for state in found}:
        return gapped
    if verb.lemma in MUTUAL and candidate.mention.measure not in JOINT and {s.country for s in found} - {None, "EU"}:
        return []  # two agree on it: which of them gives, the text does not say
    if found and candidate.mention.measure in OWN_MEANS:  # refusing another state's soldiers is no commitment
        own = {owner.country for owner in described(doc, candidate, actors)} - {None, "EU"}
        return [actor for actor in found if not own or actor.country in own]
    talk = candidate.stance is not None and judgement.stance in ("considering", "ruled out")
    if not found and talk and not names_agent(verb.clause.sentence, subject(verb.clause)):
        return owners(doc, candidate, actors)  # "In Berlin wird … diskutiert": the measure says whose it is
    if not found and verb.lemma == "geben" and verb.clause.has("es") and judgement.stance == "ruled out":
        return _sayers(candidate, actors)
    return found or _acting(doc, candidate, actors) or _of_office(doc, candidate, actors)


def _is_subject(doc: Doc, candidate: Candidate, actors: Actors) -> bool:
    """Whether the measure itself acts: "spanische Soldaten sollen die Wahl sichern", not "sichert die Soldaten"."""
    verb = candidate.verb
    aside = verb.passive or verb.infinitive or verb.clause.kind == RELATIVE
    phrase = None if aside else subject_phrase(doc, verb.clause, actors)
    return phrase is not None and phrase.start <= candidate.mention.start < phrase.end


def _of_helpers(doc: Doc, clause: Clause, actors: Actors) -> list[Actor]:
    """Whose the helpers are that act: "zwei Flugzeuge der Luftwaffe Chiles flogen …, um …"."""
    phrase, words = subject_phrase(doc, clause, actors), clause.sentence.words
    if phrase is None or not mentions([word.lower for word in words[phrase.start : phrase.end]]):
        return []
    for i in range(phrase.start, phrase.end):  # "eine chilenische Militärmaschine"
        token = words[i].first_token
        if actors.is_kind(token, "nationality") and (country := actors.country_at(token)):
            return [Actor(country, span_of(doc, clause.sentence, phrase).text)]
    genitive = next((i for i in range(phrase.start + 1, phrase.end) if words[i].lower in GENITIVE), phrase.end)
    owner = noun_phrase(clause.sentence, genitive, phrase.end) if genitive < phrase.end else None
    return actors.of_span(span_of(doc, clause.sentence, owner)) if owner is not None else []


def _of_office(doc: Doc, candidate: Candidate, actors: Actors) -> list[Actor]:
    """The state whose the measure is, where an office acts whose state is not told: "Minister Müller hat den Beitrag
    Deutschlands verdoppelt"."""
    phrase, words = subject_phrase(doc, candidate.verb.clause, actors), candidate.verb.clause.sentence.words
    lower = [word.lower for word in words[phrase.start : phrase.end]] if phrase is not None else []
    kinds = {kind[0] for kind in map(kind_of, lower) if kind is not None}
    if not kinds & {"leader", "government"} or any(word.startswith(FORMER) for word in lower):
        return []
    return owners(doc, candidate, actors)


def _acting(doc: Doc, candidate: Candidate, actors: Actors) -> list[Actor]:
    """Helpers that act themselves: "Das Technische Hilfswerk schickt 20 Pumpen"."""
    verb, mention = candidate.verb, candidate.mention
    first = verb.clause.finite and mention.end <= verb.clause.finite[0]
    goes_on = candidate.arrow != "out"  # "Soldaten setzten die Offensive fort"
    if not first or goes_on or candidate.stance is not None or candidate.role.preposition is not None:
        return []
    sentence = verb.clause.sentence
    return actors.of_span(span_of(doc, sentence, (max(candidate.role.start, verb.clause.start), mention.end)))


def _sayers(candidate: Candidate, actors: Actors) -> list[Actor]:
    """The state of whoever says that something will or won't be done, without saying by whom: "Die Hilfe werde
    fortgesetzt, sagte der Minister"."""
    verb = candidate.verb
    if (
        candidate.arrow in ("arrive", "stay", "leave")
        or _is_from_abroad(candidate)
        or verb.tense in PLAIN_PAST
        or verb.modal in ("dürfen", "müssen", "sollen")
    ):
        return []
    return actors.sayers(verb.clause.sentence.words[verb.index].first_token)


def _gapped(doc: Doc, candidate: Candidate, actors: Actors) -> list[Actor]:
    """The states of a piece that leaves the verb out: "Nigeria hilft mit Flugzeugen, Ghana mit 205 Mann"."""
    sentence, start = candidate.verb.clause.sentence, candidate.mention.start
    piece = next((c for c in sentence.clauses if c.start <= start < c.end), candidate.verb.clause)
    if piece.kind != FRAGMENT or piece.index <= candidate.verb.clause.index:
        return []
    phrase = noun_phrase(sentence, piece.head, piece.end)
    apart = phrase is not None and phrase.end <= start and phrase.end <= candidate.role.start
    return actors.of_span(span_of(doc, sentence, phrase)) if apart else []


def _is_offer(clause: Clause) -> bool:
    """Whether a sentence refuses what others offer."""
    return any(word.lower in OFFERS for word in clause.sentence.words)


def _refuses_offer(clause: Clause) -> bool:
    """Whether a clause refuses or takes up what others offer: "lehnte das Angebot ab, Soldaten zu schicken"."""
    found = (stances("verb").get(verb.lemma) for verb in verbs(clause))
    return clause.has(*OFFERS) and any(stance is not None and stance.stance == "ruled out" for stance in found)


def _is_from_abroad(candidate: Candidate) -> bool:
    words = candidate.verb.clause.sentence.words
    head = words[candidate.head].lower
    if candidate.verb.lemma == "wollen" and head.startswith(UNITED):
        return True  # "will keine Blauhelme im Land haben"
    if head in ("einsatz", "stationierung", "präsenz") and any(
        words[i].lower.startswith(UNITED) for i in range(candidate.role.start, candidate.mention.end)
    ):
        return True  # who refuses blue helmets on its soil
    return any(words[i].lower.startswith(ABROAD) for i in range(candidate.role.start, candidate.mention.end))


def _debating(doc: Doc, clause: Clause, actors: Actors) -> list[Actor]:
    """Where a measure is talked about: "In Italien wird über … diskutiert"."""
    opens = clause.first in ("in", "im")
    phrase = noun_phrase(clause.sentence, clause.head + 1, clause.end) if opens else None
    return actors.of_span(span_of(doc, clause.sentence, phrase)) if phrase else []


def _by(doc: Doc, clause: Clause, actors: Actors) -> list[Actor]:
    """The agent of a passive: "von Dänemark", "durch die Bundesregierung"."""
    return _after(doc, clause, frozenset({"von", "vom", "durch", "seitens"}), actors)


def _after(doc: Doc, clause: Clause, prepositions: frozenset[str], actors: Actors) -> list[Actor]:
    sentence, words = clause.sentence, clause.sentence.words
    for i in range(clause.start, clause.end - 1):
        before = words[i - 1] if i > clause.start else None
        attribute = before is not None and words[i].lower == "von" and before.is_noun
        attribute = attribute or (before is not None and before.lower in DETERMINERS)  # "die von Mali verlangten …"
        if words[i].lower in prepositions and not attribute:
            phrase = noun_phrase(sentence, i + 1, clause.end)
            several = phrase and Phrase(phrase.start, end_behind(sentence, phrase.end))
            if several and (found := actors.of_span(span_of(doc, sentence, several))):
                return found
    return []


def _addressees(doc: Doc, clause: Clause, candidate: Candidate, actors: Actors) -> list[Actor]:
    """Who is asked: after von or an, the object of the demand, its subject in the passive."""
    demand = next((verb for verb in verbs(clause) if not verb.infinitive), candidate.verb)
    if demand.passive:
        return states(doc, clause, actors)
    if found := _after(doc, clause, ASKED, actors):
        return found
    if clause is candidate.verb.clause and (found := owners(doc, candidate, actors)):
        return found
    own = subject_phrase(doc, clause, actors)
    sentence, words, i = clause.sentence, clause.sentence.words, clause.start
    while i < clause.end:
        if own is not None and own.start <= i < own.end:
            i = own.end
            continue
        oblique = words[i].lower in PREPOSITIONS
        phrase = noun_phrase(sentence, i + oblique, clause.end)
        if phrase is None:
            i += 1
            continue
        if not oblique and (found := actors.of_span(span_of(doc, sentence, phrase))):
            return found
        i = max(phrase.end, i + 1)
    return []


def _pledging_governor(doc: Doc, candidate: Candidate, actors: Actors) -> list[Actor]:
    """A passive without agent under "kündigte an, dass …": whoever announced it."""
    clause = candidate.verb.clause
    above = clause.governor if clause.first in ("dass", "daß", "ob") else None
    if clause.kind == MAIN and clause.index and candidate.verb.mood != "indicative":  # "kündigte an, sie würden …"
        above = clause.sentence.clauses[clause.index - 1]
    frame = "ob" if clause.first == "ob" else "dass"
    word = governing_word(above, frame, candidate.verb) if above is not None else None
    return states(doc, above, actors) if word and word[0].stance and word[0].actor == "subject" else []
