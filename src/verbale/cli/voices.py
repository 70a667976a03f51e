"""``verbale voices``: what was asked, and who heard it."""

from __future__ import annotations

from verbale.cli.answering import Asked, asking, draw


@asking("rows", "picture")
def voices(asked: Asked) -> None:
    """Show what each class asked, who heard it, and who repeated it.

    Example: verbale voices

    Also how alike the asks of two speakers are, how each names the authority over the years, and who brought whom together first.
    """
    from verbale.analysis.voices import answer

    with asked.minutes() as given:
        told = answer(given)
        asked.show([told], given)
    if asked.picture:
        from verbale.pictures import answers as pictures

        draw(pictures.voices(told), asked.picture)
