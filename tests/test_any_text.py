"""Any text at all: `parse` never raises, skips no article, and every row it gives keeps the contract."""

import cProfile
import math
import subprocess
import sys
import warnings
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import parse, read_articles
from helpers.cleaning import clean
from helpers.tables import FINDS, Corpus, validate
from mutations import mutated
from strategies import ODD, article_tables, texts

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "articles"
PATIENCE = 300  # seconds a hang guard waits: what is linear takes a few of them on an idle machine


def parsed(some: list[str]) -> Corpus:
    ids = [f"a{number:05}" for number in range(len(some))]
    return parse(pd.DataFrame({"article_id": ids, "text": pd.Series(some, dtype=object)}))


def assert_sound(corpus: Corpus, articles: int) -> None:
    """None left out; every span, that of a speaker or cue included, is the article's text there; rows in order."""
    assert corpus.articles.attrs["skipped"] == []
    assert len(corpus.articles) == articles
    text_of = dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True))
    for name in FINDS:
        table = validate(name, getattr(corpus, name))
        assert table.sort_values(["article_id", "start", "end"], kind="stable").index.equals(table.index)
        for prefix in ("", *(column.removesuffix("start") for column in table if column.endswith("_start"))):
            text = f"{prefix}text" if not prefix else prefix.removesuffix("_")
            rows = table[["article_id", f"{prefix}start", f"{prefix}end", text]].dropna()
            for article_id, start, end, words in rows.itertuples(index=False):
                assert text_of[article_id][start:end] == words


def rows_of(corpus: Corpus, ids: set[str]) -> list[pd.DataFrame]:
    """The rows of some articles, table by table."""
    return [table[table["article_id"].isin(ids)].reset_index(drop=True) for table in corpus.tables().values()]


@settings(max_examples=25)
@given(article_tables, st.randoms())
def test_any_articles_give_sound_rows_and_no_article_changes_those_of_another(counts, rows, choose):
    """All but the last article at first, then all of them in another order, the same text twice among them."""
    counts["texts made up"] += len(rows)
    missing = {str(article_id) for article_id, text in rows if not isinstance(text, str)}
    some = [row for row in rows[:-1] if str(row[0]) not in missing]
    corpus = parse(pd.DataFrame(some, columns=["article_id", "text"], dtype=object))
    assert_sound(corpus, len(some))
    assert list(corpus.articles["article_id"]) == sorted(str(article_id) for article_id, _ in some)
    choose.shuffle(rows)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        of_all = parse(pd.DataFrame(rows, columns=["article_id", "text"], dtype=object))
    assert {one["file"] for one in of_all.articles.attrs["skipped"]} == missing
    assert bool(warned) == bool(missing)
    ids = set(corpus.articles["article_id"])
    for mine, again in zip(rows_of(corpus, ids), rows_of(of_all, ids), strict=True):
        pd.testing.assert_frame_equal(mine, again)


def test_the_same_text_gives_the_same_rows_whatever_its_id():
    corpus = parsed([*read_articles(SAMPLES)["text"][:2]] * 2)
    for table in (getattr(corpus, name) for name in FINDS):
        first, second = (
            table[table["article_id"].isin(ids)].drop(columns="article_id").reset_index(drop=True)
            for ids in (["a00000", "a00001"], ["a00002", "a00003"])
        )
        pd.testing.assert_frame_equal(first, second)
    assert len(corpus.entities) > 20


@settings(max_examples=60)
@given(texts)
def test_any_text_is_cleaned_and_stays_clean(text):
    cleaned = clean(text)
    assert clean(cleaned.text).text == cleaned.text


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Ja", "„", "“", "1", ".", "„“", *ODD], ids=ascii)
def test_hardly_a_text(text):
    assert_sound(parsed([text]), 1)


def test_damaged_articles(counts):
    assert_sound_mutations(counts, count=60, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_ten_thousand_damaged_articles(counts, seed):
    assert_sound_mutations(counts, count=1_000, seed=100 + seed, longest=500)


def assert_sound_mutations(counts, count: int, seed: int, **how) -> None:
    some = mutated(list(read_articles(SAMPLES)["text"]), count, seed=seed, **how)
    assert_sound(parsed(some), count)
    counts["mutations tried"] += count


ONCE_BROKE = {
    "a speaker named by his own words": "„Ja“, sagte sie. „„Unsere Regierung liefert Panzer“, sagte unsere Regierung.“",
    "amounts without end": "Es waren " + "drei Millionen " * 400,
    "scales without end": "Es waren drei " + "Millionen " * 100 + "Euro.",
    "a word without end": "Ja" + "," * 2_000 + " nein.",
    "closing marks without end": "Ja." + "“" * 2_000 + ")" * 2_000 + " Nein.",
}


@pytest.mark.parametrize("text", ONCE_BROKE.values(), ids=list(ONCE_BROKE))
def test_what_once_broke(text):
    corpus = parsed([text])
    assert_sound(corpus, 1)
    assert corpus.figures["value"].dropna().map(math.isfinite).all()


LONG = [
    "a",
    " ",
    "\n",
    "„",
    "(",
    "1",
    "1.",
    ",",
    "A ",
    "a, ",
    "„a“ ",
    "und ",
    "Polen, ",
    "A.B. ",
    "Er sei, ",
    "3:1 ",
    ")",
    "“",
]
MONOTONOUS = """
import sys
import pandas as pd
from helpers import parse
from helpers.cleaning import clean
size, *pieces = sys.argv[1:]
texts = [(piece * int(size))[: int(size)] for piece in pieces]
for text in texts:
    clean(text)
corpus = parse(pd.DataFrame({"article_id": [str(i) for i in range(len(texts))], "text": texts}))
sys.exit(len(corpus.articles.attrs["skipped"]))
"""


def test_monotonous_texts_do_not_hang():
    """What is quadratic takes hours here; tests/bench/patterns.py names the pattern and the component at fault."""
    command = [sys.executable, "-c", MONOTONOUS, "8000", *LONG]
    assert subprocess.run(command, timeout=PATIENCE, check=False).returncode == 0


def test_twice_the_text_is_twice_the_work(nlp):
    """Counted in calls, not in seconds. What looks back from each sentence on all that was found before is quadratic,
    and only news shows it: marks and words that repeat are no finds."""

    def calls(text: str) -> int:
        profile = cProfile.Profile()
        profile.runcall(nlp, text)
        return sum(entry.callcount for entry in profile.getstats())

    news = "\n\n".join(read_articles(SAMPLES)["text"])[:20_000]
    calls(news)  # lists are loaded and words remembered
    assert calls("\n\n".join([news] * 4)) < 5 * calls(news)


FIVE_MEGABYTES = """
import random
import sys
import pandas as pd
from helpers import parse, read_articles
from helpers.cleaning import clean
articles, kind = sys.argv[1:]
size, choose = 5_000_000, random.Random(1)
sentences = [s for text in read_articles(articles)["text"] for s in text.split(". ")]
news = ". ".join(choose.choices(sentences, k=60_000))
text = {
    "articles": news,
    "one paragraph without an end, its quotations never closed": "".join(c for c in news if c not in ".!?:;\\n“«"),
    "one word": "".join(choose.choices("abcdefghijklmnopqrstuvwxyzäöüß", k=size)),
}[kind][:size]
assert len(text) > 0.9 * size
text = clean(text).text
corpus = parse(pd.DataFrame({"article_id": ["a"], "text": [text]}))
assert corpus.articles.attrs["skipped"] == []
assert kind == "one word" or len(corpus.entities) > 10_000
"""
KINDS = ["articles", "one paragraph without an end, its quotations never closed", "one word"]


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_five_megabytes(kind, counts):
    """In at most 4 GB of memory, and before the guard against a hang: what is quadratic takes a day."""

    def limit():
        resource.setrlimit(resource.RLIMIT_DATA, (4 * 1024**3, 4 * 1024**3))

    resource = pytest.importorskip("resource")
    command = [sys.executable, "-c", FIVE_MEGABYTES, str(SAMPLES), kind]
    assert subprocess.run(command, timeout=4 * PATIENCE, check=False, preexec_fn=limit).returncode == 0
    counts["megabytes in one text"] += 5


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["a", " ", "\n", "1.", "A.B. ", "und "], ids=ascii)
def test_a_million_characters(piece):
    command = [sys.executable, "-c", MONOTONOUS, "1000000", piece]
    assert subprocess.run(command, timeout=PATIENCE, check=False).returncode == 0
