"""Printed interviews: “Müller: Das geht nicht.” What is said there is no report. text → range; Candidate → bool.

In an interview everything is somebody's own words without marks. Only what names a third party as its speaker (“Der
Minister behauptet, …”) is a quotation there; questions and answers themselves are none.
"""

import re
from collections import Counter

from .candidates import Candidate

LABEL = re.compile(
    r"^[ \t:*'_–-]{0,6}((?:[^\W\d_][\w.&-]{0,30} ){0,4}[^\W\d_][\w.&-]{0,30})['*_]{0,3}: ?['*_]{0,3}\s", re.M
)
LEAST_TURNS = 2  # of each of two speakers
SPOKEN_TO = frozenset(
    {"ich", "wir", "sie", "du", "ihr", "man", "mein", "meiner", "meinem", "unser", "unserer", "ihrer"}
)


def interview(text: str) -> tuple[int, int] | None:
    """From the first to the end of the last labelled turn; None where the text is no interview."""
    turns = list(LABEL.finditer(text))
    names = [turn[1].split()[-1] for turn in turns]  # “Karl Müller:”, later “Müller:”
    often = {name for name, n in Counter(names).items() if n >= LEAST_TURNS}
    if len(often) < 2:
        return None
    labelled = [turn for turn, name in zip(turns, names, strict=True) if name in often]
    end = text.find("\n", labelled[-1].end())
    return labelled[0].start(), end if end >= 0 else len(text)


def reports(candidate: Candidate, within: tuple[int, int]) -> bool:
    """Whether a quotation in an interview is somebody else's: its speaker is named, and in the third person."""
    if not within[0] <= candidate.start < within[1]:
        return True
    if candidate.speaker is None:
        return False
    phrase, words = candidate.speaker.phrase, candidate.speaker.sentence.words
    beside = {word.lower for word in words[max(0, phrase.start - 1) : phrase.start + 1]}
    if candidate.cue is not None and candidate.cue.sentence is candidate.speaker.sentence:
        cue = candidate.cue.phrase
        beside |= {word.lower for word in words[max(0, cue.start - 1) : cue.end + 1]}
    return not beside & SPOKEN_TO and any(word.text[:1].isupper() for word in words[phrase.start : phrase.end])
