"""articles.csv: what is known of the articles in a folder, a row each. path → article_id → Record."""

from pathlib import Path, PurePath

from .files import READ, Skip, Unreadable, content, decoded
from .formats import csv_rows
from .metadata import Record, column_for, record

LIST = "articles.csv"


def is_list(path: Path) -> bool:
    """Whether a file is a list of articles: it is called articles.csv and holds no articles itself."""
    if path.name.casefold() != LIST or not path.is_file():
        return False
    try:
        rows = csv_rows(decoded(content(path)), path.name, lambda *_: None)
        return column_for("text", next(rows, ("", {}))[1]) is None
    except Unreadable:
        return True


def read_list(path: Path, name: str, skip: Skip) -> dict[str, Record]:
    """Article_id → what the list says; a row without an article_id goes to `skip`."""
    known = {}
    for place, row in csv_rows(decoded(content(path)), name, skip):
        if column_for("article_id", row) is None:
            raise Unreadable(f"no column 'article_id'; it has {', '.join(map(repr, row))}")
        about = record(row)
        if about.article_id is None:
            skip(f"{name}, {place}", "no article_id")
            continue
        article_id = about.article_id
        ending = PurePath(article_id).suffix.lower()
        known[article_id[: -len(ending)] if ending in READ else article_id] = about
    return known
