"""Traps of real pages, in our own words: titles that sources differ on, shared surnames, claims of recognition, calendars."""

from __future__ import annotations

import pytest

from verbale.coding.coder import Coder
from verbale.model import Document, Event, Participant


def events(text: str, published: str, publisher: str | None = None) -> list[Event]:
    document = Document(id="d", sha256="s", text=text, published=published, publisher=publisher)
    return list(Coder("afghanistan").code(document).events)


def first(text: str, published: str) -> Participant:
    return events(text, published)[0].participants[0]


PRINTED = [
    ("Italy's chargé d'affaires, Natalia Quintavalle, met Amir Khan Muttaqi in Doha.", "2023-02-20", "p.quintavalle", "ITA", 4),
    ("The Italian ambassador, Natalia Quintavalle, met Amir Khan Muttaqi in Doha.", "2023-02-20", "p.quintavalle", "ITA", 5),
    ("Ambassador Maghfurullah Shahab met Ismatulla Irgashev in Tashkent.", "2024-03-20", "p.shahab", "AFG-AUTH", 5),
    ("The chargé d'affaires, Mughfurulla Shahab, met Ismatulla Irgashev.", "2024-03-20", "p.shahab", "AFG-AUTH", 4),
    ("India's deputy foreign minister, J.P. Singh, met Mohammad Yaqoob in Kabul.", "2024-11-07", "p.jpsingh", "IND", 8),
    ("Indonesian Foreign Minister Jalil Abbas Jilani met Amir Khan Muttaqi.", "2024-01-20", "p.jilani", "PAK", 9),
    ("Qatar's foreign minister, Mutlaq al-Qahtani, met Amir Khan Muttaqi in Kabul.", "2023-02-06", "p.qahtani", "QAT", 9),
    ("Mohammad Mohaqiq of the Afghanistan Freedom Front met European diplomats.", "2024-06-26", "p.mohaqiq", "AFG-OPP", 0),
]


@pytest.mark.parametrize(("text", "published", "actor", "party", "rank"), PRINTED, ids=[t[0][:40] for t in PRINTED])
def test_the_title_is_kept_as_printed_and_the_person_is_who_they_are(text, published, actor, party, rank):
    who = first(text, published)
    assert (who.actor, who.party, who.rank) == (actor, party, rank)


@pytest.mark.parametrize(
    ("text", "published", "candidates"),
    [
        ("Eide urged the Taliban to reopen schools.", "2024-05-15", {"p.keide", "p.ebeide"}),
        ("Durrani met Amir Khan Muttaqi in Kabul.", "2023-11-27", {"p.durrani", "p.asaddurrani", "p.pdurrani"}),
    ],
)
def test_a_surname_of_several_is_not_guessed(text, published, candidates):
    who = first(text, published)
    assert who.actor is None and {c.actor for c in who.candidates} == candidates


@pytest.mark.parametrize("names", [("Kai Eide", "Espen Barth Eide"), ("Asad Durrani", "Asif Durrani")])
def test_nor_where_the_page_names_both_of_them(names):
    one, other = names
    *_, urged = events(f"{one} met {other} on Monday. {one.split()[-1]} urged the Taliban to reopen schools.", "2024-05-15")
    assert urged.type == "REQUEST" and urged.participants[0].actor is None and len(urged.participants[0].candidates) == 2


def test_haqqanis_share_whom_they_act_for():
    text = "Sirajuddin Haqqani and Anas Haqqani met Wang Yu in Kabul. Haqqani condemned the United States."
    *_, accused = events(text, "2022-05-15")
    who = accused.participants[0]
    assert who.party == "AFG-AUTH" and who.actor is None and {c.actor for c in who.candidates} == {"p.shaqqani", "p.ahaqqani2"}


def test_credentials_are_no_recognition():
    (event,) = events("China's president accepted the credentials of Bilal Karimi, the Taliban ambassador.", "2024-01-31")
    assert (event.type, event.mode) == ("COOPERATE", "mission") and event.parties() == {"CHN", "AFG-AUTH"}


def test_recognition_disclaimed():
    told = "The Chinese foreign ministry said that accepting the credentials did not amount to recognition of the Taliban."
    found = events(told, "2024-01-31")
    assert [(e.type, e.mode, e.status) for e in found if e.type == "SUPPORT"] == [("SUPPORT", "recognise", "denied")]


def test_one_forum_in_friendly_and_in_hostile_words():
    friendly = "Karen Decker attended the Herat Security Dialogue in Dushanbe, a rare space for free debate."
    hostile = "Karen Decker attended the Herat Dialogue in Dushanbe, a fruitless gathering of notorious figures."
    found = [events(text, "2022-12-01") for text in (friendly, hostile)]
    assert [(e.type, e.mode, e.place, sorted(e.parties())) for e in found[0]] == [
        (e.type, e.mode, e.place, sorted(e.parties())) for e in found[1]
    ]
    assert found[0][0].mode == "attend" and found[0][0].place == "Dushanbe"


@pytest.mark.parametrize("day", ["5 Qaws 1401", "Saturday, 5 Qaws", "26 November 2022"])
def test_a_day_of_the_solar_calendar(day):
    found = events(f"On {day}, Tomas Niklasson condemned the Taliban for the floggings in Logar.", "2022-11-27")
    assert {e.date for e in found if e.type == "ACCUSE"} == {"2022-11-26"}
