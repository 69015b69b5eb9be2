"""Whether a sentence says that something is so: not denied, not invented, not of another age. Sentence → bool."""

import re

from ..grammar import MAIN, SUBORDINATE, Clause, Sentence
from ..grammar.morphology import PARTICIPLE, form
from .verbs import verbs
from .words import tells, word_set

ENDINGS = ("en", "er", "es", "em", "e")
LONG_AGO = re.compile(r"1[89]\d\d")
DENYING = word_set("zurückweisen dementieren bestreiten abstreiten leugnen widersprechen verneinen")
REPORTS = word_set("bericht berichte berichten meldung meldungen gerücht gerüchte gerüchten behauptung behauptungen "
                   "vorwurf vorwürfe angaben darstellung spekulationen medienbericht medienberichte")  # fmt: skip
UNTRUE = word_set("undenkbar unwahrscheinlich fraglich unklar falsch unwahr gelogen erfunden haltlos abwegig utopisch "
                  "unvorstellbar unmöglich ungewiss offen umstritten")  # fmt: skip


def is_told(sentence: Sentence) -> bool:
    """Whether a sentence tells of a book, a film, a game, or of a time long past."""
    for i, word in enumerate(sentence.words):
        if (
            tells(word.lower, "fiction")
            and i
            and sentence.words[i - 1].lower in ("im", "dem", "der", "einem", "in", "seinem")
        ):
            return True
        following = sentence.words[i + 1] if i + 1 < len(sentence.words) else None
        made_then = following is not None and any(  # "in der DDR gebaute Panzer"
            form(following.lower.removesuffix(ending)) == PARTICIPLE for ending in ENDINGS
        )
        if tells(word.lower, "age") and not made_then and sentence.words[max(i - 2, 0)].lower != "aus":
            return True
    return False


def is_long_ago(clause: Clause) -> bool:
    """Whether a clause names a year of the last century (“1956”) as that of its act; not "seit 1999", "wie 1999"."""
    words = clause.sentence.words
    for i in range(clause.start, clause.end):
        following = words[i + 1] if i + 1 < len(words) else None
        if LONG_AGO.fullmatch(words[i].text) and not (following is not None and following.is_noun):
            return not clause.has("seit", "wie")
    return False


def is_denied(clause: Clause) -> bool:
    """Whether a reported clause is denied: "wies Berichte zurück, wonach …", "Gerüchte, China habe …, sind erfunden",
    "gilt als undenkbar, dass …"."""
    clauses = clause.sentence.clauses
    before = clauses[clause.index - 1] if clause.index else None
    if before is None:
        return False
    reported = clause.subjunctive or clause.kind == SUBORDINATE and clause.first in ("wonach", "dass", "daß")
    if not reported or (clause.kind not in (MAIN, SUBORDINATE)):
        return False
    if any(verb.lemma in DENYING for verb in verbs(before)) or (clause.kind == SUBORDINATE and before.has(*UNTRUE)):
        return True
    after = clauses[clause.index + 1] if clause.index + 1 < len(clauses) else None
    return before.words[-1].lower in REPORTS and after is not None and after.has(*UNTRUE)
