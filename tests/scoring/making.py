"""Acts as gold has them, in as few words as a test needs."""

from __future__ import annotations

from typing import Any

from verbale.scoring.gold import Coding, Gold

TEXT = "The envoy met ministers in Doha on Monday. He urged them to reopen schools."


def act(kind: str = "CONSULT", who: str = "USA > AFG-AUTH", *, words: str = "met ministers", **more: Any) -> dict[str, Any]:
    """An act; ``who`` names the sources and the targets by their parties."""
    by, _, to = who.partition(">")
    people = [(party, "source") for party in by.split()] + [(party, "target") for party in to.split()]
    start = TEXT.index(words)
    modes = {"CONSULT": "meet", "REQUEST": "urge", "ACCUSE": "criticise"}
    return {
        "type": kind, "mode": modes.get(kind, "x"), "status": "happened", "evidence": [[start, start + len(words)]],
        "participants": [{"name": f"the envoy of {party}", "party": party, "role": role} for party, role in people], **more,
    }  # fmt: skip


def coding(key: str, *events: dict[str, Any], text: str | None = TEXT) -> Coding:
    return Coding(key=key, case="afghanistan", events=events, text=text, told={"published": "2024-05-15"})


def gold(*documents: Coding, locked: tuple[str, ...] = ()) -> Gold:
    return Gold(name="gold", documents=documents, locked=frozenset(locked))
