"""The counted noun: the head of the noun phrase that follows a number. Pieces → Noun, or None.

Between number and noun may stand adjectives (“30 andere Länder”), an extended participial attribute
(“25.000 im Westen stationierte Soldaten”; Duden, Die Grammatik, “erweitertes Partizipialattribut”), or a
partitive link (“26 der 35 Länder”, “Hunderte von Menschen”). German writes nouns with a capital, so the
head is the first capitalised word that is not an adjective itself."""

import re
from functools import lru_cache
from typing import NamedTuple

import simplemma

from . import numbers
from .pieces import NUMERIC, Piece, Pieces, word_set

REACH = 12  # pieces looked at after the number
PARTITIVE = word_set("der von dieser jener aller seiner ihrer unserer deren des")
DETERMINERS = word_set("der den dieser diesen ihrer seiner unserer ihren seinen deren")
FUNCTION_WORDS = word_set(
    """aber alle aller allen alles als am an andererseits auch auf aus außer bei beim bereits bevor bis da
    daher damit dann das dass dem den denen denn der deren derer des dessen die dies diese diesem
    diesen dieser dieses doch dort durch ein eine einem einen einer eines er es etwa euch für gegen
    gegenüber habe haben hat hatte hatten hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer
    im in indem ins ist ja jede jedem jeden jeder jedes jedoch jene jener kann keine keinen können
    könnte könnten man mehr mit mussten muss müssen nach neben nicht noch nun nur ob obwohl oder
    ohne sehr sei seien sein seine seinem seinen seiner seit sich sie sind so sodass soll sollen
    sollte sollten sowie statt trotz über um und uns unser unsere unseren unter viele vielen vom von
    vor wäre wären waren war wegen weil welche welcher wenn wer werde werden wie wieder will wir
    wird wo wobei wofür wollen wollte wollten worden während wurde wurden würde würden zu zum zur
    zwar zwischen zufolge pro je ab sagte sagten gab gaben kam kamen ging gingen blieb blieben lag
    lagen stand standen starben starb seien haben habe lebten leben machen machten erhielten erhielt
    nahmen nahm fanden fand"""
)
PREPOSITIONS = word_set(
    """im in am an auf aus bei beim durch für gegen mit nach seit über um unter vom von vor während wegen
    zu zum zur zwischen ohne gegenüber nahe per"""
)
ADVERBS = word_set(
    """schwer leicht neu bisher bislang derzeit zuletzt gestern heute noch bereits dort hier voll teils
    meist zumeist schlecht gut schwerst nicht stark politisch zusätzlich illegal offiziell gerade
    frisch eigens rechtlich kürzlich früh gleich besonders sehr weniger mehr ehemals wild legal
    teilweise zumindest rechtsextrem ständig dauerhaft freiwillig direkt weit zuvor zusammen
    meistens medizinisch militärisch ethnisch knapp jährlich täglich"""
)
PARTICIPLE = re.compile(
    r"(?:\w*ge\w+t|\w*ge\w+en|\w+iert|(?:\w*(?:be|ver|er|ent|zer|miss|über|unter|wieder))\w+(?:t|en)|\w+end)(?:e|en|er|es|em)"
)
ENDINGS = re.compile(r".{2,}(?:e|en|er|es|em)")
FINITE = word_set(
    "wurde wurden war waren ist sind hat haben hatte hatten wird werden soll sollen kann können muss müssen"
    " kam kamen sagte sagten ging starb starben"
)
NOT_COUNTED = word_set(
    """montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai
    juni juli august september oktober november dezember uhr prozent sie ihnen ihr ihre"""
)
SEXES = word_set("männer männern frauen jungen buben mädchen burschen kinder kindern")


class Noun(NamedTuple):
    """The counted noun from `start` to `end` (piece indices); `link` is true when a partitive word leads
    to it."""

    start: int
    end: int
    link: bool


def head(pieces: Pieces, i: int, *, reach: int = REACH) -> Noun | None:
    """The counted noun of the number that ends before piece i."""
    stop = min(i + reach, len(pieces))
    link = False
    j = i
    if pieces[j].lower == "von" and (noun := _extended(pieces, j)) is not None:
        return _noun(pieces, noun, link)
    if pieces[j].lower in PARTITIVE and not pieces[j].first and partitive(pieces, j):
        link, j = True, j + 1
        while pieces[j].lower in DETERMINERS or _number(pieces[j]):
            j += 1
    while j < stop:
        piece = pieces[j]
        if piece.first:
            return None
        if piece.kind == "mark":
            if piece.text in "„“”\"»«‚‘’'" and pieces[j + 1].capital or piece.text == "-" and piece.glued:
                j += 1
                continue
            if piece.text == "," and j > i and adjective(pieces[j - 1]) and adjective(pieces[j + 1]):
                j += 1  # “20 junge, arbeitslose Menschen”
                continue
            return None
        if piece.kind == "code":
            return Noun(j, j + 1, link) if j == i or adjective(pieces[j - 1]) else None
        if piece.kind != "word":
            return None
        if piece.capital:
            return _noun(pieces, j, link)
        if (
            adjective(piece)
            and (_leads(pieces, j + 1) or link)
            or piece.lower in ("und", "oder", "bis", "sowie", "bzw")
            and j > i
            and adjective(pieces[j - 1])
        ):
            j += 1
        else:
            noun = _extended(pieces, j)
            return Noun(noun, _noun(pieces, noun, link).end, link) if noun is not None else None
    return None


def partitive(pieces: Pieces, j: int) -> bool:
    """“der 35 Länder”, “der Opfer”, “von ihnen”: a noun phrase follows, not a clause of its own."""
    k = j + 1
    while pieces[k].lower in DETERMINERS or _number(pieces[k]) or adjective(pieces[k]):
        k += 1
    return pieces[k].capital and not pieces[k].first


def _number(piece: Piece) -> bool:
    return piece.kind in NUMERIC or (piece.kind == "word" and numbers.word(piece.lower) is not None)


def _noun(pieces: Pieces, j: int, link: bool) -> Noun | None:
    """The noun at a capitalised piece j, past capitalised adjectives (Berliner, US-amerikanische) and
    “Polizei- und”."""
    piece, after = pieces[j], pieces[j + 1]
    if piece.lower in NOT_COUNTED or any(piece.lower.startswith(day) for day in ("montag", "donnerstag", "sonntag")):
        return None
    if after.text == "-" and after.glued and pieces[j + 2].lower in ("und", "oder", "sowie", "bzw", "bis"):
        k = j + 3 + (pieces[j + 3].text == "." and pieces[j + 3].glued)
        if pieces[k].kind == "word":
            return Noun(j, k + 1, link)
    if after.capital and not after.first and _capital_adjective(piece.text, after.text):
        return _noun(pieces, j + 1, link)
    last = piece.text.rpartition("-")[2]
    if last[0].islower() and adjective(piece) and (noun := _next_noun(pieces, j + 1)) is not None:
        return _noun(pieces, noun, link)
    if after.lower == "und" and pieces[j + 2].capital and _pair(piece.lower, pieces[j + 2].lower):
        return Noun(j, j + 3, link)
    return Noun(j, j + 1, link)


def _pair(one: str, other: str) -> bool:
    """“Soldatinnen und Soldaten”, “Männer und Frauen”: two words for one crowd."""
    feminine, masculine = (one, other) if one.endswith("innen") else (other, one)
    if feminine.endswith("innen"):
        return feminine[:4] == masculine[:4]
    return one in SEXES and other in SEXES


def _capital_adjective(word: str, noun: str) -> bool:
    """“Berliner Polizisten”, “Vereinte Nationen”-like; “Mitarbeiter Googles” is noun and genitive
    name."""
    if word.rpartition("-")[2][0].islower() or word.endswith(("ische", "ischen", "ischer")):
        return True
    if word.endswith(("aner", "ier", "iener")):  # inhabitants: “der 40-jährige Italiener Rossi”
        return False
    return word.endswith("er") and not noun.endswith("s") and not _agent(word.lower())


@lru_cache(maxsize=65536)
def _agent(lower: str) -> bool:
    """Whether a word in -er is a common noun (Kämpfer, Kinder), which the German word list of simplemma
    knows."""
    return simplemma.is_known(lower[0].upper() + lower[1:], lang="de") and not simplemma.is_known(
        lower[0].upper() + lower[1:-2], lang="de"
    )


def _next_noun(pieces: Pieces, j: int) -> int | None:
    while pieces[j].kind == "word" and not pieces[j].first:
        if pieces[j].capital:
            return j
        if not adjective(pieces[j]):
            return None
        j += 1
    return None


def _leads(pieces: Pieces, j: int) -> bool:
    """Whether what follows an adjective can still lead to its noun."""
    for k in range(j, j + 8):
        piece = pieces[k]
        if piece.capital or piece.kind == "code":
            return not piece.first
        if piece.first or not (piece.kind == "word" or piece.text in ',„"“»'):
            return False
        if piece.kind == "word" and not (adjective(piece) or piece.lower in ("und", "oder", "bis", "sowie")):
            return _extended(pieces, k) is not None
    return False


def _extended(pieces: Pieces, j: int) -> int | None:
    """The noun behind an extended attribute that begins at piece j: “im Westen stationierte Soldaten”."""
    first = pieces[j]
    if first.kind != "word" or not (first.lower in PREPOSITIONS or first.lower in ADVERBS or _adverb(first.lower)):
        return None
    filled = first.lower not in PREPOSITIONS  # a preposition needs its own noun phrase before the participle
    for k in range(j + 1, j + REACH):
        piece = pieces[k]
        if piece.first or piece.kind not in ("word", "plain", "number", "code"):
            return None
        if filled and not piece.capital and PARTICIPLE.fullmatch(piece.lower) and piece.lower not in FUNCTION_WORDS:
            return _next_noun(pieces, k + 1)
        if not piece.capital and piece.lower in FINITE:
            return None
        if first.lower in PREPOSITIONS:
            filled = filled or piece.kind != "word" or piece.capital or piece.lower in ADVERBS
        elif not (adjective(piece) or piece.lower in PREPOSITIONS or piece.lower in ADVERBS or piece.capital):
            return None
        elif adjective(piece) and (noun := _next_noun(pieces, k)) is not None and k == j + 1:
            return noun
    return None


def _adverb(lower: str) -> bool:
    return lower.endswith(("lich", "isch", "weise", "iert", "ell", "bar", "ig", "los")) and lower not in FUNCTION_WORDS


def adjective(piece: Piece) -> bool:
    """Whether a piece can be an inflected adjective or participle before a noun."""
    if piece.kind != "word":
        return False
    last = piece.text.rpartition("-")[2]
    return last[0].islower() and _adjective(last)


@lru_cache(maxsize=65536)
def _adjective(lower: str) -> bool:
    if lower in FUNCTION_WORDS or not ENDINGS.fullmatch(lower):
        return lower in ("weitere", "prima", "lila", "tausend", "hundert")
    if lower.endswith("en") and not PARTICIPLE.fullmatch(lower):
        # “kamen”, “stimmten” are verbs: their lemma is an infinitive; that of “kleinen” is an adjective
        return not simplemma.lemmatize(lower, lang="de").endswith(("en", "ern", "eln")) or lower.endswith("enen")
    return True
