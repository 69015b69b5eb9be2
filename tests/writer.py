"""A process that parses and writes over and over, for tests that kill it. folder → files.

Started once (spaCy takes seconds to load); each line on its input is a folder: a fork of it works there until it is
killed, and its process id is printed. What is written is one of two versions, so that half of each would show.
"""

import os
import sys
from pathlib import Path

import pandas as pd

from helpers import parse
from helpers.report.page import write_page
from helpers.workbook import write_csv, write_xlsx

VERSIONS = {
    "eins": [f"„Wir helfen Nummer {i}“, sagte Donald Tusk. Polen liefert {i} Panzer." for i in range(2, 10)],
    "zwei": [f"Norwegen schickt {i} Busse. Das sagte Astrid Dahl am Montag." for i in range(2, 14)],
}


def articles(version: str) -> pd.DataFrame:
    texts = VERSIONS[version]
    ids = [f"{version}-{i:02}" for i in range(len(texts))]
    return pd.DataFrame({"article_id": ids, "text": texts})


def work(folder: Path, version: str) -> None:
    """Everything that writes: cache, tables, workbook, page."""
    corpus = parse(articles(version), cache=folder / "cache")
    corpus.save(folder / "tables")
    tables = corpus.tables()
    write_csv(tables, folder / "csv")
    write_xlsx(tables, folder / "csv" / "tables.xlsx")
    write_page(corpus, folder, [], "en")


def main() -> None:
    parse(articles("eins").head(1))  # loads the pipeline
    print("ready", flush=True)
    for line in sys.stdin:
        if child := os.fork():
            print(child, flush=True)
            os.waitpid(child, 0)
            print("gone", flush=True)
        else:
            while True:
                for version in VERSIONS:
                    work(Path(line.strip()), version)


if __name__ == "__main__":
    main()
