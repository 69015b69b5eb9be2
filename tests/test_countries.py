"""What German calls the states of the world: every row is one way to name one."""

import pytest

from helpers import countries, inflection, lexicon

ONE_STATE = {
    "genitive": ("Frankreichs", "FRA"),
    "genitive of two words": ("Bosnien und Herzegowinas", "BIH"),
    "adjective, weak": ("französischen", "FRA"),
    "adjective opening a sentence": ("Französische", "FRA"),
    "woman with her own stem": ("Französinnen", "FRA"),
    "weak noun": ("Briten", "GBR"),
    "noun in -er, dative plural": ("Norwegern", "NOR"),
    "noun in -i, plural": ("Israelis", "ISR"),
    "noun declined as an adjective": ("Deutscher", "DEU"),
    "indeclinable adjective": ("Schweizer", "CHE"),
    "part of the kingdom": ("schottische", "GBR"),
    "short form": ("Holland", "NLD"),
    "abbreviation": ("VAE", "ARE"),
    "abbreviation with stops": ("U.S.", "USA"),
    "two words, declined": ("Vereinigten Staaten", "USA"),
    "two words, nominative after article": ("Vereinigte Königreich", "GBR"),
    "two words, genitive": ("Vereinigten Königreichs", "GBR"),
    "long form": ("Vereinigten Staaten von Amerika", "USA"),
    "Swiss spelling": ("Weissrussland", "BLR"),
    "Swiss name": ("Zimbabwe", "ZWE"),
    "old name": ("Weißrussland", "BLR"),
    "CLDR's name": ("Côte d’Ivoire", "CIV"),
    "Kosovo": ("kosovarischen", "XKX"),
    "Taiwan": ("taiwanesische", "TWN"),
    "Palestine": ("Palästinenserin", "PSE"),
    "European Union": ("EU", "EU"),
    "capital": ("Moskaus", "RUS"),
    "capital, other spelling": ("Kyjiw", "UKR"),
    "seat of government": ("Den Haag", "NLD"),
    "Niger": ("Nigrer", "NER"),
    "Nigeria": ("nigerianische", "NGA"),
    "Guinea": ("Guinea", "GIN"),
    "Guinea-Bissau": ("Guinea-Bissaus", "GNB"),
    "Äquatorialguinea": ("Äquatorialguinea", "GNQ"),
    "Papua": ("Papua-Neuguinea", "PNG"),
    "Dominica": ("Dominica", "DMA"),
    "Dominikanische Republik": ("Dominikanischen Republik", "DOM"),
    "North Korea": ("nordkoreanisch", "PRK"),
    "South Korea": ("Südkoreanerinnen", "KOR"),
    "Kongo with its capital": ("Kongo-Brazzaville", "COG"),
    "Kongo with its form of state": ("Demokratischen Republik Kongo", "COD"),
    "South Sudan": ("Südsudans", "SSD"),
    "Georgia is Georgien": ("georgischer", "GEO"),
    "US before a hyphen": ("US-Außenministerin", "USA"),
    "adjective with a hyphen": ("US-amerikanischem", "USA"),
    "state before a hyphen": ("Ukraine-Gipfel", "UKR"),
    "state after a hyphen": ("Nachkriegs-Syrien", "SYR"),
    "union before a hyphen": ("EU-Beitritt", "EU"),
    "compound without hyphen": ("Irakkrieges", "IRQ"),
    "people in a compound": ("Palästinenserpräsident", "PSE"),
    "part of a state": ("Ostukraine", "UKR"),
    "people of a part": ("ostdeutschen", "DEU"),
    "for a state": ("prorussische", "RUS"),
    "state with a hyphen in a compound": ("Saudi-Arabien-Reise", "SAU"),
}

NO_ONE_STATE = {
    "American state": "Georgia",
    "river or surname": "Jordan",
    "two Koreas": "Korea",
    "two Koreas' people": "Koreaner",
    "monks too": "Dominikaner",
    "two states": "deutsch-französischen",
    "two states, capital letters": "Deutsch-Französische",
    "continent": "Europäer",
    "adjective of a continent": "europäische",
    "the other America": "südamerikanische",
    "language": "Französisch",
    "city that is a word": "Essen",
    "island of another name": "Südgeorgien",
    "currency": "US-Dollar",
    "speakers of a language": "englisch-sprachigen",
    "coalition at home": "Jamaika-Koalition",
    "state of former days": "Sowjetunion",
    "empire of former days": "Österreich-Ungarn",
    "inside another word": "Romane",
    "begins like one": "Malisse",
    "nothing": "",
    "hyphens only": "---",
}


@pytest.mark.parametrize(("text", "code"), ONE_STATE.values(), ids=ONE_STATE)
def test_country_of(text, code):
    assert countries.country_of(text) == code


@pytest.mark.parametrize("text", NO_ONE_STATE.values(), ids=NO_ONE_STATE)
def test_no_one_country(text):
    assert countries.country_of(text) is None


@pytest.mark.parametrize(
    ("code", "name"),
    [("USA", "USA"), ("GBR", "Großbritannien"), ("EU", "Europäische Union"), ("BLR", "Belarus"),
     ("CIV", "Elfenbeinküste"), ("DEU", "Deutschland"), ("GRL", "Grönland"), ("XXX", None)],
)  # fmt: skip
def test_name_of(code, name):
    assert countries.name_of(code) == name


def test_capital_keeps_its_own_name():
    assert {reading.entity for reading in countries.readings()["Kyjiws"]} == {"Kiew"}
    assert {reading.kind for reading in countries.readings()["Moskau"]} == {"place"}


def test_compound_of_two_states_names_both():
    assert [reading.country for reading in countries.compound("russisch-ukrainischen")] == ["RUS", "UKR"]
    assert [reading.country for reading in countries.compound("Deutsch-Französischer")] == ["DEU", "FRA"]


@pytest.mark.parametrize("word", ["Koreakrieg", "prokoreanische", "Mittelkorea"])
def test_compound_of_a_name_that_two_states_share_names_neither(word):
    assert countries.compound(word) == ()


@pytest.mark.parametrize("form", ["Polen", "Schweden", "Ungarn"])
def test_state_and_people_of_one_form(form):
    assert [reading.kind for reading in countries.readings()[form]] == ["country", "nationality"]


def test_every_member_of_the_united_nations_is_listed():
    states = {row["code"] for row in lexicon.rows("countries") if row["code"] and not row["kind"]}
    assert len(states) == 193 + len({"VAT", "PSE", "XKX", "TWN"})


def test_a_certain_form_names_one_state():
    for form, readings in countries.readings().items():
        codes = {reading.country for reading in readings if reading.certain}
        assert len(codes) <= 1, f"{form}: {codes}"


def test_every_row_has_a_name_and_known_code():
    for row in lexicon.rows("countries"):
        assert None not in row.values(), row
        assert row["name"] or countries.name_of(row["code"]), row


@pytest.mark.parametrize(
    ("phrase", "form"),
    [("Weißes Haus", "Weißen Hauses"), ("Vereinte Nationen", "Vereinten Nationen"),
     ("Auswärtiges Amt", "Auswärtigem Amt"),
     ("Koalition der Willigen", "Koalition der Willigen"), ("NATO", "NATOs"), ("Laos", "Laos")],
)  # fmt: skip
def test_forms_of_a_name(phrase, form):
    assert form in inflection.name(phrase)


def test_genitive_never_follows_a_hissing_sound():
    assert inflection.name("Paris") == {"Paris"}
