"""How a group of states is called in the table, whatever its case in the text. Words of a phrase → its name.

"die 26 Länder", "von 26 Ländern" → "26 Länder"; "Ankündigungen mehrerer Partner" → "mehrere Partner";
"Die „Koalition der Willigen" → "Koalition der Willigen".
"""

ARTICLES = frozenset({"die", "der", "den", "diese", "dieser", "diesen", "jene", "jener", "jenen"})
MARKS = "„“”\"»«›‹‚‘’'"
UNDECLINED = frozenset({"über", "unter", "sieben", "neben", "außer", "aber", "der", "den"})
WEAK = ("ündeten", "lierten", "ligten")  # nouns made of participles: "die Verbündeten"


def group_name(text: str) -> str:
    """The phrase as a nominative without article and quotation marks; `text` itself if nothing is left."""
    words = [stripped for word in text.split() if (stripped := word.strip(MARKS))]
    had_article = bool(words) and words[0].lower() in ARTICLES
    words = words[1:] if had_article else words
    if not words:
        return text
    noun = next((i for i, word in enumerate(words) if word[:1].isupper() and i), 0)
    if noun and not words[0][:1].isupper():
        words[:noun] = [_plural(word) for word in words[:noun]]
    words[noun] = _nominative(words[noun])
    return " ".join(words)


def _plural(word: str) -> str:
    """The nominative plural of a determiner or adjective: "mehrerer", "europäischen"."""
    declined = word.endswith(("er", "en")) and word not in UNDECLINED
    return word[:-1] if declined and len(word) > 4 else word


def _nominative(noun: str) -> str:
    """A noun of states without the n of the dative plural."""
    if noun.endswith(("ändern", "artnern", "bern", *WEAK)):
        return noun[:-1]
    return noun
