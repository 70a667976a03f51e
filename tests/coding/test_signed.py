"""Who signs a text: by the line under its title, or by the title."""

from __future__ import annotations

import pytest

from tests.coding.reading import read

GIRLS = "The Taliban sent the girls of Herat home on Monday. We urge the Taliban to let them learn, and our aid goes on."


@pytest.mark.parametrize(
    "line",
    [
        "By Foreign Minister Espen Barth Eide",
        "Espen Barth Eide, Minister of Foreign Affairs",
        "Statement by the Minister of Foreign Affairs of Norway",
    ],
)
def test_the_line_under_a_title_tells_who_speaks(line: str) -> None:
    assert read(f"Girls of Herat\n\n{line}\n\n{GIRLS}").scene.issuer == "NOR"


@pytest.mark.parametrize(
    "title",
    ["Statement by the Norwegian Foreign Minister on Herat", "Foreign Minister Eide on Herat", "Remarks of Espen Barth Eide"],
)
def test_the_title_tells_who_speaks(title: str) -> None:
    assert read(GIRLS, title).scene.issuer == "NOR"


def test_what_a_statement_is_on_does_not_sign_it() -> None:
    assert read(f"{GIRLS} Norway stands with them.", "Statement on the Taliban and Herat").scene.issuer == "NOR"


def test_a_publisher_that_is_a_ministry_is_the_issuer_whoever_is_named() -> None:
    found = read(f"By Foreign Minister Espen Barth Eide\n\n{GIRLS}", publisher="Ministry of Foreign Affairs of Japan")
    assert found.scene.issuer == "JPN"


def test_news_is_signed_by_nobody() -> None:
    text = 'Eide on Herat\n\nThe Taliban sent the girls of Herat home. "We urge them to let us learn," said a pupil.'
    assert read(text, "Eide on Herat").scene.issuer is None


def test_a_heading_that_tells_what_somebody_does_is_no_signature() -> None:
    title = "Amir Khan Muttaqi welcomes Norwegian envoy"
    text = f"{title}\n\nThe two met in Kabul on Monday, our newsroom was told."
    assert read(text, title, case="afghanistan").scene.issuer is None
