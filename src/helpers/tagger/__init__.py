"""The trained tagger of German names. sentences (lists of words) → labelled spans of words.

The model is two files in `helpers/model/` that hold nothing but arrays (read without pickle): `words.npz`, the word
vectors and context counts, and `names.npz`, the networks with their labels, flags and lists. `training/` makes them;
MODEL_CARD.md beside them says from what.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from .features import PhraseLists, WordReader, normalise, place_flags
from .network import Network

MODEL = files("helpers") / "model"
CACHED_WORDS = 20_000  # about 1 kB each and network
LONGEST_SENTENCE = 400  # words; a longer "sentence" is a table or a list and is cut
AT_ONCE = 8_000  # words, or a little more: what bounds the memory
UNKNOWN_CHARACTER = 0
VECTOR_LENGTH = 3.0  # every word vector is scaled to it


class Tagger:
    """Labels the names of sentences; `load()` gives the one that ships with the package."""

    def __init__(self, words: dict[str, np.ndarray], names: dict[str, np.ndarray]) -> None:
        settings = json.loads(bytes(names["settings"]))
        self.vectors = words["vectors"]
        self.scale = words["scale"]
        self.labels: list[str] = settings["labels"]
        self.characters = {character: index for index, character in enumerate(settings["characters"], 1)}
        self.flags = {flag: index for index, flag in enumerate(settings["flags"])}
        self.reader = word_reader(words, settings["words"], settings["endings"])
        self.phrases = phrase_lists(settings["phrases"])
        self.network = Network({name: array for name, array in names.items() if name != "settings"})
        self._inputs: dict[str, np.ndarray] = {}

    def spans(self, sentences: Iterable[Sequence[str]]) -> list[list[tuple[int, int, str]]]:
        """For each sentence its names as (first word, word after the last, label), in order."""
        pieces: list[tuple[int, int, Sequence[str]]] = []  # sentence, first word, words
        count = 0
        for count, sentence in enumerate(sentences, 1):
            for first in range(0, len(sentence), LONGEST_SENTENCE):
                pieces.append((count - 1, first, sentence[first : first + LONGEST_SENTENCE]))
        found: list[list[tuple[int, int, str]]] = [[] for _ in range(count)]
        pieces.sort(key=lambda piece: -len(piece[2]))  # stable: pieces of one sentence stay in order
        for batch in _batches(pieces):
            inputs = np.concatenate([self._sentence(words) for _, _, words in batch], axis=1)
            paths = self.network.tag(inputs, [len(words) for _, _, words in batch])
            for (sentence, offset, _), path in zip(batch, paths, strict=True):
                labels = [self.labels[index] for index in path]
                found[sentence] += [(offset + first, offset + end, name) for first, end, name in decode(labels)]
        return found

    def _sentence(self, words: Sequence[str]) -> np.ndarray:
        words = [normalise(word) for word in words]
        inputs = np.stack([self._word(word) for word in words], axis=1)
        width = self.network.flag_vectors.shape[2]
        for index, flags in enumerate(sentence_flags(words, self.phrases)):
            known = [self.flags[flag] for flag in flags if flag in self.flags]
            if known:
                inputs[:, index, -width:] += self.network.place(known)
        return inputs

    def _word(self, word: str) -> np.ndarray:
        if word not in self._inputs:
            if len(self._inputs) >= CACHED_WORDS:
                self._inputs.clear()
            read = self.reader.read(word)
            characters = [self.characters.get(character, UNKNOWN_CHARACTER) for character in read.characters]
            flags = [self.flags[flag] for flag in read.flags if flag in self.flags]
            self._inputs[word] = self.network.word(self._vector(read.row), characters, flags)
        return self._inputs[word]

    def _vector(self, row: int) -> np.ndarray:
        return unit_vectors(self.vectors[[row]], self.scale)[0] if row >= 0 else np.zeros_like(self.scale)


def _batches(pieces: list[tuple[int, int, Sequence[str]]]) -> Iterator[list[tuple[int, int, Sequence[str]]]]:
    batch, size = [], 0
    for piece in pieces:
        batch.append(piece)
        size += len(piece[2])
        if size >= AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def unit_vectors(rows: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """Word vectors of one length from their whole-number form."""
    vectors = rows.astype(np.float32) * scale
    lengths = np.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
    return vectors * (VECTOR_LENGTH / np.maximum(lengths, 1e-9))


def word_reader(words: dict[str, np.ndarray], lists: dict, endings: dict) -> WordReader:
    """Reads words with the vector table `words` (words.npz)."""
    rows = {word: row for row, word in enumerate(bytes(words["words"]).decode().split("\n"))}
    return WordReader(rows, words["contexts"].tolist(), lists, endings)


def phrase_lists(lists: dict[str, list[str]]) -> PhraseLists:
    """Phrases written with a blank between their words."""
    return PhraseLists({name: [tuple(phrase.split(" ")) for phrase in phrases] for name, phrases in lists.items()})


def sentence_flags(words: Sequence[str], phrases: PhraseLists) -> list[list[str]]:
    """What is said of each word by its place in the sentence."""
    return [place + listed for place, listed in zip(place_flags(words), phrases.flags(words), strict=True)]


def decode(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """(first, end, name) of each name; labels are "O", or B, I, L (last), U (a unit of one word) before "-name"."""
    first, name = 0, None
    for index, label in enumerate([*labels, "O"]):
        place, _, new = label.partition("-")
        if name is not None and (place in "OBU" or new != name):
            yield first, index, name
            name = None
        if place != "O" and name is None:
            first, name = index, new


def encode(spans: Iterable[tuple[int, int, str]], length: int) -> list[str]:
    """The labels `decode` reads, for a sentence of `length` words."""
    labels = ["O"] * length
    for first, end, name in spans:
        labels[first:end] = [f"I-{name}"] * (end - first)
        labels[first] = f"B-{name}"
        labels[end - 1] = f"L-{name}" if end - first > 1 else f"U-{name}"
    return labels


@cache
def load() -> Tagger:
    """The tagger that ships with the package, read once."""
    return Tagger(*(_arrays(MODEL / name) for name in ("words.npz", "names.npz")))


def _arrays(path: Path) -> dict[str, np.ndarray]:
    with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
        return {name: archive[name] for name in archive.files}
