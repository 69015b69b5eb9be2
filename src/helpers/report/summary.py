"""What the report says first: each notebook's question with its answer. Corpus → the tables and the sentences."""

from dataclasses import dataclass

import pandas as pd

from .. import answers, commitments, mentions, overlap, quantities, quoted
from ..tables import Corpus


@dataclass(frozen=True)
class Findings:
    """What the notebooks work out, once more, for the page."""

    corpus: Corpus
    verdicts: pd.DataFrame
    stories: pd.DataFrame
    cells: pd.DataFrame


def findings(corpus: Corpus) -> Findings:
    """The small tables the page needs twice."""
    verdicts = overlap.verdicts(corpus)
    stories = overlap.stories(corpus, verdicts)
    cells = commitments.matrix(corpus.commitments, corpus.articles, stories=stories)
    return Findings(corpus, verdicts, stories, cells)


def summary(found: Findings, language: str) -> list[tuple[str, str]]:
    """(notebook whose question it is, answer): computed from the tables; what was not found is said, not left out.

    The first, of no notebook, says what was read."""
    corpus, say = found.corpus, {"language": language}
    counts = mentions.count(corpus, by=None, stories=found.stories)
    speakers, variants, unnamed = quoted.speakers(corpus, by=None), quoted.variants(corpus), quoted.unnamed(corpus)
    heard = answers.quotes(speakers, variants, unnamed, **say)
    return [
        ("", answers.articles(corpus, **say)),
        ("01_source_overlap", answers.overlap(found.verdicts, found.stories, corpus.articles, **say)),
        ("02_mention_frequency", answers.mentions(counts, **say)),
        ("03_country_commitments", answers.commitments(found.cells, **say)),
        ("04_quotes_and_figures", f"{heard} {answers.figures(quantities.compare(corpus), corpus.articles, **say)}"),
    ]
