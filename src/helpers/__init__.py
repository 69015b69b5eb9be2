"""Tables of entities, quotes, figures and commitments from a folder of German news articles."""

from .articles import read_articles
from .corpus import parse
from .dataset import parse_dataset
from .tables import Corpus

__all__ = ["Corpus", "parse", "parse_dataset", "read_articles"]
