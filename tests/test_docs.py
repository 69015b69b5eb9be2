"""The guides are true: their examples run, with the rows and files they give; every word list is described."""

import csv
import os
import re
import shutil
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

import helpers
from helpers import lexicon

PROJECT = Path(__file__).resolve().parents[1]
PACKAGE = Path(helpers.__file__).parent
GUIDES = [PROJECT / "docs" / "own-articles.md", PACKAGE / "lexicon" / "README.md"]
LISTS = sorted(path.stem for path in (PACKAGE / "lexicon").glob("*.csv"))
FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def fences(guide: Path) -> list[tuple[str, str, str]]:
    """The examples of a guide in their order: language, file (or "") and content."""
    return FENCE.findall(guide.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def taught(tmp_path_factory) -> Path:
    """A folder with a copy of the package whose word lists hold the rows of the guides."""
    folder = tmp_path_factory.mktemp("taught")
    shutil.copytree(PACKAGE, folder / "helpers")
    for guide in GUIDES:
        for _, file, rows in fences(guide):
            if file.startswith("lexicon/"):
                with open(folder / "helpers" / file, "a", encoding="utf-8") as list_:
                    list_.write(rows)
    return folder


def examples(guide: Path, folder: Path) -> str:
    """The code of a guide in one piece; the files that it reads are written to `folder`."""
    for language, file, content in fences(guide):
        if language != "python" and file and not file.startswith("lexicon/"):
            (folder / file).write_text(content, encoding="utf-8")
    return "\n".join(content for language, _, content in fences(guide) if language == "python")


def attempts(guide: Path) -> str:
    """Code that tries each example behind a row, and ends with the first that is true."""
    found = fences(guide)
    shared = "\n".join(code for language, _, code in found if language == "python" and "def read" in code)
    taught = [found[at + 1][2] for at, (_, file, _) in enumerate(found) if file.startswith("lexicon/")]
    assert taught
    return f"{shared}\n{ATTEMPT}\n" + "\n".join(f"attempt({code!r})" for code in taught)


ATTEMPT = """
def attempt(code):
    try:
        exec(code, globals())
    except AssertionError:
        return
    raise SystemExit(f"true without its row: {code}")
"""


@pytest.fixture(scope="module")
def running(taught, tmp_path_factory) -> dict[tuple[str, str], subprocess.Popen]:
    """(what, guide) → a process that runs its examples with the guides' rows, or its attempts without; all at once."""
    own = {"HELPERS_CACHE": "", "ARTICLES": ""}
    started = {}
    for guide in GUIDES:
        folder = tmp_path_factory.mktemp("guide")
        (folder / "folder").mkdir()
        for what, code, package in (
            ("with rows", examples(guide, folder / "folder"), taught),
            ("without", attempts(guide), PACKAGE.parent),
        ):
            started[what, guide.name] = subprocess.Popen(
                [sys.executable, "-W", "error::UserWarning", "-c", code],
                cwd=folder, env={**os.environ, **own, "PYTHONPATH": str(package)},
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )  # fmt: skip
    yield started
    for process in started.values():
        process.kill()
        process.communicate()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_the_examples_of_a_guide_run(guide, running):
    process = running["with rows", guide.name]
    _, errors = process.communicate()
    assert process.returncode == 0, errors


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_row_of_a_guide_teaches_something_new(guide, running):
    """Without the rows each example that follows one fails: none is true of the lists as they are."""
    process = running["without", guide.name]
    _, errors = process.communicate()
    assert process.returncode == 0, errors


@pytest.mark.parametrize("name", LISTS)
def test_every_word_list_is_described_with_its_columns(name):
    described = re.search(rf"^\| `{name}\.csv` \|.*$", GUIDES[1].read_text(encoding="utf-8"), re.MULTILINE)
    assert described, f"{name}.csv is not in the README of the lexicon"
    for column in lexicon.rows(name)[0]:
        if column != "note":
            assert f"`{column}`" in described[0]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_rows_have_the_columns_of_their_list(guide):
    for _, file, rows in fences(guide):
        if file.startswith("lexicon/"):
            columns = lexicon.rows(Path(file).stem)[0]
            assert all(len(row) == len(columns) for row in csv.reader(rows.splitlines()))


@pytest.mark.parametrize("guide", [*GUIDES, PROJECT / "CONTRIBUTING.md"], ids=lambda guide: guide.name)
def test_every_file_a_guide_names_is_there(guide):
    text = guide.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (guide.parent / target).exists(), target
    for name in re.findall(r"`(\w+\.csv)`", FENCE.sub("", text)):
        there = name in ("articles.csv", "leserbriefe.csv") or any((PROJECT / "src").rglob(name))
        assert there, name


def script(name: str):
    """The module docs/<name>.py."""
    found = spec_from_file_location(name, PROJECT / "docs" / f"{name}.py")
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pictures():
    return script("pictures")


def test_the_pictures_of_the_readme_show_what_is_found_today(pictures):
    for name, table in pictures.tables().items():
        kept = (PROJECT / "docs" / f"{name}.csv").read_text(encoding="utf-8")
        assert kept == pictures.as_csv(name, table), "stale: run `make pictures`"


@pytest.mark.parametrize("name", ["matrix", "overlap"])
def test_pictures_are_small_enough_for_a_page(name):
    assert 0 < (PROJECT / "docs" / f"{name}.png").stat().st_size <= 200_000


@pytest.mark.slow
def test_the_accuracy_tables_of_the_readme_are_what_is_measured_today(shared):
    accuracy = script("accuracy")
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert accuracy.filled(text, accuracy.blocks(shared / "bench")) == text, "stale: run `make accuracy`"
