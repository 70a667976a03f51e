"""``verbale decide``: what a person decides of what was read."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from verbale.cli.console import JsonOption, RecordOption, opened, put, put_json, say
from verbale.cli.naming import ByOption, LinkOption, WhyOption, named
from verbale.cli.working import CaseOption, in_force

Action = Literal["accept", "reject", "correct", "unsure", "same", "different", "merge", "split", "nothing", "undo", "log", "queue"]


def decide(
    action: Annotated[Action, typer.Argument(help="What is decided; log lists all decisions, queue those without an event.")],
    of: Annotated[list[str] | None, typer.Argument(help="Ids, or the beginnings of them; of correct, FIELD=VALUE too.")] = None,
    by: ByOption = None,
    why: WhyOption = "",
    link: LinkOption = None,
    record: RecordOption = None,
    case: CaseOption = None,
    json: JsonOption = False,
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
        with opened(record) as store:
            lines = logged(store) if action == "log" else queued(store)
        for each, words in lines:
            put_json(each) if json else put(words)
        if not lines:
            say("nothing was decided as yet" if action == "log" else "every decision has its event")
        return
    settings = in_force(case)
    with opened(record) as store:
        wanted = draft(store, action, of or [], named(by, settings), settings.case)
        taken = store.decide(reasoned(wanted, why, link or ()))
        head = store.head()
    put_json(taken) if json else put(f"{taken.number} {head.hash}")
    say(f"decision {taken.number}: {taken.action} {taken.subject} {taken.other or ''}".rstrip())
