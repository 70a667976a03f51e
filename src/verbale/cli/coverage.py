"""``verbale coverage``: what was read, and what was not."""

from __future__ import annotations

from verbale.cli.answering import FrameOption, asked, show
from verbale.cli.console import JsonOption, RecordOption
from verbale.cli.working import CaseOption


def coverage(
    frame: FrameOption = None,
    record: RecordOption = None,
    case: CaseOption = None,
    json: JsonOption = False,
) -> None:
    """Show what was read, and what was not.

    Example: verbale coverage

    Documents by publisher, language and week, weeks without any, what was not coded, and how much is known from one publisher only.
    """
    from verbale.analysis.coverage import answer

    with asked(record, case, frame, None) as given:
        show([answer(given)], given, json=json, rows=False)
