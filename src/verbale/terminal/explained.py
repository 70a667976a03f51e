"""The explanation of an event in a terminal: how it came about, and what lost against it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from verbale.catalogue import labels
from verbale.coding.explain import Alternative, Explanation, Resolved
from verbale.model import Basis
from verbale.terminal.event import event_lines
from verbale.terminal.words import line


def explained(explanation: Explanation, text: str, home: str | None = None) -> RenderableType:
    """All that is known of how an event came about; ``text`` is its document's, ``home`` the case's country."""
    lines = (Padding(Text(each), (0, 0, 0, 4)) for each in _lines(explanation, text, home))
    return Group(*event_lines(explanation.event, text, home), *lines, Text())


def _lines(why: Explanation, text: str, home: str | None) -> Iterator[str]:
    yield f"frame       {why.frame}"
    yield f"asks for    {' & '.join(why.conditions) or 'nothing but its word'}"
    yield f"trigger     “{line(why.trigger)}” at {why.span.start}-{why.span.end}"
    yield f"path        {line(why.path)}"
    yield f"governor    {line(why.governor) or 'none: told as it stands'}"
    for participant in why.participants:
        yield f"{participant.role:11} {_resolved(participant, text, home)}"
    for field, basis in sorted(why.event.basis.items()):
        yield f"{field:11} {_basis(basis, text)}"
    yield f"confidence  {why.event.confidence:.2f}; the frame alone weighs {why.weight:.2f}, and unsure participants take from it"
    yield from _alternatives(why.alternatives)


def _resolved(participant: Resolved, text: str, home: str | None) -> str:
    party = f"{labels.party(participant.party, home)} ({participant.party})" if participant.party else "no party"
    start, end = participant.span.start, participant.span.end
    return f"“{line(text[start:end])}” at {start}-{end} is {party}, by {participant.via}, {participant.sure:.2f} sure"


def _basis(basis: Basis, text: str) -> str:
    words = f"“{line(text[basis.start : basis.end])}” at {basis.start}-{basis.end}" if basis.start is not None else ""
    return ", ".join(filter(None, (words, f"rule: {basis.rule}" if basis.rule else "")))


def _alternatives(given: tuple[Alternative, ...]) -> Iterator[str]:
    if not given:
        yield "nothing else was read in these words"
    for each in given:
        parties = f" of {', '.join(each.parties)}" if each.parties else ""
        yield f"instead of  {each.reading}{parties} ({line(each.words)}, {each.confidence:.2f}): {each.why}"
