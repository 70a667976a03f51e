"""The brief as Markdown with footnotes; a picture stands as its finding and its table."""

from __future__ import annotations

import re

from verbale.brief.page import Brief, Inline, Line, Link, Quote, Rows, kind
from verbale.brief.referring import References
from verbale.pictures.templates import templates

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~^])")
_LIST_START = re.compile(r"^(\s*)(\d+)([.)])(?=\s)|^(\s*)([-+])(?=\s)", re.MULTILINE)


def markdown(brief: Brief) -> str:
    """``brief`` in Markdown (CommonMark with tables and footnotes)."""
    template = templates("verbale.brief").get_template("brief.md.j2")
    writer = _Writer(brief)
    page = template.render(brief=brief, line=writer.line, plain=plain, link=_link, kind=kind)
    return re.sub(r"\n{3,}", "\n\n", page).strip() + "\n"


def plain(text: str) -> str:
    """``text`` so that Markdown shows it as it stands, on one line."""
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _LIST_START.sub(lambda m: f"{m.group(2)}\\{m.group(3)}" if m.group(2) else f"\\{m.group(5)}", line)


class _Writer:
    """Writes lines, knowing the numbers of the notes."""

    def __init__(self, brief: Brief) -> None:
        self._references = References(brief)

    def line(self, line: Line) -> str:
        return "".join(self._inline(part) for part in line)

    def _inline(self, part: Inline) -> str:
        match part:
            case Rows():
                return self._rows(part)
            case Quote():
                return f"“{plain(part.words)}”"
            case Link():
                return _link(part)
            case _:
                return _spaced(part)

    def _rows(self, rows: Rows) -> str:
        name, notes = self._references.of(rows)
        words = _spaced(rows.words)
        return f"[{words or name}](#{name.lower()})" if name else words + "".join(f"[^{n}]" for n in notes)


def _spaced(part: str) -> str:
    # `plain` trims; the blanks between the parts of a sentence are the sentence's.
    lead, trail = part[: len(part) - len(part.lstrip())], part[len(part.rstrip()) :] if part.strip() else ""
    return f"{lead and ' '}{plain(part)}{trail and ' '}"


def _link(link: Link) -> str:
    address = link.url.replace("(", "%28").replace(")", "%29").replace(" ", "%20").replace("<", "%3C").replace(">", "%3E")
    return f"[{plain(link.words)}]({address})" if address else f"*{plain(link.words)}*"
