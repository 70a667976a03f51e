"""The written brief, and the dossier: from readings to a page that an analyst can use, in Markdown, HTML, PDF or Word."""

from __future__ import annotations

from verbale.brief.compose import compose
from verbale.brief.material import Material, material
from verbale.brief.writers import write

__all__ = ["Material", "compose", "material", "write"]
