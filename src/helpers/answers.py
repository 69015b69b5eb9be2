"""Each notebook's question answered in a sentence or two, computed from its tables. Small tables → English text.

Every sentence is true of any folder: of one article, of a thousand, and of tables that are empty. Names stand as the
articles give them, in plain text; whoever shows an answer escapes it (`showing.say` does).
"""

import pandas as pd

from .countries import name_of
from .quoted import speaker
from .tables import Corpus

NAMED = 3  # names a list holds before “and 4 others”
FIRM = ("delivered", "pledged")


def article(corpus: Corpus, article_id: str) -> str:
    """What one article holds: words, who is quoted, figures, names, states that commit themselves."""
    found = {name: table[table["article_id"] == article_id] for name, table in corpus.tables().items()}
    about, quotes, statements = found["articles"].iloc[0], found["quotes"], found["commitments"]
    direct = (quotes["kind"] == "direct").sum()
    speakers = _ranked(speaker(quotes))
    states = _ranked(statements["country"].map(_state, na_action="ignore"))
    outlet = "" if pd.isna(about["outlet"]) else f" of {about['outlet']}"
    stated = f"says what {_listed(states, 'unnamed groups')} did or will do"
    return (
        f"The article {article_id}{outlet} has {_count(len(about['text'].split()), 'word')}. "
        f"Quoted are {_listed(speakers, 'no named persons')}: {_count(direct, 'quote')} in their own words, "
        f"{_count(len(quotes) - direct, 'statement')} reported. It gives {_count(len(found['figures']), 'figure')} and "
        f"{stated if len(statements) else 'says nothing of what states did or will do'}. "
        f"Named most are {_listed(_ranked(found['entities']['entity']), 'no names')}."
    )


def overlap(verdicts: pd.DataFrame, stories: pd.DataFrame) -> str:
    """How many independent stories there are, how many articles copy, and the closest pair; from `overlap.verdicts`
    and `overlap.stories`."""
    articles = len(stories)
    if articles < 2:
        return f"With {_count(articles, 'article')} there is nothing to compare."
    told = f"{articles} articles tell {_count(stories['story'].nunique(), 'independent story', 'independent stories')}."
    copies = verdicts[verdicts["verdict"].isin(["agency copy", "copied with edits"])]
    if copies.empty:
        return f"{told} None shares more with another than phrases and quotations."
    copying = pd.concat([copies["article_a"], copies["article_b"]]).nunique()
    closest = copies.assign(share=copies[["share_a", "share_b"]].max(axis=1))
    closest = closest.sort_values(["share", "article_a", "article_b"], ascending=[False, True, True]).iloc[0]
    whole = closest["article_a"] if closest["share_a"] >= closest["share_b"] else closest["article_b"]
    other = closest["article_b"] if whole == closest["article_a"] else closest["article_a"]
    return (
        f"{told} {copying} of them share passages with another that are more than a quotation; "
        f"the closest are {whole} and {other}: {closest['share']:.0%} of {whole} also stands in {other}."
    )


def mentions(counts: pd.DataFrame) -> str:
    """Which people, states and organisations are named most, from `mentions.count(corpus, by=None)`."""
    groups = {"People": ["person"], "States": ["country", "nationality"], "Organisations": ["organisation"]}
    total = {
        group: counts[counts["kind"].isin(kinds)].groupby("entity")["mentions"].sum() for group, kinds in groups.items()
    }
    parts = [
        f"{group} named most: {_listed(_sorted(named), counted=True)}." for group, named in total.items() if len(named)
    ]
    return " ".join(parts) or "No person, state or organisation is named."


def commitments(cells: pd.DataFrame) -> str:
    """What states firmly promise and refuse, and where sources disagree or time has changed it; from
    `commitments.matrix`."""
    if cells.empty:
        return "No article says that a named state has done, will, may or won't do something of this kind."
    firm, refused = cells[cells["stance"].isin(FIRM)], cells[cells["stance"] == "ruled out"]
    parts = [
        f"{_count(cells['country'].nunique(), 'state')}, {_count(cells['measure'].nunique(), 'measure')}, "
        f"{_count(len(cells), 'cell')}.",
        f"Delivered or pledged: {_cells(firm)}.",
        f"Ruled out: {_cells(refused)}.",
        f"Sources disagree on {_cells(cells[cells['disagree']])}." if cells["disagree"].any() else "",
        f"Changed in the course of the reports: {_cells(cells[cells['changed']])}." if cells["changed"].any() else "",
    ]
    return " ".join(filter(None, parts))


def quotes(speakers: pd.DataFrame, variants: pd.DataFrame, unnamed: pd.DataFrame) -> str:
    """Who is heard most, how much of it verbatim, which quotations travel; from `quoted.speakers(corpus, by=None)`,
    `quoted.variants` and `quoted.unnamed`."""
    if speakers.empty and unnamed.empty:
        return "Nobody is quoted."
    parts = []
    if len(speakers):
        first = speakers.iloc[0]
        words = first["direct_words"] + first["indirect_words"]
        parts.append(
            f"Heard most: {first['speaker']}, {_count(words, 'word')} in {_count(first['articles'], 'article')}, "
            f"{first['direct_words'] / words:.0%} of them verbatim."
        )
    changed = variants.loc[variants["variant"].isin(["truncated", "altered"]), "quotation"].nunique()
    if len(variants):
        travels = _count(variants["quotation"].nunique(), "quotation stands", "quotations stand")
        parts.append(f"{travels} in more than one article, {changed} of them shortened or changed somewhere.")
    parts.append(f"{_count(len(unnamed), 'statement has', 'statements have')} no named speaker.")
    return " ".join(parts)


def figures(compared: pd.DataFrame) -> str:
    """How far figures of different articles agree, and which contradict most clearly; from `quantities.compare`."""
    if compared.empty:
        return "No two articles give a figure for the same thing."
    number = compared["verdict"].value_counts()
    lead = (
        f"{_count(len(compared), 'pair')} of figures from different articles seem to tell of the same thing: "
        f"{number.get('agree', 0)} agree, {number.get('compatible', 0)} are compatible, "
        f"{number.get('contradict', 0)} contradict each other"
    )
    against = compared[compared["verdict"] == "contradict"].sort_values("similarity", ascending=False, kind="stable")
    if against.empty:
        return f"{lead}."
    one, other = (f"“{against[f'text_{side}'].iloc[0]}” ({against[f'article_{side}'].iloc[0]})" for side in "ab")
    return f"{lead}, most likely {one} and {other}."


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _ranked(names: pd.Series) -> pd.Series:
    """Name → how often, the most frequent first, ties by name."""
    return _sorted(names.dropna().value_counts())


def _sorted(counts: pd.Series) -> pd.Series:
    return counts.sort_index().sort_values(ascending=False, kind="stable")


def _listed(ranked: pd.Series, none: str = "none", *, counted: bool = False) -> str:
    """“A, B, C and 4 others”; with `counted`, “A (12), B (9) …”."""
    names = [f"{name} ({number:,})" if counted else str(name) for name, number in ranked.items()]
    return _and(names[:NAMED], len(names) - NAMED) or none


def _cells(cells: pd.DataFrame) -> str:
    """“Polen (troops), USA (troops) and 3 others”, or “nothing”."""
    names = [f"{_state(row.country)} ({row.measure})" for row in cells.itertuples()]
    return _and(names[: 2 * NAMED], len(names) - 2 * NAMED) or "nothing"


def _and(names: list[str], left: int) -> str:
    if left > 0:
        return f"{', '.join(names)} and {_count(left, 'other')}"
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _state(code) -> str:
    return "unnamed groups" if pd.isna(code) else name_of(code) or code
