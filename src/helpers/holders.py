"""Who bears a role: “der Präsident”, “die Bundeskanzlerin” in a Doc → the canonical name, or None.

Roles come from appositions anywhere in the article (“der ukrainische Präsident Wolodymyr Selenskyj”, “Merkel, die
Kanzlerin”), then from the office table by state and date.
"""

from spacy.tokens import Doc, Span

from .antecedents import Person
from .offices import holder, of_role, office_of, persons
from .roles import can_be_of, is_shorter, same_role

STATE_OFFICES = ("Bundes", "Staats")


class Holders:
    """The persons of one Doc with the roles they bear in it or are known for."""

    def __init__(self, doc: Doc, people: list[Person]):
        self.doc, self.people = doc, people

    def find(
        self, name: str, gender: str | None, country: str | None, span: Span, *, exact: bool, last: str | None
    ) -> tuple[str | None, bool]:
        """Whom a phrase with this role means, and whether anybody of the article bears the role. With `exact`
        (“EZB-Präsident”) a shorter role counts for nothing. Of several named before, the one who spoke `last`, else the
        one named last."""
        said = self._bearers(name, gender, country, span, exact)
        before = [p.entity for p in said if p.start < span.start]
        if before:
            return (last if last in before else before[-1]), True
        if len({p.entity for p in said}) == 1:
            return said[0].entity, True
        state = of_role(name) or country
        published = self.doc._.published
        found = holder(name, state, published.date() if published else None) if state else None
        return found or self._known(name, gender, country, span), bool(said)

    def _bearers(self, name: str, gender: str | None, country: str | None, span: Span, exact: bool) -> list[Person]:
        """The mentions of those who bear a role. Who bears a shorter one (“Präsident” for “Bundespräsident”) counts
        where nobody bears or is known for the very office."""
        said = [(p, r) for p in self.people for r in p.roles if same_role(name, gender, country, r, p.country)]
        very = [p for p, r in said if r.name.lower() == name.lower() or not (exact or is_shorter(r.name, name))]
        if very or exact or self._known(name, gender, country, span):
            return very
        return [p for p, r in said if can_be_of(name, r.country or p.country)]

    def _known(self, name: str, gender: str | None, country: str | None, span: Span) -> str | None:
        """The one person named before who held the office once: “die Kanzlerin” after “Angela Merkel”."""
        office = office_of(name)
        if office is None or (office == "head of state" and not name.startswith(STATE_OFFICES)):
            return None  # a club has a president, too
        known = {p.entity for p in self.people if p.start < span.start and gender in (p.gender, None)}
        held = {
            entity
            for entity in known & persons().keys()
            if any(
                t.office == office and country in (t.of, None) and can_be_of(name, t.of)
                for t in persons()[entity].terms
            )
        }
        return held.pop() if len(held) == 1 else None
