"""Each notebook's question answered in a sentence or two, computed from its tables. Small tables → text.

Every sentence is true of any folder: of one article, of a thousand, and of tables that are empty. Names stand as the
articles give them, in plain text; whoever shows an answer escapes it (`showing.say` does). Every function takes
`language` (en or de; by default $HELPERS_LANGUAGE, else en); the words stand in answers.csv.
"""

import pandas as pd

from . import wording
from .quoted import speaker
from .tables import Corpus
from .wording import Words, chosen

WORDS = Words(__package__, "answers.csv")
NAMED = 3  # names a list holds before “and 4 others”
FIRM = ("delivered", "pledged")
KINDS = {"person": ["person"], "state": ["country", "nationality"], "organisation": ["organisation"]}


def articles(corpus: Corpus, *, language: str | None = None) -> str:
    """How many articles of how many outlets and days, what was found in them, and how many files were left out."""
    language, table = chosen(language), corpus.articles
    days, count = table["published"].dropna(), {"n": len(table), "outlets": outlets(corpus, language=language)}
    if days.empty:
        said = [WORDS(language, "undated", **count)]
    else:
        first, last = (wording.day(date, language) for date in (days.min(), days.max()))
        period = first if first == last else WORDS(language, "period", first=first, last=last)
        form = "articles" if len(days) == len(table) else "some_dated"
        said = [WORDS(language, form, **count, dated=len(days), period=period)]
    said.append(
        WORDS(
            language,
            "found",
            n=len(corpus.quotes),
            direct=int((corpus.quotes["kind"] == "direct").sum()),
            figures=len(corpus.figures),
            commitments=len(corpus.commitments),
        )
    )
    if skipped := table.attrs.get("skipped"):
        said.append(WORDS(language, "left_out", n=len(skipped)))
    return " ".join(said)


def outlets(corpus: Corpus, *, language: str | None = None) -> str:
    """“4 outlets”, in words that also hold for one or none."""
    number = corpus.articles["outlet"].nunique()
    return WORDS(chosen(language), "outlets", n=number) if number else WORDS(chosen(language), "outlets_none")


def article(corpus: Corpus, article_id: str, *, language: str | None = None) -> str:
    """What one article holds: words, who is quoted, figures, names, states that commit themselves."""
    language = chosen(language)
    found = {name: table[table["article_id"] == article_id] for name, table in corpus.tables().items()}
    quotes, statements, names = found["quotes"], found["commitments"], found["entities"]["entity"]
    direct = int((quotes["kind"] == "direct").sum())
    speakers = _listed(_ranked(speaker(quotes)), language)
    form = "quotes" if speakers else "quotes_nobody" if len(quotes) else "quotes_nothing"
    called = _called(article_id, found["articles"], language)
    states = _ranked(statements["country"].dropna().map(lambda code: wording.country(code, language)))
    said = [
        WORDS(
            language,
            "length",
            n=len(found["articles"]["text"].iloc[0].split()),
            article=WORDS(language, "the_article", article=called),
        ),
        WORDS(language, form, speakers=speakers, direct=direct, indirect=len(quotes) - direct),
        WORDS(language, "figures_given", n=len(found["figures"])),
        WORDS(
            language,
            "commits" if len(statements) else "commits_nothing",
            states=_listed(states, language) or WORDS(language, "groups"),
        ),
        WORDS(language, "named" if len(names) else "named_nobody", names=_listed(_ranked(names), language)),
    ]
    return " ".join(said)


def overlap(
    verdicts: pd.DataFrame,
    stories: pd.DataFrame,
    articles: pd.DataFrame | None = None,
    *,
    language: str | None = None,
) -> str:
    """How many independent stories there are, how many articles copy, and the closest pair; from `overlap.verdicts`
    and `overlap.stories`. With `articles`, the pair is called by title and outlet."""
    language = chosen(language)
    if len(stories) < 2:
        return WORDS(language, "alone")
    told = WORDS(language, "stories", n=stories["story"].nunique(), articles=len(stories))
    copies = verdicts[verdicts["verdict"].isin(["agency copy", "copied with edits"])]
    if copies.empty:
        return f"{told} {WORDS(language, 'no_copies')}"
    copying = pd.concat([copies["article_a"], copies["article_b"]]).nunique()
    closest = copies.assign(share=copies[["share_a", "share_b"]].max(axis=1))
    closest = closest.sort_values(["share", "article_a", "article_b"], ascending=[False, True, True]).iloc[0]
    pair = closest["article_a"], closest["article_b"]
    whole, other = pair if closest["share_a"] >= closest["share_b"] else reversed(pair)
    share = wording.percent(closest["share"], language)
    whole, other = (_called(name, articles, language) for name in (whole, other))
    copied = WORDS(language, "copies", n=copying)
    return f"{told} {copied} {WORDS(language, 'closest', share=share, whole=whole, other=other)}"


def mentions(counts: pd.DataFrame, *, language: str | None = None) -> str:
    """Which people, states and organisations are named most, from `mentions.count(corpus, by=None)`."""
    language = chosen(language)
    total = {
        group: counts[counts["kind"].isin(kinds)].groupby("entity")["mentions"].sum() for group, kinds in KINDS.items()
    }
    parts = [
        WORDS(language, group, names=_listed(_sorted(named), language, counted=True))
        for group, named in total.items()
        if len(named)
    ]
    return " ".join(parts) or WORDS(language, "nobody_named")


def commitments(cells: pd.DataFrame, *, language: str | None = None) -> str:
    """What states firmly promise and refuse, and where sources disagree or time has changed it; from
    `commitments.matrix`."""
    language = chosen(language)
    if cells.empty:
        return WORDS(language, "no_cells")
    some = {
        "firm": cells["stance"].isin(FIRM),
        "refused": cells["stance"] == "ruled out",
        "disagree": cells["disagree"],
        "changed": cells["changed"],
    }
    size = [
        WORDS(language, name, n=cells[of].nunique()) for name, of in (("states", "country"), ("measures", "measure"))
    ]
    said = [
        WORDS(language, name, cells=_cells(cells[rows], language))
        for name, rows in some.items()
        if rows.any() or name in ("firm", "refused")
    ]
    lead = ", ".join(size)
    return " ".join([f"{lead[0].upper()}{lead[1:]}.", *said])


def quotes(
    speakers: pd.DataFrame, variants: pd.DataFrame, unnamed: pd.DataFrame, *, language: str | None = None
) -> str:
    """Who is heard most, how much of it verbatim, which quotations travel; from `quoted.speakers(corpus, by=None)`,
    `quoted.variants` and `quoted.unnamed`."""
    language = chosen(language)
    if speakers.empty and unnamed.empty:
        return WORDS(language, "nobody_quoted")
    parts = []
    if len(speakers):
        first = speakers.iloc[0]
        total = first["direct_words"] + first["indirect_words"]
        parts.append(
            WORDS(
                language,
                "heard",
                speaker=first["speaker"],
                words=WORDS(language, "words", n=total),
                articles=WORDS(language, "in_articles", n=first["articles"]),
                share=wording.percent(first["direct_words"] / total if total else 0, language),
            )
        )
    if len(variants):
        changed = variants.loc[variants["variant"].isin(["truncated", "altered"]), "quotation"].nunique()
        parts.append(WORDS(language, "travel", n=variants["quotation"].nunique(), changed=changed))
    parts.append(WORDS(language, "unnamed", n=len(unnamed)) if len(unnamed) else WORDS(language, "all_named"))
    return " ".join(parts)


def figures(compared: pd.DataFrame, articles: pd.DataFrame | None = None, *, language: str | None = None) -> str:
    """How far figures of different articles agree, and which contradict most clearly; from `quantities.compare`. With
    `articles`, theirs are called by title and outlet."""
    language = chosen(language)
    if compared.empty:
        return WORDS(language, "no_pairs")
    counts = {name: int((compared["verdict"] == name).sum()) for name in ("agree", "compatible", "contradict")}
    lead = WORDS(language, "pairs", n=len(compared), **counts)
    against = compared[compared["verdict"] == "contradict"].sort_values("similarity", ascending=False, kind="stable")
    if against.empty:
        return lead
    first = against.iloc[0]
    one, other = (_called(first[f"article_{side}"], articles, language) for side in "ab")
    pair = {"one": first["text_a"], "article": one, "other": first["text_b"], "article_other": other}
    return f"{lead} {WORDS(language, 'against', **pair)}"


def _called(article_id: str, articles: pd.DataFrame | None, language: str) -> str:
    """An article as a reader knows it: “title” (outlet), by its id only where it has no title."""
    found = None if articles is None else articles[articles["article_id"] == article_id]
    if found is None or found.empty:
        return str(article_id)
    title, outlet = found["title"].iloc[0], found["outlet"].iloc[0]
    title = article_id if pd.isna(title) else title
    return WORDS(language, "title" if pd.isna(outlet) else "title_in_outlet", title=title, outlet=outlet)


def _ranked(names: pd.Series) -> pd.Series:
    """Name → how often, the most frequent first, ties by name."""
    return _sorted(names.dropna().value_counts())


def _sorted(counts: pd.Series) -> pd.Series:
    return counts.sort_index().sort_values(ascending=False, kind="stable")


def _listed(ranked: pd.Series, language: str, *, counted: bool = False) -> str:
    """“A, B, C and 4 others”; with `counted`, “A (12), B (9) …”."""
    names = [WORDS(language, "counted", n=n, name=name) if counted else str(name) for name, n in ranked.items()]
    return _first(names, NAMED, language)


def _cells(cells: pd.DataFrame, language: str) -> str:
    """“Poland (troops), USA (troops) and 3 others”, or “nothing”."""
    names = [
        f"{WORDS(language, 'groups') if pd.isna(row.country) else wording.country(row.country, language)} "
        f"({wording.measure(row.measure, language)})"
        for row in cells.itertuples()
    ]
    return _first(names, 2 * NAMED, language) or WORDS(language, "nothing")


def _first(names: list[str], most: int, language: str) -> str:
    """The first names, the rest counted; one more name takes no more room than its count."""
    if len(names) <= most + 1:
        return wording.listed(names, language)
    return wording.listed([*names[:most], WORDS(language, "others", n=len(names) - most)], language)
