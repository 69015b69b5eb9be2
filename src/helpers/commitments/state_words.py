"""The words that stand for a state. lexicon/state_actors.csv → what a noun makes of a phrase."""

from dataclasses import dataclass
from functools import cache, lru_cache

from ..lexicon import rows
from .patterns import Patterns

ADJECTIVES_OF_PARTS = (
    "bayerisch", "bayrisch", "sächsisch", "hessisch", "thüringisch", "thüringer", "niedersächsisch", "brandenburgisch",
    "saarländisch", "nordrhein-westfälisch", "baden-württembergisch", "rheinland-pfälzisch", "schleswig-holsteinisch",
    "mecklenburg-vorpommersch", "sachsen-anhaltisch", "tirolerisch", "kärntnerisch", "steirisch", "oberösterreichisch",
    "niederösterreichisch", "vorarlbergisch", "burgenländisch",
)  # fmt: skip
FEMININE = ("ei", "schweiz", "ukraine", "eu", "union", "republik", "küste")  # "der Ukraine" is no nominative
FEDERAL = frozenset({"DEU", "AUT"})


@dataclass(frozen=True, slots=True)
class Actor:
    """A state (country code) or an unnamed group of states (None), as the text names it."""

    country: str | None
    text: str


@lru_cache(maxsize=50_000)
def kind_of(noun: str) -> tuple[str, str | None] | None:
    """What a noun makes of a phrase: (kind, country code or None); None if it acts for no state."""
    wanted, taken_out = _state_actors()
    if taken_out.find(noun):
        return None
    found = wanted.find(noun)
    return next((meant for pattern, meant in found if pattern == noun), found[0][1] if found else None)


@cache
def _state_actors() -> tuple[Patterns, Patterns]:
    """The rows of lexicon/state_actors.csv by their pattern: (pattern, (kind, country)); and what is taken out."""
    wanted, taken_out = Patterns(), Patterns()
    for row in rows("state_actors"):
        pattern = row["pattern"].lower()
        if pattern.startswith("!"):
            taken_out.add(pattern[1:], None)
        else:
            wanted.add(pattern, (pattern, (row["kind"], row["country"] or None)))
    return wanted, taken_out


@cache
def parts_of_states() -> frozenset[str]:
    """The Länder of federal states: what they do is no act of the state."""
    return frozenset(row["name"] for row in rows("countries") if row["kind"] == "place" and row["code"] in FEDERAL)
