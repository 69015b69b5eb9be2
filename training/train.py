"""Trains the name tagger and writes `names.npz`. GermEval sentences → networks → src/helpers/model/.

    python training/train.py ../shared/bench                      the networks that ship
    python training/train.py ../shared/bench --leave-out 8 9 --score-tenth 8 --seeds 1 --out /tmp/try     a try

Protocol: whatever is to be chosen is chosen on tenth 8, trained on tenths 0-7. Tenth 9 and the dev file are scored
once, at the end. One seed takes about eight minutes of one core.
"""

import argparse
import json
import random
import shutil
import time
from pathlib import Path

import data
import numpy as np
import torch
from network import Tagger as TrainedTagger
from score import report

from helpers.tagger import Tagger, unit_vectors, word_reader
from helpers.tagger.features import MAX_CHARACTERS

MODEL = Path(__file__).parents[1] / "src" / "helpers" / "model"
RAREST_FLAG, RAREST_CHARACTER = 5, 3  # times seen in training
BATCH = 32
LEARNING_RATE = 4e-3
AVERAGE = 0.998  # exponential mean of the weights over about the last 500 steps


class Encoder:
    """Words and flags → numbers; flags and characters that are rare in training have none."""

    def __init__(self, sentences: list[data.Sentence], words: dict[str, np.ndarray], share: float) -> None:
        self.word_lists, self.endings = data.word_lists("words"), data.word_lists("endings")
        self.phrases, self.seen_words = data.phrases(sentences), data.seen_words(sentences)
        self.reader = word_reader(words, self.word_lists, self.endings)
        known, sentences = sentences, sentences + data.swapped(sentences, share)
        names = sorted({label for sentence in sentences for _, _, label in sentence.spans})
        self.labels = ["O", *(f"{place}-{name}" for name in names for place in "BILU")]
        self.types: dict[str, int] = {}
        self.read = []
        for sentence in sentences:
            for word in sentence.words:
                if word not in self.types:
                    self.types[word] = len(self.types)
                    self.read.append(self.reader.read(word))
        self.place_flags = data.flags(sentences, known)
        letters, flags = {}, {}
        for sentence, places in zip(sentences, self.place_flags, strict=True):
            for word, place in zip(sentence.words, places, strict=True):
                read = self.read[self.types[word]]
                for flag in (*read.flags, *place):
                    flags[flag] = flags.get(flag, 0) + 1
                for letter in read.characters:
                    letters[letter] = letters.get(letter, 0) + 1
        self.flags = sorted(flag for flag, times in flags.items() if times >= RAREST_FLAG)
        self.characters = sorted(letter for letter, times in letters.items() if times >= RAREST_CHARACTER)
        self._number(sentences)

    def _number(self, sentences: list[data.Sentence]) -> None:
        flag_ids = {flag: index for index, flag in enumerate(self.flags)}
        letter_ids = {letter: index for index, letter in enumerate(self.characters, 1)}
        label_ids = {label: index for index, label in enumerate(self.labels)}
        rows = [read.row for read in self.read]
        self.rows = np.where(np.array(rows) < 0, 0, np.array(rows) + 1)  # row 0 of the network's table: no vector
        self.spelling = np.full((len(rows), MAX_CHARACTERS), len(self.characters) + 1)
        for index, read in enumerate(self.read):
            self.spelling[index, : len(read.characters)] = [letter_ids.get(letter, 0) for letter in read.characters]
        type_flags = [[flag_ids[flag] for flag in read.flags if flag in flag_ids] for read in self.read]
        self.sentences = []
        for sentence, places in zip(sentences, self.place_flags, strict=True):
            words = [self.types[word] for word in sentence.words]
            flags = [
                type_flags[word] + [flag_ids[flag] for flag in place if flag in flag_ids]
                for word, place in zip(words, places, strict=True)
            ]
            self.sentences.append((words, flags, [label_ids[label] for label in sentence.labels]))

    def batch(self, numbers: list[int]) -> list[torch.Tensor]:
        """The tensors of sentences of one length: those `forward` takes, then the labels."""
        words = np.array([self.sentences[number][0] for number in numbers])
        types, words = np.unique(words, return_inverse=True)
        flags = [flag for number in numbers for flag in self.sentences[number][1]]
        places = np.full((len(flags), max(map(len, flags))), len(self.flags))
        for index, flag in enumerate(flags):
            places[index, : len(flag)] = flag
        spelling = self.spelling[types]
        used = max(3, int((spelling <= len(self.characters)).sum(1).max()))
        labels = np.array([self.sentences[number][2] for number in numbers])
        words = words.reshape(len(numbers), -1)
        arrays = (self.rows[types], spelling[:, :used], words, places.reshape(*words.shape, -1), labels)
        return [torch.from_numpy(array) for array in arrays]

    def batches(self) -> list[list[int]]:
        """All sentences once, in random order, in batches of one length."""
        by_length: dict[int, list[int]] = {}
        for number, (words, _, _) in enumerate(self.sentences):
            if words:
                by_length.setdefault(len(words), []).append(number)
        batches = []
        for numbers in by_length.values():
            random.shuffle(numbers)
            batches += [numbers[first : first + BATCH] for first in range(0, len(numbers), BATCH)]
        random.shuffle(batches)
        return batches

    def settings(self) -> np.ndarray:
        """Everything the tagger needs besides the weights, as JSON in bytes."""
        settings = {
            "labels": self.labels,
            "characters": "".join(self.characters),
            "flags": self.flags,
            "words": self.word_lists,
            "endings": self.endings,
            "phrases": self.phrases,
            "seen words": self.seen_words,
        }
        return np.frombuffer(json.dumps(settings, ensure_ascii=False).encode(), dtype=np.uint8)


def train(encoder: Encoder, vectors: np.ndarray, seed: int, epochs: int, options: dict) -> dict[str, np.ndarray]:
    """The weights of one network: the mean over its last steps."""
    random.seed(seed)
    torch.manual_seed(seed)
    network = TrainedTagger(vectors, len(encoder.characters) + 2, len(encoder.flags) + 1, encoder.labels, **options)
    mean = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE)
    )
    optimizer = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE / 2, weight_decay=1e-3, fused=True)
    steps = epochs * len(encoder.batches())
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, LEARNING_RATE, total_steps=steps, pct_start=0.15)
    started = time.time()
    for epoch in range(epochs):
        network.train()
        total = 0.0
        batches = encoder.batches()
        for numbers in batches:
            *inputs, labels = encoder.batch(numbers)
            loss = network.loss(network(*inputs), labels)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            mean.update_parameters(network)
            total += loss.item()
        seconds = time.time() - started
        print(f"seed {seed} epoch {epoch + 1} loss {total / len(batches):.3f} {seconds:.0f} s", flush=True)
    return mean.module.weights()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, help="folder of entities-train.jsonl.gz and entities-dev.jsonl.gz")
    parser.add_argument("--words", type=Path, help="word vectors; default: words.npz of the bench folder")
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--leave-out", type=int, nargs="*", default=[9], help="tenths of train not trained on")
    parser.add_argument("--score-tenth", type=int, nargs="*", default=[9], help="tenths of train to score")
    parser.add_argument(
        "--swapped", type=float, default=0.4, help="share of sentences with names added once more, swapped"
    )
    parser.add_argument("--no-dev", action="store_true", help="do not score the dev file")
    parser.add_argument("--option", nargs=2, action="append", default=[], metavar=("NAME", "VALUE"),
                        help="of the network: hidden 96, dropout 0.4, word_dropout 0.1")  # fmt: skip
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    arguments.out.mkdir(parents=True, exist_ok=True)

    words_path = arguments.words or arguments.bench / "words.npz"
    with np.load(words_path, allow_pickle=False) as archive:
        words = {name: archive[name] for name in archive.files}
    everything = data.read(arguments.bench / "entities-train.jsonl.gz")
    encoder = Encoder([s for s in everything if s.tenth not in arguments.leave_out], words, arguments.swapped)
    vectors = unit_vectors(words["vectors"], words["scale"])
    vectors = np.concatenate([np.zeros_like(vectors[:1]), vectors])
    options = {name: json.loads(value) for name, value in arguments.option}
    print(f"{len(encoder.sentences)} sentences, {len(encoder.types)} words, {len(encoder.flags)} flags", flush=True)

    to_score = {f"tenth {tenth}": [s for s in everything if s.tenth == tenth] for tenth in arguments.score_tenth}
    if not arguments.no_dev:
        to_score["dev"] = data.read(arguments.bench / "entities-dev.jsonl.gz")
    members = []
    for seed in arguments.seeds:
        members.append(train(encoder, vectors, seed, arguments.epochs, options))
        model = {name: np.stack([m[name] for m in members]).astype(np.float16) for name in members[0]}
        model["settings"] = encoder.settings()
        for name, sentences in to_score.items():
            report(f"{len(members)} networks, {name}", Tagger(words, model), sentences)
        np.savez_compressed(arguments.out / "names.npz", **model)
    if words_path.resolve() != (arguments.out / "words.npz").resolve():
        shutil.copyfile(words_path, arguments.out / "words.npz")


if __name__ == "__main__":
    main()
