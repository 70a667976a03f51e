"""Which pages of a web archive are taken apart at all: those in a language that is coded which name somebody whom we know.

It asks what the coder asks first, so that no page is lost that would have been coded.
"""

from __future__ import annotations

_FIRST = 5_000


class Gate:
    """The question, and how often it was asked and answered with yes."""

    def __init__(self, case: str) -> None:
        """Take the case whose names count."""
        self._case = case
        self.asked = self.passed = 0

    def __call__(self, text: str) -> bool:
        """Whether a page with that plain text is wanted."""
        # only here, as the coder brings the parser with it, which a run without archives need not load in this process
        from verbale.coding.coder import gate
        from verbale.coding.scan import scan
        from verbale.sources.document import language_of

        self.asked += 1
        # names first: most pages have none, and to tell a language takes as long
        wanted = gate(scan(text, self._case)) and language_of(text[:_FIRST]) in (None, "en")
        self.passed += wanted
        return wanted
