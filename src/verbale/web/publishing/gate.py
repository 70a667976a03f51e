"""The gate: which engagements of a record may be told to others, in which form; and what is withheld, by class and count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from verbale.analysis.hushing import hushed
from verbale.brief.telling import WITHHELD_CLASSES
from verbale.brief.veil import Veil
from verbale.catalogue import labels
from verbale.engagements import Engaged
from verbale.engagements.arms import untold
from verbale.engagements.counting import dyads
from verbale.engagements.making import engaged
from verbale.engagements.matching import Group
from verbale.engagements.reports import confirmed
from verbale.model import Coded, Event
from verbale.pictures import case_of
from verbale.record import Record, Source
from verbale.web.publishing.asked import Wish
from verbale.web.publishing.covering import Cover, places_of
from verbale.web.publishing.strangers import Strangers
from verbale.web.publishing.tiers import private
from verbale.web.site import Snapshot, latest_first
from verbale.web.sureness import standing

_BANDS = ((5, "fewer than 5"), (10, "5 to 9"), (50, "10 to 49"), (200, "50 to 199"))


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """What may leave, and what must not be found in it.

    ``names`` must not occur anywhere; ``ids`` are those of the record, which lead back to it; ``places`` are by the new id of the
    event whose they are, and must not stand where that event is told. ``withheld`` are sentences for the reader; ``merged``
    the parties that tables merge with others, as their cells are small.
    """

    snapshot: Snapshot
    names: tuple[str, ...]
    ids: tuple[str, ...]
    places: dict[str, tuple[str, ...]]
    withheld: tuple[str, ...]
    merged: dict[str, str]


def release(record: Record, snapshot: Snapshot, case: str, wish: Wish) -> Release:
    """The engagements of a record that pass the gate, under ids of this release.

    Args:
        record: The record.
        snapshot: It as it stands.
        case: The case in force.
        wish: What is to be published.
    """
    counts = Counter[str]()
    closed = _closed(snapshot)
    kept = list(_passing(snapshot.engaged, wish, counts, closed))
    codings = tuple(record.codings())
    veil = Veil(codings, case)
    down = [each for each in wish.takedown if not _is_id(each, snapshot)]
    events = [event for _, many in kept for event in many]
    telling = {event.document.id for event in events}
    strangers = Strangers(veil, (each for each in codings if each.document.id in telling), case)
    cover = Cover(veil, strangers, case, down, wish.maker, _leading(snapshot, case, codings, veil, closed))
    rare = _rare(events, case, wish.fewest)
    made = [_covered(each, many, cover, rare) for each, many in kept]
    # the occasion of which it is a part would tell where and when
    open_ = {each.id for each, many in kept if not any(private(event, case) for event in many)}
    tied = [_tied(new, old, cover, open_) for new, (old, _) in zip(made, kept, strict=True)]
    merged = _small(tied, wish.fewest)
    counts["names"] = veil.people + len(down)
    counts["strangers"] = len(strangers.names)
    for event in events:
        counts.update(f"class {labels.class_of(each.party or '') or 'unknown'}" for each in private(event, case))
    shown, sources = latest_first(tied), tuple(_sources(snapshot.sources, events, cover, wish))
    counted = standing(shown, case_of(case).country, doubts=False)
    return Release(
        snapshot=Snapshot("release", shown, sources, counted),
        names=(*veil.names, *down, *strangers.names),
        ids=cover.ids,
        places={cover.name(event.id): places_of(event) for event in events if private(event, case)},
        withheld=tuple(_statement(counts, wish, merged)),
        merged=merged,
    )


def _closed(snapshot: Snapshot) -> frozenset[str]:
    """The ids of the events of engagements of which any report tells of dealings with a side in arms, or would give them away."""
    arms = [event for each in snapshot.engaged if any(map(untold, each.events)) for event in each.events]
    found = hushed(snapshot.events, [*arms, *(event for event in snapshot.events if untold(event))])
    return frozenset(event.id for each in snapshot.engaged if any(e.id in found for e in each.events) for event in each.events)


def _leading(snapshot: Snapshot, case: str, codings: Iterable[Coded], veil: Veil, closed: frozenset[str]) -> frozenset[str]:
    """The ids of the documents that lead to somebody or something withheld, in whatever act or sentence of theirs."""
    acts = (event.document.id for event in snapshot.events if event.id in closed or private(event, case))
    named = (each.document.id for each in codings if veil.cover(each.document.text) != each.document.text)
    return frozenset((*acts, *named))


def _passing(
    given: Iterable[Engaged], wish: Wish, counts: Counter[str], closed: frozenset[str]
) -> Iterable[tuple[Engaged, tuple[Event, ...]]]:
    """The engagements with those of their events that may be told; none that has an event in ``closed``."""
    for each in given:
        told = each.events if wish.machine_read else tuple(event for event in each.events if confirmed(event))
        down = [e for e in told if {e.id, e.document.id, each.id} & set(wish.takedown)]
        told = tuple(event for event in told if event not in down)
        if down:
            counts["taken down"] += 1
        if not told:
            counts["not reviewed"] += not down
        elif wish.until and each.engagement.values.get("date", "9999") > wish.until:
            counts["embargo"] += 1
        elif any(event.id in closed for event in each.events):
            counts["armed"] += 1
        else:
            yield each, told


def _rare(events: Sequence[Event], case: str, fewest: int) -> frozenset[str]:
    """The events that are one of few: of the same class outside office, in the same country, in the same month."""
    keys = {event.id: [_key(event, each.party or "") for each in private(event, case)] for event in events}
    sizes = Counter(key for many in keys.values() for key in set(many))
    return frozenset(name for name, many in keys.items() if any(sizes[key] < fewest for key in many))


def _small(given: Iterable[Engaged], fewest: int) -> dict[str, str]:
    """The classes outside office of which a cell is small, each with the people at large, with whom tables merge it."""
    cells = Counter(pair for each in given for pair in dyads(each, None))
    closed = WITHHELD_CLASSES - {"PPL"}
    small = {code for (_, code), n in cells.items() if n < fewest and labels.class_of(code) in closed}
    return {code: f"{labels.country_of(code)}-PPL" for code in sorted(small)}


def _key(event: Event, party: str) -> tuple[str, str, str]:
    return party, event.place_country or "", (event.date or "")[:7]


def _covered(each: Engaged, told: tuple[Event, ...], cover: Cover, rare: frozenset[str]) -> Engaged:
    covered = tuple(cover.event(event, rare=event.id in rare) for event in told)
    copies = {cover.name(a): cover.name(b) for a, b in each.copies.items()}
    return engaged(Group(covered), cover.name(each.id), copies)


def _tied(new: Engaged, old: Engaged, cover: Cover, open_: set[str]) -> Engaged:
    parent = old.engagement.parent
    told = cover.name(parent) if parent and {parent, old.id} <= open_ else None
    return msgspec.structs.replace(new, engagement=msgspec.structs.replace(new.engagement, parent=told))


def _sources(sources: Iterable[Source], events: Iterable[Event], cover: Cover, wish: Wish) -> Iterable[Source]:
    """What was read, to the month; with how many acts of each document are told here."""
    told = Counter(event.document.id for event in events)
    for source in sources:
        if source.document not in wish.takedown:
            month = (source.published or "")[:7] or None
            publisher = cover.text(source.publisher) if source.publisher else None
            yield Source(cover.name(source.document), publisher, month, source.language, source.skipped, told[source.document])


def _is_id(word: str, snapshot: Snapshot) -> bool:
    return word in snapshot.places or any(source.document == word for source in snapshot.sources)


def _statement(counts: Counter[str], wish: Wish, merged: dict[str, str]) -> Iterable[str]:
    """What is withheld, by class and band of numbers; never an exact small number."""
    reading = (
        "Reviewed acts only." if not wish.machine_read else "Acts that nobody reviewed are told too, each marked machine-read."
    )
    yield reading
    for key, words in _LEFT_OUT.items():
        if counts[key]:
            yield f"{words}: {band(counts[key])}."
    for key, n in sorted(counts.items()):
        if key.startswith("class "):
            code = key.removeprefix("class ")
            yield f"Told of as a class only, without name, place and day: {labels.short('class', code)}, {band(n)}."
    if merged:
        small = sorted({labels.short("class", labels.class_of(code) or "") for code in merged})
        yield f"In drawings of who met whom, classes with small cells stand with the people at large: {', '.join(small)}."
    yield (
        "Where somebody or contact with an armed side is withheld, the address and title of the document are too, "
        "and its day of publication."
    )
    yield f"A combination of class, country and month with fewer than {wish.fewest} acts is told by its year alone."


_LEFT_OUT = {
    "not reviewed": "Engagements left out because nobody reviewed them",
    "embargo": "Engagements left out because they are too recent",
    "armed": "Dealings with an armed side, and what would give them away, which are counted here and not told one by one",
    "taken down": "Engagements from which reports were taken down",
    "names": "Names of people that are withheld",
    "strangers": "Further words that may name somebody whom no catalogue knows, and are withheld",
}


def band(n: int) -> str:
    """How many, without saying exactly."""
    return next((words for limit, words in _BANDS if n < limit), "200 or more")
