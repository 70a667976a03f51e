"""``verbale dossier``: one actor on a page, before a meeting."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.console import RecordOption, opened
from verbale.cli.paging import FormatOption, OutOption, SinceOption, form_of, gathered, put_page
from verbale.cli.working import CaseOption, home_of, in_force


def dossier(
    who: Annotated[str, typer.Argument(help="A party's code or name, or a person's name or id.", metavar="ACTOR")],
    since: SinceOption = None,
    record: RecordOption = None,
    case: CaseOption = None,
    form: FormatOption = None,
    out: OutOption = None,
) -> None:
    """Write what the record has on one actor: a page before a meeting.

    Example: verbale dossier Muttaqi --out muttaqi.html

    Offices by date, the last contacts with the authority and with others, what was asked by whom, titles used, who was in the room,
    what is announced, how sure that is, and what is withheld. A class of people outside office (women, civil society) has one,
    without names; of a person outside office none is made. PDF needs pip install "verbale[pdf]".
    """
    from verbale.brief.dossier import dossier as made
    from verbale.brief.dossier import subject

    chosen = form_of(form, out, "dossier")
    settings = in_force(case)
    with opened(record) as store:
        about = subject(store, who, settings.case, home_of(settings.case))
        given = gathered(store, settings, since)
    put_page(made(given, about), chosen, out)
