"""A picture: a Vega-Lite specification with its table, its finding and how it was counted."""

from __future__ import annotations

from typing import Any

import msgspec

Cell = str | int


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """One chart, once: drawn from ``table``, which says the same without a picture.

    ``finding`` is one sentence with its figures; ``unit`` is what is counted and ``counting_rule`` how. ``sources`` holds, for each
    row of ``table``, the ids of the engagements behind it. ``coverage`` says what was read for
    it, ``limits`` what speaks against it. All rows of ``table`` have the same keys, in the order of the columns.
    """

    name: str
    title: str
    finding: str
    table: tuple[dict[str, Cell], ...]
    sources: tuple[tuple[str, ...], ...]
    spec: dict[str, Any]
    unit: str
    counting_rule: str
    coverage: str = ""
    limits: tuple[str, ...] = ()
