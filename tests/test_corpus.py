"""parse(): the same rows however it is run; nothing lost; wrong input named."""

import datetime as dt
import os
import signal
import sqlite3
import subprocess
import sys
import time
import warnings
import weakref
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

from helpers import Corpus, corpus, parse
from helpers.cache import Cache, fingerprint
from helpers.corpus import ParseWarning
from helpers.tables import FINDS

SENTENCES = [
    "Norwegen liefert zehn Busse, sagte Ministerin Astrid Dahl am Montag in Oslo.",
    "„Wir helfen sofort“, erklärte der dänische Außenminister. Das Land habe 2.000 Zelte bereitgestellt.",
    "Schweden prüft, ob es Ärzte entsendet; Finnland lehnte das ab.",
    "Am 3. Mai 2021 kamen mehr als 40 Helfer an.",
]


def articles(n: int) -> pd.DataFrame:
    texts = [" ".join(SENTENCES[(i + k) % len(SENTENCES)] for k in range(3)) + f" Meldung {i}." for i in range(n)]
    return pd.DataFrame({"article_id": [f"a{i:03}" for i in range(n)], "text": texts})


def assert_same(one, other):
    for name in FINDS:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


@pytest.fixture(scope="module")
def plain():
    return parse(articles(70))


def test_every_row_points_at_its_text(plain):
    text = plain.articles.set_index("article_id").text
    assert sum(len(getattr(plain, table)) for table in FINDS) > 0
    for table in FINDS:
        for row in getattr(plain, table).itertuples():
            assert text[row.article_id][row.start : row.end] == row.text


@pytest.mark.parametrize("table", FINDS)
def test_rows_are_sorted(plain, table):
    rows = getattr(plain, table)
    assert rows.sort_values(["article_id", "start", "end"], kind="stable").index.equals(rows.index)


def test_the_order_of_the_articles_does_not_matter(plain):
    assert_same(parse(articles(70).sample(frac=1, random_state=1)), plain)


def test_an_article_has_the_same_rows_alone(plain):
    alone = parse(articles(70).iloc[[7]])
    for table in FINDS:
        rows = getattr(plain, table)
        mine = rows[rows.article_id == "a007"].reset_index(drop=True)
        pd.testing.assert_frame_equal(getattr(alone, table), mine)


def test_two_workers_find_the_same(plain):
    assert_same(parse(articles(70), workers=2), plain)


def test_a_vocabulary_that_has_grown_large_gives_way_to_a_new_one(plain, monkeypatch):
    before = weakref.ref(corpus._pipeline(None))
    monkeypatch.setattr(corpus, "MOST_WORDS", 0)
    assert_same(parse(articles(70)), plain)
    assert before() is None


def test_a_cache_parses_only_what_is_new(plain, tmp_path, monkeypatch):
    parse(articles(60), cache=tmp_path)
    seen = []
    once = corpus.parse_chunk
    monkeypatch.setattr(corpus, "parse_chunk", lambda jobs, ner: seen.extend(jobs) or once(jobs, ner))
    assert_same(parse(articles(70), cache=tmp_path), plain)
    assert [job[0] for job in seen] == [f"a{i:03}" for i in range(60, 70)]


def test_a_cache_forgets_what_another_version_found(tmp_path, monkeypatch):
    parse(articles(2), cache=tmp_path)
    monkeypatch.setattr("helpers.cache.version", lambda: "another")
    seen = []
    monkeypatch.setattr(corpus, "parse_chunk", lambda jobs, ner: seen.extend(jobs) or [({}, None)] * len(jobs))
    parse(articles(2), cache=tmp_path)
    assert len(seen) == 2


def test_what_was_finished_before_an_interruption_is_kept(tmp_path, monkeypatch):
    once = corpus.parse_chunk

    def interrupted(jobs, ner):
        if jobs[0][0] > "a040":
            raise KeyboardInterrupt
        return once(jobs, ner)

    monkeypatch.setattr(corpus, "parse_chunk", interrupted)
    with pytest.raises(KeyboardInterrupt):
        parse(articles(70), cache=tmp_path)
    assert _count(tmp_path) == 2 * corpus.CHUNK


INTERRUPTED = """
import signal
import sys
from test_corpus import articles
from helpers import parse

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background was told to ignore it
    parse(articles(4000), cache=sys.argv[1], workers=int(sys.argv[2]))
"""


@pytest.mark.parametrize("workers", [1, 2])
def test_an_interrupted_run_leaves_what_it_finished(tmp_path, workers):
    script = tmp_path / "run.py"
    script.write_text(INTERRUPTED)
    paths = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    run = subprocess.Popen(
        [sys.executable, script, tmp_path, str(workers)],
        env=os.environ | {"PYTHONPATH": paths},
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    with Cache.open(tmp_path):  # makes the file
        pass
    while run.poll() is None and not (kept := _count(tmp_path)):
        time.sleep(0.1)
    assert run.poll() is None, run.stderr.read().decode()
    os.killpg(run.pid, signal.SIGINT)  # as Ctrl-C does, the helpers' processes included
    says = run.communicate(timeout=60)[1].decode()
    assert "KeyboardInterrupt" in says.strip().splitlines()[-1]
    assert kept <= _count(tmp_path) < 4000
    with Cache.open(tmp_path) as store:
        known = store.get_many([fingerprint(text, None, None) for text in articles(4000)["text"]])
    assert len(known) == _count(tmp_path)


def _count(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "rows.sqlite")) as database:
        return database.execute("SELECT count(*) FROM rows").fetchone()[0]


def test_an_article_that_cannot_be_parsed_costs_no_other(plain, monkeypatch):
    class Breaks:
        def make_doc(self, text):
            if "Meldung 3." in text:
                raise RuntimeError("kaputt")
            return nlp.make_doc(text)

        def pipe(self, docs, **how):
            return nlp.pipe(docs, **how)

    nlp = corpus._pipeline(None)
    monkeypatch.setattr(corpus, "_pipeline", lambda ner: Breaks())
    with pytest.warns(ParseWarning, match="a003"):
        broken = parse(articles(10))
    assert [s["file"] for s in broken.articles.attrs["skipped"]] == ["a003"]
    assert "kaputt" in broken.articles.attrs["skipped"][0]["reason"]
    rest = plain.entities[plain.entities.article_id.between("a000", "a009") & (plain.entities.article_id != "a003")]
    pd.testing.assert_frame_equal(broken.entities, rest.reset_index(drop=True))


def test_a_missing_text_is_listed(plain):
    table = articles(3)
    table.loc[1, "text"] = None
    with pytest.warns(ParseWarning, match="a001: its text is missing"):
        found = parse(table)
    assert list(found.articles.article_id) == ["a000", "a002"]


def test_a_lone_surrogate_keeps_the_offsets():
    odd = pd.DataFrame({"article_id": ["a"], "text": ["\ud800 Norwegen liefert zehn Busse."]}, dtype="object")
    found = parse(odd)
    text = found.articles.text[0]
    assert len(text) == len("\ud800 Norwegen liefert zehn Busse.")
    assert all(text[r.start : r.end] == r.text for r in found.entities.itertuples())


def test_ids_that_are_numbers_become_texts_and_are_sorted_as_such():
    table = pd.DataFrame({"article_id": [10, 9, 2.0], "text": ["Polen liefert 30 Panzer."] * 3})
    found = parse(table)
    assert list(found.articles.article_id) == ["10", "2", "9"]
    assert found.entities.article_id.is_monotonic_increasing


def test_a_missing_id_costs_no_other_article():
    table = pd.DataFrame({"article_id": ["a", None, ""], "text": ["Polen liefert 30 Panzer."] * 3})
    with pytest.warns(ParseWarning, match="left out 2: an article: its article_id is missing"):
        assert list(parse(table).articles.article_id) == ["a"]


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("4.9.2025", "2025-09-04"),
        ("2025-09-04T14:12:00+02:00", "2025-09-04 14:12"),
        (pd.Timestamp("2025-09-04 14:12", tz="Europe/Berlin"), "2025-09-04 14:12"),
        (dt.date(2025, 9, 4), "2025-09-04"),
        (None, None),
    ],
    ids=str,
)
def test_dates_are_read_as_the_clock_on_the_wall_showed_them(given, read):
    found = parse(pd.DataFrame({"article_id": ["a"], "text": ["Es regnet."], "published": [given]}))
    assert found.articles.published[0] is pd.NaT if read is None else found.articles.published[0] == pd.Timestamp(read)
    assert found.articles.attrs["skipped"] == []


@pytest.mark.parametrize("given", ["gestern", 20250904])
def test_what_is_no_date_is_named_and_the_article_stays(given):
    table = pd.DataFrame({"article_id": ["a"], "text": ["Es regnet."], "published": [given]})
    with pytest.warns(ParseWarning, match=f"a: its date '{given}' is none"):
        found = parse(table)
    assert found.articles.published[0] is pd.NaT


def test_a_lone_surrogate_beside_the_text_is_written_too(tmp_path):
    table = pd.DataFrame({"article_id": ["a\ud800"], "text": ["Es regnet."], "title": ["b\ud800"]}, dtype=object)
    found = Corpus.load(parse(table).save(tmp_path))
    assert (found.articles.article_id[0], found.articles.title[0]) == ("a\ufffd", "b\ufffd")


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (pd.DataFrame({"id": ["a"], "text": ["x"]}), "article_id"),
        (pd.DataFrame({"article_id": ["a"], "body": ["x"]}), "text"),
        (pd.DataFrame({"article_id": ["a", "a"], "text": ["x", "y"]}), "stands twice: a"),
        (pd.DataFrame({"article_id": ["1", 1], "text": ["x", "y"]}), "stands twice: 1"),
        (pd.DataFrame([["a", "x", "y"]], columns=["article_id", "text", "text"]), "two columns 'text'"),
    ],
    ids=["no id", "no text", "one id twice", "one id as text and number", "one column twice"],
)
def test_a_wrong_table_is_named(table, says):
    with pytest.raises(ValueError, match=says):
        parse(table)


def test_no_articles_give_empty_tables():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = parse(pd.DataFrame({"article_id": [], "text": []}))
    assert all(len(getattr(found, table)) == 0 for table in FINDS)
