"""The README's pictures, from the sample articles: docs/matrix.png and docs/overlap.png. Run by `make pictures`.

Beside each stands the table that it draws, as CSV: tests/test_docs.py compares it with what the code finds today, so
that a picture that no longer shows the sample fails, whatever fonts and libraries drew it.
"""

from functools import partial
from pathlib import Path

import pandas as pd

from helpers import charts, commitments, overlap, parse, read_articles
from helpers.files import whole, write

DOCS = Path(__file__).resolve().parent
ARTICLES = DOCS.parent / "data" / "articles"
DPI = 200


def tables() -> dict[str, pd.DataFrame]:
    """What the pictures show, by name: the matrix's cells and the similarity of the articles."""
    corpus = parse(read_articles(ARTICLES))
    cells = commitments.matrix(corpus.commitments, corpus.articles).drop(columns="evidence")
    similarity = overlap.order(overlap.similarity(corpus, mask=corpus.quotes))
    return {"matrix": cells, "overlap": similarity}


def as_csv(name: str, table: pd.DataFrame) -> str:
    """A table as it is kept beside its picture; similarities with the two decimals that a cell shows."""
    return table.to_csv(index=name == "overlap", float_format="%.2f", lineterminator="\n")


def main() -> None:
    names = charts.names(read_articles(ARTICLES), language="en")
    draw = {"matrix": charts.matrix, "overlap": partial(charts.heatmap, names=names)}
    for name, table in tables().items():
        write(DOCS / f"{name}.csv", as_csv(name, table))
        with whole(DOCS / f"{name}.png") as temporary:
            draw[name](table, language="en").savefig(temporary, dpi=DPI, metadata={"Software": None})


if __name__ == "__main__":
    main()
