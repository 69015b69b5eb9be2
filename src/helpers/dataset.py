"""parse_dataset(): articles that do not fit into memory → tables as Parquet parts, one part after another.

A Parquet dataset, a Dask DataFrame or any iterable of DataFrames goes in; `<folder>/<table>/part-00000.parquet` … come
out. Parts that are there already are kept, so that a run that was stopped goes on where it was.
"""

import warnings
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from .corpus import ParseWarning, parse
from .files import whole
from .tables import FINDS

ROWS = 2_000  # articles in one part of a Parquet dataset: some 50 MB while they are parsed
LAST = "articles"  # written after the tables of its part: where it is, the part is complete


def parse_dataset(articles, folder, *, rows: int = ROWS, **how) -> Path:
    """Writes every table as Parquet parts into `folder`, one sub-folder a table; returns the folder.

    `articles`: the path of a Parquet file or dataset (read `rows` articles at a time), a Dask DataFrame (a part per
    partition) or an iterable of DataFrames, each with `article_id` and `text`. `how` goes to `parse`: workers, client,
    cache, ner, progress. `Corpus.load(folder)` reads the parts back, where they fit.

    An article whose id stood in an earlier part is left out with a ParseWarning, as `parse` leaves out what it cannot
    parse. Raises FileNotFoundError for a dataset that is not there.
    """
    folder, seen = Path(folder), set()
    for number, part in enumerate(_parts(articles, rows)):
        twice = part["article_id"].isin(seen)
        if twice.any():
            some = ", ".join(map(str, part.loc[twice, "article_id"].head(3)))
            warnings.warn(
                f"{twice.sum()} article(s) left out, their id stood before: {some}", ParseWarning, stacklevel=2
            )
        part = part[~twice].drop_duplicates("article_id")
        seen.update(part["article_id"])
        if _path(folder, LAST, number).exists():
            continue
        tables = parse(part, **how).tables()
        for name in (*FINDS, LAST):
            with whole(_path(folder, name, number)) as temporary:
                tables[name].to_parquet(temporary, index=False)
    return folder


def _path(folder: Path, table: str, number: int) -> Path:
    return folder / table / f"part-{number:05}.parquet"


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
