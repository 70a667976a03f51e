"""What a terminal shows of readings, explanations and briefs: words, with colour only on top of them."""

from __future__ import annotations

from verbale.terminal.explained import explained
from verbale.terminal.page import page
from verbale.terminal.reading import reading

__all__ = ["explained", "page", "reading"]
