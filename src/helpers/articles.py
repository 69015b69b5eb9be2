"""Files → articles table."""

from pathlib import Path

import pandas as pd


def read_articles(path=None) -> pd.DataFrame:
    """One row per article."""
    files = sorted(Path(path).rglob("*.txt"))
    table = pd.DataFrame(
        {"article_id": [f.stem for f in files], "text": [f.read_text(encoding="utf-8") for f in files]}
    )
    for name in ("outlet", "title", "url"):
        table[name] = pd.Series(pd.NA, index=table.index, dtype="string")
    return table
