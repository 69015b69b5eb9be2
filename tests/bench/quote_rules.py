"""Precision and speakers of the quotes, for each family of rules.

usage: quote_rules.py BENCH [quotes-dev]      BENCH is the folder with the annotated Wikinews articles

One row per family (the part of `rule` before the colon): quotations found, right, wrong, precision, and how many of the
right ones have the right speaker. A quotation is right if at least half of its letters and those of an annotated one
are shared (intersection over union); summaries and quotations inside quotations may be found and count as neither.
"""

import gzip
import json
import sys
from pathlib import Path

import pandas as pd

from helpers import parse

LEAST_OVERLAP = 0.5
COLUMNS = ["family", "found", "right", "wrong", "speakers", "speakers_right"]


def letters(text: str, spans) -> frozenset[int]:
    """The positions of letters and digits inside character spans."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def matches(gold: list[frozenset], found: list[frozenset]) -> dict[int, int]:
    """Found → gold, one to one, the best overlap first."""
    pairs = [(len(g & f) / len(g | f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if g & f]
    taken, out = set(), {}
    for share, i, j in sorted(pairs, reverse=True):
        if share >= LEAST_OVERLAP and i not in taken and j not in out:
            taken.add(i)
            out[j] = i
    return out


def judge(article: dict, quotes: list[dict]) -> list[dict]:
    """One row per quotation found in an article: its family, whether it is right, whether its speaker is."""
    text = article["text"]
    gold = [(q, letters(text, q["quote"])) for q in article["quotes"]]
    must = [(q, g) for q, g in gold if q["type"] != "Reported" and not q["nested"]]
    may = [g for q, g in gold if q["type"] == "Reported" or q["nested"]]
    found = [letters(text, [(q["start"], q["end"])]) for q in quotes]
    right = matches([g for _, g in must], found)
    left = [j for j in range(len(found)) if j not in right]
    allowed = {left[j] for j in matches(may, [found[j] for j in left])}
    rows = []
    for j, quote in enumerate(quotes):
        if j in allowed:
            continue
        wanted = letters(text, must[right[j]][0]["speaker"]) if j in right else frozenset()
        named = [] if pd.isna(quote["speaker_start"]) else [(int(quote["speaker_start"]), int(quote["speaker_end"]))]
        rows.append(
            {
                "family": quote["rule"].split(":")[0],
                "found": 1,
                "right": j in right,
                "wrong": j not in right,
                "speakers": bool(wanted),
                "speakers_right": bool(wanted & letters(text, named)),
            }
        )
    return rows


def table(articles: list[dict]) -> pd.DataFrame:
    """One row per family of rules, the most frequent first."""
    ids = [str(i) for i in range(len(articles))]
    quotes = parse(pd.DataFrame({"article_id": ids, "text": [a["text"] for a in articles]})).quotes
    by_article = {article_id: group.to_dict("records") for article_id, group in quotes.groupby("article_id")}
    rows = [row for i, a in zip(ids, articles, strict=True) for row in judge(a, by_article.get(i, []))]
    counts = pd.DataFrame(rows, columns=COLUMNS).groupby("family").sum().astype(int)
    counts["precision"] = (counts["right"] / counts["found"]).round(2)
    counts["speaker_accuracy"] = (counts["speakers_right"] / counts["speakers"]).round(2)
    return counts.sort_values(["found", "right"], ascending=False, kind="stable")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    path = Path(sys.argv[1]) / f"{sys.argv[2] if len(sys.argv) > 2 else 'quotes-dev'}.jsonl.gz"
    if not path.is_file():
        sys.exit(f"{path} is not there: give the folder with quotes-dev.jsonl.gz")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        print(table([json.loads(line) for line in lines]).to_string())
