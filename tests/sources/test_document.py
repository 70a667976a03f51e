from __future__ import annotations

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.errors import UnreadableError
from verbale.model import Document
from verbale.settings import Settings
from verbale.sources.document import Draft, build, clean, joined, language_of, with_headline
from verbale.sources.raw import of_bytes

from .make import SETTINGS, TEXT


def made(name: str = "in/a.txt", text: str = TEXT, **fields: object) -> Document:
    return build(Draft(text=text, format="txt", **fields), of_bytes(name, b""), SETTINGS)  # type: ignore[arg-type]


def test_version_is_the_hash_of_the_text() -> None:
    assert made().sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_a_changed_page_keeps_its_id() -> None:
    one, two = made(url="https://un.org/a"), made("b.txt", TEXT + " More.", url="https://un.org/a?utm_source=x")
    assert one.id == two.id
    assert one.sha256 != two.sha256


def test_address_over_given_id_over_source_over_file() -> None:
    by_url, by_id, by_source, by_file = (
        made(url="https://u.org/", given="1", source="s"),
        made(given="1", source="s"),
        made(source="s"),
        made(),
    )
    assert len({by_url.id, by_id.id, by_source.id, by_file.id}) == 4
    assert by_id.id == made("other.txt", "x" * 50, given="1").id


def test_a_file_is_known_again_where_it_was_moved_to() -> None:
    assert made("in/a.txt").id == made("/elsewhere/in/a.txt").id == made("C:\\in\\a.txt").id
    assert made("a.txt").id != made("b.txt").id
    assert made("in/Otün.txt").id == made(unicodedata.normalize("NFD", "in/Otün.txt")).id


def test_key() -> None:
    assert made().key == "a"
    assert made(part=3).key == "a-3"
    assert made(given="x").key == "x"
    assert made("-").key is None


def test_fields_are_one_line_and_dates_edtf() -> None:
    found = made(title=" Envoy\n in\u00a0Kabul ", publisher=" ", published="January 2023", published_method="given")
    assert (found.title, found.publisher, found.published, found.published_method) == ("Envoy in Kabul", None, "2023-01", "given")
    assert made(published="soon", published_method="given").published_method is None


@pytest.mark.parametrize(("text", "reason"), [("", "empty"), (" \n " * 50, "empty"), ("x" * 400_001, "too large")])
def test_limits(text: str, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        made(text=text)
    assert caught.value.reason == reason


@given(st.text())
def test_clean_text_is_nfc_and_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert unicodedata.is_normalized("NFC", once)
    assert clean(once) == once
    assert "\r" not in once
    once.encode()


def test_clean() -> None:
    assert clean("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
    assert clean("Ro\u00adza\u00a0O\u200btu\u0308n\ufeff") == "Roza Otün"
    assert clean("می\u200cروم \ud800") == "می\u200cروم \ufffd"


def test_headline_once() -> None:
    assert with_headline("Envoy  in Kabul", "ENVOY IN\nKABUL\n\nText") == "ENVOY IN\nKABUL\n\nText"
    assert with_headline("Envoy", "Text") == "Envoy\n\nText"
    assert with_headline(None, "Text") == with_headline(" ", "Text") == "Text"


def test_items_stand_under_their_lead_in() -> None:
    assert joined(["They met:", "- one", "- two", "End."]) == "They met:\n- one\n- two\n\nEnd.\n"


def test_language() -> None:
    assert language_of(TEXT) == "en"
    assert (
        language_of(
            "Der Gesandte traf den amtierenden Außenminister am Dienstag in Kabul und sprach über die Schließung der Schulen."
        )
        == "de"
    )
    assert language_of("Wir trafen uns.", "de-AT") == "de"
    assert language_of("We met.", "nonsense!") is None
    assert language_of("We met.") is None


def test_a_limit_is_a_setting() -> None:
    with pytest.raises(UnreadableError, match="max_text_chars"):
        build(Draft(text=TEXT, format="txt"), of_bytes("a", b""), Settings(max_text_chars=50))
