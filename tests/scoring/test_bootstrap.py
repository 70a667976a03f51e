from __future__ import annotations

from verbale.scoring.bootstrap import intervals
from verbale.scoring.scores import Key, Score

KEY = Key("strict", "all")


def test_an_interval_holds_the_figure_and_is_the_same_every_time():
    documents = [{KEY: Score(10, 10, n % 10)} for n in range(30)]
    (found,) = intervals(documents).values()
    assert 0.3 < found.low < 0.45 < found.high < 0.6 and intervals(documents) == {KEY: found}


def test_more_documents_make_it_narrower():
    few, many = ([{KEY: Score(1, 1, n % 2)} for n in range(size)] for size in (10, 200))
    widths = [found.high - found.low for each in (few, many) for found in intervals(each).values()]
    assert widths[1] < widths[0] / 2


def test_nothing_to_count():
    assert intervals([]) == {} and intervals([{KEY: Score(0, 0, 0)}])[KEY] == (0.0, 0.0)
