"""Which articles repeat each other: articles table (or Corpus) → small tables of pairs, passages, verdicts and stories.

words.py      German text → terms with their offsets      vectors.py   terms → TF-IDF vectors, similarity, order
nearest.py    vectors → the pairs that are alike          seeds.py     word sequences → the runs of words they share
alignment.py  runs of words → aligned shared passages     reuse.py     passages of a corpus, shares, side by side
verdicts.py   pairs → copied, rewritten or independent    stories.py   verdicts → groups of articles
terms.py      what is distinctive of each source          progress.py  a bar for what takes long
"""

from .reuse import html, pairs, passages, side_by_side
from .stories import stories
from .terms import distinctive
from .vectors import order, outlet_similarity, similarity
from .verdicts import verdicts

__all__ = [
    "distinctive", "html", "order", "outlet_similarity", "pairs", "passages", "side_by_side", "similarity", "stories",
    "verdicts",
]  # fmt: skip
