"""Needs, namings, claims, conditions and wrong citations in opinion pieces: ``python -m tests.coding.opinion.measure``.

The pieces are the project's own, written apart from the code. Four are ``open``; of the four that are ``locked`` nothing but
totals is ever looked at.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from verbale.checking import check
from verbale.coding.coder import Coder
from verbale.model import Coded, Document
from verbale.scoring.notation import parse

SETS = ("open", "locked")
_HERE = Path(__file__).parent
_CASES = ("afghanistan", "myanmar")
_CLOSE, _LOOSE = 0.6, 0.5
"""What share of the shorter one's words two phrases have in common that are taken for the same."""


def measure(name: str) -> Counter[str]:
    """Totals of a set: how many of each were expected (``needs``) and how many of these found (``needs found``)."""
    expected = json.loads((_HERE / f"{name}.json").read_text(encoding="utf-8"))
    totals: Counter[str] = Counter()
    for piece in parse((_HERE / f"{name}.txt").read_text(encoding="utf-8")):
        case = piece.get("case", "none")
        case = case if case in _CASES else "none"
        document = Document(
            id=piece["id"], sha256="s", text=piece["text"], title=piece.get("title"), published=piece.get("published")
        )
        totals += _found(Coder(case).code(document), expected[piece["id"]])
        totals += _checked(piece["text"], case, expected[piece["id"]]["citations"])
    return totals


def _found(coded: Coded, expected: dict[str, Any]) -> Counter[str]:
    named = [m.words for m in coded.mentions if m.kind == "naming"] + [n.words for e in coded.events for n in e.naming]
    needed = {m.value for m in coded.mentions if m.kind == "need"}
    caused = {m.value for m in coded.mentions if m.kind == "need" and m.cause}
    conditions = [s.words for e in coded.events for s in e.said if s.kind == "condition"]
    return Counter({
        "namings": len(expected["namings"]),
        "namings found": sum(any(_alike(w, n) > _CLOSE for n in named) for w, _ in expected["namings"]),
        "needs": len(expected["needs"]),
        "needs found": sum(need in needed for need, _ in expected["needs"]),
        "needs with a cause": sum(need in caused for need, _ in expected["needs"]),
        "claims": len(expected["claims"]),
        "claims found": sum(any(_alike(w, c.words) > _CLOSE for c in coded.claims) for w in expected["claims"]),
        "claims told": len(coded.claims),
        "conditions": len(expected["conditions"]),
        "conditions found": sum(any(_alike(w, c) > _LOOSE for c in conditions) for w, _ in expected["conditions"]),
    })  # fmt: skip


def _checked(text: str, case: str, citations: list[dict[str, Any]]) -> Counter[str]:
    findings = check(text, case)
    totals: Counter[str] = Counter()
    for each in citations:
        start = text.index(each["written"])
        hit = any(f.start < start + len(each["written"]) and start < f.end for f in findings)
        kind = "right" if each["right"] else "wrong"
        totals[kind] += 1
        totals[f"{kind} flagged"] += hit
    return totals


def _alike(one: str, other: str) -> float:
    a, b = (set(re.findall(r"\w+", words.lower())) for words in (one, other))
    return len(a & b) / max(1, min(len(a), len(b)))


if __name__ == "__main__":
    for set_name in SETS:
        sys.stdout.write(f"{set_name}: {dict(measure(set_name))}\n")
