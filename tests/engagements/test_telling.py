"""Words that few acts have tell acts apart; those of many, names and days do not."""

from __future__ import annotations

from verbale.engagements.act import act
from verbale.engagements.telling import Telling, common, vocabulary

from .making import event

SAID = {"type": "ACCUSE", "mode": "criticise"}


def test_only_words_of_few_acts_that_name_nobody_count() -> None:
    words = "Bekken on Monday deplored propaganda against rapporteurs."
    a, b = (act(event(key, words=words, **SAID)) for key in ("a", "b"))
    many = [act(event(f"c{n}", words="They deplored it.", **SAID)) for n in range(10)]
    assert Telling(common([each.words for each in (a, b, *many)]))(a, b) == len({"propa", "again", "rappo"})


def test_acts_without_words_in_common_have_none() -> None:
    a, b = (act(event(key, words=words, **SAID)) for key, words in (("a", "Floggings."), ("b", "Closures.")))
    assert Telling(common([a.words, b.words]))(a, b) == 0


def test_words_are_counted_again_only_where_they_are_others() -> None:
    events = [event(f"c{n}", words="They deplored it.", **SAID) for n in range(10)]
    first = vocabulary(events)
    assert "deplo" in first.common and vocabulary(events, first) is first
    assert vocabulary([*events, event("d")], first) is not first
    assert vocabulary([event("d", words="Floggings.", **SAID), *events[1:]], first).of != first.of
