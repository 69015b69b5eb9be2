"""parse() on a Dask cluster: the same rows, also from a Dask DataFrame, also when a worker dies."""

import os
import signal

import pandas as pd
import pytest

from helpers import Corpus, corpus, parse, parse_dataset
from helpers.corpus import CHUNK
from helpers.tables import FINDS

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
distributed = pytest.importorskip("distributed")


def articles(n: int) -> pd.DataFrame:
    texts = [f"Norwegen liefert {i + 2} Busse, sagte Ministerin Astrid Dahl. Meldung {i}." for i in range(n)]
    return pd.DataFrame({"article_id": [f"a{i:03}" for i in range(n)], "text": texts})


def assert_same(one: Corpus, other: Corpus) -> None:
    assert len(one.figures) > 0
    for name in FINDS:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


@pytest.fixture(scope="module")
def client():
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def plain():
    return parse(articles(4 * CHUNK))


def test_two_workers_find_the_same(client, plain):
    assert_same(parse(articles(4 * CHUNK), client=client), plain)


def test_a_dask_dataframe_is_parsed_by_partitions(client, plain, tmp_path):
    dask_frame = pytest.importorskip("dask.dataframe")
    frame = dask_frame.from_pandas(articles(4 * CHUNK), npartitions=3)
    folder = parse_dataset(frame, tmp_path, client=client)
    assert len(list((folder / "quotes").glob("part-*.parquet"))) == 3
    assert_same(Corpus.load(folder), plain)


def test_a_worker_that_dies_is_survived(client, plain, monkeypatch):
    before = set(client.run(os.getpid).values())
    victim = min(before)
    parse_chunk = corpus.parse_chunk

    def dies_once(jobs, ner=None):
        if os.getpid() == victim:
            os.kill(victim, signal.SIGKILL)
        return parse_chunk(jobs, ner)

    monkeypatch.setattr(corpus, "parse_chunk", dies_once)
    assert_same(parse(articles(4 * CHUNK), client=client), plain)
    client.wait_for_workers(2, timeout=60)
    assert before - set(client.run(os.getpid).values()) == {victim}
