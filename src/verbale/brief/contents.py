"""Which sections a brief has, in which order."""

from __future__ import annotations

from collections.abc import Callable

from verbale.brief.accounts import accounts
from verbale.brief.accounts.compose import tabled
from verbale.brief.material import Material
from verbale.brief.page import Section
from verbale.brief.quoting import Place
from verbale.brief.screen import screen
from verbale.brief.sections.accounts import accounts as both
from verbale.brief.sections.asks import asked
from verbale.brief.sections.change import change
from verbale.brief.sections.convened import convening
from verbale.brief.sections.coverage import coverage
from verbale.brief.sections.drawings import drawings
from verbale.brief.sections.engagement import engagement
from verbale.brief.sections.instruments import instruments
from verbale.brief.sections.limits import limits
from verbale.brief.sections.naming import naming
from verbale.brief.sections.needs import needs
from verbale.brief.sections.said import said
from verbale.brief.veil import Veil

QUOTING: tuple[Callable[[Material, Veil, set[Place]], Section | None], ...] = (both, said, needs)
"""Sections that quote whole sentences, and so have to know which may be shown, and which are printed already."""
SECTIONS: tuple[Callable[[Material], Section | None], ...] = (
    engagement,
    change,
    asked,
    convening,
    drawings,
    instruments,
    naming,
    coverage,
)


def sections(material: Material, veil: Veil) -> tuple[Section, ...]:
    """The first screen, then every section that has something to say; what could not be told comes last and always."""
    # each sentence is printed once: in a table, beside the other side's, or the other figures, rather than in a file
    printed = tabled(material, veil)
    figures, sides = needs(material, veil, printed), both(material, veil, printed)
    files = accounts(material, veil, printed)
    made = (sides, said(material, veil, printed), figures, *(section(material) for section in SECTIONS))
    return (screen(material, veil), *files, *(each for each in made if each is not None), limits(material))
