"""python -m helpers report|parse|score: the commands behind the Makefile."""

import argparse
import os
import sys
import tempfile
import warnings
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns its exit status. An error a person can mend is one line, without a traceback."""
    options = _parser().parse_args(arguments)
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _note
            return options.run(options) or 0
    except (ValueError, OSError, RuntimeError) as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. What was parsed so far is kept in the cache.", file=sys.stderr)
        return 130


def _note(message, category, *where) -> None:
    """A warning as one line, without the place in the code that gave it."""
    print(f"Note: {message}", file=sys.stderr)


def _writable(out: str, articles: str | None) -> Path:
    """The folder `out`, made if it is not there. Raises OSError, with what to do, if nothing can be written to it, and
    ValueError if it lies among the articles, where its pages would be read as articles the next time."""
    folder = Path(out).expanduser()
    read = Path(articles or os.environ.get("ARTICLES") or os.devnull).expanduser().resolve()
    if read.is_dir() and not folder.is_file() and folder.resolve().is_relative_to(read):
        raise ValueError(f"{folder}: lies in {read}, whose files are the articles. Name another folder with --out.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError as error:
        reason = "there is a file of that name" if folder.is_file() else error.strerror
        raise OSError(f"{folder}: cannot write there ({reason}). Name another folder with --out.") from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m helpers", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    report = commands.add_parser("report", help="write the whole report on a folder of articles")
    report.add_argument("folder", nargs="?", help="folder or file of articles (default: $ARTICLES, else data/articles)")
    report.add_argument("--out", default="reports", help="where to write it (default: reports)")
    report.add_argument("--language", choices=["en", "de"], default="en", help="of the page and the charts")
    report.set_defaults(run=_report)

    parse = commands.add_parser("parse", help="parse a folder of articles into Parquet tables")
    parse.add_argument("folder", nargs="?", help="folder or file of articles (default: $ARTICLES, else data/articles)")
    parse.add_argument("--out", default="tables", help="where to write them (default: tables)")
    parse.add_argument("--workers", type=int, default=1, help="processes that share the work (default: 1)")
    parse.add_argument("--ner", help="a spaCy pipeline to take the names from")
    parse.set_defaults(run=_parse)

    score = commands.add_parser("score", help="measure the accuracy on annotated German news")
    score.add_argument("bench", nargs="?", default="../shared/bench", help="folder of annotated texts")
    score.set_defaults(run=_score)
    return parser


def _report(options) -> None:
    from .report import report

    page = report(options.folder, _writable(options.out, options.folder), language=options.language)
    print(f"Report: {page}\nOpen it with a browser: {page.as_uri()}")


def _parse(options) -> None:
    from . import parse, read_articles
    from .storage import in_parts

    out = _writable(options.out, options.folder)
    if in_parts(out):
        raise ValueError(f"{out}: tables in parts are there, of parse_dataset. Name another folder with --out.")
    corpus = parse(read_articles(options.folder), workers=options.workers, ner=options.ner, progress=True)
    folder = corpus.save(out)
    counts = ", ".join(f"{len(table):,} {name}" for name, table in corpus.tables().items())
    print(f"Tables: {folder.resolve()} ({counts})")


def _score(options) -> int:
    from .accuracy import measure

    bench = Path(options.bench)
    if not bench.is_dir():
        print(f"No accuracy measured: {bench} is not there. Name the folder of annotated texts: make score BENCH=…")
        return 0
    print(measure(bench))
    return 0


if __name__ == "__main__":
    sys.exit(main())
