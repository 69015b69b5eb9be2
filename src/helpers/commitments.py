from spacy.language import Language


@Language.component("commitments")
def component(doc):
    return doc
