"""What counts as a state's commitment, as parametrised German sentences: one construction a row.

Each row: a text and the (country, measure, stance) rows that a careful reader takes from it; () means none.
"""

import pytest

from commitment_cases import read, rows
from helpers import lexicon
from helpers.commitments import words
from helpers.finds import finds


def check(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("present", "Frankreich schickt 300 Soldaten nach Mali.", ("FRA", "troops", "pledged")),
    ("present-verb-separable", "Kanada stellt 50 gepanzerte Fahrzeuge und zwei Haubitzen für die Ukraine bereit.",
     ("CAN", "weapons", "pledged")),
    ("function-verb-phrase", "Norwegen stellt der Ukraine mehrere Haubitzen zur Verfügung.",
     ("NOR", "weapons", "pledged")),
    ("future", "Spanien wird zwei Fregatten vor die Küste Somalias entsenden.", ("ESP", "naval support", "pledged")),
    ("modal-wollen", "Italien will der Ukraine weitere Munition liefern.", ("ITA", "weapons", "pledged")),
    ("future-passive-with-agent", "Der Ukraine werden von Dänemark 19 Kampfpanzer geliefert.",
     ("DNK", "weapons", "pledged")),
    ("sollen-subject-is-the-troops", "Rund 200 portugiesische Soldaten sollen in Osttimor bald folgen.",
     ("PRT", "troops", "pledged")),
    ("object-first", "Vier Kampfhubschrauber schickt Indien zur UN-Mission in den Sudan.",
     ("IND", "air support", "pledged"), ),
    ("money", "Japan stellt Haiti 70 Millionen Dollar zur Verfügung.", ("JPN", "funding", "pledged")),
    ("join-mission", "Irland beteiligt sich an der UN-Mission im Tschad.", ("IRL", "troops", "pledged")),
    ("training", "Großbritannien bildet ukrainische Soldaten aus.", ("GBR", "training", "pledged")),
)  # fmt: skip
def test_plain_act_in_present_or_future_is_a_pledge(nlp, text, wanted):
    check(nlp, text, wanted)


@rows(
    ("perfect", "Polen hat der Ukraine 14 Kampfpanzer geliefert.", ("POL", "weapons", "delivered")),
    ("preterite", "Japan schickte 60 Rettungshelfer nach Neuseeland.", ("JPN", "humanitarian aid", "delivered")),
    ("pluperfect", "Australien hatte im Mai mehrere hundert Soldaten auf die Salomonen entsandt.",
     ("AUS", "troops", "delivered")),
    ("perfect-subordinate", "Es wurde bekannt, dass Norwegen Medikamente nach Pakistan geschickt hat.",
     ("NOR", "humanitarian aid", "delivered")),
    ("arrived", "In Dili sind inzwischen neuseeländische Truppen gelandet.", ("NZL", "troops", "delivered")),
    ("arrived-preterite", "Eine malaysische Spezialeinheit erreichte Osttimor am Samstag.",
     ("MYS", "troops", "delivered")),
    ("arrived-separable", "Am Dienstag traf ein türkisches Rettungsteam in Nepal ein.",
     ("TUR", "humanitarian aid", "delivered")),
    ("passive-adjective", "Deutsche Soldaten wurden nach Mali entsandt.", ("DEU", "troops", "delivered")),
    ("passive-agent", "Die ersten Panzer wurden von Polen an die Ukraine übergeben.", ("POL", "weapons", "delivered")),
    ("imposed", "Die EU verhängte ein Waffenembargo gegen Belarus.", ("EU", "sanctions", "delivered")),
    ("frozen", "Die Schweiz hat die Konten der libyschen Führung eingefroren.", ("CHE", "sanctions", "delivered")),
    ("import-ban", "Kanada hat die Einfuhr von russischem Gold verboten.", ("CAN", "sanctions", "delivered")),
    ("debt-relief", "Frankreich hat dem Sudan Schulden in Höhe von fünf Milliarden Euro erlassen.",
     ("FRA", "funding", "delivered")),
    ("envoy-recalled", "Brasilien hat seinen Botschafter aus Quito zurückgerufen.", ("BRA", "diplomacy", "delivered")),
    ("started", "Dänemark hat mit der Ausbildung ukrainischer Piloten begonnen.", ("DNK", "training", "delivered")),
)  # fmt: skip
def test_done_is_delivered(nlp, text, wanted):
    check(nlp, text, wanted)


@rows(
    ("zusagen", "Schweden sagte der Ukraine weitere Luftabwehrsysteme zu.", ("SWE", "air defence", "pledged")),
    ("zusagen-perfect", "Schweden hat der Ukraine Haubitzen zugesagt.", ("SWE", "weapons", "pledged")),
    ("ankündigen-infinitive", "Litauen kündigte an, Munition an die Ukraine zu liefern.",
     ("LTU", "weapons", "pledged")),
    ("ankündigen-noun", "Lettland hat die Entsendung von Soldaten nach Mali angekündigt.",
     ("LVA", "troops", "pledged")),
    ("versprechen", "Südkorea versprach dem Sudan finanzielle Hilfe.", ("KOR", "funding", "pledged")),
    ("sich-verpflichten", "Die Niederlande verpflichteten sich, zwei Minensuchboote an Bulgarien abzugeben.",
     ("NLD", "naval support", "pledged")),
    ("planen", "Tschechien plant die Lieferung von Schützenpanzern an die Ukraine.", ("CZE", "weapons", "pledged")),
    ("beschliessen", "Das finnische Parlament hat die Entsendung von 100 Soldaten in den Libanon beschlossen.",
     ("FIN", "troops", "pledged")),
    ("dass-clause", "Belgien bestätigte, dass es Impfstoff nach Indien liefern wird.",
     ("BEL", "humanitarian aid", "pledged")),
    ("noun-ankündigung", "Mit der Ankündigung, Kampfjets in die Ukraine zu liefern, überraschte Dänemark die Partner.",
     ),
    ("noun-zusage", "Zusagen für Blauhelme gibt es auch aus Ghana.", ("GHA", "troops", "pledged")),
    ("subjunctive-reported",
     "Die Regierung in Oslo teilte mit, Norwegen werde 100 Millionen Euro für den Jemen bereitstellen.",
     ("NOR", "funding", "pledged")),
)  # fmt: skip
def test_promises_are_pledged(nlp, text, wanted):
    check(nlp, text, wanted)


@rows(
    ("bereit", "Kanada ist bereit, Soldaten nach Haiti zu entsenden.", ("CAN", "troops", "willing")),
    ("bereit-subjunctive",
     "Sollte das Gespräch scheitern, seien Paris und London bereit, neue Sanktionen zu verhängen.",
     ("FRA", "sanctions", "willing"), ("GBR", "sanctions", "willing")),
    ("bereit-erklaert", "Bangladesch hat sich bereit erklärt, 800 Soldaten in den Kongo zu entsenden.",
     ("BGD", "troops", "pledged")),
    ("bereiterklaert", "Nepal habe sich bereiterklärt, Blauhelme zu stellen, hieß es bei der UNO.",
     ("NPL", "troops", "pledged")),
    ("anbieten-noun", "Russland bot dem Iran technische Hilfe an.", ("RUS", "humanitarian aid", "willing")),
    ("anbieten-infinitive", "Katar hat angeboten, zwischen den Parteien zu vermitteln.",
     ("QAT", "diplomacy", "willing")),
    ("koennen", "Portugal könnte der Mission zwei Transportflugzeuge zur Verfügung stellen.",
     ("PRT", "logistics", "willing")),
    ("in-aussicht", "Finnland stellte Medikamente für den Sudan in Aussicht.", ("FIN", "humanitarian aid", "willing")),
    ("bereitschaft", "Uruguay bekräftigte seine Bereitschaft, Soldaten nach Haiti zu schicken.",
     ("URY", "troops", "willing")),
    ("signalisieren", "Argentinien hat signalisiert, dass es Blauhelme entsenden könnte.",
     ("ARG", "troops", "willing")),
)  # fmt: skip
def test_readiness_is_willing(nlp, text, wanted):
    check(nlp, text, wanted)


@rows(
    ("pruefen", "Deutschland prüft die Lieferung weiterer Patriot-Systeme an die Ukraine.",
     ("DEU", "air defence", "considering")),
    ("pruefen-ob", "Österreich prüft, ob es Rettungsteams in die Türkei schickt.",
     ("AUT", "humanitarian aid", "considering")),
    ("erwaegen", "Die USA erwägen, Kriegsschiffe in das Rote Meer zu verlegen.",
     ("USA", "naval support", "considering")),
    ("diskutieren", "Estland diskutiert die Entsendung von Soldaten in die Ukraine.", ("EST", "troops", "considering")),
    ("nachdenken", "Belgien denkt über die Lieferung von Kampfflugzeugen nach.", ("BEL", "weapons", "considering")),
    ("not-excluded", "Frankreich schließt einen Einsatz von Bodentruppen nicht aus.", ("FRA", "troops", "considering")),
    ("not-excluded-preterite", "Paris schloss die Entsendung von Soldaten nicht aus.",
     ("FRA", "troops", "considering")),
    ("in-betracht", "Australien zieht neue Sanktionen gegen Myanmar in Betracht.", ("AUS", "sanctions", "considering")),
)  # fmt: skip
def test_weighing_is_considering(nlp, text, wanted):
    check(nlp, text, wanted)


@rows(
    ("ausschliessen-infinitive", "Polen hat ausgeschlossen, Bodentruppen in die Ukraine zu entsenden.",
     ("POL", "troops", "ruled out")),
    ("ausschliessen-noun", "Ungarn schloss Waffenlieferungen an die Ukraine aus.", ("HUN", "weapons", "ruled out")),
    ("ablehnen", "Indonesien lehnt eine militärische Beteiligung an der Mission ab.", ("IDN", "troops", "ruled out")),
    ("ablehnen-relative", "Der Flug nach Indonesien, das eine militärische Beteiligung ablehnt, wurde gestrichen.",
     ("IDN", "troops", "ruled out")),
    ("nicht-present", "Die Schweiz liefert keine Munition an die Ukraine.", ("CHE", "weapons", "ruled out")),
    ("nicht-future", "Brasilien wird keine Waffen an Kolumbien liefern.", ("BRA", "weapons", "ruled out")),
    ("nicht-verb", "Die USA setzen ihre Truppen in Haiti nicht ein.", ("USA", "troops", "ruled out")),
    ("nicht-beteiligen", "Wir Deutsche werden uns nicht an dem Krieg in Libyen beteiligen.",
     ("DEU", "troops", "ruled out")),
    ("nicht-bereit", "Österreich ist nicht bereit, Soldaten in die Ukraine zu schicken.",
     ("AUT", "troops", "ruled out")),
    ("keine-us-truppen", "Der Minister betonte, dass keine US-Truppen in die Ukraine entsandt würden.",
     ("USA", "troops", "ruled out")),
    ("weigern", "Israel weigert sich, der Ukraine Luftabwehrsysteme zu liefern.", ("ISR", "air defence", "ruled out")),
    ("verzichten", "Schweden verzichtet auf neue Sanktionen gegen Kuba.", ("SWE", "sanctions", "ruled out")),
    ("announce-negated", "Serbien kündigte an, keine Sanktionen gegen Russland zu verhängen.",
     ("SRB", "sanctions", "ruled out")),
    ("niemals", "Kenia werde niemals Soldaten nach Somalia schicken, sagte der Präsident.",
     ("KEN", "troops", "ruled out")),
    ("will-nicht", "Kroatien will nicht an der Friedensmission teilnehmen.", ("HRV", "troops", "ruled out")),
    ("absage", "Malta erteilte einer Beteiligung an der Friedensmission eine Absage.", ("MLT", "troops", "ruled out")),
)  # fmt: skip
def test_refusals_are_ruled_out(nlp, text, wanted):
    check(nlp, text, wanted)


@rows(
    ("auffordern", "Die Ukraine forderte Deutschland auf, Marschflugkörper zu liefern.",
     ("DEU", "weapons", "requested")),
    ("fordern-von", "Kiew fordert von Berlin mehr Luftabwehrsysteme.", ("DEU", "air defence", "requested")),
    ("bitten-infinitive", "Die UNO bat die Europäische Union, Soldaten für den Kongo bereitzustellen.",
     ("EU", "troops", "requested")),
    ("bitten-um", "Chile bat Argentinien um Löschflugzeuge.", ("ARG", "humanitarian aid", "requested")),
    ("aufrufen", "Der UN-Sonderbeauftragte rief Frankreich auf, mehr Blauhelme zu stellen.",
     ("FRA", "troops", "requested")),
    ("muessen", "Deutschland müsse mehr Waffen liefern, forderte der Abgeordnete.", ("DEU", "weapons", "requested")),
    ("solle", "Der Senator sagte, die USA sollten der Ukraine Kampfpanzer liefern.", ("USA", "weapons", "requested")),
    ("no-addressee", "Die Ukraine fordert mehr Waffen.", ),
    ("appellieren", "Der Minister appellierte an die Türkei, Hilfsgüter nach Syrien zu schicken.",
     ("TUR", "humanitarian aid", "requested")),
)  # fmt: skip
def test_what_others_ask_is_requested_of_the_addressee(nlp, text, wanted):
    check(nlp, text, wanted)


@rows(
    ("aussetzen", "Die USA setzen ihre Militärhilfe für die Ukraine aus.", ("USA", "weapons", "withdrawn")),
    ("auf-eis", "Norwegen legte die Entwicklungshilfe für Burundi auf Eis.", ("NOR", "funding", "withdrawn")),
    ("abziehen", "Die Niederlande zogen ihre Soldaten aus dem Irak ab.", ("NLD", "troops", "withdrawn")),
    ("abziehen-announced", "Spanien kündigte an, seine Truppen aus dem Kosovo abzuziehen.",
     ("ESP", "troops", "withdrawn")),
    ("abzug-noun", "Frankreich kündigte den Abzug seiner Soldaten aus Niger an.", ("FRA", "troops", "withdrawn")),
    ("einstellen", "Kanada stellte die Hilfszahlungen an Myanmar ein.", ("CAN", "funding", "withdrawn")),
    ("lifted", "Japan hob die Sanktionen gegen Myanmar auf.", ("JPN", "sanctions", "withdrawn")),
    ("not-withdrawn", "Italien habe nicht vor, Truppen aus Mali abzuziehen, sagte der Minister.", ),
    ("demanded-withdrawal", "Der Iran fordert von den USA, ihre Truppen aus dem Irak abzuziehen.", ),
)  # fmt: skip
def test_ended_or_paused_is_withdrawn(nlp, text, wanted):
    check(nlp, text, wanted)


@rows(
    ("government", "Die niederländische Regierung schickt ein Feldlazarett nach Sierra Leone.",
     ("NLD", "humanitarian aid", "pledged")),
    ("government-genitive", "Die Regierung Perus schickt Rettungsteams nach Chile.",
     ("PER", "humanitarian aid", "pledged")),
    ("regierungen-von", "Die Regierungen von Dänemark und Norwegen entsenden Soldaten nach Mali.",
     ("DNK", "troops", "pledged"), ("NOR", "troops", "pledged")),
    ("minister-genitive", "Kanadas Außenministerin sagte der Ukraine Munition zu.", ("CAN", "weapons", "pledged")),
    ("minister-adjective", "Der norwegische Ministerpräsident kündigte ein Darlehen für Island an.",
     ("NOR", "funding", "pledged")),
    ("minister-named", "Der belgische Außenminister Karel Martens sagte Uganda finanzielle Hilfe zu.",
     ("BEL", "funding", "pledged")),
    ("title-genitive-apposition",
     "Günther Platter, der Verteidigungsminister Österreichs, kündigte an, Soldaten in den "
     "Kongo zu entsenden.", ("AUT", "troops", "pledged")),
    ("army", "Die australische Luftwaffe flog Hilfsgüter nach Papua-Neuguinea.",
     ("AUS", "humanitarian aid", "delivered")),
    ("bundeswehr", "Die Bundeswehr verlegt zwei Transportflugzeuge nach Mali.", ("DEU", "logistics", "pledged")),
    ("bundestag", "Der Bundestag hat die Entsendung von 300 Soldaten nach Mali gebilligt.",
     ("DEU", "troops", "pledged")),
    ("us-compound", "Die US-Regierung liefert der Ukraine Marschflugkörper.", ("USA", "weapons", "pledged")),
    ("white-house", "Das Weiße Haus kündigte neue Sanktionen gegen Nordkorea an.", ("USA", "sanctions", "pledged")),
    ("capital", "Warschau liefert der Ukraine weitere Haubitzen.", ("POL", "weapons", "pledged")),
    ("capitals-coordinated", "Paris und Washington verhängten Sanktionen gegen Burundi.",
     ("FRA", "sanctions", "delivered"), ("USA", "sanctions", "delivered")),
    ("states-coordinated", "Schweden, Dänemark und Finnland schicken Rettungsteams nach Haiti.",
     ("SWE", "humanitarian aid", "pledged"), ("DNK", "humanitarian aid", "pledged"),
     ("FIN", "humanitarian aid", "pledged")),
    ("group-counted", "26 Länder sind bereit, Truppen in die Ukraine zu entsenden.", (None, "troops", "willing")),
    ("group-some", "Einige Partner wollen der Ukraine Langstreckenraketen liefern.", (None, "weapons", "pledged")),
    ("group-membership", "26 Länder sind bereit, Truppen in die Ukraine zu entsenden. Der Präsident bestätigte, dass "
     "Italien und Belgien zu den 26 Ländern gehören.",
     (None, "troops", "willing"), ("ITA", "troops", "willing"), ("BEL", "troops", "willing")),
    ("pronoun-es", "Tschechien hilft der Ukraine. Das Land liefert zwölf Kampfpanzer.", ("CZE", "weapons", "pledged")),
    ("wir-in-speech", "„Wir werden der Ukraine weitere Haubitzen liefern“, sagte der dänische Verteidigungsminister.",
     ("DNK", "weapons", "pledged")),
)  # fmt: skip
def test_the_actor_is_the_state_behind_the_subject(nlp, text, wanted):
    check(nlp, text, wanted)


@rows(
    ("receiver-dative", "Deutschland liefert Polen drei Flugabwehrsysteme.", ("DEU", "air defence", "pledged")),
    ("enemy", "Norwegen verhängte Sanktionen gegen Belarus.", ("NOR", "sanctions", "delivered")),
    ("place-of-announcement", "Kanada kündigte in Genf an, 20 Millionen Dollar für den Jemen bereitzustellen.",
     ("CAN", "funding", "pledged")),
    ("receiver-gets", "Die Ukraine erhielt aus Lettland Munition.", ),
    ("adjective-of-receiver", "Schweden bildet ukrainische Soldaten aus.", ("SWE", "training", "pledged")),
    ("passive-without-actor", "Der Ukraine wurden weitere Haubitzen geliefert.", ),
    ("origin-of-goods", "Die Polizei fand im Hafen russische Raketen.", ),
)  # fmt: skip
def test_receiver_enemy_and_place_are_no_actor(nlp, text, wanted):
    check(nlp, text, wanted)


@rows(
    ("ngo", "Ärzte ohne Grenzen schickte Medikamente nach Myanmar.", ),
    ("red-cross", "Das Deutsche Rote Kreuz entsandte Helfer nach Nepal.", ),
    ("company", "Ein deutsches Unternehmen liefert Panzer an Katar.", ),
    ("rebels", "Die Rebellen schickten Soldaten in die Stadt.", ),
    ("party", "Die britische Opposition lehnte Waffenlieferungen ab.", ),
    ("own-police", "Die Polizei setzte 300 Beamte ein.", ),
    ("own-border", "Mexiko schickt Soldaten an seine eigene Grenze.", ),
    ("own-disaster", "In China bebte die Erde. China schickte 50.000 Soldaten nach Sichuan.", ),
    ("own-budget", "Die Bundesregierung stellt 500 Millionen Euro für Schulen bereit.", ),
    ("opinion", "Frankreich verurteilte den Angriff auf die Soldaten.", ),
    ("tariffs", "Die USA verhängten Zölle auf Stahl aus Kanada.", ),
    ("purpose", "Der Minister reiste nach Kiew, um über Truppen zu sprechen.", ),
    ("conditional-clause", "Falls Frankreich Soldaten entsendet, droht neuer Streit.", ),
    ("question", "Schickt Deutschland Soldaten nach Mali?", ),
    ("war-crime", "Russische Soldaten griffen die Stadt an.", ),
    ("sport", "Spanien schickt seinen besten Stürmer auf den Platz.", ),
    ("mention-only", "In Mali sind 900 deutsche Soldaten gefallen.", ),
    ("sanctions-effect", "Die Sanktionen treffen die Wirtschaft Russlands hart.", ),
    ("bank", "Die Deutsche Bank gewährte dem Unternehmen einen Kredit.", ),
    ("mission-soldiers", "Die Soldaten der UN-Mission beteiligen sich an der Bergung.", ),
    ("relative-of-another-noun", "Es gibt Angebote an den Iran, die Sicherheitsgarantien vorsehen.", ),
    ("own-fire", "Rund 40 Kräfte des Technischen Hilfswerks waren im Einsatz.", ),
    ("partner-firm", "Die Firma und ihr US-Partner liefern Panzer an Katar.", ),
    ("others-mission", "Serbien lehnt die EU-Mission im Kosovo ab.", ),
    ("court", "Das Gericht verhängte gegen den Soldaten eine Strafe.", ),
)  # fmt: skip
def test_no_commitment(nlp, text, wanted):
    check(nlp, text, wanted)


def only(nlp, text):
    found = finds(nlp(text), "commitments")
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(("text", "condition"), [
    pytest.param("Kanada schickt Soldaten in die Ukraine, sobald ein Waffenstillstand gilt.",
                 "sobald ein Waffenstillstand gilt", id="sobald-after"),
    pytest.param("Falls die Gespräche scheitern, verhängt Japan neue Sanktionen gegen den Iran.",
                 "Falls die Gespräche scheitern", id="falls-before"),
    pytest.param("Wenn der Sicherheitsrat zustimmt, wird Kenia 1.000 Soldaten nach Haiti entsenden.",
                 "Wenn der Sicherheitsrat zustimmt", id="wenn"),
    pytest.param("Irland ist unter der Voraussetzung eines UN-Mandats bereit, Soldaten in den Tschad zu entsenden.",
                 "unter der Voraussetzung eines UN-Mandats", id="unter-der-Voraussetzung"),
    pytest.param("Schweden liefert der Ukraine Haubitzen.", None, id="none"),
])  # fmt: skip
def test_condition(nlp, text, condition):
    assert only(nlp, text).condition == condition


@pytest.mark.parametrize(("text", "amount", "unit"), [
    pytest.param("Frankreich entsendet 2.000 Soldaten in den Libanon.", 2000, "Soldaten", id="count"),
    pytest.param("Norwegen stellt 200 Millionen Euro für den Sudan bereit.", 200_000_000, "EUR", id="money"),
    pytest.param("Polen liefert der Ukraine 14 moderne Kampfpanzer.", 14, "Kampfpanzer", id="adjective-between"),
    pytest.param("Ungarn schickt Soldaten nach Mali.", None, None, id="none"),
])  # fmt: skip
def test_amount(nlp, text, amount, unit):
    found = only(nlp, text)
    assert (found.amount, found.unit) == (amount, unit)


@pytest.mark.parametrize(("text", "beneficiary"), [
    pytest.param("Polen liefert der Ukraine 14 Kampfpanzer.", "UKR", id="dative"),
    pytest.param("Polen liefert 14 Kampfpanzer an die Ukraine.", "UKR", id="an"),
    pytest.param("Norwegen stellt 200 Millionen Euro für den Sudan bereit.", "SDN", id="für"),
    pytest.param("Japan verhängte Sanktionen gegen Nordkorea.", "PRK", id="gegen"),
    pytest.param("Frankreich entsendet 2.000 Soldaten in den Libanon.", "LBN", id="in"),
    pytest.param("Indien schickt Ärzte nach Nepal.", "NPL", id="nach"),
    pytest.param("Kanada lehnt Waffenlieferungen ab.", None, id="none"),
])  # fmt: skip
def test_beneficiary(nlp, text, beneficiary):
    assert only(nlp, text).beneficiary == beneficiary


def test_who_says_it_stands_where_the_evidence_is_quoted(nlp):
    found = only(nlp, "Emmanuel Macron sagte: „Polen wird der Ukraine weitere Panzer liefern.“")
    assert (found.country, found.speaker_entity) == ("POL", "Emmanuel Macron")


def test_nobody_says_what_the_article_itself_states(nlp):
    assert only(nlp, "Polen liefert der Ukraine Panzer.").speaker_entity is None


def test_a_later_stance_does_not_erase_an_earlier_one(nlp):
    text = "Australien schloss die Entsendung von Soldaten nach Osttimor zunächst aus. Inzwischen hat Australien 1.300 "
    text += "Soldaten nach Osttimor geschickt."
    assert read(nlp, text) == {("AUS", "troops", "ruled out"), ("AUS", "troops", "delivered")}


def test_two_measures_in_one_clause_are_two_rows(nlp):
    assert read(nlp, "Australien schickt Soldaten und zwei Kriegsschiffe nach Osttimor.") == {
        ("AUS", "troops", "pledged"), ("AUS", "naval support", "pledged"),
    }  # fmt: skip


def test_a_longer_phrase_wins_over_the_word_in_it(nlp):
    assert read(nlp, "Japan sagte Nepal finanzielle Hilfe zu.") == {("JPN", "funding", "pledged")}


@pytest.mark.parametrize(
    "text", ["", " ", "Truppen", "entsendet", "Polen", "„", "Polen liefert", "!" * 50, "und " * 200]
)
def test_any_text_is_read_without_error(nlp, text):
    finds(nlp(text), "commitments")


def test_spans_are_of_the_text_and_in_order(nlp):
    text = "Polen liefert der Ukraine Panzer. „Wir schicken Soldaten nach Mali“, sagte der dänische Minister."
    found = finds(nlp(text), "commitments")
    assert found
    for find in found:
        assert text[find.span.start_char : find.span.end_char] == find.span.text
    assert [f.span.start for f in found] == sorted(f.span.start for f in found)


def test_a_measure_of_another_topic_needs_only_rows_in_the_lexicon(nlp, monkeypatch):
    known = lexicon.rows
    more = (
        {"measure": "refugees", "class": "humanitarian", "pattern": "*flüchtling*", "acts": "shelter", "note": ""},
        {"lemma": "aufnehmen", "part": "verb", "act": "shelter", "arrow": "out", "note": ""},
    )
    extended = {"measures": (*known("measures"), more[0]), "acts": (*known("acts"), more[1])}
    monkeypatch.setattr(words, "rows", lambda name: extended.get(name) or known(name))
    text = "Schweden nimmt 2.000 Flüchtlinge aus Syrien auf."
    assert read(nlp, text) == set()
    try:
        words.forget()
        assert read(nlp, text) == {("SWE", "refugees", "pledged")}
        assert words.measure_classes()["refugees"] == "humanitarian"
    finally:
        monkeypatch.undo()
        words.forget()


@rows(
    ("in-case-that", "Für den Fall, dass Teheran Gespräche ablehnt, kündigte Kanada Sanktionen an.",
     ("CAN", "sanctions", "pledged")),
    ("in-case-that-one-acts", "Für den Fall, dass Belgrad Gespräche verweigert, habe man Sanktionen vereinbart."),
    ("if-clause-is-nobody's-promise", "Falls Eritrea nicht einlenke, wolle man Strafmaßnahmen ergreifen."),
    ("conceivable", "Denkbar ist, dass Oslo Blauhelme in den Tschad schickt.", ("NOR", "troops", "considering")),
    ("conceivable-goes-on", "Vorstellbar ist, dass Oslo Blauhelme nach Haiti schickt und Medikamente bereitstellt.",
     ("NOR", "troops", "considering"), ("NOR", "humanitarian aid", "considering")),
)  # fmt: skip
def test_what_stands_under_a_condition_or_a_possibility_is_no_promise(nlp, text, wanted):
    check(nlp, text, wanted)


@rows(
    ("others-troops", "Washington ist bereit, fremde Truppen in Somalia mit Aufklärungsflugzeugen zu unterstützen.",
     ("USA", "intelligence", "willing")),
    ("others-troops-nothing-named", "Lissabon signalisierte, dass es die Blauhelme im Kongo unterstützen würde."),
    ("help-with", "Schweden hilft den Blauhelmen in Mali mit zwei Transporthubschraubern.",
     ("SWE", "logistics", "pledged")),
    ("with-money", "Japan will den Einsatz in Haiti mit 30 Millionen Dollar unterstützen.",
     ("JPN", "funding", "pledged")),
)  # fmt: skip
def test_who_supports_others_troops_sends_what_the_support_consists_in(nlp, text, wanted):
    check(nlp, text, wanted)


@rows(
    ("genitive-of-a-capital", "Kinshasas Verbündete sind bereit, Truppen zu schicken.", (None, "troops", "willing")),
    ("union-by-its-seat", "Brüssel stellte Tunis 50 Millionen Euro in Aussicht.", ("EU", "funding", "willing")),
    ("belgium-by-its-seat", "Die Regierung in Brüssel schickt Soldaten nach Mali.", ("BEL", "troops", "pledged")),
    ("name-like-an-article", "Den Haag zog seine Soldaten aus Bosnien ab.", ("NLD", "troops", "withdrawn")),
    ("plural-they-is-no-president", "Präsident Paul Biya hat Zusagen von zwölf Ländern verkündet: Sie wollen Soldaten "
     "in die Krisenregion entsenden.", (None, "troops", "pledged")),
    ("they-two", "Norwegen und Island haben sich beraten. Sie wollen Medikamente nach Haiti schicken.",
     ("NOR", "humanitarian aid", "pledged"), ("ISL", "humanitarian aid", "pledged")),
    ("gap", "Indien hilft der Mission im Sudan mit Transporthubschraubern, Nepal mit 200 Soldaten.",
     ("NPL", "troops", "pledged"), ("IND", "logistics", "pledged")),
    ("agreed-on-by-two", "Der Iran und Syrien haben sich auf die Lieferung von Raketen verständigt."),
    ("agreed-on-by-one", "Die EU-Staaten haben sich auf Sanktionen gegen Myanmar verständigt.",
     ("EU", "sanctions", "pledged")),
)  # fmt: skip
def test_who_acts(nlp, text, wanted):
    check(nlp, text, wanted)


@rows(
    ("men", "Ghana beteiligt sich mit rund 300 Mann an der Friedenstruppe in Liberia.", ("GHA", "troops", "pledged")),
    ("man-is-no-soldier", "Ghana schickt einen Mann zur Olympiade nach Peking."),
    ("money-in-goods", "Riad stellt 40 Millionen Dollar an humanitärer Hilfe für den Jemen bereit.",
     ("SAU", "humanitarian aid", "pledged")),
    ("jets-sent", "Belgien schickt Kampfjets zur Nato-Luftraumüberwachung ins Baltikum.",
     ("BEL", "air support", "pledged")),
    ("jets-delivered", "Belgien liefert der Ukraine Kampfjets.", ("BEL", "weapons", "pledged")),
    ("tanks-sent", "Slowenien will der Ukraine 28 Panzer schicken.", ("SVN", "weapons", "pledged")),
    ("release", "Berlin hat die Lieferung von Haubitzen an Estland freigegeben.", ("DEU", "weapons", "pledged")),
    ("shared-object", "Portugal will malische Offiziere ausrüsten und ausbilden.", ("PRT", "training", "pledged")),
    ("shared-object-apart", "Litauen will Haubitzen kaufen und bis Mai an Kiew übergeben.",
     ("LTU", "weapons", "pledged")),
    ("zu-inside-unknown-to-the-dictionary", "Ungarn lehnt es ab, die Strafmaßnahmen gegen Moskau mitzutragen.",
     ("HUN", "sanctions", "ruled out")),
    ("mediator", "Oman hat sich als Vermittler zwischen dem Iran und den USA angeboten.",
     ("OMN", "diplomacy", "willing")),
    ("invited-to-talks", "Kenia hat die Konfliktparteien im Sudan zu Gesprächen eingeladen.",
     ("KEN", "diplomacy", "willing")),
    ("plural-of-gab", "Norwegen und Schweden gaben dem Sudan 280 Millionen Dollar.",
     ("NOR", "funding", "delivered"), ("SWE", "funding", "delivered")),
    ("relief-agency", "Luxemburg zahlt drei Millionen Euro an das Welternährungsprogramm.",
     ("LUX", "funding", "pledged")),
)  # fmt: skip
def test_what_is_given(nlp, text, wanted):
    check(nlp, text, wanted)


@pytest.mark.parametrize(("text", "actor"), [
    ("Die 26 Länder sind bereit, Truppen nach Haiti zu schicken.", "26 Länder"),
    ("Dreißig Staaten sind bereit, Truppen nach Haiti zu schicken.", "30 Staaten"),
    ("Mehr als dreißig Staaten sind bereit, Truppen nach Haiti zu schicken.", "Mehr als dreißig Staaten"),
    ("Rom begrüßte die Ankündigungen mehrerer Partner, Waffen an die Ukraine zu liefern.", "mehrere Partner"),
    ("Die „Koalition der Freiwilligen“ will Truppen in Haiti stationieren.", "Koalition der Freiwilligen"),
])  # fmt: skip
def test_a_group_has_one_name_whatever_its_case(nlp, text, actor):
    assert {find.actor for find in finds(nlp(text), "commitments")} == {actor}
