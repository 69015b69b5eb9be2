"""parse(): articles table → Corpus, on one core, several, or a Dask cluster; parsed rows come from a cache."""

import gc
import json
import re
import warnings
from collections.abc import Iterator
from functools import cache as remember

import pandas as pd
from tqdm.auto import tqdm

from .cache import Cache, fingerprint
from .pipeline import german
from .tables import FINDS, Corpus, complete, frame, rows, validate

CHUNK = 32  # articles a worker takes at a time: long enough to hide the hand-over, short enough to show progress
LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # no codec can write one: U+FFFD stands for it, at the same offset
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

    Raises ValueError for a missing column or an id that stands twice. An article whose text is missing or that cannot
    be parsed is left out with a ParseWarning and listed in `corpus.articles.attrs["skipped"]`.
    """
    articles, skipped = _checked(articles)
    jobs = list(zip(articles["article_id"], articles["text"], _dates(articles), strict=True))
    store = Cache.open(cache)
    keys = [fingerprint(text, date, ner) for _, text, date in jobs] if store else []
    known = store.get_many(keys) if store else {}
    waiting = [i for i in range(len(jobs)) if not store or keys[i] not in known]
    chunks = [waiting[i : i + CHUNK] for i in range(0, len(waiting), CHUNK)]
    results: dict[int, Rows] = {}
    with tqdm(total=len(waiting), unit="article", disable=_quiet(progress, waiting), delay=0 if progress else 2) as bar:
        for chunk, found in zip(
            chunks, _run([[jobs[i] for i in c] for c in chunks], workers, client, ner), strict=True
        ):
            for i, (new, error) in zip(chunk, found, strict=True):
                if error:
                    skipped.append({"file": jobs[i][0], "reason": error})
                results[i] = new
                if store and not error:
                    store.put(keys[i], new)
            bar.update(len(chunk))
            if store:
                store.commit()
    tables = {table: [] for table in FINDS}
    for i, (article_id, _, _) in enumerate(jobs):
        for table, new in (results[i] if i in results else known[keys[i]]).items():
            tables[table] += [(article_id, *row) for row in new]
    _warn(skipped)
    articles.attrs["skipped"] = skipped
    return Corpus(articles, **{table: validate(table, frame(table, tables[table])) for table in FINDS})


def _checked(articles: pd.DataFrame) -> tuple[pd.DataFrame, list[dict]]:
    """The articles with every column of their table, sorted, their ids unique; and what was left out before."""
    for column in ("article_id", "text"):
        if column not in articles:
            raise ValueError(f"articles has no column {column!r}; it has {', '.join(map(repr, articles.columns))}")
    skipped = list(articles.attrs.get("skipped", []))
    twice = articles["article_id"][articles["article_id"].duplicated()].unique()
    if len(twice):
        raise ValueError(f"article_id stands twice: {', '.join(map(str, twice[:5]))}; give each article its own id")
    missing = articles["text"].isna() | articles["article_id"].isna()
    for article_id in articles.loc[missing, "article_id"]:
        skipped.append({"file": str(article_id), "reason": "its text is missing"})
    articles = articles[~missing].sort_values("article_id", kind="stable").reset_index(drop=True)
    texts = [LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", str(text)) for text in articles["text"]]
    return complete(articles.assign(text=texts)), skipped


def _dates(articles: pd.DataFrame) -> list:
    return [None if pd.isna(date) else date.to_pydatetime() for date in articles["published"]]


def _quiet(progress: bool | None, waiting: list) -> bool:
    return not (len(waiting) > CHUNK if progress is None else progress)


def _run(chunks: list[list[tuple]], workers: int, client, ner: str | None) -> Iterator[list]:
    """The chunks' results, in their order."""
    if client is not None:
        futures = client.map(parse_chunk, chunks, ner=ner, pure=False, retries=3)
        yield from (future.result() for future in futures)
    elif workers > 1 and len(chunks) > 1:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            yield from pool.map(parse_chunk, chunks, [ner] * len(chunks))
    else:
        yield from (parse_chunk(chunk, ner) for chunk in chunks)


@remember
def _pipeline(ner: str | None):
    nlp = german(ner)
    gc.collect()
    gc.freeze()  # lexicons and vectors stay: the collector need not walk them again and again
    return nlp


def parse_chunk(jobs: list[tuple], ner: str | None = None) -> list[tuple[Rows, str | None]]:
    """Per job (article_id, text, published): its rows by table, without the article_id, and None or what went wrong."""
    try:
        return _parsed(jobs, ner)
    except Exception as error:  # one article that breaks a rule must never cost the others: it is named and listed
        if len(jobs) > 1:
            return [found for job in jobs for found in parse_chunk([job], ner)]
        return [({table: [] for table in FINDS}, f"could not be parsed: {type(error).__name__}: {error}")]


def _parsed(jobs: list[tuple], ner: str | None) -> list[tuple[Rows, None]]:
    nlp = _pipeline(ner)
    docs = []
    for _, text, published in jobs:
        doc = nlp.make_doc(text)
        doc._.published = published
        docs.append(doc)
    return [(json.loads(json.dumps(rows(doc), default=str)), None) for doc in nlp.pipe(docs, batch_size=len(docs))]


def _warn(skipped: list[dict]) -> None:
    mine = [s for s in skipped if s["reason"].startswith(("could not be parsed", "its text is missing"))]
    if mine:
        first = "; ".join(f"{s['file']}: {s['reason']}" for s in mine[:3])
        warnings.warn(f"{len(mine)} article(s) left out: {first}", ParseWarning, stacklevel=3)
