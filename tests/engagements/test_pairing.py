"""Two accounts of one meeting: Norway's envoy and the ministry in Kabul, January 2023, in small; and the pairs of gold."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from verbale.engagements import of_record
from verbale.engagements.minting import numbered
from verbale.engagements.pairing import PARTS, Paired, of_engagement, pairable
from verbale.errors import UsageError
from verbale.model import Coded, Event, Evidence, Naming, Said
from verbale.record import Record

from . import gold
from .making import coded, document, event

ASK = Said(kind="ask", words="let girls back to school", topic="education", start=0, end=4)
TERM = Said(kind="condition", words="if the ban is lifted", topic="women_girls", start=0, end=4)
OFFER = Said(kind="offer", words="a long-term relationship", topic="diplomatic_missions", start=0, end=4)
NO = Said(kind="disclaimer", words="this is no recognition", topic="recognition", start=0, end=4)


def name(words: str) -> Naming:
    return Naming(party="AFG-AUTH", words=words, start=0, end=4)


def account(key: str, side: str, day: str, *said: Said, naming: str, topics: tuple[str, ...], title: str) -> list[Event]:
    met = event(
        key, publicised_by=(side,), naming=(name(naming),), topics=topics, of={"published": day, "publisher": f"Site of {side}"}
    )
    people = tuple(msgspec.structs.replace(each, title=title, rank=9) for each in met.participants)
    says = event(
        key,
        type="REQUEST" if ASK in said else "SUPPORT",
        mode="urge",
        said=said,
        publicised_by=(side,),
        nth=1,
        of={"published": day, "publisher": f"Site of {side}"},
    )
    return [msgspec.structs.replace(met, participants=people), says]


NORWAY = account(
    "a",
    "NOR",
    "2023-01-14",
    ASK,
    TERM,
    NO,
    naming="the de facto authorities",
    topics=("education", "humanitarian"),
    title="df Foreign Minister",
)
KABUL = account(
    "b", "AFG-AUTH", "2023-01-12", OFFER, naming="the Islamic Emirate", topics=("humanitarian",), title="Chargé d’affaires"
)


def filled(store: Record, *events: Event) -> Record:
    for each in coded(*events):
        store.add_coded(each, store.begin_run("add"))
    return store


@pytest.fixture
def pair(record: Record) -> Paired:
    (found,) = pairable(of_record(filled(record, *NORWAY, *KABUL), numbered()), record)
    return found


def test_the_earlier_comes_first_and_by_how_much(pair: Paired) -> None:
    assert [(each.side, each.publisher) for each in (pair.a, pair.b)] == [("AFG-AUTH", "Site of AFG-AUTH"), ("NOR", "Site of NOR")]
    assert pair.days == 2


def test_what_is_in_one_only(pair: Paired) -> None:
    assert pair.splits["topics"].second == ("education",) and pair.splits["topics"].both == ("humanitarian",)
    assert pair.b.asks == (("education", "let girls back to school"),) and pair.a.asks == ()
    assert pair.b.conditions == (("women_girls", "if the ban is lifted"),)
    assert pair.a.offers and not pair.b.offers
    assert pair.b.disclaimers == ("this is no recognition",) and not pair.a.disclaimers
    assert (pair.a.namings, pair.b.namings) == (("the Islamic Emirate",), ("the de facto authorities",))
    assert ("AFG-AUTH", "df Foreign Minister") in pair.b.titles and ("NOR", "Chargé d’affaires") in pair.a.titles


def test_the_divergence_is_the_mean_of_its_parts(pair: Paired) -> None:
    assert set(pair.parts) == set(PARTS) and pair.parts["topics"] == 0.5 and pair.parts["facts"] == 0.0
    assert pair.score == pytest.approx(sum(pair.parts.values()) / len(pair.parts), abs=0.001)


def test_two_accounts_that_say_the_same_do_not_diverge(record: Record) -> None:
    same = [event(key, publicised_by=(side,), topics=("education",)) for key, side in (("a", "NOR"), ("b", "AFG-AUTH"))]
    (found,) = pairable(of_record(filled(record, *same), numbered()), record)
    assert found.score == 0 and found.days == 0


def test_facts_in_conflict_are_named(record: Record) -> None:
    kabul = event("b", publicised_by=("AFG-AUTH",), date="2023-01-13", level={"NOR": "ambassador"})
    norway = event("a", publicised_by=("NOR",), level={"NOR": "envoy"}, place=None, place_country=None)
    (found,) = pairable(of_record(filled(record, norway, kabul), numbered()), record)
    assert set(found.facts) == {"date", "level of NOR"} and found.parts["facts"] == pytest.approx(2 / 3, abs=0.001)


def test_sides_can_be_named_and_what_has_no_two_accounts_says_so(record: Record) -> None:
    third = event("c", of={"published": "2023-01-13", "publisher": "A Paper"})
    (one, *_) = of_record(filled(record, *NORWAY, *KABUL, third, event("d", "UN", "AFG-WOM")), numbered())
    assert {
        each.side for each in (of_engagement(one, record, ["a paper", "nor"]).a, of_engagement(one, record, ["nor", "c"]).b)
    } == {"A Paper", "NOR"}
    with pytest.raises(UsageError, match="no account of GBR"):
        of_engagement(one, record, ["GBR", "NOR"])
    alone = next(each for each in of_record(record, numbered()) if each.documents == ("d",))
    with pytest.raises(UsageError, match="one account only"):
        of_engagement(alone, record)


def test_two_accounts_in_one_document(record: Record) -> None:
    met = event("a")
    said = [
        event("a", type=kind, mode="x", publicised_by=(side,), nth=n)
        for n, (kind, side) in enumerate([("REQUEST", "NOR"), ("SUPPORT", "AFG-AUTH")], 1)
    ]
    (one, *_) = of_record(filled(record, met, *said), numbered())
    assert {of_engagement(one, record).a.side, of_engagement(one, record).b.side} == {"NOR", "AFG-AUTH"}
    assert [each.engagement for each in pairable(of_record(record, numbered()), record)] == [one.id]


def test_a_disclaimer_is_of_who_disclaims_and_every_publisher_of_an_account_is_named(record: Record) -> None:
    paper, agency = {"published": "2023-01-13", "publisher": "A Paper"}, {"published": "2023-01-14", "publisher": "An Agency"}
    met = event("a", publicised_by=("AFG-AUTH",), of=paper)
    no = event("a", type="SUPPORT", mode="recognise", status="denied", said=(NO,), publicised_by=("AFG-AUTH",), nth=1, of=paper)
    again = event("b", publicised_by=("AFG-AUTH",), of=agency)
    (one, *_) = of_record(filled(record, met, no, again), numbered())
    found = of_engagement(one, record)
    sides = {each.side: each for each in (found.a, found.b)}
    assert sides["NOR"].disclaimers == ("this is no recognition",)
    assert sides["AFG-AUTH"].disclaimers == ()
    assert sides["AFG-AUTH"].publisher == "A Paper, An Agency"


def pairs_of_gold(store: Record, name: str) -> list[Paired]:
    run = store.begin_run("add")
    for each in (each for each in gold.documents() if each.id in gold.links("readout_pair")[name]):
        own = [e for e in gold.by_hand() if e.document.id == each.id]
        ref = msgspec.structs.replace(own[0].document, sha256=each.sha256)
        distinct = {e.id: msgspec.structs.replace(e, document=ref) for e in own}
        store.add_coded(Coded(document=each, events=tuple(distinct.values()), coder="hand"), run)
    return [each for each in pairable(of_record(store, numbered()), store) if each.parts.get("topics") is not None]


@pytest.mark.parametrize("name", gold.links("readout_pair"))
def test_every_pair_of_gold_shows_what_its_sides_make_of_it(fresh: Callable[[], Record], name: str) -> None:
    with fresh() as store:
        (found,) = pairs_of_gold(store, name)
    assert found.score > 0.3 and {*found.a.documents, *found.b.documents} == gold.links("readout_pair")[name]


def test_norway_asks_and_names_and_disclaims_what_kabul_does_not(record: Record) -> None:
    (found,) = pairs_of_gold(record, "af-norway-jan23")
    sides = {each.side: each for each in (found.a, found.b)}
    norway, kabul = sides["NOR"], sides["AFG-AUTH"]
    assert {"women_girls", "education"} <= {topic for topic, _ in norway.asks} and "education" not in kabul.topics
    assert norway.disclaimers and not kabul.disclaimers
    assert "df Foreign Minister" in norway.namings and "Islamic Emirate" in kabul.namings
    assert found.parts["disclaimers"] == found.parts["namings"] == 1


@pytest.mark.parametrize("told", [("AFG-AUTH", "NOR"), ("NOR", "AFG-AUTH")], ids=["either acts", "one acts in both"])
def test_one_page_that_gives_the_version_of_either_side_is_two_accounts(record: Record, told: tuple[str, str]) -> None:
    met_them = "Paul Bekken met Amir Khan Muttaqi in Kabul."
    parts = [met_them, "The Norwegian version. He urged them.", "The version from Kabul. He offered ties."]
    page = document("a", "\n\n".join(parts))

    def at(words: str) -> tuple[Evidence, ...]:
        start = page.text.index(words)
        return (Evidence(start=start, end=start + len(words), text=words),)

    met = event("a", evidence=at(parts[0]))
    asked = event("a", type="REQUEST", mode="urge", topics=("education",), evidence=at("He urged them."))
    offered = event("a", *told, type="COOPERATE", mode="practical", status="proposed", evidence=at("He offered ties."))
    record.add_coded(Coded(document=page, events=(met, asked, offered), coder="grammar@1"), record.begin_run("add"))
    (found,) = pairable(of_record(record, numbered()), record)
    assert {found.a.side, found.b.side} == {"NOR", "AFG-AUTH"}


def test_two_occasions_on_a_page_in_one_pair_of_accounts_are_listed_once(record: Record) -> None:
    told = [event("a"), event("a", target="AFG-AUTH Din Mohammad Hanif", nth=3)]
    sides = (("NOR", "AFG-AUTH"), ("AFG-AUTH", "NOR"))
    said = [
        event("a", one, other, type="REQUEST", mode="urge", publicised_by=(one,), nth=n) for n, (one, other) in enumerate(sides, 5)
    ]
    assert len([e for e in of_record(filled(record, *told, *said), numbered()) if e.engagement.type == "CONSULT"]) == 2
    assert len(pairable(of_record(record, numbered()), record)) == 1


def test_what_a_page_says_around_an_account_of_a_side_is_no_account_of_its_own(record: Record) -> None:
    said = event("a", type="REQUEST", mode="urge", publicised_by=("NOR",), nth=1)
    answered = event("a", "AFG-AUTH", "NOR", type="AGREE", mode="agree", publicised_by=("NOR",), nth=2)
    filled(record, event("a", publicised_by=("NOR", "AFG-AUTH")), said, answered)
    assert pairable(of_record(record, numbered()), record) == ()
    (found,) = pairable(of_record(filled(record, event("b")), numbered()), record)
    assert [found.a.side, found.b.side] == ["NOR", "Paper b"]


def test_of_a_page_with_both_accounts_is_the_side_that_acts(record: Record) -> None:
    page = [event("a", publicised_by=("NOR", "AFG-AUTH")), event("a", type="REQUEST", mode="urge", nth=1)]
    (found,) = pairable(of_record(filled(record, *page, event("b", publicised_by=("AFG-AUTH",))), numbered()), record)
    assert {each.side: each.documents for each in (found.a, found.b)} == {"NOR": ("a",), "AFG-AUTH": ("b",)}


@pytest.mark.parametrize(("day", "of_it"), [("2023-01-14", True), ("2023-01-20", False), ("2023-01-10", False), ("2023-01", True)])
def test_what_is_said_just_after_an_occasion_is_said_of_it(record: Record, day: str, of_it: bool) -> None:
    told = {"date": day, "date_precision": {7: "month", 10: "day"}[len(day)]}
    no = event("a", type="SUPPORT", mode="recognise", status="denied", said=(NO,), publicised_by=("NOR",), nth=1, **told)
    page = [event("a", publicised_by=("NOR",)), no, event("b", publicised_by=("AFG-AUTH",))]
    found = of_engagement(next(e for e in of_record(filled(record, *page), numbered()) if len(e.documents) > 1), record)
    assert any(each.disclaimers for each in (found.a, found.b)) is of_it


def test_only_those_occasions_are_compared_that_are_asked_for(record: Record) -> None:
    given = of_record(filled(record, *NORWAY, *KABUL), numbered())
    assert len(pairable(given, record, {each.id for each in given})) == 1
    assert pairable(given, record, frozenset()) == ()
