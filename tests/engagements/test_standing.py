"""Engagements are kept and read again; what changed is matched anew, and comes to what matching all would come to."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
import pytest

from verbale.engagements import Engaged, engagements, of_record, renewing, standing
from verbale.engagements.minting import numbered
from verbale.engagements.prudence import Prudence
from verbale.engagements.summing import summed
from verbale.entering.deciding import draft
from verbale.errors import VerbaleError
from verbale.model import Coded, DocumentRef, Event, Evidence
from verbale.record import Record

from .making import MEETING, coded, document, event, groups, who

SENTENCES = (
    "The envoy of Norway met the acting foreign minister in Kabul.",
    "The envoy deplored propaganda against rapporteurs.",
    "The envoy deplored propaganda and again the flogging of rapporteurs.",
    "He urged them to reopen schools, as at their talks in January.",
    "They travelled to Doha for talks on the frozen assets.",
)
KINDS = (
    ("CONSULT", "meet"),
    ("CONSULT", "meet"),
    ("CONSULT", "visit"),
    ("CONSULT", "attend"),
    ("ACCUSE", "criticise"),
    ("REQUEST", "urge"),
)
SIDES = ("NOR Paul Bekken", "NOR", "UN", "QAT Lolwah Al-Khater", "AFG-AUTH Amir Khan Muttaqi", "AFG-AUTH", "AFG-WOM")
DAYS = (*["2023-01-12", "2023-01-13", "2023-01-16", "2023-03-02", "2023-06-20", "2023-06-21"] * 2, "2023-01", None)
STORY = " ".join(f"word{n}" for n in range(120))


def page(chance: random.Random, key: str) -> Coded:
    """A document of up to three acts that others are likely to tell of too; some documents copy each other."""
    told = [chance.choice(SENTENCES) for _ in range(chance.randint(1, 3))]
    tail = STORY if chance.random() < 0.3 else f"Nothing more of {key}."
    published = f"2023-0{chance.choice('1367')}-{chance.randint(12, 24)}"
    given_ = document(key, "\n".join([*told, tail]), published=published, publisher=f"Paper {chance.randint(1, 4)}")
    ref = DocumentRef(**{name: getattr(given_, name) for name in DocumentRef.__struct_fields__})
    made = []
    for n, words in enumerate(told):
        start = sum(len(each) + 1 for each in told[:n])
        kind, mode = chance.choice(KINDS)
        day = chance.choice(DAYS)
        place = chance.choice((("Kabul", "AFG"), ("Doha", "QAT"), (None, None)))
        made.append(
            event(
                key, type=kind, mode=mode, date=day,
                date_precision={10: "day", 7: "month", 0: None}[len(day or "")],
                date_basis=chance.choice(("stated", "publication")) if day else None,
                status=chance.choice(("happened", "happened", "planned")), place=place[0], place_country=place[1],
                coder="grammar@1",
            )
        )  # fmt: skip
        made[-1] = msgspec.structs.replace(
            made[-1], id=f"{key}.{n}.{kind}.{mode}", document=ref,
            evidence=(Evidence(start=start, end=start + len(words), text=words),),
            participants=(who(chance.choice(SIDES[:4])), who(chance.choice(SIDES), "target")),
        )  # fmt: skip
    return Coded(document=given_, events=tuple(made), coder=f"grammar@{chance.randint(1, 9)}")


def decide(chance: random.Random, store: Record) -> None:
    """Any decision that may be taken on what is there."""
    ids = [each.id for each in store.events()]
    held = [each.id for each in of_record(store)]
    action = chance.choice(("same", "different", "accept", "reject", "merge", "split", "undo", "undo"))
    if action in ("same", "different") and len(ids) > 1:
        words = chance.sample(ids, 2)
    elif action == "merge" and len(held) > 1:
        words = chance.sample(held, 2)
    elif action == "split":
        whole = chance.choice(of_record(store)) if held else None
        words = [whole.id, whole.engagement.events[0]] if whole and len(whole.events) > 1 else []
    elif action == "undo":
        words = [str(chance.randint(1, max(1, store.head().number)))]
    else:
        words = chance.sample(ids, min(1, len(ids)))
    try:
        store.decide(draft(store, action, words, "anna", "none"))
    except VerbaleError:
        return  # it is none that can be taken here


def plain(found: Iterable[Engaged]) -> dict[tuple[str, ...], Any]:
    """All of engagements but their ids, by their events."""
    of = {each.id: each.engagement.events for each in found}
    return {
        each.engagement.events: (
            each.events, each.matches, each.publishers, each.accounts, each.copies, each.region,
            of[each.engagement.parent] if each.engagement.parent else None,
            msgspec.structs.replace(each.engagement, id="", parent=None),
            each.gist and msgspec.structs.replace(each.gist, id="", parent=None),
        )
        for each in found
    }  # fmt: skip


def whole(store: Record) -> tuple[Engaged, ...]:
    """All of a record matched by itself, with what it comes to."""
    same, different = standing._decided(store)
    named = {each.document.id: each.events for each in store.codings()}
    prudence = Prudence({each.id: each.text for each in store.documents()}, named)
    found = engagements(store.events(), store.documents(), same=same, different=different)
    return tuple(msgspec.structs.replace(each, gist=summed(each, prudence)) for each in found)


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never match all where a part would do, however small the record."""
    monkeypatch.setattr(renewing, "_MOST", 10.0)


@pytest.mark.parametrize("seed", range(12))
def test_what_changed_matched_anew_is_what_matching_all_gives(fresh: Callable[[], Record], seed: int, always: None) -> None:
    chance = random.Random(seed)
    with fresh() as store:
        for _ in range(8):
            if chance.random() < 0.6:
                some = [page(chance, f"d{chance.randint(0, 12)}") for _ in range(chance.randint(1, 3))]
                run = store.begin_run("add")
                for each in some:
                    store.add_coded(each, run)
            else:
                decide(chance, store)
            held = of_record(store)
            assert plain(held) == plain(whole(store))
            assert [each.engagement.events for each in held] == [each.engagement.events for each in whole(store)]
            assert len({each.id for each in held}) == len(held)
            assert of_record(store) == held


def fill(store: Record, *events: Event) -> None:
    run = store.begin_run("add")
    for each in coded(*events):
        store.add_coded(each, run)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many acts were matched, each time that any were."""
    sizes: list[int] = []

    def grouped(acts: Any, *rest: Any) -> Any:
        sizes.append(len(acts))
        return matching_grouped(acts, *rest)

    from verbale.engagements import matching

    matching_grouped = matching.grouped
    for module in (matching, renewing):
        monkeypatch.setattr(module, "grouped", grouped)
    return sizes


def spread(number: int) -> list[Event]:
    """Acts of two reports each, every one a month after the other."""
    days = [f"20{10 + n // 12}-{n % 12 + 1:02}-12" for n in range(number)]
    return [event(f"{n}{key}", date=day, of={"published": day}) for n, day in enumerate(days) for key in "ab"]


def test_what_is_kept_is_read_and_nothing_matched(record: Record, counted: list[int]) -> None:
    fill(record, *spread(3))
    first = of_record(record)
    assert counted == [6] and len(first) == 3
    assert of_record(record) == first and counted == [6]
    fill(record, *spread(3))
    assert of_record(record) == first and counted == [6], "the same again changes nothing"


def test_only_what_changed_is_matched(record: Record, counted: list[int]) -> None:
    fill(record, *spread(4))
    first = of_record(record, numbered())
    fill(record, event("3c", date="2010-04-12", of={"published": "2010-04-12"}))
    second = of_record(record)
    assert counted == [8, 3]
    assert [len(each.events) for each in second] == [2, 2, 2, 3] and [e.id for e in second] == [e.id for e in first]
    record.decide(draft(record, "different", [first[1].events[0].id, first[1].events[1].id], "anna", "none"))
    assert [len(each.events) for each in of_record(record)] == [2, 1, 1, 2, 3] and counted == [8, 3, 2]
    record.decide(draft(record, "undo", ["1"], "anna", "none"))
    assert of_record(record) == second and counted == [8, 3, 2, 2]
    record.decide(draft(record, "reject", [first[2].events[0].id], "anna", "none"))
    assert [len(each.events) for each in of_record(record)] == [2, 2, 1, 3] and counted == [8, 3, 2, 2, 1]


def test_merging_and_splitting_reach_those_that_they_name(record: Record, counted: list[int]) -> None:
    fill(record, *spread(6))
    first = of_record(record)
    record.decide(draft(record, "merge", [first[0].id, first[5].id], "anna", "none"))
    merged = of_record(record)
    assert sorted(len(each.events) for each in merged) == [2, 2, 2, 2, 4] and counted == [12, 4]
    record.decide(draft(record, "split", [merged[0].id, first[5].events[0].id], "anna", "none"))
    assert counted == [12, 4]
    assert groups(of_record(record)) >= {frozenset({first[5].events[0].id})}
    assert all(size <= 4 for size in counted[1:])


def test_another_version_of_a_document_is_matched_anew(record: Record, counted: list[int]) -> None:
    fill(record, *spread(3))
    of_record(record)
    (again,) = coded(event("1a", date="2010-01-12", of={"published": "2010-01-12"}))
    record.add_coded(again, record.begin_run("add"))
    assert sorted(len(each.events) for each in of_record(record)) == [1, 2, 3] and len(counted) == 2


def test_other_rules_match_all(record: Record, counted: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    fill(record, *spread(3))
    first = of_record(record)
    monkeypatch.setattr(standing, "rules", lambda: "others")
    assert of_record(record) == first and counted == [6, 6]
    assert of_record(record) == first and counted == [6, 6]


def test_a_kept_engagement_whose_events_are_not_there_is_worked_out_again(record: Record, counted: list[int]) -> None:
    fill(record, *spread(2))
    first = of_record(record)
    now = record.grouped(standing.rules()).now
    kept = record.grouped(standing.rules()).kept
    assert kept
    record.keep_grouping(now._replace(texts=kept.texts, words=kept.words), [], {first[0].id: None})
    assert groups(of_record(record)) == groups(first) and counted[0] == 4 and len(counted) == 2


def test_a_copy_is_known_as_one_when_its_only_event_is_back(record: Record) -> None:
    story = " ".join(f"word{n}" for n in range(120))
    run = record.begin_run("add")
    for each in coded(event("a"), event("b"), text=f"{MEETING} {story}"):
        record.add_coded(each, run)
    first = of_record(record)
    assert first[0].copies == {"b": "a"}
    for action, of in (("reject", "b0"), ("undo", "1")):
        record.decide(draft(record, action, [of], "anna", "none"))
        found = of_record(record)
    assert plain(found) == plain(first)


def test_rules_are_those_of_the_program_and_its_tables() -> None:
    assert standing.rules() == standing.rules() and len(standing.rules()) == 64


def _add(store: Record, given: Iterable[Coded]) -> None:
    run = store.begin_run("add")
    for each in given:
        store.add_coded(each, run)


def test_who_is_told_later_to_have_kept_away_was_not_there(record: Record) -> None:
    minister = who("AFG-AUTH the minister", "target", actor="p.muttaqi")
    met = msgspec.structs.replace(event("a", coder="grammar@1", confidence=0.9), participants=(who("NOR the envoy"), minister))
    _add(record, coded(met))
    assert [each.gist and each.gist.sure for each in of_record(record)] == [True]
    words = "The minister kept away from the talks."
    away = event("b", type="REJECT", mode="refuse", status="refused", words=words, coder="grammar@1")
    away = msgspec.structs.replace(away, participants=(msgspec.structs.replace(minister, role="source"), who("NOR", "target")))
    _add(record, coded(away, text=f"{words} It was told in Oslo."))
    told = {each.engagement.type: each.gist and each.gist.sure for each in of_record(record)}
    assert told["CONSULT"] is False
    assert plain(of_record(record)) == plain(whole(record))
