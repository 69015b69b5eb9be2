"""report.pdf: the page as an installed Chromium or Chrome prints it. HTML file → PDF file, or None."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome")
APPLICATIONS = (  # where browsers lie that no PATH names: macOS, Windows
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
LONGEST = 300  # seconds: a page of thousands of quotations prints slowly
QUIET = ("--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--no-pdf-header-footer")


def browser() -> str | None:
    """The program that prints: $CHROMIUM, else the first installed; None where there is none."""
    installed = (shutil.which(name) for name in BROWSERS)
    applications = (path for path in APPLICATIONS if Path(path).is_file())
    return os.environ.get("CHROMIUM") or next((path for path in (*installed, *applications) if path), None)


def write_pdf(page: Path, path: Path) -> Path | None:
    """Prints the page to `path`; returns it, or None, and leaves no file there, where no browser is found or it
    fails."""
    program = browser()
    if program is not None and _prints(program, page, path):
        return path
    path.unlink(missing_ok=True)
    return None


def _prints(program: str, page: Path, path: Path) -> bool:
    """Whether the browser printed the page to `path`."""
    # Chromium's sandbox refuses to start for root; the page is our own and asks for no network
    rooted = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [program, *QUIET, *rooted, f"--user-data-dir={profile}", f"--print-to-pdf={path}", page.as_uri()]
        try:
            subprocess.run(command, capture_output=True, timeout=LONGEST, check=True)
        except (OSError, subprocess.SubprocessError):
            return False
    return path.is_file() and path.read_bytes().startswith(b"%PDF")
