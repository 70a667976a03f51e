"""The same contents in every format: nothing is lost, nothing runs, the same bytes every time."""

from __future__ import annotations

import io
import re
import sys
from html import unescape

import pypdfium2
import pytest
from docx import Document

from tests.brief.gold import readings
from tests.brief.making import about, event, meeting, who
from verbale.brief import compose, material, write
from verbale.brief.writers import FORMS
from verbale.errors import UsageError

BRIEF = compose(material(readings()[:12], "afghanistan"))
HOSTILE = '#panic("x") $x$ *b* _i_ [y] <z> \\ `c` @ref // no \x00\x0b ￾ end'


def pdf_text(content: bytes) -> str:
    pages = pypdfium2.PdfDocument(content)
    return " ".join(page.get_textpage().get_text_bounded() for page in pages)


def docx_text(content: bytes) -> str:
    page = Document(io.BytesIO(content))
    cells = (cell.text for table in page.tables for row in table.rows for cell in row.cells)
    return "\n".join([*("".join(t.text for t in p._p.iter() if t.tag.endswith("}t") and t.text) for p in page.paragraphs), *cells])


READERS = {"pdf": pdf_text, "docx": docx_text, "md": bytes.decode, "html": lambda content: unescape(content.decode())}


def plain(words: str) -> str:
    """Words without what breaks lines differently in each format."""
    return re.sub(r"[\s\u00ad\ufffe-]+|[\r\n]", "", words)


@pytest.mark.parametrize("form", FORMS)
class TestEachFormat:
    def test_the_same_brief_has_the_same_bytes(self, form: str) -> None:
        assert write(BRIEF, form) == write(BRIEF, form)

    def test_title_headings_notes_and_foot_are_there(self, form: str) -> None:
        told = plain(READERS[form](write(BRIEF, form)))
        for words in (BRIEF.title, *(section.title for section in BRIEF.sections), BRIEF.colophon):
            assert plain(words) in told
        assert all(plain(note.act) in told for note in BRIEF.notes[:20])

    def test_what_a_document_says_is_text_and_nothing_else(self, form: str) -> None:
        told = READERS[form](write(compose(about(meeting("UN", "AFG-AUTH", words=HOSTILE))), form))
        assert 'panic("x")' in told

    def test_no_withheld_name_is_in_it(self, form: str) -> None:
        met = event(who("UN"), who("AFG-WOM", "target", "Zarmina Ghorbandi"), words="The envoy met Zarmina Ghorbandi there.")
        assert "Ghorbandi" not in READERS[form](write(compose(about(met)), form))


def test_a_pdf_links_out_and_within_and_is_tagged() -> None:
    content = write(BRIEF, "pdf")
    assert content.startswith(b"%PDF-") and b"/StructTreeRoot" in content
    assert b"https://example.org/" in content


def test_a_word_document_has_its_links_marks_and_pictures() -> None:
    page = Document(io.BytesIO(write(BRIEF, "docx")))
    marks = {each.get(f"{{{each.nsmap['w']}}}name") for each in page.element.iter() if each.tag.endswith("}bookmarkStart")}
    anchors = {each.get(f"{{{each.nsmap['w']}}}anchor") for each in page.element.iter() if each.tag.endswith("}hyperlink")} - {None}
    assert anchors <= marks and len(marks) >= len(BRIEF.notes)
    assert any(rel.is_external and rel.target_ref.startswith("https://example.org/") for rel in page.part.rels.values())
    assert len(page.inline_shapes) == 3


def test_without_typst_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(UsageError) as raised:
        write(BRIEF, "pdf")
    assert "verbale[pdf]" in str(raised.value)
