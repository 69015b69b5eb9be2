from spacy.language import Language

from .matrix import evidence, matrix, pivot  # noqa: F401


@Language.component("commitments")
def component(doc):
    return doc
