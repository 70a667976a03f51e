from __future__ import annotations

import pytest

from tests.brief.making import event, meeting, who
from verbale.brief.page import Quote
from verbale.brief.telling import QUOTE, act, cut, quote, source
from verbale.catalogue import tables
from verbale.model import Evidence


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "Meeting of the United Nations with the de facto authorities, 1 May 2023"),
        ({"status": "planned"}, "Meeting of the United Nations with the de facto authorities (planned), 1 May 2023"),
        ({"place": "Kabul", "date": "2023-05"}, "Meeting of the United Nations with the de facto authorities, Kabul, May 2023"),
        ({"place_country": "QAT", "date": None}, "Meeting of the United Nations with the de facto authorities, Qatar, undated"),
        ({"type": "ACCUSE", "mode": "criticise"}, "Criticism by the United Nations of the de facto authorities, 1 May 2023"),
        (
            {"type": "SUPPORT", "mode": "recognise", "status": "denied"},
            "Recognition by the United Nations of the de facto authorities (denied), 1 May 2023",
        ),
    ],
)
def test_an_event_in_a_sentence(values: dict[str, object], told: str) -> None:
    assert act(meeting("UN", "AFG-AUTH", **values), "afghanistan", "AFG") == told


def test_without_a_target_the_sentence_ends_earlier() -> None:
    assert (
        act(event(who("UN"), mode="visit", place="Kabul"), "afghanistan", "AFG") == "Visit by the United Nations, Kabul, 1 May 2023"
    )


def test_hosts_are_told_apart() -> None:
    talks = event(who("USA"), who("AFG-AUTH", "target"), who("QAT", "host"))
    assert (
        act(talks, "afghanistan", "AFG") == "Meeting of the United States with the de facto authorities through Qatar, 1 May 2023"
    )


def test_public_people_are_named_once_by_the_catalogue_s_name() -> None:
    person = {"actor": "p.muttaqi", "name": "Mullah Motaqi"}
    talks = event(who("UN"), who("AFG-AUTH", "target", **person), who("AFG-AUTH", "target", **person))
    assert (
        act(talks, "afghanistan", "AFG")
        == "Meeting of the United Nations with the de facto authorities (Amir Khan Muttaqi), 1 May 2023"
    )


def test_a_class_outside_office_is_told_of_as_a_class() -> None:
    assert "(" not in act(event(who("UN"), who("AFG-WOM", "target", actor="p.muttaqi")), "afghanistan", "AFG")


def test_an_unknown_party_is_said_to_be_unknown() -> None:
    assert act(event(who(None), mode="visit"), "none", None) == "Visit by a party not told, 1 May 2023"


def test_names_as_written_never_enter_the_sentence() -> None:
    told = act(event(who("AFG-AUTH", name="the terror regime"), who("UN", "target")), "afghanistan", "AFG")
    assert "regime" not in told


def test_every_act_of_the_codebook_can_be_told() -> None:
    for row in tables.rows("common", "labels"):
        if row["set"] == "act":
            type_, mode = row["code"].split("/")
            told = act(meeting("UN", "AFG-AUTH", type=type_, mode=mode), "afghanistan", "AFG")
            assert "the United Nations" in told
            assert "the de facto authorities" in told
            assert "{" not in told


def test_quotations_are_cut_between_words_and_say_so() -> None:
    long = "word " * 100
    assert cut(long).endswith("word …")
    assert len(cut(long)) <= QUOTE + 2
    assert cut("short\n words") == "short words"


def test_several_passages_are_joined_by_an_ellipsis() -> None:
    parts = (Evidence(start=0, end=3, text="One"), Evidence(start=9, end=12, text="two"))
    assert quote(meeting("UN", "EU", evidence=parts)).words == "One … two"


def test_whose_account_it_is() -> None:
    assert source("summary after KabulNow") == "Summary after KabulNow"
    assert source(None) == "Publisher unknown"


def test_words_that_overlap_are_quoted_once_and_in_the_order_of_the_evidence() -> None:
    text = "The envoy came on Monday. He met the minister and left."
    spans = ((26, 45), (4, 25), (4, 14), (29, 55))
    pieces = tuple(Evidence(start=a, end=b, text=text[a:b]) for a, b in spans)
    told = event(who("USA"), who("AFG-AUTH", "target"), evidence=pieces)
    assert quote(told) == Quote("He met the minister and left. … envoy came on Monday.")
