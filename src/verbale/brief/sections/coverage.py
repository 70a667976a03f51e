"""What was read and what was not: by publisher, date and language, with what was not coded and what was set aside."""

from __future__ import annotations

from collections import Counter

from verbale.brief.material import Material
from verbale.brief.page import Block, Inline, Items, Line, Rows, Section, Table, text
from verbale.catalogue import labels
from verbale.model import Coded
from verbale.pictures.counting import ids
from verbale.pictures.words import capital, count, listed, number, span

_LISTED = 6


def coverage(material: Material) -> Section:
    """Documents by publisher, dates, languages; documents that tell of no act; inputs set aside; pairs known from one publisher."""
    blocks: list[Block] = [text(*_dates(material), *_languages(material), *_single(material)), _publishers(material)]
    blocks += _not_coded(material) + _set_aside(material)
    return Section("coverage", "What was read", tuple(blocks))


def _dates(material: Material) -> list[Inline]:
    publishers = len({d.publisher for d in material.documents if d.publisher})
    by = f" from {count(publishers, 'publisher')}, as the pages name them" if publishers else ""
    read = f"{'For this period the' if material.period else 'The'} program read {count(len(material.documents), 'document')}{by}. "
    dates = material.dates
    if not dates:
        return [read, "No document carries a date of publication."]
    missing = len(material.documents) - len(dates)
    without = f"; {count(missing, 'document')} {'has' if missing == 1 else 'have'} no date" if missing else ""
    return (
        [read, f"Dates of publication run {span(dates[0], dates[-1])}{without}."]
        if dates[0] != dates[-1]
        else [read, f"All are {span(dates[0], dates[0])}{without}."]
    )


def _languages(material: Material) -> list[Inline]:
    tally = Counter(d.language or "" for d in material.documents)
    named = [
        f"{labels.label('language', code) if code else 'language not told'} ({count(n, 'document')})"
        for code, n in tally.most_common()
    ]
    return [f" By language: {listed(named)}."]


def _single(material: Material) -> list[Inline]:
    pairs = material.ties
    alone = [tie for tie in pairs if len({name for each in tie.entries for name in each.publishers}) == 1]
    if not pairs:
        return []
    behind = ids(each for tie in alone for each in tie.entries)
    if not alone:
        return [" Of every two that were in contact more than one publisher tells."]
    met = f" Who met whom comes to {count(len(pairs), 'pair')} of an outside party and one of the country; "
    only = f"of {number(len(alone))} of them one publisher alone tells ("
    return [met, only, Rows(count(len(behind), "contact"), behind), ")."]


def _publishers(material: Material) -> Table:
    read = Counter(d.publisher or "publisher unknown" for d in material.documents)
    found: Counter[str] = Counter()
    for each in material.acts:
        found.update({e.document.publisher or "publisher unknown" for e in each.events if e.complete and e.in_case})
    order = sorted(read, key=lambda name: (-read[name], -found[name], name))
    rows: list[tuple[Line, ...]] = [((capital(name),), (str(read[name]),), (str(found[name]),)) for name in order[:_LISTED]]
    rest = order[_LISTED:]
    if rest:
        label = f"{capital(count(len(rest), 'other publisher'))}"
        rows.append(((label,), (str(sum(read[n] for n in rest)),), (str(sum(found[n] for n in rest)),)))
    caption = "Documents read, and acts that they tell of, by publisher"
    return Table(caption, ("Publisher", "Documents", "Acts"), tuple(rows), (1, 2))


def _not_coded(material: Material) -> list[Block]:
    skipped = [r for r in material.read if r.skipped]
    empty = [r for r in material.read if not r.skipped and not r.events]
    blocks: list[Block] = []
    if empty:
        blocks.append(
            text(f"{capital(count(len(empty), 'document'))} {_was(empty)} read and tell of no act: {listed(_titles(empty))}.")
        )
    if skipped:
        reasons = Counter((r.skipped or "").partition(": ")[2] or r.skipped or "" for r in skipped)
        lines = tuple((f"{capital(count(n, 'document'))}: {reason}.",) for reason, n in sorted(reasons.items()))
        blocks += [
            text(f"{capital(count(len(skipped), 'document'))} {_was(skipped)} not coded: {listed(_titles(skipped))}."),
            Items(lines),
        ]
    return blocks


def _was(readings: list[Coded]) -> str:
    return "was" if len(readings) == 1 else "were"


def _titles(readings: list[Coded]) -> list[str]:
    named = sorted(f"“{r.document.title or r.document.key or r.document.id}”" for r in readings)
    return named if len(named) <= _LISTED else [*named[:_LISTED], f"{count(len(named) - _LISTED, 'document')} more"]


def _set_aside(material: Material) -> list[Block]:
    if not material.set_aside:
        return []
    entries = sorted(material.set_aside, key=lambda entry: (entry.path, entry.reason))
    lines = tuple((f"{entry.path}: {entry.message.rstrip('.')}.",) for entry in entries)
    return [
        text(f"{capital(count(len(entries), 'input'))} could not be read and {'was' if len(entries) == 1 else 'were'} set aside:"),
        Items(lines),
    ]
