"""What stands first in a file: of recognition, who went how far."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.analysis.entries import AUTHORITY, Entry
from verbale.brief.accounts.files import File
from verbale.brief.material import Material
from verbale.brief.page import Block, Inline, Rows, text
from verbale.catalogue import labels
from verbale.model import ENGAGING
from verbale.pictures.counting import ids

NO_RECOGNITION = (
    "Talks, meetings and the keeping of a mission are no recognition by themselves. What an act is in law, the reader judges."
)
_RECOGNISE, _MISSION = ("SUPPORT", "recognise"), ("COOPERATE", "mission")
_UNDONE = frozenset({"denied", "refused", "cancelled"})


def lead(file: File, material: Material) -> list[Block]:
    """The opening of a file; nothing for one that needs none."""
    return [text(*_recognition(material), NO_RECOGNITION)] if file.id == "recognition" else []


def _recognition(material: Material) -> list[Inline]:
    acts = [each for each in material.acts if not each.silent and each.outside and AUTHORITY in each.home]
    kinds = (
        ("Recognition is told of ", [e for e in acts if (e.type, e.mode) == _RECOGNISE and e.status in ENGAGING]),
        (
            "Steps on embassies or credentials are told of ",
            [e for e in acts if (e.type, e.mode) == _MISSION and e.status in ENGAGING],
        ),
        ("Recognition was denied or ruled out by ", [e for e in acts if (e.type, e.mode) == _RECOGNISE and e.status in _UNDONE]),
    )
    return [part for words, found in kinds if found for part in (words, *_named(found), ". ")]


def _named(entries: Iterable[Entry]) -> list[Inline]:
    """The parties from outside, each with the notes of its acts."""
    by_party: dict[str, list[Entry]] = {}
    for each in entries:
        for party in sorted(each.outside):
            by_party.setdefault(party, []).append(each)
    parts: list[Inline] = []
    for n, (party, found) in enumerate(by_party.items()):
        joint = "" if not n else " and " if n == len(by_party) - 1 else ", "
        parts += [joint, labels.party(party), Rows("", ids(found))]
    return [part for part in parts if part]
