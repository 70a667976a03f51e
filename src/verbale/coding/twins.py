"""Whether two candidates of a document tell one act: the numbers by which a ranker tells it."""

from __future__ import annotations

from verbale.coding.draft import Draft
from verbale.coding.features import MODES, STATUSES, TYPES
from verbale.coding.numbers import among
from verbale.coding.scene import Ref
from verbale.model import ENGAGING

_FAR, _NEAR = 1500, 200
"""Code points between two triggers beyond which it makes no difference."""
TOGETHER = {"meet", "call", "attend", "host", "mediate"}
NAMES = (
    "rule",
    *(f"type:{t}" for t in TYPES),
    *(f"mode:{m}" for m in MODES),
    *(f"other mode:{m}" for m in MODES),
    *(f"status:{s}" for s in STATUSES),
    *(f"other status:{s}" for s in STATUSES),
    "same mode",
    "both together",
    "same status",
    "both going on",
    *(f"{role} {how}" for role in ("source", "target", "all") for how in ("same", "shared", "only here", "only there")),
    "crossed",
    "same person",
    "other person",
    "same goal",
    "other goal",
    "words shared",
    "same trigger",
    "same verb",
    "noun and verb",
    "both nouns",
    "same sentence",
    "same block",
    "headline",
    "apart",
    "near",
    "resumed",
    "told apart",
    "other time",
    "quoted and not",
)
"""What the numbers of a pair are, in order."""


def pair(a: Draft, b: Draft, rule: bool) -> list[float]:
    """The numbers of two candidates of one type, the earlier kept first; ``rule`` is what the rules say of them."""
    engaging = a.status in ENGAGING and b.status in ENGAGING
    return [
        float(rule),
        *among(a.type, TYPES),
        *among(a.mode, MODES),
        *among(b.mode, MODES),
        *among(a.status, STATUSES),
        *among(b.status, STATUSES),
        float(a.mode == b.mode),
        float(a.mode in TOGETHER and b.mode in TOGETHER),
        float(a.status == b.status),
        float(engaging),
        *_shared(a.parties("source"), b.parties("source")),
        *_shared(a.parties("target"), b.parties("target")),
        *_shared(a.parties(), b.parties()),
        float(bool(a.parties("source") & b.parties("target") or a.parties("target") & b.parties("source"))),
        *_persons(a, b),
        float(bool(a.goal & b.goal)),
        float(bool(a.goal and b.goal and not a.goal & b.goal)),
        *_places(a, b),
        float(b.resumed or a.resumed),
        float(a.apart or b.apart),
        float(b.other_time or a.other_time),
        float(a.quoted != b.quoted),
    ]


def _shared(a: frozenset[str], b: frozenset[str]) -> list[float]:
    return [float(a == b), float(len(a & b)), float(len(a - b)), float(len(b - a))]


def _persons(a: Draft, b: Draft) -> list[float]:
    """Whether one person stands in both, and whether some party sends one to this and another to that."""
    same = other = False
    for party in a.parties() & b.parties():
        here, there = ({name_of(r) for r in d.refs() if r.party == party and r.kind == "person"} for d in (a, b))
        same |= bool(here & there)
        other |= bool(here and there and not here & there)
    return [float(same), float(other)]


def _places(a: Draft, b: Draft) -> list[float]:
    together = a.page.base == b.page.base
    start, end = sorted((a.page.start(a.token), b.page.start(b.token)))
    verbs = [d.token.pos_ in ("VERB", "AUX") for d in (a, b)]
    return [
        float(any(s[0] < t[1] and t[0] < s[1] for s in a.evidence for t in b.evidence)),
        float(together and a.token.i == b.token.i),
        float(a.token.lemma_ == b.token.lemma_),
        float(verbs[0] != verbs[1]),
        float(not any(verbs)),
        float(together and a.token.sent.start == b.token.sent.start),
        float(together),
        float("headline" in (a.page.block.kind, b.page.block.kind)),
        min(end - start, _FAR) / _FAR,
        float(min(end - start, _NEAR)),
    ]


def name_of(ref: Ref) -> str:
    """Who a person is: by the catalogue, else by the last name."""
    return ref.actor or ref.name.lower().split()[-1]
