"""Writing a site for others: what may leave, with everything else withheld, stated by class and count, and proven absent."""

from __future__ import annotations

from verbale.web.publishing.asked import Wish, takedowns
from verbale.web.publishing.bundle import Published, publish
from verbale.web.publishing.proof import LeakError

__all__ = ["LeakError", "Published", "Wish", "publish", "takedowns"]
