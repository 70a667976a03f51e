"""``verbale load``: shards that were coded elsewhere, into the record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.console import RecordOption, say
from verbale.cli.working import Watch


def load(
    shards: Annotated[Path, typer.Argument(help="The folder that verbale code --shards wrote.")],
    part: Annotated[bool, typer.Option("--part", help="Load what is done, also where the run is not finished.")] = False,
    record: RecordOption = None,
) -> None:
    """Load coded shards into the record.

    Example: verbale load shards/

    Each shard is checked against its receipt first. Loading twice adds nothing.
    """
    from verbale.errors import UsageError
    from verbale.logs import begin
    from verbale.record import open_record
    from verbale.settings import load as settings

    try:
        from verbale.loading import load as bring
    except ImportError as error:
        raise UsageError(f"shards need {error.name}", "install it with: pip install verbale[parquet]") from error

    given = settings()
    begin(given.log)
    watch = Watch(moving=True)
    with open_record(record or given.record) as store:
        counts = bring(shards, store, watch, part=part)
    watch.rest()
    say(f"{counts['documents']} documents loaded, {counts['changed']} new or changed, {counts['events']} events in them")
    watch.close()
