"""What of an act's document, and of the record as a whole, bears on its matches: who is of one company, how much else is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from verbale.engagements.act import Act
from verbale.engagements.people import NOBODY, People
from verbale.engagements.telling import Telling


class Surroundings:
    """The documents of acts, looked up as they are needed."""

    def __init__(self, acts_of: Callable[[str], Sequence[Act]], telling: Telling) -> None:
        """Take what a document tells.

        Args:
            acts_of: All acts of a document, in their order.
            telling: The telling words of the record.
        """
        self.acts_of = acts_of
        self.telling = telling
        self._companies: dict[str, dict[str, People]] = {}

    def company(self, a: Act, b: Act, party: str) -> bool:
        """Whether the people of a party in two acts are of one company: a document of theirs knows people of both."""
        mine, theirs = a.people.get(party, NOBODY), b.people.get(party, NOBODY)
        both = (self._company(document).get(party, NOBODY) for document in (a.document, b.document))
        return any(mine.common(each) and theirs.common(each) for each in both)

    def _company(self, document: str) -> dict[str, People]:
        if document not in self._companies:
            self._companies[document] = company(self.acts_of(document))
        return self._companies[document]


def company(acts: Iterable[Act]) -> dict[str, People]:
    """For each party, the people whom one act of a document names together, or beside an occasion but not at another."""
    beside: dict[str, People] = {}
    met: Counter[str] = Counter()
    for act in acts:
        if act.event.type != "CONSULT":
            continue  # who recognises or accuses need not have been in the room
        for party, people in act.people.items():
            beside[party] = beside.get(party, NOBODY) | people
            met[party] += act.family == "occasion"
    # people at different occasions of one document are no company: the document tells them apart
    return {party: people for party, people in beside.items() if met[party] <= 1}
