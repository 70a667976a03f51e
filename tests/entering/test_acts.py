from __future__ import annotations

from typing import get_args

from verbale.catalogue import load_world
from verbale.entering import acts
from verbale.model import EventType

from ..record.making import make_document, make_event

WORLD = load_world("afghanistan")


def test_every_type_has_its_modes_the_plain_one_first() -> None:
    modes = acts.modes()
    assert set(modes) == set(get_args(EventType))
    assert (modes["CONSULT"][0], modes["AID"][0]) == ("meet", "humanitarian")


def test_what_was_told_stays_and_what_follows_is_added() -> None:
    event = make_event(make_document(), place="Kabul", place_country="AFG", complete=False, level={"UN": "deputy"})
    ruled = acts.ruled(event, WORLD)
    assert ruled.complete and ruled.in_case
    assert ruled.level["UN"] == "deputy"
    assert ruled.venue == "authority_capital"


def test_without_the_cases_country_an_event_is_outside_the_case() -> None:
    event = make_event(make_document(), participants=())
    assert not acts.ruled(event, WORLD).in_case
    assert acts.ruled(event, load_world("none")).in_case
