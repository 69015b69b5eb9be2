"""Which Monday, which May: a date that returns lies before or after the day of publication as the tense of its clause
says. Doc, pieces, Expression → Expression.

“Am Sonntag wurde gewählt” means the last Sunday, “am Sonntag wird gewählt” and “am Sonntag wählt Bayern” the next
one: German uses the present for what is to come (Duden, Die Grammatik, “Präsens”, Zukunftsbezug)."""

import datetime as dt
from bisect import bisect_right
from dataclasses import replace

from spacy.tokens import Doc

from .. import lexicon
from ..grammar import Clause, Predicate, Sentence, analyse, predicate
from . import nouns, periods
from .expression import Expression
from .pieces import Pieces

TOLD = frozenset({"past", "pluperfect"})
PAST = frozenset({"past", "perfect", "pluperfect"})
AHEAD_MODALS = frozenset({"sollen", "wollen", "werden"})
LONGEST_TITLE = 250  # characters
LONGEST_ATTRIBUTE = 6  # pieces between a date and the noun it belongs to


def settle(doc: Doc, pieces: Pieces, date: Expression, today: dt.date) -> Expression:
    """The date with the days that the tense of its clause asks for; as it is where the tense says nothing."""
    direction = _attribute(pieces, date) or _direction(doc, pieces, date)
    if date.returns == "week":
        if direction > 0 and date.date_to < today:
            return _moved(date, lambda day: day + dt.timedelta(days=7))
        return date
    if direction < 0 and date.date_from > today or direction > 0 and date.date_to < today:
        years = -1 if direction < 0 else 1
        return _moved(date, lambda day: _another_year(day, years))
    return date


def _moved(date: Expression, move) -> Expression:
    try:
        return replace(date, date_from=move(date.date_from), date_to=move(date.date_to))
    except (OverflowError, ValueError):
        return date


def _another_year(day: dt.date, years: int) -> dt.date:
    first, last = periods.month(day.year + years, day.month)
    if first is None:
        return day
    ends = (day + dt.timedelta(days=1)).month != day.month
    return last if ends else first.replace(day=min(day.day, last.day))


def _attribute(pieces: Pieces, date: Expression) -> int:
    """“die am Montag veröffentlichte Studie”: before (-1); “die am Montag beginnende Messe”, “die am Montag geplante
    Feier”: ahead (1); no attribute: 0."""
    for k in range(date.end, date.end + LONGEST_ATTRIBUTE):
        piece = pieces[k]
        if piece.first or piece.kind != "word":
            return 0
        if pieces[k + 1].capital and not piece.capital and nouns.PARTICIPLE.fullmatch(piece.lower):
            if piece.lower in nouns.FUNCTION_WORDS or not nouns.adjective(piece):
                return 0
            ahead = "end" in piece.lower[-5:] or piece.lower.startswith(_planning())
            return 1 if ahead else -1
    return 0


def _planning() -> tuple[str, ...]:
    return tuple(sorted(lexicon.words("planning_words", "stem")))


def _direction(doc: Doc, pieces: Pieces, date: Expression) -> int:
    """What the clause that holds the date speaks of: the past (-1), what is to come (1), or nobody knows (0)."""
    found = _clause(doc, pieces[date.start].start)
    if found is None:
        return 0
    sentence, clause, at = found
    verb = predicate(clause)
    if verb is None or verb.mood == "subjunctive II":
        return 0
    planned = any(word.lower.startswith(_planning()) for word in clause.words)
    if planned and verb.tense not in TOLD:
        return 1
    if verb.tense in PAST:
        return -1
    if verb.tense == "future" or verb.modal in AHEAD_MODALS:
        return 1
    return 1 if date.returns == "week" and _present_ahead(doc, sentence, clause, at, verb) else 0


def _present_ahead(doc: Doc, sentence: Sentence, clause: Clause, at: int, verb: Predicate) -> bool:
    """Whether a present tense speaks of what is to come: not in a title, not “wie die Zeitung am Montag berichtet”,
    not where the date may belong to a noun before the verb (“Der Anschlag am Montag zeigt …”)."""
    reports = verb.lemma in lexicon.words("reporting_verbs", "lemma") and not verb.passive
    if reports or not clause.finite or _is_title(doc, sentence, at):
        return False
    return clause.verb_final or at > clause.finite[0] or at - clause.head <= 1


def _is_title(doc: Doc, sentence: Sentence, at: int) -> bool:
    text, start = analyse(doc).text, sentence.words[at].start
    return start < LONGEST_TITLE and "\n" not in text[:start] and "\n" in text[start : start + LONGEST_TITLE]


def _clause(doc: Doc, start: int) -> tuple[Sentence, Clause, int] | None:
    """The sentence, clause and word of a place in the text, inside a quotation the quoted one."""
    analysis = analyse(doc)
    for sentences in (analysis.quoted, analysis.sentences):
        k = bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
        if k < 0 or not sentences[k].start <= start < sentences[k].end:
            continue
        words = sentences[k].words
        at = bisect_right(words, start, key=lambda word: word.start) - 1
        for clause in sentences[k].clauses:
            if clause.start <= at < clause.end and words[at].quotation is None:
                return sentences[k], clause, at
    return None
