"""Documents, events and whole readings for the record's tests: plain ones by hand, odd ones by hypothesis."""

from __future__ import annotations

import hashlib
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

from hypothesis import strategies as st

from verbale import model
from verbale.model import Basis, Claim, Coded, Document, DocumentRef, Event, Evidence, Mention, Participant, Span
from verbale.record import Decision, Judged, Record, open_record

TEXT = "Markus Potzel met Amir Khan Muttaqi in Kabul on 12 July 2023. The two discussed girls’ schools — and “recognition”."


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def make_document(text: str = TEXT, id: str | None = None, **fields: Any) -> Document:  # noqa: A002
    return Document(id=id or sha(text)[:16], sha256=sha(text), text=text, **fields)


def make_event(document: Document, start: int = 0, end: int = 61, **fields: Any) -> Event:
    words = document.text[start:end]
    plain: dict[str, Any] = {
        "id": sha(f"{document.id} {start} {end}"),
        "document": DocumentRef(id=document.id, key=document.key, sha256=document.sha256),
        "type": "CONSULT",
        "mode": "meet",
        "status": "happened",
        "participants": (
            Participant(name="Markus Potzel", role="source", start=0, end=13, party="UN"),
            Participant(name="Amir Khan Muttaqi", role="target", start=18, end=35, party="AFG-AUTH", also=("AFG-REL",)),
        ),
        "evidence": (Evidence(start=start, end=start + len(words), text=words),),
        "coder": "grammar@1",
        "date": "2023-07-12",
        "date_precision": "day",
    }
    return Event(**plain | fields)


def make_coded(text: str = TEXT, coder: str = "grammar@1", id: str | None = None, **fields: Any) -> Coded:  # noqa: A002
    document = make_document(text, id, title=text.split(".")[0], **fields)
    return Coded(
        document=document,
        events=(make_event(document, coder=coder),),
        mentions=(Mention(kind="need", value="education_access", start=0, end=6, words=text[:6]),),
        claims=(Claim(kind="contact", start=0, end=6, words=text[:6], about=("AFG-AUTH",)),),
        coder=coder,
    )


@cache
def _blank() -> bytes:
    """The file of an empty record; to copy it takes a twentieth of the time that making it does."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "blank.db")
        open_record(path).close()
        return path.read_bytes()


def open_counted(path: Path | str, first: int = 0) -> Record:
    """A record, made where there is no file, whose clock and ids only count."""
    if isinstance(path, Path) and not path.exists():
        path.write_bytes(_blank())
    ticks, ids = count(first), count(first)
    return open_record(path, clock=lambda: f"2024-01-01T00:00:{next(ticks):02d}+00:00", new_id=lambda: f"run{next(ids):04d}")


# Characters that tend to hurt: two scripts written right to left, an emoji beyond 16 bits, marks, controls, quotes.
letters = st.characters(exclude_characters="\0", exclude_categories=["Cs"]) | st.sampled_from("افغان 'é\"\n😀\u202e=﷽")
words = st.text(letters, max_size=12)
maybe = st.none() | words
numbers = st.integers(0, 2**63 - 1)
offsets = st.integers(0, 2**31 - 1)
parties = st.sampled_from(["USA", "AFG-AUTH", "AFG-WOM", "UN", None])
dates = st.sampled_from([None, "2023", "2023-07", "2023-07-12", "2023-W28", "no date"])


def one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


@st.composite
def spans(draw: st.DrawFn, text: str) -> tuple[int, int]:
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, len(text)))


@st.composite
def evidences(draw: st.DrawFn, text: str) -> Evidence:
    start, end = draw(spans(text))
    return Evidence(start=start, end=end, text=text[start:end])


participants = st.builds(
    Participant, name=words, role=one_of(model.Role), start=offsets, end=offsets, party=parties, actor=maybe, title=maybe,
    candidates=st.lists(st.builds(model.Candidate, actor=words, weight=st.floats(0, 1)), max_size=2).map(tuple),
    also=st.lists(words, max_size=2).map(tuple), location=one_of(model.Location), rank=st.none() | st.integers(0, 11),
)  # fmt: skip
instruments = st.builds(model.InstrumentUse, id=words, start=offsets, end=offsets, year=st.none() | numbers, error=maybe)
namings = st.builds(model.Naming, party=words, words=words, start=offsets, end=offsets, by=maybe)
saids = st.builds(model.Said, kind=one_of(model.SaidKind), words=words, start=offsets, end=offsets, topic=maybe,
                  only=st.booleans(), modality=one_of(model.Modality), quoted=st.booleans())  # fmt: skip
bases = st.builds(Basis, start=offsets, end=offsets) | st.builds(Basis, rule=words)
mentions = st.builds(Mention, kind=one_of(model.MentionKind), value=words, start=offsets, end=offsets, words=words, cause=maybe,
                     population=maybe, party=maybe, year=st.none() | numbers, error=maybe)  # fmt: skip
claims = st.builds(Claim, kind=words, start=offsets, end=offsets, words=words, by=maybe,
                   about=st.lists(words, max_size=2).map(tuple), hedged=st.booleans())  # fmt: skip


def events(document: Document, number: int) -> st.SearchStrategy[Event]:
    several = {"max_size": 2}
    return st.builds(
        Event,
        id=st.just(sha(f"{document.id} {number}")),
        document=st.builds(DocumentRef, id=st.just(document.id), key=maybe, path=maybe, url=maybe, title=maybe, sha256=maybe),
        type=one_of(model.EventType), mode=words, status=one_of(model.Status), coder=words,
        participants=st.lists(participants, **several).map(tuple),
        evidence=st.lists(evidences(document.text), min_size=1, max_size=2).map(tuple),
        date=dates, date_precision=st.none() | one_of(model.Precision), date_basis=st.none() | one_of(model.DateBasis),
        place=maybe, place_country=maybe, channel=one_of(model.Channel), format=one_of(model.Format),
        visibility=one_of(model.Visibility), venue=one_of(model.Venue), level=st.dictionaries(words, words, **several),
        publicised_by=st.lists(words, **several).map(tuple), women_present=one_of(model.Women), disclaimer=st.booleans(),
        topics=st.lists(words, **several).map(tuple), instruments=st.lists(instruments, max_size=1).map(tuple),
        tools=st.lists(words, max_size=1).map(tuple), needs=st.lists(words, max_size=1).map(tuple),
        said=st.lists(saids, max_size=1).map(tuple), naming=st.lists(namings, max_size=1).map(tuple), count=st.none() | numbers,
        attribution=st.none() | st.builds(model.Attribution, name=words, party=maybe, start=st.none() | offsets),
        basis=st.dictionaries(words, bases, **several), confidence=st.floats(0, 1), complete=st.booleans(), in_case=st.booleans(),
    )  # fmt: skip


@st.composite
def codeds(draw: st.DrawFn) -> Coded:
    text = draw(st.text(letters, min_size=1, max_size=40))
    document = make_document(
        text, draw(words.map(lambda each: f"d{each}")), key=draw(maybe), path=draw(maybe), url=draw(maybe), title=draw(maybe),
        publisher=draw(maybe), published=draw(dates), published_method=draw(maybe), language=draw(maybe), format=draw(maybe),
        furniture=tuple(Span(start=start, end=end) for start, end in draw(st.lists(spans(text), max_size=2))),
    )  # fmt: skip
    return Coded(
        document=document,
        events=tuple(draw(events(document, number)) for number in range(draw(st.integers(0, 3)))),
        mentions=tuple(draw(st.lists(mentions, max_size=2))),
        claims=tuple(draw(st.lists(claims, max_size=2))),
        skipped=draw(maybe),
        coder=draw(st.sampled_from(["grammar@1", "grammar@2", ""])),
    )


def draft(action: Any, subject: str, other: str | None = None, **fields: Any) -> Decision:
    """A decision of Anna's, of events unless told otherwise."""
    plain = {"by": "anna", "kind": "decision" if action == "undo" else "event"}
    return Decision(action=action, subject=subject, other=other, **plain | fields)


def added(coded: Coded, event: Event) -> Decision:
    """Anna's decision to add an event to a document."""
    judged = Judged(document=coded.document.id, sha256=coded.document.sha256, event=event)
    return draft("add", event.id, judged=(judged,))
