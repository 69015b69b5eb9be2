"""Bounds: the words beside a number that say how it is meant. Pieces → (bound, edge), from
lexicon/bounds.csv."""

from functools import cache

from ..lexicon import rows
from .pieces import Pieces, cut

LONGEST = 4


@cache
def _phrases(place: str) -> dict[tuple[str, ...], str]:
    return {
        tuple(piece.lower for piece in cut(row["words"])): row["bound"]
        for row in rows("bounds")
        if row["place"] == place
    }


def before(pieces: Pieces, i: int) -> tuple[str | None, int]:
    """The bound that ends just before piece i and the index where it begins; (None, i) without one."""
    for length in range(min(LONGEST, i), 0, -1):
        found = tuple(piece.lower for piece in pieces[i - length : i])
        if found in _phrases("before") and not any(piece.first for piece in pieces[i - length + 1 : i + 1]):
            return _phrases("before")[found], i - length
    return None, i


def after(pieces: Pieces, i: int) -> tuple[str | None, int]:
    """The bound that begins at piece i (“oder mehr”) and the index after it."""
    found = (pieces[i].lower, pieces[i + 1].lower)
    bound = _phrases("after").get(found)
    return (bound, i + 2) if bound else (None, i)
