"""Files written whole or not at all. A reader never meets half a file, also when a run is killed or a disk is full."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(path) -> Iterator[Path]:
    """A temporary path beside `path` to write to; it takes the place of `path` once the block ends without an error.

    An error inside the block, or a full disk, leaves the former file as it was. The method is the usual one: write
    elsewhere in the same folder, fsync, rename (POSIX makes the rename atomic).
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=path.suffix)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        with open(temporary, "rb") as written:
            os.fsync(written.fileno())
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def write(path, content: str | bytes) -> Path:
    """Write a text (UTF-8) or bytes whole; returns the path."""
    with whole(path) as temporary:
        temporary.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return Path(path)


def reports() -> Path:
    """Where charts and tables go: $REPORTS, else `reports` in the project at or above the working folder (a notebook
    runs in notebooks/), else `reports` here."""
    if given := os.environ.get("REPORTS"):
        return Path(given)
    here = Path.cwd()
    project = next((folder for folder in (here, *here.parents) if (folder / "pyproject.toml").is_file()), here)
    return project / "reports"


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
