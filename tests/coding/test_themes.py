from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.coding.themes import found, needs, strength, tools, topics


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("They spoke about girls and their schools.", ("women_girls", "education")),
        ("They want trade and a railway.", ("economy_trade", "transit_infrastructure")),
        ("Recognition was not on the table.", ("recognition",)),
        ("Nothing of note was said.", ()),
    ],
)
def test_topics_are_read_off_phrases_in_the_codebooks_order(words: str, values: tuple[str, ...]) -> None:
    assert topics(words) == values


def test_a_phrase_matches_whole_words_and_simple_plurals_only() -> None:
    assert topics("Refugees wait.") == ("migration_refugees",)
    assert topics("The electioneering went on.") == ()


def test_tools_and_needs_have_lexicons_of_their_own() -> None:
    assert tools("It imposed a travel ban and an asset freeze.") == ("travel_ban", "asset_freeze")
    assert needs("They lack food, tents and clinics.") == ("food", "shelter_heating", "health")


def test_spans_point_at_the_words() -> None:
    words = "A note on food aid for the hungry"
    (start, end), *_ = found("needs", words)["food"]
    assert words[start:end] == "food aid"


def test_strength_counts_over_all_parts() -> None:
    assert strength("topics", ["girls", "women and girls"])["women_girls"] == 3


@given(st.text())
def test_any_text_can_be_searched(words: str) -> None:
    for facet in ("topics", "tools", "needs"):
        for spans in found(facet, words).values():
            assert all(0 <= a < b <= len(words) for a, b in spans)
