"""``verbale recognition``: who went how far."""

from __future__ import annotations

from verbale.cli.answering import Asked, asking, draw


@asking("rows", "picture")
def recognition(asked: Asked) -> None:
    """Show how far each party went towards recognition, and when.

    Example: verbale recognition

    The dated acts on a ladder from refused contact (L0) to a seat in an international organisation (L10). What was said of
    recognition, and by whom, stands apart from what acts weigh in politics. Reports of a recognition that its alleged author does
    not confirm are flagged. With a sampling frame there is a weighted sum, with a band over other weights.
    """
    from verbale.analysis.recognition import answer
    from verbale.analysis.recognition import recognition as found_in

    with asked.minutes() as given:
        found = found_in(given)
        told = answer(found, given)
        asked.show([told], given)
    if asked.picture:
        from verbale.pictures import answers as pictures

        draw(pictures.ladder(found, told), asked.picture)
