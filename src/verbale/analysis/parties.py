"""Which parties a question means: codes, short forms, and the members of groups on a day."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterable
from datetime import date

from verbale.catalogue import labels, tables
from verbale.catalogue.fold import fold
from verbale.catalogue.groups import groups, members
from verbale.errors import UsageError

MEMBERS = "+"
"""Written after a group's code: the group itself and everyone who is a member on the day (``NATO+``)."""
_ALIKE = 0.75
"""How alike a name must be to be asked about: "army" is nobody's name."""
_USUAL = {"US": "USA", "UK": "GBR"}


def parties(codes: Iterable[str], day: int) -> frozenset[str]:
    """The parties that codes name on a day.

    Raises:
        UsageError: A code names no party and no group.
    """
    return frozenset(party for code in codes for party in _expanded(code.strip(), date.fromordinal(day).isoformat()))


def coded(written: Iterable[str]) -> tuple[str, ...]:
    """The codes of parties and groups that are written as codes, short forms or names (``USA``, ``UK``, ``Norway``, ``NATO+``).

    Raises:
        UsageError: One of them names no party.
    """
    return tuple(each if each.endswith(MEMBERS) else _code(each) for each in written)


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
    if group not in groups():
        raise UsageError(f"there is no group named {group}", f"one of: {', '.join(sorted(groups()))}")
    return (group, *members(group, day))


def _code(code: str) -> str:
    found = party_of(code) or party_of(code.upper())
    if found is None:
        near = _near(code)
        hint = (
            f"did you mean {labels.heading(near)}?" if near else "write a state or a body by its name or its code: Norway, CHN, EU"
        )
        raise UsageError(f"there is no party named {code}", hint)
    return found


def _near(written: str) -> str | None:
    """The party whose name is like what was written; else whose code is, where a code was written, in capitals."""
    names = difflib.get_close_matches(fold(written).casefold(), _names(), 1, _ALIKE)
    codes = difflib.get_close_matches(written, _codes(), 1) if written.isupper() else []
    return _names()[names[0]] if names else next(iter(codes), None)


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
