"""A check of a table as a line."""

from __future__ import annotations

from verbale.entering.checks import Check

_SHOWN = 12


def check_line(check: Check) -> str:
    """The check's words, marked where they are a warning, with the first rows that they are about."""
    rows = ", ".join(map(str, check.rows[:_SHOWN])) + (", ..." if len(check.rows) > _SHOWN else "")
    return f"{'CHECK' if check.warning else '     '}  {check.name:13}  {check.words}" + (f" (row {rows})" if rows else "")
