"""Checking what a document says of treaties, resolutions and courts against the catalogue: what is written, what is the case.

``check`` tells what is wrong, ``cited`` how much was looked at. To add a rule: a module with a function from a passage to findings,
and its name in ``_RULES``. A finding that rests on a fact which is not confirmed is a hint: it says so and asserts nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from verbale.checking import citing, joining, kinds, powers, voting
from verbale.checking.finding import Finding
from verbale.checking.passage import Passage, passages

__all__ = ["Finding", "check", "cited"]

_RULES: tuple[Callable[[Passage], Iterable[Finding]], ...] = (
    voting.findings, powers.findings, joining.findings, kinds.findings, citing.findings,
)  # fmt: skip


def check(text: str, case: str = "none") -> list[Finding]:
    """What ``text`` says of instruments that is not the case, in order; of findings on the same words the first rule's."""
    found: list[Finding] = []
    for passage in passages(text, case):
        for rule in _RULES:
            for each in rule(passage):
                if not any(each.start < f.end and f.start < each.end for f in found):
                    found.append(each)
    return sorted(found, key=lambda f: (f.start, f.end))


def cited(text: str, case: str, found: Iterable[Finding]) -> tuple[int, int]:
    """How many citations ``text`` has, and how many of these stand in a sentence in which nothing was ``found`` wrong."""
    spans = [(each.start, each.end) for each in found]
    every = right = 0
    for passage in passages(text, case):
        start, end = passage.offset, passage.offset + len(passage.words)
        every += len(passage.uses)
        right += 0 if any(a < end and start < b for a, b in spans) else len(passage.uses)
    return every, right
