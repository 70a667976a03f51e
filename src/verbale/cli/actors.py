"""``verbale actors``: who is who."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.bundle import taking
from verbale.cli.console import opened, put, put_json, say
from verbale.cli.naming import Signed, named
from verbale.cli.working import in_force


@taking(Signed)
def actors(
    signed: Signed,
    who: Annotated[str | None, typer.Argument(help="An id or a name: all that is known.", show_default=False)] = None,
    office: Annotated[str | None, typer.Option(help="Enter an office of theirs: TITLE, PARTY, FROM, UNTIL, parted by ;")] = None,
) -> None:
    """List the actors whom no catalogue knows, or show one with offices, sources and conflicts.

    Example: verbale actors Muttaqi

    A weight orders whom an unknown actor may be; nobody is taken for another before "verbale decide same A B" says so. Only people
    in office are gathered: of everybody else nothing is.
    """
    from verbale.entering.deciding import office_draft, reasoned
    from verbale.identities.actor import actor
    from verbale.identities.unknown import found_in
    from verbale.terminal.actors import actor_lines, unknown_line

    settings = in_force(signed.case)
    with opened(signed.record) as store:
        if who is None:
            found = found_in(store, settings.case)
            for each in found:
                put_json(each) if signed.json else put(unknown_line(each))
            say("" if found else "every person in office is in the catalogue")
            return
        shown = actor(store, who, settings.case)
        if office:
            wanted = office_draft(shown.id, office, named(signed.by, settings), settings.case)
            say(f"decision {store.decide(reasoned(wanted, signed.why, signed.link or ())).number}: office of {shown.id}")
            shown = actor(store, shown.id, settings.case)
    if signed.json:
        put_json(shown)
        return
    for line in actor_lines(shown):
        put(line)
