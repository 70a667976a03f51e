"""The balance of contact: the authority against everyone else, by class, by place, and by what may be hidden."""

from __future__ import annotations

from verbale.analysis.balance.telling import answer
from verbale.analysis.balance.weighing import Balance, balance

__all__ = ["Balance", "answer", "balance"]
