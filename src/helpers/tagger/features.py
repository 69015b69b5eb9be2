"""What the name tagger sees of a sentence. words → vector row, characters and flags of each word, flags of its place.

Training and tagging share this module, so that both see the same. What belongs to a word wherever it stands
(`WordReader`) is worked out once per word; what belongs to its place in the sentence (`PhraseLists`, `place_flags`) is
worked out per sentence. Flags are strings such as "shape=title"; the network keeps one vector for each.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import simplemma

QUOTES = dict.fromkeys(map(ord, "„“”«»‟〝〞＂"), '"') | dict.fromkeys(map(ord, "‚‘’‛‹›`´′"), "'")
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
ONE_MARK = QUOTES | DASHES

MAX_CHARACTERS = 20  # longer words keep their two ends
SHORTEST_HEAD, LONGEST_HEAD = 4, 24  # letters of the last part of a compound that may stand for the whole word
MAX_COUNT_BIN = 9
COUNT_NAMES = ("first name", "title", "preposition", "article", "adjective", "company form", "frequency")
INFLECTIONS = ("", "s", "es", "e", "en", "n", "er", "in", "innen")
LONGEST_IN_DICTIONARY = 40  # letters
DIGIT = re.compile(r"\d")


class Word(NamedTuple):
    """What belongs to a word wherever it stands."""

    row: int  # in the table of word vectors; -1: none
    characters: str
    flags: tuple[str, ...]


@lru_cache(maxsize=50_000)
def normalise(word: str) -> str:
    """One quotation mark, one apostrophe, one dash, composed letters, so that outlets differ less."""
    return unicodedata.normalize("NFC", word).translate(ONE_MARK)


class WordReader:
    """Reads one word: its row of the vector table, its characters, and its flags.

    `rows` maps a word of the vector table to its row, `counts[row]` are its context counts (how often it follows a
    first name, a title, a preposition …, in tenths; negative: unknown), `lists` maps the name of a list to its
    single words, `endings` the name of a list to the last letters of its words.
    """

    def __init__(self, rows: Mapping[str, int], counts, lists: Mapping[str, Iterable[str]], endings) -> None:
        self.rows = rows
        self.counts = counts
        self.lists = {name: frozenset(words) for name, words in lists.items()}
        self.endings = {
            name: frozenset(word + inflection for word in words for inflection in INFLECTIONS)
            for name, words in endings.items()
        }

    def read(self, word: str) -> Word:
        """The features of a word that `normalise` has seen."""
        row, found = self._row(word)
        characters = word if len(word) <= MAX_CHARACTERS else word[: MAX_CHARACTERS // 2] + word[-MAX_CHARACTERS // 2 :]
        flags = [f"vector={found}", f"shape={_shape(word)}", f"case={self._commoner_case(word)}"]
        flags += [f"dictionary={_in_dictionary(word)}", *self._counted(row, found), *self._listed(word)]
        if any(character.isdigit() for character in word):
            flags.append("digit")
        if "-" in word[1:-1]:
            flags.append("hyphen")
            flags += [f"first part={name}" for name in self._lists_of(word.split("-")[0])]
            if word.split("-")[0].isupper():
                flags.append("first part=capitals")
        return Word(row, characters, tuple(flags))

    def _row(self, word: str) -> tuple[int, str]:
        word = DIGIT.sub("0", word)
        tries = [("word", word), ("genitive", word.removesuffix("s")), ("lower", word.lower())]
        tries += [("dot", word.rstrip(".")), ("title", word.title()), ("last part", word.rsplit("-", 1)[-1])]
        for found, form in tries:
            if form in self.rows:
                return self.rows[form], found
        for first in range(max(1, len(word) - LONGEST_HEAD), len(word) - SHORTEST_HEAD + 1):  # the longest ending first
            for form in (word[first:].capitalize(), word[first:]):
                if form in self.rows:
                    return self.rows[form], "head"
        return -1, "none"

    def _commoner_case(self, word: str) -> str:
        """Which is commoner, the word with a capital or without: rows stand in the order of frequency."""
        lower, title = self.rows.get(word.lower()), self.rows.get(word.capitalize())
        if lower is None or title is None:
            return "unknown" if lower is title else "title" if lower is None else "lower"
        return "rather lower" if lower < title else "rather title"

    def _counted(self, row: int, found: str) -> list[str]:
        if row < 0 or found not in {"word", "genitive"}:
            return []
        return [
            f"after {name}={min(int(count), MAX_COUNT_BIN)}"
            for name, count in zip(COUNT_NAMES, self.counts[row], strict=True)
            if count >= -1
        ]

    def _lists_of(self, word: str) -> list[str]:
        return [name for name, words in self.lists.items() if word in words]

    def _listed(self, word: str) -> list[str]:
        flags = [f"list={name}" for name in self._lists_of(word)]
        if word.endswith("s"):
            flags += [f"list={name}+s" for name in self._lists_of(word[:-1])]
        lower = word.lower()
        tails = {lower[first:] for first in range(max(0, len(lower) - LONGEST_HEAD), len(lower))}
        return flags + [f"ending={name}" for name, words in self.endings.items() if not tails.isdisjoint(words)]


def _shape(word: str) -> str:
    if not any(character.isalnum() for character in word):
        return word if len(word) == 1 and word.isascii() else "mark"
    if word.isupper():
        return "capital" if len(word) == 1 else "capitals"
    if word.islower():
        return "lower"
    if word[0].isupper():
        return "title" if word[1:].islower() else "title mixed"
    return "mixed" if any(character.isalpha() for character in word) else "number"


def _in_dictionary(word: str) -> str:
    """Whether simplemma's German dictionary, which has few names, holds the word, and how it writes the lemma."""
    if len(word) > LONGEST_IN_DICTIONARY or not simplemma.is_known(word, "de"):
        return "no"
    return "capital" if simplemma.lemmatize(word, "de")[:1].isupper() else "lower"


class SeenWords:
    """What single capitalised words were in the training sentences; `lists` maps a flag to its words. A word without
    flags has those of its genitive's nominative."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self.flags_of: dict[str, list[str]] = defaultdict(list)
        for flag, words in lists.items():
            for word in words:
                self.flags_of[word].append(flag)

    def flags(self, word: str) -> list[str]:
        """Such as "PER last=often", "no name=once"."""
        known = self.flags_of.get(word)
        return known or (word.endswith("s") and self.flags_of.get(word[:-1])) or []


class PhraseLists:
    """Finds the longest phrases of some lists in a sentence; `lists` maps a list's name to its phrases, each a tuple
    of words. A genitive -s on the last word is allowed."""

    def __init__(self, lists: Mapping[str, Iterable[tuple[str, ...]]]) -> None:
        self.names: dict[tuple[str, ...], list[str]] = {}
        self.longest: dict[str, int] = {}  # first word → the most words a phrase that begins with it has
        for name in sorted(lists):
            for phrase in lists[name]:
                self.names.setdefault(phrase, []).append(name)
                for first in (phrase[0], phrase[0] + "s") if len(phrase) == 1 else (phrase[0],):
                    self.longest[first] = max(len(phrase), self.longest.get(first, 0))

    def flags(self, words: Sequence[str]) -> list[list[str]]:
        """For each word, `<list>:1` where a phrase of one word stands, `<list>:first`/`<list>:next` in a longer one,
        `<list>:part` where its part before a hyphen is listed."""
        flags = [[f"{name}:part" for name in self._part_names(word)] if "-" in word else [] for word in words]
        covered = 0
        for first, word in enumerate(words):
            if word not in self.longest:
                continue
            for length in range(min(self.longest[word], len(words) - first), 0, -1):
                names = self._names(tuple(words[first : first + length]))
                if names and first + length > covered:
                    for name in names:
                        flags[first].append(f"{name}:1" if length == 1 else f"{name}:first")
                        for inside in range(first + 1, first + length):
                            flags[inside].append(f"{name}:next")
                    covered = first + length
                    break
        return flags

    def _part_names(self, word: str) -> list[str]:
        part, hyphen, rest = word.partition("-")
        return self.names.get((part,), []) if part and hyphen and rest else []

    def _names(self, phrase: tuple[str, ...]) -> list[str]:
        names = self.names.get(phrase)
        if names is None and phrase[-1].endswith("s"):
            names = self.names.get((*phrase[:-1], phrase[-1][:-1]))
        return names or []


def place_flags(words: Sequence[str]) -> list[list[str]]:
    """Flags of a word's place: first of its sentence, between quotation marks, an acronym in brackets and what it
    may stand for, in a sentence that is all capitals."""
    flags: list[list[str]] = [[] for _ in words]
    if not words:
        return flags
    flags[0].append("first")
    opened = None
    for index, word in enumerate(words):
        if word == '"':
            if opened is not None:
                for inside in range(opened + 1, index):
                    flags[inside].append("quoted" if index - opened <= 6 else "quoted long")
            opened = index if opened is None else None
        elif word == "(" and index + 2 < len(words) and words[index + 2] == ")":
            acronym = words[index + 1]
            if acronym.isupper() and 1 < len(acronym) < 8:
                flags[index + 1].append("acronym")
                for before in range(max(0, index - len(acronym)), index):
                    flags[before].append("before acronym")
    if sum(word.isupper() and len(word) > 1 for word in words) > len(words) // 2:
        for flag in flags:
            flag.append("all capitals")
    return flags
