"""States in a piece that leaves out the verb, and mostly the measure too. A candidate → (states, stance) of the pieces
behind its clause.

    "Belgien stellt sechs Kampfjets bereit, Norwegen ebenso viele."     → Norway, as Belgium
    "Portugal will drei Panzer abgeben, Spanien fünf, Malta keine."      → Spain, as Portugal; Malta: ruled out

A piece with a measure of its own ("…, Polen Munition") is a candidate by itself (`agents`).
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from ..grammar import FRAGMENT, Clause, noun_phrase, span_of
from .actors import Actor, Actors
from .acts import FRAGMENTS
from .candidate import Candidate
from .roles import NEGATIVE
from .words import mentions, word_set

SAME = word_set("""
    ebenso ebenfalls gleichfalls genauso auch dasselbe beides gleich viele viel gleiche je weitere weiteren weiterer
    noch einmal dagegen hingegen jedoch aber wiederum dafür zudem sogar immerhin mit rund etwa knapp fast über bis zu
    mehr als mindestens insgesamt nur sowie und stück exemplare mann millionen milliarden million milliarde euro dollar
    ein eine einen zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dutzend hundert tausend""")
NOT = NEGATIVE | {"nicht"}
REFUSED = frozenset({"pledged", "willing", "delivered"})
LONGEST = 9  # words of such a piece


def gapped(doc: Doc, candidate: Candidate, stance: str, actors: Actors) -> Iterator[tuple[list[Actor], str]]:
    """The states of the verbless pieces that go on with the candidate's clause, each with its stance."""
    clause = candidate.verb.clause
    clauses = clause.sentence.clauses
    for piece in clauses[clause.index + 1 : clause.index + FRAGMENTS]:
        if piece.kind != FRAGMENT:
            break
        start = piece.head
        while start < piece.end - 1 and piece.sentence.words[start].lower in SAME:
            start += 1
        phrase = noun_phrase(piece.sentence, start, piece.end)
        if phrase is None or piece.end - piece.start > LONGEST:
            continue
        said = [word.lower for word in (*clause.sentence.words[piece.start : phrase[0]],
                                        *clause.sentence.words[phrase[1] : piece.end])]  # fmt: skip
        if not _says_the_same(piece, said):
            continue
        negated = any(word in NOT for word in said)
        if negated and stance not in REFUSED:
            continue
        if states := [state for state in actors.of_span(span_of(doc, piece.sentence, phrase)) if state.country]:
            yield states, "ruled out" if negated else stance


def _says_the_same(piece: Clause, said: list[str]) -> bool:
    """Whether the words beside the state only count or repeat: "ebenso viele", "fünf", "mit 250 Millionen"."""
    enumerated = not said or said in (["und"], ["sowie"], ["auch"])
    known = all(word in SAME or word in NOT or word[:1].isdigit() for word in said)
    return known and not enumerated and not mentions([word.lower for word in piece.words])
