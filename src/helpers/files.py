"""Files written whole or not at all. A reader never meets half a file, also when a run is killed or a disk is full."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

UNFINISHED = ".unfinished-"  # begins the name of the folder that holds files until they are whole
LEFT_BEHIND = 24 * 3600  # seconds after which such a folder belongs to a run that was killed


@contextmanager
def whole(path) -> Iterator[Path]:
    """A temporary path near `path` to write to; it takes the place of `path` once the block ends without an error.

    An error inside the block, or a full disk, leaves the former file as it was. The method is the usual one: write
    elsewhere on the same disk, fsync, rename (POSIX makes the rename atomic).
    """
    with together([path]) as (temporary,):
        yield temporary


@contextmanager
def together(paths: Sequence) -> Iterator[list[Path]]:
    """As `whole`, for files of one folder that belong together: if one cannot be written, none takes its place."""
    paths = [Path(path) for path in paths]
    folder = paths[0].parent
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    unfinished = Path(tempfile.mkdtemp(dir=folder, prefix=UNFINISHED))
    try:
        temporaries = [unfinished / path.name for path in paths]
        for temporary in temporaries:
            temporary.touch()
        yield temporaries
        for temporary in temporaries:
            with open(temporary, "rb+") as written:
                os.fsync(written.fileno())
        for temporary, path in zip(temporaries, paths, strict=True):
            os.replace(temporary, path)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Remove what runs that were killed left behind."""
    for unfinished in folder.glob(f"{UNFINISHED}*"):
        try:
            old = time.time() - unfinished.stat().st_mtime > LEFT_BEHIND
        except FileNotFoundError:  # another run has just finished
            continue
        if old:
            shutil.rmtree(unfinished, ignore_errors=True)


def write(path, content: str | bytes) -> Path:
    """Write a text (UTF-8) or bytes whole; returns the path."""
    with whole(path) as temporary:
        temporary.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return Path(path)


def plain(name: str) -> str:
    """The name, if it is that of a file in a folder and leads nowhere else; raises ValueError for any other."""
    if Path(name).name != name or name in ("", ".", "..") or "\\" in name or "\0" in name:
        raise ValueError(f"{name!r} is no plain file name")
    return name


def reports() -> Path:
    """Where charts and tables go: $REPORTS, else `reports` in the project at or above the working folder (a notebook
    runs in notebooks/), else `reports` here."""
    if given := os.environ.get("REPORTS"):
        return Path(given)
    here = Path.cwd()
    project = next((folder for folder in (here, *here.parents) if (folder / "pyproject.toml").is_file()), here)
    return project / "reports"
