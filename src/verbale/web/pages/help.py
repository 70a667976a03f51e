"""How to read the pages, how to count, which keys there are."""

from __future__ import annotations

from verbale.engagements.counting import CONFERENCES, READINGS, UNITS, VIEWS
from verbale.web.page import Asked, Page
from verbale.web.site import Site


def help_page(_site: Site, _asked: Asked) -> Page:
    """What the words on the pages mean."""
    told = {"rules": {"Units": UNITS, "Conferences": CONFERENCES, "Strictness": VIEWS, "Review": READINGS}}
    return Page(name="help", title="Help", told=told)
