"""The numbers of two candidates by which a ranker tells whether they are one act, told twice."""

from __future__ import annotations

from verbale.coding import decide as deciding
from verbale.coding.draft import Draft
from verbale.coding.features import TYPES
from verbale.model import ENGAGING

_MODES = ("meet", "call", "visit", "host", "attend", "mediate", "correspond")
_FAR = 20.0


def values(a: Draft, b: Draft) -> list[float]:
    """The numbers of two candidates of one type, the one told first first."""
    modes = {a.mode, b.mode}
    gap = max(b.evidence[0][0] - a.evidence[0][1], a.evidence[0][0] - b.evidence[0][1], 0)
    return [
        *(float(a.type == t) for t in TYPES),
        *(float(m in modes) for m in _MODES),
        float(a.mode == b.mode),
        float(a.status == b.status or (a.status in ENGAGING and b.status in ENGAGING)),
        float("planned" in (a.status, b.status)),
        _shared(a.parties("source", "host", "mediator"), b.parties("source", "host", "mediator")),
        _shared(a.parties("target"), b.parties("target")),
        _shared(a.parties(), b.parties()),
        float(a.parties() <= b.parties()),
        float(b.parties() <= a.parties()),
        float(len(a.parties() | b.parties())),
        float(a.page.base == b.page.base),
        float(_sentence(a) == _sentence(b)),
        float(a.token.i == b.token.i and a.page.base == b.page.base),
        min(gap / 100, _FAR),
        min(abs(a.page.start(a.token) - b.page.start(b.token)) / 100, _FAR),
        float(a.page.block.kind == "headline"),
        float(b.page.block.kind == "headline"),
        float(a.frame.pos == "N"),
        float(b.frame.pos == "N"),
        float(a.token.lemma_ == b.token.lemma_),
        float(_definite(a)),
        float(_definite(b)),
        float(a.resumed or b.resumed),
        float(a.apart or b.apart),
        float(b.other_time),
        float(bool(a.goal and b.goal and not a.goal & b.goal)),
        float(bool(a.goal & b.goal)),
        _people(a, b),
        a.confidence,
        b.confidence,
        float(deciding.same_act(a, b)),
    ]


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.5


def _sentence(draft: Draft) -> tuple[int, int]:
    return draft.page.base, draft.token.sent.start


def _definite(draft: Draft) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in draft.token.children)


def _people(a: Draft, b: Draft) -> float:
    """Whether both name the same people (1), different people of one party (-1), or do not say."""
    here, there = _named(a), _named(b)
    both = here.keys() & there.keys()
    if any(here[p] & there[p] for p in both):
        return 1.0
    return -1.0 if both else 0.0


def _named(draft: Draft) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for ref in draft.refs():
        if ref.party and ref.kind == "person":
            found.setdefault(ref.party, set()).add(ref.actor or ref.name.lower().split()[-1])
    return found
