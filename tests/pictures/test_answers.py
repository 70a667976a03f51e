"""The pictures of the answers: titled, described, with table and method; nothing drawn of nothing; the same bytes again."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from tests.analysis.making import about, meeting
from tests.analysis.test_pressure import tool
from tests.analysis.test_reactions import planted
from tests.analysis.test_recognition import EXAMPLES, GIVEN, kabul
from tests.analysis.test_trend import ASKED
from tests.analysis.test_voices import request
from tests.analysis.year import read, year
from verbale.analysis import balance as balances
from verbale.analysis import pressure as pressures
from verbale.analysis import reactions as studies
from verbale.analysis import recognition as recognitions
from verbale.analysis import trend as trends
from verbale.analysis import voices as speakers
from verbale.catalogue.tables import rows
from verbale.pictures import Picture, answers, svg

YEAR, ANGER = about(*year(), read=read()), about(*planted(2))
NOTHING = about()


def made() -> list[Picture]:
    asked, weighed = trends.trend(YEAR, ASKED), balances.balance(YEAR)
    stood, studied = recognitions.recognition(GIVEN), studies.reactions(ANGER)
    spoken = about(*(request("EU", "AFG-AUTH", n, "education") for n in range(3)))
    found = [
        answers.trend(asked, trends.answer(asked, YEAR)),
        answers.balance(weighed, balances.answer(weighed, YEAR)),
        answers.ladder(stood, recognitions.answer(stood, GIVEN)),
        answers.reactions(studied, studies.answer(studied, ANGER)),
        answers.voices(speakers.answer(spoken)),
        answers.pressure(pressures.answer(about(tool(), tool("CONCEDE")))),
    ]
    return [each for each in found if each is not None]


MADE = made()


def test_every_answer_has_its_picture():
    assert len({each.name for each in MADE}) == 6


@pytest.mark.parametrize("picture", MADE, ids=lambda picture: picture.name)
class TestEachPicture:
    def test_the_svg_is_titled_described_and_the_same_again(self, picture: Picture):
        drawn = svg(picture)
        space = {"s": "http://www.w3.org/2000/svg"}
        root = ET.fromstring(drawn)
        assert (root.findtext("s:title", namespaces=space), root.findtext("s:desc", namespaces=space)) == (
            picture.title,
            picture.finding,
        )
        assert drawn == svg(picture)

    def test_the_table_has_a_row_of_sources_each_and_the_words_tell_coverage(self, picture: Picture):
        assert len(picture.table) == len(picture.sources) > 0
        assert picture.finding.rstrip().endswith(".") and "sampling frame" in picture.coverage and picture.limits

    def test_the_page_needs_nothing_else(self, picture: Picture):
        page = answers.sheet(picture)
        assert "Method and limits" in page and "<script" not in page and "http" not in page.replace("http://www.w3.org", "")
        assert page.count("<tr>") == len(picture.table) + 1


def test_nothing_is_drawn_of_nothing():
    asked, weighed, stood, studied = (
        trends.trend(NOTHING, ASKED),
        balances.balance(NOTHING),
        recognitions.recognition(NOTHING),
        studies.reactions(NOTHING),
    )
    found = [
        answers.trend(asked, trends.answer(asked, NOTHING)),
        answers.balance(weighed, balances.answer(weighed, NOTHING)),
        answers.ladder(stood, recognitions.answer(stood, NOTHING)),
        answers.reactions(studied, studies.answer(studied, NOTHING)),
        answers.voices(speakers.answer(NOTHING)),
        answers.pressure(pressures.answer(NOTHING)),
    ]
    assert found == [None] * 6


def test_acts_of_one_day_are_one_point_with_both_steps():
    same = about(EXAMPLES[-2][0], EXAMPLES[-1][0], kabul("QAT", "2022-05-01", "envoy"), frame=None)
    stood = recognitions.recognition(same)
    data = answers.ladder(stood, recognitions.answer(stood, same)).spec["data"]["values"]
    assert [(point["who"], point["label"], point["step"]) for point in data] == [("India", "L5, L6", 6), ("Qatar", "L4", 4)]


@pytest.mark.parametrize(("parties", "left"), [(20, ""), (24, ""), (26, "2 more parties: in the table")])
def test_a_party_is_drawn_or_said_to_be_in_the_table(parties: int, left: str) -> None:
    codes = [row["code"] for row in rows("common", "states") if row["code"] != "AFG"][:parties]
    given = about(*(meeting(code, "AFG-AUTH") for code in codes), frame=None)
    found = balances.balance(given)
    picture = answers.balance(found, balances.answer(found, given))
    assert picture
    drawn = {point["who"] for point in picture.spec["data"]["values"]}
    assert len(drawn) == min(parties, 24) and picture.spec.get("title", {}).get("text", "") == left
    assert (left in svg(picture)) and len(picture.table) == parties + 1
