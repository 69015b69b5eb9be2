"""Damaged articles, as scraping, copying and cut-off downloads leave them. text, random numbers → text."""

import random

MARKS = '„“”"»«‚‘’›‹'


def flip_bytes(text: str, rng: random.Random) -> str:
    """A few bytes of the UTF-8 form changed; what is no UTF-8 any more becomes U+FFFD or a lone surrogate."""
    raw = bytearray(text.encode("utf-8", "surrogatepass"))
    for _ in range(rng.randint(1, 20)):
        raw[rng.randrange(len(raw))] ^= 1 << rng.randrange(8)
    return raw.decode("utf-8", rng.choice(["replace", "surrogateescape"]))


def drop_marks(text: str, rng: random.Random) -> str:
    """Some or all quotation marks gone, so that what is opened is not closed."""
    share = rng.choice([0.1, 0.5, 1.0])
    return "".join(character for character in text if character not in MARKS or rng.random() >= share)


def swap_marks(text: str, rng: random.Random) -> str:
    """Quotation marks replaced by other ones."""
    return "".join(rng.choice(MARKS) if character in MARKS and rng.random() < 0.5 else character for character in text)


def shuffle_lines(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    rng.shuffle(lines)
    return "\n".join(lines)


def shuffle_words(text: str, rng: random.Random) -> str:
    words = text.split(" ")
    first = rng.randrange(len(words))
    some = words[first : first + 60]
    rng.shuffle(some)
    return " ".join([*words[:first], *some, *words[first + 60 :]])


def truncate(text: str, rng: random.Random) -> str:
    """The text cut at any two places, words and marks included."""
    first, last = sorted(rng.choices(range(len(text) + 1), k=2))
    return text[first:last]


def double(text: str, rng: random.Random) -> str:
    """A stretch that stands twice, at its own place or at another."""
    first, last = sorted(rng.choices(range(len(text) + 1), k=2))
    place = rng.choice([last, rng.randrange(len(text) + 1)])
    return text[:place] + text[first:last] + text[place:]


def drop_spaces(text: str, rng: random.Random) -> str:
    """Some blanks and line ends gone, which glues words."""
    return "".join(character for character in text if not character.isspace() or rng.random() >= 0.1)


def change_case(text: str, rng: random.Random) -> str:
    return rng.choice([str.upper, str.lower, str.title, str.swapcase])(text)


def drop_characters(text: str, rng: random.Random) -> str:
    """One character in fifty gone: letters, digits, full stops."""
    return "".join(character for character in text if rng.random() >= 0.02)


MUTATIONS = (
    flip_bytes,
    drop_marks,
    swap_marks,
    shuffle_lines,
    shuffle_words,
    truncate,
    double,
    drop_spaces,
    change_case,
    drop_characters,
)


def mutated(texts: list[str], count: int, longest: int = 1_500, seed: int = 0) -> list[str]:
    """`count` texts, each a stretch of one of `texts` of at most `longest` characters with one to three mutations;
    the same ones for the same seed."""
    rng = random.Random(seed)
    out = []
    for _ in range(count):
        text = rng.choice(texts)
        first = rng.randrange(max(1, len(text) - longest))
        text = text[first : first + longest]
        for mutation in rng.choices(MUTATIONS, k=rng.randint(1, 3)):
            text = mutation(text, rng) or " "
        out.append(text)
    return out
