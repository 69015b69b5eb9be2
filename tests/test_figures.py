"""What a figure says: value, bound, kind, unit, counted noun and span, one construction a row."""

import string

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Span

from helpers import figures  # noqa: F401  (registers the component)
from helpers.figures.pieces import cut
from helpers.figures.reader import read_all
from helpers.finds import Quote, fill, finds

nlp = spacy.blank("de")
nlp.add_pipe("figures")
nlp.max_length = 10_000_000


def read(text):
    return finds(nlp(text), "figures")


def only(text):
    found = read(text)
    assert len(found) == 1, [(f.span.text, f.kind, f.value) for f in found]
    return found[0]


NOTATIONS = [
    ("dot", "Es kamen 1.500 Gäste.", 1500),
    ("two dots", "Es kamen 2.350.000 Gäste.", 2350000),
    ("apostrophe", "Es kamen 1'500 Gäste.", 1500),
    ("typographic apostrophe", "Es kamen 12’500 Gäste.", 12500),
    ("space", "Es kamen 20 000 Gäste.", 20000),
    ("no-break space", "Es kamen 20\u00a0000 Gäste.", 20000),
    ("narrow space", "Es kamen 20\u202f000 Gäste.", 20000),
    ("thin space", "Es kamen 1\u2009250\u2009000 Gäste.", 1250000),
    ("plain", "Es kamen 750 Gäste.", 750),
    ("five digits", "Es kamen 14500 Gäste.", 14500),
    ("decimal comma", "Der Wert stieg auf 1,5.", 1.5),
    ("dot and comma", "Der Preis liegt bei 2.000,35 Euro.", 2000.35),
    ("Swiss money", "Der Preis liegt bei 1'500.50 Franken.", 1500.5),
    ("decimal point before a unit", "Der Strom kostet 5.25 Franken.", 5.25),
    ("zero comma", "Die Wirtschaft wuchs um 0,3 Prozent.", 0.3),
    ("slash fraction", "Etwa 1/2 der Fläche ist Wald.", 0.5),
    ("vulgar fraction", "Man braucht ½ Liter Milch.", 0.5),
    ("mixed vulgar", "Man braucht 2½ Liter Milch.", 2.5),
    ("mixed spaced", "Man braucht 2 ½ Liter Milch.", 2.5),
    ("mixed slash", "Man braucht 3 1/2 Liter Milch.", 3.5),
    ("minus sign", "Der Saldo lag bei −3 Millionen Euro.", -3e6),
    ("hyphen as minus", "Der Saldo lag bei -3 Millionen Euro.", -3e6),
    ("minus as a word", "Die Bank meldete minus 2,5 Prozent.", -2.5),
    ("million with comma", "Das kostet 11,5 Milliarden Euro.", 11.5e9),
    ("Mio.", "Das kostet 3 Mio. Euro.", 3e6),
    ("Mrd.", "Das kostet 1,5 Mrd. Euro.", 1.5e9),
    ("Tsd.", "Es kamen 5 Tsd. Besucher.", 5000),
    ("decimal point before Mio.", "Das kostet 1.5 Mio. Franken.", 1.5e6),
    ("Swiss Mia.", "Das kostet 4 Mia. Franken.", 4e9),
    ("tausend after digits", "Es kamen 30 tausend Besucher.", 30000),
]


@pytest.mark.parametrize(("text", "value"), [pytest.param(*row[1:], id=row[0]) for row in NOTATIONS])
def test_notation(text, value):
    assert only(text).value == pytest.approx(value, rel=1e-12)


WORDS = [
    ("Zwei Bewohner wurden verletzt.", 2),
    ("Zwölf Bewohner wurden verletzt.", 12),
    ("Siebzehn Bewohner wurden verletzt.", 17),
    ("Sechsundzwanzig Bewohner wurden verletzt.", 26),
    ("Dreißig Bewohner wurden verletzt.", 30),
    ("Dreissig Bewohner wurden verletzt.", 30),
    ("Fuenf Bewohner wurden verletzt.", 5),
    ("Hundert Bewohner wurden verletzt.", 100),
    ("Einhundertelf Bewohner wurden verletzt.", 111),
    ("Hundertundeins Bewohner wurden verletzt.", 101),
    ("Zwölfhundert Bewohner wurden verletzt.", 1200),
    ("Eintausendeinhundert Bewohner wurden verletzt.", 1100),
    ("Zweitausenddreihundertvierundzwanzig Bewohner wurden verletzt.", 2324),
    ("Fünfundvierzigtausend Bewohner wurden verletzt.", 45000),
    ("Dreihunderttausendzwölf Bewohner wurden verletzt.", 300012),
    ("Eine Million Bewohner wurden verletzt.", 1e6),
    ("Eine Million zweihunderttausend Bewohner wurden verletzt.", 1.2e6),
    ("Zwei Millionen 300.000 Bewohner wurden verletzt.", 2.3e6),
    ("Drei Milliarden zweihundert Millionen Bewohner wurden verletzt.", 3.2e9),
    ("Eine halbe Million Bewohner wurden verletzt.", 5e5),
    ("Anderthalb Millionen Bewohner wurden verletzt.", 1.5e6),
    ("Zweieinhalb Millionen Bewohner wurden verletzt.", 2.5e6),
    ("Ein Dutzend Bewohner wurden verletzt.", 12),
    ("Ein halbes Dutzend Bewohner wurden verletzt.", 6),
    ("Zwei Dutzend Bewohner wurden verletzt.", 24),
    ("Fünf Hundert Bewohner wurden verletzt.", 500),
]


@pytest.mark.parametrize(("text", "value"), WORDS, ids=[row[0].split(" Bewohner")[0] for row in WORDS])
def test_number_words(text, value):
    figure = only(text)
    assert (figure.value, figure.kind, figure.bound, figure.counted) == (value, "count", "exactly", "Bewohner")


COLLECTIVES = [
    ("Dutzende Tote liegen dort.", 12, "Tote"),
    ("Hunderte Menschen warten.", 100, "Menschen"),
    ("Hunderte von Menschen warten.", 100, "Menschen"),
    ("Tausende warten.", 1000, None),
    ("Zehntausende Anhänger warten.", 10000, "Anhänger"),
    ("Hunderttausende Anhänger warten.", 100000, "Anhänger"),
    ("Millionen Wähler warten.", 1e6, "Wähler"),
    ("Mehrere Hundert Anhänger warten.", 100, "Anhänger"),
    ("Einige tausend Anhänger warten.", 1000, "Anhänger"),
    ("Mehrere Dutzend Anhänger warten.", 12, "Anhänger"),
    ("Mehrere Millionen Wähler warten.", 1e6, "Wähler"),
    ("Mehrere zehntausend Anhänger warten.", 10000, "Anhänger"),
    ("Ein paar hundert Anhänger warten.", 100, "Anhänger"),
]


@pytest.mark.parametrize(("text", "value", "counted"), COLLECTIVES, ids=[row[0] for row in COLLECTIVES])
def test_collectives_are_more_than_their_least(text, value, counted):
    figure = only(text)
    assert (figure.value, figure.bound, figure.kind, figure.counted) == (value, "more than", "count", counted)
    assert figure.span.start == 0


SHARES = [
    ("Ein Drittel der Abgeordneten fehlte.", 1 / 3, "Abgeordneten"),
    ("Zwei Drittel der Abgeordneten fehlten.", 2 / 3, "Abgeordneten"),
    ("Drei Viertel aller Befragten fehlten.", 3 / 4, "Befragten"),
    ("Drei von ihnen und ein Fünftel der Fläche.", 1 / 5, "Fläche"),
    ("Die Hälfte der Mitglieder fehlte.", 0.5, "Mitglieder"),
    ("Das Gesetz braucht eine Zwei-Drittel-Mehrheit.", 2 / 3, "Mehrheit"),
    ("Das Gesetz braucht eine Zweidrittelmehrheit.", 2 / 3, "Mehrheit"),
    ("Das Gesetz braucht eine Dreiviertelmehrheit.", 3 / 4, "Mehrheit"),
]


@pytest.mark.parametrize(("text", "value", "counted"), SHARES, ids=[row[0] for row in SHARES])
def test_shares(text, value, counted):
    figure = read(text)[-1]
    assert (figure.kind, figure.unit, figure.counted) == ("percent", "share", counted)
    assert figure.value == pytest.approx(value)


RANGES = [
    ("bis", "20 bis 30 Soldaten kamen.", 20, 30, "20 bis 30 Soldaten"),
    ("hyphen", "13-15 Soldaten kamen.", 13, 15, "13-15 Soldaten"),
    ("dash", "13–15 Soldaten kamen.", 13, 15, "13–15 Soldaten"),
    ("spaced dash", "13 – 15 Soldaten kamen.", 13, 15, "13 – 15 Soldaten"),
    ("words", "Zehn bis zwölf Soldaten kamen.", 10, 12, "Zehn bis zwölf Soldaten"),
    ("between", "Zwischen 13 und 15 Soldaten kamen.", 13, 15, "Zwischen 13 und 15 Soldaten"),
    ("bounded", "Rund 20 bis 30 Soldaten kamen.", 20, 30, "Rund 20 bis 30 Soldaten"),
    ("oder", "Zwei oder drei Soldaten kamen.", 2, 3, "Zwei oder drei Soldaten"),
    ("ein bis zwei", "Ein bis zwei Soldaten kamen.", 1, 2, "Ein bis zwei Soldaten"),
    ("shared scale", "5 bis 10 Millionen Menschen kamen.", 5e6, 10e6, "5 bis 10 Millionen Menschen"),
    ("own scales", "500.000 bis 1,5 Millionen Menschen kamen.", 5e5, 1.5e6, "500.000 bis 1,5 Millionen Menschen"),
    ("unit twice", "Es kostet 5 Euro bis 10 Euro.", 5, 10, "5 Euro bis 10 Euro"),
    ("between percent", "Es sind zwischen 4,5 und 6 Prozent.", 4.5, 6, "zwischen 4,5 und 6 Prozent"),
    ("between, shared scale", "Es sind zwischen zwei und drei Milliarden Euro.", 2e9, 3e9,
     "zwischen zwei und drei Milliarden Euro"),
    ("ages", "Befragt wurden 14- bis 17-Jährige.", 14, 17, "14- bis 17-Jährige"),
    ("compound words", "Es waren drei- bis viermal so viele.", 3, 4, "drei- bis viermal"),
    ("weeks", "Es dauert zwei bis drei Wochen.", 2, 3, "zwei bis drei Wochen"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high", "span"), [pytest.param(*r[1:], id=r[0]) for r in RANGES])
def test_ranges(text, low, high, span):
    figure = only(text)
    assert (figure.value, figure.value_to, figure.bound, figure.span.text) == (low, high, "between", span)


BOUNDS = [
    ("mehr als", "more than"), ("über", "more than"), ("etwas mehr als", "more than"), ("gut", "more than"),
    ("deutlich mehr als", "more than"), ("weniger als", "less than"), ("unter", "less than"), ("knapp", "less than"),
    ("fast", "less than"), ("beinahe", "less than"), ("nahezu", "less than"), ("rund", "about"), ("etwa", "about"),
    ("circa", "about"), ("ca.", "about"), ("ungefähr", "about"), ("schätzungsweise", "about"), ("an die", "about"),
    ("um die", "about"), ("mindestens", "at least"), ("wenigstens", "at least"), ("nicht weniger als", "at least"),
    ("höchstens", "at most"), ("maximal", "at most"), ("bis zu", "at most"), ("nicht mehr als", "at most"),
    ("genau", "exactly"), ("exakt", "exactly"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "bound"), BOUNDS, ids=[row[0] for row in BOUNDS])
@pytest.mark.parametrize("number", ["40", "vierzig"])
def test_bounds(words, bound, number):
    figure = only(f"Gestohlen wurden {words} {number} wertvolle Bilder.")
    assert (figure.value, figure.bound, figure.counted) == (40, bound, "Bilder")
    assert figure.span.text == f"{words} {number} wertvolle Bilder"


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Es kamen 40 Gäste oder mehr.", "at least"),
        ("Es kamen 40 oder mehr Gäste.", "at least"),
        ("Es kamen 40 Gäste oder weniger.", "at most"),
        ("Wer 65 Jahre und älter ist, zahlt nichts.", "at least"),
    ],
)
def test_bounds_behind(text, bound):
    assert only(text).bound == bound


MONEY = [
    ("5 Euro", 5, "EUR"), ("5 €", 5, "EUR"), ("€5", 5, "EUR"), ("€ 5,50", 5.5, "EUR"), ("EUR 5 Mio.", 5e6, "EUR"),
    ("5 Mio. EUR", 5e6, "EUR"), ("20 US-Dollar", 20, "USD"), ("US$ 20", 20, "USD"), ("$20", 20, "USD"),
    ("20 Dollar", 20, "USD"), ("CHF 5.50", 5.5, "CHF"), ("30 Franken", 30, "CHF"), ("Fr. 30", 30, "CHF"),
    ("30 Schweizer Franken", 30, "CHF"), ("8 Milliarden Rubel", 8e9, "RUB"), ("70 Hrywnja", 70, "UAH"),
    ("£40", 40, "GBP"), ("40 Pfund", 40, "GBP"), ("900 Yen", 900, "JPY"), ("12 Złoty", 12, "PLN"),
    ("300 schwedische Kronen", 300, "SEK"), ("300 dänischen Kronen", 300, "DKK"), ("300 Kronen", 300, None),
    ("400 indische Rupien", 400, "INR"), ("60 australische Dollar", 60, "AUD"), ("10 TRY", 10, "TRY"),
    ("vier Millionen Euro", 4e6, "EUR"), ("ein Euro", 1, "EUR"), ("zehn Yuan", 10, "CNY"), ("50 Cent", 50, "cent"),
]  # fmt: skip


@pytest.mark.parametrize(("amount", "value", "unit"), MONEY, ids=[row[0] for row in MONEY])
def test_money(amount, value, unit):
    figure = only(f"Dafür zahlt die Stadt {amount} im Monat.")
    assert (figure.kind, figure.value, figure.unit, figure.span.text) == ("money", value, unit, amount)


MEASURES = [
    ("5%", 5, "percent", "%"), ("5 %", 5, "percent", "%"), ("fünf Prozent", 5, "percent", "%"),
    ("ein Prozent", 1, "percent", "%"), ("3 Prozentpunkte", 3, "percent", "percentage point"),
    ("1,2 Promille", 1.2, "percent", "‰"), ("7 Kilometer", 7, "measure", "km"), ("7km", 7, "measure", "km"),
    ("80 km/h", 80, "measure", "km/h"), ("80 Kilometer pro Stunde", 80, "measure", "km/h"),
    ("200 Quadratmeter", 200, "measure", "m²"), ("200 m²", 200, "measure", "m²"), ("12 Hektar", 12, "measure", "ha"),
    ("4 Tonnen", 4, "measure", "t"), ("4 t", 4, "measure", "t"), ("300 Gramm", 300, "measure", "g"),
    ("20 Grad", 20, "measure", "°C"), ("20 Grad Celsius", 20, "measure", "°C"), ("−5 °C", -5, "measure", "°C"),
    ("-5°C", -5, "measure", "°C"), ("minus fünf Grad", -5, "measure", "°C"),
    ("90 Grad Fahrenheit", 90, "measure", "°F"),
    ("3 Gigawatt", 3, "measure", "GW"), ("50 Kilowattstunden", 50, "measure", "kWh"), ("2 Liter", 2, "measure", "L"),
    ("einen Meter", 1, "measure", "m"), ("8 Barrel", 8, "measure", "bbl"), ("5 Mikrosievert", 5, "measure", "µSv"),
]  # fmt: skip


@pytest.mark.parametrize(("amount", "value", "kind", "unit"), MEASURES, ids=[row[0] for row in MEASURES])
def test_units(amount, value, kind, unit):
    figure = only(f"Gemessen wurden {amount}, hieß es.")
    assert (figure.kind, figure.value, figure.unit, figure.span.text) == (kind, value, unit, amount)


TIMES = [
    ("Die Reise dauert zwei Wochen.", 2, "week", "Wochen"),
    ("Die Reise dauert 48 Stunden.", 48, "hour", "Stunden"),
    ("Die Reise dauert 90 Minuten.", 90, "minute", "Minuten"),
    ("Die Reise dauert anderthalb Jahre.", 1.5, "year", "Jahre"),
    ("Die Reise dauert ein halbes Jahr.", 0.5, "year", "Jahr"),
    ("Die Reise dauert drei Monate.", 3, "month", "Monate"),
    ("Die Reise dauert zehn Tage.", 10, "day", "Tage"),
    ("Sie lief die Runde in 1:43,5 Minuten.", 103.5, "second", None),
    ("Die Stadt bestand vier Jahrhunderte.", 4, "century", "Jahrhunderte"),
    ("Eine Stunde später kam er.", 1, "hour", "Stunde"),
    ("Es begann vor einem Jahr.", 1, "year", "Jahr"),
    ("Er kam in eine dreitägige Haft.", 3, "day", "Haft"),
    ("Es folgte eine zweieinhalbstündige Sitzung.", 2.5, "hour", "Sitzung"),
    ("Er bekam eine zweijährige Haftstrafe.", 2, "year", "Haftstrafe"),
    ("Gesetzt war eine 24-Stunden-Frist.", 24, "hour", "Frist"),
]


@pytest.mark.parametrize(("text", "value", "unit", "counted"), TIMES, ids=[row[0] for row in TIMES])
def test_durations(text, value, unit, counted):
    figure = only(text)
    assert (figure.kind, figure.value, figure.unit, figure.counted) == ("duration", value, unit, counted)


AGES = [
    ("Der 34-Jährige schwieg.", 34, "34-Jährige"),
    ("Die 34jährige Frau schwieg.", 34, "34jährige Frau"),
    ("Ein 30-jähriger Mann schwieg.", 30, "30-jähriger Mann"),
    ("Ein dreijähriges Kind schwieg.", 3, "dreijähriges Kind"),
    ("Sie starb im Alter von 91 Jahren.", 91, "91 Jahren"),
    ("Sie starb mit 91 Jahren.", 91, "91 Jahren"),
    ("Der Eintritt ist ab 18 Jahren frei.", 18, "ab 18 Jahren"),
    ("Er ist 12 Jahre alt.", 12, "12 Jahre alt"),
    ("Der zwölf Jahre alte Schüler schwieg.", 12, "zwölf Jahre alte Schüler"),
    ("Karin P. (45) schwieg.", 45, "45"),
]


@pytest.mark.parametrize(("text", "value", "span"), AGES, ids=[row[0] for row in AGES])
def test_ages(text, value, span):
    figure = only(text)
    assert (figure.kind, figure.value, figure.unit, figure.span.text) == ("age", value, "year", span)


LABELS = [
    ("Das regelt Artikel 5 der Satzung.", "reference", 5, "Artikel 5"),
    ("Das regelt Art. 20 der Satzung.", "reference", 20, "Art. 20"),
    ("Das regelt Artikel 16a der Satzung.", "reference", 16, "Artikel 16a"),
    ("Das verlangt die Resolution 1701 klar.", "reference", 1701, "Resolution 1701"),
    ("Das verlangt die UN-Resolution 1701 klar.", "reference", 1701, "UN-Resolution 1701"),
    ("Auf der A 52 staut es sich.", "reference", 52, "A 52"),
    ("Auf der A52 staut es sich.", "reference", 52, "A52"),
    ("Auf der Bundesstraße 27 staut es sich.", "reference", 27, "Bundesstraße 27"),
    ("Das verbietet Paragraf 218 bisher.", "reference", 218, "Paragraf 218"),
    ("Das verbietet § 218 bisher.", "reference", 218, "§ 218"),
    ("Das steht in Kapitel 3 unten.", "reference", 3, "Kapitel 3"),
    ("Das ist Nummer 7 der Liste.", "reference", 7, "Nummer 7"),
    ("Sie kam auf Platz 3 ins Ziel.", "ordinal", 3, "Platz 3"),
    ("Sie kam auf Rang zwei ins Ziel.", "ordinal", 2, "Rang zwei"),
    ("Er holte den 3. Platz im Lauf.", "ordinal", 3, "3. Platz"),
    ("Am dritten Tag regnete es.", "ordinal", 3, "dritten Tag"),
    ("Es ist die fünfundzwanzigste Sitzung.", "ordinal", 25, "fünfundzwanzigste Sitzung"),
    ("Es ist die zweitgrößte Stadt.", "ordinal", 2, "zweitgrößte Stadt"),
    ("Sie traf ihn zum zweiten Mal.", "ordinal", 2, "zweiten Mal"),
    ("Die Heimelf gewann 2:1 im Derby.", "score", 2, "2:1"),
    ("Die Heimelf gewann 2 : 1 im Derby.", "score", 2, "2 : 1"),
]


@pytest.mark.parametrize(("text", "kind", "value", "span"), LABELS, ids=[row[0] for row in LABELS])
def test_references_ordinals_scores(text, kind, value, span):
    figure = only(text)
    assert (figure.kind, figure.value, figure.span.text) == (kind, value, span)


def test_the_second_number_of_a_score_is_its_upper_value():
    assert only("Die Heimelf gewann 2:1 im Derby.").value_to == 1


COMPOUNDS = [
    ("Eine vierköpfige Familie zog ein.", 4, "count", None, "Familie"),
    ("Eine 26-prozentige Beteiligung reicht.", 26, "percent", "%", "Beteiligung"),
    ("Eine fünfprozentige Erhöhung reicht.", 5, "percent", "%", "Erhöhung"),
    ("Der 12-Punkte-Plan liegt vor.", 12, "count", None, "Punkte"),
    ("Der Zehn-Punkte-Plan liegt vor.", 10, "count", None, "Punkte"),
    ("Der Sieben-Punkte-Vorsprung bleibt.", 7, "count", None, "Punkte"),
    ("Das 12-Seiten-Papier bleibt.", 12, "count", None, "Seiten"),
    ("Das 500-Millionen-Euro-Paket liegt vor.", 5e8, "money", "EUR", "Paket"),
    ("Das 1,5-Grad-Ziel bleibt.", 1.5, "measure", "°C", "Ziel"),
    ("Die Fünf-Prozent-Hürde bleibt.", 5, "percent", "%", "Hürde"),
    ("Er rief dreimal an.", 3, "count", None, None),
    ("Er rief 3-mal an.", 3, "count", None, None),
    ("Er rief drei Mal an.", 3, "count", None, "Mal"),
    ("Es waren doppelt so viele wie sonst.", 2, "measure", "times", None),
    ("Es waren dreimal so viele wie sonst.", 3, "measure", "times", None),
    ("Der dreifache Preis wurde verlangt.", 3, "measure", "times", "Preis"),
]


@pytest.mark.parametrize(("text", "value", "kind", "unit", "counted"), COMPOUNDS, ids=[r[0] for r in COMPOUNDS])
def test_compounds(text, value, kind, unit, counted):
    figure = only(text)
    assert (figure.value, figure.kind, figure.unit, figure.counted) == (value, kind, unit, counted)


COUNTED = [
    ("Mehr als 30 andere Länder schwiegen.", "Länder", "Mehr als 30 andere Länder"),
    ("Sie hat 25.000 im Westen stationierte Soldaten.", "Soldaten", "25.000 im Westen stationierte Soldaten"),
    ("Sie hat 25.000 von der Regierung entsandte Soldaten.", "Soldaten", None),
    ("Man fand 14 schwer verletzte Bergleute.", "Bergleute", "14 schwer verletzte Bergleute"),
    ("Man fand 14 kleine und mittlere Betriebe.", "Betriebe", "14 kleine und mittlere Betriebe"),
    ("Man fand 14 junge, arbeitslose Männer.", "Männer", "14 junge, arbeitslose Männer"),
    ("Man fand 14 Berliner Polizisten.", "Polizisten", "14 Berliner Polizisten"),
    ("Man fand 14 US-amerikanische Panzer.", "Panzer", "14 US-amerikanische Panzer"),
    ("Man fand 14 Polizei- und Rettungskräfte.", "Polizei- und Rettungskräfte", None),
    ("Zehn der Opfer leben.", "Opfer", "Zehn der Opfer"),
    ("Sechs dieser Betriebe schlossen.", "Betriebe", "Sechs dieser Betriebe"),
    ("Beide Länder schwiegen.", "Länder", "Beide Länder"),
    ("Die beiden Staats- und Regierungschefs schwiegen.", "Staats- und Regierungschefs", None),
    ("30 Prozent der Stimmen fehlen.", "Stimmen", "30 Prozent"),
    ("20 Kilogramm Kokain fehlen.", "Kokain", "20 Kilogramm"),
    ("Davon kamen 26 nach Polen.", None, "26"),
    ("Der Bestand stieg auf 35 an.", None, "35"),
    ("Man zahlte 500 für gebrauchte Möbel.", None, "500"),
]


@pytest.mark.parametrize(("text", "counted", "span"), COUNTED, ids=[row[0] for row in COUNTED])
def test_counted_noun(text, counted, span):
    figure = only(text)
    assert figure.counted == counted
    assert span is None or figure.span.text == span


def test_a_part_and_its_whole_are_two_figures_of_one_noun():
    assert [(f.span.text, f.value, f.counted) for f in read("Davon stimmten 26 der 35 Länder zu.")] == [
        ("26 der 35 Länder", 26, "Länder"),
        ("35 Länder", 35, "Länder"),
    ]
    assert [(f.value, f.counted) for f in read("Vier von fünf Deutschen sparen.")] == [
        (4, "Deutschen"),
        (5, "Deutschen"),
    ]


def test_both_sides_of_a_size_have_its_unit():
    assert [(f.value, f.unit) for f in read("Die Halle ist rund 200 mal 20 Meter groß.")] == [(200, "m"), (20, "m")]


def test_the_half_is_read_with_its_article_and_bound():
    figure = only("Etwa die Hälfte der Mitglieder fehlte.")
    assert (figure.span.text, figure.value, figure.bound) == ("Etwa die Hälfte der Mitglieder", 0.5, "about")


def test_a_unit_holds_for_every_number_before_it():
    assert [(f.value, f.unit) for f in read("Der Satz stieg von 3 auf 5 Prozent.")] == [(3, "%"), (5, "%")]
    assert [f.value for f in read("Gezahlt wurden zwei und später drei Millionen Euro.")][-1] == 3e6


ONE = [
    "Nur ein Land schwieg.", "Ein einziges Land schwieg.", "Genau ein Land schwieg.", "Jeweils ein Land schwieg.",
    "Mindestens ein Land schwieg.",
]  # fmt: skip


@pytest.mark.parametrize("text", ONE)
def test_ein_counts_where_it_says_how_many(text):
    figure = only(text)
    assert (figure.value, figure.counted) == (1, "Land")


def test_ein_counts_beside_another_number():
    assert [(f.value, f.counted) for f in read("Zwei Frauen und ein Mann sind tot.")] == [(2, "Frauen"), (1, "Mann")]
    assert [(f.value, f.counted) for f in read("Ein Mann und zwei Frauen sind tot.")] == [(1, "Mann"), (2, "Frauen")]


NOTHING = [
    ("article", "Ein Land und eine Stadt schwiegen, ein Jahr verging, einer sprach."),
    ("aircraft", "Die Boeing 747 landete, die Boeing 737-300 und die F-16 starteten."),
    ("telephone", "Hinweise unter Tel. 030 1234567 oder +49 30 1234567."),
    ("service number", "Hinweise unter der Hotline 0800 111 0 111 erbeten."),
    ("version", "Die Version 2.1 und iOS 17.2 sind da, dann 3.4.1."),
    ("link", "Mehr auf https://beispiel.example/2024/35 oder www.beispiel.example/12."),
    ("mail", "Post an redaktion24@beispiel.example erbeten."),
    ("letters and digits", "Die G7, das MH17, COVID-19 und SARS-CoV-2 nahmen zu."),
    ("world war", "Der Zweite Weltkrieg und die Erste Hilfe sind Themen."),
    ("list number", "1. Einleitung\n2. Hauptteil\n3) Schluss"),
    ("identifier", "Der Antrag 123456789012 liegt vor."),
    ("verb achten", "Wir achten auf Ordnung."),
    ("words that look like numbers", "Die Einheit und der Zweifel, einfach einmalig, einseitig, Achtung, der Dreist."),
    ("quarter finals", "Im Viertelfinale und im Achtelfinale gab es Streit im Stadtviertel."),
    ("vague", "Viele Länder, einige Städte, mehrere Orte und kein Dorf."),
]


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in NOTHING])
def test_numbers_that_are_no_figures(text):
    assert [(f.span.text, f.kind) for f in read(text)] == []


def test_the_quote_that_holds_a_figure_says_who_asserts_it():
    doc = nlp.make_doc("Sie sagte: Es sind 30 Panzer. Es sind 40 Panzer.")
    fill(doc, "quotes", [Quote(Span(doc, 3, 7), "indirect", speaker_entity="Erika Muster")])
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert [(f.value, f.speaker_entity) for f in finds(doc, "figures")] == [(30, "Erika Muster"), (40, None)]


ONES = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
        "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]  # fmt: skip
TENS = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def spell(number):
    """A number below a million in German words, by the school rule."""
    if number >= 1000:
        return spell(number // 1000) + "tausend" + (spell(number % 1000) if number % 1000 else "")
    if number >= 100:
        return ONES[number // 100] + "hundert" + (spell(number % 100) if number % 100 else "")
    if number < 20:
        return ONES[number]
    return (ONES[number % 10] + "und" if number % 10 else "") + TENS[number // 10]


def group(number, mark):
    return f"{number:,}".replace(",", mark)


@given(st.integers(2, 999_999))
def test_any_number_word_reads_back(number):
    if number % 100 != 1:  # -eins is said with an s
        assert read(f"Es kamen {spell(number)} Gäste.")[0].value == number


@given(st.integers(10_000, 10**15), st.sampled_from([".", "'", "’", " ", "\u00a0", "\u202f", "\u2009"]))
def test_any_grouped_number_reads_back(number, mark):
    figure = only(f"Es kamen {group(number, mark)} Gäste.")
    assert (figure.value, figure.counted) == (number, "Gäste")


@given(st.integers(0, 9_999_999), st.integers(0, 99), st.sampled_from(["Euro", "Prozent", "Kilometer"]))
def test_any_decimal_number_reads_back(whole, cents, unit):
    figure = only(f"Es waren {group(whole, '.')},{cents:02d} {unit}.")
    assert figure.value == pytest.approx(whole + cents / 100)


BITS = """30 . , - − – / : % € § bis zwischen und ein zwei Mio. ½ Uhr Mai 2022 1.500 3. der Länder Dutzend Prozent ( )
    „ \x00 jährig Artikel minus Donnerstag vergangenen Ende halb A 99999999999999999999"""
PARTS = [*BITS.split(), " ", "\n"]


@given(st.lists(st.sampled_from(PARTS), max_size=40), st.sampled_from(["", " "]))
def test_any_text_is_read_and_every_span_is_its_text(parts, joint):
    text = joint.join(parts)
    doc = nlp(text)
    for figure in finds(doc, "figures"):
        assert figure.span.text == text[figure.span.start_char : figure.span.end_char] != ""
        assert (figure.value is None) == (figure.kind == "date")
        assert (figure.bound is None) == (figure.kind == "date")


@given(st.text(alphabet=string.printable + "äöüß½€§„“–−\u00a0", max_size=200))
def test_random_characters_do_not_raise(text):
    read(text)


@pytest.mark.parametrize(
    "unit", ["1", "a", "1.", "1,", "1/", "1:", "zwei", "ein ", "1 ", "-", "1-", "§", "@", "a-", "\ud800"]
)
def test_a_long_run_of_one_pattern_is_read(unit):
    assert read_all(cut(unit * (20_000 // len(unit))), None) is not None


def test_a_megabyte_of_one_character_is_read():
    for unit in "1az":
        assert len(cut(unit * 1_000_000)) <= 1_000_000


@pytest.mark.parametrize(
    "text, spans",
    [
        ("Das sei nicht nur eine Frage der Sicherheit.", []),
        ("Es ist nur ein Tropfen auf den heißen Stein.", []),
        ("Zwei Maschinen vom Typ A400M flogen los.", ["Zwei Maschinen"]),
        ("In den ersten neun Monaten stieg der Gewinn.", ["neun Monaten"]),
        ("Sie kündigte erste Hilfen an.", []),
        ("Die Mission läuft seit 2013. Sie endet nun.", ["2013"]),
        ("Am Ende stand es 2:1.", ["2:1"]),
        ("Der 1. FC Beispiel gewann.", []),
        ("+++ 12:51 In Finnland beginnt die Debatte +++", []),
        ("Nur ein Land stimmte zu.", ["ein Land"]),
        ("Im Rat ist nur ein Land dagegen.", ["ein Land"]),
        ("Gewählt wurde nur ein Vertreter aus Kenia.", ["ein Vertreter"]),
    ],
)
def test_what_says_no_number_is_no_figure_and_full_stops_stay_outside(nlp, text, spans):
    assert [find.span.text for find in finds(nlp(text), "figures")] == spans


@pytest.mark.parametrize(
    "text",
    [
        "Die Zweistaatenlösung bleibt das Ziel.",
        "Die Zwei-Staaten-Lösung bleibt das Ziel.",
        "Der Drei-Seen-Bote schreibt darüber.",
        "Im Vier-Augen-Gespräch ging es um Geld.",
        "Auf Sat.1 lief der Film.",
        "Die 96er gewannen, nahe der 1,20er Marke.",
        "Die ersten Ergebnisse liegen vor.",
        "Er holte seine ersten Punkte.",
        "Friedrich der Zweite starb im Schloss.",
        "Es war ein gutes Jahr.",
        "Es brannten Wiesen und eine Fläche von Wald.",
        "Eine Vielzahl von Wiesen und eine Reihe von Häusern brannten.",
    ],
)
def test_a_number_in_a_name_or_an_idiom_is_no_figure(text):
    assert not read(text)


FRESH = [
    ("every third", "Jeder dritte Befragte zögert.", 1 / 3, "percent", "share", "Befragte"),
    ("nearly every tenth", "Fast jeder zehnte Haushalt ist arm.", 0.1, "percent", "share", "Haushalt"),
    ("every fourth, noun left out", "Jede Vierte zögert.", 0.25, "percent", "share", None),
    ("a good half year", "Das dauerte ein gutes halbes Jahr.", 0.5, "duration", "year", "Jahr"),
    ("a good year", "Das ist seit einem guten Jahr so.", 1, "duration", "year", "Jahr"),
    ("a short hour", "Das ist in einer knappen Stunde so.", 1, "duration", "hour", "Stunde"),
    ("a good dozen", "Ein gutes Dutzend Gäste blieb.", 12, "count", None, "Gäste"),
    ("lasting an hour", "Die Fahrt dauert eine Stunde.", 1, "duration", "hour", "Stunde"),
    ("one point ahead", "Er kam mit einem Punkt Vorsprung an.", 1, "count", None, "Punkt"),
    ("one seat more", "Die Partei hat einen Sitz mehr.", 1, "count", None, "Sitz"),
    ("term of a bond", "Zehnjährige Bundesanleihen fielen.", 10, "duration", "year", "Bundesanleihen"),
    ("term of an abstract noun", "Die zehnjährige Beziehung endete.", 10, "duration", "year", "Beziehung"),
    ("age of a person in -ion", "Der 34-jährige Spion floh.", 34, "age", "year", "Spion"),
    ("dash behind a percent sign", "Die Rendite lag bei 2,74 Prozent - ein Höchststand.", 2.74, "percent", "%", None),
    ("magnitude at the end", "Das Beben hatte Magnitude 5.7.", 5.7, "measure", None, None),
    ("one and a half times", "Er ist eineinhalb mal so groß.", 1.5, "measure", "times", None),
    ("four adjectives", "Drei weitere schwere russische Angriffe folgten.", 3, "count", None, "Angriffe"),
    ("adverb and adjectives", "Zwei bislang unbekannte junge Männer flohen.", 2, "count", None, "Männer"),
    ("pair of sexes", "Rund 800 Soldatinnen und Soldaten übten.", 800, "count", None, "Soldatinnen und Soldaten"),
    ("men and women", "200 Männer und Frauen halfen.", 200, "count", None, "Männer und Frauen"),
    ("coordination of others", "20 Polizisten und Reporter kamen.", 20, "count", None, "Polizisten"),
    ("compound of a numbered word", "Es gilt die Gefahrenstufe 3 im Land.", 3, "reference", None, "Gefahrenstufe"),
    ("his first", "Er schoss sein erstes Tor.", 1, "ordinal", None, "Tor"),
    ("voltage", "Die Leitung hat 380 kV Spannung.", 380, "measure", "kV", "Spannung"),
    ("share at the end, before an acronym", "Sie fielen um bis zu 3,7 Prozent. RWE auch.", 3.7, "percent", "%", None),
    ("age of people", "Menschen über 60 Jahre zahlen.", 60, "age", "year", None),
    ("one dead", "Eine Tote lag dort.", 1, "count", None, "Tote"),
    ("one, after a negation", "Sie zogen nicht über mindestens ein Mandat ein.", 1, "count", None, "Mandat"),
    ("money by area", "Die Miete liegt bei 6,38 Euro/m² kalt.", 6.38, "money", "EUR", None),
    ("place among the best", "Sie kam unter die Top 15.", 15, "ordinal", None, "Top"),
    ("district, no score", "Im Kreis 7 zu wohnen kostet.", 7, "reference", None, "Kreis"),
    ("pages", "Das 57-seitige Heft kostet nichts.", 57, "count", None, "Heft"),
    ("second of a contest", "Sie wurde in Oslo Zweite.", 2, "ordinal", None, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value", "kind", "unit", "counted"), [pytest.param(*row[1:], id=row[0]) for row in FRESH]
)
def test_one_figure_and_all_it_says(text, value, kind, unit, counted):
    figure = only(text)
    assert figure.value == pytest.approx(value)
    assert (figure.kind, figure.unit, figure.counted) == (kind, unit, counted)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Der Preis stieg von 15 auf 25 Millionen Euro.", [(15e6, "EUR"), (25e6, "EUR")]),
        ("Der Preis stieg von 15 auf 25 Millionen.", [(15e6, None), (25e6, None)]),
        ("Er stieg von zuletzt 9,8 Millionen deutlich auf 18 Millionen Euro.", [(9.8e6, "EUR"), (18e6, "EUR")]),
        ("Es sind nicht 8,1, sondern 8,4 Milliarden Euro.", [(8.1e9, "EUR"), (8.4e9, "EUR")]),
        ("Der Verlust wuchs um 1,5 Milliarden oder 27 Prozent.", [(1.5e9, None), (27, "%")]),
        ("Sie kam auf 18,0 Prozent (-2,8) im Land.", [(18, "%"), (-2.8, "percentage point")]),
        ("Sie kam auf 18,0 Prozent (+2,8) im Land.", [(18, "%"), (2.8, "percentage point")]),
        ("Beben der Stärke 6,1 und 5,2 folgten.", [(6.1, None), (5.2, None)]),
    ],
)
def test_a_unit_and_a_scale_may_be_said_once(text, values):
    assert [(f.value, f.unit) for f in read(text)] == [(pytest.approx(value), unit) for value, unit in values]
