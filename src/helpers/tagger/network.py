"""The tagging network, in NumPy alone. numbers of each word → one label per word.

Character convolution, word vectors and flag vectors → bidirectional LSTM → linear chain CRF (Lample et al. 2016,
"Neural Architectures for Named Entity Recognition"; characters as in Ma and Hovy 2016). Several networks trained from
different seeds run side by side; their scores are averaged before the best path is sought (Viterbi).
`training/network.py` is the same network in torch, with the gradients.
"""

from collections.abc import Mapping, Sequence

import numpy as np

FORWARD, BACKWARD = 0, 1
KERNEL = 3  # characters a filter of the convolution sees


class Network:
    """The weights of `members` networks, stacked on the first axis, and the two steps that use them.

    Weights (m members, d word inputs, h hidden units, k labels): `vector_weight` (m, 100, a) and `vector_bias` (m, a)
    adapt the word vectors; `character_vectors` (m, c, e), `filter_weight` (m, 3·e, f), `filter_bias` (m, f);
    `flag_vectors` (m, n, g); `input_weight` (m, 2, d, 4h), `recurrent_weight` (m, 2, h, 4h), `gate_bias` (m, 2, 4h),
    gates in the order input, forget, output, cell; `label_weight` (m, 2h, k), `label_bias` (m, k); `transitions`
    (m, k, k), `first` and `last` (m, k). d = a + f + g.
    """

    def __init__(self, weights: Mapping[str, np.ndarray]) -> None:
        for name, values in weights.items():
            setattr(self, name, np.asarray(values, dtype=np.float32))
        self.hidden = self.recurrent_weight.shape[2]
        self.members, self.no_character = self.character_vectors.shape[:2]
        self.no_flag = self.flag_vectors.shape[1]
        self.flag_vectors = _with_zeros(self.flag_vectors)
        # the filters applied to each character at each place of their window, once for all words: (3, m, c + 1, f)
        by_place = np.stack(np.split(self.filter_weight, KERNEL, axis=1))
        self.letters = _with_zeros(self.character_vectors) @ by_place
        # sigmoid(x) = tanh(x / 2) / 2 + 1/2: with three gates halved beforehand, one tanh serves all four
        halves = np.full(4 * self.hidden, 0.5, dtype=np.float32)
        halves[3 * self.hidden :] = 1.0
        self.gate_weight = self.input_weight * halves
        self.gate_offset = (self.gate_bias * halves)[:, :, None]
        flag_weight = self.gate_weight[:, :, -self.flag_vectors.shape[2] :]
        self.flag_gates = self._gates(self.flag_vectors[:, None] @ flag_weight)
        self.step_weight = (self.recurrent_weight * halves).reshape(2 * self.members, self.hidden, 4 * self.hidden)
        self.step_scores = self.transitions.mean(axis=0)
        self.first_scores, self.last_scores = self.first.mean(axis=0), self.last.mean(axis=0)

    def words(self, vectors: np.ndarray, characters: Sequence[Sequence[int]], flags: np.ndarray) -> np.ndarray:
        """What words add to the gates wherever they stand, (2·members, words, 4h), from their vectors, the numbers of
        their characters (at least one a word), and those of their flags, each row filled up with `no_flag`."""
        adapted = vectors @ self.vector_weight + self.vector_bias[:, None]
        inputs = np.concatenate([adapted, self._spelling(characters), self.flag_vectors[:, flags].sum(axis=2)], axis=2)
        return self._gates(inputs[:, None] @ self.gate_weight + self.gate_offset)

    def _spelling(self, characters: Sequence[Sequence[int]]) -> np.ndarray:
        """The strongest answer of each filter to the characters of each word, at least 0: (m, words, f)."""
        strongest = np.empty((self.members, len(characters), self.filter_bias.shape[1]), dtype=np.float32)
        lengths = np.array([len(word) for word in characters])
        for length in np.unique(lengths):  # words of one length together: nothing to fill up
            these = np.flatnonzero(lengths == length)
            rows = np.full((len(these), length + 2), self.no_character)
            rows[:, 1:-1] = [characters[word] for word in these]
            answers = sum(table[:, rows[:, place : place + length]] for place, table in enumerate(self.letters))
            strongest[:, these] = answers.max(axis=2)
        return np.maximum(strongest + self.filter_bias[:, None], 0)

    def flagged(self, flags: np.ndarray) -> np.ndarray:
        """What further flags add to the gates: (2·members, words, 4h)."""
        return self.flag_gates[:, flags].sum(axis=2)

    def _gates(self, gates: np.ndarray) -> np.ndarray:
        return gates.reshape(2 * self.members, -1, 4 * self.hidden)

    def tag(self, gates: np.ndarray, lengths: Sequence[int]) -> list[np.ndarray]:
        """The best labels of each sentence; `gates` (2·members, tokens, 4h) holds the sentences one after another, the
        longest first, `lengths` how many words each has (at least one)."""
        lengths = np.asarray(lengths)
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        scores = self._scores(gates, lengths, starts)
        return self._best_paths(scores, lengths, starts)

    def _scores(self, gates, lengths, starts) -> np.ndarray:
        """Mean score of each label at each word: (tokens, k)."""
        members, tokens = self.members, gates.shape[1]
        states = np.empty((members, 2, tokens, self.hidden), dtype=np.float32)
        hidden = np.zeros((2 * members, len(lengths), self.hidden), dtype=np.float32)
        cell = np.zeros_like(hidden)
        for step in range(lengths[0]):
            active = np.searchsorted(-lengths, -step)  # sentences longer than `step` come first
            position = {FORWARD: starts[:active] + step, BACKWARD: starts[:active] + lengths[:active] - 1 - step}
            hidden, cell = hidden[:, :active], cell[:, :active]
            gate = hidden @ self.step_weight
            gate[FORWARD::2] += gates[FORWARD::2, position[FORWARD]]
            gate[BACKWARD::2] += gates[BACKWARD::2, position[BACKWARD]]
            np.tanh(gate, out=gate)
            opened = gate[..., : 3 * self.hidden] * 0.5 + 0.5
            let_in, keep, let_out = np.split(opened, 3, axis=2)
            cell = keep * cell + let_in * gate[..., 3 * self.hidden :]
            hidden = let_out * np.tanh(cell)
            states[:, FORWARD, position[FORWARD]] = hidden[FORWARD::2]
            states[:, BACKWARD, position[BACKWARD]] = hidden[BACKWARD::2]
        both = np.concatenate([states[:, FORWARD], states[:, BACKWARD]], axis=2)
        return (both @ self.label_weight + self.label_bias[:, None]).mean(axis=0)

    def _best_paths(self, scores, lengths, starts) -> list[np.ndarray]:
        """Viterbi for all sentences at once."""
        best = self.first_scores + scores[starts]
        came_from = np.zeros((lengths[0], len(lengths), best.shape[1]), dtype=np.int16)
        steps = np.ascontiguousarray(self.step_scores.T)  # to, from
        labels = np.arange(len(steps))
        for step in range(1, lengths[0]):
            active = np.searchsorted(-lengths, -step)
            before = (best[:active, None] + steps).argmax(axis=2)
            came_from[step, :active] = before
            best[:active] = best[np.arange(active)[:, None], before] + steps[labels, before]
            best[:active] += scores[starts[:active] + step]
        ends = (best + self.last_scores).argmax(axis=1)
        paths = []
        for sentence, length in enumerate(lengths):
            path = np.empty(length, dtype=np.int16)
            path[-1] = ends[sentence]
            for step in range(length - 1, 0, -1):
                path[step - 1] = came_from[step, sentence, path[step]]
            paths.append(path)
        return paths


def _with_zeros(table: np.ndarray) -> np.ndarray:
    """A table (m, n, d) with one more row, of zeros."""
    return np.concatenate([table, np.zeros_like(table[:, :1])], axis=1)
