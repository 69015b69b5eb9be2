"""What the tests share: the pipeline, built once, and the folder of texts that is there on some machines only."""

from pathlib import Path

import pytest

from helpers.pipeline import german

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def nlp():
    return german()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `../shared` with real articles and annotated texts; a test that needs it is skipped without it."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the texts in {SHARED}, which do not belong to the repository")
    return SHARED
