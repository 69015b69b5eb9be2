"""parse(): articles table → Corpus, on one core, several, or a Dask cluster; parsed rows come from a cache."""

import gc
import json
import re
import signal
import warnings
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache as remember
from multiprocessing import get_context

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits
from tqdm.auto import tqdm

from .articles.metadata import date_of
from .articles.table import DTYPES as ARTICLES
from .cache import Cache, fingerprint
from .pipeline import german
from .tables import FINDS, Corpus, complete, frame, rows, validate

CHUNK = 32  # articles a worker takes at a time: long enough to hide the hand-over, short enough to show progress
MOST_WORDS = 200_000  # a vocabulary keeps every word it has met, in some 160 MB so many
LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # no codec can write one: U+FFFD stands for it, at the same offset
TEXTS = ("text", "title", "outlet", "url")
Rows = dict[str, list]


class ParseWarning(UserWarning):
    """An article could not be parsed; it is listed in `corpus.articles.attrs["skipped"]`."""


def parse(
    articles: pd.DataFrame,
    *,
    workers: int = 1,
    client=None,
    cache=None,
    ner: str | None = None,
    progress: bool | None = None,
) -> Corpus:
    """A Corpus: one table per kind of find, rows sorted by article_id, start, end; the same rows however it is run.

    `articles` needs `article_id` (unique) and `text`; `published` dates what an article says relatively.
    `workers` local processes, or a Dask `client`, share the work. `cache` (a folder, or `$HELPERS_CACHE`) keeps each
    article's rows by its content and this package's version. `ner` names a spaCy pipeline to take the names from.
    `progress` shows a bar; None shows one where it takes long.

    Raises ValueError for a missing column or an id that stands twice. An article without an id or a text, or that
    cannot be parsed, is left out with a ParseWarning and listed in `corpus.articles.attrs["skipped"]`; so is a date
    that is none.
    """
    read = len(articles.attrs.get("skipped", []))  # what reading left out, it has told
    articles, skipped = _checked(articles)
    jobs = list(zip(articles["article_id"], articles["text"], _dates(articles), strict=True))
    with Cache.open(cache) as store:
        found, failed = _found(jobs, store, workers, client, ner, progress)
    skipped += [{"file": jobs[i][0], "reason": error} for i, error in sorted(failed.items())]
    tables = {table: [] for table in FINDS}
    for (article_id, _, _), new in zip(jobs, found, strict=True):
        for table, some in new.items():
            tables[table] += [(article_id, *row) for row in some]
    _warn(skipped[read:])
    articles.attrs["skipped"] = skipped
    return Corpus(articles, **{table: validate(table, frame(table, tables[table])) for table in FINDS})


def _checked(articles: pd.DataFrame) -> tuple[pd.DataFrame, list[dict]]:
    """The articles with every column of their table, sorted, their ids unique texts; and what was left out before."""
    for column in ("article_id", "text"):
        if column not in articles:
            raise ValueError(f"articles has no column {column!r}; it has {', '.join(map(repr, articles.columns))}")
    if not articles.columns.is_unique:
        raise ValueError(f"articles has two columns {articles.columns[articles.columns.duplicated()][0]!r}")
    skipped = list(articles.attrs.get("skipped", []))
    table = articles.assign(article_id=[id_of(value) for value in articles["article_id"]])
    twice = table["article_id"][table["article_id"].notna() & table["article_id"].duplicated()].unique()
    if len(twice):
        raise ValueError(f"article_id stands twice: {', '.join(twice[:5])}; give each article its own id")
    reasons = [_lack(*article) for article in zip(table["article_id"], table["text"], strict=True)]
    for article_id, reason in zip(table["article_id"], reasons, strict=True):
        if reason:
            skipped.append({"file": "an article" if pd.isna(article_id) else article_id, "reason": reason})
    table = (
        table.loc[np.array([not reason for reason in reasons], dtype=bool)]
        .sort_values("article_id", kind="stable")
        .reset_index(drop=True)
    )
    texts = {name: [_writable(value) for value in table[name]] for name in TEXTS if name in table}
    dates = {"published": _published(table, skipped)} if "published" in table else {}
    return complete(table.assign(**texts, **dates)), skipped


def id_of(value) -> str | None:
    """An id as text, whole numbers without “.0”; None where it is missing."""
    if (pd.api.types.is_scalar(value) and pd.isna(value)) or not str(value).strip():
        return None
    return _writable(str(int(value) if isinstance(value, float) and value.is_integer() else value))


def _lack(article_id, text) -> str | None:
    """Why an article cannot be parsed; None where it can."""
    if pd.isna(article_id):
        return "its article_id is missing"
    if isinstance(text, str):
        return None
    missing = pd.api.types.is_scalar(text) and pd.isna(text)
    return "its text is missing" if missing else f"its text is no text but {type(text).__name__}"


def _writable(value):
    return LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value


def _published(articles: pd.DataFrame, skipped: list[dict]) -> pd.Series:
    """The dates as the clock on the wall showed them; what is none is listed, and the article stays."""
    given = articles["published"]
    if str(given.dtype) == ARTICLES["published"]:
        return given
    dates = [date_of(value) for value in given]
    for article_id, value, date in zip(articles["article_id"], given, dates, strict=True):
        if date is None and not pd.isna(value):
            skipped.append({"file": article_id, "reason": f"its date {str(value)[:40]!r} is none: read without it"})
    return pd.Series(dates, index=articles.index, dtype=ARTICLES["published"])


def _dates(articles: pd.DataFrame) -> list:
    return [None if pd.isna(date) else date.to_pydatetime() for date in articles["published"]]


def _found(
    jobs: list[tuple], store: Cache | None, workers: int, client, ner: str | None, progress: bool | None
) -> tuple[list[Rows], dict[int, str]]:
    """The rows of each job, from the cache where they are known, and what went wrong: position → reason."""
    keys = [fingerprint(text, date, ner) for _, text, date in jobs] if store else []
    known = store.get_many(keys) if store else {}
    waiting = [i for i in range(len(jobs)) if not store or keys[i] not in known]
    chunks = [waiting[i : i + CHUNK] for i in range(0, len(waiting), CHUNK)]
    results: dict[int, Rows] = {}
    failed: dict[int, str] = {}
    with tqdm(total=len(waiting), unit="article", disable=_quiet(progress, waiting), delay=0 if progress else 2) as bar:
        for number, found in _run([[jobs[i] for i in chunk] for chunk in chunks], workers, client, ner):
            for i, (new, error) in zip(chunks[number], found, strict=True):
                results[i] = new
                if error:
                    failed[i] = error
                if store and not error:
                    store.put(keys[i], new)
            bar.update(len(found))
            if store:
                store.commit()
    return [results[i] if i in results else known[keys[i]] for i in range(len(jobs))], failed


def _quiet(progress: bool | None, waiting: list) -> bool:
    return not (len(waiting) > CHUNK if progress is None else progress)


def _run(chunks: list[list[tuple]], workers: int, client, ner: str | None) -> Iterator[tuple[int, list]]:
    """The number of each chunk and its results, as they are finished."""
    if client is not None:
        futures = client.map(parse_chunk, chunks, ner=ner, pure=False, retries=3)
        yield from ((number, future.result()) for number, future in enumerate(futures))
    elif workers > 1 and len(chunks) > 1:
        yield from _share(chunks, workers - 1, ner)
    else:
        yield from ((number, parse_chunk(chunk, ner)) for number, chunk in enumerate(chunks))


def _share(chunks: list[list[tuple]], helpers: int, ner: str | None) -> Iterator[tuple[int, list]]:
    """This process works from the last chunk on, its helpers, which need seconds to start, from the first."""
    pool = ProcessPoolExecutor(helpers, get_context("spawn"), initializer=_undisturbed)
    try:
        waiting = {number: pool.submit(parse_chunk, chunk, ner) for number, chunk in enumerate(chunks)}
        for number in reversed(range(len(chunks))):
            if number in waiting and waiting[number].cancel():
                del waiting[number]
                yield number, parse_chunk(chunks[number], ner)
            for done in [number for number, future in waiting.items() if future.done()]:
                yield done, waiting.pop(done).result()
        for number, future in waiting.items():
            yield number, future.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _undisturbed() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the one that asked ends the others


def _pipeline(ner: str | None):
    """This process's pipeline; a new one takes the place of one whose vocabulary has grown too large."""
    if len(_made(ner).vocab) > MOST_WORDS:
        _made.cache_clear()
    return _made(ner)


@remember
def _made(ner: str | None):
    nlp = german(ner)
    gc.collect()
    gc.freeze()  # lexicons and vectors stay: the collector need not walk them again and again
    return nlp


def parse_chunk(jobs: list[tuple], ner: str | None = None) -> list[tuple[Rows, str | None]]:
    """Per job (article_id, text, published): its rows by table, without the article_id, and None or what went wrong."""
    nlp = _pipeline(ner)  # one that cannot be had is nobody's article's fault
    try:
        with threadpool_limits(1, "blas"):  # its threads get into each other's way: the products are small
            return _parsed(jobs, nlp)
    except Exception as error:  # one article that breaks a rule must never cost the others: it is named and listed
        if len(jobs) > 1:
            return [found for job in jobs for found in parse_chunk([job], ner)]
        return [({table: [] for table in FINDS}, f"could not be parsed: {type(error).__name__}: {error}")]


def _parsed(jobs: list[tuple], nlp) -> list[tuple[Rows, None]]:
    docs = []
    for _, text, published in jobs:
        doc = nlp.make_doc(text)
        doc._.published = published
        docs.append(doc)
    return [(json.loads(json.dumps(rows(doc), default=str)), None) for doc in nlp.pipe(docs, batch_size=len(docs))]


def _warn(skipped: list[dict]) -> None:
    if skipped:
        first = "; ".join(f"{s['file']}: {s['reason']}" for s in skipped[:3])
        warnings.warn(f"left out {len(skipped)}: {first}", ParseWarning, stacklevel=3)
