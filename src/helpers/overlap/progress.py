"""A bar for what takes long: steps → the same steps, counted on the screen."""

from collections.abc import Iterable

from tqdm.auto import tqdm

LONG = 2  # seconds after which the bar shows; it goes when the work is done
FEW = 200  # articles that never take so long, however slow the machine: notebooks on a sample stay the same


def bar(steps: Iterable | None, doing: str, unit: str, *, articles: int, total: int | None = None) -> tqdm:
    """The steps with a progress bar round them; without steps a bar to `update` by hand."""
    return tqdm(steps, desc=doing, unit=unit, total=total, delay=LONG, leave=False, disable=articles < FEW)
