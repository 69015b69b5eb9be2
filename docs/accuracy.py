"""The README's accuracy tables, measured: `make accuracy BENCH=folder` writes them between their markers in README.md.

tests/test_docs.py measures them again where the annotated texts are, and fails when the README says something else.
"""

import gzip
import json
import sys
from pathlib import Path

from helpers.accuracy import measure
from helpers.files import write

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
sys.path.insert(0, str(ROOT / "tests" / "bench"))


def rules(bench: Path) -> str:
    """A Markdown table, one row per family of rules, of precision on the development texts."""
    from quote_rules import table

    with gzip.open(bench / "quotes-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        families = table([json.loads(line) for line in lines])
    rows = [
        f"| {family} | {row.found:.0f} | {row.precision:.2f} | {row.speaker_accuracy:.2f} |"
        for family, row in families.iterrows()
    ]
    head = ["| rule family | found | precision | speaker right |", "| --- | --- | --- | --- |"]
    return "\n".join(head + rows)


def blocks(bench: Path) -> dict[str, str]:
    """Marker → what stands between its two ends in the README."""
    return {"accuracy": measure(bench), "rules": rules(bench)}


def filled(text: str, found: dict[str, str]) -> str:
    """The README with the measured tables between their markers."""
    for name, table in found.items():
        start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, _, rest = text.partition(start)
        _, _, after = rest.partition(end)
        text = f"{before}{start}{table}\n{end}{after}"
    return text


if __name__ == "__main__":
    write(README, filled(README.read_text(encoding="utf-8"), blocks(Path(sys.argv[1]))))
