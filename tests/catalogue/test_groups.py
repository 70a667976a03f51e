"""Groups of states, with the time in which each member belonged to them."""

from __future__ import annotations

from verbale.catalogue.groups import groups, members


def test_members_are_those_of_the_day() -> None:
    assert "FIN" not in members("NATO", "2023-04-03")
    assert "FIN" in members("NATO", "2023-04-04")


def test_what_is_no_group_has_no_members() -> None:
    assert "G7" in groups()
    assert members("NOR", "2024-01-01") == ()
