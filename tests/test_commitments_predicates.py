"""Commitments in other words than "X delivers Y": nouns with light verbs, participles before a noun, a state's means as
subject, possession, enumerated actors. One construction a row, as in test_commitments.py."""

import pytest

from commitment_cases import read, rows
from helpers.finds import finds


@rows(
    ("promise-of-the-measure", "Belgien und Irland machten dem Sudan finanzielle Zusagen.",
     ("BEL", "funding", "pledged"), ("IRL", "funding", "pledged")),
    ("compound-promise", "Vietnam hat für die Mission im Kongo Truppenzusagen gemacht.", ("VNM", "troops", "pledged")),
    ("interest-in", "Portugal hat Interesse an einer Teilnahme an der Friedensmission im Libanon bekundet.",
     ("PRT", "troops", "willing")),
    ("no-interest-in", "Brasilien zeigt kein Interesse an einer Beteiligung an der UN-Mission in Haiti.",
     ("BRA", "troops", "ruled out")),
    ("readiness-signalled", "Oman signalisierte Bereitschaft, die Entsendung von Ärzten nach Syrien zu unterstützen.",
     ("OMN", "humanitarian aid", "willing")),
    ("readiness-for", "Chile erklärte seine Bereitschaft zur Entsendung von Soldaten nach Haiti.",
     ("CHL", "troops", "willing")),
    ("green-light", "Tokio gab grünes Licht für den Export dringend benötigter Medikamente nach Myanmar.",
     ("JPN", "humanitarian aid", "pledged")),
    ("held-out", "Kuwait hat dem Libanon bereits neue Kredite in Aussicht gestellt.", ("KWT", "funding", "willing")),
    ("held-out-to-several", "Kuwait hat den stark betroffenen Ländern Laos und Nepal Hilfe in Aussicht gestellt.",
     ("KWT", "humanitarian aid", "willing")),
    ("gets-ready-for", "Die Schweiz bereitet sich auf einen Hilfseinsatz in Haiti vor.",
     ("CHE", "humanitarian aid", "pledged")),
    ("contribution", "Luxemburg leistet einen Beitrag von fünf Millionen Euro zur Hilfe für den Jemen.",
     ("LUX", "funding", "pledged")),
    ("ready-for", "Ghana und Togo sind zu einem Militäreinsatz im Niger bereit.",
     ("GHA", "troops", "willing"), ("TGO", "troops", "willing")),
    ("not-ready-for", "Algerien ist zu einem Militäreinsatz im Niger nicht bereit.", ("DZA", "troops", "ruled out")),
    ("takes-part-with-money", "Island will sich am Wiederaufbau in Mosambik mit drei Millionen Dollar beteiligen.",
     ("ISL", "funding", "pledged")),
    ("takes-part-in-operation", "An der Operation zur Sicherung der Wahl im Kongo nehmen 300 spanische Soldaten teil.",
     ("ESP", "troops", "pledged")),
    ("increase-many-times", "Estland will seine Finanzhilfe für Moldau verzehnfachen.", ("EST", "funding", "pledged")),
)  # fmt: skip
def test_a_noun_says_what_is_promised_and_a_light_verb_carries_it(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("delivered-by", "Die von Tschechien gelieferten Haubitzen stehen im Süden der Ukraine.",
     ("CZE", "weapons", "delivered")),
    ("promised-by-capital", "In Kabul warten die Ärzte auf die von Tokio zugesagten Medikamente.",
     ("JPN", "humanitarian aid", "pledged")),
    ("offered-by", "Nepal nimmt die von China angebotenen Rettungsteams an.", ("CHN", "humanitarian aid", "willing")),
    ("sent-by-number-first", "Acht von Australien entsandte Kampfflugzeuge landeten im Irak.",
     ("AUS", "air support", "delivered")),
    ("imposed-by", "Minsk beklagte die von der EU verhängten Sanktionen.", ("EU", "sanctions", "delivered")),
    ("with-an-adverb", "Die von Finnland längst versprochenen Panzer fehlen in Kiew.", ("FIN", "weapons", "pledged")),
    ("place-inside", "Die von Uruguay in den Kongo entsandten Soldaten erhielten Post.",
     ("URY", "troops", "delivered")),
    ("adjective-and-promise", "Die zugesagten norwegischen Finanzhilfen für Malawi verzögern sich.",
     ("NOR", "funding", "pledged")),
    ("not-an-act", "Die von Kanada kritisierten Waffenlieferungen dauern an."),
    ("wanted-by-somebody-else", "Die von Mali verlangten Hubschrauber stehen nicht bereit."),
    ("by-no-state", "Die von der Caritas gelieferten Zelte erreichten Peru."),
    ("seized", "Die von Russland erbeuteten Panzer wurden in Moskau gezeigt."),
)  # fmt: skip
def test_a_participle_before_the_measure_tells_who_acts(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("on-the-way", "Erste australische Kampfjets sind auf dem Weg in den Irak.", ("AUS", "air support", "delivered")),
    ("in-the-country", "Feuerwehrleute aus Rumänien sind seit Montag zur Unterstützung im Land.",
     ("ROU", "humanitarian aid", "delivered")),
    ("sails", "Die griechische Fregatte Hydra segelte am Sonntag in das Rote Meer.",
     ("GRC", "naval support", "delivered")),
    ("heads-for", "Ein indischer Zerstörer nimmt Kurs auf den Golf von Aden.", ("IND", "naval support", "pledged")),
    ("is-expected", "Drei Löschflugzeuge aus Marokko werden am Freitag in Portugal erwartet.",
     ("MAR", "humanitarian aid", "pledged")),
    ("ready-for-action", "Vier belgische Kampfflugzeuge sind in Jordanien einsatzbereit.",
     ("BEL", "air support", "delivered")),
    ("compound-of-the-army", "Rund 50 Bundeswehrsoldaten wurden nach Niger verlegt.", ("DEU", "troops", "delivered")),
    ("coming-from-several", "Die Rettungsteams kommen aus Japan, Südkorea und Taiwan.",
     ("JPN", "humanitarian aid", "pledged"), ("KOR", "humanitarian aid", "pledged"),
     ("TWN", "humanitarian aid", "pledged")),
    ("possession", "Die italienische Marine hat vor Somalia zwei Fregatten im Einsatz.",
     ("ITA", "naval support", "delivered")),
    ("possession-in-the-country", "Kenia hat mehrere hundert Polizisten in Haiti stationiert.",
     ("KEN", "troops", "delivered")),
    ("they-serve", "Senegalesische Soldaten sollen die Wahl in Gambia sichern.", ("SEN", "troops", "pledged")),
    ("they-serve-now", "In Bangui schützen ruandische Polizisten den Flughafen.", ("RWA", "troops", "delivered")),
    ("they-will-replace", "Im März werden 80 irische Soldaten die Finnen im Libanon ablösen.",
     ("IRL", "troops", "pledged")),
    ("what-the-sent-do", "Peru entsandte zwei Flugzeuge nach Haiti, die Verletzte mit Medikamenten versorgen sollen.",
     ("PER", "air support", "delivered"), ("PER", "humanitarian aid", "pledged")),
    ("served-by-others", "Der General lobte, dass Drohnen die ukrainischen Soldaten schützen."),
    ("plain-possession", "Spanien hat 300 Kampfpanzer."),
    ("tourists-travel", "Deutsche Urlauber sind auf dem Weg in die Türkei."),
    ("enemy-on-the-way", "Russland fürchtet, dass Panzer auf dem Weg sind."),
)  # fmt: skip
def test_means_of_a_state_stand_for_it(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("people-of-several", "Am Abend sagten Vertreter aus Norwegen, Dänemark und Katar weitere Kredite für Mosambik zu.",
     ("NOR", "funding", "pledged"), ("DNK", "funding", "pledged"), ("QAT", "funding", "pledged")),
    ("countries-such-as", "Länder wie Spanien, Irland und Malta wollen Hilfsgüter nach Syrien schicken.",
     ("ESP", "humanitarian aid", "pledged"), ("IRL", "humanitarian aid", "pledged"),
     ("MLT", "humanitarian aid", "pledged")),
    ("relative-clause", "Die Mission im Tschad, an der Irland, Polen und Ungarn teilnehmen, beginnt im Mai.",
     ("IRL", "troops", "pledged"), ("POL", "troops", "pledged"), ("HUN", "troops", "pledged")),
    ("takes-part-too", "Japan schickt Soldaten nach Osttimor. Thailand will sich ebenfalls beteiligen.",
     ("JPN", "troops", "pledged"), ("THA", "troops", "pledged")),
    ("places-are-no-actors",
     "Die USA schicken Ärzte nach Liberia. Sie sollen in Liberia, Guinea und Sierra Leone Zelte aufstellen.",
     ("USA", "humanitarian aid", "pledged")),
    ("enumerated-places-before-the-infinitive",
     "Die USA schicken Ärzte nach Liberia. Sie sollen in Liberia, Guinea und Sierra Leone Zelte verteilen.",
     ("USA", "humanitarian aid", "pledged")),
    ("office-and-name", "Der Nachbar Ruanda bot Soldaten für die Mission im Kongo an.", ("RWA", "troops", "willing")),
    ("it-is-a-state", "Norwegen kündigte an, es werde Kiew Munition schicken.", ("NOR", "weapons", "pledged")),
    ("it-is-nobody", "Oslo teilte mit, es würden von Polen Panzer nach Kiew geliefert.",
     ("POL", "weapons", "pledged")),
    ("two-states-behind-a-verb",
     "Kanzler Kern will die Hilfslieferungen für Syrien mit Chile und Peru abstimmen, die sich beteiligen wollen.",
     ("CHL", "humanitarian aid", "pledged"), ("PER", "humanitarian aid", "pledged")),
    ("poor-countries", "Kanada gibt alle bestellten Impfdosen an Entwicklungsländer ab. Kanada hat genug davon.",
     ("CAN", "humanitarian aid", "pledged")),
)  # fmt: skip
def test_enumerated_actors_and_places(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("disaster-in-the-lead", "Nach dem Erdbeben in Chile bot Peru Hubschrauber an.",
     ("PER", "humanitarian aid", "willing")),
    ("mission-in-a-state", "Die Bundeswehr hat ihren Einsatz in Mali beendet.", ("DEU", "troops", "withdrawn")),
    ("airlift-for-what", "Jordanien plant eine Luftbrücke für Hilfsgüter in den Sudan.",
     ("JOR", "humanitarian aid", "pledged")),
    ("at-work", "Zypern unterstützt Griechenland bei den Löscharbeiten.", ("CYP", "humanitarian aid", "pledged")),
    ("two-participles", "Irland hat Kenia Impfdosen geliefert und damit sein Ziel erreicht.",
     ("IRL", "humanitarian aid", "delivered")),
    ("above-all", "Österreich will vor allem Medikamente nach Haiti schicken.", ("AUT", "humanitarian aid", "pledged")),
    ("mission-called-after-a-state", "Norwegen beendet seine Beteiligung am Mali-Einsatz.",
     ("NOR", "troops", "withdrawn")),
    ("region", "Kuba schickt 100 Ärzte nach Westafrika. Kubas Präsident lobte Kuba.",
     ("CUB", "humanitarian aid", "pledged")),
    ("whose", "Dänemark nimmt nach dem Streit um das Hilfswerk UNRWA dessen Finanzierung wieder auf.",
     ("DNK", "funding", "pledged")),
    ("envoy-called-away", "Wegen des Streits hat Katar seinen Botschafter aus Kairo abberufen.",
     ("QAT", "diplomacy", "delivered")),
    ("comes-with-a-promise", "Kanzlerin Bauer reist mit der Zusage weiterer 20 Millionen Euro für Tunesien an."),
    ("arrives-with-a-promise", "Angela Merkel reist mit der Zusage weiterer 20 Millionen Euro für Tunesien an.",
     ("DEU", "funding", "pledged")),
    ("source-behind", "Peking entsandte der Zeitung „Volksblatt“ zufolge drei Schiffe nach Dschibuti.",
     ("CHN", "naval support", "delivered")),
    ("masculine-state-acts", "Bald werde der Tschad Kampfjets nach Kamerun entsenden.",
     ("TCD", "air support", "pledged")),
    ("government-of-unity", "Die EU hat die Bildung einer Regierung der Nationalen Einheit in Libyen vorgeschlagen."),
    ("guests-not-wanted", "Die Regierung in Bamako will keine UN-Soldaten mehr im Land haben."),
    ("wanted-yesterday", "Die Schweiz wollte Georgien am Montag Zelte schicken.",
     ("CHE", "humanitarian aid", "pledged")),
    ("once-wanted", "Die Schweiz wollte Georgien ursprünglich Zelte schicken."),
    ("wanted-but", "Die Schweiz wollte Georgien Zelte schicken, aber es fehlten Flugzeuge."),
    ("made-in-a-former-state", "Estland liefert der Ukraine in der DDR gebaute Haubitzen.",
     ("EST", "weapons", "pledged")),
    ("of-a-former-state", "In der DDR lieferte Polen der Regierung Panzer."),
)  # fmt: skip
def test_what_and_when(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("talks-attended", "An den Friedensgesprächen in Genf nahmen auch Ägypten und die Türkei teil."),
    ("conference-of-donors", "Vertreter von Japan und Kanada nahmen an der Geberkonferenz teil."),
    ("a-thing-provides", "Das Abkommen sieht vor, dass Mali 300 Soldaten stellt."),
    ("no-fly-zone-over", "Die Flugverbotszone über Libyen sieht vor, dass keine Flugzeuge starten."),
    ("an-exercise-at-home", "An der Parade in Paris nahmen 500 französische Soldaten teil."),
)  # fmt: skip
def test_who_is_only_there_commits_to_nothing(nlp, text, wanted):
    assert read(nlp, text) == wanted


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        pytest.param("Irland erhöht seine Hilfe für Somalia von 15 auf 25 Millionen Euro.", 25e6, "EUR", id="from-to"),
        pytest.param("Kanada stockte die Hilfe für Peru um 5 auf 12 Millionen Dollar auf.", 12e6, "USD", id="by-to"),
        pytest.param("Japan erhöht die Hilfe für Nepal um 3 Millionen Dollar.", 3e6, "USD", id="by-alone"),
    ],
)
def test_the_amount_of_an_increase_is_what_is_given_then(nlp, text, amount, unit):
    (find,) = finds(nlp(text), "commitments")
    assert (find.amount, find.unit) == (amount, unit)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param("Kanada verlegt 400 Soldaten in das Nato-Partnerland Lettland.", "LVA", id="apposition"),
        pytest.param("Spanien liefert Munition über Polen in die Ukraine.", "UKR", id="way-station"),
        pytest.param("Indien schickt Zelte über Pakistan nach Afghanistan.", "AFG", id="way-station-first"),
        pytest.param("Norwegen sagte dem Nachbarland Finnland 20 Löschflugzeuge zu.", "FIN", id="dative-apposition"),
    ],
)
def test_beneficiary(nlp, text, country):
    assert {find.beneficiary for find in finds(nlp(text), "commitments")} == {country}
