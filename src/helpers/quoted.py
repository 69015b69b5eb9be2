"""Who is quoted how, and where one quotation stands in several articles. Corpus → small tables.

`speakers` weighs direct against reported words, `variants` sets the same quotation from several articles side by side
and says what each left out or changed, `unnamed` lists statements nobody is named for.
"""

import re
from collections import defaultdict
from difflib import SequenceMatcher
from itertools import combinations

import pandas as pd

from . import lexicon
from .countries import country_of
from .grammar.morphology import lemma
from .grammar.words import PERSONAL_PRONOUNS
from .tables import Corpus

WORD = re.compile(r"\w+(?:[-'’]\w+)*")
POSSESSIVE = r"(?:sein|ihr|eigen|mein|unser)(?:e[mnrs]?)?"
ARTICLE = re.compile(r"(?i:d(?:er|ie|as|em|en))\s+(?=\S)")
BARE_SOURCE = re.compile(r"(?:([^\W\d_]+e[mnrs]?)\s+)?([^\W\d_]+)")  # “inoffiziellen Angaben”
SEED = 3  # words two quotations must have in a row to be compared at all
SHARED = 0.7  # of the shorter quotation's words that must stand in the longer one, in this order
REPEATED = 200  # quotations with one seed: more is a formula (“es ist nicht so”), not one statement
SPEAKERS = ["direct_words", "indirect_words", "direct_quotes", "indirect_quotes", "articles"]
VARIANTS = ["quotation", "article_id", "outlet", "published", "speaker_entity", "text", "variant", "difference"]
UNNAMED = ["article_id", "outlet", "start", "kind", "cue", "rule", "text"]


def speakers(corpus: Corpus, *, by: str | None = "outlet") -> pd.DataFrame:
    """One row per speaker and `by` (`outlet`, `article_id`; None for speakers alone): words said directly and
    indirectly, number of quotes of each kind, articles. Most words first; quotes of nobody known are left out (see
    `unnamed`)."""
    quotes = _with_outlets(corpus)
    quotes["speaker"] = speaker(quotes)
    quotes["words"] = [len(WORD.findall(text)) for text in quotes["text"]]
    keys = ["speaker"] + ([by] if by else [])
    quotes = quotes.dropna(subset=["speaker"])
    groups = quotes.groupby(keys, dropna=False, sort=True)
    out = groups["article_id"].nunique().rename("articles").to_frame()
    for kind in ("direct", "indirect"):
        of_kind = quotes[quotes["kind"] == kind].groupby(keys, dropna=False)
        out[f"{kind}_words"] = of_kind["words"].sum()
        out[f"{kind}_quotes"] = of_kind.size()
    out = out[SPEAKERS].fillna(0).astype("int64").reset_index()
    total = out["direct_words"] + out["indirect_words"]
    return out.iloc[(-total).argsort(kind="stable")].reset_index(drop=True)


def speaker(quotes: pd.DataFrame) -> pd.Series:
    """Who each quote belongs to: the entity where it is known, else the naming in the text, in one spelling (“Das
    Gericht” is “das Gericht”); NA for a naming that only points (“er”, “seiner Ansicht”) where it is not known to whom,
    and for one that names nobody (“inoffiziellen Angaben”)."""
    first = quotes["speaker"].str.lower().str.split(n=1).str[0]
    pronoun = quotes["speaker"].str.lower().isin(PERSONAL_PRONOUNS)
    nobody = quotes["speaker"].map(_names_nobody, na_action="ignore").eq(True)
    phrases = quotes["speaker"].mask(pronoun | first.str.fullmatch(POSSESSIVE) | nobody)
    return quotes["speaker_entity"].fillna(_in_one_spelling(phrases))


def _names_nobody(phrase: str) -> bool:
    """Whether a phrase says only that somebody said it: a word for statements, no owner behind it, no state before.
    “Der Bericht”, with its article, is one that was named before."""
    bare = BARE_SOURCE.fullmatch(ARTICLE.sub("", phrase, count=1))
    free = {"after_nach": "free"} if ARTICLE.match(phrase) else {}
    statements = lexicon.words("source_nouns", "noun", compounds="yes", **free)
    return bare is not None and lemma(bare[2]) in statements and country_of(bare[1] or "") is None


def _in_one_spelling(phrases: pd.Series) -> pd.Series:
    """Phrases that differ by their definite article alone become the most frequent of them, its article in lower
    case."""
    bare = phrases.str.replace(rf"^{ARTICLE.pattern}", "", regex=True).str.casefold()
    spelled = phrases.mask(phrases.str.match(ARTICLE), phrases.str[:1].str.lower() + phrases.str[1:])
    return spelled.groupby(bare).transform(lambda same: same.mode().iloc[0])


def unnamed(corpus: Corpus) -> pd.DataFrame:
    """One row per quote of which the article does not say whose it is (or only “er”, “sie”), in reading order."""
    quotes = _with_outlets(corpus)
    return quotes.loc[speaker(quotes).isna(), UNNAMED].reset_index(drop=True)


def variants(corpus: Corpus, *, across: str = "article_id") -> pd.DataFrame:
    """One row per direct quote that stands in more than one article (or `across="outlet"`), grouped by `quotation`:
    numbered from 1, most often printed first, the fullest wording first within each.

    `variant` is `fullest`, `same`, `truncated` (words left out, none changed) or `altered` (other words, or another
    order); `difference` says which words, against the fullest. Two quotes are one quotation when at least 70 % of the
    shorter one's words stand in the longer one in the same order (longest matching blocks, Ratcliff and Obershelp),
    they share three words in a row, and no two known speakers stand against each other."""
    quotes = _with_outlets(corpus)
    quotes = quotes[quotes["kind"] == "direct"].reset_index(drop=True)
    words = [_folded(WORD.findall(text)) for text in quotes["text"]]
    groups = _joined(len(quotes), _matches(words, quotes["speaker_entity"].fillna("").tolist()))
    groups = [group for group in groups if quotes.loc[group, across].nunique() > 1]
    groups.sort(key=lambda group: (-quotes.loc[group, across].nunique(), group))
    rows = []
    for number, group in enumerate(groups, 1):
        group = sorted(group, key=lambda i: (-len(words[i]), i))
        fullest = quotes.loc[group[0], "text"]
        for i in group:
            variant, difference = ("fullest", None) if i == group[0] else _compare(fullest, quotes.loc[i, "text"])
            rows.append({**quotes.loc[i], "quotation": number, "variant": variant, "difference": difference})
    types = {"quotation": "int64", "variant": "string", "difference": "string"}
    return pd.DataFrame(rows, columns=VARIANTS).astype(types | {name: quotes[name].dtype for name in VARIANTS[1:6]})


def _with_outlets(corpus: Corpus) -> pd.DataFrame:
    return corpus.quotes.merge(corpus.articles[["article_id", "outlet", "published"]], on="article_id", how="left")


def _folded(words: list[str]) -> list[str]:
    return [word.casefold() for word in words]


def _matches(words: list[list[str]], speakers: list[str]):
    """Pairs of quotes that are one quotation; only those that share a run of words are looked at."""
    seeds = defaultdict(set)
    for i, quote in enumerate(words):
        for start in range(len(quote) - SEED + 1):
            seeds[tuple(quote[start : start + SEED])].add(i)
    pairs = {pair for found in seeds.values() if len(found) <= REPEATED for pair in combinations(sorted(found), 2)}
    for a, b in sorted(pairs):
        rivals = speakers[a] and speakers[b] and speakers[a] != speakers[b]
        if not rivals and _kept(words[a], words[b]) >= SHARED * min(len(words[a]), len(words[b])):
            yield a, b


def _kept(a: list[str], b: list[str]) -> int:
    """How many words stand in both, in the same order."""
    return sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())


def _joined(size: int, pairs) -> list[list[int]]:
    """The numbers below `size`, those that pairs join together in one list each."""
    group_of = {i: [i] for i in range(size)}
    for a, b in pairs:
        if group_of[a] is not group_of[b]:
            group_of[a].extend(group_of[b])
            for i in group_of[b]:
                group_of[i] = group_of[a]
    return [sorted(group) for first, group in group_of.items() if first == min(group)]


def _compare(fullest: str, other: str) -> tuple[str, str | None]:
    """How the other wording differs from the fullest one, and in which words."""
    a, b = WORD.findall(fullest), WORD.findall(other)
    steps = SequenceMatcher(None, _folded(a), _folded(b), autojunk=False).get_opcodes()
    changes = [
        {
            "delete": f"without “{' '.join(a[i:j])}”",
            "insert": f"with “{' '.join(b[k:m])}”",
            "replace": f"“{' '.join(b[k:m])}” for “{' '.join(a[i:j])}”",
        }[step]
        for step, i, j, k, m in steps
        if step != "equal"
    ]
    kinds = {step for step, *_ in steps} - {"equal"}
    variant = "same" if not kinds else "truncated" if kinds == {"delete"} else "altered"
    return variant, "; ".join(changes) or None
