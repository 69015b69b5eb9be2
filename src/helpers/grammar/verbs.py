"""The predicate of a clause: its verb with separable particle, tense, mood, modal and voice. Clause →
Predicate.

German splits the predicate ("stellte … bereit", "hat … geliefert", "sollen … entsandt werden"); this puts it
together, also across a relative clause that interrupts it."""

from dataclasses import dataclass

from .model import FRAGMENT, RELATIVE, Clause, Word
from .morphology import (
    FINITE,
    FINITES,
    INFINITIVE,
    PARTICIPLE,
    STRONG_IN_T,
    SUBJUNCTIVE_I,
    SUBJUNCTIVE_II,
    ZU_INFINITIVE,
    is_known,
    lemma,
)
from .words import AUXILIARIES, MODALS, SEPARABLE_PARTICLES, word_set

PARTICLES = frozenset(SEPARABLE_PARTICLES)
PAST_AUXILIARIES = word_set("""
    war waren hatte hatten wurde wurden konnte konnten musste mussten sollte sollten wollte wollten durfte
    durften mochte mochten ließ ließen""")
# strong verbs whose participle keeps the vowel: after an unstressed prefix it equals the infinitive ("vergeben")
PARTICIPLES_LIKE_INFINITIVES = tuple(
    prefix + stem
    for prefix in ("be", "er", "ver", "ge", "ent", "emp", "zer", "über", "unter", "wider")
    for stem in (
        "geben", "lesen", "sehen", "treten", "messen", "fahren", "graben", "schlagen", "tragen", "wachsen", "laden",
        "raten", "fallen", "halten", "lassen", "fangen", "laufen", "rufen", "stoßen", "kommen",
    )
) + ("erschaffen",)  # fmt: skip
AFTER_PARTICLE = frozenset({"und", "oder", "dass", "ob", "worden"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a clause says happens: "sollen 2000 Soldaten entsandt werden" → entsenden, modal sollen,
    passive."""

    lemma: str  # of the main verb, with its separable particle: "bereitstellen"; of a copula "sein", "werden"
    index: int  # word of the main verb in the sentence
    tense: str  # present, past, perfect, pluperfect, future
    mood: str  # indicative, subjunctive I, subjunctive II
    modal: str | None = None  # lemma of the modal verb
    passive: bool = False  # with werden; "ist beschlossen" counts as perfect


def verb_lemma(clause: Clause, index: int) -> str:
    """The lemma of the verb at word `index`, with a separable particle that stands at the end of the clause
    or of the fragment that continues it; only if the dictionary knows the compound."""
    base = lemma(clause.sentence.words[index].lower)
    if clause.sentence.words[index].form not in FINITES and index not in clause.finite:
        return base
    for compound in particle_verbs(clause, index, base):
        if is_known(compound):
            return compound
    return base


def particle_verbs(clause: Clause, index: int, base: str):
    """Yield particle + `base` for every separable particle that closes the clause or its continuation."""
    words = clause.sentence.words
    for piece in continuation(clause):
        for last in (piece.end - 1, piece.end - 2):
            if last < piece.start or last <= index or words[last].text not in PARTICLES:  # "auf den Weg" has none
                continue
            if last == piece.end - 1 or words[last + 1].lower in AFTER_PARTICLE:
                yield words[last].lower + base


def continuation(clause: Clause, reach: int = 4):
    """The clause and the fragments that may close it, across relative clauses."""
    yield clause
    clauses = clause.sentence.clauses
    for following in clauses[clause.index + 1 : clause.index + reach]:
        if following.kind not in (FRAGMENT, RELATIVE) and following.first != "wie":
            return
        yield following


def predicate(clause: Clause) -> Predicate | None:
    """The predicate of a clause; None where it has no verb."""
    words = clause.sentence.words
    verbs = [
        i
        for piece in continuation(clause)
        if piece is clause or piece.kind == FRAGMENT
        for i in range(piece.start, piece.end)
        if words[i].form or words[i].lower in ("sein", "worden", "gewesen")
    ]
    if not verbs or not (clause.finite or any(_is_zu_infinitive(words, i) for i in verbs)):
        return None
    finite = clause.finite[0] if clause.finite else None
    if finite is not None and clause.verb_final:
        finite = clause.finite[-1]
    verb = words[finite] if finite is not None else None
    helper = lemma(verb.lower) if verb is not None else None
    full = [
        i for i in verbs if lemma(words[i].lower) not in AUXILIARIES and words[i].lower not in ("worden", "gewesen")
    ]
    if helper is not None and helper not in AUXILIARIES:
        main = finite
    elif full:
        main = full[-1]
    else:
        main = finite if finite is not None else verbs[-1]
    present = {words[i].lower for i in verbs}
    lemmas = {lemma(word) for word in present}
    participle = main != finite and is_participle(words[main], helper)
    return Predicate(
        lemma=verb_lemma(clause, main),
        index=main,
        tense=_tense(verb, helper, present, participle, main != finite),
        mood=_mood(verb),
        modal=next((m for m in sorted(lemmas & MODALS)), None),
        passive="worden" in present or (participle and "werden" in lemmas),
    )


def is_participle(word: Word, helper: str | None) -> bool:
    """A past participle, also one that looks like a present ("verhängt"), a preterite ("entsandt") or, after haben and
    sein, an infinitive ("hat vergessen")."""
    if word.form == INFINITIVE:
        after_have = helper in ("haben", "sein") and word.lower.endswith("en")
        return after_have or word.lower.endswith(PARTICIPLES_LIKE_INFINITIVES)
    return word.form == PARTICIPLE or (word.form == FINITE and word.lower.endswith(("t", "en")))


def _is_zu_infinitive(words: list[Word], i: int) -> bool:
    return words[i].form == ZU_INFINITIVE or (i > 0 and words[i - 1].lower == "zu")


def _tense(verb: Word | None, helper: str | None, present: set[str], participle: bool, compound: bool) -> str:
    if verb is None:
        return "present"
    past = verb.lower in PAST_AUXILIARIES or (helper not in AUXILIARIES and _is_preterite(verb))
    if helper in ("haben", "sein") and participle:
        return "pluperfect" if past else "perfect"
    if helper == "werden" and compound and not participle and not past and verb.form == FINITE:
        return "future"
    if helper == "werden" and participle and "werden" in present - {verb.lower}:
        return "future"
    return "past" if past else "present"


def _is_preterite(verb: Word) -> bool:
    lower, base = verb.lower, lemma(verb.lower)
    if lower.endswith(("te", "ten")):
        stem = lower.removesuffix("en").removesuffix("e")
        return not base.startswith(stem)  # "leisten" keeps its t: "leistet" is no preterite
    if lower.endswith(STRONG_IN_T) and not lower.endswith("tritt"):
        return base != lower
    return verb.form == FINITE and not lower.endswith("t") and not base.startswith(lower.removesuffix("st"))


def _mood(verb: Word | None) -> str:
    if verb is not None and verb.form in (SUBJUNCTIVE_I, SUBJUNCTIVE_II):
        return verb.form
    return "indicative"
