"""The states that the subject of a clause names. Clause → Actors.

`helpers.grammar.subject` finds the subject by position; here states help: a pre-field that names a state is the
subject, also where a noun phrase behind the verb could act; a pre-field that is the measure itself leaves the
subject behind the verb.
"""

from spacy.tokens import Doc, Span

from ..grammar import (
    FRAGMENT,
    MAIN,
    RELATIVE,
    SUBORDINATE,
    VERB_FIRST,
    Clause,
    Phrase,
    Sentence,
    analyse,
    noun_phrase,
    predicate,
    span_of,
    subject,
)
from ..grammar.fields import subject_after, subject_before
from ..grammar.morphology import INFINITIVE
from ..grammar.words import MODALS, PREPOSITIONS
from .actors import PLURAL_NAMES, PRONOUNS, Actor, Actors, kind_of
from .acts import opening_piece
from .stance import is_unreal
from .state_words import FEMININE

BACK = 3  # how many clauses a pronoun may reach back
DEGREES = frozenset({"rund", "etwa", "über", "knapp", "mehr", "auch", "weitere"})


def states(doc: Doc, clause: Clause, actors: Actors, avoid: Phrase | None = None, depth: int = 0) -> list[Actor]:
    """The states of the subject; a pronoun or "ihr Land" means those of the clauses before. `avoid` is a word that
    is known to be the object."""
    if depth < BACK and (opened := _opened_before(clause)) is not None:
        return states(doc, opened, actors, avoid, depth + 1)
    for phrase in _options(doc, clause, actors, avoid):
        if phrase is not None and avoid is not None and phrase[0] < avoid.start < phrase[1]:
            phrase = Phrase(phrase[0], avoid.start)  # "schicken Spanien und Portugal Löschflugzeuge"
        if phrase is None or (avoid is not None and _overlap(phrase, avoid)):
            continue
        span = _with_enumeration(doc, clause, Phrase(*phrase))
        governor = _earlier(doc, clause, actors, depth) if depth < BACK and _points_back(span) else None
        if span.text.lower() == "sie" and _is_plural(clause):
            governor = _several(doc, clause, governor or [], actors)
        found = actors.of_span(span, governor) or _apposition(doc, clause, phrase, actors)
        sent_ones = not found and clause.kind == RELATIVE and _is_plural(clause)  # "Ärzte, die Verletzte versorgen"
        return actors.sent(clause.tokens()[0]) if sent_ones else found
    return []


def _opened_before(clause: Clause) -> Clause | None:
    """The clause before whose modal waits for the infinitive of this one: "sollen in Togo, | Mali und Niger helfen"."""
    before = clause.sentence.clauses[clause.index - 1] if clause.index else None
    if before is None or clause.kind != MAIN or clause.opener != "," or len(clause.finite) != 1:
        return None
    verb, last = predicate(before), clause.sentence.words[clause.finite[0]]
    waits = verb is not None and verb.index in before.finite and verb.lemma in MODALS
    return before if waits and last.form == INFINITIVE and clause.finite[0] >= clause.end - 4 else None


def subject_phrase(doc: Doc, clause: Clause, actors: Actors) -> Phrase | None:
    """The words of the subject."""
    return next((phrase for phrase in _options(doc, clause, actors, None) if phrase is not None), None)


def _options(doc: Doc, clause: Clause, actors: Actors, avoid: Phrase | None):
    """Where the subject may stand, best first."""
    sentence = clause.sentence
    finite = clause.finite[0] if clause.finite else clause.end
    if not clause.finite:  # a headline: "26 Länder bereit …"
        yield noun_phrase(sentence, clause.head, clause.end)
        return
    if clause.kind == RELATIVE:
        yield _several_before(clause, actors) or _antecedent(clause, subject(clause), actors)
        yield subject_after(sentence, clause.head, clause.end)  # "die Panzer, die Polen zugesagt hat"
        return
    if clause.kind == SUBORDINATE:
        yield _pronoun_at(clause, clause.head + 1) or subject_after(sentence, clause.head, clause.end)
        return
    if clause.kind == VERB_FIRST:
        yield from _of_verb_first(doc, clause, actors)
        return
    if clause.first == "es" and finite == clause.head + 1 and clause.subjunctive and _is_personal(clause):
        yield Phrase(clause.head, finite)  # "Norwegen sagte, es werde Kiew Munition schicken"
    before = subject_before(sentence, clause.head, finite) if finite > clause.head else None
    before = before or _opened_by_state(doc, clause, finite, actors)
    if before and not _is_dative(sentence.words, before) and actors.of_span(span_of(doc, sentence, before)):
        yield before
    taken = before is not None and avoid is not None and _overlap(before, avoid)
    if before is None or taken or _is_dative(sentence.words, before):
        yield _pronoun_at(clause, finite + 1) or subject_after(sentence, finite, clause.end)
    yield subject(clause)


def _is_personal(clause: Clause) -> bool:
    """Whether "es" can be somebody: no plural verb, no passive, no "es gebe", "es sei"."""
    verb = predicate(clause)
    return verb is not None and not verb.passive and not _is_plural(clause) and verb.lemma not in ("geben", "sein")


def _overlap(phrase: Phrase, other: Phrase) -> bool:
    return phrase[0] < other[1] and other[0] < phrase[1]


def _opened_by_state(doc: Doc, clause: Clause, finite: int, actors: Actors) -> Phrase | None:
    """A pre-field that names a state though its first word might be another thing: "Äthiopien", "Rund 200 Soldaten"."""
    words = clause.sentence.words
    if clause.head >= finite or words[clause.head].lower in PREPOSITIONS | {"als"}:
        return None
    phrase = Phrase(clause.head, finite)
    named = words[clause.head].lower in DEGREES or actors.of_span(span_of(doc, clause.sentence, phrase))
    return phrase if named else None


def _of_verb_first(doc: Doc, clause: Clause, actors: Actors):
    sentence = clause.sentence
    opening = opening_piece(clause)
    if opening is not None:
        yield Phrase(opening.start, opening.end)
    own = subject(clause)
    if clause.opener == "," and clause.index and not actors.of_span(span_of(doc, sentence, own)):
        previous = next((c for c in reversed(sentence.clauses[: clause.index]) if c.kind in (MAIN, VERB_FIRST)), None)
        if previous is not None and previous.finite and _goes_on(clause):
            yield from _options(doc, previous, actors, None)
    yield own


def _goes_on(clause: Clause) -> bool:
    """Whether a verb-first piece shares the subject of the clause before: "…, schloss jedoch … nicht aus"."""
    if clause.has("viele", "einige", "manche", "mehrere", "wenige"):  # "jedoch sind viele von ihnen nicht bereit"
        return False
    return clause.has("jedoch", "aber", "dagegen", "hingegen", "zugleich", "gleichzeitig")


def _pronoun_at(clause: Clause, index: int) -> Phrase | None:
    words = clause.sentence.words
    if index < clause.end and words[index].lower in ("es", "er", "sie", "wir", "ich", "man"):
        return Phrase(index, index + 1)
    return None


def _is_dative(words, phrase: Phrase) -> bool:
    """ "Der Ukraine" opens a clause as a dative; "der Iran" as a subject."""
    first, last = words[phrase[0]].lower, words[phrase[1] - 1].lower
    if first in ("dem", "den"):
        return words[phrase[0]].text[0].islower() or phrase[1] - phrase[0] > 2  # "Den Haag"
    return first == "der" and phrase[1] - phrase[0] == 2 and last.endswith(FEMININE)


def _several_before(clause: Clause, actors: Actors) -> Phrase | None:
    """Two states joined near the end of the clause before, where the pronoun is a plural: "… mit Chile und Peru
    abstimmen, die sich beteiligen wollen"."""
    before = clause.sentence.clauses[clause.index - 1] if clause.index else None
    if before is None or clause.first != "die" or not _is_plural(clause):
        return None
    words = clause.sentence.words
    if words[before.end - 1].is_noun:
        return None  # the pronoun stands right behind its noun
    for i in range(before.end - 2, before.start + 1, -1):
        if words[i].lower in ("und", "sowie") and all(actors.country_at(words[k].first_token) for k in (i - 1, i + 1)):
            return Phrase(i - 1, i + 2)
    return None


def _antecedent(clause: Clause, phrase: Phrase | None, actors: Actors) -> Phrase | None:
    """What a relative pronoun stands for: the name right before it ("zu Indonesien, das …"), else the whole phrase."""
    if phrase is None or phrase[0] >= clause.start:
        return phrase
    words, end = clause.sentence.words, min(phrase[1], clause.start)
    while end > phrase[0] + 1 and not words[end - 1].text[:1].isalnum():
        end -= 1
    phrase, last = Phrase(phrase[0], end), words[end - 1]
    entity = actors.entity_at.get(last.first_token)
    if entity is not None and entity.kind == "country" and clause.first in ("das", "die"):
        agrees = clause.first == "das" or entity.span.text.lower().endswith(FEMININE + PLURAL_NAMES)
        return Phrase(phrase[1] - len(entity.span), phrase[1]) if agrees else None  # "Angebote an den Iran, die …"
    return phrase


def _with_enumeration(doc: Doc, clause: Clause, phrase: Phrase) -> Span:
    """The subject with the enumeration in front of it: "Schweden, Dänemark und Finnland schicken"."""
    sentence = clause.sentence
    span = span_of(doc, sentence, phrase)
    behind = clause.kind in (RELATIVE, SUBORDINATE) or (clause.finite and phrase[0] > clause.finite[0])
    if behind and clause.start <= phrase[0] and phrase[1] < len(sentence.words):
        return doc[span.start : sentence.words[end_behind(sentence, phrase[1]) - 1].last_token + 1]
    if clause.kind != MAIN or phrase.start != clause.head or clause.opener != ",":
        return span
    start = clause.index
    while start and sentence.clauses[start - 1].kind == FRAGMENT and sentence.clauses[start].opener == ",":
        start -= 1
    first = sentence.clauses[start]
    return doc[first.tokens()[0] : span.end] if start < clause.index and first.opener in ("", ":") else span


def end_behind(sentence: Sentence, end: int) -> int:
    """Where an enumeration ends that goes on behind word `end`: "haben die USA, Japan und die EU angeboten"; `end`
    itself where it is none."""
    words, position = sentence.words, end
    while position + 1 < len(words) and words[position].lower in (",", "und", "sowie"):
        phrase = noun_phrase(sentence, position + 1, len(words))
        if phrase is None or phrase[0] != position + 1:
            return end
        if words[position].lower != ",":
            return phrase[1]
        coordinated = any(words[i].lower in ("und", "sowie") for i in range(phrase[0], phrase[1]))
        position = phrase[1]
        if coordinated:
            return position
    return end


def _apposition(doc: Doc, clause: Clause, phrase: Phrase, actors: Actors) -> list[Actor]:
    """The office behind a name: "Günther Platter, der Verteidigungsminister Österreichs, kündigte an"."""
    for piece in clause.sentence.clauses[max(clause.index - 2, 0) : clause.index + 2]:
        if piece.kind == FRAGMENT and piece.start in (phrase[1], phrase[1] + 1) and piece.opener == ",":
            return actors.of_span(doc[piece.tokens()[0] : piece.tokens()[1]])
    return []


def _points_back(span: Span) -> bool:
    lower = [token.lower_ for token in span]
    if len(lower) == 1:
        return lower[0] in PRONOUNS
    land = lower[0] in ("das", "dieses") and kind_of(lower[1]) == ("land", None)
    return land or lower[0].startswith(("sein", "ihr"))


def _is_plural(clause: Clause) -> bool:
    """Whether its finite verb stands in the plural."""
    verb = clause.first_finite
    return verb is not None and (verb.lower.endswith("en") or verb.lower in ("sind", "seien", "waren", "hätten"))


def _several(doc: Doc, clause: Clause, governor: list[Actor], actors: Actors) -> list[Actor]:
    """What a plural "sie" means: several states or a plural; where only one was found, the group named before it."""
    if len(governor) > 1 or any(actor.country is None or not actors.is_singular(actor) for actor in governor):
        return governor
    words = clause.sentence.words
    for i in range(clause.start - 1, -1, -1):
        kind = kind_of(words[i].lower)
        if kind is not None and kind[0] == "group":
            found = actors.of_span(doc[words[max(i - 1, 0)].first_token : words[i].last_token + 1])
            return [actor for actor in found if actor.country is None]
    return actors.sent(words[clause.start].first_token)


def _earlier(doc: Doc, clause: Clause, actors: Actors, depth: int) -> list[Actor]:
    """The states of the clause above, or else of the nearest one before that has some, back to the sentence before."""
    sentence = clause.sentence
    before = [clause.governor] if clause.governor is not None else []
    before += list(reversed(sentence.clauses[: clause.index]))[:BACK]
    if sentence.within is None and sentence.index and not sentence.new_paragraph:
        before += [c for c in analyse(doc).sentences[sentence.index - 1].clauses if c.kind in (MAIN, VERB_FIRST)][:2]
    for other in before:
        if not other.finite or other is clause or is_unreal(other):  # "falls Russland …, wolle man"
            continue
        if found := states(doc, other, actors, None, depth + 1):
            return found
    return []
