"""A worker that codes shards: ``python -m verbale.engines.shard_worker``, numbers in by standard input, receipts out."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import msgspec

from verbale.engines.plan import Plan
from verbale.engines.shard import Receipt, run_shard
from verbale.errors import Transient, VerbaleError
from verbale.framing import answer_by_stdio, receive, send


class Work(msgspec.Struct, frozen=True):
    """The first message: the plan, and the folder that it is carried out in."""

    plan: Plan
    folder: str


class Shard(msgspec.Struct, frozen=True):
    """A shard that is to be coded."""

    number: int


class Report(msgspec.Struct, frozen=True):
    """The answer: a receipt, or what makes the whole run fail."""

    receipt: Receipt | None = None
    failure: tuple[str, str, str] | None = None


def main() -> None:
    """Code shards until no more are asked for."""
    answer_by_stdio(serve)


def serve(stdin: BinaryIO, out: BinaryIO) -> None:
    """Take the plan, then code shard after shard."""
    work = receive(stdin, Work)
    while work and (shard := receive(stdin, Shard)) is not None:
        send(out, _report(work, shard.number))


def _report(work: Work, number: int) -> Report:
    try:
        return Report(receipt=run_shard(work.plan, Path(work.folder), number))
    except VerbaleError as error:
        failure: VerbaleError = error
    except OSError as error:
        failure = Transient(f"shard {number} cannot be written to {work.folder}: {error}", "look after the disk, then run it again")
    return Report(failure=(type(failure).__name__, failure.message, failure.hint))


if __name__ == "__main__":
    main()
