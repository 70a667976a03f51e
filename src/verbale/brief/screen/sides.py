"""The engagements of either side, and sentences about parts of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.brief.page import Inline, Rows
from verbale.pictures.counting import Side, ids, sides
from verbale.pictures.months import side_names
from verbale.pictures.words import count


def met(material: Material) -> list[Entry]:
    """The engagements of outside parties with a party of the country."""
    return [each for each in material.contacts if sides(each)]


def called(material: Material, side: Side) -> str:
    """What a side is called where it is named first."""
    return side_names(material.about)[side].replace("the authorities", "the de facto authorities")


def figure(entries: Sequence[Entry], unit: str = "contact") -> Rows:
    """How many there are, leading to them."""
    return Rows(count(len(entries), unit), ids(entries))


def split(total: str, parts: Mapping[str, Sequence[Entry]]) -> list[Inline]:
    """A sentence that says what is told of parts of a total, each in words; nothing where nothing is.

    Args:
        total: What is split: "the 28 contacts with the authorities".
        parts: Each part's words as they follow its figure, with its engagements.
    """
    found = [(words, entries) for words, entries in parts.items() if entries]
    if not found:
        return []
    told: list[Inline] = [f"Of {total}, "]
    for n, (words, entries) in enumerate(found):
        told += ["" if not n else " and " if n == len(found) - 1 else ", ", figure(entries), f" {words}"]
    return [*(part for part in told if part), ". "]
