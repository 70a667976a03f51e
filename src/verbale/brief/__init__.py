"""The written brief: from readings to one page that an analyst can use, in Markdown or self-contained HTML."""

from __future__ import annotations

from typing import Literal

from verbale.brief.compose import compose
from verbale.brief.html import html
from verbale.brief.markdown import markdown
from verbale.brief.material import Material, material

__all__ = ["Material", "compose", "material", "write_brief"]

_WRITERS = {"md": markdown, "html": html}


def write_brief(given: Material, form: Literal["md", "html"] = "md") -> str:
    """The brief of ``given`` as text: Markdown, or an HTML page that needs no other file.

    The same material gives the same bytes, whatever the order of its readings. Names of people who do not act in an official
    capacity are withheld throughout.

    Raises:
        DataError: The material names a case pack that does not exist.
    """
    return _WRITERS[form](compose(given))
