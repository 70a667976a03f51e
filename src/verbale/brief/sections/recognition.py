"""Acts that bear on recognition: recognition itself, missions and credentials, and who disclaims recognition."""

from __future__ import annotations

from collections.abc import Callable

from verbale.analysis.entries import Entry
from verbale.analysis.minutes import Minutes
from verbale.analysis.recognition.acts import acts, doubtful
from verbale.analysis.recognition.law import denies
from verbale.brief.material import Material
from verbale.brief.page import Block, Section, text
from verbale.brief.sections.listing import listing
from verbale.brief.sections.pressure import spoken
from verbale.model import ENGAGING

_Wanted = Callable[[Entry], bool]


def recognition(material: Material) -> Section | None:
    """Recognition and missions in order of date, then the disclaimers with their words."""
    blocks: list[Block] = []
    given = Minutes(entries=material.acts, case=material.case, country=material.about.country)
    unplain = {each.id for each in doubtful(given, acts(given))}
    for lead, wanted in _GROUPS:
        blocks += listing(material, lead, [each for each in material.acts if wanted(each) and each.id not in unplain])
    blocks += listing(material, _UNPLAIN, [each for each in material.acts if each.id in unplain])
    known = frozenset(each.id for each in material.acts if _disclaims(each) or denies(each))
    blocks += spoken(material, "Disclaimers in what was said", "disclaimer", known)
    if not blocks:
        return None
    note = text(
        "Talks, meetings and the keeping of a mission are no recognition by themselves. What an act is in law, the reader judges."
    )
    return Section("recognition", "Recognition and its disclaimers", (note, *blocks))


def _recognises(entry: Entry) -> bool:
    return (entry.type, entry.mode) == ("SUPPORT", "recognise")


def _disclaims(entry: Entry) -> bool:
    """Whether it is an occasion at which recognition was disclaimed, beside disclaimers that are acts of their own."""
    return any(event.disclaimer for event in entry.events) and not _recognises(entry)


_UNPLAIN = "Reports whose words do not plainly say that a state recognised, or that a mission was opened, handed over or accepted"
_GROUPS: tuple[tuple[str, _Wanted], ...] = (
    ("Recognition reported as given", lambda e: _recognises(e) and e.status in ENGAGING),
    ("Recognition called for or intended", lambda e: _recognises(e) and e.status in ("planned", "proposed")),
    ("Missions opened, handed over or accepted", lambda e: (e.type, e.mode) == ("COOPERATE", "mission")),
    ("Recognition denied or refused", lambda e: _recognises(e) and e.status in ("denied", "refused", "cancelled")),
    ("Occasions with a disclaimer", _disclaims),
)
