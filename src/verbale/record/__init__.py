"""The record: a store of documents, of what was coded in them, and of every run; with search and exports."""

from __future__ import annotations

from verbale.record.check import check
from verbale.record.choosing import Filters
from verbale.record.ledger import Run
from verbale.record.search import Hit, search
from verbale.record.store import Record, open_record

__all__ = ["Filters", "Hit", "Record", "Run", "check", "open_record", "search"]
