"""How well events meet those that people coded: the measures by which the coder is judged, with how sure each figure is.

They follow the codebook's rules of scoring. ``load_gold`` reads codings, ``by_coder``, ``by_file`` and ``by_person`` give what is
measured, ``evaluate`` measures it, and ``compose`` makes a page of it.
"""

from __future__ import annotations

from verbale.scoring.composing import compose
from verbale.scoring.evaluate import Figure, Scorecard, evaluate
from verbale.scoring.found import Found, by_coder, by_file, by_person
from verbale.scoring.gold import Coding, Gold, load_gold

__all__ = ["Coding", "Figure", "Found", "Gold", "Scorecard", "by_coder", "by_file", "by_person", "compose", "evaluate", "load_gold"]
