"""GermEval 2014 sentences → words, labels and features, split into tenths.

A row of the data is {"text", "entities": [[start, end, label], …]}. Sentences are cut into words by the very tokenizer
of the package's pipeline.
"""

import gzip
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
from babel import Locale
from spacy.language import Language

from helpers.pipeline import split_marks
from helpers.tagger import encode, phrase_lists, sentence_flags
from helpers.tagger.features import normalise

LISTS = Path(__file__).parent / "lists"
TENTHS = 10
# derived words (“deutsche”) and parts of compounds (“US-Präsident”): LOC and ORG have enough of them to learn
LABELS = {"LOCDERIV": "LOCderiv", "LOCPART": "LOCpart", "ORGPART": "ORGpart"}
REST = {"DERIV": "LOCderiv", "PART": "OTHpart"}


@dataclass
class Sentence:
    """One annotated sentence; `spans` are (first word, word after the last, label)."""

    row: dict
    tenth: int
    offsets: list[tuple[int, int]]
    words: list[str]
    spans: list[tuple[int, int, str]]

    @property
    def labels(self) -> list[str]:
        return encode(self.spans, len(self.words))


def read(path: Path) -> list[Sentence]:
    """One Sentence per row; a name whose edges lie inside a word is widened to whole words."""
    nlp = tokenizer()
    sentences = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            row = json.loads(line)
            doc = nlp.make_doc(row["text"])
            tokens = [token for token in doc if not token.is_space]
            place = {token.i: index for index, token in enumerate(tokens)}
            spans = []
            for start, end, label in row["entities"]:
                span = doc.char_span(start, end, alignment_mode="expand")
                spans.append((place[span[0].i], place[span[-1].i] + 1, simple(label)))
            sentences.append(
                Sentence(
                    row,
                    number % TENTHS,
                    [(token.idx, token.idx + len(token)) for token in tokens],
                    [normalise(token.text) for token in tokens],
                    spans,
                )
            )
    return sentences


@cache
def tokenizer() -> Language:
    """The words of the package's pipeline."""
    nlp = spacy.blank("de")
    split_marks(nlp)
    return nlp


def simple(label: str) -> str:
    """GermEval's twelve labels → the eight that are learnt."""
    return LABELS.get(label) or next((short for form, short in REST.items() if label.endswith(form)), label)


def word_lists(kind: str) -> dict[str, list[str]]:
    """List name → its lines, of lists/<kind>/*.txt."""
    return {
        path.stem: path.read_text(encoding="utf-8").split("\n")[:-1] for path in sorted((LISTS / kind).glob("*.txt"))
    }


def phrases(sentences: list[Sentence]) -> dict[str, list[str]]:
    """List name → phrases: our own lists, the territories and languages of babel, the names seen in `sentences`."""
    german = Locale("de")
    lists = word_lists("phrases")
    lists["territory"] = german.territories.values()
    lists["language"] = german.languages.values()
    cut = tokenizer().tokenizer
    lists = {
        name: sorted({" ".join(normalise(token.text) for token in cut(phrase)) for phrase in listed})
        for name, listed in lists.items()
    }
    return lists | seen(sentences)


def seen(sentences: list[Sentence]) -> dict[str, list[str]]:
    """List name ("seen PER", "often PER" …) → the names so labelled in `sentences`, each under its commonest label."""
    counts: dict[str, Counter] = defaultdict(Counter)
    for sentence in sentences:
        for first, end, label in sentence.spans:
            counts[" ".join(sentence.words[first:end])][label] += 1
    lists = defaultdict(set)
    for name, labels in counts.items():
        label, times = max(labels.items(), key=lambda pair: (pair[1], pair[0]))
        if any(character.isalpha() for character in name):
            lists[f"seen {label}" if times == 1 else f"often {label}"].add(name)
    return {name: sorted(names) for name, names in sorted(lists.items())}


def flags(sentences: list[Sentence], known: list[Sentence]) -> list[list[list[str]]]:
    """Flags of the place of every word. A sentence that is among the `known` ones is read with the names seen in the
    other tenths only: else the network would learn that a name not seen is none."""
    everything = phrase_lists(phrases(known))
    own = {
        tenth: phrase_lists(phrases([other for other in known if other.tenth != tenth]))
        for tenth in {sentence.tenth for sentence in known}
    }
    among = {id(sentence) for sentence in known}
    return [
        sentence_flags(sentence.words, own[sentence.tenth] if id(sentence) in among else everything)
        for sentence in sentences
    ]
