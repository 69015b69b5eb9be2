import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from sklearn.metrics.pairwise import linear_kernel

from bench.planted import corpus, scores, texts
from helpers import overlap
from helpers.overlap.nearest import alike
from helpers.overlap.vectors import vectors
from helpers.overlap.verdicts import agencies
from helpers.overlap.words import terms
from helpers.tables import Corpus, frame

HARBOUR = (
    "Im Hafen von Lindau sind am Dienstag drei Fischerboote gesunken. Verletzt wurde niemand, teilte die Wasserwacht "
    "mit. Ein Sturm hatte die Leinen gelöst und die Boote gegen die Mauer gedrückt. Der Schaden liegt nach ersten "
    "Schätzungen bei 80.000 Euro."
)
LIBRARY = (
    "Die Stadtbücherei in Celle öffnet künftig auch sonntags. Der Rat stimmte dem Antrag der Leiterin mit großer "
    "Mehrheit zu. Zwei neue Stellen werden ausgeschrieben, der Bestand wächst um tausend Bände."
)
ORCHARD = "Auf den Streuobstwiesen bei Bühl reifen die Zwetschgen früher als sonst, Erntehelfer fehlen überall."


WORDS = [f"wort{n}" for n in range(400)]


def articles(*texts, **columns) -> pd.DataFrame:
    table = pd.DataFrame({"article_id": list("abcdefgh"[: len(texts)]), "text": texts, **columns})
    return table.astype({"article_id": "string", "text": "string"})


# terms: what TF-IDF counts of a German text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Die Länder lieferten Panzer", ["land", "liefern", "panzer"], id="lemmas"),
        pytest.param("und der die das nicht", [], id="stop words"),
        pytest.param("US-Präsident", ["us-präsident", "us", "präsident"], id="hyphen: compound and parts"),
        pytest.param("26 Staaten", ["26", "staat"], id="numbers stay"),
    ],
)
def test_terms(text, expected):
    assert terms(text) == expected


def test_closed_compound_meets_its_parts_where_both_are_in_the_corpus():
    both = articles("Sicherheitsgarantien verlangt", "Garantie für Sicherheit gegeben", "Wetter schön geblieben")
    similarity = overlap.similarity(both)
    assert similarity.loc["a", "b"] > 0.2
    assert similarity.loc["a", "c"] == 0


# similarity and pairs


def test_similarity_is_symmetric_and_one_on_the_diagonal():
    matrix = overlap.similarity(articles(HARBOUR, LIBRARY, HARBOUR + LIBRARY))
    assert list(matrix.index) == list(matrix.columns) == ["a", "b", "c"]
    assert np.allclose(matrix, matrix.T) and np.allclose(np.diag(matrix), 1)
    assert matrix.loc["a", "c"] > 0.5 > matrix.loc["a", "b"]


def test_masked_quotes_do_not_count():
    quote = "Wir reparieren jeden Steg noch vor dem ersten Schnee"
    both = articles(f"Die Ministerin sagte: „{quote}“", f"Ein Bericht aus Husum: „{quote}“")
    spans = [(name, text.index(quote), text.index(quote) + len(quote)) for name, text in both.to_numpy()]
    blank = dict.fromkeys(("speaker", "speaker_start", "speaker_end", "speaker_entity", "cue", "cue_start", "cue_end"))
    rows = [
        {"article_id": n, "start": a, "end": b, "text": quote, "kind": "direct", "rule": "", **blank}
        for n, a, b in spans
    ]
    quotes = frame("quotes", [])
    quotes = pd.DataFrame(rows)[quotes.columns].astype(quotes.dtypes)
    assert overlap.similarity(both).loc["a", "b"] > 0.5
    assert overlap.similarity(both, mask=quotes).loc["a", "b"] == 0


@pytest.mark.parametrize("threshold", [0.05, 0.2, 0.5, 0.9])
@pytest.mark.parametrize(("terms", "length"), [(60, 12), (3000, 90)], ids=["few terms", "many terms"])
def test_pairs_are_exactly_those_of_the_full_product(threshold, terms, length):
    draw = np.random.default_rng(7)
    vocabulary = [f"wort{n}" for n in range(terms)]
    texts = [" ".join(draw.choice(vocabulary, length, p=_zipf(terms))) for _ in range(250)]
    texts += [" ".join(draw.choice(vocabulary[:20], 9)) for _ in range(3)]  # hold nothing but frequent terms
    weights = vectors(articles_of(texts))
    full = np.triu(linear_kernel(weights), 1)
    expected = {(a, b): full[a, b] for a, b in zip(*np.nonzero(full >= threshold), strict=True)}
    found = alike(weights, threshold, None)
    assert dict(zip(zip(found["a"], found["b"], strict=True), found["similarity"], strict=True)) == pytest.approx(
        expected
    )


def test_many_blocks_of_articles_give_the_pairs_of_the_full_product(monkeypatch):
    monkeypatch.setattr("helpers.overlap.nearest.BLOCK", 7)
    draw = np.random.default_rng(3)
    weights = vectors(articles_of([" ".join(draw.choice(WORDS, 30, p=_zipf(400))) for _ in range(60)]))
    full = np.triu(linear_kernel(weights), 1)
    found = alike(weights, 0.2, None)
    assert set(zip(found["a"], found["b"], strict=True)) == set(zip(*np.nonzero(full >= 0.2), strict=True))


@pytest.mark.parametrize("exact", [True, False])
def test_no_article_has_no_pair(exact):
    assert alike(sparse.csr_array((0, 5)), 0.2, 10, exact).empty


def test_pairs_that_share_heavy_terms_are_found_without_the_full_product():
    draw = np.random.default_rng(5)
    stories = [draw.choice(WORDS[20:], 25) for _ in range(80)]
    texts = [" ".join([*draw.choice(story, 15), *draw.choice(WORDS[:20], 12)]) for story in stories for _ in range(4)]
    weights = vectors(articles_of(texts))
    every, some = (alike(weights, 0.2, 10, exact=exact) for exact in (True, False))
    pairs, found = (set(map(tuple, table[["a", "b"]].to_numpy())) for table in (every, some))
    assert len(pairs) > 400
    assert len(pairs & found) >= 0.995 * len(pairs)
    rest = some.merge(every, on=["a", "b"])
    assert np.allclose(rest["similarity_x"], rest["similarity_y"])


@pytest.mark.parametrize("many", [2, 3], ids=["up to the limit", "above it"])
def test_beyond_a_size_only_pairs_with_heavy_terms_are_looked_at(many, monkeypatch):
    monkeypatch.setattr("helpers.overlap.nearest.EXACT_UP_TO", 2)
    monkeypatch.setattr("helpers.overlap.nearest.CANDIDATE", 9.0)  # so that it finds nothing at all
    found = alike(vectors(articles_of([HARBOUR] * many)), 0.2, None)
    assert found.empty == (many > 2)


def _zipf(n):
    weights = 1 / np.arange(1, n + 1)
    return weights / weights.sum()


def articles_of(texts):
    return pd.DataFrame({"article_id": [f"{n:03}" for n in range(len(texts))], "text": texts})


def test_pairs_keep_the_most_alike_of_either_article():
    copies = articles_of([HARBOUR + f" Zusatz{n} Wort{n}" for n in range(6)] + [LIBRARY])
    found = overlap.pairs(copies, top=1)
    assert set(found["article_a"]) | set(found["article_b"]) == {f"{n:03}" for n in range(6)}
    assert len(found) < 15 == len(overlap.pairs(copies, top=None))


def test_pairs_say_what_share_of_each_text_stands_in_the_other():
    pair = overlap.pairs(articles(HARBOUR, HARBOUR + " " + LIBRARY, ORCHARD)).iloc[0]
    assert (pair["article_a"], pair["article_b"]) == ("a", "b")
    assert pair["share_a"] == pytest.approx(1, abs=0.01)
    assert pair["share_b"] == pytest.approx(len(HARBOUR) / len(HARBOUR + LIBRARY), abs=0.02)


@pytest.mark.parametrize("threshold", [0, -1, 1.5])
def test_a_threshold_that_is_none_is_refused(threshold):
    with pytest.raises(ValueError, match="threshold"):
        overlap.pairs(articles(HARBOUR, LIBRARY), threshold)


def test_a_table_without_text_is_refused_by_name():
    with pytest.raises(KeyError, match="text"):
        overlap.similarity(pd.DataFrame({"article_id": ["a"]}))


def test_outlets_are_compared_by_all_they_published():
    table = articles(HARBOUR, LIBRARY, HARBOUR, ORCHARD, outlet=["Seeblick", "Seeblick", "Uferpost", None])
    matrix = overlap.outlet_similarity(table)
    assert list(matrix.index) == ["Seeblick", "Uferpost"]
    assert 0.4 < matrix.loc["Seeblick", "Uferpost"] < 1


def test_order_puts_groups_side_by_side():
    matrix = overlap.similarity(articles(HARBOUR, LIBRARY, HARBOUR + " Ende.", LIBRARY + " Ende.", ORCHARD))
    ordered = list(overlap.order(matrix).index)
    assert abs(ordered.index("a") - ordered.index("c")) == 1
    assert abs(ordered.index("b") - ordered.index("d")) == 1
    assert list(overlap.order(matrix).columns) == ordered


# passages: what survives an editor's hand


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("gegen die Mauer gedrückt", "an die Mauer gedrückt", id="a word replaced"),
        pytest.param("nach ersten Schätzungen bei", "bei", id="words dropped"),
        pytest.param("80.000 Euro", "95.000 Euro", id="a number changed"),
        pytest.param("Verletzt wurde niemand, teilte die Wasserwacht mit.",
                     "Die Wasserwacht teilte mit, verletzt wurde niemand.", id="a clause moved"),
        pytest.param("am Dienstag drei", "am Dienstag (amw) laut Polizei drei", id="words put in"),
    ],
)  # fmt: skip
def test_a_passage_survives(before, after):
    assert before in HARBOUR
    edited = LIBRARY + " " + HARBOUR.replace(before, after)
    passages = overlap.passages(articles(HARBOUR, edited))
    assert len(passages) == 1
    row = passages.iloc[0]
    assert (row["start_a"], row["end_a"]) == (0, len(HARBOUR) - 1)
    assert edited[row["start_b"] : row["end_b"]].startswith("Im Hafen")
    assert row["end_b"] == len(edited) - 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(HARBOUR, LIBRARY, id="nothing in common"),
        pytest.param("Mit einer Geschwindigkeit von 95 Kilometern pro Stunde fuhr er in einen Graben.",
                     "Der Wind wehte mit einer Geschwindigkeit von 120 Kilometern pro Stunde.", id="a measure"),
        pytest.param("Das hat er in der Nacht auf den Mittwoch gesagt.", "Sie kam in der Nacht auf den Mittwoch an.",
                     id="a time"),
        pytest.param("", HARBOUR, id="an empty text"),
    ],
)  # fmt: skip
def test_no_passage(one, other):
    assert overlap.passages(articles(one, other)).empty


QUOTE = "Wir haben lange gezögert, nun aber bauen wir die Brücke mit eigenen Leuten"
SPEECH = f"{QUOTE}. Jeder Balken stammt aus unserem Wald, jeder Nagel aus unserer Schmiede."
PHRASE = "Nach der feierlichen Einweihung der erneuerten Orgel im Kloster"
BRIDGE = "Der Bau der neuen Brücke beginnt nach Ostern mit dem Abriss der alten Pfeiler."


@pytest.mark.parametrize(
    ("one", "other", "quote"),
    [
        pytest.param(f"Bürgermeisterin Krause: „{QUOTE}.“", f"Im Rat hieß es »{QUOTE}«, ehe abgestimmt wurde.", True,
                     id="the same words quoted"),
        pytest.param(f"Krause sagte: „{QUOTE}.“", f"Krause sagte: „{QUOTE}.“", True, id="with the cue"),
        pytest.param(f"„{QUOTE}“", QUOTE, False, id="quoted in one only"),
        pytest.param(QUOTE, QUOTE, False, id="no quote at all"),
        pytest.param(f"„{QUOTE}.“ {BRIDGE}", f"„{QUOTE}.“ {BRIDGE}", False, id="a quote and what follows"),
    ],
)  # fmt: skip
def test_merely_quoting_is_told_from_copying(one, other, quote):
    passages = overlap.passages(articles(one, other))
    assert list(passages["quote"]) == [quote]


def test_the_quotes_table_decides_where_there_is_one():
    both = articles(f"„{QUOTE}“", f"„{QUOTE}“")
    assert overlap.passages(both)["quote"].all()
    assert not overlap.passages(Corpus(both))["quote"].any()


PIECES = ["Ja", "nein", "Brücke", "Hafen", "12", "„", "“", ".", "\n", "Sturm", "Schnee", "Mauer", "der", "die"]


@settings(max_examples=60)
@given(
    st.lists(
        st.lists(
            st.sampled_from(PIECES),
            max_size=60,
        ),
        max_size=5,
    )
)
def test_passages_are_spans_of_both_texts(found):
    table = articles(*(" ".join(words) for words in found))
    text = table.set_index("article_id")["text"]
    for row in overlap.passages(table).itertuples():
        assert row.text == text[row.article_a][row.start_a : row.end_a]
        assert 0 <= row.start_b < row.end_b <= len(text[row.article_b])
        assert row.article_a < row.article_b


@pytest.mark.parametrize(
    "text",
    ["ja " * 50_000, "x" * 200_000, "„" * 100_000, "\x00 \u202e\ufffe", "a-" * 50_000],
    ids=lambda text: ascii(text[:3]),
)
def test_any_text_goes_through(text):
    table = articles(text, text, HARBOUR)
    assert len(overlap.verdicts(table)) <= 3
    assert len(overlap.similarity(table)) == 3


def test_passages_of_some_pairs_are_those_of_all(monkeypatch):
    monkeypatch.setattr("helpers.overlap.seeds.AT_ONCE", 2)
    table = articles(HARBOUR, LIBRARY + HARBOUR, HARBOUR + HARBOUR, LIBRARY, HARBOUR + LIBRARY)
    every = overlap.passages(table)
    some = pd.DataFrame({"article_a": ["c", "a", "b", "d", "a"], "article_b": ["b", "b", "d", "e", "d"]})
    wanted = [("a", "b"), ("b", "c"), ("b", "d"), ("d", "e")]
    expected = every[[pair in wanted for pair in zip(every["article_a"], every["article_b"], strict=True)]]
    assert len(expected) >= 4
    pd.testing.assert_frame_equal(overlap.passages(table, only=some), expected.reset_index(drop=True))


@pytest.mark.parametrize("few", [0, 200], ids=["many articles", "few articles"])
def test_what_takes_long_shows_a_bar_and_takes_it_away(few, monkeypatch, capsys):
    monkeypatch.setattr("helpers.overlap.progress.FEW", few)
    monkeypatch.setattr("helpers.overlap.progress.LONG", 0)
    overlap.pairs(articles(HARBOUR, HARBOUR + LIBRARY, LIBRARY))
    shown = capsys.readouterr().err
    for doing in ("counting terms", "comparing articles", "reading words", "aligning"):
        assert (doing in shown) == (few == 0)
    assert not shown.splitlines() or not shown.split("\r")[-1].strip()


def test_what_differs_is_marked_on_both_sides_and_escaped():
    table = articles("<b>" + HARBOUR, HARBOUR.replace("drei Fischerboote", "zwei alte Fischerboote"))
    shown = overlap.side_by_side(overlap.passages(table), table)
    assert "⟨drei⟩ Fischerboote" in shown.loc[0, "text_a"]
    assert "⟨zwei alte⟩ Fischerboote" in shown.loc[0, "text_b"]
    page = overlap.html(shown.assign(text_a="<script>" + shown["text_a"]))
    assert "<mark>zwei alte</mark>" in page and "<script>" not in page


def test_the_middle_of_a_long_stretch_without_a_difference_is_left_out_on_both_sides():
    words = [f"Boot{one}{other}" for one in "abcdefghijklmnopqrst" for other in "aeioubdfgklmnpr"]
    one, other = words.copy(), words.copy()
    one[100], other[250:250] = "anders", ["dazu"]
    table = articles(" ".join(one) + ".", " ".join(other) + ".")
    shown = overlap.side_by_side(overlap.passages(table), table).loc[0]
    left, right = (shown[f"text_{side}"].replace("⟨", "").replace("⟩", "") for side in "ab")
    assert left.replace("anders", words[100]) == right.replace("dazu ", "")
    assert left.startswith(words[0]) and left.rstrip(".").endswith(words[-1]) and left.count("[…]") == 2
    assert f"{words[99]} anders {words[101]}" in left and f"{words[249]} dazu {words[250]}" in right


# verdicts, direction, stories


def corpus_of(*texts, **columns) -> Corpus:
    return Corpus(articles(*texts, **columns))


AGENCY = HARBOUR.replace("Im Hafen", "Lindau (dpa) - Im Hafen")
RETOLD = (
    "Drei Boote von Fischern versanken im Lindauer Hafen. Der Sturm vom Dienstag löste ihre Leinen und drückte sie "
    "gegen die Hafenmauer. Die Wasserwacht meldet keine Verletzten, der Schaden: 80.000 Euro."
)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        pytest.param(AGENCY, AGENCY.replace("drei", "zwei"), "agency copy", id="both credit the agency"),
        pytest.param(HARBOUR, AGENCY, "copied with edits", id="one credits an agency"),
        pytest.param(HARBOUR, RETOLD, "rewritten", id="the same facts in other words"),
        pytest.param(f"{LIBRARY} „{QUOTE}“, hieß es.", f"{HARBOUR} „{QUOTE}“, sagte sie.", "shared quote only",
                     id="one quote, two reports"),
        pytest.param(f"Die Rednerin in Celle: „{SPEECH}“ Danach war Pause.", f"Ein Minister las vor: „{SPEECH}“",
                     "shared quote only", id="hardly more than the quote"),
        pytest.param(f"{PHRASE} eröffnet. {LIBRARY * 4} „{QUOTE}“, hieß es.",
                     f"{HARBOUR * 4} „{QUOTE}“. {PHRASE} fällig.", "independent", id="a quote and a phrase"),
        pytest.param(HARBOUR, "Der Hafen von Kiel wird vertieft, damit größere Frachter anlegen; Boote weichen aus.",
                     "independent", id="one topic"),
    ],
)  # fmt: skip
def test_verdict(one, other, verdict):
    table = articles(one, other, ORCHARD)
    found = overlap.verdicts(table, threshold=0.01).query("article_a == 'a' and article_b == 'b'")
    assert list(found["verdict"]) == [verdict]
    assert found["reasons"].str.len().gt(10).all()


def dates(*days):
    return pd.to_datetime(pd.Series(days))


@pytest.mark.parametrize(
    ("one", "other", "days", "direction"),
    [
        pytest.param(HARBOUR, HARBOUR, ("2024-03-01", "2024-03-02"), "a → b", id="the earlier"),
        pytest.param(HARBOUR, HARBOUR, ("2024-03-02", "2024-03-01"), "b → a", id="the earlier, second"),
        pytest.param(HARBOUR, HARBOUR, ("2024-03-01", "2024-03-01"), "undecidable", id="the same day"),
        pytest.param(HARBOUR, HARBOUR, (None, "2024-03-01"), "undecidable", id="one date unknown"),
        pytest.param(HARBOUR + LIBRARY, HARBOUR, (None, None), "a → b", id="a holds all and more"),
        pytest.param(
            HARBOUR, HARBOUR + LIBRARY, ("2024-03-01", "2024-03-02"), "undecidable", id="date against containment"
        ),
        pytest.param(AGENCY, AGENCY, ("2024-03-01", "2024-03-02"), "undecidable", id="both from the agency"),
    ],
)
def test_direction_only_where_something_shows_it(one, other, days, direction):
    found = overlap.verdicts(articles(one, other, published=dates(*days)))
    assert list(found["direction"]) == [direction]


def test_alike_but_weeks_apart_is_no_rewriting():
    near, far = (
        overlap.verdicts(articles(HARBOUR, RETOLD, ORCHARD, published=dates("2024-03-01", day, None)))["verdict"].iloc[
            0
        ]
        for day in ("2024-03-02", "2024-04-20")
    )
    assert (near, far) == ("rewritten", "independent")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berlin (dpa) - Der Bundestag", {"dpa"}), ("meldet die Nachrichtenagentur Reuters", {"Reuters"}),
        ("Quelle: AFP/dpa", {"AFP", "dpa"}), ("die Abendpost schreibt", set()),
        ("Titel\nPARIS (amw/dpa) - Text", {"amw", "dpa"}),
        ("In Springfield (USA) steht", set()), ("APART und dpanel", set()),
        ("meldete die Agentur Bloomberg", {"Bloomberg"}), ("sagte Michael Bloomberg", set()),
        ("Warschau (PAP) - Das Parlament", {"PAP"}), ("der Deutschen Presse-Agentur", {"dpa"}),
    ],
)  # fmt: skip
def test_agencies(text, expected):
    assert agencies(text) == expected


def test_stories_group_copies_and_weigh_each_story_once():
    table = articles(HARBOUR, LIBRARY, HARBOUR + " Ende.", ORCHARD, RETOLD)
    stories = overlap.stories(table)
    assert list(stories["article_id"]) == ["a", "c", "e", "b", "d"]
    assert list(stories["story"]) == [1, 1, 1, 2, 3]
    assert stories.groupby("story")["weight"].sum().tolist() == pytest.approx([1, 1, 1])


def test_one_shared_sentence_does_not_make_one_story():
    sentence = "Der Rat stimmte dem Antrag der Leiterin mit großer Mehrheit am späten Abend zu. "
    found = articles(sentence + HARBOUR * 2, sentence + ORCHARD * 3)
    assert overlap.verdicts(found)["verdict"].iloc[0] == "copied with edits"
    assert overlap.stories(found)["story"].nunique() == 2


def test_distinctive_terms_are_those_only_one_source_uses():
    table = articles(HARBOUR * 2, LIBRARY * 2, outlet=["Seeblick", "Uferpost"])
    terms_of = overlap.distinctive(table, top=5).groupby("outlet")["term"].agg(list)
    assert "Fischerboote" in overlap.distinctive(table, top=30).query("outlet == 'Seeblick'")["term"].tolist()
    assert all(len(terms) == 5 for terms in terms_of)
    assert not set(terms_of["Seeblick"]) & set(terms_of["Uferpost"])


@pytest.mark.parametrize(
    "texts", [(), (HARBOUR,), ("", ""), ("und", "oder")], ids=["none", "one", "empty", "stop words"]
)
def test_little_text_gives_empty_tables_with_their_columns(texts):
    table = articles(*texts, outlet=[None] * len(texts))
    full = articles(HARBOUR, HARBOUR, outlet=["x", "y"])
    for function in (overlap.pairs, overlap.passages, overlap.verdicts, overlap.distinctive):
        assert list(function(table).columns) == list(function(full).columns)
        assert list(map(str, function(table).dtypes)) == list(map(str, function(full).dtypes))
        assert function(table).empty
    assert len(overlap.stories(table)) == len(overlap.similarity(table)) == len(texts)


def test_the_same_articles_give_the_same_rows_in_whatever_order():
    table = articles(HARBOUR, HARBOUR + LIBRARY, LIBRARY, RETOLD)
    other = table.iloc[::-1].reset_index(drop=True)
    pd.testing.assert_frame_equal(overlap.stories(table), overlap.stories(other))


def test_planted_reuse_is_found(shared):
    found = scores(*corpus(texts(shared / "bench")[:300], each=12, seed=1))
    assert min(found[f"pair recall at {share}%"] for share in (100, 75, 50, 25)) >= 0.98
    assert found["passage characters F1"] >= 0.95
    assert (
        found["pair precision"] >= 0.95
    )  # natural copies among the texts count against it: few pairs, so a step is 2 %
