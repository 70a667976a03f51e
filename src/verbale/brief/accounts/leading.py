"""What stands first in a file: of recognition, who went how far."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.analysis.entries import AUTHORITY, Entry
from verbale.brief.accounts.files import File
from verbale.brief.accounts.short import dated
from verbale.brief.material import Material
from verbale.brief.notes import published
from verbale.brief.page import Block, Inline, Line, Rows, Table, text
from verbale.brief.quoting import Words, words
from verbale.brief.telling import speaking
from verbale.brief.veil import Veil
from verbale.catalogue import labels
from verbale.engagements.reports import accounts
from verbale.engagements.sentences import MANY
from verbale.model import ENGAGING
from verbale.pictures.counting import ids, order
from verbale.pictures.words import capital, listed

NO_RECOGNITION = (
    "Talks, meetings and the keeping of a mission are no recognition by themselves. What an act is in law, the reader judges."
)
_RECOGNISE, _MISSION = ("SUPPORT", "recognise"), ("COOPERATE", "mission")
_TURNS = frozenset({"SANCTION", "REJECT", "CONCEDE"})
"""Types of act by which one party turns to another or away from it."""
_UNDONE = frozenset({"denied", "refused", "cancelled"})


def steps(file: File, material: Material) -> list[Entry]:
    """Every step towards recognition and away from it, surely read or not; of a file that is about none, nothing."""
    if file.id != "recognition":
        return []
    known: list[Entry] | None = material.found.get("steps")
    if known is None:
        known = material.found["steps"] = _found(file, material)
    return known


def _found(file: File, material: Material) -> list[Entry]:
    acts = (each for each in (*material.acts, *material.possible) if not each.silent and each.outside and AUTHORITY in each.home)
    return [each for each in acts if _step(each, file, material)]


def lead(file: File, material: Material, veil: Veil, *, told: bool) -> list[Block]:
    """The opening of a file; nothing for one that needs none. ``told`` says whether anything else is told in it."""
    if file.id != "recognition":
        return []
    table = _table(steps(file, material), material, veil)
    return [text(*_recognition(material), NO_RECOGNITION), *table] if told or table else []


def _table(steps: list[Entry], material: Material, veil: Veil) -> list[Block]:
    if not steps:
        return []
    latest = sorted(steps, key=lambda each: (_when(each, material), order(each)), reverse=True)
    quoted = ((each, words(material, veil, each)) for each in latest)
    # of a step that is not surely read nobody knows whom "both" or "they" means in its words
    rows = tuple(_row(each, of, material) for each, of in quoted if not (material.doubts(each) and MANY.match(of.alone.words)))
    columns = ("Party", "Date", "In the words of the page", "Express recognition", "Open", "Notes")
    return [Table("Steps towards recognition and away from it, the latest first", columns, rows)]


def _step(entry: Entry, file: File, material: Material) -> bool:
    """Whether an act is a step by its kind, or one that changes how parties stand of which the words speak so."""
    if (entry.type, entry.mode) in (_RECOGNISE, _MISSION):
        # of whom the sentence does not even name nothing is a step
        named = not material.doubts(entry) or any(map(material.prudence.names, entry.events))
        return named and entry.status not in ("planned", "proposed")
    return entry.type in _TURNS and file.spoken(material.prudence.sentences(speaking(entry)))


def _when(entry: Entry, material: Material) -> str:
    """The day of an act, or that of the page that tells of it."""
    return entry.date or _page(entry, material) or ""


def _page(entry: Entry, material: Material) -> str | None:
    document = speaking(entry).document
    return published(document, document.id in material.hushed)


def _row(entry: Entry, of: Words, material: Material) -> tuple[Line, ...]:
    event, kind = speaking(entry), (entry.type, entry.mode)
    doubted = material.doubts(entry)
    quoted = of.whole or capital(labels.label("act", f"{entry.type}/{entry.mode}"))
    open_ = ["read less surely"] if doubted else []
    open_ += ["told by one side alone"] if len(accounts(event) & event.parties()) == 1 else []
    return (
        (listed([labels.narrow(party) for party in sorted(entry.outside)]),),
        (capital(dated(material, entry)),),
        (quoted,),
        ("yes" if kind == _RECOGNISE and entry.status in ENGAGING and not doubted else "",),
        (", ".join(open_),),
        (Rows("", (entry.id,)),),
    )


def _recognition(material: Material) -> list[Inline]:
    acts = [e for e in material.acts if not e.silent and e.outside and AUTHORITY in e.home and not material.doubts(e)]
    kinds = (
        ("Recognition is plainly told of ", [e for e in acts if (e.type, e.mode) == _RECOGNISE and e.status in ENGAGING]),
        (
            "A step on embassies or credentials is plainly told of ",
            [e for e in acts if (e.type, e.mode) == _MISSION and e.status in ENGAGING],
        ),
        (
            "It is plainly told to have been denied, or not at issue, by ",
            [e for e in acts if (e.type, e.mode) == _RECOGNISE and e.status in _UNDONE],
        ),
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
