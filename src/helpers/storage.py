"""Tables ↔ Parquet files of a folder: all of one run, also when a run is killed. table name → DataFrame, and back.

A folder holds either whole tables (`quotes.parquet`) or tables in parts (`quotes/part-00000.parquet`, …) with a list
of what each part was made from; parts of a run that goes on, or was stopped, wait in a folder of their own.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from .files import ATTEMPTS, commit, finish, staged, write

LIST = "parts.json"  # the digests of the parts, in their order
BEGUN = ".begun"  # the folder of the parts of a run that has not ended
DIGEST = "parsed from"  # the attribute of a part's articles that says what they were made from
Tables = dict[str, pd.DataFrame]


def save(tables: Tables, folder) -> Path:
    """Write each table whole, all of them or none; returns the folder. ValueError for one that holds parts."""
    if in_parts(folder):
        raise ValueError(f"{folder} holds tables in parts, of parse_dataset: save these in another folder")
    with staged(folder) as unfinished:
        for name, table in tables.items():
            table.to_parquet(unfinished / f"{name}.parquet", index=False)
    return Path(folder)


def load(names: Sequence[str], folder) -> Tables:
    """The tables of these names as one run wrote them, whole or in parts.

    Raises FileNotFoundError, with its name, for a table that is missing; ValueError for parts of two runs; OSError
    where another run writes there without end."""
    folder = Path(folder)
    for _ in range(ATTEMPTS):
        finish(folder)
        paths = _paths(names, folder)
        before = _state(paths)
        tables, error = _read(paths)
        if _state(_paths(names, folder)) == before:
            if error:
                raise error
            return tables
    raise OSError(f"{folder}: another run writes there all the time; wait for its end")


def in_parts(folder) -> bool:
    """Whether the folder holds tables in parts."""
    finish(folder)
    return Path(folder, LIST).exists()


def has_part(folder, number: int, digest: str) -> bool:
    """Whether this part was written already, by this run or an earlier one."""
    return digest in (_digest_of(Path(folder), number), _digest_of(Path(folder, BEGUN), number))


def save_part(tables: Tables, folder, number: int, digest: str) -> None:
    """Write one part of each table, all or none; it counts once `end_parts` was called."""
    with staged(Path(folder, BEGUN)) as unfinished:
        for name, table in tables.items():
            table.attrs = {**table.attrs, DIGEST: digest}
            (unfinished / name).mkdir()
            table.to_parquet(unfinished / name / _part(number), index=False)


def end_parts(folder, digests: list[str]) -> Path:
    """Let the parts with these digests be the folder's tables, in place of those that were there; returns the folder.

    Raises ValueError where the folder holds whole tables."""
    folder, begun = Path(folder), Path(folder, BEGUN)
    finish(begun)  # a part that a killed run had written whole: it may be of other articles
    for path in begun.glob("*/part-*.parquet"):
        number = _number(path)
        if number >= len(digests) or _digest_of(begun, number) != digests[number]:
            path.unlink()  # of a run on other articles, that was stopped
    write(begun / LIST, json.dumps(digests))
    commit(begun, folder)
    for path in folder.glob("*/part-*.parquet"):
        if _number(path) >= len(digests):
            path.unlink()
    return folder


def _paths(names: Sequence[str], folder: Path) -> dict[str, list[Path]]:
    """Table → the files that hold it."""
    if not in_parts(folder):
        return {name: [folder / f"{name}.parquet"] for name in names}
    digests = json.loads((folder / LIST).read_text(encoding="utf-8"))
    if [_digest_of(folder, number) for number in range(len(digests))] != digests:
        raise ValueError(f"{folder} holds parts of two runs: run parse_dataset again, or name another folder")
    return {name: [folder / name / _part(number) for number in range(len(digests))] for name in names}


def _state(paths: dict[str, list[Path]]) -> list[tuple]:
    """What changes when one of the files is replaced."""
    files = [path for some in paths.values() for path in some]
    return [(file, file.stat().st_ino, file.stat().st_mtime_ns) for file in files]


def _read(paths: dict[str, list[Path]]) -> tuple[Tables, Exception | None]:
    """The tables, or what went wrong: a file that is replaced while it is read looks broken."""
    try:
        return {name: _joined([pd.read_parquet(path) for path in some]) for name, some in paths.items()}, None
    except (OSError, ValueError) as error:
        return {}, error


def _joined(parts: list[pd.DataFrame]) -> pd.DataFrame:
    """The parts of a table as one, with all that was left out of any of them."""
    out = pd.concat(parts, ignore_index=True) if len(parts) > 1 else parts[0]
    skipped = [one for part in parts for one in part.attrs.get("skipped", [])]
    out.attrs = {"skipped": skipped} if any("skipped" in part.attrs for part in parts) else {}
    return out


def _digest_of(folder: Path, number: int) -> str | None:
    """The digest with which a part was written; None where there is no such part."""
    try:
        schema = pq.read_schema(folder / "articles" / _part(number))
    except FileNotFoundError:
        return None
    return json.loads((schema.metadata or {}).get(b"PANDAS_ATTRS", b"{}")).get(DIGEST)


def _part(number: int) -> str:
    return f"part-{number:05}.parquet"


def _number(part: Path) -> int:
    return int(part.stem.removeprefix("part-"))
