from __future__ import annotations

import json

from verbale.record import Record

from .conftest import Verbale


def test_unknown_actors_are_listed_with_whom_they_may_be(verbale: Verbale, filled: Record) -> None:
    lines = verbale("actors").out.splitlines()
    assert [line.split("  ")[1] for line in lines] == ["Amir Khan Muttaqi (AFG-AUTH)", "Markus Potzel (UN)"]
    assert "p.muttaqi Amir Khan Muttaqi" in lines[0]
    assert json.loads(verbale("actors", "--json").out.splitlines()[0])["matches"][0]["actor"] == "p.muttaqi"


def test_one_actor_is_shown_with_offices_and_sources(verbale: Verbale, filled: Record) -> None:
    out = verbale("actors", "p.muttaqi").out
    assert "office: Acting Minister of Foreign Affairs (AFG-AUTH, rank 9), 2021-09-07 to now or unknown; http" in out
    ran = verbale("actors", "Markus Potzel")
    assert ran.code == 2 and "say which: n." in ran.err, "the one of the catalogue, or the one whom the record names"
    assert json.loads(verbale("actors", "p.muttaqi", "--json").out)["id"] == "p.muttaqi"
    assert verbale("actors", "nobody at all").code == 2


def test_an_office_is_entered_with_its_source(verbale: Verbale, filled: Record) -> None:
    office = ["actors", "p.muttaqi", "--office", "Envoy; AFG-AUTH; 2020-01; 2021-01", "--by", "anna"]
    assert verbale(*office).code == 2, "no source, no office"
    ran = verbale(*office, "--link", "https://example.org/a")
    assert ran.code == 0
    assert "Envoy (AFG-AUTH), 2020-01 to 2021-01; https://example.org/a; decision 1 by anna" in ran.out
    assert verbale(*office[:3], "Envoy; Atlantis", *office[4:], "--link", "x").code == 2
    assert verbale(*office[:3], "Envoy; NOR; spring", *office[4:], "--link", "x").code == 2
