"""The charts over the synthetic gold: what every picture owes to who cannot see it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from verbale.pictures import CHARTS, Picture, case_of, pictures, png, svg
from verbale.pictures.style import DEEP, INK, MUTED, PALE, RAMP

from ..brief.gold import readings
from ..brief.making import acts, event, meeting, who

CASE = case_of("afghanistan")
ACTS = acts(*(e for reading in readings() for e in reading.events))
MADE = pictures(ACTS, CASE)


def test_every_chart_has_something_to_show_of_the_gold() -> None:
    assert len(MADE) == len(CHARTS)
    assert len({picture.name for picture in MADE}) == len(CHARTS)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.__name__)
def test_no_acts_no_picture(chart: Any) -> None:
    assert chart([], CASE) is None


@pytest.mark.parametrize("picture", MADE, ids=lambda picture: picture.name)
class TestEachPicture:
    def test_the_table_has_the_same_columns_throughout_and_sources_for_each_row(self, picture: Picture) -> None:
        assert len({tuple(row) for row in picture.table}) == 1
        assert [tuple(row.values())[-1] for row in picture.table] == [len(found) for found in picture.sources]

    def test_the_finding_is_a_sentence_that_names_its_unit(self, picture: Picture) -> None:
        assert picture.finding.endswith(".")
        assert picture.finding[0].isupper() or picture.finding[0].isdigit()
        assert re.search(r"act|contact|part(y|ies)", picture.finding)

    def test_the_counting_rule_is_told(self, picture: Picture) -> None:
        assert picture.unit in ("contacts", "acts")
        assert len(picture.counting_rule) > 40

    def test_the_svg_is_well_formed_titled_and_described(self, picture: Picture) -> None:
        root = ET.fromstring(svg(picture))
        space = {"s": "http://www.w3.org/2000/svg"}
        assert root.findtext("s:title", namespaces=space) == picture.title
        assert root.findtext("s:desc", namespaces=space) == picture.finding
        ids = [e.get("id") for e in root.iter() if e.get("id")]
        assert root.get("aria-labelledby", "").split() == ids[:2]
        assert len(ids) == len(set(ids))

    def test_the_same_picture_has_the_same_bytes(self, picture: Picture) -> None:
        assert svg(picture) == svg(picture)

    def test_there_is_nothing_to_run_or_to_fetch(self, picture: Picture) -> None:
        drawn = svg(picture)
        assert "<script" not in drawn
        assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")

    def test_it_fits_a_phone(self, picture: Picture) -> None:
        width = float(re.findall(r'viewBox="0 0 ([\d.]+)', svg(picture))[0])
        assert width <= 400, "wider drawings have letters too small to read at 360 pixels"

    def test_every_number_of_the_table_is_printed_in_the_drawing(self, picture: Picture) -> None:
        printed = {"".join(text.itertext()) for text in ET.fromstring(svg(picture)).iter("{http://www.w3.org/2000/svg}text")}
        assert {str(tuple(row.values())[-1]) for row in picture.table} <= printed


def test_a_picture_as_png() -> None:
    assert png(MADE[0]).startswith(b"\x89PNG\r\n")


def test_the_order_of_acts_does_not_matter() -> None:
    assert [svg(p) for p in pictures(ACTS[::-1], CASE)] == [svg(p) for p in MADE]


def test_a_month_counts_an_event_with_both_sides_on_both() -> None:
    both = event(who("UN"), who("AFG-AUTH", "target"), who("AFG-WOM", "target"))
    made = {p.name: p for p in pictures(acts(both), CASE)}
    assert made["months"].table == (
        {"Month": "May 2023", "With": "Authorities", "Contacts": 1},
        {"Month": "May 2023", "With": "Other Afghans", "Contacts": 1},
    )


def test_an_undated_event_has_no_month_and_a_year_is_no_month() -> None:
    assert "months" not in {
        p.name for p in pictures(acts(meeting("UN", "AFG-AUTH", date=None), meeting("UN", "AFG-AUTH", date="2023")), CASE)
    }


def test_level_months_are_not_told_as_one_maximum() -> None:
    events = [meeting("UN", "AFG-AUTH", date=f"2023-0{month}-01") for month in (1, 2)]
    finding = next(p.finding for p in pictures(acts(*events), CASE) if p.name == "months")
    assert finding == "The largest monthly count is one contact with the authorities (two months alike, January 2023 the first)."


def test_what_did_not_happen_stands_apart_from_what_did() -> None:
    events = [meeting("UN", "AFG-AUTH"), meeting("UN", "AFG-AUTH", status="planned"), meeting("UN", "AFG-AUTH", status="refused")]
    table = next(p.table for p in pictures(acts(*events), CASE) if p.name == "acts")
    assert [(row["What became of it"], row["Acts"]) for row in table] == [("happened", 1), ("intended", 1), ("not done", 1)]


def test_without_a_case_all_countries_are_counted_together() -> None:
    made = {p.name: p for p in pictures(acts(meeting("UN", "AFG-AUTH"), meeting("UN", "MMR-AUTH"), country=None), case_of("none"))}
    assert made["meetings"].table == ({"External party": "United Nations", "Met": "Authorities", "Contacts": 2},)


@pytest.mark.parametrize(("ink", "paper"), [(INK, RAMP[0]), (PALE, DEEP), (MUTED, PALE), (DEEP, PALE)])
def test_contrast_is_at_least_three_to_one(ink: str, paper: str) -> None:
    lighter, darker = sorted((_luminance(ink), _luminance(paper)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 3


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_every_row_of_the_table_of_who_meets_whom_is_drawn() -> None:
    parties = [
        "UN",
        "EU",
        *("USA", "CHN", "RUS", "IND", "IRN", "PAK", "QAT", "NOR", "GBR", "DEU", "KAZ", "KGZ", "TKM", "UZB", "TJK"),
    ]
    given = acts(*(meeting(each, "AFG-AUTH") for each in parties))
    made = next(each for each in pictures(given, case_of("afghanistan")) if each.name == "meetings")
    assert len(made.table) == len(parties) == len(_drawn(made))


def _drawn(made: Picture) -> set[str]:
    """The parties that a picture draws."""
    return {row["who"] for row in made.spec["data"]["values"]}
