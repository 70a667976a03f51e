"""``verbale actors``: who is who."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.console import JsonOption, RecordOption, opened, put, put_json, say
from verbale.cli.naming import ByOption, LinkOption, WhyOption, named
from verbale.cli.working import CaseOption, in_force


def actors(
    who: Annotated[str | None, typer.Argument(help="An id or a name: all that is known.", show_default=False)] = None,
    office: Annotated[str | None, typer.Option(help="Enter an office of theirs: TITLE, PARTY, FROM, UNTIL, parted by ;")] = None,
    by: ByOption = None,
    why: WhyOption = "",
    link: LinkOption = None,
    record: RecordOption = None,
    case: CaseOption = None,
    json: JsonOption = False,
) -> None:
    """List the actors whom no catalogue knows, or show one with offices, sources and conflicts.

    Example: verbale actors Muttaqi

    A weight orders whom an unknown actor may be; nobody is taken for another before "verbale decide same A B" says so. Only people
    in office are gathered: of everybody else nothing is.
    """
    from verbale.entering.deciding import office_draft, reasoned
    from verbale.identities import actor, found_in
    from verbale.terminal.actors import actor_lines, unknown_line

    settings = in_force(case)
    with opened(record) as store:
        if who is None:
            found = found_in(store, settings.case)
            for each in found:
                put_json(each) if json else put(unknown_line(each))
            say("" if found else "every person in office is in the catalogue")
            return
        shown = actor(store, who, settings.case)
        if office:
            wanted = office_draft(shown.id, office, named(by, settings), settings.case)
            say(f"decision {store.decide(reasoned(wanted, why, link or ())).number}: office of {shown.id}")
            shown = actor(store, shown.id, settings.case)
    if json:
        put_json(shown)
        return
    for line in actor_lines(shown):
        put(line)
