"""The brief as one HTML page that needs nothing else: styles and pictures inside, no script, no request."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from verbale.brief.page import Brief, Drawn, Inline, Line, Link, Quote, Rows, kind
from verbale.brief.referring import References
from verbale.pictures import svg
from verbale.pictures.style import WIDTH
from verbale.pictures.templates import templates

_WIDTH = re.compile(r'viewBox="0 0 ([\d.]+)')
_LARGER = 1.5
"""How many times larger than it is drawn a picture may be shown."""


def html(brief: Brief) -> str:
    """``brief`` as a whole page."""
    template = templates("verbale.brief").get_template("brief.html.j2")
    writer = _Writer(brief)
    return template.render(brief=brief, line=writer.line, svg=_svg, link=_link, kind=kind) + "\n"


class _Writer:
    """Writes lines, knowing the numbers of the notes."""

    def __init__(self, brief: Brief) -> None:
        self._references = References(brief)

    def line(self, line: Line) -> Markup:
        return Markup("").join(self._inline(part) for part in line)

    def _inline(self, part: Inline) -> Markup:
        match part:
            case Rows():
                return self._rows(part)
            case Quote():
                return Markup('<q lang="{}" dir="auto">{}</q>').format(part.language, part.words)
            case Link():
                return _link(part)
            case _:
                return escape(part)

    def _rows(self, rows: Rows) -> Markup:
        name, notes = self._references.of(rows)
        if name:
            words = rows.words or f"{len(notes)} notes"
            return Markup('<a class="rows" href="#{}" title="the acts behind this figure">{}</a>').format(name, words)
        refs = Markup(" ").join(Markup('<a class="note" href="#n{0}" aria-label="note {0}">{0}</a>').format(n) for n in notes)
        return escape(rows.words) + (Markup("<sup>{}</sup>").format(refs) if notes else Markup(""))


def _link(link: Link) -> Markup:
    if not link.url:
        return Markup("<cite>{}</cite>").format(link.words)
    return Markup('<cite><a href="{}" rel="noopener noreferrer">{}</a></cite>').format(link.url, link.words)


def _svg(block: Drawn) -> Markup:
    """The drawing, no larger than its letters bear: a small one would be blown up to the page's width."""
    drawn = svg(block.picture)
    found = _WIDTH.search(drawn)
    width = _LARGER * float(found[1]) if found else _LARGER * WIDTH
    # our own drawing; Vega escapes the texts in it
    return Markup('<div class="drawing" style="max-inline-size: {}px">{}</div>').format(round(width), Markup(drawn))  # noqa: S704
