"""Acts that bear on recognition: recognition itself, missions and credentials, and who disclaims recognition."""

from __future__ import annotations

from collections.abc import Callable

from verbale.brief.material import Material
from verbale.brief.page import Block, Items, Quote, Rows, Section, text
from verbale.brief.sections.listing import listing
from verbale.brief.telling import act, cut
from verbale.model import ENGAGING, Event
from verbale.pictures.words import capital


def recognition(material: Material) -> Section | None:
    """Recognition and missions in order of date, then the disclaimers with their words."""
    blocks: list[Block] = []
    for lead, wanted in _GROUPS:
        blocks += listing(material, lead, [e for e in material.events if wanted(e)])
    blocks += _disclaimed(material)
    if not blocks:
        return None
    note = text(
        "Talks, meetings and the keeping of a mission are no recognition by themselves. What an act is in law, the reader judges."
    )
    return Section("recognition", "Recognition and its disclaimers", (note, *blocks))


def _mode(event: Event) -> tuple[str, str]:
    return event.type, event.mode


_Wanted = Callable[[Event], bool]
_GROUPS: tuple[tuple[str, _Wanted], ...] = (
    ("Recognition reported as given", lambda e: _mode(e) == ("SUPPORT", "recognise") and e.status in ENGAGING),
    ("Recognition called for or intended", lambda e: _mode(e) == ("SUPPORT", "recognise") and e.status in ("planned", "proposed")),
    ("Missions opened, handed over or accepted", lambda e: _mode(e) == ("COOPERATE", "mission")),
    (
        "Recognition denied or refused",
        lambda e: _mode(e) == ("SUPPORT", "recognise") and e.status in ("denied", "refused", "cancelled"),
    ),
)


def _disclaimed(material: Material) -> list[Block]:
    """Occasions at which recognition was disclaimed, beside the disclaimers that are acts of their own."""
    found = [e for e in material.events if e.disclaimer and _mode(e) != ("SUPPORT", "recognise")]
    spoken = [(e, s) for e in material.events for s in e.said if s.kind == "disclaimer" and e not in found]
    blocks = listing(material, "Occasions with a disclaimer", found)
    if spoken:
        home = material.about.country
        lines = tuple((f"{act(e, material.case, home)}: ", Quote(cut(s.words)), Rows("", (e.id,))) for e, s in spoken)
        blocks += [text(capital("disclaimers in what was said:")), Items(lines)]
    return blocks
