"""Agreement: alpha by hand for a small table, and which act of one coding is which of another."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from verbale.web.seconding.codings import Coded, Reading, codings
from verbale.web.seconding.comparing import agreement, aligned, alike, slots
from verbale.web.seconding.passages import Passage, passages
from verbale.web.site import Site

from ..making import coded, event
from .making import MET, ONE, TWO, code, passage_of, review

DOCUMENT = coded()[0].document


def told(**fields: Any) -> Any:
    return event(DOCUMENT, **({"participants": coded()[0].events[0].participants} | fields))


def twice(*pairs: tuple[Any, Any]) -> list[Coded]:
    made = []
    for one, other in pairs:
        readings = tuple(
            Reading(by, (n,), (each,) if each else (), blind=True)
            for n, (by, each) in enumerate((("anna", one), ("ben", other)), 1)
        )
        made.append(Coded(Passage("x", "aaaa", "", (), ()), readings, ()))
    return made


def test_alpha_is_that_of_the_textbook() -> None:
    # Krippendorff (2011), example A, two observers and ten binary units: alpha = .095
    first, second = (0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0)
    names = ("happened", "planned")
    pairs = [(told(status=names[a]), told(status=names[b])) for a, b in zip(first, second, strict=True)]
    rows = {row.field: row for row in agreement(twice(*pairs))}
    assert rows["status"].alpha == pytest.approx(0.095, abs=0.001)
    assert (rows["status"].units, rows["status"].alike) == (10, 6)
    assert rows["type"].alpha is None, "where all are alike nobody could have disagreed"


def test_whether_there_is_an_act_is_compared_apart_from_its_fields() -> None:
    rows = {row.field: row for row in agreement(twice((told(), None), (told(), told()), (None, None)))}
    assert (rows["event"].units, rows["event"].alike) == (3, 2)
    assert rows["status"].units == 1


def test_a_meeting_has_one_side_and_other_acts_have_two() -> None:
    one, other = told().participants
    turned = (one.__class__(**{**_fields(one), "role": "target"}), other.__class__(**{**_fields(other), "role": "source"}))
    assert alike("participants", told(), told(participants=turned))
    accused = {"type": "ACCUSE", "mode": "accuse"}
    assert not alike("participants", told(**accused), told(participants=turned, **accused))


def _fields(given: Any) -> dict[str, Any]:
    return {name: getattr(given, name) for name in given.__struct_fields__}


def test_acts_are_paired_by_what_is_most_alike() -> None:
    meeting, agreeing = told(), told(type="AGREE", mode="agree", id="2222000000000000")
    assert aligned([meeting, agreeing], [agreeing, meeting]) == [(0, 1), (1, 0)]
    assert aligned([meeting], [agreeing]) == [(0, 0)], "one act in the same words is the other's twin, whatever its type"
    (found,) = twice((meeting, agreeing))
    assert slots(found)[0].differing == ("act",)


def test_the_page_tells_agreement_and_who_differs(client: TestClient, site: Site) -> None:
    review(client, ONE, "accept", "anna")
    review(client, TWO, "accept", "anna")
    code(client, passage_of(site, ONE), "ben", **MET | {"act0.status": "planned"})
    code(client, passage_of(site, TWO), "ben", "none")
    page = client.get("/adjudication").text
    assert "2 passages were coded by two people" in page
    assert "ben</bdi> differ on status" in page
    assert "ben</bdi> differ on event" in page


def test_a_coding_stays_with_its_words_when_an_act_is_added_to_them(client: TestClient, site: Site, record: Any) -> None:
    code(client, passage_of(site, ONE), "ben", "none")
    words = "met Amir Khan Muttaqi in Kabul on 12 July 2023.\n\nThe two"
    sent = {"action": "add", "by": "anna", "words": words, "act": "AGREE/agree", "source": "Markus Potzel=UN",
            "target": "Amir Khan Muttaqi=AFG-AUTH"}  # fmt: skip
    assert client.post("/review/aaaa", data=sent).status_code == 303
    from verbale.web.site import Site as Made
    from verbale.web.site import snapshot

    now = Made(snapshot=snapshot(record, "afghanistan"), case="afghanistan", record=record)
    moved = passage_of(now, ONE)
    assert moved != passage_of(site, ONE)
    assert [each.by for each in codings(now)[moved].readings] == ["ben"]
    assert len(passages(now)) == 4
