"""Cue before the content: "Merz sagte, dass …", "… kündigte an, … zu …", "Sie erklärte, er sei …". Cue → Candidate."""

from ..grammar.agency import head_names_agent, names_agent
from ..grammar.model import RELATIVE, VERB_SECOND_OR_FIRST
from ..grammar.morphology import SUBJUNCTIVES
from ..grammar.words import word_set
from .candidates import Candidate, indirect, refer
from .complements import DASS, INDICATIVE, INFINITIVE_COMPLEMENT, OB, QUESTION, VERB_SECOND, complement, complement_end
from .cues import Cue
from .speakers import cue_speaker_or_outer, names_document

# a dass-clause after these is an attribute: "die Tatsache, dass"
FACT_NOUNS = word_set("""
    tatsache möglichkeit problem grund umstand gefahr chance voraussetzung folge fall ziel weise art""")
MODALS_OF_INTENT = word_set("wollte wollten konnte konnten will kann")
POSSIBILITY = frozenset({"könnte", "dürfte", "müsste"})  # these say "perhaps", not "he says"
PLANNING = word_set("planen beraten erwägen überlegen")
BY_SOMEBODY = word_set("planen vorsehen")  # "Es ist geplant, …", "Die Regel sieht vor, …" report nothing


def content_after_cue(cue: Cue) -> Candidate | None:
    """The complement that follows a cue, if it reports."""
    clause, sentence = cue.clause, cue.clause.sentence
    if _is_itself_reported(cue):
        return None
    found = complement(cue)
    if found is None:
        return None
    first, kind = found
    if not _frame_allows(cue, first, kind):
        return None
    speaking = cue_speaker_or_outer(cue)
    if cue.lemma in BY_SOMEBODY and not (names_agent(sentence, speaking) or names_document(sentence, speaking)):
        return None
    if kind == INDICATIVE and not head_names_agent(sentence, speaking):
        return None  # "Das Wetter meinte es gut: Es regnete kaum"
    end = complement_end(first, kind, open_matrix=clause.kind in ("subordinate", RELATIVE))
    speaker = refer(sentence, speaking)
    priority = 8 if kind in (DASS, VERB_SECOND) else 6
    return indirect(sentence, first.start, end, f"cue before: {kind}", speaker, refer(sentence, cue.phrase), priority)


def _is_itself_reported(cue: Cue) -> bool:
    """A cue in the subjunctive belongs to a quotation that runs on: the whole sentence is reported."""
    verb = cue.clause.first_finite
    if cue.clause.kind not in VERB_SECOND_OR_FIRST or verb is None:
        return False
    return verb.form in SUBJUNCTIVES and verb.lower not in POSSIBILITY


def _frame_allows(cue: Cue, first, kind: str) -> bool:
    clause, frame = cue.clause, cue.frame
    if cue.lemma == "bekanntwerden" and clause.has("nicht"):
        return False  # "Es ist nicht bekannt, ob …"
    if cue.lemma in PLANNING and kind not in (INFINITIVE_COMPLEMENT, DASS):
        return False
    if kind == INDICATIVE and cue.passive:
        return False
    if clause.kind == RELATIVE and kind in (INDICATIVE, QUESTION):
        return False
    if cue.lemma == "bestehen" and not clause.has("darauf"):
        return False
    if kind in (DASS, INFINITIVE_COMPLEMENT) and _follows_fact_noun(first):
        return False
    if kind == DASS and not (frame.dass_indicative or first.subjunctive):
        return False
    if kind in (DASS, OB) and clause.has("nicht"):
        return clause.first_finite is None or clause.first_finite.lower not in MODALS_OF_INTENT
    return True


def _follows_fact_noun(first) -> bool:
    words = first.sentence.words
    if first.start < 2:
        return False
    before = words[first.start - 1] if words[first.start - 1].text != "," else words[first.start - 2]
    return before.lower in FACT_NOUNS
