"""German text → words with offsets, and the terms TF-IDF counts. str → lists.

A term is a lower-case lemma (simplemma) that is no stop word (spaCy's German list). A compound keeps its own term and
counts for its parts too, so that “Sicherheitsgarantien” meets “Garantie”: parts at a hyphen always, closed compounds
where both parts are terms of the same corpus (Koehn and Knight 2003, “Empirical Methods for Compound Splitting”).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd
import simplemma
from scipy import sparse
from spacy.lang.de.stop_words import STOP_WORDS

from .progress import bar

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
DIGITS, NUMBER = re.compile(r"\d+"), "0"
QUOTED = re.compile(r"„[^„“”\"]*[“”\"]|»[^»«]*«|«[^»«]*»|“[^„“”\"]*”|\"[^\"\n]*\"")
MINIMUM_PART = 4  # letters: shorter parts (“ein”, “ab”, “bar”) split words that are no compounds
LONGEST_WORD = 60  # letters: what is longer is no word, and is neither lemmatised nor split
LINKS = ("", "s", "es", "n", "en", "er", "e")  # linking elements between the parts of a compound


def table(source) -> pd.DataFrame:
    """The articles of a Corpus or the articles table itself; raises KeyError naming the column that is missing."""
    articles = getattr(source, "articles", source)
    for column in ("article_id", "text"):
        if column not in articles:
            raise KeyError(f"the articles table has no column {column!r}")
    return articles


def quoted(articles: pd.DataFrame, quotes: pd.DataFrame | None) -> list[list[tuple[int, int]]]:
    """Per article, the offsets of its direct quotes: those of the quotes table where one is given, else whatever
    stands between a pair of quotation marks."""
    if quotes is None:
        return [[match.span() for match in QUOTED.finditer(text)] for text in articles["text"]]
    direct = quotes[quotes["kind"] == "direct"].groupby("article_id")
    spans = {article: list(zip(rows["start"], rows["end"], strict=True)) for article, rows in direct}
    return [spans.get(article, []) for article in articles["article_id"]]


def masked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with spans blanked, every other character at its place."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


@dataclass
class Words:
    """The words of many texts: per text the number of each word's form, its start and its end; what each form is."""

    numbers: list[np.ndarray]
    starts: list[np.ndarray]
    ends: list[np.ndarray]
    content: np.ndarray  # by number: neither a stop word nor a number


def words(texts: list[str]) -> Words:
    """Every word by the number of its folded form; digits count as one form, so that a changed number still aligns."""
    number: dict[str, int] = {}  # of a form
    known: dict[str, int] = {}  # of a word as written
    found = Words([], [], [], np.array([], bool))
    for text in bar(texts, "reading words", "article", articles=len(texts)):
        matches = list(WORD.finditer(text))
        written = [match.group() for match in matches]
        for word in written:
            if word not in known:
                known[word] = number.setdefault(DIGITS.sub(NUMBER, word).casefold(), len(number))
        spans = np.array([match.span() for match in matches], np.int32).reshape(-1, 2)
        found.numbers.append(np.array([known[word] for word in written], np.int32))
        found.starts.append(spans[:, 0].copy())
        found.ends.append(spans[:, 1].copy())
    found.content = np.array([form not in STOP_WORDS and form[0] != NUMBER for form in number], bool)
    return found


def terms(text: str) -> list[str]:
    """The terms of a text in reading order, hyphenated compounds followed by their parts."""
    return [term for match in WORD.finditer(text) for term in lemmas(match.group())]


@lru_cache(maxsize=2**18)
def lemmas(word: str) -> tuple[str, ...]:
    """The terms of one word: none for a stop word, several for a word with hyphens."""
    if word.casefold() in STOP_WORDS:
        return ()
    *first, last = word.split("-")
    parts = [*first, simplemma.lemmatize(last, lang="de") if len(last) <= LONGEST_WORD else last]
    folded = [part.casefold() for part in parts]
    found = ["-".join(folded)] + (folded if first else [])
    return tuple(term for term in found if len(term) > 1 and term not in STOP_WORDS)


def compounds(vocabulary: list[str], counts: np.ndarray) -> sparse.csr_array:
    """A term × term matrix that is 1 where the column is a part of the compound in the row."""
    place = {term: column for column, term in enumerate(vocabulary)}
    found = [(row, place[part]) for row, term in enumerate(vocabulary) for part in _parts(term, place, counts)]
    rows, columns = zip(*found, strict=True) if found else ((), ())
    shape = (len(vocabulary), len(vocabulary))
    return sparse.csr_array((np.ones(len(found)), (np.array(rows, int), np.array(columns, int))), shape=shape)


def _parts(term: str, place: dict[str, int], counts: np.ndarray) -> tuple[str, ...]:
    """The two parts of a closed compound whose rarer part is most frequent, or nothing."""
    if not 2 * MINIMUM_PART <= len(term) <= LONGEST_WORD or not term.isalpha():
        return ()
    best, parts = 0, ()
    for cut in range(MINIMUM_PART, len(term) - MINIMUM_PART + 1):
        if term[cut:] not in place:
            continue
        for link in LINKS:
            first = term[: cut - len(link)]
            if term[:cut].endswith(link) and len(first) >= MINIMUM_PART and first in place:
                seen = min(counts[place[first]], counts[place[term[cut:]]])
                if seen > best:
                    best, parts = seen, (first, term[cut:])
    return parts
