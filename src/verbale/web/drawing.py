"""Pictures for pages under a strict policy: drawn once, their bars and cells leading to the engagements behind them."""

from __future__ import annotations

import functools
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

import msgspec
from markupsafe import Markup

from verbale.analysis.entries import Entry
from verbale.pictures import Case, Picture, pictures, svg


class Shown(msgspec.Struct, frozen=True):
    """A picture as it stands in a page, with the table that says the same and the address behind each row of it."""

    picture: Picture
    drawing: Markup
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[str | int, ...], str], ...]


def shown(entries: Sequence[Entry], case: Case, address: Callable[[Picture, int], str]) -> tuple[Shown, ...]:
    """Every picture that engagements have anything to show for; ``address`` leads from a row of its table to the acts behind it."""
    return tuple(_shown(each, address) for each in pictures(entries, case))


def beside(picture: Picture) -> str:
    """The drawing of a picture, made by a process of its own: drawing holds up every other page for as long as it takes."""
    try:
        return _drawing().submit(svg, picture).result()
    except BrokenProcessPool:  # something ended it; the next drawing begins another
        _drawing.cache_clear()
        return svg(picture)


@functools.cache
def _drawing() -> ProcessPoolExecutor:
    # who interrupts the server means the server, which ends what it began
    return ProcessPoolExecutor(1, get_context("spawn"), signal.signal, (signal.SIGINT, signal.SIG_IGN))


def _shown(picture: Picture, address: Callable[[Picture, int], str]) -> Shown:
    columns = tuple(picture.table[0]) if picture.table else ()
    rows = tuple((tuple(row.values()), address(picture, n)) for n, row in enumerate(picture.table))
    return Shown(picture, Markup(svg(picture)), columns, rows)  # noqa: S704 - our own drawing; Vega escapes the texts in it


class Bar(msgspec.Struct, frozen=True):
    """One bar of a timeline: its place and size in percent of the drawing, what it counts, and where it leads."""

    x: float
    width: float
    height: float
    label: str
    number: int
    address: str


_WIDEST = 6.0
"""Of a bar, in percent of the drawing: a few months are no wall."""


def bars(months: dict[str, int], address: Callable[[str], str], most: int = 72) -> tuple[Bar, ...]:
    """A bar for every month from the first to the last; for every year where that would be too many."""
    counted = months if len(_between(months)) <= most else _yearly(months)
    times = _between(counted)
    top = max(counted.values(), default=1)
    step = 100 / max(len(times), 1)
    width = min(step * 0.8, _WIDEST)
    return tuple(
        Bar(
            round((n + 0.4) * step - width / 2, 3),
            round(width, 3),
            round(100 * counted.get(time, 0) / top, 2),
            time,
            counted.get(time, 0),
            address(time),
        )
        for n, time in enumerate(times)
        if counted.get(time)
    )


def _yearly(months: dict[str, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for month, n in months.items():
        found[month[:4]] = found.get(month[:4], 0) + n
    return found


def _between(times: dict[str, int]) -> list[str]:
    """Every month, or year, from the first to the last, with those that have none."""
    if not times:
        return []
    first, last = min(times), max(times)
    if len(first) == len("2023"):
        return [str(year) for year in range(int(first), int(last) + 1)]
    start, stop = (int(each[:4]) * 12 + int(each[5:7]) - 1 for each in (first, last))
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(start, stop + 1)]
