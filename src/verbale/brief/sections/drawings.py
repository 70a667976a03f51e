"""The pictures, each with its finding and the table that says the same."""

from __future__ import annotations

from verbale.brief.material import Material
from verbale.brief.page import Drawn, Line, Rows, Section, Table
from verbale.pictures import pictures
from verbale.pictures.picture import Picture


def drawings(material: Material) -> Section | None:
    """Every picture that the acts have anything to show for."""
    made = pictures([each for each in material.plain if not each.untold], material.about)
    return Section("pictures", "In pictures", tuple(Drawn(each, _table(each)) for each in made)) if made else None


def _table(picture: Picture) -> Table:
    columns = tuple(picture.table[0])
    rows: list[tuple[Line, ...]] = []
    for row, acts in zip(picture.table, picture.sources, strict=True):
        rows.append((*((str(row[column]),) for column in columns), (Rows("", acts),)))
    return Table(f"{picture.title}, in {picture.unit}", (*columns, "Notes"), tuple(rows), (len(columns) - 1,))
