"""The balance in words and tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from verbale.analysis.answer import Answer, Cell, Rows, Table, figure, interval, reviewed, ruled, table
from verbale.analysis.balance.weighing import DETECTION, SILENCE, Balance, Row
from verbale.analysis.coverage import HIDDEN, line
from verbale.analysis.minutes import Minutes
from verbale.analysis.parties import MEMBERS, named
from verbale.analysis.sampling import NO_FRAME
from verbale.catalogue import labels, tables
from verbale.saying import joined, said


def answer(found: Balance, given: Minutes) -> Answer:
    """The answer to the question whom parties from outside meet."""
    return Answer(
        name="balance",
        title=f"Whom parties from outside meet{_when(found)}",
        finding=_finding(found, given),
        unit=found.rule.unit,
        rule=ruled(found.rule, said("contact with both sides counts on both")),
        reviewed=reviewed(found.entries),
        coverage=line(given),
        refused=None if given.frame else NO_FRAME,
        caveats=tuple(_caveats(found, given)),
        tables=tuple(each for each in _tables(found, given) if each.rows),
    )


def _finding(found: Balance, given: Minutes) -> str:
    whole = found.rows[0]
    of = said(" of {parties}", parties=named(found.of)) if found.of else ""
    asked = joined("", (of, _when(found) if found.within else ""))
    if not whole.entries:
        return said("Contact{asked}: none that took place is known, with the authorities or anybody else.", asked=asked)
    counts = said(
        "{others} with other {people} and {authority} with the authorities, {both} with both at once",
        others=whole.others,
        people=given.people,
        authority=whole.authority,
        both=whole.both,
    )
    if whole.share is None:
        return said("Contact{asked}: {counts}.", asked=asked, counts=counts)
    told = said(
        "{share} of contact{asked} was with others than the authorities (95 % interval {interval}): {counts}.",
        share=figure(whole.share.value, percent=True),
        asked=asked,
        interval=interval(whole.corrected or whole.share, percent=True),
        counts=counts,
    )
    return joined(" ", (told, _turn(whole.tipping.value))) if whole.tipping else told


def _turn(value: float) -> str:
    if value <= 1:
        return said("As they are counted, the others are in the majority, and hidden meetings with them would only add to it.")
    form = "The others would be in the majority were the authorities' meetings over {times} times as likely to become known."
    return said(form, times=figure(value))


def _tables(found: Balance, given: Minutes) -> Iterator[Table]:
    yield table("parties", "Each party from outside: contact by side", *_parties(found))
    yield table("classes", "Contact by class", ("Party", "Class", "Contact"), _classes(found))
    yield table(
        "places", "Contact with others than the authorities, by where they were", ("Party", "Where", "Contact"), _places(found)
    )
    if given.frame is not None:
        heads = ("Party", *(f"{times:g}" for times in DETECTION))
        caption = "Share of the others, were the authority's meetings so many times as likely to become known"
        yield table("detection", caption, heads, [((_name(row, found), *_detected(row)), row.entries) for row in _rows(found)])
    caption = f"In contact with the authorities within {SILENCE} days of the end, and not known to have met for as long"
    yield table(
        "silent",
        caption,
        ("Party", "Whom", "Last known"),
        [((_label(p), labels.short("class", k), _day(d)), ()) for p, k, d in found.silent],
    )
    heads = ("Quarter", "Bodies", "Which")
    bodies: Rows = [((q, len(ids), ", ".join(_bodies(given.case).get(i, i) for i in ids)), ()) for q, ids in found.bodies.items()]
    yield table("bodies", "Bodies of the country outside the authority, by the quarter in which they were first met", heads, bodies)


def _parties(found: Balance) -> tuple[tuple[str, ...], Rows]:
    heads: tuple[str, ...] = ("Party", "Authorities", "Others", "Both")
    if all(row.share is None for row in found.rows):
        return heads, [((_name(row, found), row.authority, row.others, row.both), row.entries) for row in _rows(found)]
    heads = (*heads, "Share of others", "95 % interval", "With the coder's error", "Pooled", "Turns at", "Effective classes")
    return heads, [((_name(row, found), row.authority, row.others, row.both, *_shares(row)), row.entries) for row in _rows(found)]


def _rows(found: Balance) -> tuple[Row, ...]:
    """The rows that a table shows: one party that was asked for needs no row of all."""
    return found.rows[1:] if len(found.of) == 1 else found.rows


def _shares(row: Row) -> tuple[Cell, ...]:
    if row.share is None or not row.authority + row.others:
        return ("–",) * 6
    audited = interval(row.corrected, percent=True) if row.corrected else "no audit"
    turns = figure(row.tipping.value) if row.tipping else "–"
    leaning = f"{figure(row.pooled.value, percent=True)} ({interval(row.pooled, percent=True)})" if row.pooled else "–"
    return (figure(row.share.value, percent=True), interval(row.share, percent=True), audited, leaning, turns, row.effective)


def _classes(found: Balance) -> Rows:
    return [
        ((_name(row, found), labels.short("class", kind), len(entries)), entries)
        for row in _rows(found)
        for kind, entries in sorted(row.classes.items(), key=lambda item: (-len(item[1]), item[0]))
    ]


def _places(found: Balance) -> Rows:
    return [((_name(row, found), place, len(entries)), entries) for row in _rows(found) for place, entries in row.places.items()]


def _detected(row: Row) -> tuple[Cell, ...]:
    return tuple(f"{figure(each.value, percent=True)} ({interval(each, percent=True)})" for each in row.by_detection)


def _caveats(found: Balance, given: Minutes) -> Iterator[str]:
    if found.silent:
        yield said("Not known to have met is not the same as not having met: such meetings are often kept secret.")
    if given.frame is not None and found.rows[0].corrected is None:
        yield said("The coder's error is not in the intervals: no audit was given.")
    if any(row.pooled for row in found.rows):
        yield said("Pooled: the share of a party with few engagements says little; it is drawn towards those of all parties.")
    undated = sum(each.middle is None for each in found.entries)
    if undated:
        yield said("{n} of the engagements have no date; they count in the table, and in no span or quarter.", n=undated)
    yield HIDDEN


def _name(row: Row, found: Balance) -> str:
    if row.party == "all":
        return "all of these" if found.of else "all"
    return _label(row.party)


def _label(party: str) -> str:
    return named([party]) if party.endswith(MEMBERS) else labels.heading(party)


def _bodies(case: str) -> dict[str, str]:
    return {row["id"]: row["name"] for row in tables.rows(case, "organisations")}


def _when(found: Balance) -> str:
    return said(", {first} to {last}", first=_day(found.first), last=_day(found.last)) if found.first and found.last else ""


def _day(ordinal: int | None) -> str:
    return date.fromordinal(ordinal).isoformat() if ordinal else "never in what was read"
