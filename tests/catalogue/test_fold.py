from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.catalogue.fold import calm, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ghani’s “Chargé d’Affaires”", "Ghani's \"Charge d'Affaires\""),
        ("Erdoğan – Łódź\n\tİstanbul", "Erdogan - Lodz  Istanbul"),
        ("plain `words`", "plain 'words'"),
        ("سلام دنیا of Kabul", "سلام دنیا of Kabul"),
    ],
)
def test_marks_are_made_plain(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(alphabet=st.characters() | st.sampled_from("a \n\t`é’–سا")), st.text())
def test_no_offset_moves_and_what_stands_beside_changes_nothing(text: str, more: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(text + more) == fold(text) + fold(more)


def test_a_heading_in_capitals_keeps_the_whole_name_of_its_place() -> None:
    assert calm("PAPUA NEW GUINEA") == "Papua New Guinea"
    assert calm("UN AND SRI LANKA") == "UN and Sri Lanka"
    assert calm("A NEW UN ENVOY FOR LIBYA") == "a New UN Envoy for Libya"
