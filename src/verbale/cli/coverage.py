"""``verbale coverage``: what was read, and what was not."""

from __future__ import annotations

from verbale.cli.answering import Asked, asking


@asking()
def coverage(asked: Asked) -> None:
    """Show what was read, and what was not.

    Example: verbale coverage

    Documents by publisher, language and week, weeks without any, what was not coded, and how much is known from one publisher only.
    """
    from verbale.analysis.coverage import answer

    with asked.minutes() as given:
        asked.show([answer(given)], given)
