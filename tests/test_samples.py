"""The sample articles: whole, listed, dirty on purpose, and their own words."""

import csv
import re
from pathlib import Path

import pytest

from helpers import read_articles

FOLDER = Path(__file__).resolve().parents[1] / "data" / "articles"
RUN = 8  # words


@pytest.fixture(scope="module")
def articles():
    return read_articles(FOLDER)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + RUN]) for i in range(len(found) - RUN + 1)}


def test_every_article_is_read_and_every_line_of_the_list_is_an_article(articles):
    with open(FOLDER / "articles.csv", encoding="utf-8", newline="") as lines:
        listed = {row["article_id"] for row in csv.DictReader(lines)}
    assert len(articles) == 13 and articles.attrs["skipped"] == []
    assert listed < set(articles["article_id"])


def test_outlets_are_several_and_one_article_has_none(articles):
    assert articles["outlet"].nunique() >= 6
    assert articles["outlet"].isna().any() and articles["published"].isna().any()


@pytest.mark.parametrize("dirt", ["Teilen Sie dies", "Lesen Sie auch", "Werbung", "Schreibe einen Kommentar", "Armani"])
def test_the_dirt_is_there_and_cleaning_takes_it_out(articles, dirt):
    assert any(dirt in path.read_text(encoding="utf-8") for path in FOLDER.iterdir() if path.suffix != ".csv")
    assert not articles["text"].str.contains(dirt).any()


def test_glued_words_are_parted(articles):
    assert "folgenBisher" in (FOLDER / "aug16-telefonrunde.txt").read_text(encoding="utf-8")
    assert "\nBisher konnte" in articles.set_index("article_id").loc["aug16-telefonrunde", "text"]


def test_no_sentence_is_that_of_another_newspaper(articles, shared):
    """No eight words in a row, quoted or not, stand in one of the articles the facts were taken from."""
    theirs = set().union(*(runs(path.read_text(encoding="utf-8")) for path in (shared / "articles").glob("*.txt")))
    assert not set().union(*map(runs, articles["text"])) & theirs
