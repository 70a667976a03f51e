from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.examples import some
from verbale.errors import DataError
from verbale.model import Coded, Event
from verbale.record import Record, check
from verbale.record.tables import claims, documents, events, evidence, mentions, participants, versions

from .behind import behind
from .making import make_coded, make_document, make_event

OLD, NEW = "The envoy met the minister on Monday.", "The envoy met the minister and a general on Monday."


CORPUS = [make_coded(f"Envoy {number} met minister {number} in Doha.", coder=f"grammar@{number % 2}") for number in range(8)]


def add(record: Record, *given: Coded) -> list[bool]:
    run = record.begin_run("add")
    return [record.add_coded(coded, run) for coded in given]


@given(st.lists(st.sampled_from(CORPUS), max_size=5, unique_by=lambda coded: coded.document.id), st.data())
@settings(max_examples=some(20), deadline=None)
def test_order_repetition_and_batches_do_not_matter(fresh: Callable[[], Record], corpus: list[Coded], data: st.DataObject) -> None:
    repeated = data.draw(st.lists(st.sampled_from(corpus), max_size=3)) if corpus else []
    shuffled = data.draw(st.permutations(corpus + repeated))
    cut = data.draw(st.integers(0, len(shuffled)))
    with fresh() as straight, fresh() as other:
        add(straight, *corpus)
        add(other, *shuffled[:cut])
        add(other, *shuffled[cut:])
        assert list(other.events()) == list(straight.events())
        assert list(other.documents()) == list(straight.documents())
        assert {**other.counts(), "runs": 0} == {**straight.counts(), "runs": 0}


@given(st.permutations([make_coded(text, id="page", published=day, path=path)
                        for text, day, path in ((OLD, "2024-01", "a"), (NEW, "2024-02", "b"), (NEW, "2024-02", "c"))]))  # fmt: skip
@settings(max_examples=some(12), deadline=None)
def test_inside_a_run_the_order_of_versions_and_copies_does_not_matter(fresh: Callable[[], Record], order: list[Coded]) -> None:
    with fresh() as record:
        add(record, *order)
        assert record.coded("page").document.text == NEW
        kept = record.coded("page").document.path
    with fresh() as record:
        add(record, *reversed(order), *order)
        assert record.coded("page").document.path == kept


POOL = [make_coded(text, coder, id=name, published=day) for text, day in ((OLD, "2024-01"), (NEW, "2024-02"))
        for coder in ("grammar@1", "grammar@2") for name in ("page", "other", "third")]  # fmt: skip
POOL += [Coded(document=coded.document) for coded in POOL[:2]]


@given(st.lists(st.sampled_from(POOL), max_size=6), st.lists(st.sampled_from(POOL), max_size=6))
@settings(max_examples=some(30), deadline=None)
def test_the_rows_are_the_same_however_many_are_kept_at_once(
    fresh: Callable[[], Record], first: list[Coded], second: list[Coded]
) -> None:
    with fresh() as singly, fresh() as together:
        for given_ in (first, second):
            changed = sum(add(singly, *given_))
            assert together.add_all(given_, together.begin_run("add")) == changed
        assert told(together) == told(singly)


def told(record: Record) -> dict[str, list[tuple[object, ...]]]:
    """All rows of a record, without the numbers that say nothing."""
    with record.reading() as connection:
        tables = (documents, versions, events, participants, evidence, mentions, claims)
        columns = {table.name: [each for each in table.c if each.name not in ("number", "version", "event")] for table in tables}
        return {name: sorted(map(tuple, connection.execute(select(*which))), key=repr) for name, which in columns.items()}


def test_the_same_again_changes_nothing(record: Record) -> None:
    coded = make_coded()
    assert add(record, coded, coded) == [True, False]
    assert add(record, coded) == [False]
    assert record.counts()["events"] == record.counts()["versions"] == 1


def test_a_changed_page_is_a_new_version_and_the_later_run_counts(record: Record) -> None:
    old, new = make_coded(OLD, id="page"), make_coded(NEW, id="page")
    assert add(record, old) + add(record, new) == [True, True]
    assert record.counts()["documents"] == 1
    assert record.counts()["versions"] == 2
    assert list(record.events()) == list(new.events)
    assert add(record, old) == [True], "a page may be changed back"
    assert list(record.events()) == list(old.events)


def test_a_newer_coder_replaces_and_an_older_one_does_not(record: Record) -> None:
    nine, twelve = make_coded(coder="grammar@9"), make_coded(coder="grammar@12")
    assert add(record, nine) + add(record, twelve) + add(record, nine) == [True, True, False]
    assert [event.coder for event in record.events()] == ["grammar@12"]
    assert check(record) == ()


def test_the_same_coder_with_other_packs_replaces_in_a_later_run(record: Record) -> None:
    before = make_coded()
    after = Coded(document=before.document, coder="grammar@1", skipped="language")
    assert add(record, before) + add(record, after) == [True, True]
    assert record.counts()["events"] == record.counts()["mentions"] == record.counts()["claims"] == 0


def test_another_coder_replaces(record: Record) -> None:
    assert add(record, make_coded(coder="grammar@2")) + add(record, make_coded(coder="other@1")) == [True, True]
    assert [event.coder for event in record.events()] == ["other@1"]


def test_documents_without_a_reading_never_displace_one(record: Record) -> None:
    coded = make_coded()
    run = record.begin_run("add")
    assert record.add_documents([coded.document], run) == 1
    assert add(record, coded) == [True]
    assert record.add_documents([coded.document], record.begin_run("add")) == 0
    assert record.coded(coded.document.id) == coded


def test_two_events_with_one_id_are_refused_and_nothing_is_kept(record: Record) -> None:
    document = make_document()
    twins: tuple[Event, ...] = (make_event(document), make_event(document))
    with pytest.raises(DataError, match="refuses"):
        add(record, Coded(document=document, events=twins))
    assert record.counts()["documents"] == 0


def test_an_unknown_run_is_refused(record: Record) -> None:
    with pytest.raises(DataError):
        record.add_coded(make_coded(), "no such run")


def test_replacing_leaves_no_row_behind(record: Record) -> None:
    add(record, make_coded(coder="grammar@1"))
    add(record, Coded(document=make_coded().document, coder="grammar@2"))
    for table in ("events", "participants", "evidence", "mentions", "claims"):
        assert behind(record, f"SELECT count(*) FROM {table}", guards=True) == [(0,)]
    assert check(record) == ()
