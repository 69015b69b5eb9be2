"""Word lists as tidy CSV files: one resource a file, read once, never changed by code.

Every file has a header line and, as its last column, `note` (why the row is there, or its source). Lines whose first
character is `#` are comments. How to add a word: README.md in this folder.
"""

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """One dict per row of `<name>.csv`; an empty cell is ""."""
    lines = (files(__name__) / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    return tuple(csv.DictReader(line for line in lines if line.strip() and not line.startswith("#")))


@cache
def words(name: str, column: str, **where: str) -> frozenset[str]:
    """The values of one column, of the rows whose other columns equal `where`; empty cells left out."""
    return frozenset(
        row[column] for row in rows(name) if row[column] and all(row[key] == value for key, value in where.items())
    )
