"""Commitments that a sentence shares with what stands around it: gaps, words that point back, who said it, disasters;
and what is no commitment although it looks like one. One construction a row, as in test_commitments.py."""

from commitment_cases import read, rows


@rows(
    ("as-many", "Litauen stellt dem Sudan zwei Haubitzen bereit, Lettland ebenso viele.",
     ("LTU", "weapons", "pledged"), ("LVA", "weapons", "pledged")),
    ("number", "Portugal will der Ukraine vier Panzer liefern, Spanien fünf.",
     ("PRT", "weapons", "pledged"), ("ESP", "weapons", "pledged")),
    ("with-money", "Norwegen beteiligt sich mit 30 Millionen Euro am Fonds für Haiti, Island mit 2 Millionen.",
     ("NOR", "funding", "pledged"), ("ISL", "funding", "pledged")),
    ("not", "Schweden schickt Soldaten nach Mali, Finnland nicht.",
     ("SWE", "troops", "pledged"), ("FIN", "troops", "ruled out")),
    ("likewise", "Die Niederlande liefern der Ukraine Munition, Dänemark ebenfalls.",
     ("NLD", "weapons", "pledged"), ("DNK", "weapons", "pledged")),
    ("stance-alone", "Tschechien liefert der Ukraine Haubitzen, Ungarn lehnt ab.",
     ("CZE", "weapons", "pledged"), ("HUN", "weapons", "ruled out")),
    ("place-is-no-gap", "Schweden schickt Helfer nach Peru, Chile und Bolivien.",
     ("SWE", "humanitarian aid", "pledged")),
)  # fmt: skip
def test_a_gap_repeats_the_clause_before(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("delivery", "Kiew wirbt um Marschflugkörper. Kanzler Olaf Scholz schließt eine Lieferung aus.",
     ("DEU", "weapons", "ruled out")),
    ("mission", "Uruguay entsandte 500 Soldaten nach Haiti. Peru beteiligt sich nicht an dem Einsatz.",
     ("URY", "troops", "delivered"), ("PER", "troops", "ruled out")),
    ("mandate", "Irland entsendet Soldaten in den Tschad. Das Parlament in Dublin verlängerte das Mandat.",
     ("IRL", "troops", "pledged"), ("IRL", "troops", "delivered")),
    ("none", "Kanada liefert der Ukraine Haubitzen. Malta will keine schicken.",
     ("CAN", "weapons", "pledged"), ("MLT", "weapons", "ruled out")),
    ("decision", "Kanada verhängte Sanktionen gegen Belarus. Norwegen schließt sich dem Beschluss an.",
     ("CAN", "sanctions", "delivered"), ("NOR", "sanctions", "pledged")),
    ("plural-she", "Ghana schickt 200 Soldaten nach Mali. Sie sollen dort Rekruten ausbilden.",
     ("GHA", "troops", "pledged"), ("GHA", "training", "pledged")),
    ("delivery-of-something-else", "Kiew wirbt um Marschflugkörper. Polen stoppte die Lieferung von Äpfeln."),
)  # fmt: skip
def test_words_that_point_back(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("passive-future", "Die Luftangriffe würden mit der Nato fortgesetzt, sagte der britische Verteidigungsminister.",
     ("GBR", "air support", "pledged")),
    ("there-will-be-none", "Bodentruppen werde es in Libyen nicht geben, stellte Präsident Barack Obama klar.",
     ("USA", "troops", "ruled out")),
    ("out-of-the-question",
     "Der Einsatz von Kampftruppen in Darfur komme nicht in Frage, sagte die norwegische Ministerin.",
     ("NOR", "troops", "ruled out")),
    ("one-examines", "Der dänische Minister sagte in Kiew, man prüfe die Lieferung von Raketen an die Ukraine.",
     ("DNK", "weapons", "considering")),
)  # fmt: skip
def test_whoever_says_it_acts(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("no-to", "Kanada bekräftigte sein Nein zu einer Entsendung von Truppen in den Irak.",
     ("CAN", "troops", "ruled out")),
    ("brought-a-promise", "Außenminister Radosław Sikorski brachte eine Zusage von 30 Panzern für Kiew mit.",
     ("POL", "weapons", "pledged")),
    ("share-of", "Die Slowakei verweigerte ihren Anteil an den Krediten für Griechenland.",
     ("SVK", "funding", "ruled out")),
    ("request-refused", "Australien lehnte die Bitte um ein Kriegsschiff für das Rote Meer ab.",
     ("AUS", "naval support", "ruled out")),
    ("offer-of-others", "Pakistan lehnte das indische Angebot ab, Soldaten nach Kaschmir zu schicken."),
)  # fmt: skip
def test_promises_and_refusals_as_nouns(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("already", "Norwegen liefert der Ukraine bereits Raketen.", ("NOR", "weapons", "delivered")),
    ("are-there", "Derzeit befinden sich 300 belgische Soldaten in Mali.", ("BEL", "troops", "delivered")),
    ("on-duty", "Das Königreich Dänemark ist mit 150 Soldaten an der Mission in Mali beteiligt.",
     ("DNK", "troops", "delivered")),
    ("from", "Aus Aserbaidschan trafen in der Türkei 300 Rettungskräfte ein.",
     ("AZE", "humanitarian aid", "delivered")),
    ("envoy-in-the-present", "Peru bestellt den Botschafter Venezuelas ein.", ("PER", "diplomacy", "delivered")),
    ("strong-preterite-in-t", "Japan verbot den Export von Halbleitern nach Russland.",
     ("JPN", "sanctions", "delivered")),
)  # fmt: skip
def test_what_goes_on_is_delivered(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("relative", "Paris rief eine Mission ins Leben, an der sich Italien, Spanien und Polen mit Soldaten beteiligen.",
     ("ITA", "troops", "pledged"), ("ESP", "troops", "pledged"), ("POL", "troops", "pledged")),
    ("objects", "Portugal hat Mosambik Ärzte, Zelte und Medikamente geschickt.",
     ("PRT", "humanitarian aid", "delivered")),
    ("subject-behind-the-verb", "Haubitzen haben Estland, Lettland und Polen der Ukraine angeboten.",
     ("EST", "weapons", "willing"), ("LVA", "weapons", "willing"), ("POL", "weapons", "willing")),
)  # fmt: skip
def test_enumerations(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("helicopters",
     "Nach dem Erdbeben sind in Nepal viele verschüttet. Das Erdbeben traf Dörfer. Indien schickt Hubschrauber.",
     ("IND", "humanitarian aid", "pledged")),
    ("experts", "Die Flut in Pakistan steigt, die Überschwemmungen wachsen. Die Türkei schickte zehn Experten.",
     ("TUR", "humanitarian aid", "delivered")),
    ("support", "Das Beben in Haiti tötete Tausende, das Erdbeben zerstörte Häuser. Kuba bot Haiti Unterstützung an.",
     ("CUB", "humanitarian aid", "willing")),
    ("no-disaster", "Der Krieg in Mali dauert an. Indien schickt Hubschrauber nach Mali.",
     ("IND", "air support", "pledged")),
)  # fmt: skip
def test_in_a_disaster_whoever_is_sent_helps(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("denied-report", "Warschau wies eine Meldung zurück, Polen habe der Ukraine Raketen geliefert."),
    ("denied-whereby", "Die Emirate dementierten Berichte, wonach sie den Sudan mit Waffen belieferten."),
    ("rumour", "Gerüchte, China habe Truppen nach Belarus verlegt, sind erfunden."),
    ("unthinkable", "Es galt als undenkbar, dass Deutschland der Ukraine Panzer liefert."),
    ("novel", "In dem Roman „Nachtzug“ entsendet Frankreich Soldaten nach Algerien."),
    ("long-ago", "Im Jahr 1956 schickte Frankreich Soldaten nach Ägypten."),
    ("world-war", "Im Zweiten Weltkrieg lieferten die USA der Sowjetunion Panzer."),
    ("open-question", "Offen blieb, welche Länder der Ukraine Panzer liefern."),
    ("part-of-a-state", "Bayern schickt Polizisten nach Hamburg und in die Schweiz."),
    ("at-home", "Thailands Armee setzt Soldaten gegen Demonstranten ein."),
    ("anothers-troops", "Frankreich setzte die Angriffe auf Gaddafis Truppen in Libyen fort."),
    ("trainees", "Die Ausbildung ukrainischer Soldaten wird fortgesetzt."),
)  # fmt: skip
def test_no_commitment(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("means-of-transport", "Indien brachte mit Transportflugzeugen zehn Tonnen Decken nach Nepal.",
     ("IND", "humanitarian aid", "delivered")),
    ("another-phrase-before", "Seoul will der Ukraine im Gegenzug Waffen liefern.", ("KOR", "weapons", "pledged")),
    ("genitive-before-the-government", "Österreichs Bundesregierung schickt Helfer nach Albanien.",
     ("AUT", "humanitarian aid", "pledged")),
    ("given-or-sent", "Die Niederlande geben der Ukraine 24 Kampfjets.", ("NLD", "weapons", "pledged")),
    ("extended-attribute", "Kanada kündigte an, die Zahl der in Lettland stationierten Soldaten zu verdoppeln.",
     ("CAN", "troops", "pledged")),
)  # fmt: skip
def test_which_words_belong_to_what(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("money", "Deutschland: 3 Milliarden Euro für die Ukraine\n\nEs wurde spät.",
     ("DEU", "funding", "pledged")),
    ("none", "USA: Keine Soldaten für Mali\n\nDie Debatte dauerte lange.", ("USA", "troops", "ruled out")),
    ("participle", "EU: Neue Sanktionen gegen Russland verhängt\n\nEs wurde spät.", ("EU", "sanctions", "delivered")),
    ("quarrel", "Deutschland: Streit um Panzer für Kiew\n\nEs wurde spät."),
)  # fmt: skip
def test_headlines_without_a_verb(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("withdrawal-began", "Der Abzug der niederländischen Soldaten aus Mali begann am Montag.",
     ("NLD", "troops", "withdrawn")),
    ("demand-refused", "Die Forderung Kiews nach Panzern lehnt Berlin ab.", ("DEU", "weapons", "ruled out")),
    ("compound", "Washington legte eine Bombenlieferung an Israel auf Eis.", ("USA", "weapons", "withdrawn")),
    ("union-office", "Kommissionspräsidentin Ursula von der Leyen sagte Moldau 200 Millionen Euro zu.",
     ("EU", "funding", "pledged")),
    ("bank-of-the-union", "Die EZB vergibt Kredite an Banken in Griechenland."),
    ("helpers-act", "Das deutsche Technische Hilfswerk schickt 20 Pumpen nach Slowenien.",
     ("DEU", "humanitarian aid", "pledged")),
    ("infinitive-of-an-enumeration", "Japan ist bereit, Soldaten, Ärzte und Geld nach Haiti zu schicken.",
     ("JPN", "troops", "willing"), ("JPN", "humanitarian aid", "willing"), ("JPN", "funding", "willing")),
    ("bare-number", "Belgien bot Mali 100 Soldaten an. Österreich hat 160 angeboten.",
     ("BEL", "troops", "willing"), ("AUT", "troops", "willing")),
    ("relations", "Honduras hat seine Beziehungen zu Taiwan abgebrochen.", ("HND", "diplomacy", "withdrawn")),
)  # fmt: skip
def test_acts_in_other_shapes(nlp, text, wanted):
    assert read(nlp, text) == wanted


@rows(
    ("members-named-in-the-sentence", "Mehrere Staaten, darunter Norwegen und Kanada, haben Kiew Haubitzen geliefert.",
     ("NOR", "weapons", "delivered"), ("CAN", "weapons", "delivered"), (None, "weapons", "delivered")),
    ("received-from", "Kiew hat von Dänemark 19 Panzer erhalten.", ("DNK", "weapons", "delivered")),
    ("wants-to-receive", "Kiew will von Dänemark 19 Panzer bekommen.", ("DNK", "weapons", "requested")),
    ("army-leaves", "Die Bundeswehr wird nun aus Mali abziehen.", ("DEU", "troops", "withdrawn")),
    ("leave-of-the-army", "Der Abzug der Bundeswehr aus Mali hat begonnen.", ("DEU", "troops", "withdrawn")),
    ("army-sends", "Die Bundeswehr schickt Zelte nach Haiti.", ("DEU", "humanitarian aid", "pledged")),
    ("meeting-of-a-mission", "Am Montag nahm Kanada an der Sitzung der Isaf teil."),
    ("hardly-able", "Polen hat kaum Möglichkeiten, Kiew weitere Haubitzen zu liefern."),
    ("relative-opens", "Estland, das Haubitzen liefern will, wartet noch.", ("EST", "weapons", "pledged")),
    ("office-takes-up-a-compound",
     "Die EU-Außenminister berieten in Brüssel. Die Minister verhängten Sanktionen gegen Syrien.",
     ("EU", "sanctions", "delivered")),
    ("pronoun-of-the-speaker",
     "Österreichs Außenminister Bernd Anders reiste ab. Der Iran sei ein Problem, sagte er. Er schloss weitere "
     "Sanktionen gegen den Iran nicht aus: „Wir können weiter gehen.“", ("AUT", "sanctions", "considering")),
)  # fmt: skip
def test_who_acts_where_the_sentence_hides_it(nlp, text, wanted):
    assert read(nlp, text) == wanted
