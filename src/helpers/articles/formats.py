"""One file → the raw articles in it, whatever its format. path → Raw, one or many."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from .files import Skip, Unreadable, content, decoded
from .metadata import COLUMNS, Record, column_for, record
from .web import page

MOST_BAD_LINES = 100
LARGEST_TABLE = 2_000_000_000  # bytes of a Parquet file, unpacked
DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Raw:
    """An article before cleaning, with what its file says beside the text."""

    file: str  # where it comes from, for messages
    text: str
    record: Record


def read(path: Path, name: str, skip: Skip) -> Iterator[Raw]:
    """The articles in one file; a row that cannot be read goes to `skip`, a file as a whole raises Unreadable."""
    ending = path.suffix.lower()
    if ending == ".parquet":
        yield from _rows(_parquet(path), name, path.stem, skip)
        return
    found = content(path)
    if ending in (".html", ".htm"):
        text, about = page(found)
        yield Raw(name, text, about.named(path.stem))
    elif ending == ".jsonl":
        yield from _rows(_json_lines(decoded(found), name, skip), name, path.stem, skip)
    elif ending == ".csv":
        text = decoded(found).lstrip("\n\r")
        header = re.split(f"[{DELIMITERS}]", text.partition("\n")[0].replace('"', "").strip())
        if column_for("text", header) is None:
            raise Unreadable(no_text_column(header))
        yield from _rows(csv_rows(text, name, skip), name, path.stem, skip)
    else:
        yield Raw(name, decoded(found), Record().named(path.stem))


def _rows(rows: Iterable[tuple[str, dict]], name: str, stem: str, skip: Skip) -> Iterator[Raw]:
    """Raw articles from (place in the file, row)."""
    for number, (place, row) in enumerate(rows, 1):
        column = column_for("text", row)
        text = row.get(column)
        if column is None:
            skip(f"{name}, {place}", no_text_column(row))
        elif not isinstance(text, (str, bytes)) or not text.strip():
            skip(f"{name}, {place}", f"no text in column {column!r}")
        else:
            about = record(row)
            text = decoded(text) if isinstance(text, bytes) else text
            yield Raw(f"{name}, {place}", text, about if about.article_id else about.named(f"{stem}-{number}"))


def no_text_column(names: Iterable) -> str:
    """What to do about a table without a text column."""
    return f"no text column; it has {', '.join(repr(str(n)) for n in names)}. Call the column with the articles 'text'"


def csv_rows(text: str, name: str, skip: Skip) -> Iterator[tuple[str, dict]]:
    """The rows of a CSV text, delimited by comma, semicolon, tab or bar; a row that is broken goes to `skip`.

    After a quotation mark that is never closed, reading starts again with the next line.
    """
    lines = re.split(r"(?<=\n)", text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""))
    delimiter = max(DELIMITERS, key=lines[0].count)
    limit = csv.field_size_limit(len(text) + 1)
    try:
        start, header, bad = 0, None, 0
        while start < len(lines) and bad <= MOST_BAD_LINES:
            reader, first = csv.reader(lines[start:], delimiter=delimiter, strict=True), start
            try:
                for cells in reader:
                    place, first = f"line {first + 1}", start + reader.line_num
                    if header is None:
                        header = [cell.strip() for cell in cells]
                    elif any(cells) and len(cells) > len(header):
                        skip(
                            f"{name}, {place}",
                            f"{len(cells)} cells, but {len(header)} columns: put the text in quotation marks",
                        )
                    elif any(cells):
                        yield place, dict(zip(header, cells, strict=False))
                return
            except csv.Error as error:
                skip(f"{name}, line {first + 1}", f"broken row ({error})")
                start, bad = first + 1, bad + 1
        if bad > MOST_BAD_LINES:
            skip(f"{name}, from line {start + 1}", "too many broken rows")
    finally:
        csv.field_size_limit(limit)


def _json_lines(text: str, name: str, skip: Skip) -> Iterator[tuple[str, dict]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            skip(f"{name}, line {number}", f"not JSON ({str(error)[:80]})")
            continue
        if isinstance(row, dict):
            yield f"line {number}", row
        else:
            skip(f"{name}, line {number}", "no JSON object")


def _parquet(path: Path) -> Iterator[tuple[str, dict]]:
    try:
        names = pq.read_schema(path).names
        text = column_for("text", names)
        if text is None:
            raise Unreadable(no_text_column(names))
        file = pq.ParquetFile(path, read_dictionary=[text])  # a text that stands in all rows is held once
        groups = [file.metadata.row_group(number) for number in range(file.num_row_groups)]
        room = LARGEST_TABLE - sum(group.total_byte_size for group in groups)
        wanted = {column_for(column, names) for column in COLUMNS} - {None}
        number = 0
        for batch in file.iter_batches(batch_size=1000, columns=sorted(wanted)) if room > 0 else ():
            for place in range(len(batch)):
                number += 1
                row = {name: batch.column(name)[place].as_py() for name in batch.schema.names}
                room -= len(row[text]) if isinstance(row[text], (str, bytes)) else 0
                if room < 0:
                    break
                yield f"row {number}", row
            if room < 0:
                break
    except (pa.ArrowException, OSError) as error:
        raise Unreadable(f"not a Parquet file that can be read ({str(error)[:100]})") from error
    if room <= 0:
        limit = f"the limit is {LARGEST_TABLE / 1e9:g} GB"
        raise Unreadable(f"too large from row {number} on ({limit}): split it, or give it to parse_dataset")
