"""``verbale approach``: what kind of engagement each party practises."""

from __future__ import annotations

from verbale.cli.answering import Asked, asking


@asking("rows")
def approach(asked: Asked) -> None:
    """Show what kind of engagement each party practises, by quarter.

    Example: verbale approach

    Ten approaches from no contact (A0) to support of another authority (A9), as probabilities. Without a sampling frame: counts.
    """
    from verbale.analysis.approach import answer

    with asked.minutes() as given:
        asked.show([answer(given)], given)
