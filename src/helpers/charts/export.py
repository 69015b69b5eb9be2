"""Figures → files: SVG, PDF and PNG that are byte for byte the same for the same figure."""

from pathlib import Path

from matplotlib import rc_context
from matplotlib.figure import Figure

from ..files import plain, reports, together
from .style import RC

FORMATS = ("svg", "pdf", "png")
DPI = 300


def alt_text(figure: Figure) -> str:
    """What a chart shows, in words, for readers who cannot see it."""
    return getattr(figure, "alt", "")


def save(figure: Figure, name: str, folder=None) -> list[Path]:
    """Write <folder>/<name>.svg, .pdf and .png (300 dpi) and return their paths.

    `folder` is by default charts/ in the reports folder (`files.reports`). The files hold no date and no program name,
    but the title and the alt text. Raises ValueError for a name that is no plain file name."""
    plain(name)
    folder = Path(folder) if folder is not None else reports() / "charts"
    title, alt = getattr(figure, "headline", ""), alt_text(figure)
    about = {
        "svg": {"Date": None, "Creator": None, "Title": title, "Description": alt},
        "pdf": {
            "CreationDate": None,
            "ModDate": None,
            "Creator": None,
            "Producer": None,
            "Title": title,
            "Subject": alt,
        },
        "png": {"Software": None, "Title": title, "Description": alt},
    }
    paths = [folder / f"{name}.{form}" for form in FORMATS]
    with rc_context(RC), together(paths) as temporaries:
        for form, temporary in zip(FORMATS, temporaries, strict=True):
            figure.savefig(temporary, format=form, dpi=DPI, metadata=about[form])
    return paths
