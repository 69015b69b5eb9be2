"""Who can act or speak: a word or phrase → bool, by the lexicon of those who do and by what no dictionary knows."""

from functools import lru_cache

from ..lexicon import words as lexicon_words
from .model import Phrase, Sentence, Word
from .morphology import is_known
from .words import DETERMINERS, PERSONAL_PRONOUNS

AGENT_ENDINGS = tuple(lexicon_words("agent_nouns", "ending"))
INANIMATE = lexicon_words("inanimate_nouns", "noun")


@lru_cache(maxsize=100_000)
def can_act(word: str) -> bool:
    """Whether a noun or pronoun may name someone who acts or speaks: a person, an institution, an unknown
    name."""
    lower = word.lower()
    if lower in INANIMATE:
        return False
    if lower in PERSONAL_PRONOUNS or lower.endswith(AGENT_ENDINGS):
        return True
    return word[:1].isupper() and not is_known(word)


def names_agent(sentence: Sentence, phrase: Phrase | None) -> bool:
    """Whether a phrase holds a word that may name someone who acts."""
    return phrase is not None and any(
        word.actor
        or (
            word.quotation is None
            and word.lower not in DETERMINERS
            and (word.text[:1].isupper() or word.lower in PERSONAL_PRONOUNS)
            and can_act(word.text)
        )
        for word in sentence.words[phrase.start : phrase.end]
    )


def head_names_agent(sentence: Sentence, phrase: Phrase | None) -> bool:
    """Like `names_agent`, for the head alone: not "die Äußerungen Hassemers"."""
    if phrase is None:
        return False
    words = sentence.words
    capitals = [i for i in range(phrase.start, phrase.end) if _is_capitalised(words[i])]
    if not capitals:
        return names_agent(sentence, phrase)
    end = capitals[0] + 1
    while end < phrase.end and _is_capitalised(words[end]):
        if words[end].text.endswith(("s", "’")) and is_known(words[end - 1].text) and not can_act(words[end - 1].text):
            break
        end += 1
    return names_agent(sentence, Phrase(capitals[0], end))


def _is_capitalised(word: Word) -> bool:
    return word.quotation is None and word.lower not in DETERMINERS and word.text[:1].isupper()
