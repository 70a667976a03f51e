"""``verbale review``: a review sheet that comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.console import JsonOption, RecordOption, opened, put_json, say
from verbale.cli.naming import ByOption, named
from verbale.cli.working import CaseOption, in_force


def review(
    table: Annotated[Path, typer.Argument(help="The workbook of verbale export xlsx, edited.")],
    by: ByOption = None,
    record: RecordOption = None,
    case: CaseOption = None,
    json: JsonOption = False,
) -> None:
    """Take the decisions of an edited workbook.

    Example: verbale review review.xlsx --by anna

    "verbale export xlsx --out review.xlsx" makes it. In the sheet Review, write accept, reject, unsure or correct into the column
    decision; for correct, change cells of that row. An event that has changed since is set aside, never overwritten.
    """
    from verbale.entering.reviewed import take_sheet

    settings = in_force(case)
    with opened(record) as store:
        done = take_sheet(table, store, settings, named(by, settings))
    for each in done.decisions:
        if json:
            put_json(each)
    for aside in done.set_aside:
        say(f"set aside {aside.path}: {aside.message}\n  hint: {aside.hint}")
    say(f"{len(done.decisions)} decisions taken; {done.undecided} rows undecided; {len(done.set_aside)} set aside")
    if done.set_aside:
        raise typer.Exit(1)
