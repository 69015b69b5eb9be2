"""Names in the text: doc.ents, by the tagger that ships or by another spaCy pipeline. Doc → Doc.

Labels of the tagger that ships: PER, LOC, ORG, OTH (works, events, brands); LOCderiv (“deutsche”, “Berliner”);
LOCpart, ORGpart, OTHpart (a compound with a name in it: “US-Präsident”, “NATO-Vertreter”).
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import minibatch

from . import tagger

VARIABLE = "HELPERS_NER"
# labels of German and multilingual pipelines; dates, quantities and the like are no names
BORROWED_LABELS = {"PER": "PER", "PERSON": "PER", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG", "MISC": "OTH"}
BORROWED_LABELS |= {label: label for label in ("OTH", "LOCderiv", "LOCpart", "ORGpart", "OTHpart")}
UNNEEDED = ("tagger", "morphologizer", "parser", "lemmatizer", "attribute_ruler")  # by a pipeline's ner


@Language.factory("names", default_config={"ner": None}, assigns=["doc.ents"])
def component(nlp: Language, name: str, ner: str | None) -> Callable[[Doc], Doc]:
    """The component; `ner` (or $HELPERS_NER) is the name or path of a spaCy pipeline to take the names from."""
    ner = ner or os.environ.get(VARIABLE)
    return borrowed(ner) if ner else Tagging()


def source(ner: str | None = None) -> str:
    """Who finds the names, for a cache to tell by: the other pipeline and its version, "" for the one that ships."""
    ner = ner or os.environ.get(VARIABLE)
    return _signature(ner) if ner else ""


@cache
def _signature(ner: str) -> str:
    meta = load(ner).meta
    return f"{ner} {meta['lang']}_{meta['name']} {meta['version']}"


class Tagging:
    """Sets doc.ents by the tagger that ships with the package; several Docs at once cost less than one by one."""

    def __call__(self, doc: Doc) -> Doc:
        tag([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        for some in minibatch(docs, batch_size):
            tag(some)
            yield from some


def tag(docs: Sequence[Doc]) -> None:
    """Set the ents of each Doc by the tagger that ships with the package."""
    lines = [(doc, line) for doc in docs for line in _lines(doc)]
    found = tagger.load().spans([token.text for token in line] for _, line in lines)
    names: dict[int, list[Span]] = {id(doc): [] for doc in docs}
    for (doc, line), spans in zip(lines, found, strict=True):
        names[id(doc)] += [Span(doc, line[first].i, line[end - 1].i + 1, label=label) for first, end, label in spans]
    for doc in docs:
        doc.ents = names[id(doc)]


def _lines(doc: Doc) -> Iterator[list[Token]]:
    """The words of each sentence; no name runs over the end of a line or a tab."""
    for sentence in doc.sents if doc.has_annotation("SENT_START") else [doc]:
        line: list[Token] = []
        for token in sentence:
            if not token.is_space:
                line.append(token)
            elif line and token.text.strip(" \u00a0"):
                yield line
                line = []
        if line:
            yield line


def borrowed(ner: str) -> Callable[[Doc], Doc]:
    """A component that sets doc.ents as the spaCy pipeline `ner` would; it reads our words and sentences."""
    other = load(ner)

    def take(doc: Doc) -> Doc:
        copy = Doc(
            other.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            sent_starts=[token.is_sent_start for token in doc] if doc.has_annotation("SENT_START") else None,
        )
        doc.ents = [
            Span(doc, entity.start, entity.end, label=BORROWED_LABELS[entity.label_])
            for entity in other(copy).ents
            if entity.label_ in BORROWED_LABELS
        ]
        return doc

    return take


def load(ner: str) -> Language:
    """The spaCy pipeline `ner`; OSError where there is none, ValueError where it finds no names in German."""
    try:
        other = spacy.load(ner, exclude=UNNEEDED)
    except OSError as error:
        raise OSError(
            f"no spaCy pipeline {ner!r} (ner= or ${VARIABLE}): install it (python -m spacy download {ner}), "
            "give the path of a folder that holds one, or leave both empty to use the tagger that ships"
        ) from error
    if other.lang not in {"de", "xx"}:
        raise ValueError(f"the spaCy pipeline {ner!r} reads {other.lang!r}, not German")
    if not any("ner" in pipe or "doc.ents" in other.get_pipe_meta(pipe).assigns for pipe in other.pipe_names):
        raise ValueError(f"the spaCy pipeline {ner!r} has no component that finds names, only {other.pipe_names}")
    return other
