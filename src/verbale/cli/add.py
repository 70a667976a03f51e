"""``verbale add``: documents into the record, coded."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.console import RecordOption, say
from verbale.cli.working import CaseOption, Watch, WorkersOption, in_force


def add(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, globs, addresses, or - for standard input.")],
    record: RecordOption = None,
    case: CaseOption = None,
    workers: WorkersOption = None,
) -> None:
    """Read and code documents into the record.

    Example: verbale add pages/

    The record is made if it is not there. A document that is known already is recognised; a
    changed one becomes a version of it. Adding twice adds nothing.
    """
    from verbale.adding import add as keep
    from verbale.record import open_record

    settings = in_force(case, workers)
    watch = Watch(moving=True)
    with open_record(record or settings.record) as store:
        counts = keep(sorted(paths), store, settings, watch)
        watch.rest()
        say(f"{counts['documents']} documents read, {counts['changed']} new or changed, {counts['events']} events in them")
        say(f"next: verbale brief{f' --record {record}' if record else ''}")
    watch.close()
