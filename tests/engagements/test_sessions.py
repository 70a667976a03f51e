from __future__ import annotations

from verbale.engagements.sessions import session

from .making import event

WORDS = "Envoys met for the Herat Security Dialogue"


def test_the_forum_and_its_session_by_date() -> None:
    held = event("a", words=WORDS, date="2023-11-28", mode="attend")
    assert session([held]) == {"forum": "f.hsd", "session": "HSD-XI"}


def test_without_a_day_only_the_forum_is_known() -> None:
    assert session([event("a", words=WORDS, date="2023", date_precision="year")]) == {"forum": "f.hsd"}
    assert session([event("a", words=WORDS, date="2021-05-01")]) == {"forum": "f.hsd"}


def test_a_title_names_only_what_many_attend() -> None:
    titled = {"of": {"title": "Herat Security Dialogue opens"}}
    assert session([event("a", mode="attend", **titled)]) and not session([event("a", **titled)])
    assert session([event("a")]) == {}
