"""The look of every chart, in one place: sizes, colours, type, and the sheet a chart is drawn on.

Colours are Okabe and Ito's (2008, “Color Universal Design”) where they name things, and one dark-to-light scale where
they count, so that every chart reads in grey. The font comes with matplotlib: the same file on every machine.
"""

import base64
import re
from functools import cache, wraps
from html import escape
from io import BytesIO

from IPython.display import HTML, display
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font, LoadFlags

from ..wording import chosen
from . import labels

WIDTHS = {"page": 6.85, "column": 3.35}  # inches: the text of an A4 page (174 mm), one of its two columns (85 mm)
FONT = "DejaVu Sans"
TITLE, TEXT, SMALL = 10.0, 7.5, 6.5  # points
UNKNOWN = "\N{REPLACEMENT CHARACTER}"  # for a character the font does not have
LINE = 1.3  # line height, of the type size
ROW = 0.21  # inches: one line of labels with its space
EDGE = 0.12  # inches left free round the sheet

INK, QUIET, RULE, PAPER = "#1a1a1a", "#595959", "#d0d0d0", "#ffffff"
DARK, LIGHT = "#0b4f7d", "#8cc4e8"  # two parts of one bar: apart in grey, too
ACCENT = "#d55e00"  # what needs the reader's eye: figures that differ
SCALE = LinearSegmentedColormap.from_list("helpers", ["#f7fbff", "#9ecae1", "#2171b5", "#08306b"])
SYLLABLE = re.compile(
    r"(?i)(?!ch|ck|sch|ph|th|qu|s[pt]|[bfgkp][lr]|[dt]r|zw|pf|[gk]n)[a-zäöüß]"
    r"(?!ch|sch)(?:[bfgkp][lr]|[dt]r|zw|[bcdfghjklmnpqrstvwxz])[aeiouyäöü]\w"
)
RC = {
    "font.family": FONT, "font.size": TEXT, "text.color": INK, "text.parse_math": False, "text.usetex": False,
    "axes.linewidth": 0.6, "axes.edgecolor": QUIET, "axes.labelcolor": QUIET, "axes.unicode_minus": True,
    "axes.spines.top": False, "axes.spines.right": False, "axes.formatter.use_locale": False,
    "xtick.color": QUIET, "ytick.color": INK, "xtick.labelsize": SMALL, "ytick.labelsize": TEXT,
    "xtick.major.size": 2, "ytick.major.size": 0, "hatch.linewidth": 0.6, "figure.facecolor": PAPER,
    "savefig.facecolor": PAPER, "svg.hashsalt": "helpers", "svg.fonttype": "path", "pdf.fonttype": 42,
    "path.simplify": True, "figure.constrained_layout.use": False, "figure.autolayout": False,
}  # fmt: skip


class Chart(Figure):
    """A matplotlib Figure on a sheet of fixed width: title, body, notes; shown in a notebook with its alt text."""

    def __init__(
        self, body: float, *, title: str, subtitle: str = "", notes: tuple[str, ...] = (), alt: str, width: str
    ):
        """A sheet whose body is `body` inches high; the header and the notes take what their text needs."""
        room = (WIDTHS[width] - 2 * EDGE) * 72
        head = [(line, TITLE, "bold", INK) for line in level(title, room, TITLE, "bold")]
        head += [(line, TEXT, "normal", QUIET) for line in wrap(subtitle, room, TEXT)]
        foot = [(line, SMALL, "normal", QUIET) for note in notes if note for line in wrap(note, room, SMALL)]
        above, below = _height(head) + EDGE + 0.08, _height(foot) + EDGE + (0.06 if foot else 0)
        self.sheet, self.body_top = (WIDTHS[width], above + body + below), above
        super().__init__(figsize=self.sheet, dpi=100)
        FigureCanvasAgg(self)
        self.headline, self.language = title, "en"
        self.alt = f"{title}. {alt}" if title[-1:] not in ".!?" else f"{title} {alt}"
        self._print(head, EDGE)
        self._print(foot, self.sheet[1] - EDGE - _height(foot))

    def place(self, left: float, top: float, width: float, height: float) -> Axes:
        """Axes whose upper left corner lies `left` inches from the sheet's edge and `top` below the header."""
        across, down = self.sheet
        bottom = down - self.body_top - top - height
        return self.add_axes((left / across, bottom / down, width / across, height / down))

    def write(self, left: float, top: float, text: str, **how):
        """Text at a point of the body, in inches."""
        across, down = self.sheet
        return self.text(left / across, 1 - (self.body_top + top) / down, text, **how)

    def _print(self, lines: list[tuple], top: float) -> None:
        for line, size, weight, colour in lines:
            top += size * LINE / 72
            down = 1 - (top - size * (LINE - 1) / 72) / self.sheet[1]
            self.text(EDGE / self.sheet[0], down, line, size=size, weight=weight, color=colour, va="baseline")

    def _ipython_display_(self):
        """The picture and, because JupyterLab passes on no alt text, the same in words beneath it."""
        data, metadata = self._repr_mimebundle_()
        display(data, metadata=metadata, raw=True)
        words = f"<details><summary>{labels.IN_WORDS[self.language]}</summary>{escape(self.alt)}</details>"
        display(HTML(f'<div class="tex2jax_ignore mathjax_ignore">{words}</div>'))

    def _repr_mimebundle_(self, include=None, exclude=None):
        picture = BytesIO()
        with rc_context(RC):
            self.savefig(picture, format="png", dpi=200, metadata={"Software": None})
        size = {"width": round(self.sheet[0] * 100), "height": round(self.sheet[1] * 100)}
        image = base64.b64encode(picture.getvalue()).decode("ascii")
        return {"image/png": image, "text/plain": self.alt}, {"image/png": {**size, "alt": self.alt}}


def _height(lines: list[tuple]) -> float:
    return sum(size * LINE for _, size, _, _ in lines) / 72


def printable(text: object) -> str:
    """The text on one line, a character the font does not have as “�”."""
    known = _glyphs()
    return "".join(c if ord(c) in known else UNKNOWN for c in " ".join(str(text).split()))


@cache
def _glyphs() -> frozenset[int]:
    return frozenset(_font("normal").get_charmap())


@cache
def _font(weight: str) -> FT2Font:
    """A face of our own: one of matplotlib's would be drawn with, and so resized, elsewhere."""
    font = FT2Font(findfont(FontProperties(family=FONT, weight=weight)))
    font.set_size(100, 72)
    return font


@cache
def _advance(character: str, weight: str) -> float:
    """How far a character moves the next one, for type of one point."""
    known = ord(character) if ord(character) in _glyphs() else ord(UNKNOWN)
    return _font(weight).load_char(known, LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / 100


def breadth(text: str, size: float = TEXT, weight: str = "normal") -> float:
    """How wide a text prints, in points."""
    return size * sum(_advance(character, weight) for character in text)


def wrap(text: str, room: float, size: float = TEXT, weight: str = "normal", lines: int | None = None) -> list[str]:
    """The text in lines no wider than `room` points; a word too long is parted, what exceeds `lines` becomes “…”."""
    out, rest = [], printable(text)
    while rest:
        if lines is not None and len(out) == lines - 1:
            return [*out, cut(rest, room, size, weight)]
        line, rest = _line(rest, room, size, weight)
        out.append(line)
    return out


def level(text: str, room: float, size: float, weight: str = "normal") -> list[str]:
    """The text in as few lines as `wrap` needs, about equally long: no last word stands alone."""
    lines = wrap(text, room, size, weight)
    least = max((breadth(word, size, weight) for word in printable(text).split()), default=0)
    for share in range(50, 100, 5) if len(lines) > 1 else ():
        narrow = wrap(text, max(room * share / 100, least), size, weight)
        if len(narrow) == len(lines):
            return narrow
    return lines


def cut(text: str, room: float, size: float = TEXT, weight: str = "normal", *, middle: bool = False) -> str:
    """The text on one line no wider than `room` points: its end, or its middle, becomes “…” where it must."""
    text = printable(text)
    shorter = text
    for left in range(len(text), 0, -1):
        if breadth(shorter, size, weight) <= room:
            break
        keep = (left - 1) // 2 if middle else 0
        first = text[: left - 1 - keep].rstrip(" ,;:–-")
        shorter = f"{first}…{text[len(text) - keep :].lstrip()}"
    return shorter


def _line(text: str, room: float, size: float, weight: str) -> tuple[str, str]:
    """The words that fit on one line, at least a part of one, and the rest."""
    words = text.split(" ")
    if breadth(words[0], size, weight) > room and len(words[0]) > 1:
        first, rest = _parted(words[0], room, size, weight)
        return first, " ".join([rest, *words[1:]])
    fits = 1
    while fits < len(words) and breadth(" ".join(words[: fits + 1]), size, weight) <= room:
        fits += 1
    return " ".join(words[:fits]), " ".join(words[fits:])


def _parted(word: str, room: float, size: float, weight: str) -> tuple[str, str]:
    """A word that is too wide in two: after its last hyphen that fits, else, with a hyphen of ours, before a consonant
    (or “bl”, “tr” …) that a vowel follows (Amtliche Regelung § 107, simplified), else where the room ends."""
    fitting = [n for n in range(1, len(word)) if breadth(f"{word[:n]}-", size, weight) <= room] or [1]
    hyphens = [n for n in fitting if word[n - 1] == "-" and n > 2]
    if hyphens:
        return word[: hyphens[-1]], word[hyphens[-1] :]
    syllables = [n for n in fitting if n > 2 and SYLLABLE.match(word, n - 1)]
    at = syllables[-1] if syllables and syllables[-1] > fitting[-1] / 3 else fitting[-1]
    return f"{word[:at]}-", word[at:]


def bare(axes: Axes) -> Axes:
    """Axes without spines, ticks and labels: a grid or a row of marks."""
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_visible(False)
    return axes


def drawn(chart):
    """Gives a chart function its common keywords and the style; an empty table never reaches it.

    `language` is by default that of $HELPERS_LANGUAGE, which a report sets for all its charts, else English."""

    @wraps(chart)
    def draw(
        table,
        *,
        language: str | None = None,
        width: str = "page",
        title: str | None = None,
        source: str | None = None,
        **how,
    ):
        language = chosen(language)
        if width not in WIDTHS:
            raise ValueError(f"width must be one of {', '.join(WIDTHS)}, not {width!r}")
        source = labels.SOURCE[language] if source is None else source
        with rc_context(RC):
            if len(table):
                figure = chart(table, language=language, width=width, title=title, source=source, **how)
            else:
                figure = Chart(0.1, title=title or labels.NOTHING[language], notes=(source,), alt="", width=width)
        figure.language = language
        return figure

    return draw
