"""A name found once is found everywhere: settled candidates → further mentions in the same article.

Names of several words and acronyms of organisations are copied to equal words elsewhere, surnames with a particle too;
any other surname where it stands alone without an article before it (“Koch”, not “dem Koch”).
"""

from spacy.tokens import Doc

from .. import offices
from .candidate import Candidate, in_places

DETERMINERS = {
    "der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer", "eines", "kein",
    "keine", "keinen", "jeder", "jede", "jeden", "dieser", "diese", "diesen", "im", "am", "zum", "zur",
    "vom", "beim", "ins", "als", "zu",
}  # fmt: skip


def of(doc: Doc, settled: list[Candidate], in_the_way: list[Candidate]) -> list[Candidate]:
    """The copies; no token is used that a mention or the name of a work holds already."""
    covered = {i for c in (*settled, *in_the_way) for i in range(c.start, c.end)}
    patterns = _patterns(doc, settled)
    out = []
    for i, known in in_places(doc, patterns.get) if patterns else ():
        for words, candidate in known:
            end = i + len(words)
            if covered & set(range(i, end)) or tuple(token.text for token in doc[i:end]) != words:
                continue
            if len(words) > 1 or candidate.kind == "organisation" or _stands_as_name(doc, i):
                out.append(candidate.but(start=i, end=end, source="copy"))
                covered |= set(range(i, end))
                break
    return out


def _patterns(doc: Doc, settled: list[Candidate]) -> dict[str, list[tuple[tuple[str, ...], Candidate]]]:
    """First word → (all words, candidate), longer ones first."""
    found: dict[tuple[str, ...], Candidate] = {}
    for candidate in settled:
        words = tuple(token.text for token in doc[candidate.start : candidate.end])
        if len(words) > 1 or _is_acronym(candidate, words[0]):
            found.setdefault(words, candidate)
        if len(words) > 1 and candidate.kind == "person":
            name = offices.surname(" ".join(words))
            if " " in name:  # von Berg; Von Berg at the beginning of a sentence
                for form in (name, name[0].upper() + name[1:]):
                    found.setdefault(tuple(form.split(" ")), candidate)
            elif len(name) > 2 and name[0].isupper():
                found.setdefault((name,), candidate)
                found.setdefault((name + "s",), candidate)
    by_first: dict[str, list] = {}
    for words, candidate in sorted(found.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(words[0], []).append((words, candidate))
    return by_first


def _is_acronym(candidate: Candidate, word: str) -> bool:
    return candidate.kind == "organisation" and len(word) > 2 and sum(letter.isupper() for letter in word) > 1


def _stands_as_name(doc: Doc, i: int) -> bool:
    return not (
        i
        and (
            doc[i - 1].text.lower() in DETERMINERS
            or doc[i - 1].text.endswith(("er", "en", "em"))
            and doc[i - 1].is_lower
        )
    )
