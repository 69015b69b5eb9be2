"""Any number of articles that look like news, made from annotated texts when they are needed; nothing of them is kept.

What costs time and memory in a large corpus is how its words are spread, so that is what is imitated: articles come in
stories of very different size, sentences of one story share its names and rare words, some articles are near copies of
others, and the vocabulary keeps growing with the corpus (Heaps' law): a rare word of a source text stands for another
one in every story, now a new one, now one that other stories have, more often the more often it was used (Simon 1955,
“On a Class of Skew Distribution Functions”).
"""

import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
from planted import SENTENCE, texts

SENTENCES = (6, 14)  # in one article
FEWEST_WORDS = 5  # in one sentence
SOURCES = 3  # texts whose sentences tell a story
OPEN = 40  # stories that run side by side
MORE = 0.75  # chance that a story goes on with another article
COPY = 0.15  # share of articles that are an earlier article of their story with small changes
RARE = 8  # source texts a word may stand in and still be one that differs from story to story
NEW = 0.18  # chance that such a word was never used before
WORD = re.compile(r"[^\W\d_]{4,}")


def many(bench: Path, count: int, seed: int = 0) -> pd.DataFrame:
    """`count` articles: article_id, text."""
    parts = list(in_parts(bench, count, count, seed))
    return parts[0] if parts else pd.DataFrame({"article_id": [], "text": []})


def in_parts(bench: Path, count: int, rows: int, seed: int = 0) -> Iterator[pd.DataFrame]:
    """The same articles, `rows` at a time, made one part after another."""
    news = _news(texts(bench), random.Random(seed))
    for start in range(0, count, rows):
        numbers = range(start, min(start + rows, count))
        yield pd.DataFrame({"article_id": [f"{n:06}" for n in numbers], "text": [next(news) for _ in numbers]})


def _news(sources: list[str], draw: random.Random) -> Iterator[str]:
    words = [set(WORD.findall(text)) for text in sources]
    spread = Counter(word for found in words for word in found)
    rare = sorted(word for word, seen in spread.items() if seen <= RARE)
    used = list(rare)
    told = [[s for s in SENTENCE.split(text) if len(s.split()) >= FEWEST_WORDS] for text in sources]
    stories = [_Story(told, draw) for _ in range(OPEN)]
    known = set(rare)

    def other(word: str) -> str:
        if draw.random() < NEW:
            first, second = draw.choice(rare), draw.choice(rare)
            made = first[: draw.randint(3, 6)].lower() + second[-draw.randint(3, 7) :].lower()
            used.append(made.capitalize() if word[0].isupper() else made)
        else:
            used.append(draw.choice(used))
        return used[-1]

    while True:
        at = draw.randrange(OPEN)
        yield stories[at].article(draw, known, other)
        if draw.random() > MORE:
            stories[at] = _Story(told, draw)


class _Story:
    """Sentences of some texts, with rare words of its own."""

    def __init__(self, told: list[list[str]], draw: random.Random):
        self._sentences = sorted({sentence for text in draw.sample(told, SOURCES) for sentence in text})
        self._instead: dict[str, str] = {}
        self._articles: list[list[str]] = []

    def article(self, draw: random.Random, rare: set[str], other) -> str:
        if self._articles and draw.random() < COPY:
            chosen = [sentence for sentence in draw.choice(self._articles) if draw.random() < 0.85]
        else:
            wanted = min(draw.randint(*SENTENCES), len(self._sentences))
            chosen = [self._retold(sentence, rare, other) for sentence in draw.sample(self._sentences, wanted)]
        self._articles.append(chosen)
        return " ".join(chosen)

    def _retold(self, sentence: str, rare: set[str], other) -> str:
        def instead(match: re.Match) -> str:
            word = match.group()
            if word not in rare:
                return word
            if word not in self._instead:
                self._instead[word] = other(word)
            return self._instead[word]

        return WORD.sub(instead, sentence)
