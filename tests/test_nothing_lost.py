"""Nothing is lost: a run killed at any moment, a full disk and two runs at once leave whole files."""

import errno
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import lxml.html
import pandas as pd
import pytest
from openpyxl import load_workbook

from helpers import __main__ as command
from helpers import files, parse
from helpers.charts import export
from helpers.files import FINISHED, UNFINISHED, finish, together, write
from helpers.tables import FINDS, Corpus

pytest.importorskip("resource", reason="forks and limits of file sizes, which Windows lacks")
from writer import VERSIONS, articles, parts, report, save, work

HERE = Path(__file__).resolve().parent
TABLES = ("articles", *FINDS)
WRITES = {"save": save, "parts": parts}


@pytest.fixture(scope="module")
def written():
    """What each version gives when nothing disturbs it."""
    return {version: parse(articles(version)) for version in VERSIONS}


@pytest.fixture(scope="module")
def writer():
    """Starts jobs of writer.py and gives their process ids; `ended` waits until they are gone."""
    process = subprocess.Popen(
        [sys.executable, HERE / "writer.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )

    class Writer:
        ready = False

        def start(self, *jobs: dict) -> list[int]:
            self.ready = self.ready or process.stdout.readline() == "ready\n"
            assert self.ready
            process.stdin.write(json.dumps(jobs) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        def ended(self) -> list[list]:
            return json.loads(process.stdout.readline())

        def done(self, folder: Path, **job) -> tuple[int, str]:
            """The exit status of a job, and what it said."""
            self.start({"folder": str(folder), **job})
            return tuple(self.ended()[0])

    yield Writer()
    process.stdin.close()
    process.stdout.close()
    process.wait(60)


def assert_same(found: Corpus, expected: Corpus) -> None:
    for name, table in expected.tables().items():
        pd.testing.assert_frame_equal(found.tables()[name], table)


def version_of(folder: Path, written: dict[str, Corpus], kind: str = "tables") -> str:
    """The version of the tables in a folder, which are all whole and of one version."""
    found = Corpus.load(folder / kind)
    version = found.articles["article_id"][0].partition("-")[0]
    assert_same(found, written[version])
    return version


def whole_version_of(folder: Path, written: dict[str, Corpus]) -> str:
    """The version of the saved tables; every file beside them is whole and of one version."""
    version = version_of(folder, written)
    version_of(folder, written, "parts")
    counts = {name: {len(corpus.tables()[name]) for corpus in written.values()} for name in TABLES}
    for name in TABLES:
        assert len(pd.read_csv(folder / "csv" / f"{name}.csv")) in counts[name]
    assert load_workbook(folder / "csv" / "tables.xlsx").sheetnames == list(TABLES)
    assert lxml.html.parse(str(folder / "index.html")).getroot().xpath("//body/script")
    assert (folder / "index.html").read_text(encoding="utf-8").endswith("</html>")
    with closing(sqlite3.connect(folder / "cache" / "rows.sqlite")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return version


def kill_many(kills: int, folder: Path, writer, written, seed: int) -> None:
    rng = random.Random(seed)
    work(folder, "eins")
    began = time.monotonic()
    work(folder, "zwei")
    once = time.monotonic() - began
    for _ in range(kills):
        (run,) = writer.start({"folder": str(folder)})
        time.sleep(rng.uniform(0, 2 * once))
        os.kill(run, signal.SIGKILL)
        assert [status for status, _ in writer.ended()] == [-signal.SIGKILL]
        whole_version_of(folder, written)
    work(folder, "zwei")
    assert whole_version_of(folder, written) == "zwei"


def test_killed_runs_leave_whole_files(tmp_path, writer, written, counts):
    kill_many(5, tmp_path, writer, written, seed=1)
    counts["kills survived"] += 5


@pytest.mark.slow
def test_a_hundred_killed_runs_leave_whole_files(tmp_path, writer, written, counts):
    kill_many(100, tmp_path, writer, written, seed=2)
    counts["kills survived"] += 100


FOLDERS = {"save": "tables", "parts": "parts"}


def kill_at(steps, what: str, thens: tuple[str, ...], folder: Path, writer, written, counts) -> list[str]:
    """A run is killed before each of these of its changes of files or folders; after each, the former tables are there
    or all the new ones, and the next run finishes, whichever version of `thens` it writes. Returns which were there."""
    versions, kind = [], FOLDERS[what]
    former, killed = folder / "former", folder / "killed"
    for version in reversed(VERSIONS):  # the former tables are the first; what the second parses is in the cache
        WRITES[what](former, version)
    for step in steps:
        shutil.rmtree(killed, ignore_errors=True)
        shutil.copytree(former, killed)
        status, _ = writer.done(killed, what=what, version="zwei", step=step)
        left = shutil.copytree(killed / kind, folder / "left")
        versions.append(version_of(killed, written, kind))
        for then in thens if status else ():
            shutil.rmtree(killed / kind)
            shutil.copytree(left, killed / kind)
            WRITES[what](killed, then)
            assert version_of(killed, written, kind) == then
            assert not [*(killed / kind).rglob(FINISHED)]
        shutil.rmtree(left)
        if status == 0:
            break
        counts["kills survived"] += 1
    assert set(versions) == {"eins", "zwei"} and versions == sorted(versions)
    return versions


def test_saved_tables_are_of_one_run_whichever_step_is_the_last(tmp_path, writer, written, counts):
    assert 10 < len(kill_at(range(1, 200), "save", ("zwei",), tmp_path, writer, written, counts)) < 199


def test_parts_are_of_one_run_wherever_it_is_killed(tmp_path, writer, written, counts):
    kill_at(range(13, 300, 13), "parts", tuple(VERSIONS), tmp_path, writer, written, counts)


@pytest.mark.slow
def test_parts_are_of_one_run_whichever_step_is_the_last(tmp_path, writer, written, counts):
    assert 50 < len(kill_at(range(1, 300), "parts", tuple(VERSIONS), tmp_path, writer, written, counts)) < 299


@pytest.mark.parametrize("what", ["save", "parts"])
def test_a_disk_that_is_full_from_any_step_on_leaves_the_former_tables(what, tmp_path, writer, written, counts):
    WRITES[what](tmp_path, "eins")
    for step in range(1, 200, 1 if what == "save" else 5):
        status, said = writer.done(tmp_path, what=what, version="zwei", step=step, fault="full")
        version = version_of(tmp_path, written, FOLDERS[what])
        if status == 0:
            break
        assert one_clear_error(status, said), said
        counts["full disks"] += 1
    assert status == 0 and version == "zwei" and step > 5


def one_clear_error(status: int, said: str) -> bool:
    lines = [line for line in said.splitlines() if line.strip()]
    return status == 1 and len(lines) == 1 and lines[0].startswith("Error: ")


def page_of(folder: Path) -> str:
    """The version of a report's page, which is whole."""
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert page.endswith("</html>")
    (version,) = (version for version in VERSIONS if f"{version}-00" in page)
    return version


def files_of(folder: Path) -> set[str]:
    """The versions of the files that a report's page leads to, and of its print, each of them whole."""
    files = [*(folder / "charts").glob("*"), *(folder / "notebooks").glob("*"), *(folder / "tables").glob("*.csv")]
    assert len(files) == len(TABLES) + 2
    load_workbook(folder / "tables" / "tables.xlsx").close()
    texts = [file.read_text(encoding="utf-8") for file in (*files, folder / "report.pdf")]
    return {version for version in VERSIONS for text in texts if version in text}


def kill_reports(steps, folder: Path, writer, counts) -> list[str]:
    """A report killed before each of these steps leaves the former one, in which all is of one run, or the new one on
    its way: its page comes last, and it is finished by whatever writes there next. Returns which."""
    versions, former = [], folder / "former"
    for version in reversed(VERSIONS):  # the former report is the first; what the second parses is in the cache
        report(former, version)
    for step in steps:
        out = folder / str(step) / "report"
        shutil.copytree(former / "report", out)
        status, _ = writer.done(out.parent, what="report", version="zwei", step=step)
        if not (out / FINISHED).exists():
            assert files_of(out) == {page_of(out)}
        elif page_of(out) == "zwei":
            assert files_of(out) == {"zwei"}
        else:
            finish(out)
            assert files_of(out) == {page_of(out)} == {"zwei"}
        versions.append(page_of(out))
        shutil.rmtree(out.parent)
        if status == 0:
            break
        counts["kills survived"] += 1
    return versions


def test_a_killed_report_leaves_the_former_one(tmp_path, writer, counts):
    assert set(kill_reports(range(1, 400, 31), tmp_path, writer, counts)) == {"eins", "zwei"}


@pytest.mark.slow
def test_a_report_is_of_one_run_whichever_step_is_the_last(tmp_path, writer, counts):
    versions = kill_reports(range(1, 500), tmp_path, writer, counts)
    assert versions == sorted(versions) and len(versions) < 499


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


@pytest.mark.parametrize("room", [0, 4_096, 9_000], ids=["none", "for a cache", "for tables"])
def test_no_room_for_a_file_is_one_clear_error_and_loses_nothing(tmp_path, writer, written, room):
    work(tmp_path, "eins")
    assert one_clear_error(*writer.done(tmp_path, version="zwei", room=room))
    whole_version_of(tmp_path, written)


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


def test_runs_at_once_on_one_cache(tmp_path, writer, written):
    jobs = [{"folder": str(tmp_path), "what": "cached", "version": version} for version in (*VERSIONS, *VERSIONS)]
    assert len(set(writer.start(*jobs))) == 4
    assert writer.ended() == [[0, ""]] * 4
    with closing(sqlite3.connect(tmp_path / "cache" / "rows.sqlite")) as database:
        (kept,) = database.execute("SELECT count(*) FROM rows").fetchone()
    assert kept == sum(map(len, VERSIONS.values()))
    for version in VERSIONS:
        assert_same(parse(articles(version), cache=tmp_path / "cache"), written[version])


def test_runs_at_once_in_one_folder_leave_the_tables_of_one(tmp_path, writer, written):
    jobs = [{"folder": str(tmp_path), "what": "saved", "version": version} for version in VERSIONS]
    running = writer.start(*jobs)
    while any(map(alive, running)):
        if (tmp_path / "tables" / "articles.parquet").exists():
            version_of(tmp_path, written)
        time.sleep(0.1)
    assert writer.ended() == [[0, ""]] * 2
    version_of(tmp_path, written)


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
