"""Spark as an engine: the same shards, the same receipts, on the machines of a cluster (or of one: ``local[2]``).

Every machine must reach the inputs and the folder under the same names, and have Verbale installed with the same case.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa

from verbale.engines.plan import Plan
from verbale.engines.shard import Receipt, receipt, run_shard
from verbale.errors import Transient, UsageError

_RECEIPT = pa.schema([pa.field("receipt", pa.string(), nullable=False)])


def run_on_spark(plan: Plan, folder: Path, master: str) -> Iterator[Receipt]:
    """Have Spark code every shard of a plan that has no receipt yet, and yield all receipts in their order.

    Args:
        plan: Which inputs make which shard.
        folder: Where rows and receipts go; on a cluster, a folder that all machines share.
        master: Spark's master: ``local[2,4]`` (two workers, four attempts), ``spark://host:7077``, ``yarn``.

    Raises:
        UsageError: PySpark or Java is missing.
        Transient: Spark gave up.
    """
    missing = [number for number in range(len(plan.inputs)) if receipt(folder, number) is None]
    if missing:
        _run(plan, folder, master, missing)
    for number in range(len(plan.inputs)):
        found = receipt(folder, number)
        if found is None:
            raise Transient(f"shard {number} has no receipt after Spark's run", "run it again: what is done stays done")
        yield found


def _run(plan: Plan, folder: Path, master: str, numbers: list[int]) -> None:
    session = _session(master)
    # the plan travels with the task: it is small beside what it names
    order, place = msgspec.msgpack.encode(plan), str(folder.resolve())

    def code(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        known = msgspec.msgpack.decode(order, type=Plan)
        for batch in batches:
            for number in batch.column("number").to_pylist():
                made = run_shard(known, Path(place), number)
                yield pa.RecordBatch.from_pylist([{"receipt": msgspec.json.encode(made).decode()}], _RECEIPT)

    try:
        # a task for each shard, so that one that fails costs one
        frame = session.createDataFrame([(number,) for number in numbers], "number int").repartition(len(numbers), "number")
        frame.mapInArrow(code, "receipt string").count()
    except Exception as error:  # Spark raises its own, and Java's through it
        words = str(error).strip().split("\n", 1)[0]
        raise Transient(f"Spark gave up: {words}", "see Spark's log, then run it again: what is done stays done") from error
    finally:
        session.stop()


def _session(master: str) -> Any:
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError("this engine needs PySpark", "install it with: pip install verbale[spark]") from error
    # workers are to be the same Python as this one, where they are on this machine
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        builder = SparkSession.builder.master(master).appName("verbale")
        return builder.config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false").getOrCreate()
    except Exception as error:  # Java is not there, or too old, or the master does not answer
        raise UsageError(f"Spark does not start: {error}", "it needs Java 17 or newer, and a master that answers") from error
