"""In a browser: JupyterLab runs every notebook, both themes can be read, and the report works without a mouse.

Needs Chromium (`apt install chromium`, or name one in $CHROMIUM); pictures are kept under reports/screenshots/.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe

from helpers import charts, commitments, overlap, parse, read_articles, reading
from helpers.report.notebooks import Page
from helpers.report.page import LABELS, write_page
from helpers.wording import LANGUAGES

pytestmark = pytest.mark.browser

PROJECT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((PROJECT / "notebooks").glob("*.ipynb"))
SCREENSHOTS = PROJECT / "reports" / "screenshots"
STARTS, RUNS = 120, 240  # seconds for JupyterLab to answer, for a notebook to run: patience for a busy machine
TOKEN = "browser-test"
SETTINGS = {
    "notebook-extension/tracker": {"windowingMode": "none"},  # every output in the page, also far below
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}
READY = "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
IDLE = """() => {
  const panel = jupyterapp.shell.currentWidget, kernel = panel?.sessionContext?.session?.kernel;
  const cells = panel?.content?.widgets?.filter(cell => cell.model.type === "code") ?? [];
  return kernel?.status === "idle" && cells.length > 0 && cells.every(cell => cell.model.executionCount);
}"""
OUTPUTS = """() => jupyterapp.shell.currentWidget.content.widgets.filter(cell => cell.model.type === "code")
  .flatMap(cell => cell.model.outputs.toJSON())"""


@pytest.fixture(scope="module")
def lab(browser, tmp_path_factory):
    """The address of a JupyterLab on copies of the notebooks, without their outputs, and of the sample articles."""
    home = tmp_path_factory.mktemp("lab")
    shutil.copytree(PROJECT / "data" / "articles", home / "data" / "articles")
    (home / "notebooks").mkdir()
    for file in NOTEBOOKS:
        notebook = nbformat.read(file, as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        nbformat.write(notebook, home / "notebooks" / file.name)
    for plugin, settings in SETTINGS.items():
        path = home / "settings" / "@jupyterlab" / f"{plugin}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings), encoding="utf-8")
    address = f"http://127.0.0.1:{_free_port()}"
    with open(home / "lab.log", "w", encoding="utf-8") as log, _started(home, address, log) as process:
        try:
            _wait_for(f"{address}/api/status?token={TOKEN}", process, home / "lab.log")
            yield address
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(60)
            process.kill()


def _started(home: Path, address: str, log) -> subprocess.Popen:
    own = {f"JUPYTER_{what}_DIR": str(home / what.lower()) for what in ("RUNTIME", "CONFIG", "DATA")}
    own |= {"JUPYTERLAB_SETTINGS_DIR": str(home / "settings"), "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces")}
    own |= {"REPORTS": str(home / "reports"), "HELPERS_CACHE": str(home / "cache"), "ARTICLES": ""}
    own |= {"IPYTHONDIR": str(home / "ipython"), "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    options = [f"--ServerApp.root_dir={home / 'notebooks'}", f"--IdentityProvider.token={TOKEN}", "--no-browser"]
    options += [f"--ServerApp.port={address.rpartition(':')[2]}", "--ServerApp.port_retries=0", "--allow-root"]
    command = [sys.executable, "-m", "jupyterlab", *options, "--LabApp.expose_app_in_browser=True"]
    return subprocess.Popen(command, cwd=home, env={**os.environ, **own}, stdout=log, stderr=subprocess.STDOUT)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(url: str, process: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + STARTS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text(encoding='utf-8')[-3000:]}")


@pytest.fixture
def page(browser):
    with browser.new_context(viewport={"width": 1400, "height": 1000}) as context:
        page = context.new_page()
        page.set_default_timeout(RUNS * 1000)
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        yield page


def _unreadable(page, rules: list[str] | None = None, within: str | None = None) -> list[str]:
    """What axe-core finds serious or critical, one line a rule with the first elements it concerns."""
    options = {"resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {})
    found = Axe().run(page, within, options).response["violations"]
    return [
        f"{rule['id']}: {rule['help']} ({len(rule['nodes'])}): {[node['html'][:150] for node in rule['nodes'][:3]]}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
    ]


def _picture(page, name: str, **how) -> None:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", **how)


def _expected_charts(file: Path) -> int:
    """The pictures among the outputs that are committed."""
    cells = nbformat.read(file, as_version=4).cells
    return sum("image/png" in output.get("data", {}) for cell in cells for output in cell.get("outputs", []))


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_run_all_shows_every_output_in_both_themes(file, lab, page):
    page.goto(f"{lab}/lab/tree/{file.name}?reset&token={TOKEN}")
    page.wait_for_function(READY)
    page.locator("#jp-MainMenu").get_by_text("Run", exact=True).click()
    page.locator(".lm-Menu").get_by_text("Run All Cells", exact=True).click()
    page.wait_for_function(IDLE)
    wrong = [out for out in page.evaluate(OUTPUTS) if out["output_type"] == "error" or out.get("name") == "stderr"]
    assert not wrong
    images = page.locator(".jp-OutputArea-output img")
    assert images.count() == _expected_charts(file)
    for image in images.all():
        image.scroll_into_view_if_needed()
        assert image.is_visible()
        assert image.evaluate("image => image.complete && image.naturalWidth > 0")
    for theme in ("light", "dark"):
        name = f"JupyterLab {theme.title()}"
        page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', {theme})", name)
        page.wait_for_function(f"document.body.dataset.jpThemeName === '{name}'")
        _sheet(page, f"{file.stem}-{theme}")
        assert not _unreadable(page, ["color-contrast"], ".jp-Notebook .jp-OutputArea")


def _sheet(page, name: str) -> None:
    """A picture of the whole notebook: the window is made as high as it for the time of the picture."""
    height = page.evaluate("document.querySelector('.jp-WindowedPanel-viewport').scrollHeight")
    page.set_viewport_size({"width": 1400, "height": min(int(height) + 200, 16_000)})
    page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0")
    _picture(page, name)
    page.set_viewport_size({"width": 1400, "height": 1000})


def test_the_marked_article_and_its_drop_down_work_in_the_notebook(lab, page):
    page.goto(f"{lab}/lab/tree/{NOTEBOOKS[0].name}?reset&token={TOKEN}")
    page.wait_for_function(READY)
    page.evaluate("() => { jupyterapp.commands.execute('notebook:run-all-cells') }")
    page.wait_for_function(IDLE)
    marked = page.locator(".jp-OutputArea article.reading").first
    marked.scroll_into_view_if_needed()
    assert marked.is_visible()
    mark = marked.locator("[tabindex='0']").first
    mark.focus()
    assert mark.evaluate("mark => getComputedStyle(mark, '::after').content") == json.dumps(mark.get_attribute("title"))
    menu = page.locator(".jupyter-widgets select")
    other = menu.locator("option:not(:checked)").first.get_attribute("value")
    before = page.locator(".jupyter-widgets article.reading header").inner_text()
    menu.select_option(other)
    header = page.locator(".jupyter-widgets article.reading header")
    page.wait_for_function(
        "([header, before]) => header.isConnected === false || header.innerText !== before",
        arg=[header.element_handle(), before],
    )
    assert other.split()[0] in page.locator(".jupyter-widgets article.reading header").inner_text()


@pytest.fixture(scope="module")
def corpus(browser):
    articles = read_articles(PROJECT / "data" / "articles")
    return parse(articles[articles["article_id"].isin(["sep04-elysee", "sep05-macron", "sep06-usa"])])


@pytest.fixture(params=LANGUAGES, scope="module")
def report(request, corpus, tmp_path_factory) -> tuple[Path, str]:
    """The page on three articles, with charts; the notebooks are run by the tests above."""
    out = tmp_path_factory.mktemp(f"report-{request.param}")
    cells = commitments.matrix(corpus.commitments, corpus.articles)
    charts.save(charts.matrix(cells, language=request.param), "commitments", out / "charts")
    charts.save(charts.heatmap(overlap.similarity(corpus.articles), language=request.param), "alike", out / "charts")
    notebook = Page("00", "What does one article say?", out / "notebooks" / "00.html", ("alike", "commitments"))
    return write_page(corpus, out, [notebook], request.param), request.param


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_report(report, page, scheme):
    index, language = report
    page.emulate_media(color_scheme=scheme)
    page.goto(index.as_uri())
    assert not _unreadable(page)
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    assert not _unreadable(page)
    _picture(page, f"report-{language}-{scheme}", full_page=True)
    assert not page.errors


def test_axe_finds_nothing_serious_in_a_marked_article(corpus, page):
    page.set_content(f"<html lang='en'><title>One article</title><main>{reading.html(corpus, 'sep05-macron')}</main>")
    assert not _unreadable(page)


def test_the_report_works_without_a_mouse(report, page):
    index, language = report
    page.goto(index.as_uri())
    reached = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        place = "document.activeElement.closest('.matrix td, th button, summary, input, nav a, .downloads a')"
        name = page.evaluate(f"{place}?.className.split(' ')[0] || {place}?.tagName")
        if name is None and page.evaluate("document.activeElement === document.body"):
            break
        reached.add(name)
        if name and name.startswith("stance-") and "opened" not in reached:
            page.keyboard.press("Enter")
            page.wait_for_function("document.activeElement.tagName === 'SUMMARY'")
            assert page.evaluate("document.activeElement.parentElement.open")
            reached.add("opened")
        elif name == "BUTTON" and "sorted" not in reached:
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.closest('th').getAttribute('aria-sort')") == "ascending"
            reached.add("sorted")
        elif name == "INPUT" and "found" not in reached:
            page.keyboard.type("Macron")
            rows = page.locator("#table-quotes tbody tr")
            assert 0 < rows.filter(visible=True).count() < rows.count()
            reached.add("found")
    assert {"opened", "sorted", "found", "SUMMARY", "A"} <= reached
    assert LABELS(language, "charts") in page.locator("nav").inner_text()


def test_long_words_are_parted_on_paper_alone(report, page):
    index, _ = report
    page.goto(index.as_uri())
    words = "document.querySelector('#table-quotes tbody').textContent"
    shown = page.evaluate(words)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.evaluate(words)
    assert "\u00ad" in printed and printed.replace("\u00ad", "") == shown
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(words) == shown
