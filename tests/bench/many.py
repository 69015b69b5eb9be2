"""Any number of articles from the sentences of annotated texts, made when they are needed; nothing of them is kept."""

import random
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
from planted import SENTENCE, texts

SENTENCES = (6, 14)  # in one article
FEWEST_WORDS = 5  # in one sentence


def many(bench: Path, count: int, seed: int = 0) -> pd.DataFrame:
    """`count` articles, each of sentences drawn from all texts of the quotation data set."""
    draw = random.Random(seed)
    found = {sentence for text in texts(bench) for sentence in SENTENCE.split(text)}
    pool = sorted(sentence for sentence in found if len(sentence.split()) >= FEWEST_WORDS)
    articles = [" ".join(draw.sample(pool, draw.randint(*SENTENCES))) for _ in range(count)]
    return pd.DataFrame({"article_id": [f"{number:06}" for number in range(count)], "text": articles})


def in_parts(articles: pd.DataFrame, rows: int) -> Iterator[pd.DataFrame]:
    """The same articles, `rows` at a time."""
    yield from (articles.iloc[start : start + rows] for start in range(0, len(articles), rows))
