"""german(): the spaCy pipeline that reads an article. text → Doc with sentences, names and the four kinds of finds.

tokens → sentences → names → entities → quotes → figures → commitments
"""

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from . import commitments, entities, figures, names, quotes, sentences  # noqa: F401  (each registers its component)

COMPONENTS = ("sentences", "names", "entities", "quotes", "figures", "commitments")
MARKS = '„“”"»«‚‘’›‹'


def german(ner: str | None = None) -> Language:
    """A German pipeline whose Docs carry every find; `ner` names another spaCy pipeline to take the names from."""
    nlp = spacy.blank("de")
    nlp.max_length = 100_000_000
    split_marks(nlp)
    for component in COMPONENTS:
        nlp.add_pipe(component, config={"ner": ner} if component == "names" else {})
    return nlp


def split_marks(nlp: Language) -> None:
    """Quotation marks always stand as tokens of their own, so that a span can begin right inside them. An apostrophe
    between letters stays in its word."""
    defaults = nlp.Defaults
    marks = [rf"[{MARKS.replace('’', '').replace('‘', '')}]"]
    nlp.tokenizer.prefix_search = compile_prefix_regex([*defaults.prefixes, *marks]).search
    nlp.tokenizer.suffix_search = compile_suffix_regex([*defaults.suffixes, *marks]).search
    nlp.tokenizer.infix_finditer = compile_infix_regex([*defaults.infixes, *marks]).finditer
