"""The reporting words and their frames, read from the lexicon. CSV → look-up tables.

`reporting_verbs.csv` says for each verb which complements report speech: its class (speech; weak: opinion, decision,
perception; phrase: only with the words of reporting_phrases.csv), dass-clauses (yes; subjunctive: only in the
subjunctive), infinitives (yes; perfect: only with an auxiliary, "behauptet, … gesehen zu haben"), verb-second clauses
(subjunctive; indicative as well), and whether it can follow its content ("…, sagte er").
"""

from dataclasses import dataclass
from functools import lru_cache

from ..grammar.morphology import lemma
from ..lexicon import rows, words


@dataclass(frozen=True, slots=True)
class Frame:
    """What one reporting verb can take."""

    lemma: str
    weak: bool = False
    alone: bool = True  # reports without the words of reporting_phrases.csv
    dass_indicative: bool = True
    infinitive: str = ""  # yes, perfect or ""
    indicative_verb_second: bool = False
    after_content: bool = True


def _frame(row: dict[str, str]) -> Frame:
    return Frame(
        lemma=row["lemma"],
        weak=row["class"] != "speech",
        alone=row["class"] != "phrase",
        dass_indicative=row["dass"] == "yes",
        infinitive=row["infinitive"],
        indicative_verb_second=row["verb_second"] == "indicative",
        after_content=row["after_content"] == "yes",
    )


FRAMES: dict[str, Frame] = {row["lemma"]: _frame(row) for row in rows("reporting_verbs")}
SEPARABLE: dict[str, set[str]] = {}  # stem → compounds: "geben" → {"angeben", "zugeben", …}
for _row in rows("reporting_verbs"):
    if _row["particle"]:
        SEPARABLE.setdefault(_row["lemma"].removeprefix(_row["particle"]), set()).add(_row["lemma"])
PHRASES: dict[
    str, list[tuple[tuple[str, ...], str]]
] = {}  # verb → (words that must be in the clause, lemma it reads as)
for _row in rows("reporting_phrases"):
    PHRASES.setdefault(_row["verb"], []).append((tuple(_row["with"].lower().split()), _row["reads_as"]))
ADJECTIVES = words("reporting_adjectives", "adjective")  # "zeigte sich überzeugt"
ADJECTIVES_WITH_SEIN = words("reporting_adjectives", "adjective", with_sein="yes")  # "ist überzeugt"

NOUNS = frozenset(noun.lower() for noun in words("reporting_nouns", "noun"))
NOUNS_WITH_INFINITIVE = frozenset(noun.lower() for noun in words("reporting_nouns", "noun", infinitive="yes"))
_NOUN_HEADS = tuple(noun.lower() for noun in words("reporting_nouns", "noun", compounds="yes"))

SOURCES: dict[str, str] = {row["noun"].lower(): row["after_nach"] for row in rows("source_nouns")}
SAID_BY_OWNER = frozenset(noun.lower() for noun in words("source_nouns", "noun", said_by="owner"))
_SOURCE_HEADS = tuple(sorted(noun.lower() for noun in words("source_nouns", "noun", compounds="yes")))

NAMING_VERBS = words("naming_verbs", "lemma")
TITLE_NOUNS = words("title_nouns", "noun")
SLOGAN_NOUNS = words("slogan_nouns", "noun")


@lru_cache(maxsize=50_000)
def reporting_noun(word: str) -> str | None:
    """The reporting noun that a word is or ends in ("Vorwürfe" → "vorwurf")."""
    base = lemma(word).lower()
    if base in NOUNS:
        return base
    return next((head for head in _NOUN_HEADS if base.endswith(head)), None)


@lru_cache(maxsize=50_000)
def source_noun(word: str) -> str | None:
    """The source noun that a word is or ends in ("Polizeiangaben" → "angabe"), a key of SOURCES."""
    base = lemma(word).lower()
    if base in SOURCES:
        return base
    for ending in ("", "en", "n", "e", "s"):
        stem = word.lower().removesuffix(ending)
        if not (stem.endswith(_SOURCE_HEADS) or base.endswith(_SOURCE_HEADS)):  # one quick look: most are none
            continue
        for head in _SOURCE_HEADS:
            if stem.endswith(head) or base.endswith(head):
                return head
    return None
