"""What most pages need of a record, made before anybody asks: nobody is to wait for it, least of all everybody at once."""

from __future__ import annotations

from verbale.web.changes import bounds
from verbale.web.pages.answers import minutes_of
from verbale.web.site import Site


def ready(site: Site) -> Site:
    """The site, with what is made once of its snapshot."""
    snap = site.snapshot
    _ = snap.contacts, snap.places, snap.documents, snap.by_event, snap.parts
    if site.record:
        _ = site.finder
        bounds(minutes_of(site))
    return site
