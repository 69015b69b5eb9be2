"""Scores a tagger on annotated sentences: exact spans, by label."""

from collections import defaultdict
from collections.abc import Iterable

from data import Sentence, simple

from helpers.tagger import Tagger

MAIN = ("PER", "LOC", "ORG")


def scores(tagger: Tagger, sentences: list[Sentence]) -> dict[str, tuple[float, float, float]]:
    """Label → precision, recall, F1 of spans of characters; "all" is PER, LOC and ORG together. As in the project's
    scorer, a span inside a derived name, a part of a compound or an OTH is neither asked for nor punished."""
    found = tagger.spans(sentence.words for sentence in sentences)
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for sentence, spans in zip(sentences, found, strict=True):
        gold = {(start, end, simple(label)) for start, end, label in sentence.row["entities"]}
        ours = {(sentence.offsets[first][0], sentence.offsets[end - 1][1], label) for first, end, label in spans}
        for label in {span[2] for span in gold | ours}:
            wanted, got = _of(gold, label), _of(ours, label)
            if label in MAIN:
                spared = {
                    (start, end)
                    for start, end, other in sentence.row["entities"]
                    if other.startswith("OTH") or (other.startswith(label) and other != label)
                }
                got = {s for s in got if s in wanted or not any(a <= s[0] and s[1] <= b for a, b in spared)}
            for name in (label, "all") if label in MAIN else (label,):
                for place, count in enumerate((len(wanted & got), len(got), len(wanted))):
                    tally[name][place] += count
    return {
        name: (right / max(1, got), right / max(1, wanted), 2 * right / max(1, got + wanted))
        for name, (right, got, wanted) in sorted(tally.items())
    }


def _of(spans: Iterable[tuple[int, int, str]], label: str) -> set[tuple[int, int]]:
    return {(start, end) for start, end, name in spans if name == label}


def report(title: str, tagger: Tagger, sentences: list[Sentence]) -> None:
    """Print the scores in one line."""
    cells = [f"{name} {f1:.3f} ({precision:.2f}/{recall:.2f})" for name, (precision, recall, f1) in
             sorted(scores(tagger, sentences).items(), key=lambda item: item[0] != "all")]  # fmt: skip
    print(f"{title}: " + "  ".join(cells), flush=True)
