from __future__ import annotations

from verbale.scoring.measures import measure
from verbale.scoring.scores import Key, Score, total

from .making import act


def test_counts_by_type_and_over_all():
    scores = measure([act(), act("REQUEST")], [act(who="USA > AFG-AUTH EU"), act("ACCUSE", complete=False)])
    assert scores[Key("strict", "all")] == Score(2, 1, 0) and scores[Key("lenient", "all")] == Score(2, 1, 1)
    assert scores[Key("lenient", "speech")] == Score(1, 0, 0) and Key("lenient", "ACCUSE") not in scores
    assert scores[Key("overall", "dyads")] == Score(1, 3, 1) and scores[Key("overall", "document mean")] == Score(1, 1, 0)


def test_acts_that_did_not_happen_are_counted_apart():
    scores = measure([act(status="planned")], [act(status="planned"), act("REQUEST", status="denied")])
    assert scores[Key("overall", "not happened")] == Score(1, 2, 1) and scores[Key("status", "planned")] == Score(1, 1, 1)


def test_dates_and_places_are_right_to_the_precision_of_the_gold():
    gold = act(date="2024-05", place="Doha")
    right, wrong = act(date="2024-05-14", place="doha"), act(date="2024-06-14", place=None)
    assert measure([gold], [right])[Key("paired", "date")] == Score(1, 1, 1)
    scores = measure([gold], [wrong])
    assert scores[Key("paired", "date")] == Score(1, 1, 0) == scores[Key("paired", "place")]
    assert scores[Key("field", "place")] == Score(1, 0, 0)
    assert Key("paired", "date") not in measure([act(date=None)], [right])


def test_a_person_is_right_by_the_words_or_by_whom_they_mean():
    gold, found = act(), act()
    gold["participants"][0] |= {"name": "he", "means": "Thomas West"}
    for name, right in (("West", 1), ("he", 1), ("Karen Decker", 0)):
        found["participants"][0]["name"] = name
        assert measure([gold], [found])[Key("paired", "person")] == Score(1, 1, right)
    found["participants"][0] |= {"name": "Thomas West", "party": "GBR"}
    assert measure([gold], [found])[Key("field", "person")].right == 0


def test_facets_count_values_that_are_not_the_default():
    gold = act(channel="in_person", topics=["education"], level={"USA": "envoy"}, instruments=["icc"], venue="unknown")
    found = act(
        channel="unknown", topics=["education", "sanctions"], level={}, instruments=[{"id": "icc", "start": 0}], tools=["x"]
    )
    scores = measure([gold], [found])
    assert scores[Key("facet", "channel")] == Score(1, 0, 0) and scores[Key("facet", "topics")] == Score(1, 2, 1)
    assert scores[Key("facet", "level")] == Score(1, 0, 0) and scores[Key("facet", "instruments")] == Score(1, 1, 1)
    assert scores[Key("facet", "venue")] == Score(0, 0, 0) and Key("facet", "tools") not in scores


def test_scores_of_documents_add_up():
    key = Key("strict", "all")
    assert total([{key: Score(1, 2, 1)}, {key: Score(3, 0, 0)}, {}]) == {key: Score(4, 2, 1)}
    assert Score(4, 2, 1).f1 == 1 / 3 and Score(0, 0, 0).f1 == Score(0, 0, 0).precision == Score(0, 0, 0).recall == 0
