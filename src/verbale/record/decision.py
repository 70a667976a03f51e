"""What a person can decide, and one decision as the ledger keeps it."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from verbale.model import Event, Evidence

Action = Literal["accept", "reject", "correct", "add", "unsure", "same", "different", "merge", "split", "nothing", "code", "undo"]
Kind = Literal["event", "actor", "office", "engagement", "document", "passage", "decision"]

ALLOWED: dict[Action, dict[Kind, tuple[int, ...]]] = {
    "accept": {"event": (1,)},
    "reject": {"event": (1,)},
    "correct": {"event": (1,)},
    "add": {"event": (1,), "office": (1,)},
    "unsure": {"event": (1, 2), "actor": (2,)},
    "same": {"event": (2,), "actor": (2,)},
    "different": {"event": (2,), "actor": (2,)},
    "merge": {"actor": (2,), "engagement": (2,)},
    "split": {"actor": (1,), "engagement": (2,)},
    "nothing": {"document": (1,), "passage": (1,)},
    "code": {"passage": (1,)},
    "undo": {"decision": (1,)},
}
"""Of what each action is taken, and of how many of them: ``same`` is said of two events or two actors.

``nothing`` says of a document that it has been read whole, and has no event but those that stand; of a passage that two people
coded, that there is none. ``code`` keeps what somebody coded of a passage without seeing what others made of it: it changes no
event, until the codings are adjudicated.
"""


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """An event as the person saw it: in which version of which document, with all its values.

    ``beside`` are the ids of the other acts of its type that were read from the same words then: after a newer coder has read the
    document, a decision must not slip from one act to its neighbour.
    """

    document: str
    sha256: str
    event: Event
    beside: tuple[str, ...] = ()


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office that an actor held: party, title, rank 0 to 11, EDTF bounds (empty: open or unknown)."""

    party: str
    title: str
    rank: int | None = None
    since: str = ""
    until: str = ""


class Coding(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody coded of a passage: the version and its words, and the acts that they tell; none where they tell none."""

    document: str
    sha256: str
    words: tuple[Evidence, ...]
    events: tuple[Event, ...] = ()


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One decision. It says all by itself: nothing that it needs is looked up elsewhere.

    ``subject`` and ``other`` are ids of events, actors or engagements, or the number of the decision that is undone. ``judged``
    holds the events that are judged: of engagements that are merged one of either, of one that is split the event that leaves it
    and then all others. ``changes`` holds the fields that were corrected, as in JSON. ``weight`` is how much speaks for a
    judgement, 0 to 1, where something computed it. ``coded`` is what was coded blind. ``settles`` are the numbers of the decisions
    between which this one adjudicates. ``previous`` is the hash of the decision before it.
    """

    number: int = 0
    at: str = ""
    by: str
    action: Action
    kind: Kind
    subject: str
    other: str | None = None
    judged: tuple[Judged, ...] = ()
    changes: dict[str, Any] = {}
    office: Office | None = None
    why: str = ""
    sources: tuple[str, ...] = ()
    weight: float | None = None
    coded: Coding | None = None
    settles: tuple[int, ...] = ()
    previous: str = ""


def canonical(decision: Decision) -> str:
    """The decision as JSON with sorted keys and no spaces: what is hashed."""
    return msgspec.json.encode(decision, order="sorted").decode()


def live(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions that hold, in their order: without what was undone, and without the undoing.

    An ``undo`` can itself be undone; what it had undone then holds again.
    """
    undone: set[int] = set()
    for each in reversed(decisions):
        if each.action == "undo" and each.number not in undone:
            undone.add(int(each.subject))
    return tuple(each for each in decisions if each.action != "undo" and each.number not in undone)
