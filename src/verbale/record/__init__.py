"""The record: a store of documents, of what was coded in them, of every run and every decision; with search and exports."""

from __future__ import annotations

from verbale.record.asking import Grouped, Stale
from verbale.record.check import check
from verbale.record.choosing import Filters
from verbale.record.decision import Coding, Decision, Judged, Office, live
from verbale.record.grouping import Groups
from verbale.record.kept import Kept
from verbale.record.ledger import Head
from verbale.record.minting import Minted
from verbale.record.overview import Source
from verbale.record.runs import Run
from verbale.record.search import Hit, matching, numbered, search
from verbale.record.store import OvertakenError, Record, open_record

__all__ = [
    "Coding", "Decision", "Filters", "Grouped", "Groups", "Head", "Hit", "Judged", "Kept", "Minted", "Office", "OvertakenError",
    "Record", "Run", "Source", "Stale", "check", "live", "matching", "numbered", "open_record", "search",
]  # fmt: skip
