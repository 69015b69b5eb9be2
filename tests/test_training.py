"""The training data: what a sentence is shown of the names of others, and sentences made of others."""

import importlib.util
from pathlib import Path

import pytest

FILE = Path(__file__).parents[1] / "training" / "data.py"


@pytest.fixture(scope="module")
def data():
    """training/data.py, which needs no torch."""
    spec = importlib.util.spec_from_file_location("training_data", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sentence(data, tenth, words, *spans):
    return data.Sentence({}, tenth, [], words.split(" "), list(spans))


@pytest.fixture
def sentences(data):
    return [
        sentence(data, 0, "Erik Lund kam nach Aue", (0, 2, "PER"), (4, 5, "LOC")),
        sentence(data, 0, "Ida Berg Holm schwieg", (0, 3, "PER")),
        sentence(data, 1, "Dort schwieg Lund", (2, 3, "PER")),
        sentence(data, 2, "Gestern regnete es"),
    ]


def test_words_are_counted_by_their_place_in_a_name(data, sentences):
    lists = data.seen_words(sentences)
    assert lists["PER last=once"] == ["Holm", "Lund"]
    assert lists["PER alone=once"] == ["Lund"]
    assert lists["LOC alone=once"] == ["Aue"]
    assert lists["no name=once"] == ["Dort", "Gestern"]


def test_a_sentence_never_sees_the_names_of_its_own_tenth(data, sentences):
    flags = data.flags(sentences, sentences)
    assert "PER alone=once" in flags[0][1] and "PER last=once" not in flags[0][1]
    assert "PER last=once" in flags[2][2] and "PER alone=once" not in flags[2][2]
    assert not any(flag.startswith(("seen", "LOC")) for flag in flags[0][4])


def test_swapped_sentences_have_names_of_the_same_tenth_and_kind(data, sentences):
    made = data.swapped(sentences, share=1.0)
    assert [one.tenth for one in made] == [0, 0, 1]  # nothing to swap in the last
    for one in made:
        for first, end, label in one.spans:
            name = one.words[first:end]
            same = [s.words[a:b] for s in sentences for a, b, kind in s.spans if (s.tenth, kind) == (one.tenth, label)]
            assert name in same
    assert [word for word in made[0].words if word in {"kam", "nach"}] == ["kam", "nach"]
    assert len(made[0].labels) == len(made[0].words)


def test_nothing_is_swapped_without_a_share(data, sentences):
    assert data.swapped(sentences, share=0.0) == []
