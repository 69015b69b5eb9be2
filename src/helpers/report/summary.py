"""What the tables say in a few true sentences. Corpus → list of sentences."""

import pandas as pd

from .. import commitments, overlap
from ..tables import Corpus
from .labels import date, label


def summary(corpus: Corpus, language: str) -> list[str]:
    """Sentences computed from the tables; what was not found is said, not left out."""
    return [*_articles(corpus, language), _quotes(corpus, language), _figures(corpus, language)] + [
        _commitments(corpus, language),
        _overlap(corpus, language),
        *_skipped(corpus, language),
    ]


def outlets_of(corpus: Corpus, language: str) -> str:
    """“4 outlets”, in words that also hold for one or none."""
    n = corpus.articles["outlet"].nunique()
    return label(language, {0: "outlets_none", 1: "outlets_one"}.get(n, "outlets_many"), n=n)


def _articles(corpus: Corpus, language: str) -> list[str]:
    days = corpus.articles["published"].dropna()
    counts = {"articles": len(corpus.articles), "outlets": outlets_of(corpus, language)}
    if days.empty:
        return [label(language, "s_undated", **counts)]
    first, last = date(language, days.min()), date(language, days.max())
    counts["period"] = first if first == last else label(language, "period", first=first, last=last)
    if len(days) < len(corpus.articles):
        return [label(language, "s_some_dated", **counts, dated=len(days))]
    return [label(language, "s_articles", **counts)]


def _quotes(corpus: Corpus, language: str) -> str:
    speakers = corpus.quotes["speaker_entity"].dropna()
    if speakers.empty:
        return label(language, "s_noquotes")
    counts = speakers.value_counts().sort_index().sort_values(ascending=False, kind="stable")
    return label(
        language,
        "s_quotes",
        quotes=len(corpus.quotes),
        direct=int((corpus.quotes["kind"] == "direct").sum()),
        speaker=counts.index[0],
        times=int(counts.iloc[0]),
    )


def _figures(corpus: Corpus, language: str) -> str:
    dates = int((corpus.figures["kind"] == "date").sum())
    return label(language, "s_figures", figures=len(corpus.figures), dates=dates)


def _commitments(corpus: Corpus, language: str) -> str:
    cells = commitments.matrix(corpus.commitments, corpus.articles)
    if cells.empty:
        return label(language, "s_nocommitments")
    return label(
        language,
        "s_commitments",
        states=int(cells["country"].nunique()),
        rows=len(corpus.commitments),
        cells=len(cells),
        disagree=int(cells["disagree"].sum()),
    )


def _overlap(corpus: Corpus, language: str) -> str:
    if len(corpus.articles) == 1:
        return label(language, "s_alone")
    verdicts = overlap.verdicts(corpus)
    if verdicts.empty:
        return label(language, "s_nooverlap")
    stories = overlap.stories(corpus, verdicts)["story"].nunique()
    first = verdicts.sort_values(["similarity", "article_a", "article_b"], ascending=[False, True, True]).iloc[0]
    return label(
        language,
        "s_overlap_same" if stories == 1 else "s_overlap",
        articles=len(corpus.articles),
        stories=stories,
        a=_named(corpus, first["article_a"], language),
        b=_named(corpus, first["article_b"], language),
        similarity=round(100 * float(first["similarity"])),
    )


def _named(corpus: Corpus, article_id: str, language: str) -> str:
    """An article as a reader knows it: “title” (outlet), by its id only where it has no title."""
    article = corpus.articles.set_index("article_id").loc[article_id]
    title = label(language, "in_quotes", text=article_id if pd.isna(article["title"]) else article["title"])
    return title if pd.isna(article["outlet"]) else f"{title} ({article['outlet']})"


def _skipped(corpus: Corpus, language: str) -> list[str]:
    skipped = corpus.articles.attrs.get("skipped", [])
    return [label(language, "s_skipped", n=len(skipped))] if skipped else []
