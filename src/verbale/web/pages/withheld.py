"""What a published site leaves out, and why; and its tables."""

from __future__ import annotations

from verbale.web.page import Asked, Page
from verbale.web.publishing.tiers import TIERS
from verbale.web.site import Site


def withheld(site: Site, _asked: Asked) -> Page:
    """The statement of a release."""
    return Page(name="withheld", title="What is withheld", told={"withheld": site.withheld, "tiers": TIERS})
