"""The brief as PDF, set by Typst: tagged, with links, without a network; the same bytes every time."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import msgspec

from verbale.brief.columns import shares
from verbale.brief.page import Answers, Block, Brief, Drawn, Inline, Items, Line, Link, Paragraph, Quote, Rows, Table
from verbale.brief.referring import References
from verbale.errors import UsageError
from verbale.pictures import Picture, svg


def pdf(brief: Brief) -> bytes:
    """``brief`` as a PDF file.

    Raises:
        UsageError: Typst is not installed.
    """
    try:
        import typst
    except ModuleNotFoundError as error:
        raise UsageError("a PDF needs the package typst", 'install it with: pip install "verbale[pdf]"') from error
    template = resources.files("verbale.brief").joinpath("templates/brief.typ").read_bytes()
    # the contents go in as data: no text of a document is ever read as markup
    made: bytes = typst.compile(template, sys_inputs={"brief": json.dumps(_contents(brief), ensure_ascii=False)}, timestamp=0)
    return made


def _contents(brief: Brief) -> _Data:
    data = _Contents(brief)
    sections = [{"title": each.title, "blocks": [data.block(one) for one in each.blocks]} for each in brief.sections]
    return {**msgspec.to_builtins(brief, enc_hook=str)} | {"sections": sections}


_Data = dict[str, Any]


class _Contents:
    """Turns blocks into what the template reads, knowing the numbers of the notes."""

    def __init__(self, brief: Brief) -> None:
        self._references = References(brief)

    def block(self, block: Block) -> _Data:
        match block:
            case Paragraph(line):
                return {"kind": "paragraph", "line": self._line(line)}
            case Items(lines):
                return {"kind": "items", "lines": [self._line(each) for each in lines]}
            case Answers(pairs):
                return {"kind": "answers", "pairs": [(words, self._line(line)) for words, line in pairs]}
            case Table():
                return self._table(block)
            case Drawn():
                return self._drawn(block.picture)

    def _drawn(self, picture: Picture) -> _Data:
        rule = f"Counted in {picture.unit}. {picture.counting_rule}"
        return {"kind": "drawn", "title": picture.title, "finding": picture.finding, "rule": rule, "svg": svg(picture)}

    def _table(self, table: Table) -> _Data:
        rows = [[self._line(cell) for cell in row] for row in table.rows]
        data = {"caption": table.caption, "columns": table.columns, "rows": rows, "numeric": table.numeric}
        return {"kind": "table", "widths": shares(table), **data}

    def _line(self, line: Line) -> list[_Data]:
        return [self._part(part) for part in line]

    def _part(self, part: Inline) -> _Data:
        match part:
            case Rows():
                name, notes = self._references.of(part)
                return {"kind": "rows", "words": part.words or name or "", "list": name, "notes": notes}
            case Quote():
                return {"kind": "quote", "words": part.words}
            case Link():
                return {"kind": "link", "words": part.words, "url": part.url}
            case _:
                return {"kind": "text", "words": part}
