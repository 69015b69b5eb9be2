"""Which state stands behind a phrase. Span of a Doc → Actors.

A state acts under its own name, through whoever acts for it (government, minister, army: lexicon/state_actors.csv),
by its capital, or unnamed ("26 Länder"). Whoever else is named in the phrase (a company, a rebel, a citizen) is no
state, whatever adjective stands beside it.
"""

from functools import cached_property

from spacy.tokens import Doc, Span, Token

from ..finds import Entity, Quote, around, finds
from .anaphora import compound_before, speakers_behind_pronouns
from .named import Named
from .naming import group_name
from .state_words import Actor, kind_of
from .words import word_set

FORMER = ("ehemalig", "früher", "einstig", "damals", "abgewählt", "gestürzt", "ex-", "designiert")
FIRST_PERSON = frozenset({"wir", "ich"})
PRONOUNS = word_set("er sie es diese dieser dieses beide das die der man") | FIRST_PERSON
POSSESSIVES = word_set("sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres")
SOME = word_set("einige mehrere manche viele zwei drei vier fünf sechs sieben acht neun zehn elf zwölf")
OWN = word_set("unser unsere unseren unserem unserer unseres mein meine")
SINGULAR = word_set("der ein sein ihr unser mein jeder dieser")  # "sein US-Partner" is no group
ATTRIBUTES = 4  # tokens before an office that may say whose it is
PLURAL_NAMES = ("usa", "staaten", "niederlande", "niederlanden", "philippinen", "emirate")
NOT_THE_UNION = frozenset({"Europäische Zentralbank", "EZB", "Europäischer Gerichtshof", "Frontex", "Europol"})


class Actors(Named):
    """The states of one Doc; what was found is remembered for "die Premierministerin" later in the paragraph."""

    def __init__(self, doc: Doc):
        super().__init__(doc)
        self.number_at = {  # number words: "Sechsundzwanzig Länder" and "26 Länder" are one group
            figure.span.start: int(figure.value) for figure in finds(doc, "figures")
            if figure.kind == "count" and figure.bound == "exactly" and figure.span[0].is_alpha
            and figure.value and figure.value.is_integer()
        }  # fmt: skip
        self.said_by = speakers_behind_pronouns(doc)
        named = [entity for entity in finds(doc, "entities") if entity.country]
        self.first_named = {entity.entity: entity for entity in reversed(named)}
        self.names: dict[str, bool] = {}  # last words that were asked for, whether one of the entities ends so
        self.recent: tuple[int, str] | None = None  # (token, country) of the last commitment
        self.sending: dict[str, str] = {}  # that state and its name, where it sends people
        self.asked: list[Quote] = []  # the quotations whose speaker's state is being looked for

    def remember(self, token: int, actor: Actor, sends: bool) -> None:
        """Keep the state of the last commitment found, and whether it sends people."""
        self.recent = (token, actor.country)
        self.sending = {actor.country: actor.text} if sends else {}

    def sent(self, token: int) -> list[Actor]:
        """The state that sent somebody in the sentence before: a plural "sie" means its people."""
        if self.recent is None or self.recent[1] not in self.sending:
            return []
        between = self.doc[self.recent[0] : token]
        near = sum(bool(word.is_sent_start) for word in between) <= 1 and "\n" not in between.text
        return [Actor(self.recent[1], self.sending[self.recent[1]])] if near else []

    def of_span(self, span: Span | None, governor: list[Actor] | None = None) -> list[Actor]:
        """The states that a subject names, one Actor each; [] if it names none. `governor` are those of the clause
        above, which a pronoun or possessive may mean."""
        if span is None or not len(span):
            return []
        if len(span) == 1 and span.text.lower() in PRONOUNS:
            return self._pronoun(span, governor)
        found: list[Actor] = []
        for part in self.coordinated_parts(span):
            found += [actor for actor in self._part(part, governor) if actor not in found]
        named = [actor for actor in found if actor.country]
        return named if named and any(token.lower_ == "wie" for token in span) else found  # "Länder wie Spanien"

    def speakers(self, token: int) -> list[Actor]:
        """The state of whoever says the direct quotation around a token; none where its speaker is named only by
        words that lead back to it ("unsere Regierung")."""
        direct = [quote for quote in self._quotes(token) if quote.kind == "direct" and quote not in self.asked]
        if not direct:
            return []
        self.asked.append(direct[0])
        states = self.of_span(direct[0].speaker)
        self.asked.pop()
        return states or self._named(direct[0].speaker_entity)

    def sayers(self, token: int) -> list[Actor]:
        """The state of whoever says what stands at a token, in direct or reported speech."""
        for quote in self._quotes(token):
            if quote in self.asked:
                continue
            self.asked.append(quote)
            found = self.of_span(quote.speaker) or self._named(quote.speaker_entity)
            self.asked.pop()
            if found:
                return found
        return []

    def speaker_entity(self, token: int) -> str | None:
        """Who says what stands at this token: the speaker of the innermost quotation around it."""
        return next((quote.speaker_entity for quote in self._quotes(token) if quote.speaker_entity), None)

    def in_digits(self, span: Span) -> str:
        """The text of a span with its number words in digits; small ones too."""
        return "".join(
            f"{self.number_at[token.i]}{token.whitespace_}" if token.i in self.number_at else token.text_with_ws
            for token in span
        ).strip()

    def is_singular(self, actor: Actor) -> bool:
        """Whether an actor is one person, one government or one state under its own name."""
        last = actor.text.split()[-1]
        kind = kind_of(last.lower())
        if kind is not None:
            return kind[0] in ("leader", "government", "land") and not last.lower().endswith(("en", "er"))
        return not last.lower().endswith(PLURAL_NAMES) and self._is_name(last)

    def _is_name(self, last: str) -> bool:
        """Whether an entity that can be one actor ends with this word."""
        if last not in self.names:
            entities = (e for e in finds(self.doc, "entities") if e.kind in ("person", "country", "place"))
            self.names[last] = any(entity.span.text.endswith(last) for entity in entities)
        return self.names[last]

    def _quotes(self, token: int) -> list[Quote]:
        return sorted(around(self.doc, "quotes", token, token + 1), key=len_of_span)

    def _named(self, entity: str | None) -> list[Actor]:
        known = self.first_named.get(entity) if entity else None
        if known is not None and known.kind == "organisation" and known.country != "EU":
            return self.of_span(known.span)  # a ministry speaks for its state, an airline does not
        return [Actor(known.country, known.span.text)] if known is not None else []

    def _part(self, part: Span, governor: list[Actor] | None) -> list[Actor]:
        head = self.head(part)
        if head is None:
            adjective = next((i for i in range(part.start, part.end) if self.is_kind(i, "nationality")), None)
            return [Actor(self.country_at(adjective), part.text)] if adjective is not None else []
        entity = self.entity_at.get(head.i)
        if entity is not None and entity.kind == "organisation":  # "der Schweizer Bundesrat"
            last = entity.span[-1]
            head = last if (kind_of(last.lower_) or ("", None))[0] == "government" else head
        if self.names_part_of_state(part):
            return []
        kind = kind_of(head.lower_) or self._two_words(head) or kind_of(head.lower_.rsplit("-", 1)[-1])
        if kind is None:
            return self._entity(entity, head, part)
        if head.lower_.startswith("eu-") and (part[0].text.isdigit() or part[0].lower_ in SOME):
            return [Actor(None, group_name(self.in_digits(part)))]  # "13 weitere EU-Staaten" are not the Union
        if kind[0] in ("government", "leader", "military"):
            if any(token.lower_.startswith(FORMER) for token in part) and kind[0] == "leader":
                return []
            joint = head.lower_.endswith(("chefs", "minister")) and any(t.lower_ == "europas" for t in part)
            union = "EU" if kind[1] == "EU" or joint else None  # "Kommissionspräsidentin Ursula von der Leyen"
            code = union or self._country_within(part, head) or kind[1] or self._possessor(part, governor)
            several = head.lower_.endswith("regierungen")  # "mehrere Regierungen" are no state named before
            bare = kind[0] != "military" and not several and self._is_bare(part, head)
            code = code or (self._around(part) if bare else None)
            return [Actor(code, part.text)] if code else []
        if kind[0] == "land":
            after = self.country_at(head.i + 1) if head.i + 1 < len(self.doc) else None
            if governor and after is None:
                return [Actor(actor.country, part.text) for actor in governor]
            code = after or self._possessor(part, governor) or self._before(part.start)
            return [Actor(code, part.text)] if code else []
        if governor and any(token.lower_ in POSSESSIVES for token in part):  # "ihre Länder"
            return governor
        if kind[0] != "alliance" and not self._is_group(part):
            return []
        return [Actor(kind[1], part.text if kind[1] else group_name(self.in_digits(part)))]

    def _entity(self, entity: Entity | None, head: Token, part: Span) -> list[Actor]:
        """A head that is itself a name: a state, its people, its capital, whoever leads it."""
        if entity is None and head.i + 1 < part.end:  # "der Rivale Indien"
            behind = self.entity_at.get(head.i + 1)
            if behind is not None and behind.kind == "country" and behind.span.text == behind.entity:
                return [Actor(behind.country, part.text)]
        if entity is None or entity.country is None:
            return []
        if entity.kind == "place" and entity.span.start > part.start:  # "die Bank in Zürich"
            return []
        if entity.kind == "nationality" and not head.text[:1].isupper():
            return []
        if entity.kind == "organisation" and (
            entity.country != "EU" or entity.entity in NOT_THE_UNION
        ):  # "Deutsche Bank", "Deutsches Rotes Kreuz"
            return []
        if entity.kind == "nationality" and head.text.count("-"):  # "US-Bürger", "US-Firma": no state
            return []
        named = entity.kind in ("country", "place")
        return [Actor(entity.country, self.doc[part.start : entity.span.end].text if named else part.text)]

    def _two_words(self, head: Token) -> tuple[str, str | None] | None:
        """“Weiße Haus”, “Europäische Kommission”."""
        after = f"{head.lower_} {head.nbor().lower_}" if head.i + 1 < len(self.doc) else ""
        return kind_of(after) if after else None

    def _country_within(self, part: Span, head: Token) -> str | None:
        """The state that a phrase names beside its head: adjective, compound, genitive, "in Oslo", the person's own."""
        nearest = sorted(range(part.start, part.end), key=lambda i: (abs(i - head.i), i))
        by_name = (i for i in nearest if i != head.i and self.is_kind(i, "country"))  # "Österreichs Bundesregierung"
        for index in (*by_name, *nearest):
            if code := self.country_at(index):
                return code
        after = range(part.end, min(part.end + 2, len(self.doc)))
        for index in [*nearest, *after]:
            if self.is_kind(index, "person") and self.entity_at[index].country:
                return self.entity_at[index].country
        return None

    def _possessor(self, part: Span, governor: list[Actor] | None) -> str | None:
        if any(token.lower_ in OWN for token in part):
            governor = self.speakers(part.start)
        elif not any(token.lower_ in POSSESSIVES for token in part):
            return None
        return governor[0].country if governor else None

    def _is_bare(self, part: Span, head: Token) -> bool:
        """Whether a phrase names nobody besides the office and its holder: "die Premierministerin Helen Clark"."""
        others = [token for token in part[1:] if token.text[:1].isupper() and token.i != head.i]
        return all(self.is_kind(token.i, "person") for token in others)

    def _around(self, part: Span) -> str | None:
        """The state a bare "die Regierung" means: that of the last commitment, if it stands in the same paragraph."""
        if self.recent is None or "\n" in self.doc[self.recent[0] : part.start].text:
            return self.country_at(compound_before(part) or -1) or self.only_government
        return self.recent[1]

    @cached_property
    def only_government(self) -> str | None:
        """The state whose government, ministers or ministries an article names, where they are of one state only:
        then "das Ministerium" is its own."""
        states = set()
        for token in self.doc:
            kind = kind_of(token.lower_)
            if kind is None or kind[0] not in ("government", "leader"):
                continue
            near = range(max(token.i - ATTRIBUTES, 0), token.i + 1)  # "die dänische und die polnische Regierung"
            named = {self.country_at(i) for i in near if i == token.i or self.is_kind(i, "nationality")}
            states |= {kind[1]} if kind[1] else named
        states -= {None}
        return states.pop() if len(states) == 1 else None

    def _before(self, start: int) -> str | None:
        """The state named last before a token, in its paragraph."""
        for index in range(start - 1, max(start - 80, -1), -1):
            if "\n" in self.doc[index].text:
                return None
            if code := self.country_at(index):
                return code
        return None

    def _is_group(self, part: Span) -> bool:
        """Whether a noun of states stands in the plural."""
        return part[0].lower_ not in SINGULAR

    def _pronoun(self, span: Span, governor: list[Actor] | None) -> list[Actor]:
        if span.text.lower() in FIRST_PERSON:
            return self.speakers(span.start)
        if span.start in self.said_by:
            return self._named(self.said_by[span.start])
        if span.text.lower() == "man":
            return governor or self.sayers(span.start)
        return governor or []


def len_of_span(quote: Quote) -> int:
    """Length of the words said, in tokens."""
    return quote.span.end - quote.span.start
