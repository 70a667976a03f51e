"""Who met whom, and how that is counted."""

from __future__ import annotations

from collections import Counter

from verbale.analysis.entries import Entry
from verbale.brief.accounts.short import dated, doers
from verbale.brief.material import Material
from verbale.brief.page import Inline, Line, Rows
from verbale.brief.screen.sides import called, figure
from verbale.brief.veil import Veil
from verbale.catalogue import labels
from verbale.pictures.counting import SIDES, Side, order, side_of, sides
from verbale.pictures.words import count, listed, number, was

_NAMED = 3
_WITHIN, _OUTSIDE = "read as among parties of the country only", "read as among outside parties only"
_UNTOLD = "read of which it could not be told with whom from outside it was"
_NO_SIDE = (_WITHIN, _OUTSIDE, _UNTOLD)


def met(material: Material, _veil: Veil) -> Line:
    """With which side outside parties were in contact, how often and who most; and the latest occasion with each."""
    found = material.met
    if not any(found.values()):
        return ("No document reports contact between an external party and a party of the country.",)
    both = [each for each in found["authority"] if len(sides(each)) == len(SIDES)]
    parts: list[Inline] = ["External parties dealt"]
    for n, side in enumerate(SIDES):
        parts += [f"{' and' if n else ''} with {called(material, side)} in ", figure(found[side])]
        parts += [f" ({_frequent(material, side)})"] if any(not each.untold for each in found[side]) else []
    parts += ["; in ", figure(both), " both sides were present"] if both else []
    return (*parts, ".", *_among(material), *_latest(material, found))


def rule(_material: Material, _veil: Veil) -> Line:
    """The units and the counting rule."""
    return (
        "A contact is a meeting, call, visit, message or shared occasion that took place or goes on. It is counted once, however "
        "many documents report it and however many of a side were there. The notes give the words and the page behind every "
        "figure, but where showing them could harm somebody.",
    )


def _among(material: Material) -> list[Inline]:
    """Contact that is on no side: within the country, of outside parties with each other, or with somebody who is not told."""
    among = [each for each in material.contacts if not sides(each)]
    kinds: dict[str, list[Entry]] = {}
    for each in among:
        kinds.setdefault(_on_no_side(each), []).append(each)
    told = [kind for kind in _NO_SIDE if kind in kinds]
    parts: list[Inline] = []
    for n, kind in enumerate(told):
        joint = "" if not n else " and " if n == len(told) - 1 else ", "
        parts += [joint, figure(kinds[kind]), f" {was(len(kinds[kind]))} {kind}"]
    return [" Beside that, ", *(part for part in parts if part), "."] if parts else []


def _on_no_side(entry: Entry) -> str:
    home = [party for party in entry.parties if party not in entry.outside]
    if entry.mode == "mediate" or (home and entry.outside) or len(entry.parties) < 2:
        return _UNTOLD
    return _WITHIN if home else _OUTSIDE


def _latest(material: Material, found: dict[Side, list[Entry]]) -> list[Inline]:
    """The latest contact with each side, whose words stand below."""
    last = {side: max(known, key=order) for side, entries in found.items() if (known := [e for e in entries if _tellable(e)])}
    if not last:
        return []
    parts: list[Inline] = [" The latest: "]
    for n, each in enumerate(dict.fromkeys(entry.id for entry in last.values())):
        entry = material.by_id[each]
        parts += ["; " if n else "", f"{doers(material, entry)}, {dated(material, entry)}", Rows("", (each,))]
    return [part for part in (*parts, ".") if part]


def _tellable(entry: Entry) -> bool:
    return bool(entry.date) and not entry.silent


def _frequent(material: Material, side: Side) -> str:
    seen: dict[str, set[str]] = {}
    for tie in material.ties:
        told = {each.id for each in tie.entries if not each.untold}
        if told and side_of(tie.kind) == side:
            seen.setdefault(tie.external, set()).update(told)
    home = material.about.country
    return _leading(Counter({labels.party(external, home): len(entries) for external, entries in seen.items()}))


def _leading(sizes: Counter[str]) -> str:
    """The parties ahead of all others; none of several that are level is named before the rest."""
    ranked = sorted(sizes.items(), key=lambda pair: (-pair[1], pair[0]))
    level = ranked[_NAMED][1] if len(ranked) > _NAMED else 0
    ahead: dict[int, list[str]] = {}
    for party, n in ranked[:_NAMED]:
        if n > level:
            ahead.setdefault(n, []).append(party)
    if not ahead:
        return f"{count(len(ranked), 'party')}, none in more than {count(level, 'contact')}"
    named = [f"{listed(who)} in {number(n)}{' each' if len(who) > 1 else ''}" for n, who in ahead.items()]
    rest = len(ranked) - sum(map(len, ahead.values()))
    return ", ".join([*named, *([f"{count(rest, 'other party')} in fewer"] if rest else [])])
