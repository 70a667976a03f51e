"""The period beside the one before it, party by party; nothing where no period is asked about or nothing was read before it."""

from __future__ import annotations

from verbale.brief.comparing import Comparison, compared
from verbale.brief.material import Material
from verbale.brief.page import Line, Rows, Section, Table, text
from verbale.catalogue import labels
from verbale.pictures.counting import SIDES, Side, ids
from verbale.pictures.months import side_names
from verbale.pictures.words import capital


def change(material: Material) -> Section | None:
    """Engagements of each external party with each side, in this period and in the one before."""
    if material.period is None:
        return None
    found = compared(material)
    if not found.read_before or not (found.pairs_now or found.pairs_then):
        return None
    note = text(
        f"This period runs {material.period.words}, the one before it {material.period.before.words}. "
        "More or fewer contacts may mean that more or less was read or reported."
    )
    return Section("change", "What changed", (note, _table(material, found)))


def _table(material: Material, found: Comparison) -> Table:
    names = side_names(material.about)
    pairs = sorted({*found.pairs_now, *found.pairs_then}, key=lambda pair: (capital(labels.narrow(pair[0])), SIDES.index(pair[1])))
    columns = ("External party", "With", "This period", "The period before", "Notes")
    caption = "Contacts in this period and in the one before, by external party and side"
    return Table(caption, columns, tuple(_row(pair, found, names) for pair in pairs), (2, 3))


def _row(pair: tuple[str, Side], found: Comparison, names: dict[Side, str]) -> tuple[Line, ...]:
    now, then = found.pairs_now.get(pair, ()), found.pairs_then.get(pair, ())
    return (
        (capital(labels.narrow(pair[0])),),
        (capital(names[pair[1]].removeprefix("the ")),),
        (str(len(now)),),
        (str(len(then)),),
        (Rows("", ids((*then, *now))),),
    )
