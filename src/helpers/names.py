from spacy.language import Language


@Language.factory("names", default_config={"ner": None})
def names(nlp, name, ner):
    return lambda doc: doc
