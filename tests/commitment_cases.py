"""How the tests of commitments are written: one construction a row, with what a careful reader takes from it."""

import pytest

from helpers.finds import finds


def read(nlp, text):
    """The (country, measure, stance) rows found in a text."""
    return {(find.country, find.measure, find.stance) for find in finds(nlp(text), "commitments")}


def rows(*cases):
    """pytest parameters from (id, text, *wanted) tuples; no `wanted` means none."""
    return pytest.mark.parametrize(
        ("text", "wanted"), [pytest.param(text, set(wanted), id=name) for name, text, *wanted in cases]
    )
