"""parse(): articles table → Corpus, one Doc at a time."""

import pandas as pd
from tqdm.auto import tqdm

from .pipeline import german
from .tables import FINDS, Corpus, frame, rows, schema


def parse(articles: pd.DataFrame, *, ner: str | None = None, progress: bool = False) -> Corpus:
    """Everything found in the articles; `articles` needs only `article_id` and `text`."""
    articles = articles.sort_values("article_id", kind="stable").reset_index(drop=True)
    nlp = german(ner)
    found = {table: [] for table in FINDS}
    published = articles["published"] if "published" in articles else [None] * len(articles)
    for article_id, text, date in tqdm(
        zip(articles["article_id"], articles["text"], published, strict=True), total=len(articles), disable=not progress
    ):
        doc = nlp.make_doc(text)
        doc._.published = None if pd.isna(date) else date
        for table, new in rows(nlp(doc), article_id).items():
            found[table] += new
    return Corpus(articles, **{table: schema(table).validate(frame(table, found[table])) for table in FINDS})
