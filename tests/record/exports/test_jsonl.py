from __future__ import annotations

import io
import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import some
from verbale import model
from verbale.model import Basis, Event, InstrumentUse
from verbale.record.exports import jsonl

from ..making import events, make_document, make_event


def test_every_field_of_the_types_leaves_the_program() -> None:
    assert set(jsonl.EVENT_KEYS) == set(Event.__struct_fields__)
    assert set(jsonl.DOCUMENT_KEYS) == set(model.DocumentRef.__struct_fields__)
    assert set(jsonl.PARTICIPANT_KEYS) == set(model.Participant.__struct_fields__)
    assert set(jsonl.INSTRUMENT_KEYS) == set(InstrumentUse.__struct_fields__)


def test_the_keys_come_in_the_order_of_the_design() -> None:
    line = jsonl.encode(make_event(make_document()))
    assert tuple(json.loads(line)) == jsonl.EVENT_KEYS
    assert line.startswith('{"id":"')
    assert ": " not in line.split('"evidence"')[0].replace('": ', '":_')
    assert tuple(json.loads(line)["participants"][0])[:8] == ("name", "actor", "party", "role", "title", "rank", "start", "end")


def test_letters_stay_letters() -> None:
    assert "girls’ schools — and “recognition”" in jsonl.encode(make_event(make_document(), 61, 115))


def test_maps_come_by_name_and_a_basis_without_its_empty_half() -> None:
    span, rule = Basis(start=1, end=2), Basis(rule="office of the host")
    one = make_event(make_document(), basis={"venue": rule, "place": span}, level={"UN": "envoy", "AFG-AUTH": "minister"})
    other = make_event(make_document(), basis={"place": span, "venue": rule}, level={"AFG-AUTH": "minister", "UN": "envoy"})
    assert jsonl.encode(one) == jsonl.encode(other)
    assert '"basis":{"place":{"start":1,"end":2},"venue":{"rule":"office of the host"}}' in jsonl.encode(one)


@given(st.data())
@settings(max_examples=some(20), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_line_leads_back_to_its_event(data: st.DataObject) -> None:
    event = data.draw(events(make_document(), 0))
    line = jsonl.encode(event)
    assert "\n" not in line
    assert jsonl.decode(line) == event
    assert jsonl.encode(jsonl.decode(line)) == line


def test_writing_counts_and_ends_every_line() -> None:
    stream = io.StringIO()
    assert jsonl.write((make_event(make_document(), id=str(n)) for n in range(3)), stream) == 3
    lines: list[dict[str, Any]] = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [line["id"] for line in lines] == ["0", "1", "2"]
    assert stream.getvalue().endswith("\n")


def test_no_events_make_an_empty_file() -> None:
    stream = io.StringIO()
    assert jsonl.write([], stream) == 0
    assert stream.getvalue() == ""
