"""German grammar without a parser: words, clauses, predicates, noun phrases, subjects. Doc → Analysis.

Rules by word form and position (the field model of the German sentence), fast and the same on every machine.
Extractors build on it instead of on regular expressions:

    >>> from helpers.grammar import analyse, predicate, subject
    >>> doc = nlp("Frankreich kündigte an, 2000 Soldaten in die Ukraine zu entsenden, sobald der Krieg
    endet.")
    >>> for sentence in analyse(doc):
    ...     for clause in sentence.clauses:
    ...         print(clause.kind, predicate(clause).lemma, clause.governor)
    main ankündigen None
    infinitive entsenden <main: Frankreich kündigte an>
    subordinate enden <infinitive: 2000 Soldaten zu entsenden>
    >>> sentence = analyse(doc).sentences[0]
    >>> span_of(doc, sentence, subject(sentence.clauses[0]))
    Frankreich

- `analyse(doc)`: `Analysis`; `.sentences` are the outer sentences (a whole direct quotation is one `Word`
  with `quotation` set), `.quoted` the sentences inside those quotations, iterating gives both. Computed once
  per Doc.
- `Sentence`: `words`, `clauses`, `whole`/`partial` quotations, `within` (the quotation it was said in).
- `Clause`: `kind` (MAIN, VERB_FIRST, SUBORDINATE, RELATIVE, INFINITIVE_CLAUSE, FRAGMENT, QUOTATION), `first`
  (its conjunction), `finite` (word numbers), `subjunctive`, `verb_final`, `governor` (the clause it hangs
  on), `words`, `tokens()` (its range in the Doc).
- `predicate(clause)`: `Predicate` with `lemma` (separable particle joined), `tense`, `mood`, `modal`,
  `passive`.
- `subject(clause)`: `Phrase` (word numbers) or None; `noun_phrase(sentence, start, limit)` reads any other
  phrase.
- `span_of(doc, sentence, phrase)`: the Span of a range of words.
- `lemma(word)`, `form(word)`: morphology of one word.
"""

from spacy.tokens import Doc, Span

from .analysis import Analysis, analyse
from .marks import Quotation, pair_marks
from .model import (
    FRAGMENT,
    INFINITIVE_CLAUSE,
    MAIN,
    QUOTATION,
    RELATIVE,
    SUBORDINATE,
    VERB_FIRST,
    Clause,
    Sentence,
    Word,
)
from .morphology import form, lemma
from .phrases import Phrase, noun_phrase
from .subjects import subject
from .verbs import Predicate, predicate, verb_lemma

__all__ = [
    "FRAGMENT", "INFINITIVE_CLAUSE", "MAIN", "QUOTATION", "RELATIVE", "SUBORDINATE", "VERB_FIRST",
    "Analysis", "Clause", "Phrase", "Predicate", "Quotation", "Sentence", "Word",
    "analyse", "form", "lemma", "noun_phrase", "pair_marks", "predicate", "span_of", "subject", "verb_lemma",
]  # fmt: skip


def span_of(doc: Doc, sentence: Sentence, phrase: tuple[int, int] | None) -> Span | None:
    """The Span of words `start` to `end` (exclusive) of a sentence; None for None or an empty range."""
    if phrase is None or phrase[0] >= phrase[1]:
        return None
    return doc[sentence.words[phrase[0]].first_token : sentence.words[phrase[1] - 1].last_token + 1]
