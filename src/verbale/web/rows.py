"""From an address to the engagements that it asks for: facets, time, full text, and the rows behind a figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from verbale.pictures.counting import SIDES, side
from verbale.web.facets import FACETS, UNLISTED, Choice, Mask
from verbale.web.page import Asked, MissingError
from verbale.web.site import Site

_FEW = 40
"""Rows whose ids an address can name one by one, so that it holds also when the figure is asked otherwise later."""


class Listed(msgspec.Struct, frozen=True):
    """A facet with its values, ready to be shown."""

    name: str
    title: str
    choices: tuple[Choice, ...]


def chosen(site: Site, asked: Asked) -> tuple[Mask, Mask]:
    """The engagements that an address asks for, and those before its facets are applied."""
    index = site.snapshot.index
    within = index.between(asked.get("since", ""), asked.get("until", ""))
    if words := asked.get("q", "").strip():
        within &= site.find(words)
    if ids := asked.get("ids"):
        within &= _naming(site, ids.split(","))
    if other := asked.get("with"):
        within &= index.chosen({"met": other}, within)
    if figure := asked.get("figure"):
        within &= _naming(site, behind(site, figure))
    return index.chosen(asked, within), within


def listed(site: Site, asked: Asked, within: Mask) -> tuple[Listed, ...]:
    """Every facet that tells some of them apart."""
    index = site.snapshot.index
    whole = index.chosen(asked, within)
    # of a facet that is asked for stand also the values that were not chosen
    among = {f.name: index.chosen(asked, within, but=f.name) if asked.get(f.name) else whole for f in FACETS}
    offered = (f for f in FACETS if f.name not in UNLISTED or asked.get(f.name))
    made = (Listed(f.name, f.title, tuple(index.choices(f.name, asked, among[f.name]))) for f in offered)
    return tuple(each for each in made if len(each.choices) > 1 or any(choice.chosen for choice in each.choices))


def apart(site: Site, **asked: str) -> tuple[int, str]:
    """How many less sure readings there are of what is asked for, which no count takes in, and the address of their list."""
    return _counted(site, {**asked, "counts": "unsure"})


def apart_contact(site: Site) -> tuple[int, str]:
    """The same of contact between both sides of the case."""
    index = site.snapshot.index
    met = sorted(party for party in index.counts("met", index.having("counts", "unsure")) if side(party, site.home))
    return apart(site, type="CONSULT", met=",".join(met)) if met else (0, "")


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """Contact with one side of the case: how much is counted, how much is less sure, and the addresses of both."""

    authority: bool
    number: int
    address: str
    unsure: int
    unsure_address: str


def sides(site: Site, **asked: str) -> tuple[Side, ...]:
    """Contact between both sides, with the authority and with others, as every page counts it; of what is asked for."""
    index = site.snapshot.index
    known = index.counts("met", index.everything())
    found = []
    for name in SIDES:
        met = ",".join(sorted(party for party in known if side(party, site.home) == name))
        told = {**asked, "type": "CONSULT", "met": met}
        counted, aside = (_counted(site, {**told, "counts": how}) if met else (0, "") for how in ("yes", "unsure"))
        found.append(
            Side(authority=name == "authority", number=counted[0], address=counted[1], unsure=aside[0], unsure_address=aside[1])
        )
    return tuple(found)


def _counted(site: Site, asked: dict[str, str]) -> tuple[int, str]:
    """How many engagements there are of what is asked for, and the address of their list."""
    number = int(chosen(site, asked)[0].sum())
    return number, site.to("engagements", **asked) if number else ""


def order(site: Site, mask: Mask, by: str) -> NDArray[np.intp]:
    """Where the chosen engagements stand, in the order asked for: the latest first, or ``oldest``, ``reports``; of shape (n,)."""
    found = np.flatnonzero(mask)
    if by == "oldest":
        found = found[::-1]
    elif by == "reports":
        found = found[np.argsort(-site.snapshot.index.reports[found], kind="stable")]
    return found


def leading(site: Site, figure: str, number: int, lists: Sequence[Sequence[str]]) -> str:
    """The address of the engagements behind one figure of several, which is known from now on; nothing where there are none."""
    site.snapshot.figures[figure] = lists
    return led(site, figure, number, lists)


def led(site: Site, figure: str, number: int, lists: Sequence[Sequence[str]]) -> str:
    """The same of a figure that is made known where it is asked for."""
    ids = lists[number] if number < len(lists) else ()
    if len(ids) > _FEW:
        return site.to("engagements", figure=f"{figure}.{number}")
    return site.to("engagements", ids=",".join(ids)) if ids else ""


def behind(site: Site, figure: str) -> Sequence[str]:
    """The ids of the acts behind one row of a picture, named ``picture.row``.

    Raises:
        MissingError: There is no such figure.
    """
    name, _, number = figure.rpartition(".")
    sources = site.snapshot.figures.get(name)
    if sources is None or not number.isdecimal() or int(number) >= len(sources):
        raise MissingError(f"there is no figure {figure}")
    return sources[int(number)]


def _naming(site: Site, names: Iterable[str]) -> Mask:
    places = site.snapshot.places
    found = np.zeros(len(site.snapshot.engaged), dtype=bool)
    found[[places[name] for name in names if name in places]] = True
    return found
