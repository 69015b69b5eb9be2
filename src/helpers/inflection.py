"""The forms German grammar gives a name: nominative → every form it takes in a sentence.

Adjectives take the endings of the strong, weak and mixed declension; nouns the genitive; inhabitants' names
follow one of the classes of Duden, Die Grammatik: -er like Lehrer, weak -e like Bote, -i with plural -s, or the
declension of an adjective (der Deutsche, ein Deutscher).
"""

from itertools import product

ADJECTIVE_ENDINGS = ("", "e", "er", "es", "en", "em")
HISSING = ("s", "ß", "x", "z")  # no genitive -s after these: Marokkos, but Laos' and Paris'
STRONG = ("amt", "haus", "gericht", "hof", "bund", "werk", "rat", "kreuz")  # genitive in -es too: des Weißen Hauses


def adjective(stem: str) -> set[str]:
    """All forms of an adjective given without ending, also as the first word of a sentence. The bare
    capitalised form is left out: it is the name of the language (“auf Deutsch”)."""
    forms = {stem + ending for ending in ADJECTIVE_ENDINGS}
    return forms | {form[0].upper() + form[1:] for form in forms if form != stem or not stem.islower()}


def noun(word: str) -> set[str]:
    """The noun and its genitive singular; a name in -s has none but the apostrophe, which is a token of its own."""
    forms = {word}
    if not word.endswith(HISSING) and word[-1:].isalpha():
        forms.add(word + "s")
    if word.lower().endswith(STRONG):
        forms.add(word + "es")
    return forms


def inhabitant(man: str, woman: str = "") -> set[str]:
    """Singular and plural, all cases, of a man and a woman of a country (“Brite”, “Israeli”, “Deutscher”)."""
    if man.endswith("er") and woman == man[:-1]:  # Deutscher, Deutsche
        return {man[:-2] + ending for ending in ADJECTIVE_ENDINGS[1:] if ending != "es"}
    if man.endswith("er"):
        forms = {man, man + "s", man + "n"}
    elif man.endswith("e"):
        forms = {man, man + "n"}
    elif man.endswith(("i", "o")):
        forms = {man, man + "s"}
    else:
        forms = {man, man + ("n" if man.endswith("ar") else "en")}  # Ungarn, Zyprioten
    woman = woman or (man if man.endswith(("i", "o")) else man.removesuffix("e") + "in")
    return forms | {woman, woman + ("nen" if woman.endswith("in") else "s")}


def name(phrase: str) -> set[str]:
    """All forms of a name of one or more words, given in the nominative (“Weißes Haus” → “Weißen Hauses”):
    words before the first noun that end like adjectives are declined, an article too, and the noun after them
    takes its genitive."""
    words = phrase.split(" ")
    head = 0
    while head < len(words) - 1 and _declined(words[head]):
        head += 1
    genitive = head or len(words) - 1  # Vereinter Nationen; Bosnien und Herzegowinas
    choices = []
    for i, word in enumerate(words):
        if i < head:
            stem = word[: -len(_declined(word))]
            choices.append({stem + ending for ending in ADJECTIVE_ENDINGS[1:]})
        else:
            choices.append(noun(word) | _dative_plural(word, i == head > 0) if i == genitive else {word})
    return {" ".join(words) for words in product(*choices)}


def _dative_plural(word: str, may_be_plural: bool) -> set[str]:
    return {word + "n"} if may_be_plural and word.endswith("e") else set()  # den Olympischen Spielen


def _declined(word: str) -> str:
    """The ending of a word that is declined like an adjective before a noun, "" of any other."""
    if not word[:1].isupper() or len(word) < 5:
        return ""
    return next((ending for ending in ("es", "er", "e") if word.endswith(ending)), "")
