"""The entity behind a speaker as named in the text. Doc, Span → canonical name or None.

The one place that decides it, so that pronouns and roles can be resolved by another module.
"""

from spacy.tokens import Doc, Span

from ..finds import finds

RANK = {"person": 0, "organisation": 1, "country": 2, "place": 2, "nationality": 3}


def speaker_entity(doc: Doc, speaker: Span | None) -> str | None:
    """The entity named inside the speaker span: a person before an organisation before a country."""
    if speaker is None:
        return None
    inside = [e for e in finds(doc, "entities") if speaker.start <= e.span.start and e.span.end <= speaker.end]
    inside = [e for e in inside if e.kind != "nationality"]
    return min(inside, key=lambda e: (RANK[e.kind], e.span.start)).entity if inside else None
