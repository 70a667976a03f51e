"""What a table's rule holds."""

from __future__ import annotations

import pytest

from verbale.catalogue.tables import holds


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (r"\brefus", "They REFUSED it."),
        (r"\bNATO\b", "nato said so"),
        # the class of a sign is no letter: what is no blank, and no boundary
        (r"no\Whow", "No-how"),
        (r"\bre\Sect", "Reject"),
        (r"fus\B", "refused"),
    ],
)
def test_capitals_tell_nothing_in_a_rule_or_its_text(words: str, text: str) -> None:
    assert holds(words, text)


@pytest.mark.parametrize(("words", "text"), [(r"no\Whow", "nowhow"), (r"fus\B", "they refus")])
def test_a_class_of_signs_keeps_its_meaning(words: str, text: str) -> None:
    assert not holds(words, text)
