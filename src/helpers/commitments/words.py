"""The words of commitments, read from the lexicon. CSV rows → matchers.

A pattern is one or more words, * standing for any letters; a word of the text matches whatever its case. Longer phrases
win over shorter ones ("militärische Hilfe" over "Hilfe"), and a pattern with ! takes words out for its measure.
"""

from dataclasses import dataclass
from functools import cache

from ..lexicon import rows


@dataclass(frozen=True, slots=True)
class Measure:
    """One pattern of measures.csv: what it stands for and the kinds of act that make a commitment of it."""

    measure: str
    acts: frozenset[str]


@cache
def measure_classes() -> dict[str, str]:
    """Measure → class (military, financial, humanitarian, diplomatic …), in the order of the lexicon."""
    return {row["measure"]: row["class"] for row in rows("measures")}
