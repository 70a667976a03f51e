from __future__ import annotations

import msgspec
import pytest

from verbale.errors import DataError
from verbale.model import Coded, Event, Evidence
from verbale.record.rows import rows

from .making import make_coded, make_document, make_event, sha


def test_an_event_without_evidence_cannot_be_constructed() -> None:
    document = make_document()
    for evidence in ((), (Evidence(start=0, end=0, text=""),), (Evidence(start=0, end=9, text="four"),)):
        with pytest.raises(ValueError, match="needs evidence"):
            make_event(document, evidence=evidence)
    line = msgspec.json.encode(make_event(document)).replace(b'"evidence":[{', b'"evidence":[],"was":[{')
    with pytest.raises(msgspec.ValidationError, match="needs evidence"):
        msgspec.json.decode(line, type=Event)


def test_an_event_has_flat_columns_and_its_whole_self() -> None:
    made = rows(make_coded())
    event = made.events[0]
    assert event.event["type"] == "CONSULT"
    assert event.event["first_day"] == event.event["last_day"] == "2023-07-12"
    assert '"participants":[{"name":"Markus Potzel"' in event.event["body"]
    assert [row["party"] for row in event.participants] == ["UN", "AFG-AUTH"]
    assert event.participants[1]["also"] == '["AFG-REL"]'
    assert event.evidence[0]["text"] == make_document().text[:61]
    assert made.mentions[0]["text"] == "Markus"
    assert made.claims[0]["about"] == '["AFG-AUTH"]'


def test_a_digest_tells_readings_apart_and_equal_ones_together() -> None:
    coded = make_coded()
    assert rows(coded).digest() == rows(make_coded()).digest()
    assert rows(coded).digest() != rows(msgspec.structs.replace(coded, claims=())).digest()
    assert rows(coded).digest() != rows(make_coded(publisher="BBC")).digest()


@pytest.mark.parametrize(
    ("text", "words"),
    [("broken \ud800 letter", "half a character"), ("a\0b", "NUL")],
)
def test_a_text_that_cannot_be_stored_is_refused(text: str, words: str) -> None:
    document = msgspec.structs.replace(make_document(), text=text)
    with pytest.raises(DataError, match=words):
        rows(Coded(document=document))


def test_a_text_with_another_hash_is_refused() -> None:
    document = msgspec.structs.replace(make_document(), sha256=sha("another"))
    with pytest.raises(DataError, match="does not have the hash"):
        rows(Coded(document=document))


def test_evidence_that_the_text_does_not_hold_is_refused() -> None:
    document = make_document()
    invented = Evidence(start=0, end=8, text="Mr Nobod")
    with pytest.raises(DataError, match="does not stand in"):
        rows(Coded(document=document, events=(make_event(document, evidence=(invented,)),)))


def test_an_event_of_another_document_is_refused() -> None:
    with pytest.raises(DataError, match="another document"):
        rows(Coded(document=make_document(), events=(make_event(make_document(id="other")),)))
