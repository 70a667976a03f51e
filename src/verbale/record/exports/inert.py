"""Making a text unable to start a formula in a spreadsheet (OWASP ASVS 5, 1.2.10)."""

from __future__ import annotations

import re

# blanks, byte-order mark and other characters without width, then what starts a formula
_FORMULA = re.compile(r"(?:[\t\r\0]|[\s\ufeff\u200b-\u200f\u2060]*[=+\-@＝＋－＠\t\r\0])")


def inert(text: str) -> str:
    """The text, with a leading ``'`` where a spreadsheet would take it for a formula."""
    return "'" + text if _FORMULA.match(text) else text
