"""The ledger: every decision a row that is only ever added, chained by hash, so that no change to it goes unseen.

A row's hash is that of its body, and its body holds the hash of the row before: whoever alters, removes or moves a row breaks the
chain there. Cutting rows off the end breaks nothing, so the last hash (the *head*) is shown after every decision and can be kept
elsewhere, in an anchor.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Connection, RowMapping, insert, select

from verbale.record.decision import Decision, canonical
from verbale.record.tables import decisions

GENESIS = "0" * 64
"""What the first decision names as the hash before it."""


class Head(msgspec.Struct, frozen=True):
    """The end of the ledger: how many decisions there are, and the hash of the last."""

    number: int
    hash: str


def head(connection: Connection) -> Head:
    """Where the ledger ends."""
    last = connection.execute(select(decisions.c.number, decisions.c.hash).order_by(decisions.c.number.desc()).limit(1)).first()
    return Head(last.number, last.hash) if last else Head(0, GENESIS)


def append(connection: Connection, decision: Decision, at: str) -> Decision:
    """Add a decision to the end, inside the caller's transaction, and return it with its number and its place in the chain."""
    end = head(connection)
    sealed = msgspec.structs.replace(decision, number=end.number + 1, at=at, previous=end.hash)
    body = canonical(sealed)
    connection.execute(insert(decisions).values(**_columns(sealed), body=body, hash=_hash(body)))
    return sealed


def entries(connection: Connection) -> Iterator[Decision]:
    """Every decision in its order; raises :class:`msgspec.MsgspecError` where a body holds something else."""
    for body in connection.scalars(select(decisions.c.body).order_by(decisions.c.number)):
        yield parsed(body)


def parsed(body: object) -> Decision:
    """The decision of a column ``body``; raises as :func:`entries` does."""
    return msgspec.json.decode(msgspec.convert(body, str), type=Decision)


def broken(connection: Connection, anchors: Iterable[Head] = ()) -> str | None:
    """The first decision that was altered, is missing or stands in another's place, in words; ``None`` where the chain holds.

    Args:
        connection: Where the ledger is.
        anchors: Heads that the ledger had before, as kept elsewhere.
    """
    hashes = [GENESIS]
    for row in connection.execute(select(decisions).order_by(decisions.c.number)).mappings():
        words = _fault(connection, row, len(hashes), hashes[-1])
        if words:
            return words
        hashes.append(row["hash"])
    for anchor in sorted(anchors, key=lambda each: each.number):
        if anchor.number >= len(hashes):
            return f"decision {len(hashes)} is missing: the ledger ends before it, and once went on to {anchor.number}"
        if hashes[anchor.number] != anchor.hash:
            return f"decision {anchor.number} is not the one that was anchored: it, or one before it, was replaced"
    return None


def _fault(connection: Connection, row: RowMapping, place: int, previous: str) -> str | None:
    """What is wrong with the row that should be decision ``place``."""
    number = row["number"]
    if number != place:
        return f"decision {place} is missing: decision {number} comes in its place"
    try:
        decision = parsed(row["body"])
    except msgspec.MsgspecError:
        return f"decision {place} was altered: its body is no decision"
    if _hash(str(row["body"])) != row["hash"]:
        return f"decision {place} was altered: it is not what its hash says"
    if decision.number != place:
        return _moved(connection, place, decision.number)
    wrong = [name for name, value in _columns(decision).items() if name != "previous" and row[name] != value]
    if wrong:
        return f"decision {place} was altered: its {wrong[0]} is not what its body says"
    if decision.previous != previous:
        return f"decision {place - 1} was altered: the next one was chained to another" if place > 1 else "decision 1 was altered"
    return f"decision {place} was altered: its previous is not what its body says" if row["previous"] != previous else None


def _moved(connection: Connection, place: int, found: int) -> str:
    bodies = connection.scalars(select(decisions.c.body))
    if any(f'"number":{place},' in str(body) for body in bodies):
        return f"decision {place} is out of order: decision {found} stands in its place"
    return f"decision {place} is missing: decision {found} stands in its place"


def _columns(decision: Decision) -> dict[str, object]:
    return {name: getattr(decision, name) for name in ("number", "at", "by", "action", "kind", "subject", "other", "previous")}


def _hash(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()
