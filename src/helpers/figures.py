from spacy.language import Language


@Language.component("figures")
def component(doc):
    return doc
