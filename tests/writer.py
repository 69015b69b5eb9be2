"""A process that parses and writes, for tests that kill it or fill its disk. folder, what, step → files.

Started once (spaCy takes seconds to load); each line on its input is a list of jobs, done at once, each in a fork of
it: their process ids are printed, and their exit statuses and words once all are gone. What is written is one of two
versions, so that half of each would show.
"""

import errno
import json
import os
import resource
import sys
from pathlib import Path
from unittest.mock import patch

import pandas as pd

import helpers.report
from helpers import __main__ as command
from helpers import parse, parse_dataset
from helpers.files import write
from helpers.report.notebooks import Page
from helpers.report.page import write_page
from helpers.workbook import write_csv, write_xlsx

VERSIONS = {
    "eins": [f"„Wir helfen Nummer {i}“, sagte Donald Tusk. Polen liefert {i} Panzer." for i in range(2, 10)],
    "zwei": [f"Norwegen schickt {i} Busse. Das sagte Astrid Dahl am Montag." for i in range(2, 14)],
}
CHART = '<svg xmlns="http://www.w3.org/2000/svg"><text>{}</text></svg>'
CHANGES = {"os.rename", "os.mkdir", "os.rmdir", "os.remove"}  # audit events of a step that changes a folder
TAKES_ROOM = {"os.mkdir", "os.rename"}
KILLED = 9


def articles(version: str) -> pd.DataFrame:
    texts = VERSIONS[version]
    ids = [f"{version}-{i:02}" for i in range(len(texts))]
    return pd.DataFrame({"article_id": ids, "text": texts})


def work(folder: Path, version: str) -> None:
    """Everything that writes: cache, tables, parts, workbook, page."""
    corpus = parse(articles(version), cache=folder / "cache")
    corpus.save(folder / "tables")
    parts(folder, version)
    tables = corpus.tables()
    write_csv(tables, folder / "csv")
    write_xlsx(tables, folder / "csv" / "tables.xlsx")
    write_page(corpus, folder, [], "en")


def save(folder: Path, version: str) -> None:
    parse(articles(version), cache=folder / "cache").save(folder / "tables")


def parts(folder: Path, version: str) -> None:
    table = articles(version)
    parse_dataset([table[at : at + 5] for at in range(0, len(table), 5)], folder / "parts", cache=folder / "cache")


def saved(folder: Path, version: str) -> None:
    corpus = parse(articles(version))
    for _ in range(20):
        corpus.save(folder / "tables")


def cached(folder: Path, version: str) -> None:
    for _ in range(5):
        corpus = parse(articles(version), cache=folder / "cache")
        assert not corpus.articles.attrs["skipped"]


def report(folder: Path, version: str) -> None:
    """The whole report, with one notebook that takes no kernel."""

    def run_all(notebooks: Path, environment: dict[str, str], language: str):
        for path in (notebooks / "00.html", Path(environment["REPORTS"]) / "charts" / "a.svg"):
            path.parent.mkdir()
            path.write_text(CHART.format(version))
        yield Page("00", version, notebooks / "00.html", ("a",))

    with (
        patch.object(helpers.report, "read_articles", lambda folder: articles(version)),
        patch.object(helpers.report, "run_all", run_all),
        patch.object(helpers.report, "write_pdf", lambda page, path: write(path, f"%PDF {version}")),
    ):
        helpers.report.report(folder, folder / "report")


def disturb(step: int, fault: str) -> None:
    """From the step-th change of a file or folder on: the process is killed, or its disk is full."""
    done = 0

    def hook(event: str, args: tuple) -> None:
        nonlocal done
        writes = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if not (writes or event in CHANGES) or ".cache" in str(args[0]):
            return
        done += 1
        if done >= step and fault == "kill":
            os._exit(KILLED)
        if done >= step and (writes or event in TAKES_ROOM):
            raise OSError(errno.ENOSPC, "No space left on device")

    sys.addaudithook(hook)


def job(folder: str, what: str = "work", version: str | None = None, step: int = 0, fault: str = "kill", room=None):
    """The exit status: 0 where nothing came in between, 1 for one clear error of a full disk, else 2.

    Without a `version` it goes on for ever, one version after the other. `step` and `fault`: see `disturb`. `room`:
    the most bytes a file may have."""
    if step:
        disturb(step, fault)
    if room is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    command._parse = lambda options: globals()[what](Path(folder), version)
    while version is None:
        for one in VERSIONS:
            globals()[what](Path(folder), one)
    return command.main(["parse"])


def main() -> None:
    for version in VERSIONS:
        parse(articles(version))  # loads the pipeline
    print("ready", flush=True)
    for line in sys.stdin:
        running = []
        for options in json.loads(line):
            reads, writes = os.pipe()
            if child := os.fork():
                os.close(writes)
                running.append((child, reads))
            else:
                os.dup2(writes, 1)
                os.dup2(writes, 2)
                os._exit(job(**options))
        print(json.dumps([child for child, _ in running]), flush=True)
        print(json.dumps([ended(*one) for one in running]), flush=True)


def ended(child: int, reads: int) -> tuple[int, str]:
    """The exit status of a job, once it is gone, and what it said."""
    with open(reads, encoding="utf-8") as said:
        words = said.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), words


if __name__ == "__main__":
    main()
