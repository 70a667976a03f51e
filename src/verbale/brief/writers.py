"""Writing a brief out: one function a format, all from the same contents.

A new format is a module with a function from a brief to bytes, and a line in ``_WRITERS``.
"""

from __future__ import annotations

from collections.abc import Callable

from verbale.brief.docx import docx
from verbale.brief.html import html
from verbale.brief.markdown import markdown
from verbale.brief.page import Brief
from verbale.brief.pdf import pdf

TEXTS = frozenset({"md", "html"})
"""The formats that are text, and may go to a terminal."""

_WRITERS: dict[str, Callable[[Brief], bytes]] = {
    "md": lambda brief: markdown(brief).encode(),
    "html": lambda brief: html(brief).encode(),
    "pdf": pdf,
    "docx": docx,
}
FORMS = tuple(_WRITERS)
"""The formats, by the endings of their files."""


def write(brief: Brief, form: str) -> bytes:
    """``brief`` as a file: Markdown, an HTML page that needs no other file, PDF or a Word document; the same bytes every time.

    Raises:
        UsageError: What writes the format is not installed.
    """
    return _WRITERS[form](brief)
