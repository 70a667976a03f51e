"""``verbale decide``: what a person decides of what was read."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from verbale.cli.bundle import taking
from verbale.cli.console import opened, put, put_json, say
from verbale.cli.naming import Signed, named
from verbale.cli.working import in_force

Action = Literal["accept", "reject", "correct", "unsure", "same", "different", "merge", "split", "nothing", "undo", "log", "queue"]


@taking(Signed)
def decide(
    signed: Signed,
    action: Annotated[Action, typer.Argument(help="What is decided; log lists all decisions, queue those without an event.")],
    of: Annotated[list[str] | None, typer.Argument(help="Ids, or the beginnings of them; of correct, FIELD=VALUE too.")] = None,
) -> None:
    """Decide of an event, of two events or actors, or undo a decision.

    Example: verbale decide accept 3f2a --by anna --why "both ministries say so"

    Every decision is a row that is only ever added. "correct ID status=denied Muttaqi.party=AFG-AUTH" changes fields; "same A B"
    and "different A B" judge two; "merge A B" lets B go by A's id, "split B" takes it out again; of engagements, "split ID EVENT"
    takes an event out. "nothing DOCUMENT" says that a document, read whole, has no event but those that stand. "undo 12" takes
    decision 12 back.
    """
    from verbale.entering.deciding import draft, reasoned
    from verbale.terminal.decisions import logged, queued

    if action in ("log", "queue"):
        with opened(signed.record) as store:
            lines = logged(store) if action == "log" else queued(store)
        for each, words in lines:
            put_json(each) if signed.json else put(words)
        if not lines:
            say("nothing was decided as yet" if action == "log" else "every decision has its event")
        return
    settings = in_force(signed.case)
    with opened(signed.record) as store:
        wanted = draft(store, action, of or [], named(signed.by, settings), settings.case)
        taken = store.decide(reasoned(wanted, signed.why, signed.link or ()))
        head = store.head()
    put_json(taken) if signed.json else put(f"{taken.number} {head.hash}")
    say(f"decision {taken.number}: {taken.action} {taken.subject} {taken.other or ''}".rstrip())
