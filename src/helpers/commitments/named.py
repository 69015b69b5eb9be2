"""Which names stand at the tokens of a Doc, and which noun a phrase is about. Doc, Span → Entity, Token, Spans."""

from spacy.tokens import Doc, Span, Token

from ..finds import Entity, finds
from ..grammar import lemma
from ..grammar.words import DETERMINERS, PREPOSITIONS
from .state_words import ADJECTIVES_OF_PARTS, kind_of, parts_of_states

SUPERLATIVES = ("ster", "ste", "sten", "stes", "iger", "ige", "igen")  # adjectives that stand behind a genitive
COORDINATING = frozenset({"und", "sowie", "oder", ",", "wie", "auch"})


class Named:
    """The entities of one Doc by token."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.entity_at: dict[int, Entity] = {}
        for entity in finds(doc, "entities"):
            for index in range(entity.span.start, entity.span.end):
                self.entity_at[index] = entity

    def coordinated_parts(self, span: Span) -> list[Span]:
        """The coordinated parts of a phrase; a name with "und" in it stays whole."""
        parts, start = [], span.start
        for token in span:
            entity = self.entity_at.get(token.i)
            inside = entity is not None and entity.span.start < token.i < entity.span.end - 1
            shortened = token.i > span.start and token.nbor(-1).text.endswith("-")  # "Staats- und Regierungschefs"
            if token.lower_ in COORDINATING and not inside and not shortened:
                parts.append(self.doc[start : token.i])
                start = token.i + 1
        parts.append(self.doc[start : span.end])
        return [self._without_direction(part) for part in parts if len(part)]

    def _without_direction(self, part: Span) -> Span:
        """A phrase without where things go behind it: "die Helfer in die Türkei"."""
        for token in part[1:]:
            lower, following = token.lower_, token.nbor().lower_ if token.i + 1 < part.end else ""
            if lower in ("nach", "ins") or (lower in ("in", "an", "auf") and following in ("die", "den", "das")):
                return self.doc[part.start : token.i]
        return part

    def names_part_of_state(self, part: Span) -> bool:
        """Whether a phrase names a Land of a federal state: "Bayern", "der bayerische Ministerpräsident"."""
        parts = parts_of_states()
        named = (self.entity_at[i].entity for i in range(part.start, part.end) if self.is_kind(i, "place"))
        return any(name in parts for name in named) or (
            any(token.lower_.startswith(ADJECTIVES_OF_PARTS) for token in part)
        )  # fmt: skip

    def head(self, part: Span) -> Token | None:
        """The noun a phrase is about: its first noun that is no genitive name in front of another noun."""
        tokens = list(part)
        for number, token in enumerate(tokens):
            behind = number + 1
            while behind < len(tokens) - 1 and tokens[behind].lower_.endswith(SUPERLATIVES):
                behind += 1  # "Israels engster Verbündeter"
            following = tokens[behind] if behind < len(tokens) else None
            before_noun = following is not None and following.text[:1].isupper()
            if not token.text[:1].isupper() or token.text.endswith("-") or self._in_attribute(part, number):
                continue
            if before_noun and self.is_kind(token.i, "nationality") and "-" not in token.text:  # "Deutsche Soldaten"
                continue
            if self._opens(token) and not (token.i in self.entity_at or lemma(token.lower_)[:1].isupper()
                                           or kind_of(token.lower_)):  # fmt: skip
                continue
            genitive = before_noun and self._is_genitive(token.i)  # "Kanadas Außenministerin", "Kiews Verbündete"
            if genitive and self.entity_at.get(following.i) is not self.entity_at[token.i]:
                continue
            return token
        return None

    def _in_attribute(self, part: Span, number: int) -> bool:
        """Whether a name stands inside an attribute, between article and noun: "die von Mali verlangten Panzer"."""
        before = [token.lower_ for token in part[:number]]
        behind = [token.text[:1].isupper() for token in part[number + 1 :]]
        opened = len(before) == 2 and before[0] in DETERMINERS and before[1] in PREPOSITIONS
        return opened and any(behind) and not behind[0]

    def _is_genitive(self, index: int) -> bool:
        """Whether a name of a state or place may be the genitive of the noun behind it."""
        if self.is_kind(index, "country"):
            return True
        return self.is_kind(index, "place") and self.doc[index].text != self.entity_at[index].entity and (
            self.doc[index].text.endswith(("s", "'", "’"))
        )  # fmt: skip

    def _opens(self, token: Token) -> bool:
        """Whether the capital of a token may come from its place: first of a sentence or quotation."""
        return bool(token.is_sent_start) or (token.i > 0 and not token.nbor(-1).text[-1:].isalnum())

    def is_kind(self, index: int, kind: str) -> bool:
        """Whether the name at a token is of this kind."""
        return index in self.entity_at and self.entity_at[index].kind == kind

    def country_at(self, index: int) -> str | None:
        """The state named by the country, capital or nationality at a token."""
        entity = self.entity_at.get(index)
        return entity.country if entity is not None and entity.kind != "person" else None
