"""Which days a date expression means; the article is published on Thursday, 15 December 2022."""

import datetime as dt

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from helpers import figures  # noqa: F401  (registers the component)
from helpers.figures import periods
from helpers.finds import finds

PUBLISHED = dt.datetime(2022, 12, 15, 9, 30)
nlp = spacy.blank("de")
nlp.add_pipe("figures")


def read(text, published=PUBLISHED):
    doc = nlp.make_doc(text)
    doc._.published = published
    for _, component in nlp.pipeline:
        doc = component(doc)
    return finds(doc, "figures")


def day(text):
    return dt.date.fromisoformat(text)


ABSOLUTE = [
    ("month and year", "Das Verbot gilt ab Dezember 2022 überall.", "Dezember 2022", "2022-12-01", "2022-12-31"),
    ("day, month, year", "Das geschah am 3. Oktober 1990 in Berlin.", "3. Oktober 1990", "1990-10-03", "1990-10-03"),
    ("digits", "Das geschah am 3.10.1990 in Berlin.", "3.10.1990", "1990-10-03", "1990-10-03"),
    ("two-digit year", "Das geschah am 03.10.21 in Berlin.", "03.10.21", "2021-10-03", "2021-10-03"),
    ("ISO", "Das geschah am 2021-10-03 in Berlin.", "2021-10-03", "2021-10-03", "2021-10-03"),
    ("abbreviated month", "Das geschah am 3. Okt. 2021 in Berlin.", "3. Okt. 2021", "2021-10-03", "2021-10-03"),
    ("Austrian month", "Das geschah im Jänner 2021 in Wien.", "Jänner 2021", "2021-01-01", "2021-01-31"),
    ("day range", "Man tagt vom 3. bis 5. Oktober 2021 in Bern.", "3. bis 5. Oktober 2021", "2021-10-03", "2021-10-05"),
    ("range over months", "Man tagte vom 30. September bis 2. Oktober 2021.", "30. September bis 2. Oktober 2021",
     "2021-09-30", "2021-10-02"),
    ("two days", "Man tagte am 3. und 4. Mai 2021 in Bern.", "3. und 4. Mai 2021", "2021-05-03", "2021-05-04"),
    ("night", "In der Nacht vom 6. auf den 7. März 2006 schneite es.", "6. auf den 7. März 2006",
     "2006-03-06", "2006-03-07"),
    ("weekday and date", "Er kam am Freitag, den 9. März 2007, nach Kiel.", "Freitag, den 9. März 2007",
     "2007-03-09", "2007-03-09"),
    ("year", "Der Vertrag von 2015 ist tot.", "2015", "2015-01-01", "2015-12-31"),
    ("year first", "1993 übernahm sie die Leitung.", "1993", "1993-01-01", "1993-12-31"),
    ("year 2000", "Im Jahr 2000 übernahm sie die Leitung.", "2000", "2000-01-01", "2000-12-31"),
    ("season year", "In der Spielzeit 2015/16 stieg man auf.", "2015/16", "2015-01-01", "2016-12-31"),
    ("years with bis", "Von 2015 bis 2018 stieg der Preis.", "2015 bis 2018", "2015-01-01", "2018-12-31"),
    ("years with a dash", "Der Plan für 2015–2018 steht.", "2015–2018", "2015-01-01", "2018-12-31"),
    ("decade", "In den 1990er Jahren stieg der Preis.", "1990er Jahren", "1990-01-01", "1999-12-31"),
    ("decade, hyphen", "In den 1990er-Jahren stieg der Preis.", "1990er-Jahren", "1990-01-01", "1999-12-31"),
    ("short decade", "In den 80er Jahren stieg der Preis.", "80er Jahren", "1980-01-01", "1989-12-31"),
    ("decade in words", "In den Siebzigerjahren stieg der Preis.", "Siebzigerjahren", "1970-01-01", "1979-12-31"),
    ("century", "Im 19. Jahrhundert stieg der Preis.", "19. Jahrhundert", "1801-01-01", "1900-12-31"),
    ("end of a year", "Ende 2016 stieg der Preis.", "Ende 2016", "2016-10-01", "2016-12-31"),
    ("beginning of a year", "Anfang 2016 stieg der Preis.", "Anfang 2016", "2016-01-01", "2016-03-31"),
    ("years before 1500", "Er fand 1412–1414 in ihm einen Freund.", "1412–1414", "1412-01-01", "1414-12-31"),
    ("quarter", "Im dritten Quartal 2021 stieg der Preis.", "dritten Quartal 2021", "2021-07-01", "2021-09-30"),
    ("quarter in digits", "Im 4. Quartal 2021 stieg der Preis.", "4. Quartal 2021", "2021-10-01", "2021-12-31"),
    ("half-year", "Im ersten Halbjahr des Jahres 2021 stieg er.", "ersten Halbjahr des Jahres 2021",
     "2021-01-01", "2021-06-30"),
    ("between years", "Zwischen 2010 und 2019 stieg der Preis.", "2010 und 2019", "2010-01-01", "2019-12-31"),
    ("middle of a month", "Mitte August 2021 stieg der Preis.", "Mitte August 2021", "2021-08-11", "2021-08-21"),
    ("season", "Im Sommer 2019 stieg der Preis.", "Sommer 2019", "2019-06-01", "2019-08-31"),
    ("winter", "Im Winter 2015/16 stieg der Preis.", "Winter 2015/16", "2015-12-01", "2016-02-29"),
    ("months", "Von Januar bis März 2021 stieg der Preis.", "Januar bis März 2021", "2021-01-01", "2021-03-31"),
    ("nearer year", "Das Treffen im Wahljahr 2025 fällt aus.", "2025", "2025-01-01", "2025-12-31"),
]  # fmt: skip
RELATIVE = [
    ("yesterday", "Das sagte er gestern in Rom.", "gestern", "2022-12-14", "2022-12-14"),
    ("today", "Heute beginnt die Messe.", "Heute", "2022-12-15", "2022-12-15"),
    ("this evening", "Das sagte er heute Abend in Rom.", "heute Abend", "2022-12-15", "2022-12-15"),
    ("day before yesterday", "Das sagte er vorgestern in Rom.", "vorgestern", "2022-12-13", "2022-12-13"),
    ("tomorrow", "Sie reist morgen ab.", "morgen", "2022-12-16", "2022-12-16"),
    ("weekday", "Das sagte er am Montag in Rom.", "Montag", "2022-12-12", "2022-12-12"),
    ("same weekday", "Das sagte er am Donnerstag in Rom.", "Donnerstag", "2022-12-15", "2022-12-15"),
    ("part of a weekday", "Das sagte er am Dienstagabend in Rom.", "Dienstagabend", "2022-12-13", "2022-12-13"),
    ("last weekday", "Das sagte er am vergangenen Donnerstag in Rom.", "vergangenen Donnerstag",
     "2022-12-08", "2022-12-08"),
    ("next weekday", "Das zeigt er am kommenden Montag in Rom.", "kommenden Montag", "2022-12-19", "2022-12-19"),
    ("weekday to come", "Das Parlament wird am Sonntag gewählt.", "Sonntag", "2022-12-18", "2022-12-18"),
    ("tomorrow's weekday", "Sie reist am morgigen Freitag ab.", "morgigen Freitag", "2022-12-16", "2022-12-16"),
    ("weekday planned", "Die für Sonntag geplante Feier fällt aus.", "Sonntag", "2022-12-18", "2022-12-18"),
    ("month", "Das sagte er im Oktober in Rom.", "Oktober", "2022-10-01", "2022-10-31"),
    ("part of a month", "Das sagte er Mitte August in Rom.", "Mitte August", "2022-08-11", "2022-08-21"),
    ("day without year", "Das sagte er am 3. Dezember in Rom.", "3. Dezember", "2022-12-03", "2022-12-03"),
    ("day over the new year", "Man trifft sich am 9. Januar in Rom.", "9. Januar", "2023-01-09", "2023-01-09"),
    ("last year", "Das sagte er im vergangenen Jahr in Rom.", "vergangenen Jahr", "2021-01-01", "2021-12-31"),
    ("this year", "Das sagte er in diesem Jahr in Rom.", "diesem Jahr", "2022-01-01", "2022-12-31"),
    ("next year", "Das zeigt er im nächsten Jahr in Rom.", "nächsten Jahr", "2023-01-01", "2023-12-31"),
    ("last week", "Das sagte er vergangene Woche in Rom.", "vergangene Woche", "2022-12-05", "2022-12-11"),
    ("last month", "Das sagte er im letzten Monat in Rom.", "letzten Monat", "2022-11-01", "2022-11-30"),
    ("last weekend", "Das sagte er am vergangenen Wochenende in Rom.", "vergangenen Wochenende",
     "2022-12-10", "2022-12-11"),
    ("year before", "Im Vorjahr stieg der Preis.", "Vorjahr", "2021-01-01", "2021-12-31"),
    ("this year, Austrian", "Das kostet heuer mehr.", "heuer", "2022-01-01", "2022-12-31"),
    ("quarter without year", "Im dritten Quartal stieg der Preis.", "dritten Quartal", "2022-07-01", "2022-09-30"),
    ("quarter of this year", "Im zweiten Quartal dieses Jahres stieg er.", "zweiten Quartal dieses Jahres",
     "2022-04-01", "2022-06-30"),
    ("half of last year", "In der zweiten Jahreshälfte des vergangenen Jahres stieg er.",
     "zweiten Jahreshälfte des vergangenen Jahres", "2021-07-01", "2021-12-31"),
    ("end of the year", "Der Abzug soll zum Jahresende enden.", "Jahresende", "2022-12-01", "2022-12-31"),
    ("end of next year", "Der Abzug endet Ende des Jahres.", "Ende des Jahres", "2022-10-01", "2022-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "span", "first", "last"), [pytest.param(*r[1:], id=r[0]) for r in ABSOLUTE + RELATIVE]
)
def test_a_date_is_a_span_with_its_first_and_last_day(text, span, first, last):
    found = read(text)
    assert [f.span.text.rstrip(".") for f in found] == [span]
    assert (found[0].kind, found[0].value, found[0].bound, found[0].unit) == ("date", None, None, None)
    assert (found[0].date_from, found[0].date_to) == (day(first), day(last))


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in ABSOLUTE])
def test_an_absolute_date_does_not_depend_on_publication(text):
    assert read(text)[0].date_from == read(text, None)[0].date_from is not None


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in RELATIVE])
def test_a_relative_date_without_publication_has_no_days(text):
    assert [(f.kind, f.date_from, f.date_to) for f in read(text, None)] == [("date", None, None)]


TENSES = [
    ("past", "Am Sonntag wählte Bayern einen Landtag.", "2022-12-11"),
    ("perfect", "Am Sonntag hat Bayern einen Landtag gewählt.", "2022-12-11"),
    ("reported perfect", "Er sagte, er habe am Sonntag gewählt.", "2022-12-11"),
    ("future", "Bayern wird am Sonntag einen Landtag wählen.", "2022-12-18"),
    ("modal", "Bayern soll am Sonntag einen Landtag wählen.", "2022-12-18"),
    ("present for what comes", "Am Sonntag wählt Bayern einen Landtag.", "2022-12-18"),
    ("present, verb first", "Die Minister treffen sich am Sonntag in Rom.", "2022-12-18"),
    ("present, verb last", "Fest steht, dass die Minister am Sonntag zusammenkommen.", "2022-12-18"),
    ("present, reporting", "Wie die Zeitung am Sonntag berichtet, ist das falsch.", "2022-12-11"),
    ("present, date of the subject", "Der Anschlag am Sonntag zeigt die Gefahr.", "2022-12-11"),
    ("title in the present", "Polizei nimmt am Sonntag drei Leute fest\nMehr ist noch offen.", "2022-12-11"),
    ("past attribute", "Die am Sonntag veröffentlichten Zahlen machen Mut.", "2022-12-11"),
    ("attribute to come", "Die am Sonntag beginnende Messe macht Mut.", "2022-12-18"),
    ("planned attribute", "Die am Sonntag geplante Feier fällt aus.", "2022-12-18"),
    ("present passive of a verb of saying", "Die Zahlen werden am Sonntag veröffentlicht.", "2022-12-18"),
    ("announced before", "Das war am Sonntag angekündigt worden.", "2022-12-11"),
    ("for", "Das Spiel ist für Sonntag angesetzt.", "2022-12-18"),
    ("since", "Seit Sonntag gilt die Regel.", "2022-12-11"),
    ("of", "Der Beschluss vom Sonntag soll die Lage ändern.", "2022-12-11"),
    ("from on", "Die Karten sollen vom Sonntag an gelten.", "2022-12-18"),
    ("this Sunday", "An diesem Sonntag wird gewählt.", "2022-12-18"),
]


@pytest.mark.parametrize(("text", "first"), [pytest.param(*row[1:], id=row[0]) for row in TENSES])
def test_the_tense_of_the_clause_says_which_sunday_is_meant(text, first):
    assert [f.date_from for f in read(text) if f.kind == "date"] == [day(first)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Er hatte im Mai ein Handy gestohlen.", "2022-05-01"),
        ("Er soll im Mai den Vorsitz übernehmen.", "2023-05-01"),
        ("Die Rente fällt so hoch aus wie im Oktober.", "2022-10-01"),
        ("Das Gericht verurteilte ihn am 30. Juni in Kiel.", "2022-06-30"),
        ("Das Gericht wird am 30. Juni in Kiel tagen.", "2023-06-30"),
        ("Der Bau war bis Ende Juni fertig.", "2022-06-21"),
    ],
)
def test_the_tense_of_the_clause_says_which_year_is_meant(text, first):
    assert read(text)[0].date_from == day(first)


def test_the_year_before_counts_from_a_year_of_the_same_sentence():
    found = read("2018 betrug das Plus 4,9 Prozent gegenüber dem Vorjahr.")
    assert found[-1].date_from == day("2017-01-01")


DURATIONS = [
    ("Das geschah vor zwei Wochen.", "zwei Wochen", 2, "week", "2022-11-28", "2022-12-04"),
    ("Das geschah vor drei Tagen.", "drei Tagen", 3, "day", "2022-12-12", "2022-12-12"),
    ("Das geschah vor einem Jahr.", "einem Jahr", 1, "year", "2021-01-01", "2021-12-31"),
    ("Das geschah vor zwei Monaten.", "zwei Monaten", 2, "month", "2022-10-01", "2022-10-31"),
    ("Das geht seit zehn Tagen so.", "zehn Tagen", 10, "day", "2022-12-05", "2022-12-15"),
    ("Das geschah in den vergangenen zwei Wochen.", "zwei Wochen", 2, "week", "2022-12-01", "2022-12-15"),
    ("Das kommt in den nächsten drei Monaten.", "drei Monaten", 3, "month", "2022-12-15", "2023-03-15"),
    ("Das kommt in fünf Tagen.", "fünf Tagen", 5, "day", "2022-12-20", "2022-12-20"),
]


@pytest.mark.parametrize(("text", "span", "value", "unit", "first", "last"), DURATIONS, ids=[r[0] for r in DURATIONS])
def test_a_length_of_time_that_points_to_days_is_a_duration_with_dates(text, span, value, unit, first, last):
    (found,) = read(text)
    assert (found.span.text.rstrip("."), found.kind, found.value, found.unit) == (span, "duration", value, unit)
    assert (found.date_from, found.date_to) == (day(first), day(last))


def test_a_mere_length_of_time_has_no_days():
    (found,) = read("Die Reise dauert zwei Wochen.")
    assert (found.date_from, found.date_to) == (None, None)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Es begann um 20:15 Uhr in Köln.", "20:15 Uhr"),
        ("Es begann um 20.15 Uhr in Köln.", "20.15 Uhr"),
        ("Es begann gegen 8 Uhr in Köln.", "8 Uhr"),
        ("Es begann um acht Uhr in Köln.", "acht Uhr"),
        ("Es begann um 13:56 in Köln.", "13:56"),
        ("Es war zwischen 05.00 und 08.30 Uhr dunkel.", "05.00 und 08.30 Uhr"),
    ],
)
def test_a_time_of_day_is_a_date_without_days(text, span):
    (found,) = read(text)
    assert (found.span.text, found.kind, found.date_from) == (span, "date", None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Entsandt wurden 2000 Soldaten.", 2000),
        ("Es kamen rund 1700 Gäste.", 1700),
        ("Es starben mehr als 1983 Menschen.", 1983),
        ("Es kostet 2015 Euro.", 2015),
        ("Geprüft wurden 2132 Studien.", 2132),
        ("Die 1985 Teilnehmer liefen los.", 1985),
        ("Sie entsenden 2000 im Süden stationierte Soldaten.", 2000),
    ],
)
def test_four_digits_that_count_are_no_year(text, value):
    (found,) = read(text)
    assert (found.kind in ("count", "money"), found.value) == (True, value)


@pytest.mark.parametrize(
    "text",
    ["August sprach mit Mai.", "Die Zahl der Morgen sank.", "Letzten Endes half es.", "Am 45. Mai und am 3.17.2020."],
)
def test_what_is_no_date(text):
    assert [f.span.text for f in read(text) if f.kind == "date"] == []


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_any_day_reads_back(date):
    months = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ]
    for written in (
        f"{date.day}. {months[date.month - 1]} {date.year}",
        f"{date.day}.{date.month}.{date.year}",
        date.isoformat(),
    ):
        assert [(f.date_from, f.date_to) for f in read(f"Am {written} regnete es.", None)] == [(date, date)]


@given(st.dates(), st.sampled_from(["day", "week", "month", "quarter", "year", "decade"]), st.integers(-5000, 5000))
def test_shifts_stay_in_the_calendar_and_in_order(date, unit, steps):
    for first, last in (periods.shift(date, unit, steps), periods.span(date, unit, steps)):
        assert (first is None) == (last is None)
        assert first is None or first <= last


@given(st.dates())
def test_a_weekday_lies_within_the_week_before_or_after(date):
    for number in range(7):
        past, _ = periods.weekday(date, number, past=True)
        assert past.weekday() == number and 0 <= (date - past).days <= 6 if past else True


def test_opening_days_return_every_week():
    found = read("Geöffnet ist Montag bis Freitag.")
    assert [(f.span.text.rstrip("."), f.date_from) for f in found] == [("Montag", None), ("Freitag", None)]
    assert None not in [f.date_from for f in read("Er blieb von Montag bis Freitag in Rom.")]
