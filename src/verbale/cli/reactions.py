"""``verbale reactions``: how the authority reacts when others are met."""

from __future__ import annotations

from verbale.cli.answering import Asked, asking, draw


@asking("rows", "picture")
def reactions(asked: Asked) -> None:
    """Show how the authority reacts when others of the country are met.

    Example: verbale reactions

    Every occasion with its reactions, those without any included. With a sampling frame: criticism after occasions against every
    other placing of them in time, against matched days, before them, and at placebo dates; and what anger tells of effect, which
    stays open below twenty outcomes that people adjudicated.
    """
    from verbale.analysis.reactions import answer
    from verbale.analysis.reactions import reactions as studied

    with asked.minutes() as given:
        found = studied(given)
        told = answer(found, given)
        asked.show([told], given)
    if asked.picture:
        from verbale.pictures import answers as pictures

        draw(pictures.reactions(found, told), asked.picture)
