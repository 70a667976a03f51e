"""``verbale runs``: what was done to the record, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from verbale.cli.console import JsonOption, RecordOption, opened, put, put_json, say
from verbale.errors import UsageError

if TYPE_CHECKING:
    from verbale.model import SetAside
    from verbale.record import Record, Run


def runs(
    what: Annotated[Literal["list", "show"], typer.Argument(help="Every run, or one with all that is known of it.")] = "list",
    run: Annotated[str | None, typer.Argument(help="The run's id, or the beginning of it.", show_default=False)] = None,
    record: RecordOption = None,
    json: JsonOption = False,
) -> None:
    """List what was done to the record, or show one run.

    Example: verbale runs

    The latest run comes first. Of one run, "runs show ID" tells inputs, settings, counts and what it set aside.
    """
    if (what == "show") != (run is not None):
        raise UsageError("runs list takes no id, and runs show takes one", "try: verbale runs")
    with opened(record) as store:
        if run is None:
            _list(store.runs(), json)
        else:
            _show(store, run, json)


def _list(found: tuple[Run, ...], json: bool) -> None:
    for run in found:
        if json:
            put_json(run)
        else:
            put(f"{run.id[:12]}  {run.started}  {run.verb:8}  {run.status:11}  {_counted(run)}")
    if not found:
        say("no run as yet; the first one: verbale add PATH...")


def _show(store: Record, prefix: str, json: bool) -> None:
    run = store.run(prefix)
    aside = store.set_asides(run.id)
    if json:
        put_json({"run": run, "set_aside": aside})
        return
    told = {"run": run.id, "verb": run.verb, "status": run.status, "started": run.started, "ended": run.ended or "not noted"}
    told |= {"case": f"{run.case or 'none'} {run.case_version or ''}", "coder": run.coder or "none", "counts": _counted(run)}
    told |= {"inputs": " ".join(run.inputs), "settings": ", ".join(f"{name}={value}" for name, value in run.settings.items())}
    for name, value in told.items():
        put(f"{name:9} {value}".rstrip())
    for entry in aside:
        put(_told(entry))


def _counted(run: Run) -> str:
    return ", ".join(f"{number} {unit.replace('_', ' ')}" for unit, number in run.counts.items())


def _told(entry: SetAside) -> str:
    return f"set aside {entry.path}: {entry.reason}: {entry.message} ({entry.hint})"
