"""What a bare office or a pronoun takes up. Span or Doc → token or name."""

from spacy.tokens import Doc, Span

from ..finds import finds

TAKEN_UP = 120  # tokens that "die Minister" may look back for "die EU-Außenminister"
THIRD_PERSON = frozenset({"er", "sie"})


def compound_before(part: Span) -> int | None:
    """The token of the compound that a bare office takes up: "Die EU-Außenminister berieten … Die Minister"."""
    office = part[-1].lower_
    for index in range(part.start - 1, max(part.start - TAKEN_UP, -1), -1):
        lower = part.doc[index].lower_
        if "-" in lower and lower.endswith(office):
            return index
    return None


def speakers_behind_pronouns(doc: Doc) -> dict[int, str]:
    """Token of a pronoun → whom it means, where a quotation knows: "Er schloss Sanktionen nicht aus: „…“"."""
    spoken = (quote for quote in finds(doc, "quotes") if quote.speaker is not None and quote.speaker_entity)
    return {
        quote.speaker.start: quote.speaker_entity
        for quote in spoken
        if len(quote.speaker) == 1 and quote.speaker[0].lower_ in THIRD_PERSON
    }
