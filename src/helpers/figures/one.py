"""Whether “ein” is a number or the mere article. Pieces, Amount → bool."""

from ..lexicon import words
from . import amounts, nouns, units
from .amounts import Amount
from .pieces import Pieces, word_set

ONE_BEFORE = word_set(
    "nur lediglich bloß genau exakt je jeweils pro mindestens wenigstens höchstens maximal zumindest insgesamt"
)
BEING = word_set("ist war sei wäre bleibt blieb")
IT = word_set("es das dies")
ONE_TIME_BEFORE = ONE_BEFORE | word_set("vor seit nach binnen in innerhalb für um über fast knapp etwa rund gut einmal")
ONE_TIME_AFTER = word_set("später zuvor lang nach vor vorher alt darauf danach")
ONE_UNITS = word_set("year month week day hour minute second decade century quarter")
QUANTITIES = ("zahl", "menge", "reihe", "fülle")
REACH_OF_VERB = 10  # pieces looked back for a verb of lasting


def counts(pieces: Pieces, amount: Amount, start: int, unit: units.Unit | None) -> bool:
    """Whether “ein” counts: “nur ein Land”, “ein einziges Mal”, “eine Stunde später”, “ein Prozent”, “ein
    Mann und zwei Frauen”; the mere article does not."""
    before, after = pieces[start - 1].lower, pieces[amount.end]
    if pieces[amount.start].lower == "eins":
        return before == "minus"
    if unit is None and _judges(pieces, start, amount):
        return False
    if (
        start < amount.start
        and pieces[start].lower not in ("über", "unter", "um", "ab", "gut", "vielleicht")
        or before in ONE_BEFORE
    ):
        return after.kind == "word" and (unit is not None or nouns.head(pieces, amount.end, reach=5) is not None)
    if after.lower.startswith("einzig") and len(after.lower) <= 9:
        return True
    if unit is not None:
        if unit.code in ONE_UNITS:
            beside = before in ONE_TIME_BEFORE or pieces[unit.end].lower in ONE_TIME_AFTER or start < amount.start
            return beside or _lasting(pieces, start)
        return unit.kind in ("percent", "money") and unit.code not in ("GBP", "DEM", None) or unit.kind == "measure"
    if after.lower in ("der", "von") and pieces[amount.end + 1].kind == "plain":
        return True  # einer der 35 Staaten
    if after.capital and pieces[amount.end + 1].text in words("difference_words", "word"):
        return True  # ein Punkt Vorsprung, eine Stimme mehr
    if after.text in words("single_nouns", "noun"):
        return True  # ein Toter
    return _beside_number(pieces, amount)


def _judges(pieces: Pieces, start: int, amount: Amount) -> bool:
    """Whether “ein” says what something is like, not how many: “es ist nur ein Tropfen”, “nur einen kleinen Beitrag”,
    “fast eine Pflicht”, “nicht nur eine Frage”; “im Rat ist nur ein Land dagegen” counts."""
    if pieces[start].lower in _judging("before") or pieces[amount.end].lower.startswith(tuple(_judging("after"))):
        return True
    before = [pieces[i].lower for i in range(max(start - 4, 0), start)]
    negated = before[-1:] == ["nicht"] or before[-2:] == ["nicht", "nur"]
    return negated or any(word in BEING for word in before) and any(word in IT for word in before)


def _judging(place: str) -> frozenset[str]:
    return words("judging_words", "word", place=place)


def _lasting(pieces: Pieces, start: int) -> bool:
    """“Die Fahrt dauert eine Stunde”: a verb of lasting stands before it in the clause."""
    for k in range(start - 1, max(start - REACH_OF_VERB, -1), -1):
        if pieces[k].kind != "word" and pieces[k].text in ",;:.":
            return False
        if pieces[k].lower.startswith(("dauer", "brauch", "benötig")) and not pieces[k].capital:
            return True
    return False


def _beside_number(pieces: Pieces, amount: Amount) -> bool:
    """“zwei Frauen und ein Mann”, “ein Toter und drei Verletzte”."""
    noun = nouns.head(pieces, amount.end, reach=4)
    if noun is None or noun.link or pieces[noun.end].lower == "von":  # “Waldbrände und eine Fläche von 20 Hektar”
        return False
    if pieces[noun.end - 1].lower.endswith(QUANTITIES):
        return False  # zwei Sitze und eine Rekordzahl an Stimmen
    if pieces[noun.end].lower in ("und", "sowie"):
        other = amounts.single(pieces, noun.end + 1)
        if other and other.form != "article" and other.value > 1 and other.form == "word":
            return nouns.head(pieces, other.end, reach=4) is not None
    if pieces[amount.start - 1].lower in ("und", "sowie") and pieces[amount.start - 2].capital:
        for k in (amount.start - 3, amount.start - 4):
            other = amounts.single(pieces, k)
            if other and other.form in ("word", "digits") and other.end == k + 1 and 1 < other.value < 1000:
                return pieces[k].kind != "plain" or pieces[k + 1].text != "."
    return False
