"""From the events of a record, or of any documents, to engagements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verbale.engagements.copies import copied
from verbale.engagements.engaged import Engaged, engaged
from verbale.engagements.matching import Group, Pair, matched
from verbale.engagements.minting import Maker, mint, new_id, numbered
from verbale.engagements.tying import tied
from verbale.model import Document, Event
from verbale.record import OvertakenError, Record, live

_ONE = {"same": True, "merge": True, "different": False, "split": False}
"""Whether a judgement puts two events together; of a merging and a splitting, the first event with every other that it names."""


def engagements(
    events: Iterable[Event],
    documents: Iterable[Document] = (),
    *,
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
    maker: Maker | None = None,
) -> tuple[Engaged, ...]:
    """The engagements that events report, the first reported first; the same whatever the order, batches or repetition of events.

    Args:
        events: Events of any number of documents.
        documents: The documents, for finding copies among them.
        same: Pairs of event ids that a person holds for one act.
        different: Pairs that a person holds apart.
        maker: Gives the ids; numbers in order where left out.
    """
    copies = copied(documents)
    groups = matched(events, same, different, copies)
    names, _ = mint(groups, (), maker or numbered())
    return tied([engaged(group, name, copies) for group, name in zip(groups, names, strict=True)])


def of_record(record: Record, maker: Maker = new_id) -> tuple[Engaged, ...]:
    """The engagements of a record under the ids that it keeps; new ones are given ids, which are kept from then on."""
    copies = copied(record.documents())
    same, different = _decided(record)
    groups = matched(record.events(), same, different, copies)
    names = _named(record, groups, maker)
    return tied([engaged(group, name, copies) for group, name in zip(groups, names, strict=True)])


def _named(record: Record, groups: Sequence[Group], maker: Maker) -> tuple[str, ...]:
    """An id of the record for each group; those that are new, or stand for others now, are kept."""
    known = record.minted()
    names, minted = mint(groups, known, maker)
    old = {each.id: each for each in known}
    try:
        if changed := [each for each in minted if old.get(each.id) != each]:
            record.keep_minted(changed, known=known)
    except OvertakenError:  # another process was quicker: its ids count
        return _named(record, groups, maker)
    return names


def _decided(record: Record) -> tuple[list[Pair], list[Pair]]:
    """Which events people hold for one act and which they hold apart; of two judgements on one pair, the later."""
    attached = record.attached()
    judged: dict[Pair, bool] = {}
    for each in live(record.decisions()):
        one = _ONE.get(each.action) if each.kind in ("event", "engagement") else None
        first = attached.get((each.number, 0))
        others = (attached.get((each.number, side)) for side in range(1, len(each.judged)))
        if one is not None and first:
            judged |= {(min(first, other), max(first, other)): one for other in others if other}
    return [pair for pair, one in judged.items() if one], [pair for pair, one in judged.items() if not one]
