from __future__ import annotations

import csv as plain
import io
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import some
from verbale.model import Attribution, Event
from verbale.record.exports import csv

from ..making import events, make_document, make_event


def table(*given: Event) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    assert csv.write(given, stream) == len(given)
    return list(plain.DictReader(io.StringIO(stream.getvalue(), newline="")))


def test_one_row_an_event_with_its_parties_and_its_words() -> None:
    event = make_event(make_document(key="k1"), level={"UN": "envoy"}, attribution=Attribution(name="a spokesman"), count=3)
    (row,) = table(event)
    assert (row["source_parties"], row["target_parties"], row["host_parties"]) == ("UN", "AFG-AUTH", "")
    assert row["participants"] == "Markus Potzel | Amir Khan Muttaqi"
    assert row["evidence"] == event.evidence[0].text
    assert (row["evidence_start"], row["evidence_end"], row["key"], row["level"]) == ("0", "61", "k1", "UN:envoy")
    assert (row["complete"], row["disclaimer"], row["count"], row["url"]) == ("true", "false", "3", "")
    assert row["attribution"] == "a spokesman"


def test_the_columns_stand_there_without_any_event() -> None:
    stream = io.StringIO(newline="")
    assert csv.write([], stream) == 0
    assert stream.getvalue() == ",".join(csv.COLUMNS) + "\r\n"


@pytest.mark.parametrize(
    "start",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\0x", " =1", "\n=1", "\ufeff=1", "\u200b@x", "＝1", "＋1", "－1", "＠x"],
)
def test_no_cell_starts_a_formula(start: str) -> None:
    (row,) = table(make_event(make_document(), place=start))
    assert row["place"].startswith("'")
    assert row["place"][1:] == start


@pytest.mark.parametrize("words", ["Kabul", "'quoted'", "a = b", "4 - 5", "«Emirate»", "طالبان", 'say "no", then'])
def test_other_words_stay_as_they_are(words: str) -> None:
    (row,) = table(make_event(make_document(), place=words))
    assert row["place"] == words


@given(st.data())
@settings(max_examples=some(15), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_an_event_holds_it_is_one_inert_row(data: st.DataObject) -> None:
    event = data.draw(events(make_document(), 0))
    (row,) = table(event)
    assert row["id"] == event.id
    assert not any(re.match(r"[\s\ufeff]*[=+\-@]", cell) for cell in row.values())
