"""requirements.lock → docs/licences.md: each package and its licence, as its own metadata states it (`make lock`).

Prints the table; ends with status 1 where a licence is the GPL's or not stated.
"""

import re
import sys
from importlib.metadata import PackageNotFoundError, files, metadata
from pathlib import Path

LOCK = Path(__file__).resolve().parents[1] / "requirements.lock"
PIN = re.compile(r"^([\w.-]+)==(\S+)(?: ; (.*?))? *\\?$", re.MULTILINE)
LONGEST = 60  # characters: a longer text is the licence itself, not its name
HEAD = """# Licences of the packages this project installs

Made by `make lock` from the packages' own metadata. Nothing here is under the GPL alone. Where a package offers several
licences (tld: MPL 1.1, GPL 2 or LGPL 2.1), the one that is not the GPL is taken: MPL 1.1.

| package | version | licence |
| --- | --- | --- |"""


def licence(name: str) -> str:
    """The licence in a package's metadata: its SPDX expression, else its classifiers, else its free text, else the
    first line of its licence file."""
    about = metadata(name)
    classifiers = [c.rpartition(" :: ")[2] for c in about.get_all("Classifier", []) if c.startswith("License ::")]
    named = [c for c in classifiers if c != "OSI Approved"]
    free = (about["License"] or "").strip().partition("\n")[0]
    stated = about["License-Expression"] or ", ".join(named) or (free if len(free) <= LONGEST else "")
    return stated or _first_line(name) or "not stated"


def _first_line(name: str) -> str:
    texts = [file.read_text() for file in files(name) or () if file.name.upper().startswith("LICENSE")]
    return texts[0].strip().partition("\n")[0] if texts else ""


def is_free(text: str) -> bool:
    """Whether a licence is stated and leaves a choice other than the GPL (the Lesser GPL is another licence)."""
    if "not stated" in text:
        return False
    return any(not re.search(r"(?<!L)GPL|(?<!Lesser )General Public", one) for one in re.split(r", | OR ", text))


def main() -> int:
    rows, wrong = [], []
    for name, version, where in PIN.findall(LOCK.read_text(encoding="utf-8")):
        try:
            text = licence(name)
        except PackageNotFoundError:
            rows.append(f"| {name} | {version} | only installed where {where or 'asked for'} |")
            continue
        rows.append(f"| {name} | {version} | {text} |")
        if not is_free(text):
            wrong.append(f"{name}: {text}")
    print("\n".join([HEAD, *rows]))
    if wrong:
        print("\n".join(["Not free to use:", *wrong]), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
