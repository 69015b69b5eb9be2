"""Nothing is lost: a run killed at any moment, a full disk and two runs at once leave whole files."""

import errno
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import lxml.html
import pandas as pd
import pytest
from openpyxl import load_workbook

from helpers import __main__ as command
from helpers import files, parse
from helpers.cache import Cache
from helpers.charts import export
from helpers.files import UNFINISHED, together, write
from helpers.tables import FINDS, Corpus
from writer import VERSIONS, articles, work

HERE = Path(__file__).resolve().parent
TABLES = ("articles", *FINDS)


@pytest.fixture(scope="module")
def written():
    """What each version gives when nothing disturbs it."""
    return {version: parse(articles(version)) for version in VERSIONS}


@pytest.fixture(scope="module")
def writer():
    """Starts a run in a folder and gives its process id; `ended` waits until it is gone."""
    process = subprocess.Popen(
        [sys.executable, HERE / "writer.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "ready\n"

    class Writer:
        def start(self, folder: Path) -> int:
            process.stdin.write(f"{folder}\n")
            process.stdin.flush()
            return int(process.stdout.readline())

        def ended(self) -> None:
            assert process.stdout.readline() == "gone\n"

    yield Writer()
    process.stdin.close()
    process.stdout.close()
    process.wait(60)


def version_of(folder: Path, written: dict[str, Corpus]) -> str:
    """The version in the folder; every file is whole, and the saved tables are all of one version."""
    found = Corpus.load(folder / "tables")
    version = found.articles["article_id"][0].partition("-")[0]
    for name, table in written[version].tables().items():
        pd.testing.assert_frame_equal(found.tables()[name], table)
    for name in TABLES:
        rows = len(pd.read_csv(folder / "csv" / f"{name}.csv"))
        assert rows in {len(corpus.tables()[name]) for corpus in written.values()}
    assert load_workbook(folder / "csv" / "tables.xlsx").sheetnames == list(TABLES)
    assert lxml.html.parse(str(folder / "index.html")).getroot().xpath("//body/script")
    assert (folder / "index.html").read_text(encoding="utf-8").endswith("</html>")
    with sqlite3.connect(folder / "cache" / "rows.sqlite") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
    return version


def kill_many(kills: int, folder: Path, writer, written, seed: int) -> None:
    rng = random.Random(seed)
    work(folder, "eins")
    began = time.monotonic()
    work(folder, "zwei")
    once = time.monotonic() - began
    for _ in range(kills):
        run = writer.start(folder)
        time.sleep(rng.uniform(0, 2 * once))
        os.kill(run, signal.SIGKILL)
        writer.ended()
        version_of(folder, written)
    work(folder, "zwei")
    assert version_of(folder, written) == "zwei"


def test_killed_runs_leave_whole_files(tmp_path, writer, written, counts):
    kill_many(5, tmp_path, writer, written, seed=1)
    counts["kills survived"] += 5


@pytest.mark.slow
def test_a_hundred_killed_runs_leave_whole_files(tmp_path, writer, written, counts):
    kill_many(100, tmp_path, writer, written, seed=2)
    counts["kills survived"] += 100


def test_what_a_killed_run_left_is_in_nobodys_way_and_goes(tmp_path):
    left = tmp_path / f"{UNFINISHED}x"
    left.mkdir()
    (left / "half.svg").write_text("<svg")
    write(tmp_path / "a.txt", "neu")
    assert left.exists()  # it may belong to a run that goes on
    assert not [*tmp_path.glob("*.svg")]
    os.utime(left, (0, 0))
    write(tmp_path / "a.txt", "neu")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def refuse(*_args, **_options):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_all_tables_as_they_were(tmp_path, written, monkeypatch):
    written["eins"].save(tmp_path)
    once, calls = os.fsync, []
    monkeypatch.setattr(files.os, "fsync", lambda handle: refuse() if len(calls) == 3 else calls.append(once(handle)))
    with pytest.raises(OSError, match="No space left"):
        written["zwei"].save(tmp_path)
    assert len(calls) == 3
    again = Corpus.load(tmp_path)
    for name in TABLES:
        pd.testing.assert_frame_equal(again.tables()[name], written["eins"].tables()[name])
    assert sorted(path.stem for path in tmp_path.iterdir()) == sorted(TABLES)


def test_an_error_in_one_of_several_files_leaves_all(tmp_path):
    paths = [write(tmp_path / name, "alt") for name in ("a.txt", "b.txt")]
    with pytest.raises(OSError, match="No space left"), together(paths) as (first, _):
        first.write_text("neu")
        refuse()
    assert [path.read_text() for path in paths] == ["alt", "alt"]


LIMITED = """
import resource, sys
from pathlib import Path
from writer import work
from helpers import __main__ as command
folder = Path(sys.argv[1])
work(folder, "eins")
command._parse = lambda options: work(folder, "zwei")
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
sys.exit(command.main(["parse"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file sizes there")
@pytest.mark.parametrize("room", [0, 4_096, 9_000], ids=["none", "for a cache", "for tables"])
def test_no_room_for_a_file_is_one_clear_error_and_loses_nothing(tmp_path, written, room):
    run = subprocess.run(
        [sys.executable, "-c", LIMITED, tmp_path, str(room)], cwd=HERE, capture_output=True, text=True, timeout=300
    )
    assert run.returncode == 1
    error = [line for line in run.stderr.splitlines() if line.strip()]
    assert len(error) == 1 and error[0].startswith("Error: "), run.stderr
    version_of(tmp_path, written)


def test_a_chart_on_a_full_disk_leaves_the_former(tmp_path, monkeypatch):
    from matplotlib.figure import Figure

    figure = Figure()
    before = [path.read_bytes() for path in export.save(figure, "a", tmp_path)]
    monkeypatch.setattr(files.os, "fsync", refuse)
    figure.text(0.5, 0.5, "neu")
    with pytest.raises(OSError, match="No space left"):
        export.save(figure, "a", tmp_path)
    assert [(tmp_path / f"a.{form}").read_bytes() for form in export.FORMATS] == before


def test_a_cache_that_is_none_is_named(tmp_path, capsys, monkeypatch):
    (tmp_path / "rows.sqlite").write_bytes(b"This is no database. " * 100)
    monkeypatch.setenv("HELPERS_CACHE", str(tmp_path))
    monkeypatch.setattr(command, "_parse", lambda options: parse(articles("eins")))
    assert command.main(["parse"]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and "rows.sqlite is broken" in error and "delete it" in error


TWO = "import sys; from pathlib import Path; from writer import *\n" + (
    "for _ in range(3):\n    corpus = parse(articles(sys.argv[2]), cache=Path(sys.argv[1]))\n    (Path(sys.argv[1]) / "
    "'rows.sqlite').exists() or sys.exit(1)\nsys.exit(len(corpus.articles.attrs['skipped']))"
)


def test_two_runs_on_one_cache(tmp_path, written):
    runs = [
        subprocess.Popen([sys.executable, "-c", TWO, tmp_path, version], cwd=HERE) for version in (*VERSIONS, "eins")
    ]
    assert [run.wait(300) for run in runs] == [0, 0, 0]
    (kept,) = Cache(tmp_path)._db.execute("SELECT count(*) FROM rows").fetchone()
    assert kept == sum(map(len, VERSIONS.values()))
    for version in VERSIONS:
        again = parse(articles(version), cache=tmp_path)
        for name in FINDS:
            pd.testing.assert_frame_equal(getattr(again, name), getattr(written[version], name))
