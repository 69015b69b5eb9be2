"""What the grammar hands on: one figure in piece indices, before it is laid on the Doc."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expression:
    """A figure in pieces start … end-1; the other fields are those of finds.Figure."""

    start: int
    end: int
    kind: str
    value: float | None = None
    value_to: float | None = None
    bound: str | None = "exactly"
    unit: str | None = None
    counted: tuple[int, int] | str | None = None  # piece indices, or the noun itself
    date_from: dt.date | None = None
    date_to: dt.date | None = None
    returns: str | None = None  # the date returns each week or year (dates.Date)
    resume: int = 0  # where reading goes on; a noun phrase may hold further figures
