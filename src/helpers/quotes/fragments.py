"""Quoted fragments: „unverantwortlich“ in the middle of a sentence; names, titles and terms in marks are left out.

Sentence → Candidates. A fragment inside reported speech belongs to the speaker of that; elsewhere its length, its first
letter, a verb in it and the verb around it ("nannte das …", "sprach von …") say whether somebody's words are meant.
"""

import re
from bisect import bisect_left
from operator import attrgetter

from ..grammar.agency import names_agent
from ..grammar.marks import Quotation
from ..grammar.model import RELATIVE, VERB_SECOND_OR_FIRST, Clause, Sentence
from ..grammar.morphology import FINITES, PARTICIPLE, form, lemma
from ..grammar.phrases import Phrase, noun_phrase
from ..grammar.subjects import subject
from ..grammar.verbs import particle_verbs
from ..grammar.words import word_set
from .candidates import Candidate, Reference, refer
from .cues import Cue
from .direct import direct
from .speakers import agent_or_subject
from .vocabulary import NAMING_VERBS, SLOGAN_NOUNS, TITLE_NOUNS

WORD = re.compile(r"\w[\w\-]*")
NEAR = 45  # characters before a fragment in which a title noun counts
LABELLING = word_set("nennen bezeichnen sprechen betiteln titulieren beschreiben")
# just before a fragment these make it a label: "als „…“", "von „…“"
BEFORE_LABEL = word_set("als einen eine ein von einer einem für dies sei ist vor mit zu")
ARTICLES = (["eine"], ["einen"], ["ein"], ["einer"])
COPULAS = frozenset({"sein", "bleiben", "werden"})
THRESHOLD = 2.5


def fragments(sentence: Sentence, cues: list[Cue], around: list[Candidate]) -> list[Candidate]:
    """One candidate for each quoted fragment of a sentence that is somebody's words; `around` are the indirect
    quotations that touch the sentence."""
    found: list[Candidate] = []
    before: Quotation | None = None
    for quotation in sentence.partial:
        candidate = _fragment(sentence, quotation, cues, around)
        last = found[-1] if found else None
        follows = last is not None and before is not None and last.end == before.inner_end
        if candidate is None and follows and _joined(sentence, before, quotation):
            candidate = direct(sentence, quotation, last.rule, last.speaker, last.cue)  # „…“ und „…“
        if candidate:
            found.append(candidate)
        before = quotation
    return found


def _joined(sentence: Sentence, before: Quotation, quotation: Quotation) -> bool:
    between = [word.lower for word in sentence.words if before.end <= word.start < quotation.start]
    return len(between) == 1 and between[0] in ("und", "oder", "sowie", ",")


def _fragment(sentence: Sentence, quotation: Quotation, cues: list[Cue], around: list[Candidate]) -> Candidate | None:
    body = _Body(sentence, quotation)
    if not body.words:
        return None
    naming = _naming_verb(sentence, quotation)
    if len(body.words) <= 8 and _is_so_called(sentence):
        return None
    if body.before and body.before[-1] in TITLE_NOUNS:
        return None
    reported = next((c for c in around if c.start <= quotation.inner_start and quotation.inner_end <= c.end), None)
    if reported is not None:
        if body.lower or body.predicate or len(body.words) >= 4:
            return direct(sentence, quotation, "fragment: in reported speech", reported.speaker, reported.cue)
        return None
    if len(body.words) >= 2 and not body.lower and any(word in SLOGAN_NOUNS for word in body.before):
        speaker = naming.speaker() if naming else _speaker_around(sentence, [])
        return direct(sentence, quotation, "fragment: slogan", speaker, naming and naming.cue())
    if somebody := _opinion(sentence, quotation):
        return direct(sentence, quotation, "fragment: für", somebody, None)
    if _score(body, naming) < THRESHOLD or not (naming or len(body.words) >= 5):
        return None
    if naming and len(body.words) == 1 and naming.speaker() is None:
        return None  # "wird als „Sonnenwind“ bezeichnet": a term
    if naming:
        return direct(sentence, quotation, "fragment: naming verb", naming.speaker(), naming.cue())
    cue = refer(sentence, cues[0].phrase) if cues else None
    return direct(sentence, quotation, "fragment: alone", _speaker_around(sentence, cues), cue)


class _Body:
    """The words of a fragment and what they look like."""

    def __init__(self, sentence: Sentence, quotation: Quotation):
        self.words = WORD.findall(quotation.text)
        self.verb = any(form(word) in FINITES for word in self.words)
        self.predicate = any(form(word) == PARTICIPLE for word in self.words[1:])
        self.lower = quotation.text.lstrip("[(…. ")[:1].islower()
        before = [
            w for w in sentence.words if quotation.start - NEAR <= w.start < quotation.start and WORD.match(w.text)
        ]
        self.before = [w.lower for w in before][-4:]


class _NamingVerb:
    """A verb that labels or reports, wherever it stands in the sentence."""

    def __init__(self, clause, index: int, lemma_: str):
        self.clause, self.index, self.lemma = clause, index, lemma_

    def speaker(self) -> Reference | None:
        return refer(self.clause.sentence, agent_or_subject(self.clause, self.index))

    def by_somebody(self) -> bool:
        """Whether the subject or agent can speak."""
        return names_agent(self.clause.sentence, agent_or_subject(self.clause, self.index))

    def cue(self) -> Reference | None:
        return refer(self.clause.sentence, Phrase(self.index, self.index + 1))


def _naming_verb(sentence: Sentence, quotation: Quotation) -> _NamingVerb | None:
    """The naming verb of the clause around a fragment, else of the nearest in front of it."""
    start = bisect_left(sentence.words, quotation.start, key=attrgetter("start"))

    def distance(clause: Clause):
        outside = not _holds(clause, quotation)
        return outside, clause.kind == RELATIVE and outside, clause.start > start, abs(clause.start - start)

    clauses = sorted(sentence.clauses, key=distance)
    for clause in clauses:
        for i in range(clause.start, clause.end):
            word = sentence.words[i]
            if not word.form or quotation.start <= word.start < quotation.end:
                continue
            base = lemma(word.lower)
            for verb in (*particle_verbs(clause, i, base), base):  # "wies das als „Lüge“ zurück"
                if verb in NAMING_VERBS:
                    return _NamingVerb(clause, i, verb)
    return None


def _holds(clause, quotation: Quotation) -> bool:
    words = clause.sentence.words
    return words[clause.start].start < quotation.end and quotation.start < words[clause.end - 1].end


def _opinion(sentence: Sentence, quotation: Quotation) -> Reference | None:
    """ "Für Blum ist das „reine Verschwendung“": whose opinion the predicative is."""
    clause = next((c for c in sentence.clauses if _holds(c, quotation)), None)
    if clause is None or clause.first != "für" or not clause.finite or lemma(clause.first_finite.lower) not in COPULAS:
        return None
    if quotation.start < clause.first_finite.start or any(w.start > quotation.end and w.form for w in clause.words):
        return None
    phrase = noun_phrase(sentence, clause.head + 1, clause.finite[0])
    return refer(sentence, phrase) if names_agent(sentence, phrase) else None


def _is_so_called(sentence: Sentence) -> bool:
    """ "die sich „Grüner Kreis“ nennt", "die „Grüner Kreis“ genannte Gruppe": a name."""
    verbs = [word.lower for word in sentence.words if word.form and lemma(word.lower) == "nennen"]
    oneself = any(word.lower in ("sich", "man") for word in sentence.words)
    return any(verb in ("genannt", "genannten", "genannte") or oneself for verb in verbs)


def _score(body: _Body, naming: _NamingVerb | None) -> float:
    """How much speaks for somebody's words rather than a name or a term in marks."""
    length = len(body.words)
    label = bool(body.before) and (body.before[-1] in BEFORE_LABEL or body.before[-2:-1] in ARTICLES)
    score = 0.0
    if length >= 7 and (body.verb or body.lower):
        score += 2.5
    if length >= 4 and body.lower:
        score += 1.5
    labelling = naming is not None and (
        naming.lemma in LABELLING
        or (naming.lemma == "sehen" and naming.clause.has("in", "im", "darin") and body.before[-1:] in ARTICLES)
        or (body.before[-1:] == ["als"] and naming.speaker() is not None)
    )
    score += (naming is not None) + labelling + 0.5 * (length >= 2 and naming is not None and naming.by_somebody())
    score += body.lower + 0.5 * (label + (length >= 4) + (length >= 7) + body.verb)
    if not body.lower and length <= 2 and not (label and naming):
        score -= 1
    return score


def _speaker_around(sentence: Sentence, cues: list[Cue]) -> Reference | None:
    clause = cues[0].clause if cues else None
    if clause is None:
        clause = next((c for c in sentence.clauses if c.kind in VERB_SECOND_OR_FIRST and c.finite), None)
    found = subject(clause) if clause else None
    return refer(sentence, found) if names_agent(sentence, found) else None
