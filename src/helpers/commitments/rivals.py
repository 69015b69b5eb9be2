"""Which of several readings of the same words counts: the special before the general, what is sent before what is
given. Candidates of one verb → those that stand."""

from ..countries import country_of
from ..grammar import Clause
from ..grammar.words import PREPOSITIONS
from .candidate import Candidate
from .state_words import FEMININE


def standing(found: list[Candidate]) -> list[Candidate]:
    """The candidates of one verb without those that another one says better."""
    named = [c for c in found if "pay" not in c.mention.acts] or found  # money is the amount of what is named
    named = [c for c in named if not any(_rather_sent(other, c) or _rather_trained(other, c) for other in named)]
    return [c for c in named if not any(_contains(c, other) for other in named)]


def _contains(candidate: Candidate, other: Candidate) -> bool:
    """Whether a measure only says in general what another one names: "Hilfen in Form von Lufttransporten"."""
    return other.mention != candidate.mention and other.head == candidate.mention.end - 1 and (
        other.mention.start > candidate.mention.start
    )  # fmt: skip


def _rather_sent(candidate: Candidate, other: Candidate) -> bool:
    """Whether the words of `other` name what is sent as well as what is given ("Kampfjets"): sent, they go on serving
    their state."""
    same = candidate.mention.start == other.mention.start and candidate.mention.measure != other.mention.measure
    if not same or {"give"} not in (candidate.mention.acts, other.mention.acts):
        return False
    sent, given = (candidate, other) if other.mention.acts == {"give"} else (other, candidate)
    if "send" not in sent.mention.acts:
        return False
    return (candidate is given) == _goes_to_state(candidate.verb.clause)


def _goes_to_state(clause: Clause) -> bool:
    """Whether a state stands in the dative or after "an": "sagte der Ukraine Kampfjets zu"."""
    words = clause.sentence.words
    return any(
        country_of(words[i].text) and (_is_dative(words, i) or words[i - 1].lower == "an" or words[i - 2].lower == "an")
        and not words[max(i - 2, 0)].is_noun and words[max(i - 2, 0)].lower not in PREPOSITIONS - {"an"}
        for i in range(clause.start + 1, clause.end)
    )  # fmt: skip


def _is_dative(words, i: int) -> bool:
    """ "der Ukraine", "dem Irak"; "der Sudan" is a nominative."""
    before = words[i - 1].lower
    return before in ("dem", "den") or (before == "der" and words[i].lower.endswith(FEMININE))


def _rather_trained(candidate: Candidate, other: Candidate) -> bool:
    """Whether the same words name people who are trained: "setzt die Ausbildung von Soldaten fort" sends none."""
    same = candidate.mention.start == other.mention.start and candidate.mention.measure != other.mention.measure
    return same and candidate.mention.measure == "training" and candidate.head != candidate.mention.end - 1
