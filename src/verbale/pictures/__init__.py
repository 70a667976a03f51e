"""Every chart, once: a Vega-Lite specification with its table and its one-sentence finding.

A new chart is a function from engagements and case to a picture, and a line in ``CHARTS``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verbale.analysis.entries import Entry
from verbale.pictures.acts import acts
from verbale.pictures.counting import Case, case_of
from verbale.pictures.draw import png, svg
from verbale.pictures.meetings import meetings
from verbale.pictures.months import months
from verbale.pictures.picture import Picture

__all__ = ["CHARTS", "Case", "Picture", "case_of", "pictures", "png", "svg"]

Chart = Callable[[Sequence[Entry], Case], Picture | None]

CHARTS: tuple[Chart, ...] = (months, meetings, acts)


def pictures(entries: Sequence[Entry], case: Case) -> tuple[Picture, ...]:
    """Every chart that ``entries`` have anything to show for, in the order of ``CHARTS``."""
    return tuple(made for made in (chart(entries, case) for chart in CHARTS) if made is not None)
