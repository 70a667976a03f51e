"""Which parties a question means: codes, short forms, and the members of groups on a day."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterable
from datetime import date

from verbale.catalogue import labels, tables
from verbale.catalogue.dates import within
from verbale.catalogue.fold import fold
from verbale.errors import UsageError

MEMBERS = "+"
"""Written after a group's code: the group itself and everyone who is a member on the day (``NATO+``)."""
_USUAL = {"US": "USA", "UK": "GBR"}


def parties(codes: Iterable[str], day: int) -> frozenset[str]:
    """The parties that codes name on a day.

    Raises:
        UsageError: A code names no party and no group.
    """
    return frozenset(party for code in codes for party in _expanded(code.strip(), date.fromordinal(day).isoformat()))


def party_of(written: str) -> str | None:
    """The party that a code, a usual short form or the name of a state, body or present authority means; else ``None``."""
    code = _USUAL.get(written, written)
    known = code in _codes() or (labels.country_of(code) in _codes() and labels.class_of(code) in labels.codes("class"))
    return code if known else _names().get(fold(written).casefold())


def named(codes: Iterable[str]) -> str:
    """The codes in words: ``the United States, the European Union and members of NATO``."""
    told = [f"members of {code.removesuffix(MEMBERS)}" if code.endswith(MEMBERS) else labels.party(_code(code)) for code in codes]
    return " and ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))


def _expanded(code: str, day: str) -> tuple[str, ...]:
    if not code.endswith(MEMBERS):
        return (_code(code),)
    group = code.removesuffix(MEMBERS)
    rows = [row for row in tables.rows("common", "groups") if row["group"] == group]
    if not rows:
        raise UsageError(f"there is no group named {group}", f"one of: {', '.join(sorted(_groups()))}")
    return (group, *(row["member"] for row in rows if within(day, row["from"], row["until"])))


def _code(code: str) -> str:
    code = _USUAL.get(code, code)
    if code not in _codes():
        near = difflib.get_close_matches(code, _codes(), 1)
        raise UsageError(
            f"there is no party named {code}", f"did you mean {near[0]}?" if near else "states have ISO codes: USA, CHN"
        )
    return code


@functools.cache
def _codes() -> frozenset[str]:
    states = (row["code"] for row in tables.rows("common", "states"))
    bodies = (row["code"] for row in tables.rows("common", "bodies"))
    return frozenset((*states, *bodies, *labels.codes("party")))


@functools.cache
def _names() -> dict[str, str]:
    ruling = (row for row in tables.rows("common", "authorities") if not row["until"])
    rows = (*ruling, *tables.rows("common", "bodies"), *tables.rows("common", "states"))
    return {fold(name).casefold(): row["code"] for row in rows for name in (row["name"], *tables.cells(row["aliases"]))}


def _groups() -> frozenset[str]:
    return frozenset(row["group"] for row in tables.rows("common", "groups"))
