"""Coding into shards, for ``verbale code --shards``: which engine, how far it is, what was set aside."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from verbale.cli.console import say
from verbale.errors import UsageError

if TYPE_CHECKING:
    from verbale.settings import Settings


def code_shards(paths: list[str], folder: Path, settings: Settings, master: str | None) -> None:
    """Code ``paths`` into shards; on Spark where a master is named. Leaves with 1 where something was set aside."""
    try:
        from verbale.engines.plan import planned
        from verbale.engines.shards import run_shards
        from verbale.engines.spark import run_on_spark
        from verbale.logs import note
    except ImportError as error:
        raise UsageError(f"shards need {error.name}", "install it with: pip install verbale[parquet]") from error

    plan = planned(sorted(paths), folder, settings)
    counts: Counter[str] = Counter(documents=0, events=0, set_aside=len(plan.aside))
    found = run_on_spark(plan, folder, master) if master else run_shards(plan, folder, settings.workers)
    for done, receipt in enumerate(found, 1):
        counts.update(receipt.counts)
        note("shard_done", **{**receipt.counts, "shard": receipt.number, "rows": receipt.rows})
        say(f"{done} of {len(plan.inputs)} shards, {counts['documents']} documents, {counts['events']} events")
    say(f"{counts['events']} events in {counts['documents']} documents; {counts['set_aside']} set aside")
    say(f"next: verbale load {folder}")
    if counts["set_aside"]:
        raise typer.Exit(1)
