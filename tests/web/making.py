"""A record for the pages: two meetings, one of them told twice and differently, one with people who must be withheld."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from verbale.model import Coded, Document, DocumentRef, Event, Evidence, Mention, Participant
from verbale.record import Record, open_record

from ..record.making import make_document

FIRST = "Markus Potzel of the United Nations met Amir Khan Muttaqi in Kabul on 12 July 2023.\n\nThe two discussed girls’ schools."
SECOND = "On 12 July 2023 Markus Potzel met Amir Khan Muttaqi. The meeting was in Doha, officials said."
THIRD = (
    "Norway’s envoy Paul Klouman Bekken met the activist Farzana Noorzai in Herat on 3 May 2023. <b>Ms Noorzai</b> asked for help."
)
RTL = "امیر خان متقی said that he would write to Norway on 4 May 2023."


def event(document: Document, **fields: object) -> Event:
    """An event of a document, its words the first sentence."""
    words = document.text.split(". ")[0].split(".\n")[0]
    reference = DocumentRef(**{name: getattr(document, name) for name in DocumentRef.__struct_fields__})
    plain: dict[str, object] = {
        "id": f"{document.id}0000000000000000"[:16],
        "document": reference,
        "type": "CONSULT",
        "mode": "meet",
        "status": "happened",
        "evidence": (Evidence(start=0, end=len(words), text=words),),
        "coder": "grammar@1",
        "date": "2023-07-12",
        "date_precision": "day",
        "date_basis": "stated",
        "channel": "in_person",
        "topics": ("education",),
        "confidence": 0.7,
    }
    return msgspec.convert(msgspec.to_builtins(plain | fields), Event)


def who(document: Document, name: str, role: str, party: str, **fields: object) -> Participant:
    start = document.text.index(name)
    return msgspec.convert(
        {"name": name, "role": role, "start": start, "end": start + len(name), "party": party, **fields}, Participant
    )


def coded() -> list[Coded]:
    """The readings: two reports of one meeting, one of a meeting with an activist, one written from right to left."""
    one = make_document(
        FIRST, "aaaa", title="Meeting in Kabul", publisher="UNAMA", published="2023-07-13", url="https://unama.example/1"
    )
    two = make_document(SECOND, "bbbb", title="Talks held", publisher="Amu <TV>", published="2023-07-14", url="javascript:alert(1)")
    three = make_document(THIRD, "cccc", title="Envoy meets Farzana Noorzai", publisher="KabulNow", published="2023-05-04",
                          url="https://kabulnow.example/farzana-noorzai", key="noorzai")  # fmt: skip
    four = make_document(RTL, "dddd", title="خبر", publisher="آژانس", published="2023-05-05")
    met = (
        who(three, "Paul Klouman Bekken", "source", "NOR", rank=5),
        who(three, "the activist Farzana Noorzai", "target", "AFG-WOM"),
    )
    wrote = (who(four, "امیر خان متقی", "source", "AFG-AUTH"), who(four, "Norway", "target", "NOR"))
    need = Mention(kind="need", value="education_access", start=100, end=105, words=FIRST[100:105])
    agreed = {"type": "AGREE", "mode": "agree", "status": "planned"}
    events = (
        event(one, place="Kabul", place_country="AFG", participants=_pair(one)),
        event(two, place="Doha", place_country="QAT", participants=_pair(two)),
        event(three, date="2023-05-03", place="Herat", place_country="AFG", participants=met),
        event(four, date="2023-05-04", participants=wrote, **agreed),
    )
    made = [
        Coded(document=page, coder="grammar@1", events=(told,)) for page, told in zip((one, two, three, four), events, strict=True)
    ]
    return [msgspec.structs.replace(made[0], mentions=(need,)), *made[1:]]


def _pair(document: Document) -> tuple[Participant, ...]:
    return (
        who(document, "Markus Potzel", "source", "UN", actor="p.potzel", rank=7),
        who(document, "Amir Khan Muttaqi", "target", "AFG-AUTH", actor="p.muttaqi", rank=9),
    )


def filled(path: Path) -> Record:
    """The record, open."""
    path.write_bytes(_filled())
    return open_record(path)


@cache
def _filled() -> bytes:
    """The file of the record, as making it anew takes far longer than copying it."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "filled.db")
        with open_record(path) as record:
            run = record.begin_run("add", case="afghanistan", coder="grammar@1", inputs=["pages/"])
            for each in coded():
                record.add_coded(each, run)
            record.end_run(run, "done", {"documents": 4, "events": 4})
        return path.read_bytes()
