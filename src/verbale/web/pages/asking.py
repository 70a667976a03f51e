"""What an answer can be asked for: its fields with what can be chosen, and the question with which the page opens."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from verbale.analysis.entries import AUTHORITY, OTHERS
from verbale.analysis.minutes import Minutes
from verbale.analysis.trend import of_case
from verbale.catalogue import labels
from verbale.engagements.counting import CONFERENCES, READINGS, UNITS, VIEWS


class Field(msgspec.Struct, frozen=True):
    """Something that can be asked for: its name in addresses, its label, an example, and its values where there are few.

    ``part`` says that it chooses one part of a value whose parts stand between commas; the fields of one name make it together.
    """

    name: str
    label: str
    example: str
    choices: tuple[tuple[str, str], ...] = ()
    part: bool = False


def _switch(label: str, words: Mapping[str, str]) -> Field:
    """One part of a counting rule."""
    return Field("rule", label, next(iter(words)), tuple((name, f"{name}: {told}") for name, told in words.items()), part=True)


_CLASSES = tuple((code, labels.short("class", code)) for code in (AUTHORITY, *OTHERS))
OF = Field("of", "Parties from outside", "Norway, EU, NATO+")
WITHIN = Field("within", "Time", "2022-10..2022-11")
BASELINE = Field("baseline", "Compared with", "2022-04..2022-09")
WITH = Field("with", "Whom they met", "others", (("others", "everyone but the authority"), ("all", "everyone"), *_CLASSES))
RULE = (
    _switch("Counting rule", UNITS),
    _switch("Conferences", CONFERENCES),
    _switch("Strictness", VIEWS),
    _switch("Review", READINGS),
)
"""A rule of counting: its unit and its three switches."""


def usual(given: Minutes) -> dict[str, str]:
    """The question of the case, as an address asks it; nothing where the case has none: nobody's question is asked unasked."""
    own = of_case(given.case)
    if own is None:
        return {}
    return {"within": own.window, "of": ",".join(own.of), "with": own.among, "baseline": own.baseline, "rule": own.rule}
