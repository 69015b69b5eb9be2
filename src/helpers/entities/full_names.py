"""Full names and their spellings: when two are one person, which known person a name means, man or woman.

Transcriptions of one name sound alike (`offices.sound`); first names may be initials or one name in two languages.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from .. import lexicon, offices

FEMALE_ENDINGS = ("a", "e", "ine", "in", "eth", "ud")


@dataclass(slots=True, eq=False)
class Name:
    """One full name of the article, in all its spellings."""

    known: str | None  # canonical name of a known person
    spellings: Counter = field(default_factory=Counter)

    @property
    def canonical(self) -> str:
        """The lexicon's name, else the fullest spelling, the most frequent of these, the first of these."""
        if self.known:
            return self.known
        return max(self.spellings, key=lambda name: (len(name.split()), self.spellings[name]))

    def may_be(self, words: tuple[str, ...]) -> bool:
        """Whether the words can be one more spelling: of the same person as every spelling so far."""
        return all(same_person(tuple(spelling.split()), words) for spelling in self.spellings)


def joined(words: Iterable[str]) -> str:
    """The words of a name as one string, an apostrophe between two of them closed up (O’Keefe)."""
    return " ".join(words).replace(" ’ ", "’").replace(" ' ", "'")


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names can be spellings of one: the surnames sound alike, the first names are alike, an
    initial, or one name in two languages (Wladimir, Wolodymyr); or one is the other's end (Anna Maria Huber, Maria
    Huber)."""
    shared = min(len(one), len(other))
    if one[-shared:] == other[-shared:]:
        return True
    return alike(offices.surname(" ".join(one)), offices.surname(" ".join(other))) and _first_alike(one[0], other[0])


def alike(one: str, other: str) -> bool:
    return offices.fold(one) == offices.fold(other) or (
        min(len(one), len(other)) > 5 and offices.sound(one) == offices.sound(other)
    )


def _first_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short.endswith(".") and len(short) == 2:
        return long[:1] == short[:1]
    return offices.sound(one) == offices.sound(other) or any({one, other} <= group for group in _first_names())


@cache
def _first_names() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(cell.split("|")) for cell in sorted(lexicon.words("name_words", "word", kind="first")))


def known_person(words: tuple[str, ...]) -> str | None:
    """The known person of a full name, in any spelling; a middle name or initial may be missing or added."""
    name = " ".join(words)
    if name in offices.spellings():
        return offices.spellings()[name]
    people = offices.by_surname(offices.surname(name)) or offices.by_surname(words[-1])
    spelt = [(person, tuple(full.split())) for person in people for full in (person.name, *person.names) if " " in full]
    alike = {
        person.name
        for person, full in spelt
        if (_first_alike(full[0], words[0]) and _middles_agree(full, words)) or full[0] in words[1:-1]
    }
    return alike.pop() if len(alike) == 1 else None


def _middles_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((set(one[1:-1]), set(other[1:-1])), key=len)
    return short <= long


def gender(name: str) -> str:
    """“female” or “male”, by what is known of the name, else by the ending of the first name (a guess, good for
    choosing between two people of one surname, no more)."""
    known = offices.gender_of(name)
    feminine = known == "f" if known else name.split()[0].lower().endswith(FEMALE_ENDINGS)
    return "female" if feminine else "male"
