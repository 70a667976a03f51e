from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from verbale.errors import UsageError
from verbale.identities.actor import actor
from verbale.identities.unknown import found_in
from verbale.model import Coded, Participant
from verbale.record import Office, Record
from verbale.record.reading import reference

from ..record.making import draft, make_document, make_event, open_counted

TEXT = "Amir Khan Mutaqi, the acting foreign minister, met Zarmina Khel and Anna Berg. Amir Khan Muttaqi spoke."


def person(name: str, party: str | None, **fields: Any) -> Participant:
    start = TEXT.index(name)
    return Participant(name=name, role="source", start=start, end=start + len(name), party=party, **fields)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    document = make_document(TEXT, publisher="An agency", published="2023-07-13")
    people = (
        person("Amir Khan Mutaqi", "AFG-AUTH", title="acting foreign minister", rank=9),
        person("Zarmina Khel", "AFG-WOM"),
        person("Anna Berg", "NOR"),
    )
    known = person("Amir Khan Muttaqi", "AFG-OPP", actor="p.muttaqi", title="envoy", rank=6)
    read = (make_event(document, id="e1", participants=people), make_event(document, 78, 102, id="e2", participants=(known,)))
    events = tuple(msgspec.structs.replace(each, document=reference(document)) for each in read)
    with open_counted(tmp_path / "x.db") as opened:
        opened.add_coded(Coded(document=document, events=events, coder="grammar@1"), opened.begin_run("add"))
        yield opened


def unknown(record: Record, name: str) -> str:
    return next(each.id for each in found_in(record, "afghanistan") if each.name == name)


def test_unknown_people_in_office_are_candidates_with_their_evidence(record: Record) -> None:
    found = {each.name: each for each in found_in(record, "afghanistan")}
    assert set(found) == {"Amir Khan Mutaqi", "Anna Berg"}, "of people outside office nothing is gathered"
    mutaqi = found["Amir Khan Mutaqi"]
    assert mutaqi.matches[0].actor == "p.muttaqi"
    (seen,) = mutaqi.sightings
    assert (seen.event, seen.publisher, seen.title) == ("e1", "An agency", "acting foreign minister")
    assert seen.words == TEXT[:61]
    (office,) = mutaqi.offices
    assert (office.title, office.since, office.sources, office.seen) == (
        "acting foreign minister",
        "2023-07-12",
        ("An agency",),
        True,
    )


def test_a_judgement_joins_them_and_undoing_it_parts_them(record: Record) -> None:
    mutaqi = unknown(record, "Amir Khan Mutaqi")
    record.decide(draft("same", mutaqi, "p.muttaqi", kind="actor", why="one biography", sources=("https://example.org",)))
    shown = actor(record, "Amir Khan Muttaqi", "afghanistan")
    assert (shown.id, shown.ids) == ("p.muttaqi", (mutaqi, "p.muttaqi"))
    assert shown.names == ("Amir Khan Mutaqi", "Amir Khan Muttaqi")
    assert shown.decisions[0].why == "one biography"
    assert {p.actor for event in record.events() for p in event.participants if "Khan" in p.name} == {"p.muttaqi"}
    assert next(each for each in found_in(record, "afghanistan") if each.id == mutaqi).kept == "p.muttaqi"
    record.decide(draft("split", mutaqi, kind="actor"))
    assert actor(record, mutaqi, "afghanistan").ids == (mutaqi,)
    record.decide(draft("undo", "2"))
    assert actor(record, mutaqi, "afghanistan").id == "p.muttaqi"


def test_conflicts_are_shown(record: Record) -> None:
    mutaqi, anna = unknown(record, "Amir Khan Mutaqi"), unknown(record, "Anna Berg")
    shown = actor(record, "p.muttaqi", "afghanistan")
    assert [words.partition(";")[0] for words in shown.conflicts] == [
        "An agency, 2023-07-12: acts for AFG-OPP",
        "An agency, 2023-07-12: “envoy” (rank 6)",
    ]
    office = Office(party="NOR", title="Ambassador", since="2022-01-01", until="2024-01-01")
    record.decide(draft("add", "p.muttaqi", kind="office", office=office, sources=("https://example.org",)))
    record.decide(draft("different", mutaqi, anna, kind="actor"))
    record.decide(draft("same", mutaqi, anna, kind="actor"))
    assert any(
        "at one time" in words and "Ambassador (NOR)" in words for words in actor(record, "p.muttaqi", "afghanistan").conflicts
    )
    assert (
        f"{mutaqi} and {anna} are one, and decision 2 says that they are different"
        in actor(record, mutaqi, "afghanistan").conflicts
    )


def test_what_sources_differ_on_and_titles_of_another_state_are_shown(tmp_path: Path) -> None:
    text = "Indonesian Foreign Minister Jalil Abbas Jilani spoke."
    document = make_document(text, publisher="An agency", published="2024-01-20")
    who = Participant(
        name="Jalil Abbas Jilani", role="source", start=28, end=46, party="PAK", actor="p.jilani", rank=9,
        title="Indonesian Foreign Minister",
    )  # fmt: skip
    event = msgspec.structs.replace(make_event(document, id="e1", participants=(who,)), document=reference(document))
    with open_counted(tmp_path / "y.db") as record:
        record.add_coded(Coded(document=document, events=(event,), coder="grammar@1"), record.begin_run("add"))
        told = actor(record, "p.jilani", "afghanistan").conflicts
    assert any("“Indonesian Foreign Minister” would be IDN; acts for PAK" in words for words in told)
    assert any(words.startswith("office: Minister of Foreign Affairs of Pakistan (") and "others say" in words for words in told)


def test_an_office_needs_a_source(record: Record) -> None:
    with pytest.raises(UsageError, match="needs a source"):
        record.decide(draft("add", "p.muttaqi", kind="office", office=Office(party="NOR", title="Ambassador")))


@pytest.mark.parametrize(("wanted", "words"), [("nobody at all", "names 0 actors"), ("Khan", "names"), ("n.", "names 2 actors")])
def test_one_must_be_meant(record: Record, wanted: str, words: str) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        actor(record, wanted, "afghanistan")
    assert caught.value.hint
