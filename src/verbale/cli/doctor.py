"""``verbale doctor``: is everything there that Verbale needs."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.console import JsonOption, put, put_json, say


def doctor(
    whole: Annotated[bool, typer.Option("--whole", help="Also read all of the record and hold it against its hashes.")] = False,
    json: JsonOption = False,
) -> None:
    """Check that everything Verbale needs is there.

    Example: verbale doctor

    Looks at Python, the language pipeline, the case pack, the record, its search, and the disk; exits with 1 where something is
    wrong.
    """
    from verbale.cli.checks import examine
    from verbale.settings import load

    wrong = 0
    for finding in examine(load(), whole=whole):
        wrong += not finding.ok
        if json:
            put_json(finding)
            continue
        put(f"{'ok   ' if finding.ok else 'WRONG'}  {finding.name:9}  {finding.words}")
        if finding.hint:
            put(f"       hint: {finding.hint}")
    say(f"{wrong} wrong" if wrong else "all is well")
    if wrong:
        raise typer.Exit(1)
