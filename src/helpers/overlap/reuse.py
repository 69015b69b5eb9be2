"""What articles share word for word: articles → passages, similar pairs with their shares, passages side by side."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from html import escape

import numpy as np
import pandas as pd

from .alignment import Passage, align
from .nearest import alike
from .progress import bar
from .vectors import vectors
from .words import WORD, Words, quoted, table, words

PASSAGES = {
    "article_a": "string", "start_a": "int64", "end_a": "int64",
    "article_b": "string", "start_b": "int64", "end_b": "int64", "text": "string", "quote": "bool",
}  # fmt: skip
PAIRS = {
    "article_a": "string", "article_b": "string", "similarity": "float64", "share_a": "float64", "share_b": "float64",
}  # fmt: skip
CONTENT = 5  # words of content a passage shares: “mit 80 Kilometern pro Stunde auf der A 2” is no copying
ALSO_CONTENT = 3  # where it is quoted, or the two articles share another passage, or it is LONG
LONG = 12  # words
OUTSIDE_QUOTE = 5  # words beyond the quoted ones that two outlets may share and still merely quote
MARK = ("⟨", "⟩")  # round the words that differ
KEPT, SPARED = 30, 20  # words shown at either end of a stretch that is the same on both sides; fewer are not left out
LEFT_OUT = " […] "


def passages(articles, *, quotes: pd.DataFrame | None = None, only: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row per passage two articles share, small edits allowed (a word dropped, a number changed, a clause moved).

    Columns article_a, start_a, end_a, article_b, start_b, end_b (offsets into each article's text), text (as it
    stands in a) and quote: true where both merely quote the same words, by the quotes table of a Corpus or the one
    given, else by the quotation marks. `only` limits it to the pairs of another table (article_a, article_b)."""
    quotes = getattr(articles, "quotes", None) if quotes is None else quotes
    articles = table(articles)
    texts, names = list(articles["text"]), list(articles["article_id"])
    found, spans = words(texts), quoted(articles, quotes)
    pairs = bar(
        align(found.numbers, None if only is None else _places(only, names)), "aligning", "pair", articles=len(names)
    )
    rows = [
        (names[a], a0, a1, names[b], b0, b1, texts[a][a0:a1], quote)
        for x, y, aligned in pairs
        for a, a0, a1, b, b0, b1, quote in _rows(x, y, aligned, found, spans)
    ]
    shared = pd.DataFrame(rows, columns=list(PASSAGES)).astype(PASSAGES)
    return shared.sort_values(["article_a", "article_b", "start_a", "start_b"], ignore_index=True)


def pairs(
    articles,
    threshold: float = 0.2,
    top: int | None = 10,
    *,
    mask: pd.DataFrame | bool | None = None,
    exact: bool | None = None,
) -> pd.DataFrame:
    """One row per pair of articles at least `threshold` alike and among the `top` most alike of either (None: all).

    Columns article_a, article_b, similarity (TF-IDF cosine, exact), share_a and share_b (share of each text, in
    characters, that also stands in the other), most alike first. `mask` is a quotes table whose direct quotes are left
    out of the similarity, or True: whatever stands in quotation marks is. `exact` finds every pair; False misses some
    three of a thousand, hardly alike ones that share no terms of weight, and takes little more than twice as long for
    twice as many articles; None is exact up to 50,000 articles. Of articles with a quarter copied one in twenty is less
    than 0.2 alike, where that is a small part of its source: `verdicts` knows it by its passages.

    Raises ValueError for a threshold outside 0 to 1."""
    names = table(articles)["article_id"].to_numpy()
    near = alike(vectors(articles, mask=mask), threshold, top, exact)
    near = pd.DataFrame(
        {"article_a": names[near["a"]], "article_b": names[near["b"]], "similarity": near["similarity"]}
    )
    return with_shares(near, articles, passages(articles, only=near))


def with_shares(near: pd.DataFrame, articles, shared: pd.DataFrame) -> pd.DataFrame:
    """A table of pairs with share_a and share_b added from their passages."""
    length = table(articles).set_index("article_id")["text"].str.len()
    for side in "ab":
        covered = _covered(shared, side)
        key = pd.MultiIndex.from_frame(near[["article_a", "article_b"]])
        characters = length.reindex(near[f"article_{side}"]).clip(lower=1).to_numpy(float)
        near[f"share_{side}"] = covered.reindex(key).fillna(0).to_numpy(float) / characters
    return near.astype({column: dtype for column, dtype in PAIRS.items() if column in near})


def side_by_side(passages: pd.DataFrame, articles, top: int | None = 10) -> pd.DataFrame:
    """One row per passage, longest first: article_a, text_a, article_b, text_b, with ⟨what differs⟩ marked in both and
    “[…]” for the middle of a long stretch that is the same."""
    text = table(articles).set_index("article_id")["text"]
    length = (passages["end_a"] - passages["start_a"]).rename("length")
    longest = passages.assign(length=length).sort_values(
        ["length", "article_a", "article_b", "start_a"], ascending=[False, True, True, True]
    )
    rows = []
    for row in longest.head(len(longest) if top is None else top).itertuples():
        left = text[row.article_a][row.start_a : row.end_a]
        right = text[row.article_b][row.start_b : row.end_b]
        marked_left, marked_right = _marked(left, right)
        rows.append((row.article_a, marked_left, row.article_b, marked_right))
    return pd.DataFrame(rows, columns=["article_a", "text_a", "article_b", "text_b"]).astype("string")


def html(side_by_side: pd.DataFrame) -> str:
    """The table of `side_by_side` as HTML, what differs in <mark>, everything from the articles escaped."""
    start, end = MARK
    cells = [
        "<tr>" + "".join(
            f"<td>{escape(str(cell)).replace(start, '<mark>').replace(end, '</mark>')}</td>" for cell in row
        ) + "</tr>"
        for row in side_by_side.itertuples(index=False)
    ]  # fmt: skip
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in side_by_side.columns)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(cells)}</tbody></table>"


def _places(only: pd.DataFrame, names: list[str]) -> set[tuple[int, int]]:
    place = {name: at for at, name in enumerate(names)}
    return {
        (min(place[a], place[b]), max(place[a], place[b]))
        for a, b in zip(only["article_a"], only["article_b"], strict=True)
    }


def _rows(a: int, b: int, aligned: list[Passage], found: Words, quotes: list[list[tuple[int, int]]]) -> Iterator[tuple]:
    """Of the aligned spans of two articles those that share enough: article, start, end of each side, merely quoted."""
    sides = [(slice(a0, a1), slice(b0, b1)) for a0, a1, b0, b1 in aligned]
    content = [_content(found.numbers[a][left], found.numbers[b][right], found) for left, right in sides]
    for (left, right), says in zip(sides, content, strict=True):
        quote = _merely_quoted(found, a, left, quotes[a]) and _merely_quoted(found, b, right, quotes[b])
        long = min(left.stop - left.start, right.stop - right.start) >= LONG
        if says >= (ALSO_CONTENT if quote or long or max(content) >= CONTENT else CONTENT):
            yield a, *_offsets(found, a, left), b, *_offsets(found, b, right), quote


def _offsets(found: Words, article: int, span: slice) -> tuple[int, int]:
    return int(found.starts[article][span.start]), int(found.ends[article][span.stop - 1])


def _content(left: np.ndarray, right: np.ndarray, found: Words) -> int:
    """How many different words, neither stop words nor numbers, stand in both."""
    return int(found.content[np.intersect1d(left, right)].sum())


def _merely_quoted(found: Words, article: int, span: slice, quotes: list[tuple[int, int]]) -> bool:
    """Whether at most OUTSIDE_QUOTE words of a passage, and less than a third of it, stand outside any quote."""
    starts, ends = found.starts[article][span], found.ends[article][span]
    inside = np.zeros(len(starts), bool)
    for start, end in quotes:
        inside |= (start <= starts) & (ends <= end)
    outside = (~inside).sum()
    return bool(outside <= OUTSIDE_QUOTE and outside < len(starts) / 3)


def _covered(shared: pd.DataFrame, side: str) -> pd.Series:
    """Characters of the articles on one side that passages cover, by pair; overlapping passages counted once."""
    start, end = f"start_{side}", f"end_{side}"
    shared = shared.sort_values(["article_a", "article_b", start, end])
    pair = [shared["article_a"], shared["article_b"]]
    reached = shared.groupby(["article_a", "article_b"])[end].cummax().groupby(pair).shift(fill_value=0)
    new = (shared[end] - np.maximum(shared[start], reached)).clip(lower=0)
    return new.groupby(pair).sum()


def _marked(left: str, right: str) -> tuple[str, str]:
    sides = [[(m.start(), m.end()) for m in WORD.finditer(text)] for text in (left, right)]
    forms = [[text[a:b].casefold() for a, b in spans] for text, spans in zip((left, right), sides, strict=True)]
    changes = [op for op in SequenceMatcher(None, *forms, autojunk=False).get_opcodes() if op[0] != "equal"]
    marked = [
        _mark(left, sides[0], [op[1:3] for op in changes]),
        _mark(right, sides[1], [op[3:5] for op in changes]),
    ]
    return marked[0], marked[1]


def _mark(text: str, spans: list[tuple[int, int]], changes: list[tuple[int, int]]) -> str:
    """The text with its changed words marked; the middle of a long stretch that is the same on both sides left out."""
    out, at, word = [], 0, 0
    for first, last in [*changes, (len(spans), len(spans))]:
        start = spans[first][0] if first < len(spans) else len(text)
        if first - word > 2 * KEPT + SPARED:
            out += [text[at : spans[word + KEPT - 1][1]], LEFT_OUT, text[spans[first - KEPT][0] : start]]
        else:
            out.append(text[at:start])
        at, word = start, last
        if first < last:
            at = spans[last - 1][1]
            out += [MARK[0], text[start:at], MARK[1]]
    return "".join(out)
