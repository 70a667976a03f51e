"""Who engages whom: each external party with each side, in engagements and in documents."""

from __future__ import annotations

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.brief.page import Line, Rows, Section, Table
from verbale.catalogue import labels
from verbale.pictures.counting import SIDES, Side, documents, ids, side_of, ties
from verbale.pictures.months import side_names
from verbale.pictures.words import capital

_Dyads = dict[tuple[str, Side], dict[str, Entry]]


def engagement(material: Material) -> Section | None:
    """The table of dyads; nothing where there was no contact."""
    found: _Dyads = {}
    for tie in ties(material.contacts):
        found.setdefault((tie.external, side_of(tie.kind)), {}).update({each.id: each for each in tie.entries})
    return Section("engagement", "Who engages whom", (_table(material, found),)) if found else None


def _table(material: Material, found: _Dyads) -> Table:
    names = side_names(material.about)
    totals = {external: len({e for (x, _), of in found.items() if x == external for e in of}) for external, _ in found}
    order = sorted(found, key=lambda key: (-totals[key[0]], capital(labels.narrow(key[0])), SIDES.index(key[1])))
    rows = tuple(_row(key, list(found[key].values()), names) for key in order)
    caption = "Contacts and the documents that report them, by external party and side"
    return Table(caption, ("External party", "With", "Contacts", "Documents", "Notes"), rows, (2, 3))


def _row(key: tuple[str, Side], entries: list[Entry], names: dict[Side, str]) -> tuple[Line, ...]:
    external, on = key
    return (
        (capital(labels.narrow(external)),),
        (capital(names[on].removeprefix("the ")),),
        (str(len(entries)),),
        (str(documents(entries)),),
        (Rows("", ids(entries)),),
    )
