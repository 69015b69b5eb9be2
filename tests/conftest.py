"""What the tests share: the pipeline, built once, the folder of texts that is there on some machines only, and the
counts that the suite prints in its last lines."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

from helpers.pipeline import german

SHARED = Path(__file__).resolve().parents[2] / "shared"
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


@pytest.fixture(scope="session")
def counts(pytestconfig) -> Counter:
    """What the suite tried, by name, printed on one line at its end: `counts["kills survived"] += 1`."""
    return pytestconfig.stash.setdefault(COUNTS, Counter())


def pytest_terminal_summary(terminalreporter, config):
    if tried := config.stash.get(COUNTS, None):
        line = ", ".join(f"{number:,} {name}" for name, number in sorted(tried.items()))
        terminalreporter.write_line(f"Tried: {line}")
