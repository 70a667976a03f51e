from __future__ import annotations

import json
from pathlib import Path

import pytest

from verbale.engagements.counting import UNITS
from verbale.record import Record

from .conftest import Verbale

STORY = """\
Paul Klouman Bekken, the Norwegian charge d'affaires for Afghanistan, met Amir Khan Muttaqi, the acting foreign minister of the
Taliban, in Kabul on Thursday, 12 January 2023. The room was cold, as the power had failed in that part of the city again, and tea
was served from flasks that somebody had brought from the canteen of the building next door. Snow lay on the road to the airport,
where two flights had been put off until the afternoon.
"""


def test_they_are_listed_by_date_each_once(verbale: Verbale, told: Record) -> None:
    ran = verbale("engagements")
    first, second, third = ran.out.splitlines()
    assert "AFG-AUTH, NOR  Kabul  3 reports by 3 publishers, not reviewed" in first
    assert "planned" in second and "AFG-AUTH, UN" in third
    assert "3 engagements, told by 5 reports" in ran.err
    assert ran.out == verbale("engagements").out, "an id that was given out stays"


def test_one_is_shown_with_all_that_it_rests_on(verbale: Verbale, told: Record) -> None:
    name = verbale("engagements").out.split()[0]
    verbale("decide", "split", name, "c0", "--by", "anna", "--why", "another day")
    out = verbale("engagements", name).out
    assert "report: 2023-01-13, Paper a, event a0" in out and "same act: " in out
    assert "decided:" in out and "another day" in out
    shown = json.loads(verbale("engagements", name, "--json").out)
    assert shown["engagement"]["id"] == name and len(shown["events"]) == 2 and shown["matches"]


def test_counts_say_their_rule(verbale: Verbale, told: Record) -> None:
    assert verbale("engagements", "--count").out.startswith("2  engagements,one,standard,all: ")
    assert verbale("engagements", "--count", "--rule", "reports").out.startswith("4  reports")
    assert json.loads(verbale("engagements", "--count", "--rule", "strict", "--json").out)["parties"] == {"NOR": 1}
    assert len(verbale("engagements", "--rule", "strict").out.splitlines()) == 1


@pytest.mark.parametrize(
    "words", [["engagements", "g.zz"], ["engagements", "--rule", "most"], ["pair", "g.zz"], ["calendar", "--on", "soon"]]
)
def test_a_wrong_call_is_a_usage_error(verbale: Verbale, told: Record, words: list[str]) -> None:
    ran = verbale(*words)
    assert ran.code == 2 and "hint:" in ran.err and ran.out == ""


def test_an_empty_record_has_none(verbale: Verbale) -> None:
    verbale("init")
    assert [verbale(verb).code for verb in ("engagements", "pair", "calendar")] == [0, 0, 0]


def test_a_story_that_forty_papers_carry_is_one_act_of_forty_reports(verbale: Verbale, tmp_path: Path) -> None:
    pages = [
        {
            "id": f"p{n}",
            "text": f"{STORY}\nPage {n} of the Paper of Town {n}.",
            "publisher": f"Paper {n}",
            "published": "2023-01-13",
        }
        for n in range(40)
    ]
    (tmp_path / "pages.jsonl").write_text("\n".join(map(json.dumps, pages)), encoding="utf-8")
    assert verbale("add", "pages.jsonl", "--workers", "1").code == 0
    (met,) = [line for line in verbale("engagements", "--rule", "standard").out.splitlines() if "AFG-AUTH, NOR" in line]
    assert "40 reports by 1 publisher" in met
    counts = {unit: json.loads(verbale("engagements", "--count", "--rule", unit, "--json").out)["count"] for unit in UNITS}
    assert (counts["reports"], counts["events"], counts["engagements"]) == (40, 40, 1)
