"""``verbale reactions``: how the authority reacts when others are met."""

from __future__ import annotations

from verbale.cli.answering import FrameOption, PictureOption, RowsOption, asked, draw, show
from verbale.cli.console import JsonOption, RecordOption
from verbale.cli.working import CaseOption


def reactions(
    frame: FrameOption = None,
    rows: RowsOption = False,
    picture: PictureOption = None,
    record: RecordOption = None,
    case: CaseOption = None,
    json: JsonOption = False,
) -> None:
    """Show how the authority reacts when others of the country are met.

    Example: verbale reactions

    Every occasion with its reactions, those without any included. With a sampling frame: criticism after occasions against every
    other placing of them in time, against matched days, before them, and at placebo dates; and what anger tells of effect, which
    stays open below twenty outcomes that people adjudicated.
    """
    from verbale.analysis.reactions import answer
    from verbale.analysis.reactions import reactions as studied

    with asked(record, case, frame, None) as given:
        found = studied(given)
        told = answer(found, given)
        show([told], given, json=json, rows=rows)
    if picture:
        from verbale.pictures import answers as pictures

        draw(pictures.reactions(found, told), picture)
