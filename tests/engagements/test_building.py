"""The same engagements whatever the order, batches and repetition of what comes in; ids that last; what people decide of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from tests.examples import some
from verbale.engagements import count, engagements, found, of_record
from verbale.engagements import rule as counting
from verbale.engagements.minting import numbered, resolved
from verbale.entering.deciding import draft
from verbale.errors import UsageError
from verbale.model import Event, Evidence
from verbale.record import Record, check, open_record

from .making import MEETING, coded, document, event, groups

TARGETS = ["AFG-AUTH Amir Khan Muttaqi", "AFG-AUTH Din Mohammad Hanif", "AFG-AUTH", "AFG-WOM", "AFG-AUTH Muttaqi, QAT"]
DAYS = ["2023-01-12", "2023-01-13", "2023-01-15", "2023-01", None]
STORY = " ".join(f"word{n}" for n in range(120))


@st.composite
def events(draw: st.DrawFn) -> list[Event]:
    """Events of a few documents that are nearly the same, so that much hangs on which is matched first."""
    found = []
    for n in range(draw(st.integers(2, 9))):
        day = draw(st.sampled_from(DAYS))
        values: dict[str, Any] = {"date": day, "date_precision": {10: "day", 7: "month", 0: None}[len(day or "")]}
        values["mode"] = draw(st.sampled_from(["meet", "meet", "visit", "attend", "call"]))
        values["status"] = draw(st.sampled_from(["happened", "happened", "planned"]))
        values["coder"] = draw(st.sampled_from(["test", "grammar@1", "grammar@1"]))
        if draw(st.booleans()):  # in the same words as others of its document
            values["evidence"] = (Evidence(start=0, end=len(MEETING), text=MEETING),)
        values["place"], values["place_country"] = draw(st.sampled_from([("Kabul", "AFG"), ("Doha", "QAT"), (None, None)]))
        found.append(
            event(
                f"d{n // 2}",
                draw(st.sampled_from(["NOR Paul Bekken", "NOR", "UN"])),
                draw(st.sampled_from(TARGETS)),
                nth=n,
                **values,
            )
        )
    return found


@settings(max_examples=some(150), deadline=None)
@given(st.data())
def test_order_batches_and_repetition_change_nothing(data: st.DataObject) -> None:
    given_ = data.draw(events())
    expected = groups(engagements(given_))
    shuffled = data.draw(st.permutations([*given_, *given_[::2]]))
    assert groups(engagements(shuffled)) == expected
    assert [e.id for e in engagements(shuffled)] == [e.id for e in engagements(given_)]


def test_two_that_give_out_ids_at_once_agree(record: Record) -> None:
    record.add_all(coded(event("d0")), record.begin_run("add"))
    quicker: list[str] = []

    def slow() -> str:
        if not quicker:
            with open_record(record.where) as other:
                quicker.extend(each.id for each in of_record(other))
        return "g.late"

    assert [each.id for each in of_record(record, slow)] == quicker == [each.id for each in record.minted()]


@settings(max_examples=some(25), deadline=None)
@given(given_=events(), cut=st.integers(0, 4))
def test_a_record_filled_in_batches_has_the_same(fresh: Callable[[], Record], given_: list[Event], cut: int) -> None:
    with fresh() as store:
        readings = list(coded(*given_))
        run = store.begin_run("add")
        maker = numbered()
        for batch in (readings[cut:], readings[:cut], readings):
            for each in batch:
                store.add_coded(each, run)
            of_record(store, maker)
        held = of_record(store, maker)
        assert groups(held) == groups(engagements(given_))
        assert len({each.id for each in held}) == len(held) and held == of_record(store, maker)
        assert check(store) == ()


def test_a_story_published_forty_times_is_one_engagement_of_forty_reports() -> None:
    told = [event(f"d{n:02}", of={"published": f"2023-01-{13 + n % 5}", "publisher": f"Paper {n % 30}"}) for n in range(40)]
    pages = [
        document(each.document.id, STORY, published=each.document.published, publisher=each.document.publisher) for each in told
    ]
    (found,) = engagements(told, pages)
    assert len(found.documents) == 40
    assert [count([found], counting(unit)).count for unit in ("reports", "events", "engagements", "dyads")] == [40, 40, 1, 1]
    assert len(found.publishers) == 1, "they all copy one"
    assert count([found], counting("strict")).count == 0
    assert len(engagements(told)[0].publishers) == 30


def add(store: Record, *events: Event) -> None:
    for each in coded(*events):
        store.add_coded(each, store.begin_run("add"))


def test_an_id_lasts_and_one_that_was_given_up_leads_on(record: Record) -> None:
    maker = numbered()
    add(record, event("a", of={"published": "2023-01-14"}), event("c", date="2023-01-14"))
    first, second = of_record(record, maker)
    assert (first.engagement.events, second.engagement.events) == (("c0",), ("a0",))
    add(record, event("b", of={"published": "2023-01-01"}))
    assert [each.id for each in of_record(record, maker) if "a0" in each.engagement.events] == [second.id]
    record.decide(draft(record, "merge", [second.id, first.id], "anna", "afghanistan"))
    (both,) = of_record(record, maker)
    assert both.id == first.id, "the older id stays"
    assert resolved(second.id, record.minted()) == first.id
    assert found([both], second.id, record.minted()) is both
    record.decide(draft(record, "undo", ["1"], "anna", "afghanistan"))
    assert {each.id: set(each.engagement.events) for each in of_record(record, maker)} == {
        first.id: {"c0"},
        second.id: {"a0", "b0"},
    }


def test_an_event_that_was_taken_out_stays_out(record: Record) -> None:
    maker = numbered()
    add(record, *(event(key) for key in "abc"))
    (whole,) = of_record(record, maker)
    record.decide(draft(record, "split", [whole.id, "a0"], "anna", "afghanistan"))
    assert groups(of_record(record, maker)) == {frozenset({"a0"}), frozenset({"b0", "c0"})}
    add(record, event("d"))
    assert frozenset({"a0"}) not in groups(of_record(record, maker)) or len(groups(of_record(record, maker))) == 2
    record.decide(draft(record, "undo", ["1"], "anna", "afghanistan"))
    assert groups(of_record(record, maker)) == {frozenset({"a0", "b0", "c0", "d0"})}


@pytest.mark.parametrize("words", [["g.1"], ["g.1", "g.9"], ["g.9", "g.1"], ["", "g.1"]])
def test_what_is_no_engagement_is_a_usage_error(record: Record, words: list[str]) -> None:
    add(record, event("a"))
    of_record(record, numbered())
    for action in ("merge", "split"):
        with pytest.raises(UsageError):
            draft(record, action, words, "anna", "afghanistan")


def test_a_rejected_event_reports_nothing(record: Record) -> None:
    add(record, event("a"), event("b"))
    record.decide(draft(record, "reject", ["a0"], "anna", "afghanistan"))
    assert groups(of_record(record, numbered())) == {frozenset({"b0"})}


class Deciding(RuleBasedStateMachine):
    """Random merging, splitting and undoing of engagements of one report each, beside a model of pairs that belong together."""

    make: Callable[[], Record]
    SIZE = 5

    def __init__(self) -> None:
        super().__init__()
        self.store, self.maker = self.make(), numbered()
        add(self.store, *(event(f"d{n}", date=f"2023-0{n + 1}-01") for n in range(self.SIZE)))
        self.taken: list[tuple[str, list[tuple[str, str]] | int]] = []

    def teardown(self) -> None:
        assert check(self.store) == ()
        self.store.close()

    def _groups(self) -> set[frozenset[str]]:
        undone: set[int] = set()
        for number in range(len(self.taken), 0, -1):
            action, of = self.taken[number - 1]
            if action == "undo" and number not in undone:
                undone.add(int(of))  # type: ignore[arg-type]
        judged: dict[frozenset[str], bool] = {}
        for number, (action, pairs) in enumerate(self.taken, 1):
            if number not in undone and isinstance(pairs, list):
                judged |= {frozenset(pair): action == "merge" for pair in pairs}
        held = [{f"d{n}0"} for n in range(self.SIZE)]
        for a, b in sorted(tuple(sorted(pair)) for pair, one in judged.items() if one):
            mine, theirs = (next(group for group in held if each in group) for each in (a, b))
            if mine is not theirs and not any(
                not one and len(pair & mine) == len(pair & theirs) == 1 for pair, one in judged.items()
            ):
                mine |= theirs
                held.remove(theirs)
        return {frozenset(group) for group in held}

    @precondition(lambda self: len(self._groups()) > 1)
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        a, b = data.draw(st.permutations(of_record(self.store, self.maker)))[:2]
        self.store.decide(draft(self.store, "merge", [a.id, b.id], "anna", "none"))
        self.taken.append(("merge", [(a.events[0].id, b.events[0].id)]))

    @precondition(lambda self: len(self._groups()) < self.SIZE)
    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        whole = data.draw(st.sampled_from([each for each in of_record(self.store, self.maker) if len(each.events) > 1]))
        leaving = data.draw(st.sampled_from(whole.engagement.events))
        self.store.decide(draft(self.store, "split", [whole.id, leaving], "anna", "none"))
        self.taken.append(("split", [(leaving, each) for each in whole.engagement.events if each != leaving]))

    @precondition(lambda self: self.taken)
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        number = data.draw(st.integers(1, len(self.taken)))
        try:
            self.store.decide(draft(self.store, "undo", [str(number)], "anna", "none"))
        except UsageError:
            assert self.taken[number - 1][0] != "undo"
        else:
            self.taken.append(("undo", number))

    @invariant()
    def the_record_says_what_the_model_says(self) -> None:
        held = of_record(self.store, self.maker)
        assert groups(held) == self._groups()
        known = {each.id for each in self.store.minted()}
        assert all(resolved(each, self.store.minted()) in {one.id for one in held} for each in known)


def test_random_merging_splitting_and_undoing_is_what_a_simple_model_says(fresh: Callable[[], Record]) -> None:
    Deciding.make = staticmethod(fresh)  # type: ignore[assignment]
    run_state_machine_as_test(Deciding, settings=settings(max_examples=some(15), stateful_step_count=12, deadline=None))
