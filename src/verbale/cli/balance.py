"""``verbale balance``: whom parties from outside meet."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.answering import Asked, asking, draw


@asking("rule", "scorecard", "rows", "picture")
def balance(
    asked: Asked,
    of: Annotated[
        str, typer.Option(help="Parties or groups, a row each; NATO+ adds its members. Every party, where left out.")
    ] = "",
    within: Annotated[str, typer.Option(help="The time: 2022-10..2022-11. All of it, where left out.")] = "",
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
    with asked.minutes() as given:
        found = weighed(given, wanted, counting(asked.rule), span(within) if within else None)
        told = answer(found, given)
        asked.show([told], given)
    if asked.picture:
        from verbale.pictures import answers as pictures

        draw(pictures.balance(found, told), asked.picture)
