"""A folder of news articles → the articles table. path → DataFrame.

files.py (which files, which encoding) → formats.py (file → raw articles) → metadata.py (what is known beside the text)
→ cleaning → one checked table
"""

import os
import re
import warnings
from pathlib import Path

import pandas as pd

from ..cleaning import clean
from .files import NoArticles, Skip, Unreadable, candidates, root_of, shown
from .formats import Raw, read
from .language import language_of
from .lists import LIST, is_list, read_list
from .metadata import Record, domain
from .table import articles_table

__all__ = ["ArticleWarning", "read_articles"]

LEAST_WORDS = 3
NAMED = 5  # names a warning gives; attrs["skipped"] has them all


class ArticleWarning(UserWarning):
    """What someone who reads articles should know: files that were left out, texts that are not German."""


def read_articles(path: str | os.PathLike | None = None) -> pd.DataFrame:
    """One row per article of a folder (read recursively) or a single file: .txt, .html, .htm, .jsonl, .csv, .parquet.

    Without a path it is the folder in the environment variable ARTICLES, else the nearest `data/articles` at or above
    the current directory. A file `articles.csv` in the folder (article_id and any of outlet, title, published, url)
    adds what the files do not say; where both say something, it has the last word.

    Columns: article_id, outlet, title (string), published (datetime64, as the clock on the wall showed it), url, text
    (string), removed (what cleaning took out, a list of strings). Missing is NA or NaT. Sorted by article_id.

    What could not be read is left out: `articles.attrs["skipped"]` is a list of dicts of `file` and `reason`, and an
    ArticleWarning names the first of them. Texts that do not look German are read, with an ArticleWarning that says so.

    Raises FileNotFoundError for a path that is not there, and ValueError, with the reasons, where no article is left; a
    notebook shows them in one line.
    """
    root = root_of(path)
    skipped: list[dict[str, str]] = []

    def skip(file: str, reason: str) -> None:
        skipped.append({"file": file, "reason": reason})

    files = list(candidates(root, skip))
    lists = [file for file in files if file != root and is_list(file)]
    beside = root.with_name(LIST)
    known = _known(lists or ([beside] if root.is_file() and beside != root and is_list(beside) else []), root, skip)
    rows: dict[str, dict] = {}
    for file in files:
        if file not in lists:
            _read_into(rows, file, shown(file, root), known, skip)
    if not rows:
        raise NoArticles(_nothing(root, skipped))
    unused = [] if root.is_file() else [article_id for article_id in known if article_id not in rows]
    _warn(root, skipped, rows, unused)
    table = articles_table([row["cells"] for row in rows.values()])
    table.attrs["skipped"] = skipped
    return table


def _known(lists: list[Path], root: Path, skip: Skip) -> dict[str, Record]:
    known: dict[str, Record] = {}
    for file in lists:
        try:
            known |= read_list(file, shown(file, root) if file.is_relative_to(root) else file.name, skip)
        except Unreadable as reason:
            skip(file.name, str(reason))
    return known


def _read_into(rows: dict[str, dict], file: Path, name: str, known: dict[str, Record], skip: Skip) -> None:
    """Add the articles of one file; whatever is wrong with one of them stays with it."""
    try:
        for raw in read(file, name, skip):
            article_id = raw.record.article_id
            if article_id in rows:
                skip(
                    raw.file,
                    f"its article_id {article_id!r} is that of {rows[article_id]['file']} as well: rename one of them",
                )
            elif cells := _cells(raw, known.get(article_id, Record()), skip):
                rows[article_id] = {"file": raw.file, "cells": cells}
    except Unreadable as reason:
        skip(name, str(reason))


def _cells(raw: Raw, listed: Record, skip: Skip) -> dict | None:
    """One row of the table: what the list says goes before what the file says, and that before what the text says."""
    about = listed.filled(raw.record)
    cleaned = clean(raw.text, about.title)
    if len(re.findall(r"\w+", cleaned.text)) < LEAST_WORDS:
        skip(raw.file, f"too short to be an article ({len(cleaned.text)} characters without site furniture)")
        return None
    return {
        "article_id": raw.record.article_id,
        "outlet": about.outlet or cleaned.outlet or domain(about.url),
        "title": cleaned.title,
        "published": about.published or cleaned.published,
        "url": about.url,
        "text": cleaned.text,
        "removed": cleaned.removed,
    }


def _warn(root: Path, skipped: list[dict], rows: dict[str, dict], unused: list[str]) -> None:
    if skipped:
        named = [f"{one['file']}: {one['reason']}" for one in skipped]
        _say(f"{root}: left out {len(skipped)}, read {len(rows)}; all in articles.attrs['skipped']", named)
    languages = {article_id: language_of(row["cells"]["text"]) for article_id, row in rows.items()}
    if foreign := [
        f"{row} looks {language}" for row, language in languages.items() if language not in (None, "German")
    ]:
        _say(f"{root}: not German, so that little will be found in them", foreign)
    if unused:
        _say(
            f"{root}: {LIST} names articles that are not there (is article_id the file's name without its ending?)",
            unused,
        )


def _say(what: str, named: list[str]) -> None:
    more = f"; and {len(named) - NAMED} more" if len(named) > NAMED else ""
    warnings.warn(f"{what}. {'; '.join(named[:NAMED])}{more}", ArticleWarning, stacklevel=4)


def _nothing(root: Path, skipped: list[dict]) -> str:
    if not skipped:
        return (
            f"{root}: no articles in it. Put .txt, .html, .jsonl, .csv or .parquet files there, or name another folder."
        )
    if root.is_file():
        return f"{root}: {'; '.join(one['reason'] for one in skipped[:NAMED])}"
    reasons = "; ".join(f"{one['file']}: {one['reason']}" for one in skipped[:NAMED])
    return f"{root}: none of its files is an article that can be read. {reasons}"
