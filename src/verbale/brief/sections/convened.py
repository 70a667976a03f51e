"""Who brought whom together: the hosts and mediators of contact, and who met there."""

from __future__ import annotations

from verbale.analysis.voices.asks import called
from verbale.analysis.voices.network import brought, convened
from verbale.analysis.voices.telling import CONVENED, together
from verbale.brief.material import Material
from verbale.brief.page import Rows, Section, Table
from verbale.pictures.counting import ids

_LISTED = 15


def convening(material: Material) -> Section | None:
    """Conveners, those of most occasions first; nothing where none is told."""
    # of what names one party alone nothing tells whom it was brought together with
    found = {who: of for who, of in convened(material.acts).items() if len(brought(who, of)) > 1}
    if not found:
        return None
    order = sorted(found, key=lambda who: (-len(found[who]), called(who)))
    rows = tuple(
        ((called(who),), (together(brought(who, found[who])),), (str(len(found[who])),), (Rows("", ids(found[who])),))
        for who in order[:_LISTED]
    )
    table = Table(CONVENED, ("Convener", "Whom it brought together", "Contacts", "Notes"), rows, (2,))
    return Section("convened", "Who brought whom together", (table,))
