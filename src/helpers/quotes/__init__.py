from spacy.language import Language


@Language.component("quotes")
def component(doc):
    return doc
