"""``verbale recognition``: who went how far."""

from __future__ import annotations

from verbale.cli.answering import FrameOption, PictureOption, RowsOption, asked, draw, show
from verbale.cli.console import JsonOption, RecordOption
from verbale.cli.working import CaseOption


def recognition(
    frame: FrameOption = None,
    rows: RowsOption = False,
    picture: PictureOption = None,
    record: RecordOption = None,
    case: CaseOption = None,
    json: JsonOption = False,
) -> None:
    """Show how far each party went towards recognition, and when.

    Example: verbale recognition

    The dated acts on a ladder from refused contact (L0) to a seat in an international organisation (L10). What was said of
    recognition, and by whom, stands apart from what acts weigh in politics. Reports of a recognition that its alleged author does
    not confirm are flagged. With a sampling frame there is a weighted sum, with a band over other weights.
    """
    from verbale.analysis.recognition import answer
    from verbale.analysis.recognition import recognition as found_in

    with asked(record, case, frame, None) as given:
        found = found_in(given)
        told = answer(found, given)
        show([told], given, json=json, rows=rows)
    if picture:
        from verbale.pictures import answers as pictures

        draw(pictures.ladder(found, told), picture)
