"""requirements.lock pins what requirements.txt asks for, with hashes; no package is under the GPL alone."""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "docs"))
from licences import is_free  # noqa: E402

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
ASKED = [line for line in (ROOT / "requirements.txt").read_text().splitlines() if not line.startswith("-e")]


def same_name(pin: str) -> str:
    """The pin with its name as packaging compares names (PEP 503)."""
    name, version = pin.split("==")
    return f"{re.sub(r'[-_.]+', '-', name).lower()}=={version}"


@pytest.mark.parametrize("pin", ASKED)
def test_the_lock_file_names_the_same_version(pin):
    assert f"\n{same_name(pin)} \\\n" in LOCK, "run `make lock`"


def test_every_package_of_the_lock_file_has_a_hash():
    pins = re.split(r"\n(?=\S+==)", LOCK)[1:]
    assert len(pins) > len(ASKED)
    assert all("--hash=sha256:" in pin for pin in pins)


def test_only_what_the_lock_file_hashes_is_installed():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = [line for line in makefile.splitlines() if "pip install" in line and "build/" not in line]
    assert len(installs) == 2
    assert "--require-hashes -r requirements.lock" in installs[0]
    assert "--no-deps --no-build-isolation -e ." in installs[1]


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("MIT", True),
        ("BSD License, Apache Software License", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("LGPL-2.1-or-later", True),
        ("GPL-3.0-only", False),
        ("GNU General Public License v3 (GPLv3)", False),
        ("AGPL-3.0-or-later", False),
        ("not stated", False),
    ],
)
def test_which_licences_leave_a_choice(text, free):
    assert is_free(text) == free


def test_the_licences_are_listed_and_free():
    rows = re.findall(r"^\| ([\w.-]+) \| (\S+) \| (.+) \|$", (ROOT / "docs" / "licences.md").read_text(), re.MULTILINE)
    listed = {f"{name}=={version}": licence for name, version, licence in rows if name != "package"}
    assert set(map(same_name, ASKED)) <= set(listed), "run `make lock`"
    assert [name for name, licence in listed.items() if not is_free(licence)] == []
