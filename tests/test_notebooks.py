"""The notebooks keep the rules of the house; that they run and still give the outputs they show is nbval's part."""

import ast
from html import unescape
from pathlib import Path
from statistics import median

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).resolve().parents[1] / "notebooks").glob("*.ipynb"))
KNOWN = {  # the door, the analysis modules, charts, and how to show what they give
    "answers", "charts", "commitments", "mentions", "overlap", "parse", "quantities", "quoted", "read_articles",
    "reading", "showing",
}  # fmt: skip


def cells(path: Path, kind: str) -> list:
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


def test_there_is_one_notebook_a_question():
    assert [path.stem[:2] for path in NOTEBOOKS] == ["00", "01", "02", "03", "04"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestNotebook:
    def test_it_opens_with_a_question_and_answers_it_in_the_first_lines(self, path):
        first = nbformat.read(path, as_version=4).cells
        assert first[0].cell_type == "markdown" and first[0].source.startswith("# ")
        assert first[0].source.splitlines()[0].endswith("?")
        assert any("showing.say(answers." in cell.source for cell in first[1:3])

    def test_its_cells_are_few_and_short(self, path):
        lines = [len(cell.source.splitlines()) for cell in cells(path, "code")]
        assert len(lines) <= 15 and median(lines) <= 3 and max(lines) <= 10

    def test_it_defines_nothing_and_knows_only_what_it_may(self, path):
        for cell in cells(path, "code"):
            for node in ast.walk(ast.parse(cell.source)):
                assert not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda | ast.Import)
                if isinstance(node, ast.ImportFrom):
                    assert node.module == "helpers" and {name.name for name in node.names} <= KNOWN

    def test_every_cell_was_run_and_none_complained(self, path):
        for cell in cells(path, "code"):
            assert cell.execution_count
            assert all(output.output_type in ("execute_result", "display_data") for output in cell.outputs)

    def test_every_chart_is_saved_and_shown_with_its_words(self, path):
        for cell in cells(path, "code"):
            if "charts." in cell.source:
                assert "charts.save(" in cell.source and cell.source.endswith("\nfigure")
                shown, words = cell.outputs
                assert "image/png" in shown.data and shown.data["text/plain"].strip()
                assert shown.data["text/plain"] in unescape(words.data["text/html"])

    def test_it_holds_no_trace_of_the_machine_it_ran_on(self, path):
        text = path.read_text(encoding="utf-8")
        assert not any(trace in text for trace in ("/home/", "/work/", "/tmp/", "Users\\\\"))
