"""Watching feeds and sitemaps: what is new is fetched, politely, and enters the record."""

from __future__ import annotations

from verbale.watching.watcher import Watcher

__all__ = ["Watcher"]
