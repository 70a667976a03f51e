"""The brief as a Word document: headings, tables and links of its own kind, pictures as drawings; the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from verbale.brief.columns import shares
from verbale.brief.page import Answers, Block, Brief, Drawn, Inline, Items, Line, Link, Note, Paragraph, Quote, Rows, Table
from verbale.brief.referring import References
from verbale.pictures import png

if TYPE_CHECKING:
    from docx.document import Document

_SCALE, _CM = 2.0, 2.54 / 96
"""Pixels of a picture for each of the drawing's, and how large one of these is on paper."""
_SIZE = slice(16, 20)
"""Where a PNG says how wide it is."""
_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""What the file says of when it was made: nothing, so that the same brief is the same file."""
_UNFIT = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))
"""Characters that XML cannot hold."""


def docx(brief: Brief) -> bytes:
    """``brief`` as a Word document."""
    from docx import Document as Word  # slow to import, and of no use to the other formats

    page = Word()
    page.core_properties.title = brief.title
    page.core_properties.author = "Verbale"
    page.core_properties.created = page.core_properties.modified = _TIME.replace(tzinfo=None)
    _set(page)
    _Writer(page, brief).write()
    made = io.BytesIO()
    page.save(made)
    return _timeless(made.getvalue())


def _set(page: Document) -> None:
    """A4 with margins that leave a table room, and smaller print in tables."""
    from docx.shared import Cm, Pt

    sheet = page.sections[0]
    sheet.page_width, sheet.page_height = Cm(21), Cm(29.7)
    sheet.left_margin = sheet.right_margin = Cm(2.2)
    page.styles["Light List"].font.size = Pt(9)


class _Writer:
    """Writes blocks at the end of a document, knowing the numbers of the notes."""

    def __init__(self, page: Document, brief: Brief) -> None:
        self._page, self._brief, self._references = page, brief, References(brief)
        self._marks = 0

    def write(self) -> None:
        brief = self._brief
        self._page.add_heading(_fit(brief.title), 0)
        self._page.add_paragraph(_fit(brief.subtitle), style="Subtitle")
        for warning in brief.warnings:
            self._page.add_paragraph(_fit(warning), style="Intense Quote")
        for section in brief.sections:
            self._page.add_heading(_fit(section.title), 1)
            for block in section.blocks:
                self._block(block)
        self._lists()
        self._notes(brief.notes)
        self._page.add_paragraph(_fit(brief.colophon), style="Caption")

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph(line):
                self._line(self._page.add_paragraph(), line)
            case Items(lines):
                for line in lines:
                    self._line(self._page.add_paragraph(style="List Bullet"), line)
            case Answers(pairs):
                for words, line in pairs:
                    paragraph = self._page.add_paragraph()
                    paragraph.add_run(_fit(f"{words}. ")).bold = True
                    self._line(paragraph, line)
            case Table():
                self._table(block)
            case Drawn():
                self._drawn(block)

    def _drawn(self, block: Drawn) -> None:
        from docx.shared import Cm

        self._page.add_heading(_fit(block.picture.title), 2)
        self._page.add_paragraph().add_run(_fit(block.picture.finding)).bold = True
        drawn = png(block.picture, _SCALE)
        width = int.from_bytes(drawn[_SIZE], "big") / _SCALE * _CM
        shape = self._page.add_picture(io.BytesIO(drawn), width=Cm(width))
        shape._inline.docPr.set("descr", _fit(block.picture.finding))
        self._page.add_paragraph(_fit(f"Counted in {block.picture.unit}. {block.picture.counting_rule}"), style="Caption")

    def _table(self, table: Table) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        self._page.add_paragraph(_fit(table.caption), style="Caption").paragraph_format.keep_with_next = True
        grid = self._page.add_table(rows=1, cols=len(table.columns), style="Light List")
        grid.autofit = False
        widths = self._widths(table)
        for cell, words, width in zip(grid.rows[0].cells, table.columns, widths, strict=True):
            cell.text, cell.width = _fit(words), width
        for row in table.rows:
            for n, (cell, line) in enumerate(zip(grid.add_row().cells, row, strict=True)):
                # a reader of the file looks at the cells, not at their column
                cell.width = widths[n]
                self._line(cell.paragraphs[0], line)
                if n in table.numeric:
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _widths(self, table: Table) -> list[int]:
        page, parts = self._page.sections[0], shares(table)
        across = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
        return [across * part // sum(parts) for part in parts]

    def _lists(self) -> None:
        if self._brief.row_sets:
            self._page.add_heading("Acts behind the figures", 1)
        for each in self._brief.row_sets:
            paragraph = self._page.add_paragraph()
            self._mark(paragraph, each.name)
            paragraph.add_run(_fit(f"{each.name}, {each.words}: "))
            self._numbers(paragraph, each.notes)

    def _notes(self, notes: Iterable[Note]) -> None:
        if self._brief.notes:
            self._page.add_heading("Notes: every act, the words that report it, and the page", 1)
        for note in notes:
            paragraph = self._page.add_paragraph()
            self._mark(paragraph, f"n{note.number}")
            paragraph.add_run(_fit(f"{note.number}. {note.act}."))
            for report in note.reports:
                paragraph.add_run(_fit(f" “{report.quote.words}” {report.publisher}, {report.published}: "))
                self._inline(paragraph, report.link)
                paragraph.add_run(".")

    def _line(self, paragraph: Any, line: Line) -> None:
        for part in line:
            self._inline(paragraph, part)

    def _inline(self, paragraph: Any, part: Inline) -> None:
        match part:
            case Rows():
                name, notes = self._references.of(part)
                if name:
                    self._link(paragraph, part.words or name, anchor=name)
                else:
                    paragraph.add_run(_fit(part.words))
                    self._numbers(paragraph, notes, raised=True)
            case Quote():
                paragraph.add_run(_fit(f"“{part.words}”"))
            case Link():
                self._link(paragraph, part.words, url=part.url) if part.url else setattr(
                    paragraph.add_run(_fit(part.words)), "italic", True
                )
            case _:
                paragraph.add_run(_fit(part))

    def _numbers(self, paragraph: Any, notes: Iterable[int], *, raised: bool = False) -> None:
        for n, note in enumerate(notes):
            if n:
                paragraph.add_run(" ").font.superscript = raised
            self._link(paragraph, str(note), anchor=f"n{note}", raised=raised)

    def _link(self, paragraph: Any, words: str, *, url: str = "", anchor: str = "", raised: bool = False) -> None:
        """A link out, or to a mark of this document; the library has none of its own."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import RGBColor

        link = OxmlElement("w:hyperlink")
        if anchor:
            link.set(qn("w:anchor"), anchor)
        else:
            link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run = paragraph.add_run(_fit(words))
        run.font.color.rgb = RGBColor(0x1F, 0x4E, 0x79)
        run.font.superscript = raised or None
        link.append(run._r)
        paragraph._p.append(link)

    def _mark(self, paragraph: Any, name: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self._marks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(self._marks))
            if tag == "w:bookmarkStart":
                mark.set(qn("w:name"), name)
            paragraph._p.append(mark)


def _fit(words: str) -> str:
    return words.translate(_UNFIT)


def _timeless(made: bytes) -> bytes:
    """The same archive without the time at which it was packed."""
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _TIME.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return again.getvalue()
