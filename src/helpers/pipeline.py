"""german(): the spaCy pipeline that reads an article. text → Doc with sentences, names and the four kinds of finds.

tokens → sentences → names → entities → quotes → figures → commitments
"""

import re

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from . import commitments, entities, figures, names, quotes, sentences  # noqa: F401  (each registers its component)

COMPONENTS = ("sentences", "names", "entities", "quotes", "figures", "commitments")
GLUED = r"(?<=[a-zäöüß]{3})(?<!www)\.(?=[A-ZÄÖÜ][a-zäöüß])(?!\S{0,80}[/@])"  # no web or mail address
MARKS = '„“”"»«‚‘’›‹'
UNBROKEN = re.compile(r"\S+")
LONGEST_WORD = 250  # characters without white space; longer ones (a thousand commas, a key) are read in pieces


def german(ner: str | None = None) -> Language:
    """A German pipeline whose Docs carry every find; `ner` names another spaCy pipeline to take the names from."""
    nlp = spacy.blank("de")
    nlp.max_length = 100_000_000
    split_marks(nlp)
    nlp.tokenizer = Tokenizer(nlp.tokenizer)
    for component in COMPONENTS:
        nlp.add_pipe(component, config={"ner": ner} if component == "names" else {})
    return nlp


def split_marks(nlp: Language) -> None:
    """Quotation marks always stand as tokens of their own, so that a span can begin right inside them. An apostrophe
    between letters stays in its word. A full stop that glues two sentences ("beendet.Die") is no URL."""
    defaults = nlp.Defaults
    marks = [rf"[{MARKS.replace('’', '').replace('‘', '')}]"]
    nlp.tokenizer.prefix_search = compile_prefix_regex([*defaults.prefixes, *marks]).search
    nlp.tokenizer.suffix_search = compile_suffix_regex([*defaults.suffixes, *marks]).search
    nlp.tokenizer.infix_finditer = compile_infix_regex([*defaults.infixes, *marks]).finditer
    url = nlp.tokenizer.url_match.__self__.pattern.removeprefix("(?u)")
    nlp.tokenizer.url_match = re.compile(rf"(?!\S*{GLUED}){url}").match  # a bound match: the tokenizer can be saved


class Tokenizer(DummyTokenizer):
    """spaCy's tokenizer, also for texts without white space, where its time grows with the square of the length."""

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        cuts = [
            cut
            for word in UNBROKEN.finditer(text)
            if word.end() - word.start() > LONGEST_WORD
            for cut in range(word.start() + LONGEST_WORD, word.end(), LONGEST_WORD)
        ]
        if not cuts:
            return self.tokenizer(text)
        pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
        return Doc.from_docs([self.tokenizer(piece) for piece in pieces], ensure_whitespace=False)
