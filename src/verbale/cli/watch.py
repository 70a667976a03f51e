"""``verbale watch``: feeds into the record, as they grow."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.console import RecordOption, say
from verbale.cli.working import CaseOption, Watch, in_force


def watch(
    feeds: Annotated[list[str], typer.Argument(help="Addresses of feeds (RSS, Atom) and sitemaps.")],
    once: Annotated[bool, typer.Option("--once", help="Look once at what is due, and leave.")] = False,
    memory: Annotated[Path, typer.Option(help="Where it is remembered what was seen.")] = Path("verbale-watch.db"),
    record: RecordOption = None,
    case: CaseOption = None,
) -> None:
    """Fetch what is new in feeds, code it and add it to the record.

    Example: verbale watch https://example.org/feed.xml --once

    Servers are asked as their robots.txt wishes, with pauses, and only for what has changed. One that fails is asked ever less
    often. It may be ended at any moment, also by force, and goes on where it was.
    """
    import time

    from verbale.adding import add_singly
    from verbale.record import open_record
    from verbale.watching import Watcher
    from verbale.watching.memory import Memory
    from verbale.watching.polite import Polite

    settings = in_force(case)
    tell = Watch()
    with Memory(memory) as known, open_record(record or settings.record) as store:
        watcher = Watcher(settings, known, Polite(settings))
        while True:
            counts = add_singly(watcher.round(feeds), feeds, store, settings, tell, "watch")
            say(f"{counts['documents']} new pages, {counts['events']} events in them")
            if once:
                break
            time.sleep(watcher.pause(feeds))
    tell.close()
