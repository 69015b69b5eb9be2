"""The tagging network in torch, with its gradients; `helpers/tagger/network.py` is the same in NumPy.

Every batch holds sentences of one length, so that nothing need be padded or masked but the characters of words.
"""

import numpy as np
import torch
from torch import nn
from torch.nn import functional

FORBIDDEN = -1e4


class Tagger(nn.Module):
    """Word vectors (frozen), characters and flags → bidirectional LSTM → scores of labels; a linear chain CRF above."""

    def __init__(self, vectors: np.ndarray, characters: int, flags: int, labels: list[str], *, hidden: int = 96,
                 dropout: float = 0.4, word_dropout: float = 0.1, neighbours: float = 0.05) -> None:  # fmt: skip
        super().__init__()
        self.register_buffer("vectors", torch.from_numpy(vectors), persistent=False)
        size = vectors.shape[1]
        self.adapt = nn.Linear(size, size)
        self.character_vectors = nn.Embedding(characters, 24, padding_idx=characters - 1)
        self.filters = nn.Conv1d(24, 64, 3)
        self.flag_vectors = nn.EmbeddingBag(flags, 32, mode="sum", padding_idx=flags - 1)
        self.dropout, self.word_dropout = nn.Dropout(dropout), word_dropout
        self.lstm = nn.LSTM(size + 64 + 32, hidden, batch_first=True, bidirectional=True)
        self.scores = nn.Linear(2 * hidden, len(labels))
        self.neighbours = neighbours
        self.guesses = nn.ModuleList([nn.Linear(hidden, size), nn.Linear(hidden, size)])
        self.transitions = nn.Parameter(torch.zeros(len(labels), len(labels)))
        self.first = nn.Parameter(torch.zeros(len(labels)))
        self.last = nn.Parameter(torch.zeros(len(labels)))
        self.register_buffer("allowed", allowed(labels), persistent=False)
        self.register_buffer("may_begin", edge(labels, never="IL"), persistent=False)
        self.register_buffer("may_end", edge(labels, never="BI"), persistent=False)

    def forward(self, rows, spelling, words, places):
        """Scores (sentences, words, labels) from rows (types), spelling (types, characters), the type of each word
        (sentences, words) and the flags of each word, its type's included (sentences, words, flags)."""
        filtered = self.spelled(spelling)
        adapted = self.adapt(self.vectors[rows])
        if self.training and self.word_dropout:
            adapted = adapted * (torch.rand(len(rows), 1) >= self.word_dropout)
        flagged = self.flag_vectors(places.flatten(0, 1)).unflatten(0, words.shape)
        inputs = torch.cat([functional.embedding(words, torch.cat([adapted, filtered], 1)), flagged], 2)
        states = self.dropout(self.lstm(self.dropout(inputs))[0])
        if self.training and self.neighbours:
            self.guessing = self._guessing(states, rows, words)
        return self.scores(states)

    def _guessing(self, states, rows, words):
        """How badly each word is guessed, by its vector among those of the batch, from the states of the words before
        it and of those after it; per sentence (Rei 2017, "Semi-supervised Multitask Learning for Sequence
        Labeling")."""
        total = 0.0
        ahead, back = states.chunk(2, 2)
        for guess, state, target in (
            (self.guesses[0], ahead[:, :-1], words[:, 1:]),
            (self.guesses[1], back[:, 1:], words[:, :-1]),
        ):
            known = rows[target] > 0
            scores = guess(state[known]) @ self.vectors[rows].T
            scores = scores.masked_fill(rows == 0, FORBIDDEN)
            total = total + functional.cross_entropy(scores, target[known], reduction="sum")
        return total / len(words)

    def spelled(self, spelling):
        """The strongest answer of each filter to the characters of each word. The filters are applied to the table of
        characters, not to the words: there are fewer of them."""
        none = self.character_vectors.padding_idx
        tables = torch.einsum("ce,fek->kcf", self.character_vectors.weight, self.filters.weight)
        padded = functional.pad(spelling, (1, 1), value=none)
        answers = self.filters.bias + sum(
            functional.embedding(padded[:, place : place + spelling.shape[1]], table, padding_idx=none)
            for place, table in enumerate(tables)
        )
        return answers.masked_fill((spelling == none)[..., None], 0).amax(1).relu()

    def loss(self, scores, labels):
        """Negative log-likelihood of the labels, per sentence."""
        steps = (self.transitions + self.allowed).exp()
        total = self.first + self.may_begin + scores[:, 0]
        path = self.first[labels[:, 0]] + self.last[labels[:, -1]]
        path = path + scores.gather(2, labels[..., None]).sum((1, 2))
        path = path + self.transitions[labels[:, :-1], labels[:, 1:]].sum(1)
        for position in range(1, scores.shape[1]):
            highest = total.detach().amax(1, keepdim=True)
            total = highest + ((total - highest).exp() @ steps).clamp_min(1e-30).log() + scores[:, position]
        loss = (torch.logsumexp(total + self.last + self.may_end, 1) - path).mean()
        return loss + self.neighbours * self.guessing if self.training and self.neighbours else loss

    def weights(self) -> dict[str, np.ndarray]:
        """The arrays that `helpers.tagger.network.Network` reads, of one member."""
        hidden = self.lstm.hidden_size
        order = np.r_[0 : 2 * hidden, 3 * hidden : 4 * hidden, 2 * hidden : 3 * hidden]  # cell gate last
        parts = {name: value.detach().numpy() for name, value in self.state_dict().items()}

        def both(name):
            return np.stack([parts[f"lstm.{name}_l0{direction}"][order] for direction in ("", "_reverse")])

        return {
            "vector_weight": parts["adapt.weight"].T,
            "vector_bias": parts["adapt.bias"],
            "character_vectors": parts["character_vectors.weight"][:-1],
            "filter_weight": parts["filters.weight"].transpose(2, 1, 0).reshape(-1, self.filters.out_channels),
            "filter_bias": parts["filters.bias"],
            "flag_vectors": parts["flag_vectors.weight"][:-1],
            "input_weight": both("weight_ih").swapaxes(1, 2),
            "recurrent_weight": both("weight_hh").swapaxes(1, 2),
            "gate_bias": both("bias_ih") + both("bias_hh"),
            "label_weight": parts["scores.weight"].T,
            "label_bias": parts["scores.bias"],
            "transitions": parts["transitions"] + self.allowed.numpy(),
            "first": parts["first"] + self.may_begin.numpy(),
            "last": parts["last"] + self.may_end.numpy(),
        }


def edge(labels: list[str], *, never: str) -> torch.Tensor:
    """0 where a label may stand at an edge of the sentence, FORBIDDEN where its place is among `never`."""
    return torch.tensor([FORBIDDEN if label[0] in never else 0.0 for label in labels])


def allowed(labels: list[str]) -> torch.Tensor:
    """0 where a label may follow another (from, to), else FORBIDDEN: a name once begun goes on to its last word."""
    matrix = torch.full((len(labels), len(labels)), FORBIDDEN)
    for first, one in enumerate(labels):
        for second, other in enumerate(labels):
            inside = one[0] in "BI"
            if inside == (other[0] in "IL") and (not inside or one[1:] == other[1:]):
                matrix[first, second] = 0
    return matrix
