"""Rows parsed before, kept by content and version in one SQLite file. key → rows.

SQLite's transactions make it safe to kill a run at any moment and to share one cache between runs.
"""

import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path

from .names import source

VARIABLE = "HELPERS_CACHE"
AT_ONCE = 500  # keys asked for in one query: below SQLite's limit of variables
PATIENCE = 60  # seconds to wait while another run writes


class Cache:
    """Rows by key in `<folder>/rows.sqlite`. Raises OSError, naming the file, where it cannot be read or written."""

    def __init__(self, folder):
        self._path = Path(folder) / "rows.sqlite"
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._named():
            self._db = sqlite3.connect(self._path, timeout=PATIENCE)
            try:
                self._db.execute("CREATE TABLE IF NOT EXISTS rows (key TEXT PRIMARY KEY, found BLOB NOT NULL)")
            except sqlite3.Error:
                self.close()
                raise

    @classmethod
    @contextmanager
    def open(cls, folder=None) -> Iterator["Cache | None"]:
        """The cache in `folder`, else in `$HELPERS_CACHE`, closed at the end; None where neither is given."""
        folder = folder or os.environ.get(VARIABLE)
        if not folder:
            yield None
            return
        cache = cls(folder)
        try:
            yield cache
        finally:
            cache.close()

    def get_many(self, keys: list[str]) -> dict[str, dict]:
        """The rows of those keys that are known."""
        out = {}
        for i in range(0, len(keys), AT_ONCE):
            some = keys[i : i + AT_ONCE]
            marks = ",".join("?" * len(some))
            with self._named():
                known = self._db.execute(f"SELECT key, found FROM rows WHERE key IN ({marks})", some).fetchall()
            out |= {key: json.loads(zlib.decompress(found)) for key, found in known}
        return out

    def put(self, key: str, found: dict) -> None:
        """Remember rows; they are safe after `commit`."""
        blob = zlib.compress(json.dumps(found).encode())
        with self._named():
            self._db.execute("INSERT OR REPLACE INTO rows VALUES (?, ?)", (key, blob))

    def commit(self) -> None:
        """What was put is safe from now on."""
        with self._named():
            self._db.commit()

    def close(self) -> None:
        """Forget what was put since the last `commit`."""
        self._db.close()

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Says of an error of SQLite's which file it is about and what to do: a full disk, no cache, a broken one."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise OSError(f"the cache {self._path} cannot be written: {error}") from error
        except sqlite3.DatabaseError as error:
            raise OSError(f"the cache {self._path} is broken ({error}): delete it, it will be made again") from error


def fingerprint(text: str, published, ner: str | None) -> str:
    """The key of an article: its text, its date, the names' source and this package's version."""
    parts = (text, str(published), source(ner), version())
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def version() -> str:
    """A digest of everything that decides a row: the code, the word lists and the model of this package."""
    digest = hashlib.sha256()
    root = Path(str(files(__package__)))
    for file in sorted(root.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
