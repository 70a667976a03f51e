"""Which engagements are less sure readings: the pages set apart what the brief does, by the same rules."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.brief.prudence import Prudence
from verbale.engagements import Engaged
from verbale.engagements.wording import by_machine
from verbale.record import Record


def unsure(record: Record, engaged: Iterable[Engaged]) -> frozenset[str]:
    """The ids of the engagements that a machine read, and that no report tells plainly.

    Args:
        record: The record, which has the words of the documents.
        engaged: Its engagements.
    """
    read = [each for each in engaged if all(map(by_machine, each.events))]
    telling = {name for each in read for name in each.documents}
    texts = {document.id: document.text for document in record.documents() if document.id in telling} if telling else {}
    plain = Prudence(texts, {}).plain
    return frozenset(each.id for each in read if not any(map(plain, each.events)))
