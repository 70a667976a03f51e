"""The pictures, each with its finding and the table that says the same."""

from __future__ import annotations

from verbale.brief.material import Material
from verbale.brief.page import Drawn, Line, Rows, Section, Table
from verbale.pictures import pictures
from verbale.pictures.picture import Picture

_REPEATING = frozenset({"meetings"})
"""Pictures of what "Who engages whom" has in its table."""


def drawings(material: Material) -> Section | None:
    """Every picture that the acts have anything to show for."""
    made = pictures([each for each in material.plain if not each.untold], material.about)
    drawn = tuple(_drawn(each) for each in made)
    return Section("pictures", "In pictures", drawn) if drawn else None


def _drawn(picture: Picture) -> Drawn:
    table, repeats = _table(picture), picture.name in _REPEATING
    if repeats:
        # its figures lead to their notes where they stand first
        table = Table(table.caption, table.columns[:-1], tuple(row[:-1] for row in table.rows), table.numeric)
    return Drawn(picture, table, repeats)


def _table(picture: Picture) -> Table:
    columns = tuple(picture.table[0])
    rows: list[tuple[Line, ...]] = []
    for row, acts in zip(picture.table, picture.sources, strict=True):
        rows.append((*((str(row[column]),) for column in columns), (Rows("", acts),)))
    return Table(f"{picture.title}, in {picture.unit}", (*columns, "Notes"), tuple(rows), (len(columns) - 1,))
