"""Who acts: states in a row behind the verb, members of a group, ministries, "man", owners of helpers; and what they
say no to or meet for. One construction a row, as in test_commitments.py."""

import pytest

from commitment_cases import read, rows
from helpers.finds import finds


@rows(
    ("articles-behind-the-verb",
     "An der Blauhelmtruppe wollen sich neben Chile auch Peru, der Libanon, die Mongolei und Benin beteiligen.",
     ("BEN", "troops", "pledged"), ("LBN", "troops", "pledged"), ("MNG", "troops", "pledged"),
     ("PER", "troops", "pledged")),
    ("article-and-adjective",
     "An der Friedenstruppe wollen sich Ghana, die Vereinigten Arabischen Emirate, Togo und Kenia beteiligen.",
     ("ARE", "troops", "pledged"), ("GHA", "troops", "pledged"), ("KEN", "troops", "pledged"),
     ("TGO", "troops", "pledged")),
    ("behind-a-report",
     "Irland entsendet 50 Soldaten. Wie ein Sender berichtete, wollen sich auch Laos, der Tschad und Nepal beteiligen.",
     ("IRL", "troops", "pledged"), ("LAO", "troops", "pledged"), ("NPL", "troops", "pledged"),
     ("TCD", "troops", "pledged")),
    ("goods-with-articles", "Zypern hat Zelte, eine Feldküche, die Medikamente und Decken nach Armenien geschickt.",
     ("CYP", "humanitarian aid", "delivered")),
    ("a-relative-clause", "Geehrt werden soll die Stiftung, die Katar und Oman beliefert."),
    ("members-and-others",
     "Mehrere Staaten, darunter Chinas engster Verbündeter Pakistan, aber auch Laos, haben Sanktionen verhängt.",
     ("LAO", "sanctions", "delivered"), ("PAK", "sanctions", "delivered")),
    ("who-is-among-them",
     "Neun EU-Staaten wollen Panzer liefern. Das teilte Blum mit. Dazu gehören unter anderem Litauen und die Slowakei.",
     ("LTU", "weapons", "pledged"), ("SVK", "weapons", "pledged")),
    ("nobody-is-among-one", "Estland will Panzer liefern. Zur Union gehören auch Italien und Polen.",
     ("EST", "weapons", "pledged")),
)  # fmt: skip
def test_states_in_a_row_act_together(nlp, text, wanted):
    assert {row for row in read(nlp, text) if row[0] is not None} == wanted


@rows(
    ("contribution-to-the-funding", "Kanada wird seinen Beitrag zur Finanzierung des Weltklimafonds verdoppeln.",
     ("CAN", "funding", "pledged")),
    ("fund-with-an-english-name", "Kanada will den Green Climate Fund mit 20 Millionen Dollar ausstatten.",
     ("CAN", "funding", "pledged")),
    ("contribution-doubled", "Kanada wird seinen Beitrag zum Weltklimafonds auf eine Milliarde Dollar verdoppeln.",
     ("CAN", "funding", "pledged")),
    ("contribution-of-a-state", "Ministerin Blum hat den Beitrag Islands für den Fonds der Inselstaaten verdoppelt.",
     ("ISL", "funding", "delivered")),
    ("support-for-poor-states", "Südkorea hat weitere Unterstützung für arme Länder zugesagt.",
     ("KOR", "funding", "pledged")),
    ("investments-abroad", "Polen versprach zusätzliche Investitionen in Höhe von 20 Millionen Euro für Moldau.",
     ("POL", "funding", "pledged")),
    ("at-home-pensions", "Estland will seinen Beitrag zur Rentenkasse verdoppeln."),
    ("at-home-budget", "Belgien versprach Investitionen in Höhe von 20 Millionen Euro."),
)  # fmt: skip
def test_money_for_funds_and_poor_states(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("leaders-of-europe", "Europas Staats- und Regierungschefs bringen ein Sanktionspaket gegen Belarus auf den Weg.",
     ("EU", "sanctions", "pledged")),
    ("preterite-like-a-participle", "Die EU-Außenminister beschlossen neue Sanktionen gegen Syrien.",
     ("EU", "sanctions", "pledged")),
    ("prevents-an-agreement", "Zypern verhindert eine Einigung auf Finanzhilfen für Albanien.",
     ("CYP", "funding", "ruled out")),
    ("consent-refused", "Malta hat seine Zustimmung zur Verlängerung der Iran-Sanktionen verweigert.",
     ("MLT", "sanctions", "ruled out")),
    ("veto", "Irland legt ein Veto gegen neue Sanktionen gegen Kuba ein.", ("IRL", "sanctions", "ruled out")),
    ("not-ready-to-prolong", "Kroatien sei nicht bereit, die Beschränkungen gegen Serbien zu verlängern.",
     ("HRV", "sanctions", "ruled out")),
    ("ban-of-deliveries", "Die EU-Außenminister beschlossen ein Verbot der Lieferung von Waffen an Myanmar.",
     ("EU", "sanctions", "pledged")),
    ("government-with-its-state", "Der Schweizer Bundesrat hat eine Reihe von Sanktionen gegen Myanmar erlassen.",
     ("CHE", "sanctions", "delivered")),
    ("supports-with", "Rom liefert Kiew Panzer. Finnland will die Lieferung mit Munition und Ausbildung unterstützen.",
     ("ITA", "weapons", "pledged"), ("FIN", "weapons", "pledged"), ("FIN", "training", "pledged")),
    ("decides-to", "Estland hat entschieden, der Ukraine Munition zu liefern.", ("EST", "weapons", "pledged")),
    ("decides-on", "Estland entscheidet am Freitag über die Lieferung von Munition an die Ukraine.",
     ("EST", "weapons", "considering")),
    ("meets-to-decide", "Die EU-Finanzminister treffen sich in Riga, um über Sanktionen gegen Iran zu entscheiden.",
     ("EU", "sanctions", "considering")),
)  # fmt: skip
def test_who_agrees_blocks_or_meets(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("man-is-the-speakers-state", "In Bern bekräftigten die beiden Bundesräte, dass man keine Waffen an Kiew liefere.",
     ("CHE", "weapons", "ruled out")),
    ("flown-to-drop", "Am Montag flogen zwei Flugzeuge der Luftwaffe Chiles nach Kuba, um Hilfsgüter abzuwerfen.",
     ("CHL", "humanitarian aid", "delivered")),
    ("other-purpose", "Am Montag reiste der Minister nach Kuba, um Hilfsgüter zu fordern."),
    ("the-ministry", "Die dänische Regierung tagte.\nDas Verteidigungsministerium sagte der Ukraine zehn Panzer zu.",
     ("DNK", "weapons", "pledged")),
    ("which-ministry",
     "Die dänische und die polnische Regierung tagten.\nDas Verteidigungsministerium sagte der Ukraine Panzer zu."),
    ("second-object", "Die Bundesregierung tagte. Nun schickt die Regierung Geld und das Rote Kreuz in die Türkei.",
     ("DEU", "funding", "pledged")),
)  # fmt: skip
def test_whose_government_and_whose_helpers(nlp, text, wanted):
    assert read(nlp, text) == wanted


@pytest.mark.parametrize(
    "text, helped",
    [
        ("Ungarn hat auf dem Gipfel in Prag die Verlängerung der Sanktionen gegen Iran abgelehnt.", "IRN"),
        ("Ungarn hat beim EU-Gipfel in Brüssel neue Sanktionen verhängt.", None),
        ("Die Minister der EU beschlossen in Luxemburg Sanktionen gegen Belarus.", "BLR"),
        ("Die EU-Staaten brachten in Prag ein Sanktionspaket gegen den Iran auf den Weg.", "IRN"),
        ("Kanada sagte auf der Konferenz in Paris 20 Millionen Dollar für den Sudan zu.", "SDN"),
    ],
    ids=["target", "place-alone", "target-not-the-seat", "target-not-the-town", "helped"],
)
def test_where_states_meet_is_nobody_helped(nlp, text, helped):
    assert [commitment.beneficiary for commitment in finds(nlp(text), "commitments")] == [helped]
