"""The same quantity side by side across articles: Corpus → one table of pairs, each with a verdict.

Two figures are taken for the same quantity when they count the same noun (by lemma, lexicon/same_counted.csv) or have
the same unit, and their sentences speak of the same thing: they share at least two content words, and the cosine of
these, weighted by rarity (TF-IDF over the sentences of all figures; Manning, Raghavan, Schütze 2008, chapter 6), passes
a threshold. What each claims is read as an interval: “mehr als 30” is everything above 30, “rund 30” is 30 ± 10 %.
"""

import re
from functools import lru_cache

import numpy as np
import pandas as pd
import simplemma
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from sklearn.feature_extraction.text import TfidfVectorizer
from spacy.lang.de.stop_words import STOP_WORDS

from .lexicon import rows
from .tables import Corpus

KINDS = ("count", "money", "percent", "measure", "duration")
SIMILAR = 0.18  # cosine of two sentences whose figures count the same noun
SIMILAR_UNIT = 0.4  # where only the unit is the same, the sentences must tell more
LEAST_SHARED = 2  # content words: one alone (“verletzt”) is no topic
TOGETHER = 0.3  # cosine from which two claims stand in one block of a chart
ABOUT = 0.1  # “rund 30” is 27 to 33
ROUNDED = 1000  # from here on, “1,2 Millionen” may stand for 1,234,567
VERDICTS = ("agree", "compatible", "contradict")
SIDE = ["article", "outlet", "start", "end", "text", "sentence", "value", "value_to", "bound", "speaker"]
COLUMNS = ["quantity", "topic", *(f"{name}_{side}" for side in "ab" for name in SIDE), "similarity", "ratio", "verdict"]
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?…](?=[“”\"»«]?\s+[„“\"»«]?[A-ZÄÖÜ0-9])|\n")
LONGEST = 400  # characters of a sentence looked at on either side of a figure


def compare(corpus: Corpus, *, similar: float = SIMILAR) -> pd.DataFrame:
    """One row per quantity and pair of articles that give it, contradictions first.

    quantity (lemma of the counted noun, else the unit) · topic (the rarest content words both sentences share) ·
    for each side a and b: article, outlet, start and end of the figure, text, sentence, value, value_to, bound,
    speaker (who asserts it, where it stands in a quote) · similarity (cosine of the sentences, 0–1) · ratio (greater
    value by smaller, NA where one is 0: a “compatible” 30 and 3000 deserves a look) · verdict:

    - `agree`: the same value (and upper value) with the same bound;
    - `compatible`: both can be true (“mehr als 30” and 35; 1,2 Millionen and 1,234,567);
    - `contradict`: no number satisfies both.

    Each figure of an article is paired with at most one of the other article, the one that fits best, so that two
    different counts of one noun are not set against each other when each has its match. `similar` is the least
    cosine."""
    claims = _claims(corpus)
    if claims.empty:
        return _typed(pd.DataFrame(columns=COLUMNS))
    vectors, names = _vectors(claims["words"])
    pairs = [pair for _, group in claims.groupby("key", sort=True) for pair in _pairs(group, vectors, similar)]
    found = pd.DataFrame([_row(claims, vectors, names, *pair) for pair in pairs], columns=COLUMNS)
    order = found["verdict"].map({"contradict": 0, "compatible": 1, "agree": 2})
    ties = ["quantity", "article_a", "start_a", "article_b", "start_b"]
    found = found.assign(order=order).sort_values(["order", *ties], ignore_index=True)
    return _typed(found.drop(columns="order"))


def blocks(compared: pd.DataFrame, *, similar: float = TOGETHER) -> pd.DataFrame:
    """One row per claim of the table of `compare`, the claims on one quantity together, the most claimed first; for
    `charts.figures`.

    quantity (its noun or unit, and the words its closest pair shares) · source (the outlet, else the article) · value
    · value_to · bound · text. Claims belong together where a chain of pairs with at least `similar` joins them."""
    near = compared[compared["similarity"] >= similar].sort_values("similarity", ascending=False, kind="stable")
    claims = pd.concat([_side(near, side) for side in "ab"]).drop_duplicates(["article", "start"])
    place = {(row.article, row.start): at for at, row in enumerate(claims.itertuples())}
    ends = [[place[key] for key in zip(near[f"article_{side}"], near[f"start_{side}"], strict=True)] for side in "ab"]
    graph = coo_array((np.ones(len(near)), ends), shape=(len(claims), len(claims)))
    claims["block"] = connected_components(graph, directed=False)[1] if len(claims) else []
    claims["source"] = claims["outlet"].fillna(claims["article"])
    claims["quantity"] = claims.groupby("block")["quantity"].transform("first")
    claims = claims.drop_duplicates(["block", "source", "value", "value_to", "bound"])  # title and body say the same
    claims["size"] = claims.groupby("block")["block"].transform("size")
    ties = ["size", "block", "value", "source", "article", "start"]
    ordered = claims.sort_values(ties, ascending=[False, *[True] * 5], ignore_index=True)
    return ordered[["quantity", "source", "value", "value_to", "bound", "text"]]


def _side(pairs: pd.DataFrame, side: str) -> pd.DataFrame:
    """The claims on one side of pairs, with what their quantity is called."""
    claims = pairs[[f"{name}_{side}" for name in SIDE]].set_axis(list(SIDE), axis=1)
    topic = pairs["topic"].where(pairs["topic"] != "", pd.NA)
    return claims.assign(quantity=(pairs["quantity"] + ": " + topic).fillna(pairs["quantity"]))


def verdict(a, b) -> str:
    """Whether two claims (rows with value, value_to, bound) agree, are compatible or contradict each other."""
    if (a.value, a.bound) == (b.value, b.bound) and _upper(a) == _upper(b):
        return "agree"
    (low_a, high_a), (low_b, high_b) = interval(a), interval(b)
    low, high = max(low_a, low_b), min(high_a, high_b)
    if low < high or (low == high and not any(_shuts_out(side, low) for side in (a, b))):
        return "compatible"
    exact = a.bound == b.bound == "exactly"
    return "compatible" if exact and (_rounds(a.value, b.value) or _rounds(b.value, a.value)) else "contradict"


def interval(claim) -> tuple[float, float]:
    """The least and greatest number that a claim allows."""
    value, upper = float(claim.value), _upper(claim)
    if claim.bound == "between" and upper is not None:
        return value, upper
    if claim.bound in ("more than", "at least"):
        return value, np.inf
    if claim.bound in ("less than", "at most"):
        return -np.inf, value
    margin = abs(value) * ABOUT if claim.bound == "about" else 0.0
    return value - margin, value + margin


def _shuts_out(claim, number: float) -> bool:
    return claim.bound in ("more than", "less than") and float(claim.value) == number


def _upper(claim) -> float | None:
    return None if pd.isna(claim.value_to) else float(claim.value_to)


def _rounds(short: float, full: float) -> bool:
    """Whether `short` is `full` rounded to fewer digits: 1,200,000 for 1,234,567; only in the thousands and above."""
    if min(short, full) < ROUNDED or short != int(short):
        return False
    digits = str(int(short))
    zeros = len(digits) - len(digits.rstrip("0"))
    return zeros > 0 and round(full, -zeros) == short


def _claims(corpus: Corpus) -> pd.DataFrame:
    """One row per figure that can be compared: what it counts (key), the words of its sentence, what it claims."""
    found = corpus.figures[corpus.figures["kind"].isin(KINDS) & corpus.figures["value"].notna()]
    articles = corpus.articles.set_index("article_id")
    texts, outlets = articles["text"].to_dict(), articles["outlet"].to_dict() if "outlet" in articles else {}
    names = _names(corpus)
    claims = []
    for row in found.itertuples(index=False):
        counted = None if pd.isna(row.counted) or row.kind == "duration" else noun(row.counted)
        unit = "" if pd.isna(row.unit) else row.unit
        if (counted is None and not unit) or row.text.lower().startswith(("beide ", "beiden ")):
            continue  # “26 sind dabei”: nobody knows of what
        first, last = sentence(texts[row.article_id], row.start, row.end)
        before, after = texts[row.article_id][first : row.start], texts[row.article_id][row.end : last]
        inside = {entity for start, entity in names.get(row.article_id, ()) if first <= start < last}
        claims.append(
            {
                "key": (row.kind, unit, counted or ""),
                "quantity": counted or unit,
                "words": sorted({*content(before), *content(after)} | inside),
                "article": row.article_id,
                "outlet": outlets.get(row.article_id, pd.NA),
                "sentence": texts[row.article_id][first:last].strip(),
                "speaker": row.speaker_entity,
                **{name: getattr(row, name) for name in ("start", "end", "text", "value", "value_to", "bound")},
            }
        )
    return pd.DataFrame(claims)


def _names(corpus: Corpus) -> dict[str, list[tuple[int, str]]]:
    names: dict[str, list[tuple[int, str]]] = {}
    for row in corpus.entities.itertuples(index=False):
        names.setdefault(row.article_id, []).append((row.start, row.entity))
    return names


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of the sentence round a figure."""
    floor = max(0, start - LONGEST)
    before = text[floor : start + 1]  # one character more: a sentence may begin with the figure
    first = max((match.end() for match in SENTENCE_END.finditer(before)), default=0) + floor
    after = SENTENCE_END.search(text[end : end + LONGEST])
    return first, end + (after.end() if after else len(text[end : end + LONGEST]))


@lru_cache(maxsize=65536)
def noun(counted: str) -> str:
    """What a counted noun is compared by: the lemma of its last word, or the noun it counts the same things as;
    “Soldatinnen und Soldaten” are Soldaten, “Männer und Frauen” people."""
    one, _, other = counted.partition(" und ")
    if other and not one.endswith("-"):
        if "innen" not in counted:
            return "Mensch"
        counted = min(one, other, key=len)
    lemma = simplemma.lemmatize(counted.split()[-1], lang="de")
    return {row["lemma"]: row["as"] for row in rows("same_counted")}.get(lemma, lemma)


def content(text: str) -> list[str]:
    """The lemmas of the nouns, names and long words of a text."""
    words = (word for word in WORD.findall(text) if len(word) > 5 or (word[0].isupper() and len(word) > 2))
    return [_lemma(word) for word in words if word.lower() not in STOP_WORDS]


@lru_cache(maxsize=65536)
def _lemma(word: str) -> str:
    return simplemma.lemmatize(word, lang="de")


def _vectors(words: pd.Series):
    """The sentences as rows of unit length, and the word of each column."""
    vectorizer = TfidfVectorizer(analyzer=list, sublinear_tf=True)
    if not any(len(row) for row in words):
        words = pd.Series([["—"]] * len(words))
    return vectorizer.fit_transform(words), vectorizer.get_feature_names_out()


def _pairs(group: pd.DataFrame, vectors, similar: float) -> list[tuple[int, int, float]]:
    """The figures of one noun or unit that are the same quantity, each matched at most once between two articles."""
    if group["article"].nunique() < 2:
        return []
    least = similar if group["key"].iloc[0][2] else max(similar, SIMILAR_UNIT)
    index = group.index.to_numpy()
    cosine = (vectors[index] @ vectors[index].T).tocoo()
    articles = group["article"].to_numpy()
    near = (cosine.row < cosine.col) & (cosine.data >= least) & (articles[cosine.row] != articles[cosine.col])
    candidates = []
    claims = list(group.itertuples(index=False))
    for i, j, value in zip(cosine.row[near], cosine.col[near], cosine.data[near], strict=True):
        if len(_shared(claims[i].words, claims[j].words)) < LEAST_SHARED:
            continue
        rank = VERDICTS.index(verdict(claims[i], claims[j]))
        candidates.append((rank, -round(float(value), 6), int(i), int(j)))
    taken, out = set(), []
    for _, value, i, j in sorted(candidates):
        sides = {(i, articles[j]), (j, articles[i])}
        if not sides & taken:
            taken |= sides
            out.append((int(index[i]), int(index[j]), -value))
    return out


def _shared(a: list[str], b: list[str]) -> list[str]:
    """The content words of both; a name counts once, not again for each of its words."""
    both = set(a) & set(b)
    parts = {part for name in both if " " in name for part in name.split()}
    return sorted(both - parts)


def _row(claims: pd.DataFrame, vectors, names, i: int, j: int, similarity: float) -> list:
    a, b = claims.loc[i], claims.loc[j]
    if (b["article"], b["start"]) < (a["article"], a["start"]):
        a, b = b, a
    shared = vectors[i].multiply(vectors[j]).tocoo()
    own = set(_shared(a["words"], b["words"]))
    rarest = [pair for pair in sorted(zip(-shared.data, names[shared.col], strict=True)) if pair[1] in own][:3]
    low, high = sorted((abs(a["value"]), abs(b["value"])))
    ratio = high / low if low else pd.NA
    topic = ", ".join(word for _, word in rarest)
    return [a["quantity"], topic, *(side[name] for side in (a, b) for name in SIDE), similarity, ratio, verdict(a, b)]


def _typed(found: pd.DataFrame) -> pd.DataFrame:
    floats = {"similarity", "ratio", *(f"{name}_{side}" for side in "ab" for name in ("value", "value_to"))}
    integers = {f"{name}_{side}" for side in "ab" for name in ("start", "end")}
    dtypes = {name: "Float64" if name in floats else "int64" if name in integers else "string" for name in COLUMNS}
    return found[COLUMNS].astype(dtypes)
