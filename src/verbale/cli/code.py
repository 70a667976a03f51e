"""``verbale code``: documents in, events out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from verbale.cli.console import say
from verbale.cli.sharding import code_shards
from verbale.cli.working import CaseOption, Watch, WorkersOption, in_force, output
from verbale.errors import UsageError

if TYPE_CHECKING:
    from verbale.model import Coded, Event, SetAside


def code(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, globs, addresses, or - for standard input.")],
    case: CaseOption = None,
    out: Annotated[Path | None, typer.Option(help="Where the events go; stdout otherwise.")] = None,
    form: Annotated[str, typer.Option("--format", help="jsonl or csv.")] = "jsonl",
    workers: WorkersOption = None,
    shards: Annotated[
        Path | None, typer.Option(help="A folder for shards of Parquet, from which a run that was cut short goes on.")
    ] = None,
    engine: Annotated[Literal["local", "spark"], typer.Option(help="Where shards are coded.")] = "local",
    master: Annotated[str, typer.Option(help="Spark's master.")] = "local[*,4]",
) -> None:
    """Code documents into events, one a line.

    Example: verbale code pages/ --out events.jsonl

    What cannot be read is named on stderr with what to do about it, and the rest goes on; the exit code is then 1. The same
    inputs give the same bytes, in whatever order they are named and however many processes code.

    With --shards nothing is printed: everything goes to the folder, and "verbale load" brings it into a record. Large runs, and
    runs on a cluster, are made so; the same command goes on where a run was cut short.
    """
    if engine != "local" and shards is None:
        raise UsageError(f"the {engine} engine writes shards", "say where: --shards DIR")
    if shards:
        code_shards(paths, shards, in_force(case, workers), master if engine == "spark" else None)
        return
    from verbale.engines import Gate, code_documents
    from verbale.record.exports import writer
    from verbale.sources import read

    settings = in_force(case, workers)
    write = writer(form)
    watch = Watch(moving=out is not None)
    with output(out) as stream:
        found = code_documents(read(sorted(paths), settings, Gate(settings.case)), settings.case, settings)
        write(_events(found, watch), stream)
    watch.rest()
    say(f"{watch.events} events in {watch.done - watch.aside} documents" + (f"; {watch.aside} set aside" if watch.aside else ""))
    watch.close()


def _events(found: Iterable[Coded | SetAside], watch: Watch) -> Iterator[Event]:
    from verbale.model import Coded

    for each in found:
        watch(each)
        if isinstance(each, Coded):
            yield from each.events
