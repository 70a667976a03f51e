"""The dossier: one actor on a page, before a meeting."""

from __future__ import annotations

from verbale.brief.dossier.compose import dossier
from verbale.brief.dossier.subject import Subject, subject

__all__ = ["Subject", "dossier", "subject"]
