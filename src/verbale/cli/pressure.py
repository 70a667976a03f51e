"""``verbale pressure``: tools, instruments and needs."""

from __future__ import annotations

from verbale.cli.answering import FrameOption, PictureOption, RowsOption, asked, draw, show
from verbale.cli.console import JsonOption, RecordOption
from verbale.cli.working import CaseOption


def pressure(
    frame: FrameOption = None,
    rows: RowsOption = False,
    picture: PictureOption = None,
    record: RecordOption = None,
    case: CaseOption = None,
    json: JsonOption = False,
) -> None:
    """Show which tools were used and what followed, which instruments were cited, and which needs were told.

    Example: verbale pressure

    A tool is mooted, threatened, decided, imposed, eased, lapsed or rejected. Instruments come with who cited them and what was
    wrong with it; needs with cause, population and who raised them.
    """
    from verbale.analysis.pressure import answer

    with asked(record, case, frame, None) as given:
        told = answer(given)
        show([told], given, json=json, rows=rows)
    if picture:
        from verbale.pictures import answers as pictures

        draw(pictures.pressure(told), picture)
