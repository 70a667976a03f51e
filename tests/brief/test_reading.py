from __future__ import annotations

from verbale.analysis.scorecard import Card
from verbale.analysis.stats.reading import Audit
from verbale.brief.reading import in_short, measured

CARD = Card(on="on ten documents", contacts=Audit(gold=100, found=50, right=45), date="2026-01-02", beyond="others are read worse")


def test_the_scorecard_with_its_date_and_figures() -> None:
    assert measured(CARD) == (
        "Scorecard of 2 January 2026, on ten documents: of the contacts that the program lists 90 % are right, "
        "and it lists 45 % of those that there are; others are read worse."
    )


def test_what_a_reader_has_to_expect() -> None:
    assert "about one in ten of the contacts that it lists are wrong, and it misses about six in ten; others" in in_short(CARD)


def test_nothing_is_said_where_nobody_measured() -> None:
    assert measured(None) == in_short(None) == ""
