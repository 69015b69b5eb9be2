"""What the tests share: the pipeline, built once, the folder of texts that is there on some machines only, and the
counts that the suite prints in its last lines."""

import os
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

from helpers.pipeline import german

SHARED = Path(__file__).resolve().parents[2] / "shared"
CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
COUNTS = pytest.StashKey[Counter]()
settings.register_profile("any machine", deadline=None)  # a busy one is slow, which is no fault of the code
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def nlp():
    return german()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `../shared` with real articles and annotated texts; a test that needs it is skipped without it."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the texts in {SHARED}, which do not belong to the repository")
    return SHARED


@pytest.fixture(scope="module")
def browser():
    """Chromium, driven by Playwright; where none is installed, the test is skipped with the reason."""
    if not CHROMIUM:
        pytest.skip("needs a browser: apt install chromium, or name one in $CHROMIUM")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def counts(pytestconfig) -> Counter:
    """What the suite tried, by name, printed on one line at its end: `counts["kills survived"] += 1`."""
    return pytestconfig.stash.setdefault(COUNTS, Counter())


def pytest_terminal_summary(terminalreporter, config):
    if tried := config.stash.get(COUNTS, None):
        line = ", ".join(f"{number:,} {name}" for name, number in sorted(tried.items()))
        terminalreporter.write_line(f"Tried: {line}")
