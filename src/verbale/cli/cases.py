"""``verbale cases``: the case packs, a new one, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from verbale.cli.console import JsonOption, put, put_json, say
from verbale.errors import UsageError

if TYPE_CHECKING:
    from verbale.packs import Pack


def cases(
    what: Annotated[
        Literal["list", "show", "new", "check"], typer.Argument(help="All, one, a new one, or the faults of one.")
    ] = "list",
    name: Annotated[str | None, typer.Argument(help="The pack's name.", show_default=False)] = None,
    country: Annotated[str | None, typer.Option(help="Of a new pack: the country's code of three letters.", metavar="ISO3")] = None,
    cases_dir: Annotated[
        str | None, typer.Option(help="The folder of own packs; verbale.toml names the default.", metavar="DIR")
    ] = None,
    json: JsonOption = False,
) -> None:
    """List the case packs, show one, begin a new one, or check one.

    Example: verbale cases new niger --country NER

    A pack is a folder of tables, every fact with its source, and no code. "new" writes one with an example row in each table;
    "check" names what is wrong in it, and leaves with 1 where anything is.
    """
    from verbale import packs
    from verbale.settings import load

    folder = load().cases_dir if cases_dir is None else cases_dir
    if (what == "list") != (name is None):
        raise UsageError("cases list takes no name; show, new and check take one", "try: verbale cases")
    if what == "new":
        if not country:
            raise UsageError("of which country is the new case?", f"say so: verbale cases new {name} --country NER")
        made = packs.scaffold(str(name), country, Path(folder))
        say(f"wrote {made}: replace the example rows, then: verbale cases check {name}")
    elif what == "check":
        _check(str(name), folder, json)
    else:
        for each in packs.packs(folder) if name is None else (packs.pack(name, folder),):
            _show(each, json, whole=name is not None)


def _check(name: str, folder: str, json: bool) -> None:
    from verbale.catalogue.tables import located
    from verbale.packs import faults

    found = faults(located(name, folder))
    for each in found:
        if json:
            put_json(each)
        else:
            put(f"{each.file}{f':{each.line}' if each.line else ''}: {each.what}\n  hint: {each.hint}")
    say(f"{len(found)} faults in {name}")
    if found:
        raise typer.Exit(1)


def _show(pack: Pack, json: bool, whole: bool) -> None:
    if json:
        put_json(pack)
        return
    put(f"{pack.name:16} {pack.country:4} {'ships' if pack.ships else 'own':6} {pack.title}")
    if whole:
        for table, number in pack.rows.items():
            put(f"  {table:16} {number:4}")
