from __future__ import annotations

import datetime
import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from verbale.settings import Settings

from .make import TEXT, docx_bytes, good, reason, saved


def test_text_lists_and_description() -> None:
    found = good("a.docx", docx_bytes(
        TEXT, "They met:", "- one", "- two",
        title="Envoy in Kabul", author="summary after UNAMA", comments="from https://un.org/a",
        created=datetime.datetime(2023, 1, 24, 12, tzinfo=datetime.UTC),
    ))  # fmt: skip
    assert found.text == f"{TEXT}\n\nThey met:\n- one\n- two\n"
    assert (found.title, found.publisher, found.url) == ("Envoy in Kabul", "summary after UNAMA", "https://un.org/a")
    assert (found.published, found.published_method, found.format) == ("2023-01-24", "docx metadata", "docx")


def test_tables_row_by_row() -> None:
    made = docx.Document()
    made.add_paragraph(TEXT)
    table = made.add_table(2, 2)
    for cell, words in zip((c for row in table.rows for c in row.cells), ("Date", "Met", "4 May", "the envoy"), strict=True):
        cell.text = words
    made.add_paragraph("End.")
    assert good("a.docx", saved(made)).text == f"{TEXT}\n\nDate | Met\n\n4 May | the envoy\n\nEnd.\n"


def test_insertions_are_read_and_deletions_are_not() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph(f"{TEXT} They ")
    for kind, words in (("del", "never"), ("ins", "often")):
        tag = "delText" if kind == "del" else "t"
        run = f"<w:{kind} {nsdecls('w')} w:id='1' w:author='a'><w:r><w:{tag}>{words}</w:{tag}></w:r></w:{kind}>"
        paragraph._p.append(parse_xml(run))
    paragraph.add_run(" met.")
    assert good("a.docx", saved(made)).text == f"{TEXT} They often met.\n"


def test_a_document_whatever_its_name() -> None:
    assert good("a.pdf", docx_bytes()).format == "docx"


@pytest.mark.parametrize("cut", [100, 2000, -10])
def test_truncated(cut: int) -> None:
    assert reason("a.docx", docx_bytes()[:cut]) == "truncated"


def test_encrypted_and_old_word() -> None:
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    assert reason("a.docx", container + "EncryptedPackage".encode("utf-16-le")) == "encrypted"
    assert reason("a.docx", container) == "not what its name says"
    assert reason("a.doc", container) == "unknown format"


def test_another_archive() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", TEXT)
    assert reason("a.docx", out.getvalue()) == "not what its name says"
    assert reason("a.zip", out.getvalue()) == "unknown format"


def test_a_bomb_is_not_unpacked() -> None:
    out = io.BytesIO(docx_bytes())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/zeros", bytes(11_000_000))
    assert reason("a.docx", out.getvalue(), Settings(max_document_mb=1)) == "too large"


def test_no_text() -> None:
    assert reason("a.docx", docx_bytes("")) == "no text"
