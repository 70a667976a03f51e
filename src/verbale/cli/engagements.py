"""``verbale engagements``: the acts in the world that the reports tell of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.console import JsonOption, RecordOption, opened, put, put_json, say
from verbale.cli.working import CaseOption, home_of, in_force

if TYPE_CHECKING:
    from verbale.engagements import Engaged
    from verbale.record import Record


def engagements(
    which: Annotated[str | None, typer.Argument(help="An id: all that it rests on.", show_default=False)] = None,
    rule: Annotated[str | None, typer.Option(help="Only those that a rule counts: strict,reviewed", show_default=False)] = None,
    count: Annotated[bool, typer.Option("--count", help="Count by the rule, and for each outside party.")] = False,
    kind: Annotated[str, typer.Option("--type", help="The type of act that a rule counts, or all.")] = "CONSULT",
    record: RecordOption = None,
    case: CaseOption = None,
    json: JsonOption = False,
) -> None:
    """List what happened, each act once however many reports tell of it, or show one with its reports.

    Example: verbale engagements --rule strict

    A rule is a unit (reports, events, engagements, dyads) and switches: one or pairs for a conference; strict, standard or
    inclusive; reviewed or all. What is left out is engagements,one,standard,all. "decide merge" and "decide split" put right.
    """
    from verbale import engagements as room
    from verbale.terminal.engagement import count_lines, engagement_line

    by = room.rule(rule or "")
    wanted = None if kind == "all" else kind
    home = home_of(in_force(case).case)
    with opened(record) as store:
        found = room.of_record(store)
        if which:
            _show(room.found(found, which, store.minted()), found, store, json)
            return
    if count:
        told = room.count(found, by, home, wanted)
        for line in [told] if json else count_lines(told, home):
            put_json(line) if json else put(str(line))
        return
    chosen = found if rule is None else room.counted(found, by, wanted)
    chosen = tuple(sorted(chosen, key=lambda each: each.engagement.values.get("date", "9999")))
    for each in chosen:
        put_json(each.engagement) if json else put(engagement_line(each))
    say(f"{len(chosen)} engagements, told by {len({d for each in chosen for d in each.documents})} reports")


def _show(each: Engaged, others: tuple[Engaged, ...], store: Record, json: bool) -> None:
    from verbale.terminal.engagement import decided, engagement_lines

    if json:
        put_json({"engagement": each.engagement, "events": each.events, "matches": each.matches, "decisions": decided(each, store)})
        return
    for line in engagement_lines(each, others, store):
        put(line)
