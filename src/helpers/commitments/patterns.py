"""Many patterns with * looked up in one word at once. Pattern → payload, word → the payloads of the patterns that fit.

Thousands of words are looked up once in every article, nearly all in vain: a pattern without or with a * at its ends is
found by its letters in a dict, and only the few others (a * inside, # for a number) are tried as regexes.
"""

import re
from collections import defaultdict
from typing import Any

NUMBER = re.compile(r"\d[\d.,'’]*|\w*(?:hundert|tausend)e?")  # what # stands for

LONGEST = 100  # letters of a word that are searched for patterns inside it


def glob(pattern: str) -> re.Pattern:
    """The regex of a pattern of the lexicon: * for any letters, # for a number."""
    if pattern == "#":
        return NUMBER
    return re.compile(".*".join(re.escape(part) for part in pattern.split("*")), re.DOTALL)


class Patterns:
    """The patterns of a word list; payloads come back in the order in which they were added."""

    def __init__(self) -> None:
        self.added: list[Any] = []
        self.tables: dict[tuple[bool, bool], dict[str, list[int]]] = {
            (before, after): defaultdict(list) for before in (False, True) for after in (False, True)
        }  # (* before the letters, * behind them) → letters → numbers of payloads
        self.lengths: dict[tuple[bool, bool], set[int]] = {key: set() for key in self.tables}
        self.others: list[tuple[re.Pattern, int]] = []

    def add(self, pattern: str, payload: Any) -> None:
        """Keep a payload for the words that fit a lower-case pattern."""
        number = len(self.added)
        self.added.append(payload)
        letters = pattern.strip("*")
        if "*" in letters or pattern == "#" or not letters:
            self.others.append((glob(pattern), number))
        else:
            stars = (pattern.startswith("*"), pattern.endswith("*"))
            self.tables[stars][letters].append(number)
            self.lengths[stars].add(len(letters))

    def find(self, word: str) -> list[Any]:
        """The payloads of all patterns that fit a lower-case word."""
        size = min(len(word), LONGEST)
        found = set(self.tables[False, False].get(word, ()))
        for length in self.lengths[True, False]:
            if length <= size:
                found.update(self.tables[True, False].get(word[-length:], ()))
        for length in self.lengths[False, True]:
            if length <= size:
                found.update(self.tables[False, True].get(word[:length], ()))
        inside = self.tables[True, True]
        for length in self.lengths[True, True]:
            for start in range(size - length + 1):
                if (numbers := inside.get(word[start : start + length])) is not None:
                    found.update(numbers)
        found.update(number for regex, number in self.others if regex.fullmatch(word))
        return [self.added[number] for number in sorted(found)]
