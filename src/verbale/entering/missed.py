"""An event that the coder missed: from the words of a command to a decision that adds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from verbale.catalogue import load_world
from verbale.entering.by_hand import PRECISION, Entry, Who, made
from verbale.entering.fields import plain
from verbale.entering.words import spans
from verbale.errors import UsageError
from verbale.model import Role
from verbale.record import Decision, Judged, Record
from verbale.record.dates import days


def entry_of(
    type_: str,
    mode: str | None,
    who: Mapping[str, Sequence[str] | None],
    date: str | None,
    place: str | None,
    country: str | None,
    fields: Sequence[str],
) -> Entry:
    """What a person says of an event, from how it is typed.

    Args:
        type_: The type.
        mode: The mode; the type's plain one where none is told.
        who: By role, ``NAME`` or ``NAME=PARTY`` of everybody in it.
        date: A day, month or year.
        place: The city.
        country: The place's country.
        fields: Further ``FIELD=VALUE``.

    Raises:
        UsageError: The date is none, or a word is no such pair.
    """
    if date and (days(date) is None or len(date) not in PRECISION):
        raise UsageError(f"{date} is no date", "write a day, a month or a year: 2023-07-12, 2023-07, 2023")
    people = tuple(_who(words, cast(Role, role)) for role, many in who.items() for words in many or ())
    facets: dict[str, Any] = {}
    for word in fields:
        name, parted, value = word.partition("=")
        if not parted or "." in name:
            raise UsageError(f"{word} is no field with its value", "write FIELD=VALUE: --set status=planned")
        facets |= plain(name, value)
    return Entry(type=type_, mode=mode, who=people, date=date, place=place, country=country, facets=facets)


def missed(record: Record, document: str, words: str, entry: Entry, by: str, case: str, at: int | None = None) -> Decision:
    """The decision to add an event to a document of the record, not yet taken.

    Raises:
        UsageError: There is no such document, the words or a name do not stand in it, or a value is none of the codebook's.
    """
    found = record.document(document)
    event = made(entry, found, [spans(found, words, at)], by, load_world(case))
    judged = Judged(document=found.id, sha256=found.sha256, event=event)
    return Decision(action="add", kind="event", subject=event.id, by=by, judged=(judged,))


def _who(words: str, role: Role) -> Who:
    name, parted, party = words.rpartition("=")
    return Who(name.strip(), role, party.strip()) if parted else Who(words.strip(), role)
