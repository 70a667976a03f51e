"""``verbale add-event``: what the coder missed."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.bundle import taking
from verbale.cli.console import opened, put, put_json, say
from verbale.cli.naming import Signed, named
from verbale.cli.working import in_force

_WHO = "as the document has the name; NAME=PARTY where the catalogue does not tell. May be given again."
_Who = list[str] | None


@taking(Signed)
def add_event(
    signed: Signed,
    document: Annotated[str, typer.Argument(help="The document's id, the beginning of it, its key, path or address.")],
    words: Annotated[str, typer.Option(help="The words that report it, exactly as they stand there.")],
    type: Annotated[str, typer.Option(help="One of the types, such as CONSULT.")],  # noqa: A002 - the option's name
    mode: Annotated[str | None, typer.Option(help="One of the type's modes; its plain one otherwise.")] = None,
    actor: Annotated[_Who, typer.Option("--source", help=f"Who acted: {_WHO}")] = None,
    target: Annotated[_Who, typer.Option(help=f"To whom: {_WHO}")] = None,
    host: Annotated[_Who, typer.Option(help="Who hosted.")] = None,
    mediator: Annotated[_Who, typer.Option(help="Who mediated.")] = None,
    date: Annotated[str | None, typer.Option(help="Day, month or year: 2023-07-12, 2023-07, 2023.")] = None,
    place: Annotated[str | None, typer.Option(help="The city.")] = None,
    country: Annotated[str | None, typer.Option(help="The place's country, where the catalogue does not tell.")] = None,
    field: Annotated[list[str] | None, typer.Option("--set", help="A further FIELD=VALUE, such as status=planned.")] = None,
    at: Annotated[int | None, typer.Option(help="Where the words begin, if they stand there several times.")] = None,
) -> None:
    """Enter an event that the coder missed, with the words that report it.

    Example: verbale add-event 3f2a --words "met the envoy in Doha" --type CONSULT --source NOR --target AFG-AUTH --by anna

    It counts like a coded event, and says whose it is. The words and names must stand in the document.
    """
    from verbale.entering.deciding import reasoned
    from verbale.entering.missed import entry_of, missed

    settings = in_force(signed.case)
    person = named(signed.by, settings)
    who = {"source": actor, "target": target, "host": host, "mediator": mediator}
    entry = entry_of(type, mode, who, date, place, country, field or ())
    with opened(signed.record) as store:
        draft = missed(store, document, words, entry, person, settings.case, at)
        taken = store.decide(reasoned(draft, signed.why, signed.link or ()))
        event = store.event(taken.subject)
    put_json(event) if signed.json else put(event.id)
    say(
        f"decision {taken.number}: {event.type} {event.mode} of {event.date or 'no date'}{'' if event.complete else ', incomplete'}"
    )
