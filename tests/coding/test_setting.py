from __future__ import annotations

from typing import Any

import pytest

from tests.coding.making import context, draft
from verbale.coding.setting import fill_setting
from verbale.coding.where import Where

TWO = {"The minister": ("source", "NOR"), "the Taliban": ("target", "AFG-AUTH")}


def setting(text: str, trigger: str, kind: str = "CONSULT", mode: str = "meet", **more: Any) -> dict[str, Any]:
    made = context(text, issuer=more.pop("issuer", None))
    place = more.pop("at", None)
    return fill_setting(draft(made, trigger, kind, mode, more.pop("who", TWO), **more), made, place)


@pytest.mark.parametrize(
    ("text", "trigger", "mode", "channel"),
    [
        ("The minister met the Taliban.", "met", "meet", "in_person"),
        ("The minister met the Taliban by video link.", "met", "meet", "video"),
        ("The minister called the Taliban by phone.", "called", "call", "phone"),
        ("The minister wrote to the Taliban.", "wrote", "correspond", "letter"),
    ],
)
def test_the_channel_is_told_by_mode_and_words(text: str, trigger: str, mode: str, channel: str) -> None:
    assert setting(text, trigger, mode=mode)["channel"] == channel


def test_a_statement_has_no_setting() -> None:
    found = setting("The minister condemned the Taliban.", "condemned", "ACCUSE", "criticise")
    assert (found["channel"], found["format"], found["visibility"], found["venue"], found["level"]) == (
        "unknown", "unknown", "unknown", "unknown", {},
    )  # fmt: skip


def test_the_format_counts_the_parties() -> None:
    assert setting("The minister met the Taliban.", "met")["format"] == "bilateral"
    assert setting("The minister visited the Taliban.", "visited", mode="visit")["format"] == "unknown"
    three = {**TWO, "India": ("target", "IND")}
    assert setting("The minister met the Taliban and India.", "met", who=three)["format"] == "multilateral"


def test_closed_doors_are_private_and_pictures_public() -> None:
    assert setting("The minister met the Taliban behind closed doors.", "met")["visibility"] == "private"
    assert setting("The minister met the Taliban. Photos showed them at table.", "met")["visibility"] == "public"
    assert setting("The minister met the Taliban.", "met")["visibility"] == "unknown"


@pytest.mark.parametrize(
    ("place", "venue"),
    [
        (Where("Kabul", "AFG"), "authority_capital"),
        (Where("Kandahar", "AFG"), "authority_territory"),
        (Where("Doha", "QAT"), "third_country"),
        (Where("Oslo", "NOR"), "counterpart_country"),
        (None, "unknown"),
    ],
)
def test_the_venue_is_whose_ground_it_was(place: Where | None, venue: str) -> None:
    assert setting("The minister met the Taliban.", "met", at=place)["venue"] == venue


def test_the_level_is_the_highest_rank_of_a_party() -> None:
    found = setting("The minister met the Taliban.", "met", **{"rank_The minister": 9, "rank_the Taliban": 4})
    assert found["level"] == {"NOR": "minister", "AFG-AUTH": "ambassador"}


def test_a_special_envoy_is_an_envoy_whatever_the_rank() -> None:
    who = {"The special envoy": ("source", "NOR"), "the Taliban": ("target", "AFG-AUTH")}
    found = setting("The special envoy met the Taliban.", "met", who=who, **{"rank_The special envoy": 9})
    assert found["level"] == {"NOR": "envoy"}


def test_the_account_is_that_of_whose_ministry_tells_it() -> None:
    found = setting("The minister met the Taliban, the Norwegian foreign ministry said.", "met")
    assert found["publicised_by"] == ("NOR",)
    assert setting("The minister met the Taliban.", "met", issuer="AFG-AUTH")["publicised_by"] == ("AFG-AUTH",)
    assert setting("The minister met the Taliban.", "met")["publicised_by"] == ()


def test_women_are_present_absent_or_shut_out() -> None:
    who = {**TWO, "women": ("target", "AFG-WOM")}
    assert setting("The minister met the Taliban and women.", "met", who=who)["women_present"] == "yes"
    assert setting("The minister met the Taliban; no women were there.", "met")["women_present"] == "no"


def test_a_disclaimer_is_of_the_occasion() -> None:
    told = "The minister met the Taliban. The talks do not imply recognition, she said."
    assert setting(told, "met")["disclaimer"] is True
    assert setting("The minister met the Taliban about recognition.", "met")["disclaimer"] is False


def test_repeated_occasions_are_counted() -> None:
    assert setting("The minister met the Taliban twice.", "met")["count"] == 2
    assert setting("The minister met the Taliban 12 times.", "met")["count"] == 12


@pytest.mark.parametrize("number", ["²", "9" * 30])
def test_what_is_no_number_of_times_is_not_counted(number: str) -> None:
    assert setting(f"The minister met the Taliban {number} times.", "met")["count"] is None
