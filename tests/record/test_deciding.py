from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from tests.examples import some
from verbale.errors import DataError, UsageError
from verbale.model import Coded, Event
from verbale.record import Coding, Decision, OvertakenError, Record, check, live, search
from verbale.record.naming import candidate

from .making import TEXT, added, draft, make_coded, make_document, make_event, open_counted

CODED = make_coded()
EVENT = CODED.events[0]
CODING = Coding(document=CODED.document.id, sha256=CODED.document.sha256, words=EVENT.evidence, events=(EVENT,))
MISSED = make_event(CODED.document, 62, 114, id="missed", coder="hand:anna", type="AGREE", mode="agree")


@pytest.fixture
def filled(record: Record) -> Record:
    record.add_coded(CODED, record.begin_run("add"))
    return record


def ids(record: Record, **filters: Any) -> list[str]:
    return [event.id for event in record.events(**filters)]


def test_a_rejected_event_is_out_everywhere_and_can_still_be_found_by_its_id(filled: Record) -> None:
    filled.decide(draft("reject", EVENT.id, why="a different Potzel"))
    assert ids(filled) == []
    assert filled.coded(CODED.document.id).events == ()
    assert filled.counts()["events"] == 0
    assert [hit.events for hit in search(filled, "Potzel Muttaqi Kabul")] == [()]
    found = filled.event(EVENT.id)
    assert found.review is not None
    assert (found.review.verdict, found.review.by, found.review.decision) == ("rejected", "anna", 1)
    assert filled.rejected() == (found,)
    filled.decide(draft("undo", "1"))
    assert list(filled.events()) == [EVENT]
    assert check(filled) == ()


def test_a_corrected_event_is_found_by_what_it_says_now(filled: Record) -> None:
    people = msgspec.to_builtins(EVENT.participants)
    people[0]["party"] = "NOR"
    filled.decide(draft("correct", EVENT.id, changes={"participants": people, "date": "2023-07-11", "status": "denied"}))
    assert ids(filled, party="UN") == ids(filled, since="2023-07-12") == []
    assert ids(filled, party="NOR") == ids(filled, until="2023-07-11") == ids(filled, reviewed=True) == [EVENT.id]
    (event,) = filled.events()
    assert (event.status, event.review and event.review.verdict, event.coder) == ("denied", "corrected", "grammar@1")
    assert check(filled) == ()


def test_an_added_event_stands_beside_what_was_read(filled: Record) -> None:
    filled.decide(added(CODED, MISSED))
    assert ids(filled) == [EVENT.id, "missed"]
    assert ids(filled, reviewed=False) == [EVENT.id]
    assert [hit.events for hit in search(filled, "girls schools")] == [("missed",)]
    assert {event.id for event in filled.coded(CODED.document.id).events} == {EVENT.id, "missed"}
    assert check(filled) == ()


def test_decisions_survive_coding_again(filled: Record) -> None:
    filled.decide(draft("accept", EVENT.id))
    filled.decide(added(CODED, MISSED))
    newer = make_event(CODED.document, 0, 46, id="newer", coder="grammar@2", topics=("education",))
    filled.add_coded(Coded(document=CODED.document, events=(newer,), coder="grammar@2"), filled.begin_run("add"))
    assert [(event.id, event.review and event.review.verdict) for event in filled.events()] == [
        (EVENT.id, "accepted"),
        ("missed", "added"),
    ]
    assert filled.attached() == {(1, 0): EVENT.id, (2, 0): "missed"}
    assert check(filled) == ()


def test_stale_decisions_are_counted_and_queued(filled: Record) -> None:
    filled.decide(draft("reject", EVENT.id))
    filled.add_coded(Coded(document=CODED.document, coder="grammar@2"), filled.begin_run("add"))
    (stale,) = filled.stale()
    assert (stale.decision.number, stale.document, stale.reason) == (1, CODED.document.id, "not read")
    assert filled.counts()["stale"] == 1
    filled.add_coded(msgspec.structs.replace(CODED, coder="grammar@3"), filled.begin_run("add"))
    assert filled.stale() == ()
    assert ids(filled) == []


def test_a_changed_page_keeps_what_was_decided_of_the_same_words(filled: Record) -> None:
    filled.decide(draft("accept", EVENT.id))
    filled.decide(added(CODED, MISSED))
    page = make_document("Updated. " + TEXT.partition(" The two")[0], id=CODED.document.id)
    filled.add_coded(Coded(document=page, coder="grammar@1"), filled.begin_run("add"))
    assert ids(filled) == [EVENT.id]
    assert [stale.reason for stale in filled.stale()] == ["words gone"]
    old = filled.coded(CODED.document.id, CODED.document.sha256)
    assert [event.id for event in old.events] == [EVENT.id, "missed"], "the old version keeps its own"
    assert check(filled) == ()


def test_actors_go_by_what_was_decided_of_them(filled: Record) -> None:
    filled.decide(draft("same", candidate(EVENT.participants[1]), "p.muttaqi", kind="actor", weight=0.97))
    assert [p.actor for p in next(filled.events()).participants] == [None, "p.muttaqi"]
    assert filled.coded(CODED.document.id).events[0].participants[1].actor == "p.muttaqi"
    filled.decide(draft("undo", "1"))
    assert list(filled.events()) == [EVENT]


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (draft("accept", "nothing"), "no event nothing"),
        (draft("accept", EVENT.id, by=" "), "needs a name"),
        (draft("accept", EVENT.id, changes={"status": "denied"}), "nothing else has any"),
        (draft("correct", EVENT.id), "a correction needs its fields"),
        (draft("correct", EVENT.id, changes={"status": "happened"}), "changes nothing"),
        (draft("correct", EVENT.id, changes={"status": "maybe"}), "does not fit"),
        (draft("same", EVENT.id), "cannot be decided"),
        (draft("same", "p.a", "p.a", kind="actor"), "named twice"),
        (draft("accept", "p.a", kind="actor"), "cannot be decided"),
        (draft("same", "p.a", "p.b", kind="actor", weight=1.5), "between 0 and 1"),
        (draft("undo", "1"), "no decision 1"),
        (draft("undo", "one"), "no decision one"),
        (draft("code", "passage", kind="passage"), "needs its passage"),
        (draft("accept", EVENT.id, coded=CODING), "nothing else has one"),
        (draft("nothing", "passage", kind="passage"), "nobody coded"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_leaves_no_row(filled: Record, decision: Decision, words: str) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        filled.decide(decision)
    assert caught.value.hint
    assert filled.decisions() == ()


def test_what_is_coded_blind_changes_no_event_and_can_be_undone(filled: Record) -> None:
    taken = filled.decide(draft("code", "passage", kind="passage", coded=CODING))
    assert taken.coded == CODING
    assert list(filled.events()) == [EVENT]
    assert (filled.stale(), check(filled), filled.broken()) == ((), (), None)
    filled.decide(draft("undo", "1"))
    assert live(filled.decisions()) == ()


def test_a_coding_is_of_words_that_stand_there(filled: Record) -> None:
    words = (msgspec.structs.replace(EVENT.evidence[0], text="M" * 61),)
    for wrong in ({"words": ()}, {"words": words}, {"sha256": "0" * 64}, {"document": "none"}):
        coding = msgspec.structs.replace(CODING, **wrong)
        with pytest.raises(DataError):
            filled.decide(draft("code", "passage", kind="passage", coded=coding))
    assert filled.decisions() == ()


def test_decisions_that_belong_together_are_taken_all_or_none(filled: Record) -> None:
    with pytest.raises(UsageError):
        filled.decide_all([draft("accept", EVENT.id, settles=(1, 2)), draft("accept", "nothing")])
    assert filled.decisions() == ()
    assert filled.event(EVENT.id).review is None
    done = filled.decide_all(
        [draft("accept", EVENT.id, settles=(1, 2)), draft("nothing", "passage", kind="passage", settles=(1, 2))]
    )
    assert [(each.number, each.settles) for each in done] == [(1, (1, 2)), (2, (1, 2))]
    assert filled.broken() is None


def test_who_decides_from_what_no_longer_stands_is_told(filled: Record) -> None:
    filled.decide_all([draft("accept", EVENT.id)], head=0)
    with pytest.raises(OvertakenError):
        filled.decide_all([draft("reject", EVENT.id)], head=0)
    assert len(filled.decide_all([draft("reject", EVENT.id)], head=1)) == 1


def test_nothing_is_undone_twice(filled: Record) -> None:
    filled.decide(draft("accept", EVENT.id))
    filled.decide(draft("undo", "1"))
    with pytest.raises(UsageError, match="undone before"):
        filled.decide(draft("undo", "1"))
    filled.decide(draft("undo", "2"))
    assert ids(filled, reviewed=True) == [EVENT.id]


def test_only_words_of_the_document_are_added(filled: Record) -> None:
    elsewhere = make_event(make_document("Some other text of the same length, more or less, of sixty letters."), id="x")
    with pytest.raises(DataError, match="do not stand"):
        filled.decide(added(CODED, elsewhere))
    with pytest.raises(DataError, match="no document"):
        filled.decide(added(make_coded("Not in the record."), MISSED))
    filled.decide(added(CODED, MISSED))
    for again in (MISSED, msgspec.structs.replace(MISSED, id="under another id")):
        with pytest.raises(DataError, match="already, as event missed"):
            filled.decide(added(CODED, again))


def test_two_meetings_in_one_sentence_are_told_apart_by_their_days(filled: Record) -> None:
    again = make_event(CODED.document, id="again", date="2023-07-13")
    filled.decide(added(CODED, again))
    assert ids(filled) == [EVENT.id, "again"]
    with pytest.raises(DataError, match="already"):
        filled.decide(added(CODED, make_event(CODED.document, id="undated", date=None, date_precision=None)))


SENTENCES = [f"Envoy {n} met minister {n} in Doha." for n in range(4)]
PAGE = make_document(" ".join(SENTENCES), id="page")
SPANS = [(PAGE.text.index(each), PAGE.text.index(each) + len(each)) for each in SENTENCES]


def told(n: int, coder: str = "grammar@1") -> Event:
    return make_event(PAGE, *SPANS[n], id=f"e{n}", coder=coder, participants=())


class Deciding(RuleBasedStateMachine):
    """Random decisions, undoings and newer coders, beside a model that is a list and a loop over it."""

    make: Callable[[], Record]

    def __init__(self) -> None:
        super().__init__()
        self.record = self.make()
        self.read, self.coder, self.taken = {0, 1, 2}, 1, []
        self._code()

    def teardown(self) -> None:
        assert check(self.record) == ()
        self.record.close()

    def _code(self) -> None:
        coder = f"grammar@{self.coder}"
        events = tuple(told(n, coder) for n in sorted(self.read))
        self.record.add_coded(Coded(document=PAGE, events=events, coder=coder), self.record.begin_run("add"))

    def _state(self) -> dict[int, tuple[str, str]]:
        """By the model: of each event that there is, the last verdict that holds and the status."""
        undone: set[int] = set()
        for number in range(len(self.taken), 0, -1):
            action, of = self.taken[number - 1][:2]
            if action == "undo" and number not in undone:
                undone.add(of)
        state = dict.fromkeys(self.read, ("", "happened"))
        for number, (action, of, status) in enumerate(self.taken, 1):
            if number in undone or action == "undo":
                continue
            if action in ("accept", "correct", "add"):
                state[of] = (action, status)
            elif of in state and (action == "unsure" or state[of][1] == status):
                state[of] = (action, state[of][1])
        return state

    @rule(n=st.integers(0, 3), action=st.sampled_from(["accept", "reject", "unsure"]))
    def judge(self, n: int, action: str) -> None:
        if n in (state := self._state()):
            self.record.decide(draft(action, f"e{n}"))
            self.taken.append((action, n, state[n][1]))

    @rule(n=st.integers(0, 3), status=st.sampled_from(["denied", "refused", "happened"]))
    def correct(self, n: int, status: str) -> None:
        if n in (state := self._state()) and state[n][1] != status:
            self.record.decide(draft("correct", f"e{n}", changes={"status": status}))
            self.taken.append(("correct", n, status))

    @rule(n=st.integers(0, 3))
    def add(self, n: int) -> None:
        if n not in self._state():
            self.record.decide(added(Coded(document=PAGE), told(n, "hand:anna")))
            self.taken.append(("add", n, "happened"))

    @precondition(lambda self: self.taken)
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        number = data.draw(st.integers(1, len(self.taken)))
        try:
            self.record.decide(draft("undo", str(number)))
        except UsageError:
            assert self.taken[number - 1][0] != "undo"
        else:
            self.taken.append(("undo", number, ""))

    @rule(read=st.sets(st.integers(0, 3)))
    def code_again(self, read: set[int]) -> None:
        self.read, self.coder = read, self.coder + 1
        self._code()

    @invariant()
    def the_record_says_what_the_model_says(self) -> None:
        state = {n: each for n, each in self._state().items() if each[0] != "reject"}
        verdicts = {"": None, "accept": "accepted", "correct": "corrected", "add": "added", "unsure": "unsure"}
        found = {event.id: (event.review and event.review.verdict, event.status) for event in self.record.events()}
        assert found == {f"e{n}": (verdicts[action], status) for n, (action, status) in state.items()}
        assert len(self.record.decisions()) == len(self.taken)


def test_random_decisions_equal_a_simple_model(fresh: Callable[[], Record]) -> None:
    Deciding.make = staticmethod(fresh)
    run_state_machine_as_test(Deciding, settings=settings(max_examples=some(25), stateful_step_count=15, deadline=None))


def test_decisions_carry_the_callers_clock(tmp_path: Any) -> None:
    with open_counted(tmp_path / "x.db") as record:
        assert record.decide(draft("same", "p.a", "p.b", kind="actor")).at == "2024-01-01T00:00:00+00:00"
