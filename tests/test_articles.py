"""read_articles: every file is read right, or named with the reason; one bad article never loses the others."""

import json
import os
import socket
import unicodedata
import warnings

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from helpers import read_articles
from helpers.articles import ArticleWarning, files, formats
from helpers.articles.files import decoded
from helpers.articles.language import language_of
from helpers.articles.table import DTYPES
from strategies import texts

TEXT = "Züge fahren wieder\n\nDie Bahn fährt seit Montag wieder nach Görlitz. „Es läuft“, sagte ein Sprecher für 5 €.\n"
CLEAN = TEXT.strip()
PAGE = """<!DOCTYPE html><html lang="de"><head><meta charset="{charset}"><title>Züge fahren wieder</title>{head}</head>
<body>
<nav><a href="/">Startseite</a><a href="/politik">Politik</a></nav><article><h1>Züge fahren wieder</h1>
<p>Die Bahn fährt seit Montag wieder nach Görlitz. Das teilte ein Sprecher des Unternehmens am Abend in Dresden mit.</p>
<p>Die Strecke war nach einem Unwetter drei Wochen lang gesperrt. Pendler mussten so lange auf Busse umsteigen.</p>
<p>Der Umbau soll im kommenden Herbst folgen. Dafür sind nach Angaben der Bahn rund zwölf Millionen Euro vorgesehen.</p>
</article><script>alert("x")</script></body></html>"""
SITE = '<meta property="og:site_name" content="Der Gleisbote">'
ADDRESS = '<link rel="canonical" href="https://www.gleisbote.example/zuege">'
DATE = '<meta property="article:published_time" content="2025-09-04T14:12:00+02:00">'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "gut.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def skipped(folder) -> dict[str, str]:
    """What reading the folder leaves out, file → reason; the good article is always there."""
    with pytest.warns(ArticleWarning, match="left out") as caught:
        articles = read_articles(folder)
    assert "gut" in set(articles["article_id"])
    found = {one["file"]: one["reason"] for one in articles.attrs["skipped"]}
    assert len(caught) == 1
    assert all(name in str(caught[0].message) for name in list(found)[:5])
    return found


def test_the_table(folder):
    (folder / "b.txt").write_text("Teilen Sie dies:\n" + TEXT, encoding="utf-8")
    articles = read_articles(folder)
    assert dict(articles.dtypes.astype(str)) == DTYPES
    assert list(articles["article_id"]) == ["b", "gut"]
    assert list(articles["text"]) == [CLEAN, CLEAN]
    assert list(articles["removed"]) == [["Teilen Sie dies:"], []]
    assert articles["title"][0] == "Züge fahren wieder"
    assert articles.loc[0, ["outlet", "published", "url"]].isna().all()
    assert articles.attrs["skipped"] == []


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "mac_roman"]
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(tmp_path, encoding, line_end, counts):
    counts["files tried"] += 1
    text = TEXT if encoding != "mac_roman" else TEXT.replace(" für 5 €", "")
    (tmp_path / "a.txt").write_bytes(text.replace("\n", line_end).encode(encoding))
    assert read_articles(tmp_path / "a.txt")["text"][0] == text.strip()


def test_two_encodings_in_one_file():
    assert decoded("Görlitz, Köln und ".encode() + "Zürich".encode("cp1252")) == "Görlitz, Köln und Zürich"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content):
    try:
        assert isinstance(decoded(content), str)
    except files.Unreadable as reason:
        assert str(reason)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(texts)
def test_any_text_is_read_or_named(folder, text):
    row = {"id": "x", "text": text, "title": text[:30], "outlet": text[-20:], "date": text[:12], "url": text}
    (folder / "rows.jsonl").write_text(json.dumps(row), encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        articles = read_articles(folder)
    assert ("x" in set(articles["article_id"])) != bool(articles.attrs["skipped"])
    articles.to_parquet(folder / "out.parquet")
    (folder / "out.parquet").unlink()


def test_names_with_spaces_and_umlauts(tmp_path):
    for form in ("NFC", "NFD"):
        home = tmp_path / form
        home.mkdir()
        (home / (unicodedata.normalize(form, "Über Görlitz") + " 1.txt")).write_text(TEXT, encoding="utf-8")
        assert list(read_articles(home)["article_id"]) == [unicodedata.normalize("NFC", "Über Görlitz 1")]


def test_folders_in_folders_are_read_and_hidden_or_companion_files_are_not(folder):
    for name in (
        "x/y/tief.txt",
        ".git/config.txt",
        "README.md",
        ".DS_Store",
        "Seite-Dateien/bild.png",
        "seite_files/app.js",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(TEXT, encoding="utf-8")
    assert list(read_articles(folder)["article_id"]) == ["gut", "tief"]


def test_one_id_twice(folder):
    (folder / "z").mkdir()
    (folder / "z" / "gut.txt").write_text("Ein ganz anderer Text steht hier.", encoding="utf-8")
    found = skipped(folder)
    assert list(found) == [os.path.join("z", "gut.txt")]
    assert "'gut'" in found[os.path.join("z", "gut.txt")] and "gut.txt as well" in found[os.path.join("z", "gut.txt")]


@pytest.mark.parametrize(
    "name, content, reason",
    [
        ("leer.txt", b"", "empty"),
        ("blank.txt", b"\xef\xbb\xbf \n\n", "empty"),
        ("kurz.txt", "Görlitz".encode(), "too short"),
        ("nur-rahmen.txt", b"Werbung\nTeilen\nLesen Sie auch\n", "too short"),
        ("daten.txt", bytes(range(256)) * 4, "binary"),
        ("scan.pdf", b"%PDF-1.7 ...", "PDF.*text recognition"),
        ("scan.txt", b"%PDF-1.7 ...", "PDF"),
        ("brief.docx", b"PK\x03\x04...", "word processor: save its text as .txt"),
        ("brief.txt", b"PK\x03\x04...", "word processor"),
        ("bild.jpg", b"\xff\xd8\xff", "image"),
        ("liste.json", b"[]", "jsonl"),
        ("was.xyz", b"abc", "not a kind of file that is read"),
        ("kaputt.parquet", b"PAR1 nothing", "not a Parquet file"),
        ("ohne.csv", b"id,titel\n1,Hallo\n", "no text column; it has 'id', 'titel'.*'text'"),
        ("leer.html", b"<html><body></body></html>", "without an article"),
        ("keins.jsonl", b"nonsense\n", "not JSON"),
    ],
)
def test_a_bad_file_is_named_with_what_to_do(folder, name, content, reason, counts):
    counts["files tried"] += 1
    (folder / name).write_bytes(content)
    found = skipped(folder)
    assert [file.split(",")[0] for file in found] == [name]
    (why,) = found.values()
    assert pd.Series(why).str.contains(reason).all(), why
    with pytest.raises(ValueError, match=reason) as error:
        read_articles(folder / name)
    assert name in str(error.value)


def test_links_loops_and_pipes(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "geheim.txt").write_text(TEXT, encoding="utf-8")
    (folder / "kreis").symlink_to(folder)
    (folder / "schleife.txt").symlink_to(folder / "schleife.txt")
    (folder / "hinaus.txt").symlink_to(outside / "geheim.txt")
    (folder / "fort.txt").symlink_to(folder / "gibt es nicht.txt")
    os.mkfifo(folder / "rohr.txt")
    found = skipped(folder)
    assert set(found) == {"kreis", "schleife.txt", "hinaus.txt", "fort.txt", "rohr.txt"}
    assert "leads out" in found["hinaus.txt"]
    assert "not a file" in found["rohr.txt"]


def test_an_unreadable_file(folder, monkeypatch):
    (folder / "zu.txt").write_text(TEXT, encoding="utf-8")
    read_bytes = files.Path.read_bytes

    def refuse(path):
        if path.name == "zu.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(files.Path, "read_bytes", refuse)
    assert skipped(folder) == {"zu.txt": "cannot be opened: Permission denied"}


def test_a_folder_that_is_not_there_or_holds_nothing(tmp_path, monkeypatch):
    with pytest.raises(FileNotFoundError, match="fehlt: no such folder"):
        read_articles(tmp_path / "fehlt")
    with pytest.raises(ValueError, match="no articles in it"):
        read_articles(tmp_path)
    monkeypatch.setenv("ARTICLES", str(tmp_path / "fehlt"))
    with pytest.raises(FileNotFoundError, match=r"Check \$ARTICLES"):
        read_articles()


def test_without_a_path(folder, monkeypatch):
    monkeypatch.setenv("ARTICLES", str(folder))
    assert list(read_articles()["article_id"]) == ["gut"]
    monkeypatch.delenv("ARTICLES")
    home = folder / "data" / "articles"
    home.mkdir(parents=True)
    (home / "hier.txt").write_text(TEXT, encoding="utf-8")
    (folder / "notebooks").mkdir()
    monkeypatch.chdir(folder / "notebooks")
    assert list(read_articles()["article_id"]) == ["hier"]


@pytest.mark.parametrize("delimiter", list(",;\t|"))
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_csv(tmp_path, delimiter, line_end):
    header = ["ID", "Titel", "Datum", "Medium", "Text"]
    row = [
        "007",
        "Züge fahren wieder",
        "04.09.2025 14:12",
        "Der Gleisbote",
        '"Die Bahn fährt; heute, morgen | sie ""läuft""\nnach Görlitz."',
    ]
    text = line_end.join(
        [delimiter.join(header), delimiter.join(row), delimiter.join(["8", "", "", "", "Ein Satz steht hier."]), ""]
    )
    (tmp_path / "a.csv").write_bytes(text.encode("cp1252"))
    articles = read_articles(tmp_path)
    assert list(articles["article_id"]) == ["007", "8"]
    first = articles.iloc[0]
    assert first["text"] == 'Züge fahren wieder\n\nDie Bahn fährt; heute, morgen | sie "läuft"\nnach Görlitz.'
    assert (first["title"], first["outlet"], first["published"]) == (
        "Züge fahren wieder",
        "Der Gleisbote",
        pd.Timestamp(2025, 9, 4, 14, 12),
    )
    assert articles.loc[1, ["title", "outlet", "published"]].isna().all()


def test_csv_with_broken_rows(folder):
    rows = [
        "id,text",
        'a,"Ein Satz steht hier."',
        'b,"Der hört nie auf.',
        "c,Noch ein Satz, und er hat ein Komma.",
        "d,Noch ein guter Satz.",
    ]
    (folder / "r.csv").write_text("\n".join(rows), encoding="utf-8")
    found = skipped(folder)
    assert list(found) == ["r.csv, line 3", "r.csv, line 4"]
    assert "quotation marks" in found["r.csv, line 4"]
    with pytest.warns(ArticleWarning):
        assert list(read_articles(folder / "r.csv")["article_id"]) == ["a", "d"]


def test_jsonl_with_a_broken_line(folder):
    lines = [
        '{"id": 1, "body": "Ein Satz steht hier."}',
        '{"id": 2, "body": ',
        "[1]",
        '{"id": 3}',
        "",
        '{"body": "Noch ein Satz steht hier."}',
        "[" * 100_000,
    ]
    (folder / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = skipped(folder)
    assert list(found) == ["a.jsonl, line 2", "a.jsonl, line 3", "a.jsonl, line 4", "a.jsonl, line 7"]
    assert "'id'" in found["a.jsonl, line 4"]
    with pytest.warns(ArticleWarning):
        assert list(read_articles(folder / "a.jsonl")["article_id"]) == ["1", "a-3"]


def test_parquet_with_other_types(tmp_path):
    table = pd.DataFrame(
        {
            "id": [1.0, 2.0, 3.0],
            "text": [b"Ein Satz in Bytes steht hier.", b"Ein zweiter Satz steht hier.", None],
            "date": pd.to_datetime(["2025-09-04T14:12", None, None]).tz_localize("Europe/Berlin"),
            "outlet": pd.Categorical(["Der Gleisbote", None, None]),
            "title": [["eins"], None, None],
        }
    )
    table.to_parquet(tmp_path / "a.parquet")
    with pytest.warns(ArticleWarning, match="row 3: no text"):
        articles = read_articles(tmp_path)
    assert list(articles["article_id"]) == ["1", "2"]
    assert articles["published"][0] == pd.Timestamp(2025, 9, 4, 14, 12)
    assert articles["outlet"][0] == "Der Gleisbote"
    assert articles["text"][0] == "Ein Satz in Bytes steht hier."


@pytest.mark.parametrize(
    ("rows", "read"),
    [(["Ein Satz steht hier. " * 500] * 400, True), ([f"Satz {n} hier. " * 600 for n in range(400)], False)],
)
def test_a_parquet_file_larger_than_it_looks(folder, monkeypatch, counts, rows, read):
    """A text that stands in all rows takes hardly any room in the file, and gigabytes in memory."""
    counts["files tried"] += 1
    monkeypatch.setattr(formats, "LARGEST_TABLE", 1_000_000)
    pd.DataFrame({"text": rows}).to_parquet(folder / "bombe.parquet")
    assert (folder / "bombe.parquet").stat().st_size < 200_000
    with pytest.warns(ArticleWarning, match="left out"):
        articles = read_articles(folder)
    assert 1 <= len(articles) < 100 and (len(articles) > 1) == read
    (left,) = articles.attrs["skipped"]
    assert left["file"] == "bombe.parquet" and "too large" in left["reason"] and "parse_dataset" in left["reason"]


def test_what_was_read_can_be_kept_and_read_again(folder):
    articles = read_articles(folder)
    articles.to_parquet(folder / "again.parquet")
    (folder / "gut.txt").unlink()
    again = read_articles(folder)
    assert list(again["text"]) == list(articles["text"])
    assert list(again["title"]) == list(articles["title"])


@pytest.mark.parametrize(
    "head, outlet",
    [(SITE + ADDRESS + DATE, "Der Gleisbote"), (ADDRESS + DATE, "gleisbote.example"), (DATE, None)],
    ids=["site name", "address", "neither"],
)
def test_html(tmp_path, monkeypatch, head, outlet):
    monkeypatch.setattr(socket, "socket", lambda *args, **options: pytest.fail("opened a network connection"))
    (tmp_path / "a.html").write_text(PAGE.format(charset="utf-8", head=head), encoding="utf-8")
    article = read_articles(tmp_path).iloc[0]
    assert (None if pd.isna(article["outlet"]) else article["outlet"]) == outlet
    assert article["published"] == pd.Timestamp(2025, 9, 4, 14, 12)
    assert article["title"] == "Züge fahren wieder"
    assert article["text"].count("Züge fahren wieder") == 1
    assert article["text"].startswith("Züge fahren wieder\n\nDie Bahn fährt seit Montag")
    assert article["text"].endswith("vorgesehen.")
    assert "Startseite" not in article["text"] and "alert" not in article["text"]


def test_html_in_windows_1252(tmp_path):
    (tmp_path / "a.htm").write_bytes(PAGE.format(charset="windows-1252", head="").encode("cp1252"))
    assert "Görlitz" in read_articles(tmp_path)["text"][0]


@pytest.mark.parametrize(
    "bomb",
    [
        "<div>" * 100_000 + "Ein Satz.",
        "<a" * 200_000,
        "<p>" + "x" * 11_000_000,
        "<table><tr><td>" * 20_000,
        "&" * 500_000,
        "<![CDATA[" * 9999,
    ],
    ids=["deep", "unclosed", "large", "tables", "entities", "cdata"],
)
def test_html_bombs(folder, bomb, counts):
    counts["files tried"] += 1
    (folder / "bombe.html").write_text("<html><body>" + bomb, encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        articles = read_articles(folder)
    assert "gut" in set(articles["article_id"])
    assert len(articles) + len(articles.attrs["skipped"]) == 2


LIST = "article_id;outlet;title;published;url\ngut;Der Gleisbote;;4. September 2025;https://gleisbote.example/1\n"


def test_articles_csv_adds_what_the_files_do_not_say(folder):
    (folder / "articles.csv").write_text(LIST.replace("gut;", "gut.txt;"), encoding="utf-8-sig")
    for path in (folder, folder / "gut.txt"):
        article = read_articles(path).iloc[0]
        assert (article["outlet"], article["url"]) == ("Der Gleisbote", "https://gleisbote.example/1")
        assert article["published"] == pd.Timestamp(2025, 9, 4)
        assert article["title"] == "Züge fahren wieder"
        assert article["text"] == CLEAN


def test_articles_csv_has_the_last_word(folder):
    (folder / "gut.txt").write_text(TEXT + "Sky News\n", encoding="utf-8")
    (folder / "articles.csv").write_text(LIST.replace(";;", ";Bahn fährt wieder;"), encoding="utf-8")
    article = read_articles(folder).iloc[0]
    assert article["outlet"] == "Der Gleisbote"
    assert article["title"] == "Bahn fährt wieder"
    assert article["text"] == "Bahn fährt wieder\n\n" + CLEAN


def test_articles_csv_with_articles_that_are_not_there(folder):
    (folder / "articles.csv").write_text(LIST + "weg;Blatt;;;\n", encoding="utf-8")
    with pytest.warns(ArticleWarning, match="not there.* weg"):
        assert read_articles(folder)["outlet"][0] == "Der Gleisbote"


def test_articles_csv_may_hold_the_articles(tmp_path):
    (tmp_path / "articles.csv").write_text("article_id,text\na,Ein Satz steht hier.\n", encoding="utf-8")
    assert list(read_articles(tmp_path)["article_id"]) == ["a"]


def test_articles_csv_without_ids(folder):
    (folder / "articles.csv").write_text("name,outlet\ngut,Blatt\n", encoding="utf-8")
    assert "article_id" in skipped(folder)["articles.csv"]


FOREIGN = {
    "English": "The minister said on Monday that the trains will run again. It is not clear when that will be, "
    "but they hope for it in the autumn, and the company has not said what it will cost.",
    "French": "La ministre a dit lundi que les trains vont rouler de nouveau. Il n'est pas clair quand ce sera le cas, "
    "mais la compagnie espère une date dans les mois qui viennent, avec des travaux pour une somme inconnue.",
    "Dutch": "De minister zei op maandag dat de treinen weer zullen rijden. Het is niet duidelijk wanneer dat het "
    "geval is, maar het bedrijf hoopt op een datum in het najaar en heeft niet gezegd wat het gaat kosten.",
    "Ukrainian": "Міністр сказав у понеділок, що потяги знову будуть їздити. Не ясно, коли це буде, але компанія "
    "сподівається на осінь і не каже, скільки це буде коштувати та хто за це має платити у той час.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_a_text_that_is_not_german_is_read_with_a_warning(folder, language):
    (folder / "fremd.txt").write_text(FOREIGN[language], encoding="utf-8")
    with pytest.warns(ArticleWarning, match=f"fremd looks {language}"):
        assert len(read_articles(folder)) == 2


def test_german_with_an_english_quote_is_german():
    german = "Die Ministerin sagte am Montag, dass die Züge wieder fahren. Es ist nicht klar, wann. "
    quote = (
        "„The trains will run again“, sagte sie auf Englisch, und das war für alle, die auf sie warten, eine Freude."
    )
    assert language_of(german + quote) == "German"
    assert language_of("Züge fahren") is None


def test_ten_thousand_files(tmp_path, counts):
    counts["files tried"] += 10_000
    for i in range(10_000):
        (tmp_path / f"{i:05}.txt").write_text("Die Bahn fährt.", encoding="utf-8")
    articles = read_articles(tmp_path)
    assert len(articles) == 10_000
    assert articles["article_id"].is_monotonic_increasing


def test_the_samples_and_the_real_articles(shared):
    articles = read_articles(shared / "articles").set_index("article_id")
    assert len(articles) == 5
    assert not articles["text"].str.contains("Teilen Sie dies|Werbung|Schreibe einen|Tippen|Armani", regex=True).any()


@pytest.mark.parametrize(("path", "says"), [("", "no articles in it. Put .txt"), ("none", "no such folder or file")])
def test_a_notebook_says_in_one_line_what_to_do(path, says, tmp_path, capsys):
    shell = InteractiveShell(
        config=Config({"HistoryManager": {"enabled": False}}), ipython_dir=str(tmp_path / ".ipython")
    )
    shell.run_cell(f"from helpers import read_articles\nread_articles({str(tmp_path / path)!r})")
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(str(tmp_path / path)) and says in line
