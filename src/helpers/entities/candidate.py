"""What may be a mention, before the article is settled: one shape for the tagger's names and the lexicon's."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from spacy.attrs import ORTH
from spacy.tokens import Doc

PARTS = {
    "LOCpart": "place",
    "ORGpart": "organisation",
    "PERpart": "person",
}  # compounds with a name in them, as the tagger labels them
TITLE_KINDS = ("title", "male", "female")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of tokens that names something."""

    start: int  # first token
    end: int  # after the last token
    kind: str  # person | country | place | organisation | nationality | other (a work or event: no mention)
    entity: str | None = None  # canonical name, None where only the article can tell
    country: str | None = None
    source: str = "tagger"  # tagger | lexicon | compound | copy
    certain: bool = True

    @property
    def length(self) -> int:
        """How many tokens it spans."""
        return self.end - self.start

    def over(self, other: "Candidate") -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end

    def but(self, **changes) -> "Candidate":
        """The same candidate with some fields changed."""
        return replace(self, **changes)


def in_places(doc: Doc, what: Callable[[str], Any]) -> Iterator[tuple[int, Any]]:
    """The tokens whose word is anything to `what`, and what it is, in order; each different word is asked once."""
    column = doc.to_array(ORTH).tolist()
    known = {word: found for word in set(column) if (found := what(doc.vocab.strings[word]))}
    return ((i, known[word]) for i, word in enumerate(column) if word in known) if known else iter(())


def words_of(doc: Doc) -> set[str]:
    """The different words of a text."""
    return {doc.vocab.strings[word] for word in set(doc.to_array(ORTH).tolist())}
