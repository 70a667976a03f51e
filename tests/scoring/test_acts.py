from __future__ import annotations

from verbale.scoring.acts import dyads, named, same_name, sides, spans, words_of

from .making import TEXT, act


def test_hosts_act_and_the_unknown_are_no_party():
    told = act(who="USA >")
    told["participants"] += [{"name": "x", "party": None, "role": "target"}, {"name": "Qatar", "party": "QAT", "role": "host"}]
    assert sides(told) == ({"USA", "QAT"}, set())


def test_dyads_are_of_those_who_consulted_and_a_roll_call_does_not_rule():
    assert dyads([act(who="USA EU > AFG-AUTH")]) == {frozenset(p) for p in (("USA", "EU"), ("USA", "AFG-AUTH"), ("EU", "AFG-AUTH"))}
    assert dyads([act(status="planned"), act("REQUEST")]) == set()
    assert len(dyads([act(who="A B C D E F > G")])) == 6


def test_who_has_a_name_or_means_somebody_who_has():
    people = [{"name": "Karen Decker"}, {"name": "she", "means": "Karen Decker"}, {"name": "the envoy"}, {"name": "A b c d e f"}]
    assert named({"participants": people}) == people[:2]


def test_names_are_one_whatever_their_marks_and_titles():
    assert same_name("Amir Khan Muttaqi", "Muttaqi") and same_name("José Pérez", "Jose Perez")
    assert not same_name("Kai Eide", "Espen Barth Eide") and not same_name("", "Eide") and not same_name(None, None)


def test_evidence_in_either_form():
    assert spans({"evidence": [[1, 2], {"start": 3, "end": 4, "text": "x"}]}) == [(1, 2), (3, 4)]
    assert words_of(act(words="met ministers"), TEXT) == "met ministers" and words_of(act(), "") == ""
