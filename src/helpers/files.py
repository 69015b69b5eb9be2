"""Files written whole or not at all. A reader never meets half a file, nor files of two runs side by side, also when a
run is killed or a disk is full.

write elsewhere in the same folder → fsync → one rename, from which moment the new files count → each into its place
"""

import errno
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

UNFINISHED = ".unfinished-"  # begins the name of the folder that holds files until they are whole
FINISHED = ".finished"  # the folder of files that are whole and on the way to their places
GONE = ".gone-"  # begins the name of a file that stands for one to be removed
LEFT_BEHIND = 24 * 3600  # seconds after which an unfinished folder belongs to a run that was killed
IN_THE_WAY = {errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR}
PLAIN = re.compile(
    r'(?!\.)(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[^\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]{1,100}(?<![. ])',
    re.IGNORECASE,
)
ATTEMPTS = 100  # to rename while other runs finish in the same folder


@contextmanager
def whole(path) -> Iterator[Path]:
    """A temporary path near `path` to write to; it takes the place of `path` once the block ends without an error.

    An error inside the block, or a full disk, leaves the former file as it was. The method is the usual one: write
    elsewhere on the same disk, fsync, rename (POSIX makes the rename atomic).
    """
    path = Path(path)
    with _unfinished(path.parent) as unfinished:
        yield unfinished / path.name
        _sync(unfinished)
        os.replace(unfinished / path.name, path)
        _sync_folder(path.parent)


@contextmanager
def together(paths: Sequence) -> Iterator[list[Path]]:
    """As `whole`, for files of one folder that belong together: all of them take their place, or none."""
    paths = [Path(path) for path in paths]
    with staged(paths[0].parent) as unfinished:
        yield [unfinished / path.name for path in paths]


@contextmanager
def staged(folder) -> Iterator[Path]:
    """An empty folder; all that is written there takes its place in `folder` once the block ends without an error."""
    with _unfinished(Path(folder)) as unfinished:
        yield unfinished
        commit(unfinished, folder)


def commit(unfinished: Path, folder) -> None:
    """Lets all the files of one folder take their places in another on the same disk; what else stands there stays.

    One rename decides (it begins a redo log): a run killed before it leaves everything as it was, one killed after it
    leaves the rest of the moves to `finish`, which whatever writes there next, and `Corpus.load`, call first.
    """
    folder = Path(folder)
    for left in [*unfinished.rglob(f"{UNFINISHED}*")]:
        shutil.rmtree(left, ignore_errors=True)
    _sync(unfinished)
    for _ in range(ATTEMPTS):
        finish(folder)
        try:
            os.rename(unfinished, folder / FINISHED)
            break
        except OSError as error:
            if error.errno not in IN_THE_WAY:
                raise
    else:
        raise OSError(f"{folder / FINISHED} is in the way and cannot be emptied: remove it")
    _sync_folder(folder)
    finish(folder)


def without(path) -> None:
    """In a folder of `staged`: the file is none of the new ones, and the former one is removed as they take their
    places."""
    Path(path).with_name(f"{GONE}{Path(path).name}").touch()


def finish(folder) -> None:
    """Moves to their places in `folder` the files that a run had written whole when it was killed.

    Those in folders come first, and the first by name last: who finds a new index.html finds all that it names new."""
    finished = Path(folder) / FINISHED
    for inner, _, names in os.walk(finished, topdown=False):
        place = Path(folder) / Path(inner).relative_to(finished)
        place.mkdir(parents=True, exist_ok=True)
        for name in sorted(names, reverse=True):
            with suppress(FileNotFoundError):  # another run has just moved it
                if name.startswith(GONE):
                    (place / name.removeprefix(GONE)).unlink(missing_ok=True)
                    os.remove(Path(inner, name))
                else:
                    os.replace(Path(inner, name), place / name)
        _sync_folder(place)
        with suppress(OSError):  # another run has just removed it, or begun to fill it anew
            os.rmdir(inner)


@contextmanager
def _unfinished(folder: Path) -> Iterator[Path]:
    """A new folder in `folder`, gone at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    finish(folder)
    _sweep(folder)
    unfinished = Path(tempfile.mkdtemp(dir=folder, prefix=UNFINISHED))
    try:
        yield unfinished
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


def _sync(folder: Path) -> None:
    """Everything in the folder is on the disk, not only on its way there."""
    for inner, _, names in os.walk(folder, topdown=False):
        for name in names:
            with open(Path(inner, name), "rb+") as written:
                os.fsync(written.fileno())
        _sync_folder(inner)


def _sync_folder(folder) -> None:
    """The names in the folder are on the disk. Windows cannot open a folder, and needs no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write(path, content: str | bytes) -> Path:
    """Write a text (UTF-8) or bytes whole; returns the path."""
    with whole(path) as temporary:
        temporary.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return Path(path)


def plain(name: str) -> str:
    """The name, if it is that of a file in a folder on any system and leads nowhere else; raises ValueError for any
    other: a path, a device of Windows (con, nul), what is too long."""
    if not PLAIN.fullmatch(name):
        raise ValueError(f"{name[:80]!r} is no plain file name")
    return name


def reports() -> Path:
    """Where charts and tables go: $REPORTS, else `reports` in the project at or above the working folder (a notebook
    runs in notebooks/), else `reports` here."""
    if given := os.environ.get("REPORTS"):
        return Path(given)
    here = Path.cwd()
    project = next((folder for folder in (here, *here.parents) if (folder / "pyproject.toml").is_file()), here)
    return project / "reports"
