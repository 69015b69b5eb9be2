from spacy.language import Language


@Language.component("sentences")
def component(doc):
    return doc
