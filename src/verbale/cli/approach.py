"""``verbale approach``: what kind of engagement each party practises."""

from __future__ import annotations

from verbale.cli.answering import FrameOption, RowsOption, asked, show
from verbale.cli.console import JsonOption, RecordOption
from verbale.cli.working import CaseOption


def approach(
    frame: FrameOption = None,
    rows: RowsOption = False,
    record: RecordOption = None,
    case: CaseOption = None,
    json: JsonOption = False,
) -> None:
    """Show what kind of engagement each party practises, by quarter.

    Example: verbale approach

    Ten approaches from no contact (A0) to support of another authority (A9), as probabilities. Without a sampling frame: counts.
    """
    from verbale.analysis.approach import answer

    with asked(record, case, frame, None) as given:
        show([answer(given)], given, json=json, rows=rows)
