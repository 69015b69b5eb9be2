"""The name tagger and the component that fills doc.ents."""

import json
from importlib.resources import files

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.training import Example

from helpers import names, tagger
from helpers.pipeline import german, split_marks
from helpers.tagger.features import PhraseLists, SeenWords, WordReader, normalise, place_flags


@pytest.fixture(scope="module")
def nlp():
    """Tokens, sentences and names only."""
    nlp = spacy.blank("de")
    split_marks(nlp)
    nlp.add_pipe("sentences")
    nlp.add_pipe("names")
    return nlp


def found(doc):
    return [(entity.text, entity.label_) for entity in doc.ents]


# --- what it finds -------------------------------------------------------------------------------------------------

NAMES = {
    "unseen full name": ("Gestern hat Konrad Wellenbrink die Sitzung verlassen.", [("Konrad Wellenbrink", "PER")]),
    "name after a role": ("Die Sprecherin Mareike Ohlsbacher widersprach.", [("Mareike Ohlsbacher", "PER")]),
    "foreign name": ("Der Minister Rustem Abdurajimow reiste ab.", [("Rustem Abdurajimow", "PER")]),
    "surname that is a noun": ("Das teilte Minister Fischer mit.", [("Fischer", "PER")]),
    "place after in": ("Er wohnt seit Jahren in Grünwaldhausen.", [("Grünwaldhausen", "LOC")]),
    "two countries": ("Frankreich und Polen stimmten zu.", [("Frankreich", "LOC"), ("Polen", "LOC")]),
    "genitive": ("Die Regierung Norwegens zögert.", [("Norwegens", "LOC")]),
    "company form": ("Die Quandtbach Systemtechnik GmbH baut Stellen ab.", [("Quandtbach Systemtechnik GmbH", "ORG")]),
    "party": ("Die SPD und die Grünen lehnen den Entwurf ab.", [("SPD", "ORG"), ("Grünen", "ORG")]),
    "adjective of a country": ("Der italienische Minister sprach.", [("italienische", "LOCderiv")]),
    "compound with a country": ("Der US-Präsident telefonierte lange.", [("US-Präsident", "LOCpart")]),
    "no name": ("Die Verhandlungen dauerten bis tief in die Nacht.", []),
}


@pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=NAMES)
def test_names_found(nlp, text, expected):
    assert found(nlp(text)) == expected


@pytest.mark.parametrize("marks", ["„“", "“”", "»«", "«»", '""'])
def test_the_outlet_s_quotation_marks_make_no_difference(nlp, marks):
    text = f"{marks[0]}Wir warten auf Oslo{marks[1]}, sagte Henrike Vollmoeller."
    assert found(nlp(text)) == [("Oslo", "LOC"), ("Henrike Vollmoeller", "PER")]


# --- what always holds ---------------------------------------------------------------------------------------------

ARTICLE = (
    "Ministerin reist nach Tallinn\n\nDie estnische Regierung empfing Ministerin Ylva Brandström am Montag in Tallinn. "
    "„Das war überfällig“, sagte sie der Zeitung „Postimees“. Aus Riga kam Kritik: Lettlands Präsident Rinkevics "
    "forderte, die NATO müsse handeln. Bei der Firma Nordhafen Logistik AG sieht man das anders."
)


def test_a_sentence_is_tagged_alike_alone_and_in_an_article(nlp):
    sentences = [[token.text for token in line] for line in names._lines(nlp(ARTICLE * 20))]
    together = tagger.load().spans(sentences)
    assert together == [tagger.load().spans([sentence])[0] for sentence in sentences]
    assert any(together)


@pytest.mark.parametrize("size", [1, 2, 7, 50])
def test_an_article_is_tagged_alike_alone_and_in_a_batch(nlp, size):
    texts = [ARTICLE, "", "Kurz.", ARTICLE * 3, NAMES["company form"][0], "Köln " * 300] * 3
    alone = [found(nlp(text)) for text in texts]
    assert [found(doc) for doc in nlp.pipe(texts, batch_size=size)] == alone


def test_no_name_runs_over_the_end_of_a_line(nlp):
    doc = nlp("Angela\nMerkel\n\nBerlin")
    assert not any("\n" in entity.text for entity in doc.ents)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", ".", "„", "()", "(A)", "-", "´" * 50, "A" * 100_000, "Köln " * 3000, "\u0301a", "🇩🇪 in 🇫🇷"],
)
def test_odd_texts_raise_nothing(nlp, text):
    doc = nlp(text)
    assert all(doc.text[e.start_char : e.end_char] == e.text and e.text.strip() for e in doc.ents)


@settings(max_examples=60)
@given(st.lists(st.lists(st.text(min_size=1, max_size=12), max_size=12), max_size=5))
def test_spans_lie_inside_their_sentence_in_order(sentences):
    for words, spans in zip(sentences, tagger.load().spans(sentences), strict=True):
        edges = [edge for first, end, _ in spans for edge in (first, end)]
        assert edges == sorted(edges)
        assert all(0 <= first < end <= len(words) for first, end, _ in spans)


def test_a_sentence_longer_than_the_longest_is_cut_not_lost():
    words = ["In", "Warschau", "hieß", "es", "nichts", "."] * 200
    (spans,) = tagger.load().spans([words])
    assert {words[first] for first, _, _ in spans} == {"Warschau"}
    assert len(spans) == 200


def test_more_words_than_are_remembered_change_nothing():
    words = ["In", "Warschau", "hieß", "es", "nichts", "."]
    before = tagger.load().spans([words])
    many = [f"Wort{number}" for number in range(tagger.REMEMBERED_WORDS + 1)]
    tagger.load().spans([many[first : first + 100] for first in range(0, len(many), 100)])
    assert tagger.load().spans([words]) == before == [[(1, 2, "LOC")]]


# --- the model -----------------------------------------------------------------------------------------------------


def test_the_model_holds_arrays_only_and_is_small():
    size = 0
    for name in ("words.npz", "names.npz"):
        path = files("helpers") / "model" / name
        size += path.stat().st_size
        with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
            assert all(archive[key].dtype != object for key in archive.files)
            if name == "names.npz":
                labels = json.loads(bytes(archive["settings"]))["labels"]
    assert size <= 15_000_000
    assert {label[2:] for label in labels} - {""} >= {"PER", "LOC", "ORG", "OTH", "LOCderiv", "LOCpart"}


def test_the_model_card_is_shipped_and_names_its_sources():
    card = (files("helpers") / "model" / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert all(word in card for word in ("GermEval 2014", "CC BY 4.0", "CC BY-SA 4.0", "make model"))


# --- what the network sees -----------------------------------------------------------------------------------------


def test_normalise_writes_one_mark_for_all():
    assert [normalise(word) for word in ("„", "«", "’s", "Baden‑Baden", "Mu\u0308ller")] == [
        '"', '"', "'s", "Baden-Baden", "Müller",
    ]  # fmt: skip


def test_seen_words_know_a_genitive():
    seen = SeenWords({"PER last=once": ["Lund"], "no name=often": ["Gras", "Lund"]})
    assert seen.flags("Lunds") == seen.flags("Lund") == ["PER last=once", "no name=often"]
    assert seen.flags("Gras") == ["no name=often"]
    assert seen.flags("Gra") == seen.flags("") == []


@pytest.mark.parametrize(
    ("word", "held"), [("Haus", "capital"), ("Häusern", "capital"), ("Gemeinsam", "lower"), ("Xyqwlund", "no")]
)
def test_words_of_the_dictionary_are_told_from_others(word, held):
    assert f"dictionary={held}" in WordReader({}, [], {}, {}).read(word).flags


def test_phrase_lists_take_the_longest_phrase_and_a_genitive():
    lists = PhraseLists({"place": [("New", "York"), ("Berlin",)], "paper": [("New", "York", "Times")]})
    assert lists.flags(["New", "York", "Times"]) == [["paper:first"], ["paper:next"], ["paper:next"]]
    assert lists.flags(["Berlins", "und", "New", "York"]) == [["place:1"], [], ["place:first"], ["place:next"]]


def test_place_flags_mark_an_acronym_and_what_it_stands_for():
    flags = place_flags(["Das", "Technische", "Hilfswerk", "(", "THW", ")", "half"])
    assert [index for index, flag in enumerate(flags) if "acronym" in flag] == [4]
    assert [index for index, flag in enumerate(flags) if "before acronym" in flag] == [0, 1, 2]


@pytest.mark.parametrize("spans", [[], [(0, 1, "PER")], [(0, 2, "LOC"), (2, 3, "LOC"), (4, 7, "ORG")]])
def test_labels_hold_adjacent_spans_apart(spans):
    assert list(tagger.decode(tagger.encode(spans, 8))) == spans


# --- another pipeline ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    """A small pipeline, trained here, that takes “Zorbas” for a person and “Quill” for a place."""
    nlp = spacy.blank("de")
    nlp.add_pipe("ner")
    texts = [f"{start} Zorbas {verb} nach Quill ." for start in ("Heute", "Dann", "Bald") for verb in ("fuhr", "kam")]
    examples = [
        Example.from_dict(nlp.make_doc(t), {"entities": [(t.find("Zorbas"), t.find("Zorbas") + 6, "PERSON"),
                                                         (t.find("Quill"), t.find("Quill") + 5, "GPE")]})
        for t in texts
    ]  # fmt: skip
    spacy.util.fix_random_seed(0)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(30):
        nlp.update(examples, sgd=optimizer)
    folder = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(folder)
    return str(folder)


TEXT = "Heute Zorbas fuhr nach Quill ."


def test_another_pipeline_gives_the_names(other):
    assert found(german(ner=other)(TEXT)) == [("Zorbas", "PER"), ("Quill", "LOC")]


def test_another_pipeline_by_the_environment(other, monkeypatch):
    monkeypatch.setenv(names.VARIABLE, other)
    assert found(german()(TEXT)) == [("Zorbas", "PER"), ("Quill", "LOC")]


def test_the_source_of_names_tells_pipelines_apart(other):
    assert names.source(other).startswith(f"{other} de_pipeline ")
    assert names.source() == ""


def test_a_missing_pipeline_says_what_to_do():
    with pytest.raises(OSError, match="python -m spacy download de_no_such_pipeline"):
        german(ner="de_no_such_pipeline")


@pytest.mark.parametrize(("language", "message"), [("de", "no component that finds names"), ("en", "not German")])
def test_a_pipeline_without_german_names_is_refused(tmp_path, language, message):
    spacy.blank(language).to_disk(tmp_path)
    with pytest.raises(ValueError, match=message):
        german(ner=str(tmp_path))
