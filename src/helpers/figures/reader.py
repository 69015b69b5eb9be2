"""The pass over a text: at every piece that can begin a figure, the forms are tried in order. Pieces →
Expressions.

figure := reference | date | compound | score | age in brackets | ordinal | multiple | phrase
"""

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from . import amounts, bounds, compounds, dates, labels, nouns, phrases, units
from .expression import Expression
from .pieces import Pieces, word_set

NUMERIC = word_set("plain number dotted slash clock isodate daydate")
WORDS = word_set("zwischen beide beiden doppelt halb doppelte doppelten")
COUNTING_BOUNDS = frozenset({"more than", "less than", "at least"})


class Persons(NamedTuple):
    """Where the names of persons begin and end in the text, as far as they are known."""

    starts: frozenset[int] = frozenset()
    ends: frozenset[int] = frozenset()


NOBODY = Persons()


def read_all(pieces: Pieces, today: dt.date | None, persons: Persons = NOBODY) -> list[Expression]:
    """Every figure of a text, in reading order; relative dates count from `today`."""
    found, i, size = [], 0, len(pieces)
    while i < size:
        piece = pieces[i]
        if not (piece.kind in NUMERIC or (opens(piece.lower) if piece.kind == "word" else _minus(pieces, i))):
            i += 1
            continue
        expression = _read(pieces, i, today, persons)
        if expression is not None:
            found.append(expression)
            i = max(i + 1, expression.resume or expression.end)
        else:
            i += 1
    return found


def _minus(pieces: Pieces, i: int) -> bool:
    return pieces[i].text in amounts.MINUS and pieces[i + 1].kind in NUMERIC


@lru_cache(maxsize=65536)
def opens(lower: str) -> bool:
    """Whether a word can begin a figure: the quick test that most words of a text fail."""
    return (
        lower in WORDS or amounts.begins(lower) or dates.begins(lower)
        or labels.ordinal_word(lower) is not None
        or compounds.begins(lower)
    )  # fmt: skip


def _read(pieces: Pieces, i: int, today, persons) -> Expression | None:
    if (label := labels.reference(pieces, i)) is not None:
        return Expression(label.start, label.end, label.kind, label.value, counted=label.counted)
    date = dates.read(pieces, i, today)
    if date is not None and not _counts(pieces, date):
        days = {"date_from": date.first, "date_to": date.last, "returns": date.returns}
        return Expression(date.start, date.end, "date", bound=None, **days)
    for form in (_score, _ordinal, _multiple, _both):
        if (found := form(pieces, i)) is not None:
            return found
    found = _compound(pieces, i, persons) or _age_in_brackets(pieces, i, persons)
    return found or phrases.between(pieces, i) or phrases.read(pieces, i, today)


def _counts(pieces: Pieces, date: dates.Date) -> bool:
    """Whether what looks like a year counts: “mehr als 1983 Menschen”."""
    bound, _ = bounds.before(pieces, date.start)
    return bound in COUNTING_BOUNDS and pieces[date.start].kind == "plain" and pieces[date.end].capital


def _compound(pieces: Pieces, i: int, persons: Persons) -> Expression | None:
    found = compounds.read(pieces, i)
    if found is None:
        return None
    bound, start = bounds.before(pieces, i)
    noun = nouns.head(pieces, found.end, reach=4) if found.adjective else None
    if noun and pieces[noun.start].start in persons.starts:
        noun = None  # der 62-jährige Ban Ki-moon
    kind, unit, end = found.kind, found.unit, noun.end if noun and not noun.link else found.end
    name = pieces[noun.end - 1].text if noun else found.noun
    if kind == "age" and compounds.lasts(name):
        kind = "duration"
    if kind == "count" and pieces[found.end].lower == "so" and pieces[i].lower.endswith("mal"):
        kind, unit = "measure", "times"
    counted = (noun.start, noun.end) if noun and not noun.link else found.noun
    return Expression(start, end, kind, found.value, None, bound or "exactly", unit, counted, resume=found.end)


def _score(pieces: Pieces, i: int) -> Expression | None:
    """2:1; “52 zu 48 Stimmen”."""
    if pieces[i].kind == "clock" and pieces[i - 1].text != "+":  # “+++ 12:51 …”: the time of an entry
        left, right, *more = pieces[i].text.split(":")
        if "," in right and not more:  # 1:43,21 Minuten
            seconds = int(left) * 60 + float(right.replace(",", "."))
            end = i + 1 + (pieces[i + 1].lower in ("minuten", "min"))
            return Expression(i, end, "duration", seconds, unit="second")
        if "," in pieces[i].text:
            return None
        return None if more else Expression(i, i + 1, "score", float(left), float(right))
    if pieces[i + 1].lower != "zu" or pieces[i].kind not in ("plain", "word") or pieces[i].lower in amounts.ARTICLES:
        return None
    left, right = amounts.single(pieces, i), amounts.single(pieces, i + 2)
    if right is None or pieces[i + 2].lower in amounts.ARTICLES:
        return None
    if left is None or left.end != i + 1 or "share" in (left.form, right.form) or right.scale > 1:
        return None
    return Expression(i, right.end, "score", left.value, right.value)


def _age_in_brackets(pieces: Pieces, i: int, persons: Persons) -> Expression | None:
    """“Max M. (45)”, “Erika Muster (61, SPD)”: after a person, or two capitalised words where persons are
    unknown."""
    piece, close = pieces[i], pieces[i + 1]
    if piece.kind != "plain" or pieces[i - 1].text != "(" or close.text not in (")", ",", "/"):
        return None
    if not 0 < len(piece.text) <= 3 or not 1 <= int(piece.text) <= 115:
        return None
    k = i - 2 - (pieces[i - 2].text == ".")
    named = pieces[i - 2].end in persons.ends or pieces[k].end in persons.ends
    initial = pieces[i - 2].text == "." and len(pieces[k].text) == 1 and pieces[k].capital and pieces[k - 1].capital
    return Expression(i, i + 1, "age", float(piece.text), unit="year") if named or initial else None


def _ordinal(pieces: Pieces, i: int) -> Expression | None:
    """“der 3. Platz”, “der dritte Tag”, “die zweitgrößte Stadt”; “jeder dritte Befragte” is a share."""
    if pieces[i].kind == "plain":
        if not labels.ordinal_digits(pieces, i):
            return None
        value, end = float(pieces[i].text), i + 2
    elif pieces[i].kind == "word" and (place := labels.ordinal(pieces, i)) is not None:
        value, end = float(place), i + 1
    else:
        return None
    noun = nouns.head(pieces, end, reach=4)
    noun = noun if noun and not noun.link else None
    counted, stop = noun and (noun.start, noun.end), noun.end if noun else end
    if pieces[i - 1].lower in labels.EACH and value > 1 and not (noun and _recurs(pieces, noun)):
        bound, start = bounds.before(pieces, i - 1)
        return Expression(start, stop, "percent", 1 / value, None, bound or "exactly", "share", counted, resume=end)
    return Expression(i, stop, "ordinal", value, counted=counted, resume=end)


def _recurs(pieces: Pieces, noun: nouns.Noun) -> bool:
    """“jeden zweiten Tag”, “jedes dritte Mal”: how often, not how many of them."""
    unit = units.read(pieces, noun.start)
    return unit is not None or pieces[noun.start].lower in ("mal", "spieltag", "wochenende")


def _multiple(pieces: Pieces, i: int) -> Expression | None:
    """“doppelt so viele”, “halb so groß”, “das Doppelte”."""
    lower = pieces[i].lower
    if lower in ("doppelt", "halb") and pieces[i + 1].lower == "so" and pieces[i + 2].kind == "word":
        bound, start = bounds.before(pieces, i)
        return Expression(
            start,
            i + 3,
            "measure",
            2.0 if lower == "doppelt" else 0.5,
            bound=bound or "exactly",
            unit="times",
        )
    if (
        lower in ("doppelte", "doppelten")
        and pieces[i].capital
        and pieces[i - 1].lower in ("das", "dem", "aufs", "ums")
    ):
        return Expression(i, i + 1, "measure", 2.0, unit="times")
    return None


def _both(pieces: Pieces, i: int) -> Expression | None:
    """“beide Länder”, “die beiden Staats- und Regierungschefs”."""
    if pieces[i].lower not in ("beide", "beiden"):
        return None
    noun = nouns.head(pieces, i + 1, reach=4)
    if noun is None or noun.link or pieces[noun.start].lower in ("seiten",):
        return None
    return Expression(i, noun.end, "count", 2.0, counted=(noun.start, noun.end), resume=i + 1)
