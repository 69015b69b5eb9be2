"""Who said what: direct and indirect quotations with speaker and cue. Doc with sentences and entities → `quotes` finds.

Passes, each in its own module, over the clauses of `helpers.grammar`:

    cues          the reporting verb of each clause, with its frame
    before        cue before the content: "X sagte, dass …", "… kündigte an, … zu …"
    after         cue after or inside it: "…, sagte X", "wie X mitteilte"
    so            "…, so X": a speaker without a verb
    nouns         "der Vorwurf, er habe …", "eine Vereinbarung, nach der …", "demnach …"
    sources       "laut X", "nach Angaben von X", "X zufolge"; `scope` says what they report
    direct        whole quotations in marks and their frames
    continuation  reported sentences without a cue, "Das sagte X"; carries speakers on
    embedded      reported reasons and descriptions in the article's own sentences
    fragments     quoted words inside a sentence
    dialogue      printed interviews, where only third parties are quoted

What counts as reported speech follows Petersen-Frey and Biemann (2024), its forms Duden: Die Grammatik.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import accumulate, islice
from operator import attrgetter

from spacy.language import Language
from spacy.tokens import Doc, Span

from ..finds import Entity, Quote, fill, finds
from ..grammar import Analysis, analyse
from ..grammar.model import Sentence
from ..references import References
from . import after, before, continuation, direct, fragments, nouns, so, sources
from .candidates import Candidate, Reference, best, overlap
from .cues import Cue, find_cues
from .dialogue import interview, reports

CLOSERS = '“”"'
ACTORS = frozenset({"person", "organisation", "country"})


@Language.component("quotes")
def component(doc: Doc) -> Doc:
    """Fill `quotes` with every quotation of the Doc."""
    found, references = [], References(doc)
    mark_actors(doc)
    analysis = analyse(doc)
    candidates = find_quotes(analysis.sentences)
    if (spoken := interview(analysis.text)) is not None:
        candidates = [candidate for candidate in candidates if reports(candidate, spoken)]
    for candidate in sorted(candidates, key=lambda c: (c.start, c.end)):
        start, end = candidate.start, candidate.end
        if candidate.kind == "indirect":
            start, end = _with_marks(start, end, analysis)
        span = doc.char_span(start, end, alignment_mode="contract")
        if span is not None:
            speaker = _span(doc, candidate.speaker)
            entity = references.speaker(speaker) if speaker is not None else None
            found.append(Quote(span, candidate.kind, speaker, entity, _span(doc, candidate.cue), candidate.rule))
    return fill(doc, "quotes", found)


def mark_actors(doc: Doc) -> None:
    """Tell the grammar which words name somebody who can speak."""
    entities = [e for e in finds(doc, "entities") if e.kind in ACTORS]
    named = {i for e in entities for i in range(_with_particles(e), e.span.end)}
    for sentence in analyse(doc):
        for word in sentence.words:
            word.actor = word.first_token in named


def _with_particles(entity: Entity) -> int:
    """The token with which a name begins, its particles included: “Von der Leyen sagte”."""
    start, particles = entity.span.start, entity.entity.split()[1:-1]
    while particles and start and entity.span.doc[start - 1].lower_ in particles:
        start -= 1
    return start


def find_quotes(sentences: list[Sentence]) -> list[Candidate]:
    """All quotations of an article's outer sentences, in no particular order."""
    cues = {sentence.index: find_cues(sentence) for sentence in sentences}
    indirect: list[Candidate] = []
    for sentence in sentences:
        previous = sentences[sentence.index - 1] if sentence.index else None
        indirect += best(_with_cue(sentence, previous, cues[sentence.index]))
    indirect += continuation.pointers(sentences, cues, {c.sentence.index for c in indirect})
    whole = [c for sentence in sentences for c in _whole(sentence, sentences, cues)]
    indirect = _clear_of(indirect, whole)
    quoted = defaultdict(list)
    for candidate in [*indirect, *whole]:
        quoted[candidate.sentence.index].append(candidate)
    runs = continuation.continuations(sentences, quoted)
    quoted_words = _fragments(sentences, cues, [*indirect, *runs])
    return [*_not_all_quoted([*indirect, *runs], quoted_words), *whole, *quoted_words]


def _with_cue(sentence: Sentence, previous: Sentence | None, cues: list[Cue]) -> list[Candidate]:
    """What cues, nouns and source phrases report in one sentence; may overlap."""
    found: list[Candidate] = []
    if not sentence.clauses:
        return found
    for cue in cues:
        candidate = _of_cue(cue, found)
        if candidate:
            found.append(candidate)
    found += nouns.noun_cues(sentence, found)
    found += sources.source_phrases(sentence, found)
    found += [c for c in map(so.so_phrase, sentence.clauses) if c]
    found += nouns.after_which(sentence)
    found += [c for c in (after.by_any_verb(sentence, cues), nouns.demnach(sentence, previous)) if c]
    return found


def _of_cue(cue: Cue, found: list[Candidate]) -> Candidate | None:
    """What one cue reports: the first construction that fits decides."""
    candidate = after.interrupted_wie_clause(cue)
    if candidate:
        return candidate
    if after.is_wie_clause(cue):
        return after.wie_clause(cue)
    candidate = after.das_clause(cue)
    if candidate:
        return candidate
    if after.is_inverted(cue):
        if after.frames_quotation(cue):
            return None
        candidate = after.content_before_cue(cue, found)
        if candidate or cue.clause.first == "so":
            return candidate
    return before.content_after_cue(cue)


def _whole(sentence: Sentence, sentences: list[Sentence], cues: dict[int, list[Cue]]) -> list[Candidate]:
    if not sentence.whole:
        return []
    before, following = (
        (sentences[i], cues[i]) if 0 <= i < len(sentences) else None for i in (sentence.index - 1, sentence.index + 1)
    )
    return direct.whole_quotations(sentence, cues[sentence.index], before, following)


def _clear_of(indirect: list[Candidate], whole: list[Candidate]) -> list[Candidate]:
    """Indirect quotations that hold no whole direct one."""
    by_sentence = defaultdict(list)
    for candidate in whole:
        by_sentence[candidate.sentence.index].append(candidate)
    return [c for c in indirect if not any(overlap(c, other) for other in by_sentence[c.sentence.index])]


def _not_all_quoted(indirect: list[Candidate], fragments: list[Candidate]) -> list[Candidate]:
    """Indirect quotations without those that stand in marks from end to end: "Er hofft, „dass es gelingt“"."""
    whole = {fragment.start: fragment.end for fragment in fragments}
    return [c for c in indirect if abs(whole.get(c.start, -9) - c.end) > 1]


def _fragments(sentences, cues, reported: list[Candidate]) -> list[Candidate]:
    found: list[Candidate] = []
    reported = sorted(reported, key=lambda c: c.start)
    starts, ends = [c.start for c in reported], list(accumulate((c.end for c in reported), max))
    for sentence in sentences:
        if sentence.partial:
            near = reported[bisect_right(ends, sentence.start) : bisect_left(starts, sentence.end)]
            around = [c for c in near if sentence.start < c.end]
            found += fragments.fragments(sentence, cues[sentence.index], around)
    return found


def _with_marks(start: int, end: int, analysis: Analysis) -> tuple[int, int]:
    """A range that keeps both marks of every quotation that begins or ends with it: "man tue „alles“"."""
    first = bisect_left(analysis.quotations, start, key=attrgetter("inner_start"))
    for quotation in islice(analysis.quotations, first, None):
        if quotation.start >= end:
            break
        between = analysis.text[min(end, quotation.inner_end) : max(end, quotation.inner_end)]
        if not any(c.isalnum() for c in between):
            end = max(end, quotation.end)
        if quotation.inner_start == start and quotation.end <= end:
            start = quotation.start
    return start, end


def _span(doc: Doc, reference: Reference | None) -> Span | None:
    if reference is None:
        return None
    start, end = reference.tokens()
    span = _trimmed(doc[start:end])
    if span is not None and span.end < len(doc) and doc[span.end].text in CLOSERS and "„" in span.text:
        return doc[span.start : span.end + 1]  # „Koalition der Willigen“
    return span


def _trimmed(span: Span) -> Span | None:
    """Without white space and unpaired marks at its edges."""
    start, end = span.start, span.end
    while start < end and (span.doc[start].is_space or span.doc[start].text in '„“”"»«'):
        start += 1
    while end > start and (span.doc[end - 1].is_space or span.doc[end - 1].text in '„“”"»«'):
        end -= 1
    return span.doc[start:end] if start < end else None
