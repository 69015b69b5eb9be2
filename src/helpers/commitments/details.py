"""What else the evidence says: the condition, the amount, who is helped or hit. Candidate → condition, amount,
beneficiary."""

from spacy.tokens import Doc

from ..finds import Figure, around
from ..grammar import FRAGMENT, SUBORDINATE, Clause, noun_phrase
from .actors import Actors
from .candidate import Candidate
from .stance import is_unreal
from .state_words import kind_of
from .words import tells, word_set

CONDITIONAL = frozenset({"wenn", "falls", "sofern", "sobald", "solange", "soweit"})
CONDITION_PHRASES = (
    ("unter", "der", "voraussetzung"), ("unter", "der", "bedingung"), ("im", "falle"), ("im", "fall"), ("nur", "mit"),
)  # fmt: skip
TOWARDS = word_set("für an in im ins nach gegen zugunsten gegenüber zur zum")
DATIVE = frozenset({"der", "dem", "den"})


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
    hits = candidate.mention.measure == "sanctions"  # decided in one state, they hit another
    for towards in (_against, _towards, _towards_or_dative) if hits else (_towards, _towards_or_dative):
        for clause in clauses:
            for i in range(clause.start, clause.end):
                code = actors.country_at(sentence.words[i].first_token)
                entity = actors.entity_at.get(sentence.words[i].first_token)
                if code is None or code in countries or entity.kind == "nationality":
                    continue
                if hits and entity.kind == "place" and i and sentence.words[i - 1].lower == "in":
                    continue
                if _is_meeting_place(sentence.words, i, clause.start) and i - 2 != candidate.mention.end - 1:
                    continue
                if towards(sentence.words, i, clause.start):
                    return code
    return None


def _is_meeting_place(words, i: int, floor: int) -> bool:
    """Whether a name tells where states meet: "beim Gipfel in Prag", "auf der Konferenz in Kenia"."""
    return i - 2 >= floor and words[i - 1].lower in ("in", "im", "von") and tells(words[i - 2].lower, "meeting")


def _goes_on(clause: Clause, before: Clause) -> bool:
    return clause.kind == FRAGMENT and clause.governor is before


def _against(words, i: int, floor: int) -> bool:
    """Whether a name stands behind "gegen", with a determiner or an adjective between them at most."""
    return any(words[k].lower == "gegen" for k in range(max(floor, i - 2), i)) and not words[i - 1].is_noun


def _towards(words, i: int, floor: int) -> bool:
    """Whether a name stands behind a preposition of direction: "für das Nachbarland Litauen"."""
    i = _phrase(words, i, floor)
    before = words[i - 1].lower if i > floor else ""
    earlier = words[i - 2].lower if i > floor + 1 else ""
    return before in TOWARDS or (earlier in TOWARDS and not words[i - 1].is_noun)


def _towards_or_dative(words, i: int, floor: int) -> bool:
    """The same, or whether it stands in the dative: "stellt Haiti … zur Verfügung"."""
    if _towards(words, i, floor):
        return True
    i = _phrase(words, i, floor)
    if i > floor and words[i - 1].lower in DATIVE:
        return not (i > floor + 1 and words[i - 2].is_noun)
    return bool(i > floor and words[i - 1].form)


def _phrase(words, i: int, floor: int) -> int:
    """Where the name begins with a word for a state before it."""
    while i - 1 > floor and kind_of(words[i - 1].lower) == ("land", None):
        i -= 1
    return i
