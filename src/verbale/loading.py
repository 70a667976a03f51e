"""Shards into a record: what was coded elsewhere enters as if it had been coded here, each shard checked against its receipt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from verbale.catalogue import tables
from verbale.engines.batch import reading
from verbale.engines.plan import Plan, read_plan
from verbale.engines.shard import receipt, rows
from verbale.errors import DataError
from verbale.logs import note
from verbale.model import Coded, SetAside
from verbale.record import Record

_TOGETHER = 200
"""Readings that enter in one transaction."""


def load(folder: Path, record: Record, watch: Callable[[Coded | SetAside], None], *, part: bool = False) -> dict[str, int]:
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
    case = tables.pack_of(plan.settings.case).get("version")
    run = record.begin_run(
        "load", case=plan.settings.case, case_version=str(case) if case else None, coder=plan.coder, inputs=[str(folder)]
    )
    counts: Counter[str] = Counter(documents=0, changed=0, events=0, set_aside=0)
    try:
        while together := list(islice(found, _TOGETHER)):
            coded = [each for each in together if isinstance(each, Coded)]
            counts["changed"] += record.add_all(coded, run)
            for each in together:
                if isinstance(each, SetAside):
                    record.set_aside(each, run)
                watch(each)
            counts.update(documents=len(coded), events=sum(len(c.events) for c in coded), set_aside=len(together) - len(coded))
    except BaseException as error:
        record.end_run(run, "interrupted" if isinstance(error, KeyboardInterrupt) else "failed", counts)
        raise
    record.end_run(run, "partial" if counts["set_aside"] else "done", counts)
    return dict(counts)


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
