"""The trained tagger of German names. sentences (lists of words) → labelled spans of words.

The model is two files in `helpers/model/` that hold nothing but arrays (read without pickle): `words.npz`, the word
vectors and context counts, and `names.npz`, the networks with their labels, flags and lists. `training/` makes them;
MODEL_CARD.md beside them says from what.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice
from pathlib import Path
from threading import Lock

import numpy as np

from .features import PhraseLists, SeenWords, WordReader, normalise, place_flags
from .network import Network

MODEL = files("helpers") / "model"
REMEMBERED_WORDS = 12_000  # 3 kB each and network; more than AT_ONCE + LONGEST_SENTENCE
LONGEST_SENTENCE = 400  # words; a longer "sentence" is a table or a list and is cut
AT_ONCE = 4_000  # words, or a little more: what bounds the memory
UNKNOWN_CHARACTER = 0
VECTOR_LENGTH = 3.0  # every word vector is scaled to it

Piece = tuple[int, int, Sequence[str]]  # the number of a sentence, the first word of the piece in it, its words


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
        self.seen = SeenWords(settings["seen words"])
        self.network = Network({name: array for name, array in names.items() if name != "settings"})
        self._remembering = Lock()  # a cluster of threads shares one tagger
        self._rows: dict[str, int] = {}  # of words in the table of their gates, those met longest ago first
        self._free = list(range(REMEMBERED_WORDS))  # rows that hold no word
        networks, _, width = self.network.flag_gates.shape
        self._table = np.empty((networks, REMEMBERED_WORDS, width), dtype=np.float32)

    def spans(self, sentences: Iterable[Sequence[str]]) -> list[list[tuple[int, int, str]]]:
        """For each sentence its names as (first word, word after the last, label), in order."""
        pieces: list[Piece] = []
        count = 0
        for count, sentence in enumerate(sentences, 1):
            for first in range(0, len(sentence), LONGEST_SENTENCE):
                pieces.append((count - 1, first, sentence[first : first + LONGEST_SENTENCE]))
        found: list[list[tuple[int, int, str]]] = [[] for _ in range(count)]
        pieces.sort(key=lambda piece: -len(piece[2]))  # stable: pieces of one sentence stay in order
        for batch in _batches(pieces):
            paths = self.network.tag(self._gates(batch), [len(words) for _, _, words in batch])
            for (sentence, offset, _), path in zip(batch, paths, strict=True):
                labels = [self.labels[index] for index in path]
                found[sentence] += [(offset + first, offset + end, name) for first, end, name in decode(labels)]
        return found

    def _gates(self, batch: list[Piece]) -> np.ndarray:
        """What goes into the network's gates for the words of all pieces, one piece after another."""
        words, places, flags = [], [], []
        for _, _, piece in batch:
            piece = [normalise(word) for word in piece]
            for place, of_place in enumerate(sentence_flags(piece, self.phrases), len(words)):
                if numbers := self._numbers(of_place):
                    places.append(place)
                    flags.append(numbers)
            words += piece
        with self._remembering:
            gates = self._table[:, self._known_rows(words)]
        if places:
            gates[:, places] += self.network.flagged(_filled(flags, self.network.no_flag))
        return gates

    def _known_rows(self, words: list[str]) -> list[int]:
        """The rows of words in the table of gates; new words are worked out first and take the place of those that
        were met longest ago."""
        wanted = dict.fromkeys(words)
        new = []
        for word in wanted:
            if word in self._rows:
                self._rows[word] = self._rows.pop(word)  # now the last
            else:
                new.append(word)
        if new:
            for word in list(islice(self._rows, max(0, len(new) - len(self._free)))):
                self._free.append(self._rows.pop(word))
            rows = self._free[-len(new) :]
            self._table[:, rows] = self._gates_of(new)
            del self._free[-len(new) :]
            self._rows.update(zip(new, rows, strict=True))
        return [self._rows[word] for word in words]

    def _gates_of(self, words: list[str]) -> np.ndarray:
        """What words add to the gates wherever they stand."""
        read = [self.reader.read(word) for word in words]
        vectors = unit_vectors(self.vectors[[r.row for r in read]], self.scale)
        vectors[[r.row < 0 for r in read]] = 0
        characters = [[self.characters.get(c, UNKNOWN_CHARACTER) for c in r.characters] for r in read]
        flags = [self._numbers((*r.flags, *self.seen.flags(word))) for word, r in zip(words, read, strict=True)]
        return self.network.words(vectors, characters, _filled(flags, self.network.no_flag))

    def _numbers(self, flags: Iterable[str]) -> list[int]:
        return [self.flags[flag] for flag in flags if flag in self.flags]


def _filled(lists: list[list[int]], filler: int) -> np.ndarray:
    """Lists of numbers as the rows of one array, the shorter filled up."""
    array = np.full((len(lists), max(1, *map(len, lists))), filler)
    for row, numbers in zip(array, lists, strict=True):
        row[: len(numbers)] = numbers
    return array


def _batches(pieces: list[Piece]) -> Iterator[list[Piece]]:
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
