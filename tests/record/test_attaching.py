from __future__ import annotations

from typing import Any

import msgspec

from verbale.model import DocumentRef, Event, Evidence, Participant
from verbale.record import Decision, Judged
from verbale.record.attaching import Page, Settled, settle

from .making import TEXT, draft, make_document, make_event, sha

DOCUMENT = make_document()
MEETING = make_event(DOCUMENT)
LATER = TEXT.replace("Markus", "On Tuesday, Markus")


def page(text: str = TEXT) -> Page:
    return Page(DocumentRef(id=DOCUMENT.id), sha(text), text)


def judged(event: Event = MEETING, text: str = TEXT, **fields: Any) -> Judged:
    return Judged(document=DOCUMENT.id, sha256=sha(text), event=event, **fields)


def decided(action: str, event: Event = MEETING, number: int = 1, **fields: Any) -> Decision:
    beside = fields.pop("beside", ())
    return draft(action, event.id, number=number, judged=(judged(event, beside=beside),), **fields)


def verdicts(settled: Settled) -> list[str | None]:
    return [slot.review.verdict if slot.review else None for slot in settled.slots]


def read_anew(**fields: Any) -> Event:
    """What a newer coder makes of the same words."""
    return msgspec.structs.replace(MEETING, **{"id": "anew", "coder": "grammar@2"} | fields)


def test_without_decisions_everything_is_as_read() -> None:
    settled = settle(page(), [MEETING], [])
    assert [(slot.read, slot.event) for slot in settled.slots] == [(MEETING, MEETING)]
    assert verdicts(settled) == [None]


def test_the_last_decision_counts() -> None:
    taken = [decided("accept"), decided("reject", number=2), decided("unsure", number=3)]
    assert [verdicts(settle(page(), [MEETING], taken[:n])) for n in (1, 2, 3)] == [["accepted"], ["rejected"], ["unsure"]]
    assert settle(page(), [MEETING], taken).attached == {(n, 0): MEETING.id for n in (1, 2, 3)}


def test_a_correction_puts_values_in_the_place_of_what_was_read() -> None:
    (slot,) = settle(page(), [MEETING], [decided("correct", changes={"status": "denied", "topics": ["education"]})]).slots
    assert (slot.event.status, slot.event.topics, slot.event.id) == ("denied", ("education",), MEETING.id)
    assert slot.read == MEETING


def test_a_newer_coders_reading_of_the_same_words_is_the_same_act() -> None:
    anew = read_anew(evidence=(Evidence(start=0, end=46, text=TEXT[:46]),), topics=("education",))
    settled = settle(page(), [anew], [decided("accept")])
    assert verdicts(settled) == ["accepted"]
    assert settled.slots[0].event == msgspec.structs.replace(MEETING, document=anew.document), "as the person saw it"
    assert settled.slots[0].read == anew
    assert verdicts(settle(page(), [anew], [decided("reject")])) == ["rejected"]


def test_a_rejection_does_not_reach_a_reading_that_was_put_right() -> None:
    settled = settle(page(), [read_anew(status="denied")], [decided("reject")])
    assert verdicts(settled) == [None]
    assert settled.stale == {(1, 0): "read otherwise"}


def test_a_decision_does_not_slip_to_the_act_beside_it() -> None:
    visit = msgspec.structs.replace(MEETING, id="visit", mode="visit")
    settled = settle(page(), [visit], [decided("reject", beside=("visit",))])
    assert verdicts(settled) == [None]
    assert settled.stale == {(1, 0): "not read"}
    settled = settle(page(), [visit], [decided("accept", beside=("visit",))])
    assert [slot.event.id for slot in settled.slots] == ["visit", MEETING.id]


def test_of_two_acts_in_the_same_words_the_likelier_is_taken() -> None:
    others = (Participant(name="Markus Potzel", role="source", start=0, end=13, party="UN"),)
    visit, meeting = read_anew(id="1", mode="visit"), read_anew(id="2")
    alone = read_anew(id="3", participants=others)
    settled = settle(page(), [visit, alone, meeting], [decided("accept")])
    assert verdicts(settled) == [None, None, "accepted"]


def test_what_was_accepted_or_added_stays_when_the_coder_reads_it_no_more() -> None:
    for action in ("accept", "add", "correct"):
        changes = {"status": "denied"} if action == "correct" else {}
        settled = settle(page(), [], [decided(action, changes=changes)])
        assert [slot.read for slot in settled.slots] == [None]
        assert settled.attached == {(1, 0): MEETING.id}


def test_what_was_added_is_one_with_what_a_newer_coder_reads() -> None:
    settled = settle(page(), [read_anew()], [decided("add")])
    assert [slot.event.id for slot in settled.slots] == [MEETING.id]
    assert settled.slots[0].read == read_anew()


def test_another_type_is_another_act() -> None:
    settled = settle(page(), [read_anew(type="AGREE", mode="agree")], [decided("reject")])
    assert settled.stale == {(1, 0): "not read"}


def test_words_that_moved_are_found_and_everything_in_them_moves_along() -> None:
    settled = settle(page(LATER), [], [decided("accept")])
    (event,) = [slot.event for slot in settled.slots]
    assert all(LATER[e.start : e.end] == e.text for e in event.evidence)
    assert [LATER[p.start : p.end] for p in event.participants] == [p.name for p in MEETING.participants]


def test_words_that_are_gone_leave_a_stale_decision() -> None:
    for action in ("accept", "reject", "add"):
        settled = settle(page("Nobody met anybody at all."), [], [decided(action)])
        assert (settled.slots, settled.stale) == ([], {(1, 0): "words gone"})


def test_of_a_pair_each_side_is_attached_to_its_own_event() -> None:
    other = make_event(DOCUMENT, 62, 114, id="other", type="AGREE", mode="agree")
    pair = draft("same", MEETING.id, "other", number=1, judged=(judged(), judged(other)))
    settled = settle(page(), [MEETING, other], [pair])
    assert settled.attached == {(1, 0): MEETING.id, (1, 1): "other"}
    assert verdicts(settled) == [None, None], "that two acts are one says nothing of whether they happened"


def test_the_order_of_reading_does_not_matter() -> None:
    visit = read_anew(id="1", mode="visit")
    taken = [decided("accept"), decided("correct", number=2, changes={"status": "denied"})]
    one, two = (settle(page(), events, taken) for events in ([visit, read_anew()], [read_anew(), visit]))
    assert sorted(one.slots, key=lambda s: s.event.id) == sorted(two.slots, key=lambda s: s.event.id)
