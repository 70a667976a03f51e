"""The site as it stands: taken anew when the record has changed, and never twice at once."""

from __future__ import annotations

import threading
import time

import msgspec

from verbale.record import Record
from verbale.web.readying import ready
from verbale.web.site import Site, Snapshot, snapshot, stamp

PATIENCE = 1.5
"""Seconds of work of a new snapshot for which a page waits; where it takes more, the last is shown until the new one is there."""


class Holder:
    """Gives the site of the record, and says where it is not the latest."""

    def __init__(self, record: Record, site: Site) -> None:
        """Take the record and a site of it."""
        self._record = record
        self._site = site
        self._took = 0.0
        self._lock = threading.Lock()

    def __call__(self) -> tuple[Site, str]:
        """The site, and a notice where the record has changed since."""
        now = stamp(self._record)
        if now == self._site.snapshot.stamp:
            return self._site, ""
        if self._took < PATIENCE:
            with self._lock:
                if now != self._site.snapshot.stamp:
                    self._take()
            return self._site, ""
        if self._lock.acquire(blocking=False):
            threading.Thread(target=self._apart, daemon=True).start()
        return self._site, "The record has changed; the lists are being made anew. Load this page again in a while."

    def _apart(self) -> None:
        try:
            self._take()
        finally:
            self._lock.release()

    def _take(self) -> None:
        began = time.thread_time()  # a busy machine is no large record
        self._site = renewed(self._site, snapshot(self._record, self._site.case))
        self._took = time.thread_time() - began


def renewed(site: Site, taken: Snapshot) -> Site:
    """The same site of another snapshot."""
    return ready(msgspec.structs.replace(site, snapshot=taken))
