"""What an answer can be asked for: its fields with what can be chosen, and the question with which the page opens."""

from __future__ import annotations

import msgspec

from verbale.analysis.entries import AUTHORITY, OTHERS, Rule, admits
from verbale.analysis.minutes import Minutes
from verbale.analysis.trend import of_case
from verbale.catalogue import labels
from verbale.engagements.counting import UNITS, VIEWS

_WINDOW = 3
_BASELINE = 12
_MONTH = len("2023-05")


class Field(msgspec.Struct, frozen=True):
    """Something that can be asked for: its name in addresses, its label, an example, and its values where there are few."""

    name: str
    label: str
    example: str
    choices: tuple[tuple[str, str], ...] = ()


def _rules() -> tuple[tuple[str, str], ...]:
    units = [(name, f"{name}: {words}") for name, words in UNITS.items()]
    return (*units, *((name, f"{name}: {words}") for name, words in VIEWS.items()))


_CLASSES = tuple((code, labels.short("class", code)) for code in (AUTHORITY, *OTHERS))
OF = Field("of", "Parties from outside", "USA,EU,UN")
WITHIN = Field("within", "Time", "2022-10..2022-11")
BASELINE = Field("baseline", "Compared with", "2022-04..2022-09")
WITH = Field("with", "Whom they met", "others", (("others", "everyone but the authority"), ("all", "everyone"), *_CLASSES))
RULE = Field("rule", "Counting rule", "engagements,strict", _rules())


def usual(given: Minutes) -> dict[str, str]:
    """The question of the case; without one the last three months of contact beside the twelve before; nothing without contact."""
    own = of_case(given.case)
    if own:
        return {"within": own.window, "of": ",".join(own.of), "with": own.among, "baseline": own.baseline, "rule": own.rule}
    months = [e.date[:_MONTH] for e in given.entries if e.type == "CONSULT" and admits(e, Rule()) and len(e.date) >= _MONTH]
    if not months:
        return {}
    last = int(max(months)[:4]) * 12 + int(max(months)[5:]) - 1
    first = last - _WINDOW + 1
    return {
        "within": f"{_name(first)}..{_name(last)}",
        "baseline": f"{_name(first - _BASELINE)}..{_name(first - 1)}",
        "with": "others",
    }


def _name(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"
