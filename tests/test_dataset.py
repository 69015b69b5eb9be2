"""parse_dataset(): parts that together are what parse() finds; a stopped run goes on; nothing twice."""

import pandas as pd
import pytest

from helpers import Corpus, dataset, parse, parse_dataset
from helpers.corpus import ParseWarning
from helpers.tables import FINDS


def articles(n: int) -> pd.DataFrame:
    texts = [f"Norwegen liefert {i + 2} Busse, sagte Ministerin Astrid Dahl. Meldung {i}." for i in range(n)]
    return pd.DataFrame({"article_id": [f"a{i:03}" for i in range(n)], "text": texts})


def assert_same(one: Corpus, other: Corpus) -> None:
    assert len(one.figures) > 0
    for name in FINDS:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


@pytest.fixture(scope="module")
def plain():
    return parse(articles(25))


def test_a_parquet_file_is_parsed_in_parts(plain, tmp_path):
    articles(25).to_parquet(tmp_path / "in.parquet")
    folder = parse_dataset(tmp_path / "in.parquet", tmp_path / "out", rows=10)
    assert len(list((folder / "quotes").glob("part-*.parquet"))) == 3
    assert_same(Corpus.load(folder), plain)


def test_frames_one_after_another(plain, tmp_path):
    table = articles(25)
    assert_same(Corpus.load(parse_dataset([table[:9], table[9:]], tmp_path)), plain)


def test_a_stopped_run_goes_on_where_it_was(plain, tmp_path, monkeypatch):
    table = articles(25)

    def stopped():
        yield table[:9]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        parse_dataset(stopped(), tmp_path)
    parsed = []
    monkeypatch.setattr(dataset, "parse", lambda part: parsed.append(len(part)) or parse(part))
    assert_same(Corpus.load(parse_dataset([table[:9], table[9:]], tmp_path)), plain)
    assert parsed == [16]


def test_an_id_that_stood_before_is_left_out_and_named(plain, tmp_path):
    table = articles(25)
    with pytest.warns(ParseWarning, match="1 article.*a003"):
        folder = parse_dataset([table, table[3:4]], tmp_path)
    assert_same(Corpus.load(folder), plain)


def test_a_dataset_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="nowhere"):
        parse_dataset(tmp_path / "nowhere", tmp_path)
