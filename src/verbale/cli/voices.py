"""``verbale voices``: what was asked, and who heard it."""

from __future__ import annotations

from verbale.cli.answering import FrameOption, PictureOption, RowsOption, asked, draw, show
from verbale.cli.console import JsonOption, RecordOption
from verbale.cli.working import CaseOption


def voices(
    frame: FrameOption = None,
    rows: RowsOption = False,
    picture: PictureOption = None,
    record: RecordOption = None,
    case: CaseOption = None,
    json: JsonOption = False,
) -> None:
    """Show what each class asked, who heard it, and who repeated it.

    Example: verbale voices

    Also how alike the asks of two speakers are, how each names the authority over the years, and who brought whom together first.
    """
    from verbale.analysis.voices import answer

    with asked(record, case, frame, None) as given:
        told = answer(given)
        show([told], given, json=json, rows=rows)
    if picture:
        from verbale.pictures import answers as pictures

        draw(pictures.voices(told), picture)
