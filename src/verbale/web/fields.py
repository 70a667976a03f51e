"""The fields of an event as the form of the review shows them, and the reasons of a rejection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from verbale.catalogue import labels, tables
from verbale.model import Event

REASONS = {
    "": "choose a reason",
    "no act": "no act is told here",
    "background": "background or opinion, no single act",
    "did not happen": "it is said not to have happened",
    "wrong type": "another kind of act",
    "wrong parties": "other parties",
    "same act": "the same act as another of this document",
    "out of scope": "outside what is coded",
}
"""Why an event is rejected: a word that is kept, and what it means."""

LISTS = ("topics", "tools", "needs")
FIELDS = (
    "type", "mode", "status", "date", "place", "place_country", "channel", "format", "visibility", "venue", "women_present",
    "disclaimer", *LISTS,
)  # fmt: skip
"""The fields of an event that the form corrects; those of its participants come after them, by number."""

WHO = ("party", "role", "rank", "title")


def offered(parties: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """What a form offers for the fields that take codes, each with what it is called; any other code can be written too."""
    kinds = {"topics": "topic", "tools": "tool", "needs": "need"}
    states = sorted((row["code"], row["name"]) for row in tables.rows("common", "states"))
    made = {name: [(code, labels.label(kind, code)) for code in sorted(labels.codes(kind))] for name, kind in kinds.items()}
    return made | {"place_country": states, "party": sorted((code, labels.heading(code)) for code in parties)}


def value(event: Event, field: str) -> str:
    """A field as the form shows it."""
    found = getattr(event, field)
    if field in LISTS:
        return ", ".join(found)
    return "" if found is None else "yes" if found is True else "no" if found is False else str(found)


def shown(event: Event) -> dict[str, str]:
    """Every field that the form shows, by its name there, and whose the numbered ones are."""
    told = {field: value(event, field) for field in FIELDS}
    for n, each in enumerate(event.participants):
        told[f"who{n}"] = each.name
        told |= {f"who{n}.{field}": "" if getattr(each, field) is None else str(getattr(each, field)) for field in WHO}
    return told


class Mine(msgspec.Struct, frozen=True):
    """A field that somebody changed in a form: how they have it, and how it stands now."""

    field: str
    value: str
    now: str


def changed(event: Event, sent: Mapping[str, str]) -> tuple[Mine, ...]:
    """What a form changes of what it showed, which is not always what stands now."""
    was, now = _was(sent), shown(event)
    names = [name for name in sent if (name in was and "." in name) or name in FIELDS]
    return tuple(Mine(name, sent[name].strip(), now.get(name, "")) for name in names if sent[name].strip() != was.get(name))


def kept(event: Event, sent: Mapping[str, str]) -> dict[str, str]:
    """What was sent, with those fields left out that the form showed so: they are as they stand now, not as they stood then.

    Of a participant in whose place another stands now nothing is kept; what was changed is still told of.
    """
    was, now = _was(sent), shown(event)
    mine = {each.field for each in changed(event, sent)}
    moved = {name for name in now if "." not in name and name.startswith("who") and was.get(name, now[name]) != now[name]}
    return {
        name: value for name, value in sent.items() if name not in was or (name in mine and name.partition(".")[0] not in moved)
    }


def _was(sent: Mapping[str, str]) -> dict[str, str]:
    try:
        return msgspec.json.decode(sent.get("was", "{}"), type=dict[str, str])
    except msgspec.MsgspecError:
        return {}
