"""A measure that somebody does something about, before it is known how firmly and who."""

from dataclasses import dataclass

from . import words as lexicon
from .roles import Role
from .verbs import Verb


@dataclass(frozen=True, slots=True)
class Candidate:
    """A measure that somebody does something about."""

    verb: Verb
    mention: lexicon.Mention
    head: int  # the noun the verb takes: the measure itself or the noun of action over it
    role: Role  # of `head`
    arrow: str  # out | on | back | arrive | stay | leave | receive
    stance: lexicon.Stance | None = None  # the verb's, where it does not do the act but speaks of it
    nominal: bool = False  # the stance is a noun's: "Polens Zusage von Panzern"
