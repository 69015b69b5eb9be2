"""A corpus with planted reuse at known shares, built from annotated texts at test time; nothing of them is kept.

Each planted article holds a block of sentences of a source article, edited as editors do (a word dropped, a number
changed, a word replaced, a clause moved), within sentences of a third article that is not in the corpus itself.
"""

import gzip
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from helpers import overlap
from helpers.overlap.stories import COPIES

SHARES = (1.0, 0.75, 0.5, 0.25, 0.1)
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„])")


@dataclass(frozen=True)
class Reuse:
    """One planted pair: offsets of the block in the source and of its edited copy."""

    source: str
    copy: str
    share: float
    in_source: tuple[int, int]
    in_copy: tuple[int, int]


def texts(bench: Path) -> list[str]:
    """The distinct texts of 120 words or more of the quotation data set."""
    found = []
    for name in ("quotes-train", "quotes-dev"):
        with gzip.open(bench / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            found += [json.loads(line)["text"] for line in lines]
    return sorted({text for text in found if len(text.split()) >= 120})


def corpus(texts: list[str], each: int, seed: int = 0) -> tuple[pd.DataFrame, list[Reuse]]:
    """Articles (sources, copies and bystanders) and what was planted: `each` copies at every share."""
    draw = random.Random(seed)
    texts = draw.sample(texts, len(texts))
    hosts, rest = texts[: each * len(SHARES)], texts[each * len(SHARES) :]
    articles, planted = {f"a{n:04}": text for n, text in enumerate(rest)}, []
    for number, host in enumerate(hosts):
        source, share = f"a{number:04}", SHARES[number % len(SHARES)]
        text, in_source, in_copy = _plant(rest[number], host, share, draw)
        articles[f"b{number:04}"] = text
        planted.append(Reuse(source, f"b{number:04}", share, in_source, in_copy))
    return pd.DataFrame({"article_id": list(articles), "text": list(articles.values())}), planted


def scores(articles: pd.DataFrame, planted: list[Reuse]) -> dict[str, float]:
    """Recall of planted pairs by share among those called copies and in `pairs`, precision of those called copies, F1
    of the passages' characters."""
    passages = overlap.passages(articles)
    verdicts = overlap.verdicts(articles)
    copies = verdicts[verdicts["verdict"].isin(COPIES[:2])]
    called = {frozenset(pair) for pair in copies[["article_a", "article_b"]].to_numpy()}
    true = {frozenset((reuse.source, reuse.copy)): reuse for reuse in planted}
    found = {f"pair recall at {share:.0%}": _share_in(called, true, share) for share in SHARES}
    alike = {frozenset(pair) for pair in overlap.pairs(articles)[["article_a", "article_b"]].to_numpy()}
    found |= {f"pairs alone: recall at {share:.0%}": _share_in(alike, true, share) for share in SHARES}
    found["pair precision"] = len(called & set(true)) / max(len(called), 1)
    return found | _characters(passages, true)


def _share_in(called: set, true: dict, share: float) -> float:
    wanted = [pair for pair, reuse in true.items() if reuse.share == share]
    return sum(pair in called for pair in wanted) / max(len(wanted), 1)


def _characters(passages: pd.DataFrame, true: dict) -> dict[str, float]:
    predicted = {}
    for row in passages.itertuples():
        spans = predicted.setdefault(frozenset((row.article_a, row.article_b)), {})
        spans.setdefault(row.article_a, set()).update(range(row.start_a, row.end_a))
        spans.setdefault(row.article_b, set()).update(range(row.start_b, row.end_b))
    hits = wanted = 0
    for pair, reuse in true.items():
        for article, span in ((reuse.source, reuse.in_source), (reuse.copy, reuse.in_copy)):
            wanted += span[1] - span[0]
            hits += len(predicted.get(pair, {}).get(article, set()) & set(range(*span)))
    given = sum(len(span) for spans in predicted.values() for span in spans.values())
    precision, recall = hits / max(given, 1), hits / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"passage characters P": precision, "passage characters R": recall, "passage characters F1": f1}


def _plant(source: str, host: str, share: float, draw: random.Random):
    """The copy, the block's offsets in the source, and in the copy: the block is `share` of the copy's words."""
    sentences = _sentences(source)
    if share < 1:
        wanted = max(share * len(host.split()) / max(1 - share, 0.01), 20)
        wanted = min(wanted, 0.8 * len(source.split()))
        first = draw.randrange(max(len(sentences) // 3, 1))
        last = first + 1
        while last < len(sentences) and len(source[sentences[first][0] : sentences[last - 1][1]].split()) < wanted:
            last += 1
        sentences = sentences[first:last]
    block = " ".join(_edited(source[start:end], draw) for start, end in sentences)
    around = _around(host, len(block.split()) * (1 - share) / share)
    before = "".join(f"{sentence} " for sentence in around[: len(around) // 2])
    after = "".join(f" {sentence}" for sentence in around[len(around) // 2 :])
    return (
        before + block + after,
        (sentences[0][0], sentences[-1][1]),
        (len(before), len(before) + len(block)),
    )


def _around(host: str, words: float) -> list[str]:
    found, count = [], 0
    for start, end in _sentences(host) * 5:
        if count + len(host[start:end].split()) / 2 > words:
            break
        found.append(host[start:end])
        count += len(host[start:end].split())
    return found


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = [match.start() for match in SENTENCE.finditer(text)] + [len(text.rstrip())]
    starts = [0] + [match.end() for match in SENTENCE.finditer(text)]
    return list(zip(starts, ends, strict=True))


def _edited(sentence: str, draw: random.Random) -> str:
    """The sentence after one or two edits, or none."""
    words = sentence.split()
    for _ in range(draw.choice((0, 1, 1, 2))):
        kind, at = draw.choice(("drop", "number", "replace", "move")), draw.randrange(len(words))
        if kind == "drop" and len(words) > 6:
            words.pop(at)
        elif kind == "number":
            words = [str(draw.randrange(2, 900)) if word.isdigit() else word for word in words]
        elif kind == "replace":
            words[at] = draw.choice(("deutlich", "erneut", "Vertreter", "angeblich", "erklärte"))
        elif kind == "move" and "," in (joined := " ".join(words)):
            first, second = joined.split(",", 1)
            words = f"{second.strip()}, {first}".split()
    return " ".join(words)
