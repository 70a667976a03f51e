"""The accounts: of every file that a desk keeps, who did what with whom, what was said and answered, in a few sentences."""

from __future__ import annotations

from verbale.brief.accounts.compose import accounts

__all__ = ["accounts"]
