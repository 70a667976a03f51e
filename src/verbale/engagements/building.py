"""From the events of any documents to engagements."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.engagements.copies import copied
from verbale.engagements.engaged import Engaged
from verbale.engagements.making import engaged
from verbale.engagements.matching import Given, Pair, matched
from verbale.engagements.minting import Maker, mint, numbered
from verbale.engagements.tying import tied
from verbale.model import Document, Event


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
    given = Given(copies=copied(documents), same=tuple(same), different=tuple(different))
    groups = matched(events, given)
    names, _ = mint(groups, (), maker or numbered())
    return tied([engaged(group, name, given.copies) for group, name in zip(groups, names, strict=True)])
