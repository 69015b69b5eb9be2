"""Small tables → matplotlib Figures fit to print, and files of them.

    charts.save(charts.heatmap(overlap.similarity(articles)), "similarity")

Every chart takes a table and returns a Figure; keyword-only: `language` (de or en; by default $HELPERS_LANGUAGE, else
en), `width` (page or column; what fits a column is no wider), `title` (instead of the finding it states by itself),
`source` (the last line), `top` (rows shown; the rest is said in words).
An empty table gives a sheet that says there is nothing to show.

    bars.py       mentions, speakers, stories        grids.py     heatmap, together
    stances.py    matrix                             intervals.py figures
    style.py      the look of all, the sheet         labels.py    words and numbers in both languages
    names.py      what articles are called     export.py    save, alt_text
"""

from .bars import mentions, speakers, stories
from .export import alt_text, save
from .grids import heatmap, together
from .intervals import figures
from .names import names
from .stances import matrix

__all__ = ["alt_text", "figures", "heatmap", "matrix", "mentions", "names", "save", "speakers", "stories", "together"]
