"""``verbale pressure``: tools, instruments and needs."""

from __future__ import annotations

from verbale.cli.answering import Asked, asking, draw


@asking("rows", "picture")
def pressure(asked: Asked) -> None:
    """Show which tools were used and what followed, which instruments were cited, and which needs were told.

    Example: verbale pressure

    A tool is mooted, threatened, decided, imposed, eased, lapsed or rejected. Instruments come with who cited them and what was
    wrong with it; needs with cause, population and who raised them.
    """
    from verbale.analysis.pressure import answer

    with asked.minutes() as given:
        told = answer(given)
        asked.show([told], given)
    if asked.picture:
        from verbale.pictures import answers as pictures

        draw(pictures.pressure(told), asked.picture)
