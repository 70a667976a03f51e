from __future__ import annotations

import pytest

from verbale.settings import Settings

from .make import TEXT, good, locked_pdf, pdf_bytes, reason


def test_paragraphs_and_description() -> None:
    found = good("a.pdf", pdf_bytes(
        TEXT, "They met, among others:", "- the envoy’s “friend” – José;", "- the EU.", TEXT,
        Title="Envoy in Kabul – today", Author="summary after UNAMA", Subject="see https://un.org/a?utm_medium=x.",
        CreationDate="D:20230124103000+01'00'",
    ))  # fmt: skip
    assert (
        found.text == f"Envoy in Kabul\n\n{TEXT}\n\nThey met, among others:\n- the envoy’s “friend” – José;\n- the EU.\n\n{TEXT}\n"
    )
    assert (found.title, found.publisher, found.url) == ("Envoy in Kabul – today", "summary after UNAMA", "https://un.org/a")
    assert (found.published, found.published_method, found.format) == ("2023-01-24", "pdf metadata", "pdf")


def test_over_many_pages_no_word_is_lost() -> None:
    text = good("a.pdf", pdf_bytes(*[f"{TEXT} Number {i}." for i in range(60)])).text
    assert text.count(TEXT) == 60
    assert len(text.split("\n\n")) == 61


def test_bytes_before_the_mark() -> None:
    assert good("a", b"\r\n\r\n" + pdf_bytes()).format == "pdf"


@pytest.mark.parametrize("cut", [200, 700, -30])
def test_truncated(cut: int) -> None:
    assert reason("a.pdf", pdf_bytes()[:cut]) == "truncated"


def test_truncated_though_a_first_end_mark_is_there() -> None:
    data = pdf_bytes().replace(b"/Type /Catalog", b"/Linearized 1 /L 999999 /Type /Catalog")
    assert reason("a.pdf", data) == "truncated"


def test_encrypted() -> None:
    assert reason("a.pdf", locked_pdf()) == "encrypted"


def test_a_scan_has_no_text() -> None:
    assert reason("a.pdf", pdf_bytes(" ").replace(b"Envoy in Kabul", b"              ")) == "no text"


def test_damaged() -> None:
    assert reason("a.pdf", b"%PDF-1.4\nnothing\n%%EOF") == "reader failed"


def test_not_a_pdf() -> None:
    assert reason("a.pdf", TEXT.encode()) == "not what its name says"


def test_no_end_of_time() -> None:
    assert reason("a.pdf", pdf_bytes(), Settings(read_timeout_s=0)) == "too slow"
