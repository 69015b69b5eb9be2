"""parse_dataset(): articles that do not fit into memory → tables as Parquet parts, one part after another.

A Parquet dataset, a Dask DataFrame or any iterable of DataFrames goes in; `<folder>/<table>/part-00000.parquet` … come
out at the end, all at once; a run that was stopped goes on where it was.
"""

import hashlib
import warnings
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from . import storage
from .cache import version
from .corpus import ParseWarning, id_of, parse
from .files import finish
from .names import source

ROWS = 2_000  # articles in one part of a Parquet dataset: some 50 MB while they are parsed


def parse_dataset(articles, folder, *, rows: int = ROWS, **how) -> Path:
    """Writes every table as Parquet parts into `folder`, one sub-folder a table; returns the folder.

    `articles`: the path of a Parquet file or dataset (read `rows` articles at a time), a Dask DataFrame (a part per
    partition) or an iterable of DataFrames, each with `article_id` and `text`. `how` goes to `parse`: workers, client,
    cache, ner, progress. `Corpus.load(folder)` reads the parts back, where they fit.

    The parts take their place all at once at the end: until then the folder holds what it held. A run that was stopped
    goes on where it was, and a part of the same articles is not parsed again by the same version of this package.

    An article whose id stood before is left out with a ParseWarning, as `parse` leaves out what it cannot parse.
    Raises FileNotFoundError for a dataset that is not there, ValueError for a folder that `Corpus.save` wrote.
    """
    if Path(folder, "articles.parquet").exists():
        raise ValueError(f"{folder} holds the tables of another run: name another folder for these parts")
    finish(folder)  # what a killed run had written whole: it replaces parts that would be taken for today's
    seen, digests = set(), []
    for number, part in enumerate(_parts(articles, rows)):
        part = _new(part, seen)
        digests.append(_digest(part, how.get("ner")))
        if not storage.has_part(folder, number, digests[-1]):
            storage.save_part(parse(part, **how).tables(), folder, number, digests[-1])
    if not digests:
        digests = ["no articles"]
        storage.save_part(parse(pd.DataFrame(columns=["article_id", "text"])).tables(), folder, 0, digests[0])
    return storage.end_parts(folder, digests)


def _new(part: pd.DataFrame, seen: set) -> pd.DataFrame:
    """The articles of a part whose ids have not stood before; their ids are added to `seen`."""
    if "article_id" not in part:
        return part  # parse says so
    ids = part["article_id"].map(id_of)
    twice = ids.isin(seen) | (ids.duplicated() & ids.notna())
    if twice.any():
        some = ", ".join(ids[twice].head(3))
        warnings.warn(f"{twice.sum()} article(s) left out, their id stood before: {some}", ParseWarning, stacklevel=3)
    seen.update(ids.dropna())
    return part[~twice]


def _digest(part: pd.DataFrame, ner: str | None) -> str:
    """What decides the rows of a part: its articles, the names' source and this package's version."""
    content = part.to_csv(index=False).encode("utf-8", "surrogatepass")
    return hashlib.sha256("\0".join((source(ner), version(), "")).encode() + content).hexdigest()


def _parts(articles, rows: int) -> Iterator[pd.DataFrame]:
    if isinstance(articles, str | Path):
        from pyarrow import dataset

        if not Path(articles).exists():
            raise FileNotFoundError(f"no Parquet file or dataset at {articles}")
        batches = dataset.dataset(articles, format="parquet").to_batches(batch_size=rows)
        yield from (batch.to_pandas() for batch in batches if batch.num_rows)
    elif hasattr(articles, "partitions"):
        yield from (articles.get_partition(i).compute() for i in range(articles.npartitions))
    else:
        yield from articles
