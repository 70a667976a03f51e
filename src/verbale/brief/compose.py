"""From material to a whole brief: the sections, with every act they rest on numbered and told in a note."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.analysis.entries import Entry
from verbale.analysis.sampling import told as framed
from verbale.brief.contents import sections
from verbale.brief.material import Material
from verbale.brief.notes import noted
from verbale.brief.page import Brief, Section
from verbale.brief.reading import measured
from verbale.brief.veil import Veil
from verbale.pictures.words import capital, count, day, span

MACHINE_READ = "Machine-read, not reviewed. A program read the documents and nobody has checked what it found."
ALL_REVIEWED = "Reviewed. People accepted, corrected or entered every act that is counted here."
HAND_PICKED = (
    "A selection: documents chosen by hand, no sampling frame. "
    "Only counts are given, and they say nothing of how often things happen."
)


def compose(material: Material) -> Brief:
    """The brief of ``material`` with the names of people outside office covered in every text of it."""
    veil = Veil(material.readings, material.case)
    shown = Veil(material.read, material.case) if material.period else veil
    title = f"Who engages whom: {material.about.title}"
    return assembled(title, _subtitle(material), sections(material, shown), material, veil)


def assembled(title: str, subtitle: str, made: tuple[Section, ...], material: Material, veil: Veil) -> Brief:
    """Sections as a whole page: with its warnings, its notes and what stands at its foot, and every name covered."""
    notes, row_sets = noted(made, material, veil)
    return veil.covered(
        Brief(
            title=title,
            subtitle=subtitle,
            warnings=(reviewed(material.acts),) if material.frame else (reviewed(material.acts), HAND_PICKED),
            sections=made,
            row_sets=row_sets,
            notes=notes,
            colophon=_colophon(material),
        )
    )


def reviewed(acts: Iterable[Entry]) -> str:
    """How much of what is counted a person has looked at."""
    checked = [any(e.review and e.review.verdict != "unsure" for e in each.events) for each in acts]
    if not any(checked):
        return MACHINE_READ
    if all(checked):
        return ALL_REVIEWED
    part = f"People reviewed {sum(checked)} of {count(len(checked), 'act')}; nobody has checked the others."
    return f"Machine-read, reviewed in part. {part}"


def _subtitle(material: Material) -> str:
    if material.period:
        return f"Public reporting of what took place {material.period.words}"
    dates = material.dates
    return f"Public reporting {span(dates[0], dates[-1])}" if dates else "Public reporting, undated"


def _colophon(material: Material) -> str:
    coders = sorted({reading.coder for reading in material.readings if reading.coder})
    newest = material.dates[-1] if material.dates else None
    parts = (
        f"Coded by {', '.join(coders)}." if coders else "",
        f"The newest document is {'undated' if newest is None else f'of {day(newest)}'}.",
        measured(material.card),
        f"{capital(framed(material.frame))}." if material.frame else "",
        "Made with Verbale.",
    )
    return " ".join(filter(None, parts))
