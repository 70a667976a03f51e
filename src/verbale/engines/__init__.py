"""Where coding runs. Every engine gives the same bytes; this one is processes on the machine at hand."""

from __future__ import annotations

from verbale.engines.gating import Gate
from verbale.engines.local import code_documents

__all__ = ["Gate", "code_documents"]
