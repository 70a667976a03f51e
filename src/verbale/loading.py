"""Shards into a record: what was coded elsewhere enters as if it had been coded here, each shard checked against its receipt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from verbale.adding import Watch, keep
from verbale.engines.batch import reading
from verbale.engines.plan import Plan, read_plan
from verbale.engines.shard import receipt, rows
from verbale.errors import DataError
from verbale.logs import note
from verbale.model import Coded, SetAside
from verbale.record import Record


def load(folder: Path, record: Record, watch: Watch, *, part: bool = False) -> dict[str, int]:
    """Load the shards of a folder into a record, in one run, and return the run's counts by unit.

    Args:
        folder: Where the shards are.
        record: Where they go. What it has already is recognised, so a load that was cut short is simply done again.
        watch: Is told of each reading, and of each input that could not be read.
        part: Whether a run that is not finished may be loaded as far as it is.

    Raises:
        DataError: A shard is missing, or not what its receipt says.
    """
    plan = read_plan(folder)
    found = _found(plan, folder, part=part)
    return keep(found, [str(folder)], record, plan.settings, watch, "load", coder=plan.coder)


def _found(plan: Plan, folder: Path, *, part: bool) -> Iterator[Coded | SetAside]:
    receipts = [receipt(folder, number) for number in range(len(plan.inputs))]
    if None in receipts and not part:
        raise DataError(
            f"{receipts.count(None)} of {len(receipts)} shards in {folder} are not done",
            "finish the run, or load what is there with --part",
        )
    yield from plan.aside
    for known in receipts:
        if known:
            yield from (reading(row) for row in rows(folder, known))
            note("shard_loaded", shard=known.number, rows=known.rows)
