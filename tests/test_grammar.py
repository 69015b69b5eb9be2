"""Clauses, predicates, subjects and quotation marks; one construction a row."""

import pytest

from helpers.grammar import analyse, form, pair_marks, predicate, span_of, subject, verb_lemma
from helpers.pipeline import german

NLP = german()


def clauses(text: str):
    return [clause for sentence in analyse(NLP(text)) for clause in sentence.clauses]


@pytest.mark.parametrize(
    "word, expected",
    [
        ("sagte", "finite"),
        ("komme", "subjunctive I"),
        ("seien", "subjunctive I"),
        ("fordere", "subjunctive I"),
        ("käme", "subjunctive II"),
        ("hätten", "subjunctive II"),
        ("geliefert", "participle"),
        ("angekündigt", "participle"),
        ("beschlossen", "participle"),
        ("befunden", "participle"),
        ("befanden", "finite"),  # a preterite that ends like a participle
        ("bekamen", "finite"),
        ("befänden", "subjunctive II"),
        ("hinge", "subjunctive II"),
        ("drängte", "finite"),
        ("voranzutreiben", "zu-infinitive"),
        ("liefern", "infinitive"),
        ("bereitzustellen", "zu-infinitive"),
        ("gegen", ""),
        ("zwischen", ""),
        ("Panzer", ""),
    ],
)
def test_form(word, expected):
    assert form(word) == expected


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("Polen liefert Panzer.", ["main"]),
        ("Polen kündigte an, Panzer zu liefern.", ["main", "infinitive"]),
        ("Sie weiß, dass Polen liefert.", ["main", "subordinate"]),
        ("Die Länder, die helfen wollen, beraten heute.", ["fragment", "relative", "verb-first"]),
        ("Man helfe gern, sagte sie.", ["main", "verb-first"]),
        ("Sollte der Plan scheitern, drohe Streit.", ["verb-first", "verb-first"]),
        ("Sie lobte den Plan und kündigte Hilfe an.", ["main", "verb-first"]),
        ("Wie sie mitteilte, hilft Polen.", ["subordinate", "verb-first"]),
        ("Sie reiste ab, ohne etwas zu sagen.", ["main", "infinitive"]),
        ("„Wir helfen gern und sofort“, sagte sie.", ["quotation", "verb-first", "main"]),
    ],
)
def test_clause_kinds(text, kinds):
    assert [clause.kind for clause in clauses(text)] == kinds


@pytest.mark.parametrize(
    "text, number, expected",
    [
        ("Polen liefert Panzer.", 0, ("liefern", "present", None, False)),
        ("Polen lieferte Panzer.", 0, ("liefern", "past", None, False)),
        ("Polen hat Panzer geliefert.", 0, ("liefern", "perfect", None, False)),
        ("Polen hatte Panzer geliefert.", 0, ("liefern", "pluperfect", None, False)),
        ("Polen wird Panzer liefern.", 0, ("liefern", "future", None, False)),
        ("Polen will Panzer liefern.", 0, ("liefern", "present", "wollen", False)),
        ("Polen stellt zehn Panzer bereit.", 0, ("bereitstellen", "present", None, False)),
        ("Polen sagte weitere Hilfe zu.", 0, ("zusagen", "past", None, False)),
        ("Polen hat Truppen entsandt.", 0, ("entsenden", "perfect", None, False)),
        ("Panzer werden geliefert.", 0, ("liefern", "present", None, True)),
        ("Es sind Panzer geliefert worden.", 0, ("liefern", "perfect", None, True)),
        ("Soldaten sollen entsandt werden.", 0, ("entsenden", "present", "sollen", True)),
        ("Man hofft, dass Polen Panzer liefern wird.", 1, ("liefern", "future", None, False)),
        ("Polen stellt, wie es hieß, Geld bereit.", 0, ("bereitstellen", "present", None, False)),
        ("Polen plant, Geld bereitzustellen.", 1, ("bereitstellen", "present", None, False)),
    ],
)
def test_predicate(text, number, expected):
    found = predicate(clauses(text)[number])
    assert (found.lemma, found.tense, found.modal, found.passive) == expected


def test_subjunctive_of_a_predicate():
    assert predicate(clauses("Sie sagte, man liefere Panzer.")[1]).mood == "subjunctive I"


@pytest.mark.parametrize(
    "text, number, expected",
    [
        ("Die polnische Regierung liefert Panzer.", 0, "Die polnische Regierung"),
        ("Am Montag liefert Polen Panzer.", 0, "Polen"),
        ("Den Plan lehnt Ungarn ab.", 0, "Ungarn"),
        ("Gestern sagte ein Sprecher des Ministeriums alles ab.", 0, "ein Sprecher des Ministeriums"),
        ("Die Länder, die helfen wollen, beraten heute.", 2, "Die Länder"),
        ("Sie kommt, weil Polen Panzer liefert.", 1, "Polen"),
        ("Polen lobte den Plan und kündigte Hilfe an.", 1, "Polen"),
        ("Es kam Maria Blum, die alles bestritt.", 1, "Maria Blum, die"),
        ("Sie haben Berichte vorgelegt, die alles belegen.", 1, "Berichte"),
        ("In einer gestern veröffentlichten Erklärung sagt Polen Hilfe zu.", 0, "Polen"),
        (
            "Der seit langem in der Branche tätige Konzern hilft Polen.",
            0,
            "Der seit langem in der Branche tätige Konzern",
        ),
        ("Gestern lobte die erst im Mai gewählte Präsidentin das Land.", 0, "die erst im Mai gewählte Präsidentin"),
        ("Gestern lobte der eben gewählte Abt das Land.", 0, "der eben gewählte Abt"),
        (
            "Gestern lobte der Erbauer der am alten Hafen stehenden Brücke das Land.",
            0,
            "der Erbauer der am alten Hafen stehenden Brücke",
        ),
        ("Gestern lobte der Dienst außerdem mit Blick auf das neue Jahr Polen.", 0, "der Dienst"),
        ("Der örtlichen Zeitung sagte Karl Blum alles.", 0, "Karl Blum"),
        ("Gestern sagte der örtlichen Zeitung ein Sprecher alles.", 0, "ein Sprecher"),
        ("Der örtliche Bauer sagte alles.", 0, "Der örtliche Bauer"),
        ("Zwei Tage nach dem Treffen der Minister sagte Polen Hilfe zu.", 0, "Polen"),
        ("eBay liefert Panzer.", 0, "eBay"),
        ("Gestern reichte die Schauspielerin Klage ein.", 0, "die Schauspielerin"),
        ("Gestern sagte das Landgericht Hamburg ab.", 0, "das Landgericht Hamburg"),
        ("Einzig Polen liefert Panzer.", 0, "Polen"),
        ("Ergänzend sagt Polen Hilfe zu.", 0, "Polen"),
        ("Die Gewerkschaft forderte den Rücktritt von Karl Blum.", 0, "Die Gewerkschaft"),
    ],
)
def test_subject(text, number, expected):
    doc = NLP(text)
    sentence = analyse(doc).sentences[0]
    assert span_of(doc, sentence, subject(sentence.clauses[number])).text == expected


def test_governors_link_clauses_to_what_they_hang_on():
    first, second, third = clauses("Polen kündigte an, Truppen zu schicken, sobald der Krieg endet.")
    assert (first.governor, second.governor, third.governor) == (None, first, second)


def test_a_particle_belongs_to_its_verb_only_if_the_compound_exists():
    clause = clauses("Die Ministerin ging auf die Fragen ein.")[0]
    assert verb_lemma(clause, clause.finite[0]) == "eingehen"


def test_sentences_inside_a_quotation_are_analysed_too():
    analysis = analyse(NLP("„Wir liefern Panzer. Das ist sicher“, sagte sie."))
    assert len(analysis.sentences) == 1
    assert [predicate(sentence.clauses[0]).lemma for sentence in analysis.quoted] == ["liefern", "sein"]


MARKS = {
    "German": ("„Ja“", ["Ja"]),
    "German, straight closer": ('„Ja"', ["Ja"]),
    "straight": ('"Ja" und "Nein"', ["Ja", "Nein"]),
    "English": ("“Ja”", ["Ja"]),
    "Swedish": ("”Ja”", ["Ja"]),
    "guillemets inwards": ("»Ja«", ["Ja"]),
    "guillemets outwards": ("«Ja»", ["Ja"]),
    "single low": ("‚Ja‘", ["Ja"]),
    "apostrophes as marks": ("die 'Koalition der Willigen' tagt", ["Koalition der Willigen"]),
    "commas as marks": (",,Ja, gern''", ["Ja, gern"]),
    "nested single": ("„Er rief ‚Halt‘ und ging“", ["Er rief ‚Halt‘ und ging", "Halt"]),
    "nested of one kind": ("„Er rief „Halt“ und ging“", ["Er rief „Halt“ und ging", "Halt"]),
    "lost closer": ("„Ja, sagte er. „Nein“, sagte sie.", ["Nein"]),
    "lost opener": ("Ja“, sagte er. „Nein“, sagte sie.", ["Nein"]),
    "odd straight mark": ('Ein 5" Rohr. "Nein", sagte sie.', ["Nein"]),
    "odd mark, next paragraph": ('"Ja, sagte er.\n"Nein", sagte sie.', ["Nein"]),
    "over two paragraphs": ("„Ja.\n\nUnd nein“, sagte sie.", ["Ja.\n\nUnd nein"]),
    "apostrophe": ("Das geht's und Hans' Haus, so 's Kind", []),
    "genitive apostrophe, then marks": ("Hans' Haus ist 'groß'", ["groß"]),
}


@pytest.mark.parametrize("text, expected", MARKS.values(), ids=MARKS)
def test_pairs_of_marks(text, expected):
    assert [text[q.inner_start : q.inner_end] for q in pair_marks(text)] == expected


@pytest.mark.parametrize("mark", "„“”\"'»«‚‘’›‹\n")
def test_any_row_of_marks_is_read(mark):
    text = (mark + "a") * 3000
    assert all(0 <= q.start < q.inner_start <= q.inner_end < q.end <= len(text) for q in pair_marks(text))
