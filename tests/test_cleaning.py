"""Cleaning: what belongs to an article stays, what the site put round it goes."""

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import lexicon
from helpers.cleaning import clean, tidy
from helpers.cleaning.bylines import outlet_named
from helpers.cleaning.characters import printable
from helpers.cleaning.furniture import part_glued, without_furniture
from helpers.cleaning.timestamps import read_date
from helpers.cleaning.titles import title_of, without_repeats
from strategies import FURNITURE, HEADLINES, bodies, texts

LEAD = "Die Bahn baut ihre Strecke nach Görlitz aus. Das teilte der Vorstand am Montag mit."
BODY = "Die Arbeiten dauern nach Angaben des Konzerns bis zum Herbst. Danach fahren stündlich Züge."
TITLE = "Bahn baut Strecke nach Görlitz aus"


def article(*middle: str, end: tuple = (), start: tuple = (TITLE, "")) -> str:
    return "\n".join([*start, LEAD, *middle, BODY, *end])


IN_THE_MIDDLE = [
    "Teile diesen Beitrag",
    "Lesen Sie zum Thema auch: So reagiert Brüssel",
    "Ukraine-Newsblog: Alle Entwicklungen im Überblick",
    "Die aktuellen Entwicklungen lesen Sie in unserem Newsblog.",
    "Hier geht es zum Liveblog",
    "Kennen Sie schon unseren WhatsApp-Kanal?",
    "Laden Sie unsere App herunter",
    "Um diesen Inhalt zu sehen, müssen Sie Cookies akzeptieren.",
    "0:00 / 2:35",
    "Anna Muster, dpa",
    "(Symbolbild)",
    "picture alliance/dpa | Anna Muster",
    "Mehr von Anna Muster",
    "facebook sharing button Facebook",
    "Dieser Browser wird nicht mehr unterstützt",
    "Noch keine Kommentare zum Artikel.",
    "Downloaden Sie hier unsere News-App und bleiben Sie auf dem Laufenden.",
    "Rubriklistenbild: © Feuerwehr Görlitz",
    "Zur Bildergalerie von Anna Muster",
    "Hier finden Sie alle Fahrpläne im Überblick.",
    "showPaywall:",
    "(amu)",
    "#Bahn #Görlitz",
    "Tweet von Anna Muster",
    "Hinweis: Dieser Artikel wurde zuletzt am 4. September aktualisiert.",
    "Werbung",
    "Anzeige",
    "ANZEIGE",
    "- Anzeige -",
    "Lesen Sie auch",
    "Lesen Sie auch: Zehn Rezepte mit Kürbis.",
    "Lesen Sie mehr zum Thema: Der große Streik",
    "Lesen Sie dazu auch",
    "Mehr zum Thema",
    "Mehr zum Thema: Wer zahlt den Umbau?",
    "Weiterführende Themen – Als Görlitz noch zwei Bahnhöfe hatte",
    "Auch interessant: So teuer wird der Urlaub",
    "Das könnte Sie auch interessieren: Die schönsten Bahnhöfe",
    "Aktuelles zum Bahnstreik: Gewerkschaft lehnt Angebot ab",
    "Bahnstreik aktuell: Gewerkschaft lehnt Angebot ab",
    "Alle Entwicklungen zum Bahnstreik im Liveblog",
    "Bitte verwenden Sie den Firefox-Browser für einen besser zugänglichen Videoplayer",
    "Bitte aktivieren Sie JavaScript, um dieses Video zu sehen.",
    "Ihr Browser unterstützt dieses Videoformat nicht.",
    "Dieses Video ist leider nicht mehr verfügbar.",
    "Dieser Inhalt kann nicht geladen werden.",
    "Video: So sieht der Umbau aus",
    "Hören Sie jeden Freitag „Gleis 9“ mit Anna Muster",
    "Hören Sie den Podcast „Gleis 9“",
    "Artikel anhören",
    "Diesen Artikel anhören (4:12 Min.)",
    "Tippen, um zu folgen",
    "Klicken Sie hier, um den Newsletter zu abonnieren",
    "Jetzt kostenlos den Newsletter abonnieren!",
    "Abonnieren Sie unseren Newsletter und verpassen Sie nichts.",
    "Melden Sie sich hier für unseren Newsletter an!",
    "Bleiben Sie informiert – Wichtiges. Täglich. Heute: Kürbis, das Gemüse des Jahres",
    "Wir verwenden Cookies, um unsere Website zu verbessern.",
    "Alle akzeptieren",
    "Empfohlener redaktioneller Inhalt",
    "An dieser Stelle finden Sie einen externen Inhalt von Beispielplattform, der den Artikel ergänzt.",
    "Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.",
    "Damit können personenbezogene Daten an Drittplattformen übermittelt werden. Mehr dazu im Datenschutz.",
    "Weiterlesen nach der Anzeige",
    "Artikel wird nach der Werbung fortgesetzt",
    "Teilen",
    "Drucken",
    "Teilen | Merken | Drucken",
    "Facebook X WhatsApp E-Mail",
    "Auf Facebook teilen",
    "Link kopieren",
    "Foto: Anna Muster/dpa",
    "Bild: dpa",
    "© Anna Muster/dpa",
    "Bildquelle: Stadt Görlitz",
    "Bild vergrößern",
    "Lesezeit: 3 Minuten",
    "3 Min. Lesezeit",
    "Stand: 04.09.2025, 14:12 Uhr",
    "Aktualisiert am 4. September 2025 um 14:12",
    "Veröffentlicht: Donnerstag, 04.09.2025",
    "Von Anna Muster",
    "Von Anna Muster und Max von Beispiel",
    "Von Anna Muster, Görlitz",
    "Von Anna Muster, 4. September 2025 17:45 Uhr",
    "Red.",
    "Aktualisiert am",
    "2/24/2025 2:46:46 PM Anna Muster",
    "Dieser Artikel wird laufend aktualisiert.",
    "Bildrechte: Muster/bild.example.com/Anna Muster",
    ":format(webp)/bilder.example.com/muster/R7K5.jpg)",
    "Originalquelle: www.beispielblatt.de",
    "Artikel mit Audio-Inhalten",
    "Lade Login-Box ...",
    "Bitte geben Sie Ihre E-Mail-Adresse oder Ihren beispiel.at Benutzernamen ein.",
    "Sie müssen angemeldet sein, um kommentieren zu können",
    "Hol' dir die Muster-App!",
    "Jetzt abonnieren",
    "Sie haben bereits ein Abo?",
    "Mehr erfahren",
    "Hier klicken",
    "+++ Keine Nachricht verpassen: unser WhatsApp-Kanal +++",
    "Folgen Sie uns auf Instagram",
    "Video abspielen",
    "00:45 Min.",
]


@pytest.mark.parametrize("line", IN_THE_MIDDLE)
def test_furniture_between_two_paragraphs_goes(line):
    cleaned = clean(article("", line, ""))
    assert cleaned.text == f"{TITLE}\n\n{LEAD}\n\n{BODY}"
    assert cleaned.removed == [line]


AT_THE_END = [
    ["Schreibe einen Kommentar"],
    ["Kommentare (23)", "hansi77", "So ein Unsinn, das wird nie fertig."],
    ["Schreibe einen Kommentar Antwort abbrechen", "Deine E-Mail-Adresse wird nicht veröffentlicht.", "Name *"],
    ["Quelle: dpa"],
    ["dpa/afp"],
    ["amu/dpa"],
    ["© dpa-infocom, dpa:250904-99-123456/1"],
    ["Mit Material von dpa"],
    ["Anna Muster"],
    ["Mehr zum Thema", "", "Als Görlitz noch zwei Bahnhöfe hatte", "", "Wer den Umbau zahlt"],
    ["Das könnte Sie auch interessieren", "Die schönsten Bahnhöfe", "Zehn Rezepte mit Kürbis"],
    ["Schlagworte: Bahn, Görlitz, Sachsen"],
    ["Dieser Artikel wurde automatisch aus dem Englischen übersetzt."],
    ["Today"],
    ["Teilen Sie dies:", "Facebook", "X"],
    ["Impressum"],
    ["Artikel zum Thema:", "Wer den Umbau zahlt", "Als Görlitz noch zwei Bahnhöfe hatte"],
    ["Zur Fotostrecke", "Görlitz / 17.10.2008 - 14:15:00"],
    ["Alle Rechte vorbehalten"],
    ["Über dieses Thema berichtete der Sender am 4. September 2025 um 14:12 Uhr."],
]


@pytest.mark.parametrize("lines", AT_THE_END, ids=lambda lines: lines[0])
def test_furniture_below_an_article_goes(lines):
    cleaned = clean(article("", end=("", *lines)))
    assert cleaned.text == f"{TITLE}\n\n{LEAD}\n\n{BODY}"
    assert cleaned.removed == [line for line in lines if line]


@pytest.mark.parametrize(
    "lines",
    [
        ["Startseite > Politik > Inland"],
        ["Politik"],
        ["04.09.2025, 14:12 Uhr"],
        ["Teilen Sie dies:", ""],
        ["Eilmeldung", "vor 3 Stunden"],
        ["Zum Inhalt springen", "• Startseite", "• Region", "• Görlitz und Umland", "-"],
        ["Ein Zug steht im Bahnhof von Görlitz.", "Foto: Anna Muster/dpa"],
        ["Zum Hauptinhalt", "Ein Zug steht im Bahnhof von Görlitz.", "© dpa/Muster", "Tagesblatt Plus"],
    ],
    ids=lambda lines: lines[0],
)
def test_furniture_above_the_title_goes(lines):
    cleaned = clean(article("", start=(*lines, TITLE, "")))
    assert cleaned.title == TITLE
    assert cleaned.removed == [line for line in lines if line]


ORDINARY = [
    "„Das erfahren Sie bei uns im Rathaus“, sagte sie.",
    "Den Newsletter der Stadt lesen rund 500 Menschen.",
    "„Wir lesen jeden Newsletter“",
    "Der Post von Anna Muster sorgte für Streit.",
    "Reuters und AP berichteten darüber.",
    "Die Werbung für das Projekt kostete 3.000 Euro.",
    "Werbung ist in der Stadt seit Jahren umstritten.",
    "Die Polizei hat Anzeige erstattet.",
    "Anzeige erstattete auch der Nachbar.",
    "Einen Kommentar lehnte das Ministerium ab.",
    "Kommentare zu laufenden Verfahren gibt die Behörde nicht ab.",
    "Schreibe einen Brief, riet ihm seine Schwester.",
    "Teilen wolle man die Kosten, sagte sie.",
    "Lesen Sie die Verträge genau, riet der Anwalt.",
    "Bleiben Sie ruhig, sagte der Schaffner.",
    "Das Video ist seit Montag im Netz zu sehen.",
    "Der Browser ist veraltet, kritisiert das Amt.",
    "Von Görlitz aus sind es zwei Stunden.",
    "Bereits 2.000 Menschen sind registriert.",
    "Jetzt will die Stadt neue Busse bestellen.",
    "Hier steht der Beitrag der Länder im Mittelpunkt.",
    "5 Antworten auf die Fragen der Pendler gab der Konzern.",
    "Quellen aus dem Ministerium bestätigten den Bericht.",
    "Hören Sie mir zu, rief der Redner.",
    "Mehr zum Thema will der Konzern im Herbst sagen.",
    "Die Foto: dpa genannte Firma gibt es nicht.",
    "Der Artikel erschien zuerst in einer Fachzeitschrift.",
    "Wir nutzen jede Möglichkeit, sagte der Bürgermeister.",
    "Weitere Informationen gab die Polizei nicht.",
    "Aktuelle Entwicklungen rund um den Streik beobachtet der Konzern.",
    "Zum Thema Geld sagte sie nichts.",
    "Hilfe für Görlitz",
    "Umfrage: Mehrheit für den Umbau",
    "Hintergrund des Streits",
    "+++ 14:12 Uhr: Der erste Zug fährt +++",
    "Berlin (dpa) - Die Bahn baut ihre Strecke aus.",
    "Archiv der Stadt bleibt offen",
    "Was sagen die Pendler?",
    "Bundeskanzler Merz: „Wir teilen die Kosten“",
    "Karriere bei der Bahn",
    "• Die Strecke wird bis zum Herbst gebaut",
    "Er lachte (sichtlich müde) und ging.",
    "Die App der Bahn laden viele herunter.",
]


@pytest.mark.parametrize("line", ORDINARY)
def test_what_an_article_says_stays(line):
    assert clean(article("", line, "")).text == f"{TITLE}\n\n{LEAD}\n\n{line}\n\n{BODY}"
    assert clean(f"{TITLE}\n\n{line}\n{LEAD}\n{BODY}").text == f"{TITLE}\n\n{line}\n{LEAD}\n{BODY}"


def test_a_list_at_the_end_of_an_article_is_no_byline():
    text = article("", end=("Gebaut wird in diesen Orten:", "Görlitz", "Bautzen", "Löbau"))
    assert clean(text).removed == []


@pytest.mark.parametrize(
    "glued, parted",
    [
        ("Tippen, um zu folgenWas die Bahn plant, ist offen.", "Was die Bahn plant, ist offen."),
        ("Tippen, um zu folgenGörlitz freut sich darüber.", "Görlitz freut sich darüber."),
        ("WerbungDie Bahn plant um.", "Die Bahn plant um."),
        ("Danach fahren Züge.Lesen Sie auch: Kürbis", "Danach fahren Züge.Lesen Sie auch: Kürbis"),
        ("Danach fahren Züge.Die Bahn wartet ab.", "Danach fahren Züge. Die Bahn wartet ab."),
        ("So ist es geplant. Tippen, um zu folgenWas bleibt, ist offen.", "So ist es geplant.\nWas bleibt, ist offen."),
        ("Danach fahren stündlich Züge. Werbung", "Danach fahren stündlich Züge."),
        ("Danach fahren stündlich Züge. (dpa/afp)", "Danach fahren stündlich Züge."),
        ("Ein Zug im Bahnhof Görlitz. Foto: Anna Muster/dpa", "Ein Zug im Bahnhof Görlitz."),
        (
            "Die VideoLAN-Stiftung hilft den MitarbeiterInnen der GmbH.",
            "Die VideoLAN-Stiftung hilft den MitarbeiterInnen der GmbH.",
        ),
        ("Das iPhone und z.B.Die Zeit kosten mehr.", "Das iPhone und z.B.Die Zeit kosten mehr."),
    ],
)
def test_glued_words_are_parted(glued, parted):
    assert without_furniture(part_glued(f"{LEAD}\n{glued}\n{BODY}")) == f"{LEAD}\n{parted}\n{BODY}"


@pytest.mark.parametrize(
    "head, title",
    [
        ([TITLE, ""], TITLE),
        ([TITLE], TITLE),
        ([TITLE, "", TITLE, TITLE, ""], TITLE),
        ([TITLE + ".", "", TITLE, TITLE, ""], TITLE + "."),
        ([TITLE, TITLE + ".", ""], TITLE + "."),
        ([TITLE + ".", TITLE + "."], TITLE + "."),
        ([TITLE + " | Beispielblatt", TITLE, ""], TITLE),
        ([TITLE + " – tagesschau.de", ""], TITLE),
        (["Wird die Bahn pünktlicher?", ""], "Wird die Bahn pünktlicher?"),
        (["Vorstand zum Umbau: „Wir haben keine Zeit“", ""], "Vorstand zum Umbau: „Wir haben keine Zeit“"),
        (["Zu Besuch bei Papst Benedikt XVI.", ""], "Zu Besuch bei Papst Benedikt XVI."),
        (["Ein Zug fuhr am Montag durch Görlitz.", ""], None),
        (["„Wir haben keine Zeit“, sagte der Vorstand.", ""], None),
        (["Wie lange noch? Das fragen sich in Görlitz viele?", ""], None),
        (["und so fuhr der Zug weiter", ""], None),
        ([], None),
    ],
)
def test_title(head, title):
    cleaned = clean("\n".join([*head, LEAD, BODY]))
    assert cleaned.title == title
    assert cleaned.text.count(TITLE) == (title or "").count(TITLE)
    assert cleaned.text.startswith(title or LEAD.split()[0] if not head else title or head[0])


PAGES = {
    "portal": (
        [
            "Politik",
            "Umbau der Bahn",
            TITLE,
            "Von t-online, dpa, amu",
            "Aktualisiert am 05.09.2025 - 10:23 Uhr",
            "News folgen",
        ],
        ["Verwendete Quellen", "Nachrichtenagentur dpa", "Quellen anzeigen"],
        "t-online",
    ),
    "weekly": (
        [
            TITLE,
            "Zwei Jahre wird gebaut. Die Züge fahren.",
            "",
            "5. September 2025, 10:23 Uhr",
            "Quelle: ZEIT ONLINE, dpa",
            "Merken",
        ],
        ["Newsletter", "Starten Sie mit unserem Nachrichten-Newsletter in den Tag.", "Registrieren"],
        "ZEIT ONLINE",
    ),
    "agency": (["Verkehr", "", TITLE, ""], ["© dpa-infocom, dpa:250905-930-1234/1"], None),
    "daily": (
        ["Bahnverkehr", "", TITLE, "", "5. September 2025, 10:23, 312 Postings, Später lesen"],
        ["Mehr zum Thema", "Wien baut auch", "Graz wartet ab", "", "Forum: 312 Postings", "Ihre Meinung zählt."],
        None,
    ),
}


@pytest.mark.parametrize("page", PAGES)
def test_whole_pages(page):
    above, below, outlet = PAGES[page]
    cleaned = clean("\n".join([*above, LEAD, "", BODY, *below]))
    deck = [line for line in above if line.startswith("Zwei Jahre")]
    assert [line for line in cleaned.text.split("\n") if line] == [TITLE, *deck, LEAD, BODY]
    assert (cleaned.title, cleaned.outlet) == (TITLE, outlet)
    assert sorted(cleaned.removed) == sorted(line for line in above + below if line and line not in (TITLE, *deck))


@pytest.mark.parametrize("first", ["Polen bleibt hart", "Was wird aus Görlitz"])
def test_a_short_title_with_a_subtitle_is_no_kicker(first):
    cleaned = clean(f"{first}\n\nDie Bahn baut auch im kommenden Jahr\n\n{LEAD}\n{BODY}")
    assert (cleaned.title, cleaned.removed) == (first, [])


def test_a_wrapped_first_paragraph_is_no_title():
    lines = [
        "Die Bahn baut ihre Strecke nach Görlitz",
        "Ganz anders aus als bisher geplant und",
        "Zwar bis zum Herbst.",
        "",
    ]
    assert title_of("\n".join([*lines, BODY])) is None


def test_a_text_without_body_has_no_title():
    assert clean(TITLE).title is None
    assert clean("").text == ""


def test_a_copy_of_the_title_below_goes_and_a_sentence_that_says_the_same_stays():
    text = f"{TITLE}\n\nVon Anna Muster\n\n{TITLE}\n\n{LEAD}\n{TITLE}.\n{BODY}"
    assert clean(text).text == f"{TITLE}\n\n{LEAD}\n{TITLE}.\n{BODY}"


def test_a_caption_twice_in_a_row_stands_once():
    caption = "Helferinnen stapeln Sandsäcke am Görlitzer Ufer, Aufnahme vom 6. Februar."
    cleaned = clean("\n\n".join([TITLE, caption, caption, LEAD, BODY]))
    assert cleaned.text == "\n\n".join([TITLE, caption, LEAD, BODY])
    assert cleaned.removed == [caption]


def test_a_title_from_elsewhere_becomes_the_first_line_once():
    assert clean(f"{LEAD}\n{BODY}", TITLE).text == f"{TITLE}\n\n{LEAD}\n{BODY}"
    assert clean(article(), TITLE).text == article()
    assert clean(article(start=(TITLE + ".", "")), TITLE).title == TITLE + "."


@pytest.mark.parametrize(
    "end, outlet",
    [
        ("Sky News", "Sky News"),
        ("tagesschau.de", "tagesschau.de"),
        ("Quelle: ntv.de, amu/dpa", "ntv.de"),
        ("Quelle: dpa", None),
        ("dpa", None),
        ("AP", None),
        ("Stern", "Stern"),
        ("Welt", None),
        ("Today", None),
        ("Anna Muster", None),
        ("© 2025 Süddeutsche Zeitung", "Süddeutsche Zeitung"),
        ("Quelle: Auswärtiges Amt", None),
        ("Darüber berichtet beispielblatt.ch unter Berufung auf das Amt.", "beispielblatt.ch"),
        ("Darüber berichtet beispielblatt.ch mit Verweis auf eine Mitteilung der Bahn.", "beispielblatt.ch"),
        ("Dies berichtet The Guardian unter Berufung auf Quellen.", None),
        ("Das berichtet die „Süddeutsche Zeitung“.", None),
        ("Das berichtet spiegel.de unter Berufung auf Kreise.", None),
        ("Wie beispielblatt.ch berichtet, fahren keine Züge.", None),
    ],
)
def test_outlet(end, outlet):
    assert clean(article("", end=(end,))).outlet == outlet


def test_an_outlet_behind_the_title():
    assert clean(article(start=(f"{TITLE} | tagesschau.de", ""))).outlet == "tagesschau.de"
    assert outlet_named("Süddeutsche Zeitung\n" + article()) == "Süddeutsche Zeitung"


@pytest.mark.parametrize(
    "line, published",
    [
        ("Stand: 04.09.2025, 14:12 Uhr", dt.datetime(2025, 9, 4, 14, 12)),
        ("Veröffentlicht am 4. September 2025", dt.datetime(2025, 9, 4)),
        ("Donnerstag, 4. September 2025 um 9:05 Uhr", dt.datetime(2025, 9, 4, 9, 5)),
        ("Von Anna Muster, 4. September 2025 17:45 Uhr", dt.datetime(2025, 9, 4, 17, 45)),
    ],
)
def test_a_date_line_dates_the_article(line, published):
    assert clean(article(start=(TITLE, line, ""))).published == published
    assert clean(article("Am 4. September 2025 fuhr der erste Zug.")).published is None


def test_the_first_publication_counts_before_a_change():
    lines = ("Aktualisiert: 06.09.2025, 10:00 Uhr", "Veröffentlicht: 04.09.2025")
    assert clean(article(start=(TITLE, *lines))).published == dt.datetime(2025, 9, 4)


@pytest.mark.parametrize(
    "value, date",
    [
        ("2025-09-04", dt.datetime(2025, 9, 4)),
        ("2025-09-04T14:12:00+02:00", dt.datetime(2025, 9, 4, 14, 12)),
        ("2025-09-04T14:12:00Z", dt.datetime(2025, 9, 4, 14, 12)),
        ("4.9.2025", dt.datetime(2025, 9, 4)),
        ("04.09.25", dt.datetime(2025, 9, 4)),
        ("4. März 2025", dt.datetime(2025, 3, 4)),
        ("4. Mrz. 2025, 8:00", dt.datetime(2025, 3, 4, 8)),
        ("Thu, 04 Sep 2025 14:12:00 +0200", dt.datetime(2025, 9, 4, 14, 12)),
        ("31.02.2025", None),
        ("gestern", None),
        ("09/04/25", None),
        ("", None),
        ("2025", None),
        ("99.99.9999", None),
        ("\0", None),
    ],
)
def test_dates(value, date):
    assert read_date(value) == date


def test_characters_no_reader_sees():
    raw = (
        "\ufeffGo\u0308rlitz\0 baut\u00ad um.\r\nDas\u00a0kostet 1\u202f500\u2009Euro.\rBa\u200bhn \ud83d\ude00 \ud800"
    )
    assert printable(raw) == "Görlitz baut um.\nDas kostet 1 500 Euro.\nBahn 😀 \ufffd"


def test_blank_lines_are_tidied():
    assert tidy("\n\n eins \n \n\t\n\nzwei\ndrei  \n\n") == "eins\n\nzwei\ndrei"


@given(st.sampled_from(HEADLINES), bodies, st.lists(st.sampled_from(FURNITURE), max_size=3), st.booleans())
def test_every_sentence_of_an_article_stays(title, paragraphs, furniture, above):
    raw = "\n\n".join([*(furniture if above else []), title, *paragraphs, *furniture])
    assert clean(raw).text == "\n\n".join([title, *paragraphs])


@settings(max_examples=300)
@given(texts)
def test_any_text(raw):
    cleaned = clean(raw)
    assert clean(cleaned.text).text == cleaned.text
    assert cleaned.title is None or cleaned.text.split("\n")[0] == cleaned.title
    seen = part_glued(printable(raw))
    assert all(line in seen for line in cleaned.removed)
    cleaned.text.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", cleaned.text)


@given(texts)
def test_only_copies_of_the_title_go(raw):
    text = printable(raw)
    assert set(without_repeats(text).split("\n")) <= {*text.split("\n"), *(line.strip() for line in text.split("\n"))}


@pytest.mark.parametrize("row", lexicon.rows("furniture"), ids=lambda row: row["pattern"][:40])
def test_every_pattern_is_linear_and_has_a_scope(row):
    """No unlimited repetition of anything: lines are short, but one pattern of exponential time would be enough."""
    assert row["scope"] in {"line", "glued", "start", "teaser", "head", "suffix", "tail", "block", "to_end"}
    re.compile(row["pattern"].replace("{date}", "").replace("{name}", ""))
    assert not re.search(r"(?<!\\)[*+]", re.sub(r"\[[^]]*\]", "", row["pattern"])), "repeat with a limit: {0,60}"


@pytest.mark.parametrize(
    "unit", ["a", ".", " ", "\n", "Ende.Die ", "Werbung", "Werbung\n", "\u0301\u0323", "Teilen ", "Von A B, "]
)
def test_long_texts_of_one_pattern(unit):
    raw = unit * (200_000 // len(unit))
    assert clean(clean(raw).text).text == clean(raw).text


def test_what_hangs_on_a_paragraph_or_a_caption_goes():
    cleaned = clean(article("Ein Zug in Görlitz (Bild: Anna Muster/dpa)", end=("Das kostet Geld. (amu)",)))
    assert cleaned.text.split("\n")[2:] == [LEAD, "Ein Zug in Görlitz", BODY, "Das kostet Geld."]
    assert cleaned.removed == ["(Bild: Anna Muster/dpa)", "(amu)"]


def test_a_first_paragraph_above_a_credit_is_no_caption():
    """Without a title, the picture stands inside the article."""
    for heading in ("Der Streit", "Wer den Umbau der Strecke am Ende zahlt"):
        text = "\n".join([LEAD, "Foto: Anna Muster/dpa", heading, BODY, BODY])
        assert clean(text).text.startswith(LEAD)
