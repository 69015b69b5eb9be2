"""Which files of a folder hold articles, and their bytes as text. path → paths; bytes → str."""

import codecs
import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from charset_normalizer import from_bytes

DEFAULT = Path("data") / "articles"
READ = (".txt", ".html", ".htm", ".jsonl", ".csv", ".parquet")
NOT_ARTICLES = re.compile(r"(readme|licen[cs]e)(\..*)?", re.IGNORECASE)
SAVED_PAGE = re.compile(r".+([_-]files|[_-]Dateien)")  # what browsers put beside a saved page: pictures, scripts
LARGEST = 100_000_000  # bytes of a file
AS_TEXT = "save its text as .txt (UTF-8) and put that beside it"
KINDS = {
    (".pdf",): f"a PDF: {AS_TEXT}; if it is a scan, it needs text recognition first",
    (".doc", ".docx", ".odt", ".rtf", ".pages", ".epub"): f"a document of a word processor: {AS_TEXT}",
    (".xls", ".xlsx", ".ods"): "a workbook: save the sheet as .csv (UTF-8)",
    (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".heic"): f"an image: {AS_TEXT}",
    (".zip", ".gz", ".7z", ".tar", ".rar", ".bz2", ".xz"): "an archive: unpack it first",
    (".parquet",): "a Parquet file under another name: let its name end in .parquet",
    (".json",): "JSON: one object a line is read, as .jsonl",
}
MAGIC = {  # how files of other kinds begin, whatever their name
    b"%PDF": ".pdf", b"PK\x03\x04": ".docx", b"\xd0\xcf\x11\xe0": ".doc", b"{\\rtf": ".rtf", b"\x89PNG": ".png",
    b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif", b"\x1f\x8b": ".gz", b"PAR1": ".parquet",
}  # fmt: skip
BOMS = {
    codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
WESTERN = re.compile(
    r"[\t\n\r\x20-\x7eäöüÄÖÜßàáâãåæçèéêëìíîïñòóôõøùúûýœšžŸÀÁÂÅÆÇÈÉÊËÍÎÑÓÔØÚŒŠŽ"
    r"„“”‚‘’«»‹›–—…•·§©®™°²³´½¼¾€£¥±×¡¿ºªµ\xa0\xad]*"
)
OTHER_CODES = ["cp1252", "mac_roman", "cp850", "cp437", "cp1250", "iso8859_2", "cp1251", "koi8_r", "cp1254", "cp1257"]
Skip = Callable[[str, str], None]


class Unreadable(ValueError):
    """A file that cannot be read as an article; the message says why and what to do."""


class _Told:
    """An error of the user's, not of the code: a notebook shows what it says in place of where it was raised."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


class NoFolder(_Told, FileNotFoundError):
    """There is no such folder or file."""


class NoArticles(_Told, ValueError):
    """Nothing in the folder or file can be read as an article."""


def root_of(path: str | os.PathLike | None) -> Path:
    """The folder or file to read: the path given, else $ARTICLES, else the nearest `data/articles` at or above here."""
    given = path if path is not None else os.environ.get("ARTICLES") or None
    if given is not None:
        root = Path(given).expanduser()
        if not root.exists():
            given_by = "$ARTICLES" if path is None else "the path"
            raise NoFolder(f"{root}: no such folder or file (seen from {Path.cwd()}). Check {given_by}.")
        return root
    for above in (Path.cwd(), *Path.cwd().parents, *Path(__file__).resolve().parents):
        if (above / DEFAULT).is_dir():
            return above / DEFAULT
    raise NoFolder(
        f"No folder {DEFAULT} at or above {Path.cwd()}. Name the folder: read_articles('folder'), or set ARTICLES."
    )


def candidates(root: Path, skip: Skip) -> Iterator[Path]:
    """The files of a folder (or the file itself) that may hold articles, by name; what else lies there goes to `skip`.

    Links are followed only to files within the folder that are not read anyway. Hidden files, README, LICENSE and
    the picture folders of saved web pages are passed over in silence.
    """
    home = os.path.realpath(root)
    if root.is_file():
        ending = root.suffix.lower()
        if ending in READ:
            yield root
        else:
            skip(root.name, reason_of(ending))
        return
    for folder, folders, names in os.walk(
        root, onerror=lambda error: skip(str(error.filename), f"cannot be opened: {error.strerror}")
    ):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not SAVED_PAGE.fullmatch(name))
        for name in sorted([*names, *(n for n in folders if os.path.islink(os.path.join(folder, n)))], key=_nfc):
            path = Path(folder, name)
            if name.startswith(".") or NOT_ARTICLES.fullmatch(name):
                continue
            if reason := _unfit(path, home):
                skip(shown(path, root), reason)
            else:
                yield path


def _unfit(path: Path, home: str) -> str | None:
    """Why a path is not read; None where it is."""
    try:
        if path.is_symlink():
            target = os.path.realpath(path, strict=True)
            within = os.path.commonpath([home, target]) == home
            return "a link to a file that is read itself" if within else "a link that leads out of the folder"
        mode = path.stat().st_mode
    except OSError as error:
        return f"cannot be opened: {error.strerror}"
    if not stat.S_ISREG(mode):
        return "not a file that holds data"
    ending = path.suffix.lower()
    return None if ending in READ else reason_of(ending)


def reason_of(ending: str) -> str:
    """What to do with a file of a kind that is not read."""
    reason = next((why for endings, why in KINDS.items() if ending in endings), None)
    return reason or f"not a kind of file that is read ({', '.join(READ)})"


def shown(path: Path, root: Path) -> str:
    """The name of a file as a reader of a warning knows it: its path in the folder."""
    name = path.name if path == root else str(path.relative_to(root))
    return _nfc(name.encode("utf-8", "replace").decode())


def _nfc(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def content(path: Path) -> bytes:
    """The bytes of a file; Unreadable where there are none or they are no text."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise Unreadable(f"too large ({size / 1e6:.0f} MB; the limit is {LARGEST / 1e6:.0f} MB): split it")
        found = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"cannot be opened: {error.strerror}") from error
    if not found.strip(b" \t\r\n\0" + codecs.BOM_UTF8):
        raise Unreadable("empty")
    return found


def decoded(found: bytes, declared: str | None = None) -> str:
    """Bytes as text: by their byte order mark, as UTF-8, as UTF-16 without a mark, as Windows-1252 where that gives
    western text, else as charset-normalizer finds. Unreadable for what is no text."""
    for magic, ending in MAGIC.items():
        if found.startswith(magic):
            raise Unreadable(reason_of(ending))
    text = _decoded(found, declared)
    strange = sum(text[:100_000].count(chr(code)) for code in (*range(9), *range(14, 27), *range(28, 32)))
    if strange > 0.02 * min(len(text), 100_000):
        raise Unreadable("binary data, no text: is it the right file?")
    return text


def _decoded(found: bytes, declared: str | None) -> str:
    for mark, encoding in BOMS.items():
        if found.startswith(mark):
            return found.decode(encoding, "replace")
    if encoding := _utf16(found[:10_000]):
        return found.decode(encoding, "replace")
    for encoding in ("utf-8", declared):
        try:
            return found.decode(encoding) if encoding else found.decode("ascii")
        except (UnicodeDecodeError, LookupError):
            continue
    if _mostly_utf8(found):
        return found.decode("utf-8", "windows-1252")
    western = found.decode("cp1252", "replace")
    if WESTERN.fullmatch(western):
        return western
    best = from_bytes(found[:200_000], cp_isolation=OTHER_CODES).best()
    return found.decode(best.encoding, "replace") if best else western


def _utf16(start: bytes) -> str | None:
    """UTF-16 without a byte order mark: in German every other byte is nearly always zero."""
    pairs = len(start) // 2
    zeros = [start[side : 2 * pairs : 2].count(0) for side in (0, 1)]
    if pairs < 2 or max(zeros) < 0.7 * pairs or min(zeros) > 0.1 * pairs:
        return None
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _mostly_utf8(found: bytes) -> bool:
    """UTF-8 with a few stray bytes, as two files pasted into one or a broken download leave them."""
    strays = len(found.decode("utf-8", "replace")) - len(found.decode("utf-8", "ignore"))
    return len(re.findall(rb"[\xc3\xe2][\x80-\xbf]", found)) > strays


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("windows-1252", _as_windows)
