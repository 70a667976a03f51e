"""``verbale runs``: what was done to the record, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from verbale.cli.console import JsonOption, RecordOption, opened, put, put_json, say
from verbale.errors import UsageError

if TYPE_CHECKING:
    from verbale.record import Record, Run


def runs(
    what: Annotated[
        Literal["list", "show", "diff"], typer.Argument(help="Every run, all of one, or what differs in two.")
    ] = "list",
    run: Annotated[str | None, typer.Argument(help="The run's id, or the beginning of it.", show_default=False)] = None,
    other: Annotated[str | None, typer.Argument(help="For diff: the other run's.", show_default=False)] = None,
    record: RecordOption = None,
    json: JsonOption = False,
) -> None:
    """List what was done to the record, or show one run.

    Example: verbale runs

    The latest run comes first. Of one run, "runs show ID" tells inputs, settings, counts and what it set aside; "runs diff A B"
    tells what differs in two, and leaves with 1 where anything does.
    """
    if {"list": 0, "show": 1, "diff": 2}[what] != (run is not None) + (other is not None):
        raise UsageError("runs list takes no id, runs show takes one, and runs diff takes two", "try: verbale runs")
    with opened(record) as store:
        if run is not None and other is not None:
            _diff(store.run(run), store.run(other), json)
        elif run is None:
            _list(store.runs(), json)
        else:
            _show(store, run, json)


def _list(found: tuple[Run, ...], json: bool) -> None:
    for run in found:
        line = f"{run.id[:12]}  {run.started}  {run.verb:8}  {run.status:11}  {_counted(run)}"
        put_json(run) if json else put(line)
    if not found:
        say("no run as yet; the first one: verbale add PATH...")


def _diff(first: Run, second: Run, json: bool) -> None:
    from verbale.record.comparing import differences

    found = list(differences(first, second))
    for each in found:
        put_json(each) if json else put(f"{each.what:24} {each.first} -> {each.second}")
    say(f"{len(found)} differences" if found else "the runs differ in nothing but their times")
    if found:
        raise typer.Exit(1)


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
        put(f"set aside {entry.path}: {entry.reason}: {entry.message} ({entry.hint})")


def _counted(run: Run) -> str:
    return ", ".join(f"{number} {unit.replace('_', ' ')}" for unit, number in run.counts.items())
