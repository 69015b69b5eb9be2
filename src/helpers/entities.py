from spacy.language import Language


@Language.component("entities")
def component(doc):
    return doc
