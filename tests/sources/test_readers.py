from __future__ import annotations

import pytest

from verbale.sources.raw import of_bytes
from verbale.sources.readers import READERS, choose
from verbale.sources.sniff import MAGIC, binary

from .make import TEXT, docx_bytes, eml_bytes, good, page, pdf_bytes, reason

DATE = "Tue, 24 Jan 2023 10:00:00 +0100"
CONTENTS = {
    "html": page(),
    "pdf": pdf_bytes(),
    "docx": docx_bytes(),
    "eml": eml_bytes(Date=DATE),
    "csv": f'id,text\n1,"{TEXT}"'.encode(),
}


@pytest.mark.parametrize("named", ["html", "pdf", "docx", "eml", "mbox", "csv", "jsonl", "txt", "md", "bin", ""])
@pytest.mark.parametrize("kind", CONTENTS)
def test_content_counts_more_than_the_name(kind: str, named: str) -> None:
    assert good(f"a.{named}" if named else "a", CONTENTS[kind]).format == kind


@pytest.mark.parametrize("named", ["pdf", "docx", "eml", "mbox"])
def test_prose_under_a_name_that_promises_more_is_set_aside(named: str) -> None:
    assert reason(f"a.{named}", TEXT.encode()) == "not what its name says"


@pytest.mark.parametrize("magic", MAGIC)
def test_foreign_formats(magic: bytes) -> None:
    data = magic + bytes(range(256)) * 4
    assert binary(data)
    assert reason("a.bin", data) == "unknown format"
    assert reason("a.pdf", data) == reason("a.txt", data) == "not what its name says"


def test_bids_are_scores() -> None:
    for name in ("a.txt", "a.html", "a"):
        for data in (*CONTENTS.values(), b"\x00", TEXT.encode()):
            assert all(0 <= reader.bid(of_bytes(name, data)) <= 1 for reader in READERS)


def test_choose_takes_the_best() -> None:
    assert {"html"} <= choose(of_bytes("a.txt", page())).SUFFIXES
