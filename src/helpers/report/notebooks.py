"""Notebooks run on a folder of articles, each kept as HTML. Notebook files → executed notebooks → HTML pages."""

import asyncio
import os
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import escape
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbconvert import HTMLExporter

from ..files import write
from ..wording import Words

LABELS = Words(__package__, "labels.csv")
NOTEBOOKS = Path(__file__).resolve().parents[3] / "notebooks"
AT_ONCE = 2
QUIET = ["--IPKernelApp.log_level=ERROR"]  # a kernel on this machine's loopback need not warn of the network
SAVES_CHART = re.compile(r"""charts\.save\(.*["']([\w-]+)["']\)""")
NO_ALT = 'alt="No description has been provided for this image"'  # what nbconvert writes
WIDGET = "application/vnd.jupyter.widget-view+json"
LONGEST_CELL = 1_800  # seconds: a notebook on thousands of articles is slow, not stuck


@dataclass(frozen=True)
class Page:
    """One notebook that was run."""

    name: str
    title: str
    path: Path
    charts: tuple[str, ...]  # the names under which it saved its charts, in order


def run_all(folder: Path, environment: dict[str, str], language: str) -> Iterator[Page]:
    """Runs every notebook with `environment` added to the kernel's; yields their pages in order, each under its
    question in the report's language and with a way back to the report.

    A cell that fails raises RuntimeError with the notebook and the error's one line.
    """
    files = sorted(NOTEBOOKS.glob("*.ipynb"))
    if not files:
        raise FileNotFoundError(f"no notebooks in {NOTEBOOKS}; the report runs from a clone of the repository")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from pool.map(lambda file: _run(file, folder, environment, language), files)


def _run(file: Path, folder: Path, environment: dict[str, str], language: str) -> Page:
    notebook = nbformat.read(file, as_version=4)
    resources = {"metadata": {"path": str(NOTEBOOKS)}}
    client = NotebookClient(notebook, timeout=LONGEST_CELL, extra_arguments=[*QUIET], resources=resources)
    try:
        asyncio.run(client.async_execute(env={**os.environ, **environment}))
    except CellExecutionError as error:
        raise RuntimeError(
            f"{file.name}: {error.ename}: {error.evalue}. Open it with `make lab` to see where."
        ) from error
    title = _headed(notebook, file.stem, language)
    _without_kernel(notebook)
    exporter = HTMLExporter(template_name="lab", embed_images=True)
    exporter.require_js_url = exporter.mathjax_url = ""  # the page works from a file, without a network
    html, _ = exporter.from_notebook_node(notebook, resources={"metadata": {"name": title}})
    html = _with_alt_texts(html, notebook)
    charts = tuple(name for cell in notebook.cells for name in SAVES_CHART.findall(cell.source))
    return Page(file.stem, title, write(folder / f"{file.stem}.html", html), charts)


def _without_kernel(notebook) -> None:
    """Takes out what only a kernel answers, so that what stands in its place is shown; a progress bar has nothing."""
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        for output in list(cell.get("outputs", [])):
            data = output.get("data", {})
            if data.pop(WIDGET, None) and "text/html" not in data:
                cell.outputs.remove(output)


def _with_alt_texts(html: str, notebook) -> str:
    """The page with the alternative texts of its pictures, which nbconvert leaves out."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    for alt in (picture.metadata.get("image/png", {}).get("alt", "") for picture in pictures):
        html = html.replace(NO_ALT, f'alt="{escape(alt)}"', 1)
    return html


def _headed(notebook, name: str, language: str) -> str:
    """The notebook's question, which becomes its heading, with a link to the report and, in German, a word on the
    language of what follows."""
    heading, _, rest = notebook.cells[0].source.partition("\n")
    title = LABELS.known(language, name, heading.lstrip("# ").strip())
    note = f"[{LABELS(language, 'back')}](../index.html)"
    if language != "en":
        note += f" · *{LABELS(language, 'english')}*"
    notebook.cells[0].source = f"# {title}\n\n{note}\n{rest}"
    return title
