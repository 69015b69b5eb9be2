"""The commands: what they write, and that every error a person can mend is one line that says what to do."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from helpers.__main__ import main
from helpers.tables import Corpus

PROJECT = Path(__file__).resolve().parents[1]
GERMAN = "Polen liefert der Ukraine 30 Panzer. „Wir helfen“, sagte Premierminister Donald Tusk am Montag in Warschau."
ENGLISH = "The minister said on Monday that the government would not send any more of its tanks to the front. " * 4


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder with one German article."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "eins.txt").write_text(GERMAN, encoding="utf-8")
    return tmp_path / "articles"


def said(capsys) -> list[str]:
    """The lines on stderr but for the progress bar."""
    lines = capsys.readouterr().err.replace("\r", "\n").splitlines()
    return [line for line in lines if line.strip() and "%|" not in line]


@pytest.mark.parametrize("command", ["report", "parse"])
@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        pytest.param(None, "no such folder or file", id="wrong folder"),
        pytest.param({}, "no articles in it. Put .txt", id="no articles"),
        pytest.param({"scan.pdf": b"%PDF-1.7"}, "if it is a scan, it needs text recognition", id="scanned PDF"),
        pytest.param({"brief.docx": b"PK\x03\x04"}, "word processor: save its text as .txt", id="word processor"),
        pytest.param({"leer.txt": b"  "}, "leer.txt: empty", id="empty file"),
    ],
)
def test_a_folder_without_articles_is_told_in_one_line(command, content, wanted, tmp_path, capsys):
    folder = tmp_path / "articles"
    if content is not None:
        folder.mkdir()
        for name, found in content.items():
            (folder / name).write_bytes(found)
    assert main([command, str(folder), "--out", str(tmp_path / "out")]) == 1
    (line,) = said(capsys)
    assert line.startswith(f"Error: {folder}: ")
    assert wanted in line


@pytest.mark.parametrize("command", ["report", "parse"])
def test_an_out_that_is_a_file_is_told_before_anything_is_read(command, folder, capsys):
    out = folder / "eins.txt"
    assert main([command, str(folder), "--out", str(out)]) == 1
    assert said(capsys) == [
        f"Error: {out}: cannot write there (there is a file of that name). Name another folder with --out."
    ]


@pytest.mark.parametrize("command", ["report", "parse"])
def test_an_out_among_the_articles_is_refused(command, folder, capsys):
    assert main([command, str(folder), "--out", str(folder / "reports")]) == 1
    (line,) = said(capsys)
    assert line.endswith(f"lies in {folder}, whose files are the articles. Name another folder with --out.")
    assert [path.name for path in folder.iterdir()] == ["eins.txt"]


def test_no_permission_to_write_is_told_in_one_line(folder, tmp_path, capsys, monkeypatch):
    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)  # the tests may run as root, who is refused nothing
    assert main(["parse", str(folder), "--out", str(tmp_path)]) == 1
    assert said(capsys) == [
        f"Error: {tmp_path}: cannot write there (Permission denied). Name another folder with --out."
    ]


def test_a_pipeline_that_is_not_installed_is_told_in_one_line(folder, tmp_path, capsys):
    assert main(["parse", str(folder), "--out", str(tmp_path / "out"), "--ner", "de_nowhere"]) == 1
    (line,) = said(capsys)
    assert line.startswith("Error: no spaCy pipeline 'de_nowhere'") and "python -m spacy download" in line


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read every file")
def test_a_folder_whose_files_may_not_be_read_is_told_in_one_line(folder, tmp_path, capsys):
    (folder / "eins.txt").chmod(0)
    assert main(["parse", str(folder), "--out", str(tmp_path / "out")]) == 1
    (line,) = said(capsys)
    assert "eins.txt: cannot be opened: Permission denied" in line


@pytest.mark.filterwarnings("default::helpers.articles.ArticleWarning")
def test_a_text_that_is_not_german_is_named_and_read(folder, tmp_path, capsys):
    (folder / "zwei.txt").write_text(ENGLISH, encoding="utf-8")
    assert main(["parse", str(folder), "--out", str(tmp_path / "out")]) == 0
    (line,) = said(capsys)
    assert line.startswith("Note: ")
    assert "not German" in line and "zwei looks English" in line
    assert set(Corpus.load(tmp_path / "out").articles["article_id"]) == {"eins", "zwei"}


def test_parse_writes_tables_that_load(folder, tmp_path, capsys):
    assert main(["parse", str(folder), "--out", str(tmp_path / "out")]) == 0
    corpus = Corpus.load(tmp_path / "out")
    assert corpus.quotes["text"].tolist() == ["Wir helfen"]
    assert f"{len(corpus.entities)} entities, 1 quotes" in capsys.readouterr().out


def test_score_without_annotated_texts_says_how_to_name_them(tmp_path, capsys):
    assert main(["score", str(tmp_path / "none")]) == 0
    assert "make score BENCH=" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("goal", "variables", "wanted"),
    [
        pytest.param("lab", ["ARTICLES=/no where"], "/no where: no such folder or file.", id="wrong folder"),
        pytest.param("test", ["PYTHON=false", "VENV=none"], "Python 3.11 or newer is needed.", id="older Python"),
    ],
)
@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
def test_make_says_in_one_line_what_is_wrong(goal, variables, wanted, tmp_path):
    ready = ["-o", ".venv/.ready"] if goal == "lab" else []
    done = subprocess.run(
        ["make", "-C", str(PROJECT), "--no-print-directory", goal, *ready, *variables], capture_output=True, text=True
    )
    assert done.returncode != 0
    assert done.stdout.startswith(wanted)
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
