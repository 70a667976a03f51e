"""What changed against the period before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.accounts.files import files
from verbale.brief.accounts.leading import steps
from verbale.brief.accounts.short import dated, doers
from verbale.brief.accounts.undone import undone
from verbale.brief.comparing import Comparison, Named, compared, named, paired
from verbale.brief.material import Material
from verbale.brief.notes import INLINE
from verbale.brief.page import Inline, Line, Rows
from verbale.brief.period import Period
from verbale.brief.quoting import Place, words
from verbale.brief.screen.deeds import deed, headings
from verbale.brief.screen.sides import called, figure
from verbale.brief.telling import speaking
from verbale.brief.veil import Veil
from verbale.catalogue import labels
from verbale.model import ENGAGING
from verbale.pictures.counting import SIDES, ids, side_of
from verbale.pictures.words import capital, count, listed, number
from verbale.record.dates import ordinals

_NAMED = 4
"""Pairs of parties that are named before it says how many more there are."""
_REFUSED = "refused, withheld or called off"
_STEPS = {
    "SUPPORT/recognise": "recognition",
    "COOPERATE/mission": "embassies, credentials and missions",
    "SANCTION/sanction": "penalties and lowered ties",
    "CONCEDE/ease": "restrictions eased",
    "AGREE/agree": "agreements",
    "REJECT/refuse": _REFUSED,
}
"""Acts that change how parties stand to each other, in words; beside them occasions that were refused or called off."""
_TOLD = 5
"""Steps of one kind that are told."""
_UNSAID = "refused"
"""What is said of a refusal of which neither its words nor its kind say what it was."""


_UNDONE = frozenset({"denied", "refused", "cancelled"})


class _Step(msgspec.Struct, frozen=True):
    """An act, the heading under which it is told, and what was done."""

    heading: str
    done: str
    entry: Entry


def changed(material: Material, veil: Veil) -> Line:
    """The steps of a period and the engagements with each side now and before; of all time, the latest twelve months."""
    if material.period is not None:
        return _compared(material, veil, "This period has ")
    late = material.late
    if late is None or late.period is None:
        return ("Nothing that is told has a date, so that nothing can be called new.",)
    every = (*material.acts, *material.possible)
    undated = [each for each in every if not each.date and late.period.touches(speaking(each).document.published)]
    return (*_steps(late, material, veil, undated), *_first(material, late))


def _first(material: Material, late: Material) -> list[Inline]:
    """Who was in contact in the latest months: whether for the first time that was read, or before too, surely told or not."""
    known = [each for each in (*material.plain, *material.possible) if late.period and _earlier(each, late.period)]
    before = {(outside, side_of(kind)) for each in known for outside in each.outside for kind in each.home}
    pairs = paired(late.ties)
    parts: list[Inline] = []
    for lead, found in (
        ("In contact then and, as far as was read, never before", [pair for pair in pairs if pair not in before]),
        ("In contact then as before", [pair for pair in pairs if pair in before]),
    ):
        if found:
            parts += _listed(lead, named({pair: pairs[pair] for pair in found}, material))
    return parts


def _earlier(each: Entry, at: Period) -> bool:
    """Whether an act lies before a period; of what has no date, whether its page does."""
    last = each.last if each.last is not None else (ordinals(speaking(each).document.published) or (None, at.first))[1]
    return last is not None and last < at.first


def _compared(material: Material, veil: Veil, lead: str) -> Line:
    found = compared(material)
    if not found.read_before and material.period is not None:
        none = f"Nothing that was read is of the period before ({material.period.before.words}), so nothing can be compared. "
        return (*_steps(material, material, veil), none)
    return (*_steps(material, material, veil), *_counts(material, found, lead), *_pairs(found))


def _steps(material: Material, whole: Material, veil: Veil, undated: Sequence[Entry] = ()) -> list[Inline]:
    """The latest acts that change how parties stand, by kind, each with its note; ``undated`` are those that only their pages date.

    Those that are read less surely are among them where the tables of the brief, of the ``whole`` material, have them too.
    """
    if material.period is None:
        return []
    tabled = {each.id: _STEPS.get(f"{each.type}/{each.mode}", _REFUSED) for file in files() for each in steps(file, whole)}
    rows = undone(whole, veil)
    tabled |= {each.id: _REFUSED for entries, _, _ in rows.values() for each in entries}
    said = {place: what for place, (_, what, _) in rows.items()}
    given = (each for each in (*reversed(material.acts), *reversed(material.possible), *undated) if each.outside)
    # a refusal and the occasion that was refused are read in one sentence
    found = {
        (each.documents[0], each.events[0].evidence[0].start): _step(each, kind, whole, veil, said)
        for each in given
        if (kind := _kind(each, material, tabled)) and whole.tells(each)
    }
    if not found:
        return [f"No step that changes how parties stand is plainly told {_months(material.period)}. "]
    kinds: dict[str, list[_Step]] = {}
    for step in found.values():
        kinds.setdefault(step.heading, []).append(step)
    parts: list[Inline] = [f"Steps told {_months(material.period)}, in the words of their pages below. "]
    for kind in (kind for kind in dict.fromkeys((*_STEPS.values(), *headings())) if kind in kinds):
        parts += [f"{capital(kind)}: ", *_dated(kinds[kind], whole), ". "]
    return [part for part in parts if part]


def _step(entry: Entry, kind: str, material: Material, veil: Veil, said: Mapping[Place, str]) -> _Step:
    """An act under its heading, with what was done by its words; of what was not done, as the table of the brief says it."""
    if kind != _REFUSED and entry.status not in ENGAGING:
        # what was not done, or not yet, has no deed: its kind and what became of it say all
        return _Step(_REFUSED if entry.status in _UNDONE else kind, f"({kind}: {labels.label('status', entry.status)})", entry)
    of = words(material, veil, entry)
    what = deed(entry, of.alone.words)
    if kind == _REFUSED:
        named = what.said if what is not None and what.words else said.get(of.place, _UNSAID)
        return _Step(kind, named, entry)
    return _Step((what.group if what else "") or kind, what.said if what else kind, entry)


def _dated(found: list[_Step], material: Material) -> list[Inline]:
    """Who did what and when, the latest first."""
    latest = sorted(found, key=lambda step: step.entry.date or speaking(step.entry).document.published or "", reverse=True)
    parts: list[Inline] = []
    for n, step in enumerate(latest[:_TOLD]):
        each = step.entry
        less = " (read less surely)" if material.doubts(each) else ""
        parts += ["; " if n else "", f"{doers(material, each)} {step.done}, {dated(material, each)}{less}", Rows("", (each.id,))]
    rest = latest[_TOLD:]
    if rest:
        parts += ["; and ", Rows(count(len(rest), "further act"), ids(step.entry for step in rest))]
    return parts


def _months(period: Period) -> str:
    """A period in words, of whole months by their names."""
    return period.months or period.words


def _kind(each: Entry, material: Material, tabled: Mapping[str, str]) -> str | None:
    """Which kind of step an act is: one that a table has, or that is surely read."""
    if each.id in tabled or material.doubts(each):
        return tabled.get(each.id)
    refused = each.type == "CONSULT" and each.status in ("refused", "cancelled")
    return _REFUSED if refused else _STEPS.get(f"{each.type}/{each.mode}")


def _counts(material: Material, found: Comparison, lead: str) -> list[Inline]:
    parts: list[Inline] = []
    for n, side in enumerate(SIDES):
        now, then = found.now[side], found.then[side]
        parts += ["; " if n else lead, figure(now), f" with {called(material, side)}, after "]
        parts += [Rows(number(len(then)), ids(then)) if then else "none"]
        parts += [f" in the period before, {_months(material.period.before)}"] if material.period and not n else []
    return [*(part for part in parts if part), ". "]


def _pairs(found: Comparison) -> list[Inline]:
    parts: list[Inline] = []
    for lead, pairs in (("In contact now and not before", found.come), ("In contact before and not now", found.gone)):
        parts += _listed(lead, pairs) if pairs else []
    return parts or ["The same parties were in contact. "]


def _listed(lead: str, pairs: Named) -> list[Inline]:
    behind = ids(each for entries in pairs.values() for each in entries)
    shown = [f"{outside} with {home}" for outside, home in list(pairs)[:_NAMED]]
    more = [count(len(pairs) - _NAMED, "further pair")] if len(pairs) > _NAMED else []
    notes: list[Inline] = [Rows("", behind)] if len(behind) <= INLINE else [" (", Rows(count(len(behind), "contact"), behind), ")"]
    return [f"{lead}: {listed([*shown, *more])}", *notes, ". "]
