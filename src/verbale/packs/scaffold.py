"""A new pack to begin with: every table with its headings and one example row, and what the catalogue knows of the country."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from verbale.catalogue import tables
from verbale.errors import UsageError
from verbale.packs.template import FOLDER, headings

_NAME = re.compile(r"[a-z][a-z0-9-]*")


def scaffold(name: str, country: str, folder: Path) -> Path:
    """Write the pack ``name`` into ``folder``.

    Args:
        name: The pack's name: small letters, figures and hyphens.
        country: The country's code (ISO 3166 alpha-3).
        folder: The folder of own packs; made where it is not there.

    Raises:
        UsageError: The name cannot be one or is taken, or there is no such country.
    """
    state = _state(country)
    made = folder / name
    if not _NAME.fullmatch(name) or name in (tables.NO_CASE, *tables.packs()):
        raise UsageError(
            f"a pack cannot be named {name}", "choose small letters, figures and hyphens, and none of a pack that ships"
        )
    if made.exists():
        raise UsageError(f"{made} is there already", "choose another name, or go on with it: verbale cases check " + name)
    pack = _pack(name, state)
    made.mkdir(parents=True)
    (made / tables.PACK).write_text(pack, encoding="utf-8")
    for table in headings():
        words = (FOLDER / f"{table}.csv").read_text(encoding="utf-8")
        filled = words.replace("{country}", country).replace("{capital}", state["capital"])
        (made / f"{table}.csv").write_text(filled, encoding="utf-8")
    return made


def _state(country: str) -> dict[str, Any]:
    row = next((row for row in tables.rows("common", "states") if row["code"] == country), None)
    if row is None:
        raise UsageError(f"there is no country with the code {country}", "use the code of three letters, such as NER for Niger")
    lists = {name: tables.cells(row[name]) for name in ("aliases", "demonyms", "people")}
    return {"code": country, "name": row["name"], "capital": next(iter(tables.cells(row["capital"])), ""), **lists}


def _pack(name: str, state: dict[str, Any]) -> str:
    # TOML, not HTML; its strings and lists are written as JSON has them
    environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=False, undefined=StrictUndefined)  # noqa: S701
    environment.filters["json"] = lambda value: json.dumps(value, ensure_ascii=False)
    return environment.get_template("pack.toml.j2").render(name=name, state=state) + "\n"
