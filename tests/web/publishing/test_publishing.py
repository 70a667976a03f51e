"""What is published: nothing that is withheld, however it is spelt; and the proof finds it where it is."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from verbale.entering.deciding import draft
from verbale.errors import UsageError
from verbale.model import Coded, Evidence, Participant
from verbale.record import Decision, Record
from verbale.web.publishing import LeakError, Wish, publish, takedowns
from verbale.web.publishing import bundle as bundling
from verbale.web.publishing.gate import band
from verbale.web.publishing.proof import leaks
from verbale.web.publishing.tiers import tier

from ...record.making import make_document
from ..making import event, filled, who

NAMES = ("Farzana Noorzai", "Noorzai", "farzana-noorzai")


def wish(**fields: object) -> Wish:
    ids = (f"r{n:06}" for n in count())
    return Wish(maker=lambda: next(ids), machine_read=True, **fields)  # type: ignore[arg-type]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with filled(tmp_path / "verbale.db") as made:
        yield made


@pytest.fixture
def published(record: Record, tmp_path: Path) -> Path:
    return publish(record, "afghanistan", tmp_path / "site", wish()).folder


def everything(folder: Path) -> str:
    return "\n".join(f"{path.name}\n{path.read_text(encoding='utf-8')}" for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_person_outside_office_is_nowhere(published: Path) -> None:
    text = everything(published)
    assert not any(name in text for name in NAMES)
    assert "[name withheld]" in text
    assert "Paul Klouman Bekken" in text


def test_their_place_and_day_are_not_told_beside_them(published: Path) -> None:
    (line,) = [line for line in (published / "events.jsonl").read_text(encoding="utf-8").splitlines() if "AFG-WOM" in line]
    event = json.loads(line)
    assert (event["place"], event["place_country"], event["date"]) == (None, None, "2023")
    assert "Herat" not in line
    assert "3 May" not in line
    assert (event["document"]["url"], event["document"]["title"], event["document"]["published"]) == (None, None, "2023-05")


def test_no_id_of_the_record_leaves_it(record: Record, published: Path) -> None:
    text = everything(published)
    ids = [e.id for e in record.events()] + [d.sha256 for d in record.documents()] + [m.id for m in record.minted()]
    assert not any(one in text for one in ids)


def test_what_is_withheld_is_said_by_band(published: Path) -> None:
    text = (published / "withheld.html").read_text(encoding="utf-8")
    assert "women, fewer than 5" in text
    assert "Names of people that are withheld: fewer than 5" in text
    assert [band(n) for n in (1, 5, 49, 50, 1000)] == ["fewer than 5", "5 to 9", "10 to 49", "50 to 199", "200 or more"]


def test_only_reviewed_acts_unless_asked(record: Record, tmp_path: Path) -> None:
    assert publish(record, "afghanistan", tmp_path / "a", Wish()).engagements == 0
    record.decide(draft(record, "accept", ["aaaa000000000000"], "anna", "afghanistan"))
    done = publish(record, "afghanistan", tmp_path / "a", Wish())
    assert done.engagements == 1
    lines = (tmp_path / "a" / "events.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["review"]["by"] for line in lines] == ["reviewer 1"]
    assert "anna" not in everything(tmp_path / "a")


def test_what_was_left_out_is_not_told_as_what_was_not_read(record: Record, tmp_path: Path) -> None:
    record.decide(draft(record, "accept", ["aaaa000000000000"], "anna", "afghanistan"))
    folder = publish(record, "afghanistan", tmp_path / "a", Wish()).folder
    pages = {
        name: html.fromstring((folder / f"{name}.html").read_text(encoding="utf-8")).xpath("//main")[0]
        for name in ("index", "coverage", "documents")
    }
    listed = pages["documents"].text_content()
    assert "0 of its acts are told here" in listed and "0 acts read" not in listed
    assert sorted(pages["documents"].xpath("//p[@class='act']/bdi/text()")) == ["Meeting in Kabul", *["Title not told here"] * 3]
    assert "1 of them tell of an act that is shown here" in " ".join(pages["coverage"].text_content().split())
    assert all(pages[name].xpath(".//a[@href='withheld.html']") for name in ("index", "coverage"))


def test_a_document_that_leads_to_somebody_withheld_is_not_led_to_by_another_act_of_it(record: Record, tmp_path: Path) -> None:
    text = "Norway’s envoy Paul Klouman Bekken met Amir Khan Muttaqi. He also saw the activist Farzana Noorzai in Herat."
    page = make_document(
        text, "eeee", title="A day of talks", publisher="Amu", published="2023-07-14", url="https://amu.example/day"
    )
    people = (who(page, "Paul Klouman Bekken", "source", "NOR"), who(page, "Amir Khan Muttaqi", "target", "AFG-AUTH"))
    run = record.begin_run("add", case="afghanistan", coder="grammar@1", inputs=["pages/"])
    record.add_coded(Coded(document=page, coder="grammar@1", events=(event(page, participants=people),)), run)
    record.end_run(run, "done", {})
    told = everything(publish(record, "afghanistan", tmp_path / "site", wish()).folder)
    assert "https://unama.example/1" in told, "a page that leads to nobody is led to"
    assert "amu.example/day" not in told and "A day of talks" not in told


def test_machine_read_acts_are_marked_one_by_one(published: Path) -> None:
    listed = html.fromstring((published / "engagements.html").read_text(encoding="utf-8"))
    assert (
        len(listed.xpath("//li[@class='entry']")) == len(listed.xpath("//li[@class='entry']//span[@class='review machine']")) == 3
    )


def test_an_embargo_and_a_takedown_hold(record: Record, tmp_path: Path) -> None:
    down = tmp_path / "down.txt"
    down.write_text("# asked for by mail\nPaul Klouman Bekken\nbbbb\n", encoding="utf-8")
    done = publish(record, "afghanistan", tmp_path / "s", wish(until="2023-06-30", takedown=takedowns(down)))
    assert done.engagements == 2
    text = everything(tmp_path / "s")
    assert "Bekken" not in text
    assert "Amu" not in text
    assert any("too recent" in line for line in done.withheld)
    assert any("taken down" in line for line in done.withheld)


def test_every_link_leads_to_a_file_and_nowhere_else(published: Path) -> None:
    for path in published.glob("*.html"):
        page = html.fromstring(path.read_text(encoding="utf-8"))
        assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0].startswith("default-src 'none'")
        for target in page.xpath("//@href | //@src"):
            assert target.startswith(("#", "https://")) or (published / target).is_file(), f"{path.name}: {target}"


def test_the_manifest_has_every_file(published: Path) -> None:
    told = json.loads((published / "manifest.json").read_text(encoding="utf-8"))["sha256"]
    files = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in published.iterdir() if path.name != "manifest.json"
    }
    assert told == files


def test_a_leak_leaves_nothing_behind(record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(site, asked):
        page = bundling.help_page(site, asked)
        return type(page)(name=page.name, title="FARZANA&nbsp;noorzai", told=page.told)

    monkeypatch.setitem(bundling.PAGES, "help", careless)
    with pytest.raises(LeakError, match=r"help\.html") as caught:
        publish(record, "afghanistan", tmp_path / "site", wish())
    assert "oorzai" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


def test_another_folder_is_not_overwritten(record: Record, tmp_path: Path) -> None:
    other = tmp_path / "mine"
    other.mkdir()
    (other / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError, match="something else"):
        publish(record, "afghanistan", other, wish())
    assert (other / "thesis.txt").read_text() == "mine"


@pytest.mark.parametrize(
    "words",
    [
        "met Farzana Noorzai", "FARZANA NOORZAI", "farzana_noorzai", "Farzana\u00a0Noorzai", "Farzana&nbsp;Noorzai",
        "Farz\u200bana Noorzai", "Farz\\u0061na Noorzai", "Farz%61na%20Noorzai", "F\u00e1rzana N\u00f3orzai",
        "Farzana</b> <i>Noorzai", "farzana-noorzai.svg", "<text>Farza<tspan>na</tspan> Noorzai</text>", "Farzana&#x20;Noorzai",
    ],
)  # fmt: skip
def test_the_proof_finds_a_name_however_it_is_spelt(tmp_path: Path, words: str) -> None:
    (tmp_path / "page.svg").write_text(words, encoding="utf-8")
    assert list(leaks(tmp_path, ["Farzana Noorzai"], []))


def test_the_proof_looks_into_file_names_and_packages(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "table.xlsx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings.xml", "<t>Farzana Noorzai</t>" * 9)
    assert list(leaks(tmp_path, ["Farzana Noorzai"], [])) == ["table.xlsx/xl/sharedStrings.xml: a name"]
    (tmp_path / "farzana-noorzai.txt").write_text("x")
    assert "farzana-noorzai.txt: a name" in list(leaks(tmp_path, ["Farzana Noorzai"], []))


@pytest.mark.parametrize("words", ["a rose garden", "Farzanagan Noorzaistan", "Noorzai and Farzana", "nothing"])
def test_the_proof_finds_nothing_where_nothing_is(tmp_path: Path, words: str) -> None:
    (tmp_path / "page.html").write_text(words, encoding="utf-8")
    assert not list(leaks(tmp_path, ["Farzana Noorzai", "Rose"], ["abcdef012345"]))


def test_tiers_deny_by_default() -> None:
    def of(party: str | None, actor: str | None = None) -> str:
        return tier(Participant(name="X Y", role="target", start=0, end=3, party=party, actor=actor), "afghanistan")

    assert [of("NOR"), of("AFG-AUTH"), of("AFG-FMR"), of("AFG-WOM"), of("AFG-CSO"), of(None)] == [
        "T0",
        "T0",
        "T2",
        "T3",
        "T3",
        "T3",
    ]
    assert of("AFG-WOM", "p.nobody-of-the-catalogue") == "T3"


def test_ids_of_two_releases_differ(record: Record, tmp_path: Path) -> None:
    for name in ("a", "b"):
        publish(record, "afghanistan", tmp_path / name, Wish(machine_read=True))
    one, two = ({p.name for p in (tmp_path / name).glob("event-*.html")} for name in ("a", "b"))
    assert len(one) == len(two) == 4
    assert not one & two
    assert all(re.fullmatch(r"event-[0-9a-f]{12}\.html", name) for name in one)


def test_neither_the_words_nor_the_page_of_contact_in_arms_leave_with_another_act(record: Record, tmp_path: Path) -> None:
    text = "Paul Bekken met fighters of the front and ministers of Norway’s friends in Dushanbe. Later Norway met Muttaqi."
    page = make_document(
        text,
        "eeee",
        title="Bekken sees fighters",
        publisher="KabulNow",
        published="2023-06-09",
        url="https://kabulnow.example/fighters",
    )
    beside = (who(page, "Paul Bekken", "source", "NOR"), who(page, "ministers of Norway’s friends", "target", "TJK"))
    armed = (who(page, "Paul Bekken", "source", "NOR"), who(page, "fighters", "target", "AFG-ARM"))
    after = (who(page, "Norway", "source", "NOR"), who(page, "Muttaqi", "target", "AFG-AUTH", actor="p.muttaqi"))
    later = (Evidence(start=text.index("Later"), end=len(text), text=text[text.index("Later") :]),)
    events = (
        event(page, id="e" * 16, participants=armed, date="2023-06-08"),
        event(page, id="f" * 16, participants=beside, date="2023-06-08"),
        event(page, id="a" * 16, participants=after, date="2023-06-09", evidence=later),
    )
    run = record.begin_run("add", case="afghanistan", coder="grammar@1", inputs=["pages/"])
    record.add_coded(Coded(document=page, coder="grammar@1", events=events), run)
    record.end_run(run, "done", {})
    text = everything(publish(record, "afghanistan", tmp_path / "site", wish()).folder)
    assert "Later Norway met Muttaqi" in text
    for hidden in ("fighters", "Dushanbe", "2023-06-08", "8 June 2023", "Bekken met fighters", "kabulnow.example/fighters"):
        assert hidden not in text, hidden


def test_an_act_of_which_one_report_tells_of_a_side_in_arms_is_not_told_by_another(record: Record, tmp_path: Path) -> None:
    pages = [
        make_document(
            f"Paul Bekken met {whom} in Dushanbe on 8 June 2023.", key, title="Talks", publisher=whom[:4], published="2023-06-09"
        )
        for key, whom in (("c7c1d2", "commanders of the front"), ("b7c1d2", "resistance politicians"))
    ]
    given: dict[str, Any] = {"date": "2023-06-08", "place": "Dushanbe", "place_country": "TJK"}
    envoy, whom = "Paul Bekken", ("commanders of the front", "resistance politicians")
    people = [(who(p, envoy, "source", "NOR"), who(p, name, "target", "AFG-OPP")) for p, name in zip(pages, whom, strict=True)]
    arms = event(pages[0], id="e" * 16, participants=(*people[0], who(pages[0], "front", "target", "AFG-ARM")), **given)
    other = event(pages[1], id="f" * 16, participants=people[1], **given)
    run = record.begin_run("add", case="afghanistan", coder="grammar@1", inputs=["pages/"])
    for page, told in zip(pages, (arms, other), strict=True):
        record.add_coded(Coded(document=page, coder="grammar@1", events=(told,)), run)
    record.end_run(run, "done", {})
    record.decide(Decision(action="accept", kind="event", subject="f" * 16, by="ida"))
    for name, asked in (("reviewed", Wish(maker=wish().maker)), ("all", wish()), ("down", wish(takedown=("e" * 16,)))):
        text = everything(publish(record, "afghanistan", tmp_path / name, asked).folder)
        assert "resistance politicians" not in text and "Dushanbe" not in text, name


def test_the_occasion_told_again_of_another_class_does_not_leave(record: Record, tmp_path: Path) -> None:
    text = "Paul Bekken met commanders of the front. Norway sat down with politicians in Dushanbe. Norway urged the front to talk."
    page = make_document(text, "d7e9f1", title="Bekken in Dushanbe", publisher="KabulNow", published="2023-06-09")

    def said(start: str) -> dict[str, Any]:
        words = text[text.index(start) :].partition(".")[0] + "."
        return {"evidence": (Evidence(start=text.index(words), end=text.index(words) + len(words), text=words),)}

    norway = who(page, "Norway", "source", "NOR")
    events = (
        event(page, id="e" * 16, participants=(norway, who(page, "front", "target", "AFG-ARM")), date="2023-06-08", **said("Paul")),
        event(page, id="f" * 16, participants=(norway, who(page, "politicians", "target", "AFG-OPP")), **said("Norway sat")),
        event(
            page, id="a" * 16, type="REQUEST", mode="urge",
            participants=(norway, who(page, "front", "target", "AFG-ARM")), **said("Norway urged"),
        ),
    )  # fmt: skip
    run = record.begin_run("add", case="afghanistan", coder="grammar@1", inputs=["pages/"])
    record.add_coded(Coded(document=page, coder="grammar@1", events=events), run)
    record.end_run(run, "done", {})
    text = everything(publish(record, "afghanistan", tmp_path / "site", wish()).folder)
    for hidden in ("sat down", "Dushanbe", "to talk"):
        assert hidden not in text, hidden


def told(record: Record, text: str, folder: Path, *people: tuple[str, str, str], asked: Wish | None = None, **fields: Any) -> str:
    """Everything of a site in which one more document is told, whose words are the whole of it."""
    page = make_document(text, "eeee", title=fields.pop("title", "A day"), publisher="Amu", published="2023-07-14")
    given = (*(who(page, name, role, party) for name, role, party in people),)
    words = (Evidence(start=0, end=len(text), text=text),)
    run = record.begin_run("add", case="afghanistan", coder="grammar@1", inputs=["pages/"])
    made = event(page, id="e" * 16, participants=given, evidence=words, **fields)
    record.add_coded(Coded(document=page, coder="grammar@1", events=(made,)), run)
    record.end_run(run, "done", {})
    return everything(publish(record, "afghanistan", folder, asked or wish()).folder)


MET = (("Norway", "source", "NOR"), ("Muttaqi", "target", "AFG-AUTH"))


@pytest.mark.parametrize(
    ("words", "hidden"),
    [
        ("Norway met Muttaqi and raised the case of Matiullah Wesa.", ("Matiullah", "Wesa")),
        ("Norway met Muttaqi about Wesa's arrest.", ("Wesa",)),
        ("Norway met Muttaqi after Zholia-Parsi al-Kabuli was held.", ("Zholia", "Parsi", "Kabuli")),
        ("Norway met Muttaqi; write to zholia.parsi@mail.example or @zholia_p.", ("zholia",)),
        ("Norway met Muttaqi; the family answers under +93 70 123 4567.", ("123 4567",)),
        ("Norway met Muttaqi about فرزانه نورزی.", ("فرزانه", "نورزی")),
    ],
)
def test_who_takes_no_part_and_is_in_no_catalogue_is_not_named_in_a_quotation(
    record: Record, tmp_path: Path, words: str, hidden: tuple[str, ...]
) -> None:
    text = told(record, words, tmp_path / "site", *MET, title=words)
    assert "met Muttaqi" in text, "whoever acts in office is"
    assert not any(each in text for each in hidden)


def test_somebody_outside_office_is_not_named_in_a_script_without_capitals(record: Record, tmp_path: Path) -> None:
    name = "فرزانه نورزی"
    text = told(record, f"Norway met {name}.", tmp_path / "site", ("Norway", "source", "NOR"), (name, "target", "AFG-WOM"))
    assert name not in text and "نورزی" not in text and "[name withheld]" in text


def test_a_rare_act_is_told_without_month_and_country_in_its_words_too(record: Record, tmp_path: Path) -> None:
    words = "Norway met women in Tajikistan in early May 2023, on 03.05.2023, the 3rd of May, 13 Sawr."
    people = (("Norway", "source", "NOR"), ("women", "target", "AFG-WOM"))
    text = told(record, words, tmp_path / "site", *people, date="2023-05-03", place="Dushanbe", place_country="TJK")
    (line,) = [each for each in text.splitlines() if each.startswith("{") and "Norway met women" in each]
    assert not any(each in line for each in ("Tajikistan", "TJK", "May", "Sawr", "03.05", "Dushanbe"))
    assert json.loads(line)["date"] == "2023"


def test_words_that_documents_write_small_and_whoever_acts_in_office_are_no_strangers(record: Record, tmp_path: Path) -> None:
    words = "Talks went on. Norway met Muttaqi at Talks of the UN Security Council. Paul Klouman Bekken spoke."
    people = (*MET, ("Paul Klouman Bekken", "source", "NOR"))
    text = told(record, f"{words} The talks ended.", tmp_path / "site", *people)
    assert f"{words} The talks ended." in text


def test_the_proof_looks_for_strangers_too(record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(site, asked):
        page = bundling.help_page(site, asked)
        return type(page)(name=page.name, title="matiullah_wesa", told=page.told)

    monkeypatch.setitem(bundling.PAGES, "help", careless)
    with pytest.raises(LeakError, match=r"help\.html"):
        told(record, "Norway met Muttaqi and raised the case of Matiullah Wesa.", tmp_path / "site", *MET)
