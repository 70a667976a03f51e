from __future__ import annotations

import json
from pathlib import Path

from verbale.brief import material
from verbale.demonstration import CASE, NOTICE
from verbale.engagements import of_record
from verbale.pictures.counting import SIDES, ids
from verbale.record import open_record
from verbale.web.pages.answers import answer
from verbale.web.site import Site, snapshot

from ..test_docs import DOCS
from .conftest import Verbale

MISSED = (
    ("31-dickson", "The Taliban leadership, in exchanges that he characterised", "CONSULT", "he=GBR", "leadership=AFG-AUTH"),
    ("31-dickson", "The two sides agreed that practical work can be done jointly", "AGREE", "he=GBR", "leadership=AFG-AUTH"),
    ("30-muttaqi", "called on others to interact with the current government", "REQUEST", "Muttaqi=AFG-AUTH", "others=WORLD"),
    ("30-muttaqi", "From the British side, stability and security in Afghanistan", "REQUEST", "Dickson=GBR", "Muttaqi=AFG-AUTH"),
    ("36-us", "What did Washington get across to the Taliban in Qatar?", "CONSULT", "Washington=USA", "the Taliban=AFG-AUTH"),
    ("39-oslo", "separately received the visitors from Afghan NGOs", "CONSULT", "Norway=NOR", "Afghan NGOs=AFG-CSO"),
    ("39-oslo", "told them what they think of the situation", "ACCUSE", "women=AFG-WOM", "the Taliban=AFG-AUTH"),
    ("40-oslo", "the exchanges were good, above all those with the Americans", "CONSULT", "Muttaqi=AFG-AUTH", "Americans=USA"),
    ("40-oslo", "every member of the group was a terrorist in her eyes", "ACCUSE", "Anniken Huitfeldt=NOR", "the group=AFG-AUTH"),
    ("11-bekken", "spoke of the need to narrow the distance", "REQUEST", "Muttaqi=AFG-AUTH", "Norway=NOR"),
)
"""What the program misses in the bundled documents: which, its words, the type, who did it, and to whom."""


def test_the_demonstration_makes_a_record_and_a_brief(verbale: Verbale, tmp_path: Path):
    ran = verbale("demo", "--out", "made")
    assert ran.code == 0 and NOTICE in ran.err and "documents chosen by hand, no sampling frame" in ran.out
    for name in ("brief.md", "brief.html", "ABOUT.txt"):
        assert "documents chosen by hand, no sampling frame" in (tmp_path / "made" / name).read_text(encoding="utf-8")
    assert "made/brief.html" in ran.err and "next:" in ran.err and ran.err.rstrip().endswith("verbale serve")
    events = [json.loads(line) for line in (tmp_path / "made" / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({e["document"]["id"] for e in events}) > 30
    assert all(e["document"]["path"].startswith("made/documents/") for e in events)
    assert all((e["document"]["publisher"] or "").startswith("summary after") for e in events)
    record = str(tmp_path / "made" / "verbale.db")
    several = [line for line in verbale("engagements", "--record", record).out.splitlines() if "2 reports by 2 publishers" in line]
    assert several and verbale("calendar", "--record", record).out
    assert "AFG-AUTH and NOR, meet, 2023-01, Kabul: AFG-AUTH, then NOR" in verbale("pair", "--record", record).out
    _counted_alike(verbale, record)
    guide = DOCS / "guides" / "own-table"
    verbale("import", str(guide / "meetings.csv"), "--map", str(guide / "map.toml"), "--record", record)
    beside = [line for line in verbale("engagements", "--record", record).out.splitlines() if "1 of 2 events reviewed" in line]
    assert any("in conflict" in line for line in beside), "an own table stands beside what was coded, also where they differ"
    counts = [len(json.loads(line)["inputs"]) for line in _runs(verbale, tmp_path)]
    assert counts[-1] == 1
    _add_missed(verbale, {e["document"]["key"] for e in events}, record)


def _counted_alike(verbale: Verbale, record: str) -> None:
    """Of contact with either side the brief, the verb and the page have one number."""
    told = json.loads(verbale("balance", "--record", record, "--case", CASE, "--json").out)
    (verb,) = (table["rows"][0][1:3] for table in told["tables"] if table["name"] == "parties")
    with open_record(record) as store:
        given = material(store.codings(), CASE, engaged=of_record(store))
        brief = [len(given.met[side]) for side in SIDES]
        site = Site(snapshot=snapshot(store, CASE), case=CASE, record=store)
        (page,) = (table.rows[0][1:3] for table in answer(site, {"id": "balance"}).told["answer"].tables if table.name == "parties")
        assert len(ids(each for side in SIDES for each in given.met[side])) == int(site.snapshot.contact.sum()) > 0
    assert brief == verb == list(page) and min(brief) > 0


def _add_missed(verbale: Verbale, keys: set[str], record: str) -> None:
    """Ten events that the program missed enter beside those that it read, and count as reviewed."""
    before = _count(verbale, record)
    for start, words, kind, source, target in MISSED:
        (key,) = (each for each in keys if each.startswith(start))
        told = ("--words", words, "--type", kind, "--source", source, "--target", target, "--by", "anna")
        assert verbale("add-event", key, *told, "--record", record).code == 0, words
    assert _count(verbale, record) == before + len(MISSED)
    assert verbale("verify", "--record", record).code == 0


def _count(verbale: Verbale, record: str) -> int:
    ran = verbale("engagements", "--count", "--type", "all", "--rule", "events,inclusive,reviewed", "--record", record, "--json")
    return int(json.loads(ran.out)["count"])


def _runs(verbale: Verbale, tmp_path: Path) -> list[str]:
    return verbale("runs", "--record", str(tmp_path / "made" / "verbale.db"), "--json").out.splitlines()
