"""What an answer can be asked for: its fields with what can be chosen, and the question with which the page opens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_type_hints

import msgspec

from verbale.analysis.entries import AUTHORITY, OTHERS, Rule, rule
from verbale.analysis.minutes import Minutes
from verbale.analysis.parties import MEMBERS
from verbale.analysis.trend import of_case
from verbale.catalogue import labels
from verbale.engagements.counting import CONFERENCES, READINGS, UNITS, VIEWS
from verbale.web.changes import bounds


class Field(msgspec.Struct, frozen=True):
    """Something that can be asked for: its name in addresses, its label, an example, and its values where there are few.

    ``usual`` is the value that holds where none is chosen. ``parties`` are suggested where it takes any;
    ``day`` says that it is a day, a month or a year; ``aside`` that few ask for it.
    """

    name: str
    label: str
    example: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    usual: str = ""
    parties: bool = False
    day: bool = False
    aside: bool = False


_CLASSES = tuple((code, labels.short("class", code)) for code in (AUTHORITY, *OTHERS))
OF = Field("of", "Parties from outside, by name, with commas between", "Norway, EU, members of NATO as NATO+", parties=True)
SINCE, UNTIL = Field("since", "From", "2022-10", day=True), Field("until", "To", "2022-11", day=True)
BASE_SINCE = Field("base_since", "Compared with, from", "2022-04", day=True)
BASE_UNTIL = Field("base_until", "Compared with, to", "2022-09", day=True)
_WHOM = (("others", "everyone but the authority"), ("all", "everyone"), *_CLASSES)
WITH = Field("with", "Whom they met", choices=_WHOM, usual="others")
RULE = tuple(
    Field(name, label, choices=tuple(words.items()), usual=getattr(Rule(), name), aside=True)
    for name, label, words in (
        ("unit", "What is counted", UNITS),
        ("conference", "An occasion of many", CONFERENCES),
        ("view", "How surely it must be told", VIEWS),
        ("reading", "Who must have read it", READINGS),
    )
)
"""The parts of a counting rule, each to be chosen by itself."""


def usual(given: Minutes) -> dict[str, str]:
    """The question of the case, as an address asks it; nothing where the case has none: nobody's question is asked unasked."""
    own = of_case(given.case)
    if own is None:
        return {}
    asked = {
        "within": own.window,
        "of": ", ".join(map(_called, own.of)),
        "with": own.among,
        "baseline": own.baseline,
        "rule": own.rule,
    }
    return spread(asked)


def _called(code: str) -> str:
    return code if code.endswith(MEMBERS) else labels.heading(code)


def spread(asked: Mapping[str, str]) -> dict[str, str]:
    """What is asked with its times and its counting rule in the fields of a form: ``within=2022-10..2022-11`` as two of them.

    Raises:
        UsageError: The rule is none.
    """
    told = dict(asked)
    for name, (low, high) in _SPANS.items():
        first, _, last = told.pop(name, "").partition("..")
        told |= {key: value for key, value in ((low, first), (high, last or first)) if value}
    if words := told.pop("rule", ""):
        plain, found = Rule(), rule(words)
        told |= {part: value for part in get_type_hints(Rule) if (value := getattr(found, part)) != getattr(plain, part)}
    return told


_SPANS = {"within": ("since", "until"), "baseline": ("base_since", "base_until")}


def ruled(asked: Mapping[str, str]) -> Rule:
    """The counting rule that is asked for, part by part.

    Raises:
        UsageError: One of them is none.
    """
    return rule(",".join(filter(None, (asked.get(each.name, "") for each in RULE))))


def time(given: Minutes, asked: Mapping[str, str], low: str = "since", high: str = "until") -> str:
    """The time that is asked for, as a span; nothing where none is. What is left open goes as far as anything is known."""
    first, last = asked.get(low, ""), asked.get(high, "")
    if not (first or last):
        return ""
    known = bounds(given) or (first or last, last or first)
    return f"{first or known[0]}..{last or known[1]}"
