"""Makes `words.npz`, word vectors and context counts, from a folder of text files. text → words.npz

    python training/vectors.py FOLDER OUT.npz [--words 80000] [--least 10]

Vectors: counts of the two words to the left and to the right, each place apart, among the 4,000 commonest words and
the sentence edge → positive pointwise mutual information with a smoothed context distribution → truncated SVD, the
components weighted by the root of their singular value (Levy, Goldberg and Dagan 2015, "Improving Distributional
Similarity with Lessons Learned from Word Embeddings"). Kept as int8 with one scale per dimension. Context counts: in
how many tenths of its uses a capitalised word follows a first name, a title, a bare preposition, an article or an
adjective, and precedes a company form; -1 is never, -2 unknown; the last column is its frequency class.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import scipy.sparse as sparse
from data import tokenizer, word_lists
from sklearn.utils.extmath import randomized_svd

from helpers.tagger.features import normalise

CONTEXT_WORDS, DIMENSIONS = 4_000, 100
PLACES = (-2, -1, 1, 2)
SMOOTHING = 0.75
BLOCK = 5_000_000  # words counted at a time
OUTSIDE, EDGE = -1, -2  # numbers of a word out of the vocabulary and of a sentence edge
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„\"])|\n+")
DIGIT = re.compile(r"\d")


def sentences(folder: Path) -> Iterator[list[str]]:
    """The words of every sentence of every .txt file; digits become 0."""
    cut = tokenizer().tokenizer
    for path in sorted(folder.rglob("*.txt")):
        with path.open(encoding="utf-8") as file:
            for line in file:
                for sentence in SENTENCE_END.split(line):
                    words = [DIGIT.sub("0", normalise(t.text)) for t in cut(sentence) if not t.is_space]
                    if words:
                        yield words


def vocabulary(folder: Path, most: int, least: int) -> list[str]:
    """The commonest words, commonest first, equals by the alphabet."""
    counts = Counter(word for words in sentences(folder) for word in words)
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return [word for word in ranked[:most] if counts[word] >= least]


def blocks(folder: Path, numbers: dict[str, int]) -> Iterator[np.ndarray]:
    """The whole text as numbers of words, in blocks, an EDGE after each sentence."""
    block: list[int] = [EDGE]
    for words in sentences(folder):
        block += [numbers.get(word, OUTSIDE) for word in words]
        block.append(EDGE)
        if len(block) > BLOCK:
            yield np.array(block)
            block = [EDGE]
    yield np.array(block)


def cooccurrences(folder: Path, words: list[str]) -> list[sparse.csr_matrix]:
    """One matrix (words × context words and edge) for each of PLACES."""
    numbers = {word: number for number, word in enumerate(words)}
    shape = (len(words), CONTEXT_WORDS + 1)
    matrices = [sparse.csr_matrix(shape, dtype=np.float32) for _ in PLACES]
    for block in blocks(folder, numbers):
        contexts = np.where((block >= 0) & (block < CONTEXT_WORDS), block, OUTSIDE)
        contexts[block == EDGE] = CONTEXT_WORDS
        for place, distance in enumerate(PLACES):
            word, context = (block[-distance:], contexts[:distance]) if distance < 0 else (
                block[:-distance], contexts[distance:])  # fmt: skip
            both = (word >= 0) & (context >= 0)
            ones = np.ones(both.sum(), dtype=np.float32)
            matrices[place] += sparse.csr_matrix((ones, (word[both], context[both])), shape=shape)
    return matrices


def pointwise_information(counts: sparse.csr_matrix) -> sparse.csr_matrix:
    """log(P(word, context) / P(word) P(context)^0.75), where positive."""
    counts = counts.tocoo()
    of_word = np.asarray(counts.sum(1)).ravel()
    of_context = np.asarray(counts.sum(0)).ravel() ** SMOOTHING
    of_context /= max(of_context.sum(), 1e-9)
    values = np.log(counts.data / (of_word[counts.row] * of_context[counts.col]))
    return sparse.csr_matrix((np.maximum(values, 0), (counts.row, counts.col)), shape=counts.shape, dtype=np.float32)


def vectors(folder: Path, words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """int8 vectors and the scale of each dimension."""
    table = sparse.hstack([pointwise_information(counts) for counts in cooccurrences(folder, words)]).tocsr()
    left, singular, _ = randomized_svd(table, min(DIMENSIONS, min(table.shape) - 1), n_iter=3, random_state=0)
    found = left * np.sqrt(singular)
    scale = np.maximum(np.abs(found).max(axis=0), 1e-9) / 127
    return np.round(found / scale).astype(np.int8), scale.astype(np.float32)


def contexts(folder: Path, words: list[str]) -> np.ndarray:
    """int8 context counts: (words, 7)."""
    lists = {name: frozenset(listed) for name, listed in word_lists("words").items()}
    names = ("first_name", "title", "bare_preposition", "article")
    numbers = {word: number for number, word in enumerate(words)}
    counts = np.zeros((len(words), 7), dtype=np.int64)  # the last: uses
    for sentence in sentences(folder):
        for before, word, after in zip(sentence, sentence[1:], [*sentence[2:], ""], strict=False):
            row = numbers.get(word)
            if row is None or not word[0].isupper():
                continue
            counts[row, 6] += 1
            kind = next((column for column, name in enumerate(names) if before in lists[name]), None)
            if kind is None and before.islower() and len(before) > 4 and before[-1] in "enrsm":
                kind = 4
            if kind is not None:
                counts[row, kind] += 1
            counts[row, 5] += after in lists["company_form"]
    uses = counts[:, 6:]
    shares = (10 * counts[:, :6] / np.maximum(uses, 1) + 0.5).astype(int)
    tenths = np.where(counts[:, :6] > 0, np.minimum(9, shares), -1)
    frequency = np.minimum(6, np.log2(np.maximum(uses, 1)).astype(int) + 1) // 2
    return np.where(uses >= 3, np.concatenate([tenths, frequency], axis=1), -2).astype(np.int8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=80_000, help="how many words have a vector")
    parser.add_argument("--least", type=int, default=10, help="how often a word must occur")
    arguments = parser.parse_args()
    words = vocabulary(arguments.folder, arguments.words, arguments.least)
    if len(words) < DIMENSIONS:
        parser.error(f"{arguments.folder}: only {len(words)} words occur {arguments.least} times; more text is needed")
    table, scale = vectors(arguments.folder, words)
    text = np.frombuffer("\n".join(words).encode(), dtype=np.uint8)
    counted = contexts(arguments.folder, words)
    np.savez_compressed(arguments.out, words=text, vectors=table, scale=scale, contexts=counted)
    print(f"{len(words)} words → {arguments.out}")


if __name__ == "__main__":
    main()
