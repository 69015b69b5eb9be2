"""Hypothesis strategies for texts: German-looking articles, clean and dirty, and anything a file may hold instead."""

from hypothesis import strategies as st

SUBJECTS = [
    "Die Ministerin",
    "Ein Sprecher",
    "Der Präsident von Polen",
    "Wolodymyr Selenskyj",
    "Die Stadt Görlitz",
    "Das Werk",
]
VERBS = [
    "sagte am Montag",
    "besucht im Herbst",
    "lobte",
    "erhöht nach eigenen Angaben",
    "liefert",
    "bestreitet weiterhin",
]
OBJECTS = [
    "den neuen Vertrag",
    "rund 1.500 Euro",
    "mehr als 30 Länder",
    "die Werbung im Rathaus",
    "einen Kommentar der Zeitung",
    "drei Züge aus Österreich",
    "keine Soldaten",
    "„diesen schweren Schritt“",
    "2,5 Milliarden Kronen",
    "die Anzeige gegen zwei Männer",
]
TAILS = [
    "",
    ", weil das Geld fehlt",
    ", so die Behörde",
    " und dankte allen Helfern",
    ", obwohl die Frist am 1. September endete",
]
HEADLINES = [
    "Görlitz baut um",
    "Was die Reform für Pendler heißt",
    "Streit um drei Züge: Wien wartet ab",
    "Polen zahlt – und schweigt",
]
FURNITURE = [
    "Teilen Sie dies:",
    "Werbung",
    "Lesen Sie auch: Zehn Rezepte mit Kürbis",
    "Schreibe einen Kommentar",
    "Kommentare (23)",
    "Bitte aktivieren Sie JavaScript, um das Video zu sehen",
    "Facebook | X | WhatsApp",
    "Lesezeit: 3 Minuten",
    "Foto: dpa",
]
MARKS = list("„“”\"»«‚‘’›‹'()[]–—-…,;:.!?/|*#•")
ODD = [
    "\0",
    "\x07",
    "\x1b[31m",
    "\x85",
    "\u2028",
    "\ufeff",
    "\u200b",
    "\u200d",
    "\u00ad",
    "\u202e",
    "\u00a0",
    "\ufffd",
    "\ud800",
    "\udfff",
    "a\u0308",
    "u\u0308\u0323",
    "\u0301" * 40,
    "😀",
    "👨‍👩‍👧",
    "🇺🇦",
    "שלום",
    "مرحبا",
    "漢字",
    "ﬁ",
    "ẞ",
    "İ",
    "𝔄",
    "\r",
    "\r\n",
    "\t",
]
NUMBERS = ["7", "1.500", "1,5", "20 000", "12.09.2025", "3:1", "26", "80 %", "12,3 Mrd.", "-4", "½", "IV.", "1" * 60]
LINE_ENDS = ["\n", "\n\n", "\r\n", "\r", " "]

sentences = st.builds(
    lambda subject, verb, what, tail: f"{subject} {verb} {what}{tail}.",
    *map(st.sampled_from, (SUBJECTS, VERBS, OBJECTS, TAILS)),
)
paragraphs = st.lists(sentences, min_size=1, max_size=4).map(" ".join)
bodies = st.lists(paragraphs, min_size=1, max_size=6, unique=True)
"""Paragraphs of an article: whole sentences and nothing else."""

fragments = st.one_of(
    sentences,
    *map(st.sampled_from, (HEADLINES, FURNITURE, MARKS, ODD, NUMBERS, SUBJECTS, OBJECTS)),
    st.text(max_size=20),
)
texts = st.lists(st.tuples(fragments, st.sampled_from([*LINE_ENDS, " ", "", ""])), max_size=40).map(
    lambda parts: "".join(part + end for part, end in parts)
)
"""Texts no rule foresees: fragments of articles, marks, numbers and odd characters in any order, or nothing."""

ids = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip),
    st.integers(),
    st.dates(),
    st.tuples(st.integers(), st.text(st.characters(exclude_categories=["Cs"]))),
    st.sampled_from(["../a", "a b", "ä", "A", "=1+1", "<b>", "1", 1, 10, 9, "a\0"]),
)
article_tables = st.lists(
    st.tuples(ids, st.one_of(texts, texts, st.sampled_from(["", None, float("nan"), 7, "Polen liefert 30 Panzer."]))),
    min_size=1,
    max_size=5,
    unique_by=lambda row: str(row[0]),
)
"""Articles as (id, text): ids that are no texts, texts that are missing, empty or the same twice."""
