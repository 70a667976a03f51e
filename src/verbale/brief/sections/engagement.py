"""Who engages whom: each external party with each side, in engagements and in documents."""

from __future__ import annotations

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.brief.page import Line, Rows, Section, Table, text
from verbale.catalogue import labels
from verbale.pictures.counting import SIDES, Side, ids, side_of
from verbale.pictures.months import side_names
from verbale.pictures.words import capital, day, listed

_Dyads = dict[tuple[str, Side], dict[str, Entry]]


def engagement(material: Material) -> Section | None:
    """The table of dyads, without those that may not be told; nothing where there was no contact."""
    found: _Dyads = {}
    for tie in material.ties:
        told = {each.id: each for each in tie.entries if not each.untold}
        if told:
            found.setdefault((tie.external, side_of(tie.kind)), {}).update(told)
    if not found:
        return None
    both = _both(material, found)
    return Section("engagement", "Who engages whom", (*([text(both)] if both else []), _table(material, found)))


def _both(material: Material, found: _Dyads) -> str:
    """Who met both sides, as far as was read."""
    with_ = {on: [x for x, side in found if side == on] for on in SIDES}
    both = [labels.party(x, material.about.country) for x in with_["authority"] if x in with_["others"]]
    return f"With {side_names(material.about)['others']} and the authorities: {listed(both)}." if both else ""


def _table(material: Material, found: _Dyads) -> Table:
    names = side_names(material.about)
    totals = {external: len({e for (x, _), of in found.items() if x == external for e in of}) for external, _ in found}
    order = sorted(found, key=lambda key: (-totals[key[0]], capital(labels.narrow(key[0])), SIDES.index(key[1])))
    # parties that were met on the same occasions, and on no other, stand in one row
    together: dict[tuple[Side, tuple[str, ...], str], list[str]] = {}
    for external, on in order:
        of = list(found[external, on].values())
        together.setdefault((on, ids(of), _rank(external, of)), []).append(external)
    rows = tuple(_row(who, on, list(found[who[0], on].values()), names) for (on, _, _), who in together.items())
    caption = (
        "Contacts by external party and side, but for those with a side in arms, with the highest rank that is told of the "
        "external party and the latest date. Mediators are not counted as having met those whom they brought together"
    )
    return Table(caption, ("External party", "With", "Contacts", "Rank", "Latest", "Notes"), rows, (2,))


def _row(external: list[str], on: Side, entries: list[Entry], names: dict[Side, str]) -> tuple[Line, ...]:
    return (
        (listed([capital(labels.narrow(each)) for each in external]),),
        (capital(names[on].removeprefix("the ")),),
        (str(len(entries)),),
        (_rank(external[0], entries),),
        (day(max((each.when for each in entries if each.when), default=None)),),
        (Rows("", ids(entries)),),
    )


def _rank(external: str, entries: list[Entry]) -> str:
    told = {each.values.get(f"level.{external}", "") for each in entries if not each.silent}
    return next((labels.label("level", level).partition(",")[0] for level in _RANKS if level in told), "not told")


_RANKS = ("head", "minister", "deputy", "envoy", "ambassador")
"""The levels that are told: that somebody was an official says nothing."""
