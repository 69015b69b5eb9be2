"""Many patterns with * looked up in one word at once. Pattern → payload, word → the payloads of the patterns that fit.

Thousands of words are looked up once in every article, nearly all in vain: a pattern without or with a * at its ends is
found by its first or last letters in a dict, and only the few others (a * inside, # for a number) are tried as regexes.
"""

import re
from collections import defaultdict
from typing import Any

NUMBER = re.compile(r"\d[\d.,'’]*|\w*(?:hundert|tausend)e?")  # what # stands for

LONGEST = 100  # letters of a word that are searched for patterns inside it
KEY = 3  # letters by which a pattern is looked up


def glob(pattern: str) -> re.Pattern:
    """The regex of a pattern of the lexicon: * for any letters, # for a number."""
    if pattern == "#":
        return NUMBER
    return re.compile(".*".join(re.escape(part) for part in pattern.split("*")), re.DOTALL)


class Patterns:
    """The patterns of a word list; payloads come back in the order in which they were added."""

    def __init__(self) -> None:
        self.added: list[Any] = []
        self.words: dict[str, list[int]] = defaultdict(list)  # no *: word → numbers of payloads
        self.beginnings: dict[str, list[tuple[str, int]]] = defaultdict(list)  # KEY letters → all letters, number
        self.endings: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self.inside: dict[str, list[tuple[str, int]]] = defaultdict(list)  # * before and behind
        self.others: dict[re.Pattern, list[int]] = defaultdict(list)

    def add(self, pattern: str, payload: Any) -> None:
        """Keep a payload for the words that fit a lower-case pattern."""
        number = len(self.added)
        self.added.append(payload)
        letters, before, behind = pattern.strip("*"), pattern.startswith("*"), pattern.endswith("*")
        if "*" in letters or pattern == "#" or len(letters) < KEY:
            self.others[glob(pattern)].append(number)
        elif before and behind:
            self.inside[letters[:KEY]].append((letters, number))
        elif before:
            self.endings[letters[-KEY:]].append((letters, number))
        elif behind:
            self.beginnings[letters[:KEY]].append((letters, number))
        else:
            self.words[letters].append(number)

    def find(self, word: str) -> list[Any]:
        """The payloads of all patterns that fit a lower-case word."""
        found = set(self.words.get(word, ()))
        found.update(number for letters, number in self.endings.get(word[-KEY:], ()) if word.endswith(letters))
        found.update(number for letters, number in self.beginnings.get(word[:KEY], ()) if word.startswith(letters))
        for start in range(min(len(word), LONGEST) - KEY + 1):
            for letters, number in self.inside.get(word[start : start + KEY], ()):
                if word.startswith(letters, start, LONGEST):
                    found.add(number)
        for regex, numbers in self.others.items():
            if regex.fullmatch(word):
                found.update(numbers)
        return [self.added[number] for number in sorted(found)]
