from __future__ import annotations

from collections import Counter

import pytest

from verbale.scoring.alpha import agreement, alpha

from .making import act

# K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): example C, four observers, twelve units, nominal
FOUR = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
# the same, example A: two observers, ten units, two values
TWO = ("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")


def units(table: tuple[str, ...]) -> Counter[tuple[str | None, ...]]:
    rows = [[None if value == "." else value for value in row.split()] for row in table]
    return Counter(zip(*rows, strict=True))


@pytest.mark.parametrize(("table", "published"), [(FOUR, 0.743), (TWO, 0.095)])
def test_published_examples(table, published):
    assert alpha(units(table)) == pytest.approx(published, abs=0.0005)


def test_nobody_could_have_disagreed():
    assert alpha(Counter({("a", "a"): 5})) is None and alpha(Counter()) is None


def test_two_codings():
    one = [act(date="2024-05-14"), act("REQUEST", words="reopen schools")]
    same = agreement([(one, one)])
    assert same["passage"] == same["type"] == same["target"] == 1.0 or same["target"] is None
    other = [act(date=None), act("ACCUSE", words="reopen schools")]
    found = agreement([(one, other)])
    assert found["type"] is not None and found["type"] < 1 and found["passage"] is not None and 0 < found["passage"] < 1
    assert found["date"] is not None and found["date"] <= 0
