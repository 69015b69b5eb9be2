"""Quotations with their speakers."""

import pytest

from helpers.finds import finds
from helpers.pipeline import german

NLP = german()


@pytest.mark.parametrize("text", ["", "„", "„“", "„…“", "Ja", "\n\n", '"' * 50, "sagte, " * 500, "„a“ " * 300])
def test_any_text(text):
    doc = NLP(text)
    for quote in finds(doc, "quotes"):
        assert text[quote.span.start_char : quote.span.end_char] == quote.span.text
