"""The runs that filled the record, and one of them with everything that it took in."""

from __future__ import annotations

from verbale.errors import UsageError
from verbale.web.page import Asked, MissingError, Page
from verbale.web.site import Site


def runs(site: Site, _asked: Asked) -> Page:
    """Every run, the latest first."""
    return Page(name="runs", title="Runs", told={"runs": site.record.runs() if site.record else ()})


def run(site: Site, asked: Asked) -> Page:
    """One run.

    Raises:
        MissingError: There is none of that id.
    """
    try:
        if site.record is None:
            raise MissingError("runs are not published")
        found = site.record.run(asked["id"])
    except UsageError:
        raise MissingError(f"there is no run {asked['id']}") from None
    return Page(
        name="run",
        title=f"Run of {found.started[:19].replace('T', ' ')}",
        told={"run": found, "aside": site.record.set_asides(found.id)},
    )
