"""Case packs: which there are, a new one to begin with, and what is wrong with one.

A pack is a folder of facts, each with its source, and no code. What its tables hold is told by ``cases/template``.
"""

from __future__ import annotations

from verbale.packs.faults import Fault, faults
from verbale.packs.listing import Pack, pack, packs
from verbale.packs.scaffold import scaffold

__all__ = ["Fault", "Pack", "faults", "pack", "packs", "scaffold"]
