"""The passages that are coded a second time: words of a document that tell of an act, or of several that share them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from verbale.model import Event, Evidence
from verbale.record.placing import overlap
from verbale.web.site import Site

_SHARED = 0.5


class Passage(msgspec.Struct, frozen=True):
    """Words of one version of a document, and the acts that the record has of them, also those that were rejected."""

    id: str
    document: str
    sha256: str
    words: tuple[Evidence, ...]
    acts: tuple[Event, ...]


def passages(site: Site) -> dict[str, Passage]:
    """Every passage of the record by its id, in the order of the draw; worked out once for a snapshot."""
    known: dict[str, Passage] | None = site.snapshot.__dict__.get("passages")
    if known is None:
        rejected = site.record.rejected() if site.record else ()
        found = sorted(_found((*site.snapshot.events, *rejected)), key=lambda each: drawn(each.id))
        known = {each.id: each for each in found}
        site.snapshot.__dict__["passages"] = known
    return known


def drawn(passage: str) -> str:
    """The place of a passage in the draw: at random, and the same for everybody."""
    return hashlib.sha256(f"second {passage}".encode()).hexdigest()


def shared(words: Iterable[Evidence], others: Iterable[Evidence]) -> float:
    """The share of the shorter words that the others have too."""
    ours, theirs = _places(words), _places(others)
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


def _places(words: Iterable[Evidence]) -> set[int]:
    return {place for each in words for place in range(each.start, each.end)}


def _found(events: Iterable[Event]) -> Iterable[Passage]:
    by_version: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        by_version.setdefault((event.document.id, event.document.sha256 or ""), []).append(event)
    for (document, sha256), told in by_version.items():
        for acts in _together(told):
            words = _joined(each for act in acts for each in act.evidence)
            yield Passage(_id(document, words), document, sha256, words, tuple(acts))


def _together(events: list[Event]) -> list[list[Event]]:
    """Events of a document by the words that they share."""
    groups: list[list[Event]] = []
    for event in sorted(events, key=lambda each: (each.evidence[0].start, each.id)):
        mine = [group for group in groups if any(overlap(event, other) >= _SHARED for other in group)]
        groups = [group for group in groups if not any(group is each for each in mine)]
        groups.append([*(other for group in mine for other in group), event])
    return groups


def _joined(words: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Words in their order, with those put together that overlap."""
    made: list[Evidence] = []
    for each in sorted(words, key=lambda one: (one.start, one.end)):
        last = made[-1] if made else None
        if last is None or each.start > last.end:
            made.append(each)
        elif each.end > last.end:
            made[-1] = Evidence(start=last.start, end=each.end, text=last.text + each.text[last.end - each.start :])
    return tuple(made)


def _id(document: str, words: Iterable[Evidence]) -> str:
    told = "\x1f".join((document, *(each.text for each in words), *(str(each.start) for each in words)))
    return hashlib.sha256(told.encode()).hexdigest()[:16]
