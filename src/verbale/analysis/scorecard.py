"""How well the coder reads: as it was measured before it shipped, or from a file, a scorecard or a sample that people audited."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from verbale.analysis.stats.reading import Audit
from verbale.catalogue import tables
from verbale.errors import UsageError

SIDES = ("all", "authority", "others")
_HINT = "write a table for each side: [all], [authority], [others], with gold, found and right; or give a scorecard as JSON"


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """How well contacts are read, measured ``on`` what and when; ``date`` is ``None`` where that is not told.

    ``beyond`` says what to expect of other documents, empty where the measure is of those at hand.
    """

    on: str
    contacts: Audit
    date: str | None = None
    beyond: str = ""


def card(path: Path | None = None) -> Card:
    """The card of a file as :func:`load_audits` takes it; without one, that of the coder as it ships.

    Raises:
        UsageError: There is no such file, or it tells nothing of the kind.
    """
    if path is None:
        shipped = tables.toml("common", "scorecard")
        return Card(on=shipped["on"], contacts=_audit(shipped["all"]), date=shipped["date"], beyond=shipped["beyond"])
    audits = load_audits(path)
    return Card(on=f"as {path.name} has it", contacts=audits.get("all") or next(iter(audits.values())))


def load_audits(path: Path) -> dict[str, Audit]:
    """The audits of a file, by side.

    A TOML file has a table ``all``, ``authority`` or ``others`` with ``gold`` (acts that there are), ``found`` and ``right`` (those
    found that are right). A scorecard in JSON gives ``all`` from its row of contacts.

    Raises:
        UsageError: There is no such file, or it tells nothing of the kind.
    """
    try:
        text = path.read_text(encoding="utf-8")
        told = _of_card(msgspec.json.decode(text)) if path.suffix == ".json" else tomllib.loads(text)
        found = {side: _audit(told[side]) for side in SIDES if side in told}
    except OSError as error:
        raise UsageError(f"the scorecard {path} cannot be read: {error.strerror}", _HINT) from error
    except (tomllib.TOMLDecodeError, msgspec.MsgspecError, KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{path} tells nothing of the coder's error: {error}", _HINT) from error
    if not found or any(not 0 < a.right <= min(a.gold, a.found) for a in found.values()):
        raise UsageError(f"{path} has no table with gold, found and right", _HINT)
    return found


def audit_for(audits: Mapping[str, Audit], side: str) -> Audit | None:
    """What is known of a side, or else of all acts."""
    return audits.get(side, audits.get("all"))


def _audit(row: Mapping[str, Any]) -> Audit:
    return Audit(*(float(row[name]) for name in ("gold", "found", "right")))


def _of_card(card: Any) -> dict[str, Any]:
    return {"all": card["tables"]["lenient"]["CONSULT"]}
