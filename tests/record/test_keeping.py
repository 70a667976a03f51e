"""What engagements were worked out from, and what changed since; of two who keep them at once, one has to look again."""

from __future__ import annotations

import pytest

from verbale.record import Minted, OvertakenError, Record, open_record

from .making import draft, make_coded

OSLO = "They met in Oslo, and said no word of it to anybody until the summer came and they had gone."
ONE = Minted(id="g.1", minted=1, anchor_document="d", anchor_event="e", type="CONSULT", mode="meet", events=(("d", "e"),))


def keep(record: Record, rules: str = "rules", body: str | None = "{}") -> None:
    record.keep_grouping(record.grouped(rules).now, [ONE], {ONE.id: body})


def test_what_is_kept_is_fresh_until_something_changes(record: Record) -> None:
    assert (record.grouped("rules").kept, record.grouped("rules").fresh) == (None, False)
    record.add_coded(make_coded(id="a"), record.begin_run("add"))
    keep(record)
    found = record.grouped("rules")
    assert (found.fresh, found.changed, found.bodies, len(found.events)) == (True, frozenset(), {"g.1": "{}"}, 1)
    with open_record(record.where) as other:
        assert other.grouped("rules").fresh


def test_other_rules_are_other_engagements(record: Record) -> None:
    keep(record)
    assert not record.grouped("others").fresh
    keep(record, "others")
    assert record.grouped("others").fresh and not record.grouped("rules").fresh


def test_the_documents_that_changed_are_told(record: Record) -> None:
    record.add_coded(make_coded(id="a"), record.begin_run("add"))
    keep(record)
    record.add_coded(make_coded(id="a"), record.begin_run("add"))
    assert record.grouped("rules").fresh, "the same again changes nothing"
    record.add_coded(make_coded(OSLO, id="b"), record.begin_run("add"))
    assert record.grouped("rules").changed == {"b"}
    keep(record)
    record.decide(draft("reject", next(record.events(document="a")).id))
    found = record.grouped("rules")
    assert (found.fresh, found.changed) == (False, {"a"})
    keep(record)
    record.add_coded(make_coded(coder="grammar@2", id="b"), record.begin_run("add"))
    assert record.grouped("rules").changed == {"b"}, "another version of it"


def test_who_goes_by_whose_id_changes_all(record: Record) -> None:
    record.add_coded(make_coded(id="a"), record.begin_run("add"))
    keep(record)
    record.decide(draft("same", "p.a", "p.b", kind="actor"))
    assert not record.grouped("rules").fresh
    record.decide(draft("undo", "1", kind="decision"))
    assert record.grouped("rules").fresh, "as it was"


def test_of_two_who_keep_at_once_one_has_to_look_again(record: Record) -> None:
    now = record.grouped("rules").now
    record.keep_grouping(now, [ONE], {})
    with pytest.raises(OvertakenError):
        record.keep_grouping(now, [], {})
    assert record.minted() == (ONE,)


def test_what_was_worked_out_before_a_change_is_what_it_is(record: Record) -> None:
    before = record.grouped("rules").now
    record.add_coded(make_coded(id="a"), record.begin_run("add"))
    record.keep_grouping(before, [ONE], {})
    found = record.grouped("rules")
    assert (found.fresh, found.changed, record.minted()) == (False, {"a"}, (ONE,))


def test_what_stands_no_more_has_no_body(record: Record) -> None:
    keep(record)
    keep(record, body=None)
    assert record.grouped("rules").bodies == {}
