"""Accuracy on annotated German news, as the README's table. folder of annotated texts → Markdown."""

import json
import subprocess
import sys
from pathlib import Path

QUOTES = {
    "direct": "direct quotations, F1",
    "all": "all quotations, F1",
    "all_with_speaker": "quotation with its speaker, F1",
}
NAMES = {"PER": "persons, F1", "LOC": "places and states, F1", "ORG": "organisations, F1", "all": "all names, F1"}


def measure(bench: Path) -> str:
    """A Markdown table, one row per measure, from the scorer `../score/score.py` beside `bench`."""
    scorer = bench.parent / "score" / "score.py"
    if not scorer.is_file():
        raise FileNotFoundError(f"{scorer} is missing; it scores the texts in {bench}")
    quotes = _run(scorer, "quotes", bench / "quotes-dev.jsonl.gz")
    names = _run(scorer, "entities", bench / "entities-dev.jsonl.gz")
    seeds = _run(scorer, "seeds", bench.parent / "articles", bench.parent / "gold")
    rows = [("Wikinews quotations, dev (150 articles)", text, _f1(quotes[key])) for key, text in QUOTES.items()]
    rows += [("", "speaker of a quotation found, share right", f"{quotes['speaker_accuracy']:.3f}")]
    rows += [("GermEval 2014 names, dev (2,198 sentences)", text, _f1(names[key])) for key, text in NAMES.items()]
    for split in ("dev", "train"):
        found = _run(scorer, "commitments", bench / f"quotes-{split}.jsonl.gz", bench / "commitments-gold.json")
        rows += [(f"Commitments, {split} (2 articles)", key, found[key]) for key in ("recall", "precision")]
    rows += [("Three articles read by hand", key.replace("_", ", "), value) for key, value in seeds.items()]
    lines = ["| text | measure | value |", "| --- | --- | --- |"]
    return "\n".join(lines + [f"| {' | '.join(row)} |" for row in rows])


def _f1(score: dict) -> str:
    return f"{score['f1']:.3f} (P {score['p']:.3f}, R {score['r']:.3f})"


def _run(scorer: Path, *arguments) -> dict:
    command = [sys.executable, str(scorer), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"{' '.join(command)} failed: {done.stderr.strip().splitlines()[-1]}")
    return json.loads(done.stdout.splitlines()[-1])
