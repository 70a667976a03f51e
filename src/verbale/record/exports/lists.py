"""What may be written into the cells of a review sheet: the values of each column, offered as lists."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any, get_args

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from verbale import model
from verbale.catalogue import labels, tables

LISTS = "Lists"
HOW = "Write accept, reject, unsure or correct. For correct, change the cells of this row; for reject, say why in the next column."
WORDS: dict[str, str] = {
    "decision": "in the sheet Review: what you decide: accept, reject, unsure or correct; empty: nothing is decided of that row",
    "reason": "in the sheet Review: why, in your own words",
    "act": "in the sheet Review: type and mode of the act; not read back",
    "parties": "in the sheet Review: who is in it; not read back",
    "words": "in the sheet Review: the exact words that report it; not read back",
    "seen": "in the sheet Review: how the event stood when the sheet was made; leave it, as it shows whether it has changed since",
}
"""The columns of the review sheet that no other table has, and what they hold."""

_SEVERAL = ("topics", "tools")


def values() -> dict[str, tuple[str, ...]]:
    """The values of each column that has a list, by its name."""
    fields: dict[str, Any] = {
        "status": model.Status,
        "channel": model.Channel,
        "format": model.Format,
        "visibility": model.Visibility,
        "venue": model.Venue,
        "women_present": model.Women,
    }
    return {
        "decision": ("accept", "reject", "unsure", "correct"),
        **{name: get_args(kind) for name, kind in fields.items()},
        "topics": tuple(sorted(labels.codes("topic"))),
        "tools": tuple(sorted(labels.codes("tool"))),
        "place_country": tuple(sorted(row["code"] for row in tables.rows("common", "states"))),
    }


def rows() -> list[tuple[str, ...]]:
    """The sheet that the lists stand in: a column for each, under its name."""
    found = values()
    return [tuple(found), *zip_longest(*found.values(), fillvalue="")]


def offer(sheet: Any, columns: Sequence[str]) -> None:
    """Let every column of a review sheet that has a list offer it; what is in none is warned of, and can be written."""
    for n, (name, listed) in enumerate(values().items(), 1):
        letter, at = get_column_letter(n), get_column_letter(columns.index(name) + 1)
        made = DataValidation(type="list", formula1=f"{LISTS}!${letter}$2:${letter}${len(listed) + 1}", allow_blank=True)
        made.errorStyle = "warning"
        made.showErrorMessage = name not in _SEVERAL
        if name == "decision":
            made.promptTitle, made.prompt, made.showInputMessage = "To review", HOW, True
        elif name in _SEVERAL:
            made.promptTitle, made.prompt, made.showInputMessage = name.capitalize(), "Several go with commas between.", True
        made.add(f"{at}2:{at}1048576")
        sheet.data_validations.append(made)
