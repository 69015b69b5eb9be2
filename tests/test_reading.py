"""One article with its finds marked: every mark there, nested properly, reachable, and nothing let in."""

import re
from html import unescape

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from helpers import Corpus, reading
from helpers.tables import columns, complete, frame

TEXT = "Neuer Hafen\nPolen baue 30 Boote, sagte Anna Vogt. Das Amt in Bonn schwieg."


def table(name, *found):
    """A table of finds from dicts; what they leave out is NA."""
    return frame(name, [tuple(row.get(column) for column in columns(name)) for row in found])


def find(text, part, **more):
    start = text.index(part)
    return {"article_id": "a", "start": start, "end": start + len(part), "text": part, **more}


POLAND = {"actor": "Polen", "country": "POL", "measure": "naval support", "stance": "pledged"}
VOGT = {"speaker": "Anna Vogt", "speaker_entity": "Anna Vogt", "cue": "sagte"}


@pytest.fixture
def corpus():
    articles = pd.DataFrame(
        {
            "article_id": ["a", "b"],
            "outlet": ["Bote", None],
            "published": pd.to_datetime(["2025-09-04", None]),
            "text": [TEXT, "Nichts."],
        }
    )
    entities = [
        find(TEXT, "Polen", entity="Polen", kind="country", country="POL"),
        find(TEXT, "Anna Vogt", entity="Anna Vogt", kind="person", country="POL"),
        find(TEXT, "Amt", entity="Amt", kind="organisation"),
        find(TEXT, "Bonn", entity="Bonn", kind="place", country="DEU"),
    ]
    boats = find(TEXT, "30 Boote", kind="count", value=30.0, bound="exactly", counted="Boote")
    return Corpus(
        complete(articles),
        entities=table("entities", *entities),
        quotes=table("quotes", find(TEXT, "Polen baue 30 Boote", kind="indirect", **VOGT)),
        figures=table("figures", boats),
        commitments=table("commitments", find(TEXT, "Polen baue 30 Boote, sagte Anna Vogt.", **POLAND)),
    )


def marks(page: str) -> list:
    return lxml_html.fromstring(page).xpath("//div[@lang='de']//span")


def plain(page: str) -> str:
    """The article's own words: without style, head, legend and the small print behind marks."""
    body = page.split('lang="de">', 1)[1].rsplit("</div>", 1)[0]
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<small.*?</small>", "", body, flags=re.DOTALL)))


def test_each_find_is_marked_with_its_look_and_its_text(corpus):
    found = {(mark.get("class"), mark.text_content()) for mark in marks(reading.html(corpus, "a"))}
    assert {("state", "Polen"), ("person", "Anna Vogt"), ("organisation", "Amt"), ("place", "Bonn")} <= found
    assert ("figure", "30 Boote") in found
    assert ("indirect", "Polen baue 30 BooteAnna Vogt") in found  # the speaker stands behind the words


def test_marks_lie_inside_each_other_commitment_outermost(corpus):
    (figure,) = [mark for mark in marks(reading.html(corpus, "a")) if mark.get("class") == "figure"]
    assert [above.get("class") for above in figure.iterancestors("span")] == ["indirect", "commitment"]


@pytest.mark.parametrize(
    "look, label",
    [
        ("person", "person: Anna Vogt, POL"),
        ("state", "country: Polen"),
        ("figure", "count: 30 Boote"),
        ("indirect", "indirect quote: Anna Vogt, reported by “sagte”"),
        ("commitment", "commitment: Polen, naval support, pledged"),
    ],
)
def test_every_mark_says_what_it_is_on_hover_and_to_the_keyboard(corpus, look, label):
    (mark,) = [mark for mark in marks(reading.html(corpus, "a")) if mark.get("class") == look]
    assert mark.get("title") == mark.get("aria-label") == label
    assert mark.get("tabindex") == "0"


def test_the_legend_counts_what_is_there_and_nothing_else(corpus):
    legend = lxml_html.fromstring(reading.html(corpus, "a")).xpath("//ul/li")
    assert [item.text_content() for item in legend] == [
        "person 1", "state, its people 1", "place 1", "organisation 1", "figure 1", "indirect quote 1", "commitment 1",
    ]  # fmt: skip


def test_every_look_of_the_legend_has_a_style():
    style = reading._style()
    assert [look for look in reading.LOOKS if f".{look} " not in style] == []


def test_the_title_stands_out_and_is_no_find(corpus):
    corpus.articles["title"] = pd.array(["Neuer Hafen", None], dtype="string")
    (title,) = [mark for mark in marks(reading.html(corpus, "a")) if mark.get("class") == "title"]
    assert title.text_content() == "Neuer Hafen" and title.get("tabindex") is None
    assert plain(reading.html(corpus, "a")) == TEXT


def test_the_head_names_outlet_date_and_article_and_leaves_out_what_is_missing(corpus):
    head = [lxml_html.fromstring(reading.html(corpus, name)).xpath("string(//header)") for name in ("a", "b")]
    assert head == ["Bote · 2025-09-04 · a", "b"]


def test_an_article_without_finds_is_shown_plain(corpus):
    page = reading.html(corpus, "b")
    assert plain(page) == "Nichts."
    assert "nothing found in this article" in page


def test_two_finds_with_one_span_share_a_mark(corpus):
    second = corpus.commitments.assign(actor="Litauen", country="LTU", stance="considering")
    corpus.commitments = pd.concat([corpus.commitments, second], ignore_index=True)
    (mark,) = [mark for mark in marks(reading.html(corpus, "a")) if mark.get("class") == "commitment"]
    assert mark.xpath("./small")[0].text == "Poland · naval support: pledged; Lithuania · naval support: considering"


def test_a_speaker_quoted_within_reported_words_is_named_once(corpus):
    boats = find(TEXT, "30 Boote", kind="direct", **VOGT)
    corpus.quotes = pd.concat([corpus.quotes, table("quotes", boats)], ignore_index=True)
    tags = [tag.text for tag in lxml_html.fromstring(reading.html(corpus, "a")).iter("small")]
    assert tags.count("Anna Vogt") == 1


def test_an_unknown_article_is_an_error_that_names_near_ones(corpus):
    with pytest.raises(KeyError, match="no article 'aa'; did you mean 'a'"):
        reading.show(corpus, "aa")


PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_from_an_article_becomes_markup(payload):
    text = f"Vorn {payload} hinten"
    bad = find(text, payload, entity=payload, kind="person", country=payload)
    quote = find(text, payload, kind="direct", speaker=payload, speaker_entity=payload, cue=payload)
    articles = pd.DataFrame({"article_id": ["a"], "outlet": [payload], "title": [payload], "text": [text]})
    corpus = Corpus(complete(articles), entities=table("entities", bad), quotes=table("quotes", quote))
    page = reading.html(corpus, "a")
    tree = lxml_html.fragment_fromstring(page, create_parent="div")
    assert {element.tag for element in tree.iter()} <= {
        "div",
        "style",
        "article",
        "header",
        "ul",
        "li",
        "span",
        "small",
    }
    attributes = {name for element in tree.iter() for name in element.attrib}
    assert attributes <= {"class", "title", "tabindex", "role", "aria-label", "aria-hidden", "lang"}
    assert plain(page) == text


SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 40), st.sampled_from(["direct", "indirect"])), max_size=12
)


@given(text=st.text(min_size=41, max_size=60), spans=SPANS)
def test_however_finds_cross_the_text_stays_whole(text, spans):
    found = [
        {"article_id": "a", "start": start, "end": min(start + length, len(text)), "text": "x", "kind": kind}
        for start, length, kind in spans
    ]
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    page = reading.html(Corpus(complete(articles), quotes=table("quotes", *found)), "a")
    assert plain(page) == unescape(reading.escape(text))
    first = re.findall(r'tabindex="0"', page)
    assert len(first) == len({(f["start"], f["end"], f["kind"]) for f in found})


def test_count_puts_the_fullest_article_first(corpus):
    out = reading.count(corpus)
    assert out.index.tolist() == ["a", "b"]
    assert out.loc["a", ["words", "entities", "quotes", "figures", "commitments", "finds"]].tolist() == [
        14,
        4,
        1,
        1,
        1,
        7,
    ]
    assert out.loc["b", "finds"] == 0


def test_pick_shows_the_fullest_article_and_changes_with_the_menu(corpus):
    menu, page = reading.pick(corpus).children
    assert [name for _, name in menu.options] == ["a", "b"]
    assert page.value == reading.html(corpus, "a")
    menu.value = "b"
    assert page.value == reading.html(corpus, "b")


def test_pick_of_no_article_is_an_empty_menu(corpus):
    empty = Corpus(corpus.articles.iloc[:0])
    assert reading.pick(empty).children[0].options == ()
    assert repr(reading.pick(empty)).startswith("A drop-down of 0 articles")


def test_where_no_kernel_answers_the_fullest_articles_unfold(corpus, monkeypatch):
    monkeypatch.setattr(reading, "FOLDED", 1)
    data, _ = reading.pick(corpus)._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data
    page = lxml_html.fragment_fromstring(data["text/html"], create_parent="div")
    assert [name.text_content() for name in page.iter("summary")] == ["a"]
    assert plain(data["text/html"]) == TEXT


def test_marks_and_legend_speak_german(corpus):
    page = lxml_html.fragment_fromstring(reading.html(corpus, "a", language="de"), create_parent="div")
    assert [item.text_content() for item in page.iter("li")][1] == "Staat, seine Menschen 1"
    assert {mark.get("title") for mark in page.iter("span")} >= {
        "Staat: Polen",
        "Anzahl: 30 Boote",
        "indirekte Rede: Anna Vogt, eingeleitet mit „sagte“",
        "Zusage: Polen, Marine, zugesagt",
    }
    assert page.xpath("string(//header)") == "Bote · 04.09.2025 · a"


def test_a_saved_corpus_shows_the_same(corpus, tmp_path):
    assert reading.html(Corpus.load(corpus.save(tmp_path)), "a") == reading.html(corpus, "a")


def test_only_takes_one_article_out(corpus):
    one = reading.only(corpus, "b")
    assert {name: len(table) for name, table in one.tables().items()} == {
        "articles": 1, "entities": 0, "quotes": 0, "figures": 0, "commitments": 0,
    }  # fmt: skip
    assert reading.html(reading.only(corpus, "a"), "a") == reading.html(corpus, "a")
