"""``verbale balance``: whom parties from outside meet."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.answering import FrameOption, PictureOption, RowsOption, RuleOption, ScorecardOption, asked, draw, show
from verbale.cli.console import JsonOption, RecordOption
from verbale.cli.working import CaseOption


def balance(
    of: Annotated[
        str, typer.Option(help="Parties or groups, a row each; NATO+ adds its members. Every party, where left out.")
    ] = "",
    within: Annotated[str, typer.Option(help="The time: 2022-10..2022-11. All of it, where left out.")] = "",
    rule: RuleOption = "",
    frame: FrameOption = None,
    scorecard: ScorecardOption = None,
    rows: RowsOption = False,
    picture: PictureOption = None,
    record: RecordOption = None,
    case: CaseOption = None,
    json: JsonOption = False,
) -> None:
    """Weigh contact with the authority against contact with everyone else.

    Example: verbale balance --of USA,EU,UN

    By party, class and place; who has not met women or civil society for 90 days; which bodies were first met when. With a sampling
    frame it shows shares with intervals, and how much more likely the authority's meetings would have to be known to turn them.
    """
    from verbale.analysis.balance import answer
    from verbale.analysis.balance import balance as weighed
    from verbale.analysis.entries import rule as counting
    from verbale.analysis.sampling import span

    wanted = tuple(part.strip() for part in of.split(",") if part.strip())
    with asked(record, case, frame, scorecard) as given:
        found = weighed(given, wanted, counting(rule), span(within) if within else None)
        told = answer(found, given)
        show([told], given, json=json, rows=rows)
    if picture:
        from verbale.pictures import answers as pictures

        draw(pictures.balance(found, told), picture)
