"""A dossier: what of a record is of one actor, and of whom none is made."""

from __future__ import annotations

from typing import Any

import pytest

from tests.brief.making import about, document, event, meeting, who
from verbale.brief import write
from verbale.brief.dossier import Subject, dossier
from verbale.model import Event, Naming, Said

MUTTAQI = Subject(name="Amir Khan Muttaqi", ids=frozenset({"p.muttaqi"}))
NORWAY = Subject(name="Norway", party="NOR", home="AFG")


def him(role: str = "target", **values: Any) -> Any:
    return who("AFG-AUTH", role, "Amir Khan Muttaqi", actor="p.muttaqi", **values)


def page(subject: Subject, *events: Event, **values: Any) -> str:
    return write(dossier(about(*events, **values), subject), "md").decode()


def test_only_the_acts_of_the_actor_are_told() -> None:
    told = page(MUTTAQI, event(who("UN"), him()), meeting("CHN", "AFG-AUTH"))
    assert "With parties from outside: one contact[^1]." in told
    assert "China" not in told


def test_contact_with_the_authority_and_with_others_stands_apart() -> None:
    told = page(NORWAY, meeting("NOR", "AFG-AUTH", date="2023-05-01"), meeting("NOR", "AFG-WOM", date="2023-04-01"))
    assert "With the de facto authorities: one contact[^2]. With other Afghans: one contact[^1]." in told
    assert "**Last.** Meeting of Norway with the de facto authorities, 1 May 2023[^2]." in told


def test_titles_of_people_outside_office_are_not_told() -> None:
    women = Subject(name="Afghan women", party="AFG-WOM", home="AFG")
    told = page(women, event(who("NOR"), who("AFG-WOM", "target", "Zarmina Ghorbandi", title="headmistress of the last school")))
    assert "headmistress" not in told and "Titles and names used" not in told


def test_that_others_were_not_met_is_said() -> None:
    assert "With other Afghans: no contact is reported." in page(NORWAY, meeting("NOR", "AFG-AUTH"))


def test_the_latest_come_first_and_the_rest_is_counted() -> None:
    told = page(NORWAY, *(meeting("NOR", "AFG-AUTH", date=f"2023-0{n}-01") for n in range(1, 8)))
    assert "of which the latest five are told here" in told
    contacts = told.partition("## Last contacts")[2].partition("\n## ")[0]
    assert contacts.index("1 July 2023") < contacts.index("1 June 2023")
    assert "1 February 2023" not in contacts


def test_what_was_asked_by_and_of_the_actor() -> None:
    words = "that the schools for girls be opened again this spring"
    said = (Said(kind="ask", words=words, start=0, end=len(words)),)
    pages = document("one"), document("two", text="They asked for a way out.")
    asked = event(
        who("AFG-AUTH"), who("NOR", "target"), of=pages[1], words="They asked for a way out.", type="REQUEST", mode="urge"
    )
    told = page(NORWAY, meeting("NOR", "AFG-AUTH", said=said), asked)
    assert f"Norway met the de facto authorities: “{words}" not in told and f"what was asked: “{words}”" in told
    assert "the de facto authorities made a request to Norway: “They asked for a way out.”" in told


def test_titles_used_for_the_actor_and_by_its_side() -> None:
    names = (Naming(party="AFG-AUTH", words="the caretaker government", start=0, end=4, by="NOR"),)
    met = event(
        who("NOR", name="Paul Klouman Bekken", title="chargé d’affaires", rank=7), him(title="acting foreign minister", rank=9),
        publicised_by=("NOR",), naming=names,
    )  # fmt: skip
    told = page(NORWAY, met)
    assert "| For Norway | “chargé d’affaires” | 1 |" in told
    assert "| For others, in its own account | “acting foreign minister” | 1 |" in told
    assert "| For the authorities, by it | “the caretaker government” | 1 |" in told


def test_who_was_in_the_room_by_name_in_office_and_nobody_else() -> None:
    met = event(who("NOR"), him(), who("AFG-WOM", "target", "Zarmina Ghorbandi"))
    told = page(NORWAY, met)
    assert "| Amir Khan Muttaqi | De facto authorities | 1 | 1 May 2023 | [^1] |" in told
    assert "| Nobody named | Afghan women and women's groups | 1 |" in told
    assert "Ghorbandi" not in told and "The name of one person" in told


def test_that_the_room_held_more_is_said() -> None:
    parties = ("USA", "CHN", "RUS", "IND", "PAK", "IRN", "QAT", "TUR", "JPN", "GBR", "FRA", "DEU")
    told = page(NORWAY, *(meeting("NOR", party, date=f"2023-05-{n:02}") for n, party in enumerate(parties, 1)))
    room = told.partition("Others at the contacts")[2].partition("##")[0]
    assert room.count("Nobody named") == 10 and "Two further rows were left out" in room
    assert "left out" not in page(NORWAY, meeting("NOR", "USA"))


def test_who_acts_for_a_party_with_the_office_of_the_day() -> None:
    authority = Subject(name="De facto authorities", party="AFG-AUTH", home="AFG")
    assert "| Amir Khan Muttaqi | Acting Minister of Foreign Affairs | 1 |" in page(authority, event(who("UN"), him()))


def test_of_contact_with_a_side_in_arms_neither_day_nor_name_nor_words_are_anywhere() -> None:
    words = "Paul Klouman Bekken met them in the hills"
    names = (Naming(party="AFG-AUTH", words="the occupiers of Kabul", start=0, end=4, by="NOR"),)
    envoy = who("NOR", name="Paul Klouman Bekken", title="chargé of the hills", rank=7, actor="p.bekken")
    armed = event(
        envoy, who("AFG-ARM", "target", "Ali Rahmani"), who("TJK", "host"),
        words=words, place="Dushanbe", place_country="TJK", naming=names, publicised_by=("NOR",), date="2023-05-01",
    )  # fmt: skip
    told = page(NORWAY, armed)
    assert "counted here and not told further" in told
    for hidden in ("1 May 2023", "Bekken", "Rahmani", "hills", "occupiers", "Dushanbe", "Tajikistan", "Title of one"):
        assert hidden not in told, hidden


def test_contact_with_a_side_in_arms_is_in_nobodys_dossier_nor_are_its_words() -> None:
    bekken = who("NOR", name="Paul Klouman Bekken", actor="p.bekken")
    armed = event(bekken, who("AFG-ARM", "target"))
    apart = event(bekken, him(), of=document("two"), date="2023-05-20")
    told = page(Subject(name="Somebody", ids=frozenset({"p.bekken"})), armed, event(bekken, him()), apart)
    assert "armed" not in told and "one contact" in told
    assert "not shown" not in told and "1 May 2023" not in told and "20 May 2023" in told


def test_what_is_announced_has_its_outcome() -> None:
    plan = meeting("NOR", "AFG-AUTH", status="planned", date="2023-01-01")
    told = page(NORWAY, plan, meeting("NOR", "UN", date="2023-05-01"))
    assert "Refused, withheld, called off or only planned" in told and "as far as was read, no report tells of it" in told


def test_what_no_figure_counts_is_told_all_the_same() -> None:
    told = page(NORWAY, meeting("NOR", "THA", in_case=False))
    assert "In no figure, as they lie outside the case or lack a party: one act" in told


def test_nothing_at_all_is_said() -> None:
    assert "Nothing that was read tells of Norway." in page(NORWAY, meeting("UN", "AFG-AUTH"))


def test_only_the_time_since_is_told() -> None:
    told = page(NORWAY, meeting("NOR", "AFG-AUTH", date="2022-05-01"), meeting("NOR", "AFG-AUTH", date="2023-05-01"), since="2023")
    assert "With the de facto authorities: one contact[^1]." in told


@pytest.mark.parametrize("form", ["md", "html", "pdf", "docx"])
def test_every_format_of_the_brief_is_one_of_the_dossier(form: str) -> None:
    assert write(dossier(about(event(who("UN"), him())), MUTTAQI), form)
