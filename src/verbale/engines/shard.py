"""One shard, coded: rows under a temporary name, then the name, then the receipt. Whatever has its receipt is done, for good."""

from __future__ import annotations

import faulthandler
import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from verbale.engines.batch import CODED, code_batch, coded_batch, documents_batch
from verbale.engines.gating import Gate
from verbale.engines.journal import Journal, journal_of
from verbale.engines.one import set_aside
from verbale.engines.plan import Plan, inputs, write_whole
from verbale.errors import DataError
from verbale.model import Document, SetAside
from verbale.settings import Settings
from verbale.sources import read

_TOGETHER = 32
"""Documents that are coded as one batch."""
_GROUP = 256
"""Rows that are written together; fixed, so that the same rows are the same bytes however they were coded."""


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What a shard holds, written once all of it is on the disk: its rows, and the counts of them by unit.

    ``pages`` are those of web archives, and ``pages_left`` those of them that name nobody, which have no row.
    """

    number: int
    file: str
    sha256: str
    rows: int
    counts: dict[str, int]


def run_shard(plan: Plan, folder: Path, number: int) -> Receipt:
    """Code a shard of a plan, unless it is done, and return its receipt.

    Raises:
        OSError: The folder cannot be written.
        VerbaleError: Something that every document would meet.
    """
    known = receipt(folder, number)
    if known:
        return known
    name = f"part-{number:05d}"
    journal = Journal(journal_of(folder, number))
    part, target = folder / f".{name}.{os.getpid()}.part", folder / f"{name}.parquet"
    try:
        gate = Gate(plan.settings.case)
        counts = _write(part, _batches(inputs(plan, number), plan.settings, journal, gate))
        counts.update(pages=gate.asked, pages_left=gate.asked - gate.passed)
        made = Receipt(number=number, file=target.name, sha256=_hash(part), rows=counts.pop("rows"), counts=dict(counts))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    write_whole(_place(folder, number), msgspec.json.encode(made))
    journal.end()
    return made


def receipt(folder: Path, number: int) -> Receipt | None:
    """The receipt of a shard that is done.

    Raises:
        DataError: It is damaged.
    """
    try:
        return msgspec.json.decode(_place(folder, number).read_bytes(), type=Receipt)
    except FileNotFoundError:
        return None
    except msgspec.MsgspecError as error:
        raise DataError(f"the receipt of shard {number} in {folder} is damaged", "remove it and run again") from error


def rows(folder: Path, given: Receipt) -> Iterator[dict[str, object]]:
    """The rows of a shard, once it is known to be what its receipt says.

    Raises:
        DataError: It is not, or it is missing.
    """
    path = folder / given.file
    if not path.is_file() or _hash(path) != given.sha256:
        raise DataError(f"shard {path} is missing, or not what its receipt says", "remove its receipt and run again")
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(_GROUP):
            yield from batch.to_pylist()


def _place(folder: Path, number: int) -> Path:
    return folder / f"part-{number:05d}.receipt.json"


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _batches(paths: list[str], settings: Settings, journal: Journal, gate: Gate) -> Iterator[pa.RecordBatch]:
    number = 0
    for group in _groups(read(paths, settings, gate), 1 if journal.careful else _TOGETHER):
        yield _coded(group, number, settings, journal)
        number += len(group)


def _groups(found: Iterable[Document | SetAside], size: int) -> Iterator[list[Document] | list[SetAside]]:
    """Documents that stand together, so many at a time; what was set aside stands alone."""
    group: list[Document] = []
    for item in found:
        if isinstance(item, Document):
            group.append(item)
        if group and (len(group) == size or isinstance(item, SetAside)):
            yield group
            group = []
        if isinstance(item, SetAside):
            yield [item]
    if group:
        yield group


def _coded(group: list[Document] | list[SetAside], number: int, settings: Settings, journal: Journal) -> pa.RecordBatch:
    documents = [each for each in group if isinstance(each, Document)]
    if not documents:
        return coded_batch(each for each in group if isinstance(each, SetAside))
    if journal.careful and journal.deadly(number):
        return coded_batch([set_aside(documents[0], "worker died", "every attempt")])
    journal.take(number)
    _watch(settings.code_timeout_s * len(documents))
    try:
        return code_batch(documents_batch(documents), settings)
    finally:
        faulthandler.cancel_dump_traceback_later()
        journal.drop()


def _watch(seconds: int) -> None:
    """End this process, should it still be at it then; by the library that can do so whatever the interpreter is held up by."""
    silent = open(os.devnull, "w")  # noqa: SIM115, PTH123 - the watch holds it until it is called off
    faulthandler.dump_traceback_later(seconds, exit=True, file=silent)


def _write(part: Path, batches: Iterator[pa.RecordBatch]) -> Counter[str]:
    counts: Counter[str] = Counter(rows=0, documents=0, events=0, set_aside=0)
    waiting = CODED.empty_table()
    with part.open("wb") as file:
        with pq.ParquetWriter(file, CODED, compression="zstd") as writer:
            for batch in batches:
                _count(counts, batch)
                waiting = pa.concat_tables([waiting, pa.Table.from_batches([batch])])
                while len(waiting) >= _GROUP:
                    writer.write_table(waiting.slice(0, _GROUP).combine_chunks())
                    waiting = waiting.slice(_GROUP)
            if len(waiting):
                writer.write_table(waiting.combine_chunks())
        file.flush()
        os.fsync(file.fileno())
    return counts


def _count(counts: Counter[str], batch: pa.RecordBatch) -> None:
    aside = len(batch) - batch.column("reason").null_count
    counts["rows"] += len(batch)
    counts["set_aside"] += aside
    counts["documents"] += len(batch) - aside
    counts["events"] += pc.sum(pc.list_value_length(batch.column("events"))).as_py() or 0
