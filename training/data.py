"""GermEval 2014 sentences → words, labels and features, split into tenths.

A row of the data is {"text", "entities": [[start, end, label], …]}. Sentences are cut into words by the very tokenizer
of the package's pipeline.
"""

import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
from babel import Locale
from spacy.language import Language

from helpers.pipeline import split_marks
from helpers.tagger import encode, phrase_lists, sentence_flags
from helpers.tagger.features import SeenWords, normalise

LISTS = Path(__file__).parent / "lists"
TENTHS = 10
OFTEN = 5  # times
SWAPPED = ("PER", "LOC", "ORG")
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


def seen_words(sentences: list[Sentence]) -> dict[str, list[str]]:
    """Flag ("PER last=often", "no name=once" …) → the capitalised words that stood so in `sentences`."""
    places = {"B": "first", "I": "inside", "L": "last", "U": "alone"}
    counts: Counter = Counter()
    for sentence in sentences:
        for word, label in zip(sentence.words, sentence.labels, strict=True):
            if word[0].isupper():
                place, _, name = label.partition("-")
                counts[word, f"{name} {places[place]}" if name else "no name"] += 1
    lists = defaultdict(list)
    for (word, role), times in sorted(counts.items()):
        lists[f"{role}={'once' if times == 1 else 'few' if times < OFTEN else 'often'}"].append(word)
    return dict(sorted(lists.items()))


def swapped(sentences: list[Sentence], share: float) -> list[Sentence]:
    """A share of the sentences with names once more, each person, place and organisation replaced by another of its
    tenth (Dai and Adel 2020, "mention replacement")."""
    chance = random.Random(0)
    names: dict[tuple[int, str], list[list[str]]] = defaultdict(list)
    for sentence in sentences:
        for first, end, label in sentence.spans:
            names[sentence.tenth, label].append(sentence.words[first:end])
    made = []
    for sentence in sentences:
        if not any(label in SWAPPED for _, _, label in sentence.spans) or chance.random() >= share:
            continue
        words, spans, done = [], [], 0
        for first, end, label in sorted(sentence.spans):
            words += sentence.words[done:first]
            name = chance.choice(names[sentence.tenth, label]) if label in SWAPPED else sentence.words[first:end]
            spans.append((len(words), len(words) + len(name), label))
            words, done = words + name, end
        made.append(Sentence(sentence.row, sentence.tenth, [], words + sentence.words[done:], spans))
    return made


def flags(sentences: list[Sentence], known: list[Sentence]) -> list[list[list[str]]]:
    """Flags of the place of every word of the `known` sentences, and of others made of them. Each is read with the
    names and words seen in the other tenths only: else the network would learn that a name not seen is none."""
    own = {
        tenth: _reader([other for other in known if other.tenth != tenth])
        for tenth in {sentence.tenth for sentence in known}
    }
    return [own[sentence.tenth](sentence.words) for sentence in sentences]


def _reader(known: list[Sentence]) -> Callable[[list[str]], list[list[str]]]:
    """Words → flags of each, by the names and words seen in the `known` sentences."""
    listed, words_seen = phrase_lists(phrases(known)), SeenWords(seen_words(known))
    return lambda words: [
        flags + words_seen.flags(word) for word, flags in zip(words, sentence_flags(words, listed), strict=True)
    ]
