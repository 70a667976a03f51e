from __future__ import annotations

import msgspec
import pytest

from verbale.engagements.wording import again, beside, by_machine, destination, headline, phoned, there, to_come, took_part
from verbale.model import Event, Participant

from .making import event, together


def told(words: str, *names: str, **values: str) -> Event:
    """An event of the words, with those who are named in them."""
    found = (
        Participant(name=name, role="source", party="UN", start=(at := words.index(name)), end=at + len(name)) for name in names
    )
    return msgspec.structs.replace(event("a", words=words, **values), participants=tuple(found))


@pytest.mark.parametrize(
    ("words", "set_off"),
    [
        ("Officials likewise met the delegation.", True),
        ("The Norwegian also saw the minister.", True),
        ("He met Nadim separately.", True),
        ("He met the minister, who also spoke of schools to reporters.", True),
        ("He met the minister and the governor.", False),
    ],
)
def test_another_act_beside_the_first(words: str, set_off: bool) -> None:
    assert beside(event("a", words=words)) is set_off


@pytest.mark.parametrize(
    "words",
    [
        "Griffiths came the week after his colleague Mohammed had come",
        "Unlike Mohammed, Griffiths came",
        "Griffiths came, replacing Mohammed",
    ],
)
def test_who_came_at_another_time_was_not_there(words: str) -> None:
    assert [who.name for who in there(told(words, "Griffiths", "Mohammed"))] == ["Griffiths"]


def test_who_is_told_to_have_come_along_was_there() -> None:
    assert len(there(told("Griffiths came with his colleague Mohammed a week after the ban", "Griffiths", "Mohammed"))) == 2


def test_two_journeys_are_two_though_the_second_is_told_with_the_first() -> None:
    words = "Martin Griffiths visited Kabul the week after Amina Mohammed had come"
    second = told(words, "Martin Griffiths", "Amina Mohammed", mode="visit")
    first = event("b", "UN Amina Mohammed", "", mode="visit", date="2023-01", date_precision="month")
    assert not together(first, second)


def test_a_journey_named_by_its_place() -> None:
    named = told("After the Oslo visit", "Oslo", mode="visit")
    assert (place := destination(named)) and place.name == "Oslo"
    assert not took_part(named)
    assert destination(told("Oslo visited the Taliban", "Oslo", mode="visit")) is None


def test_who_stands_before_a_visit_is_no_place() -> None:
    named = told("After the Nordmannsen visit to Kabul", "Nordmannsen", mode="visit")
    assert destination(named) is None
    assert took_part(named) == {"UN"}


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("Bekken met Muttaqi again", True),
        ("He again visited Kabul", True),
        ("the third such meeting", True),
        ("He met Muttaqi. Again he was late", False),
        ("the third Doha meeting", False),
    ],
)
def test_the_words_say_that_there_was_one_before(words: str, before: bool) -> None:
    assert again(event("a", words=words)) is before


@pytest.mark.parametrize(
    ("words", "by_phone"),
    [("He called Muttaqi", True), ("a video meeting", True), ("He called for schools", False), ("He met Muttaqi", False)],
)
def test_the_words_tell_of_a_call(words: str, by_phone: bool) -> None:
    assert phoned(event("a", words=words)) is by_phone


@pytest.mark.parametrize(
    ("words", "still"),
    [("a session announced but not yet held", True), ("they held talks", False)],
)
def test_what_is_still_to_come(words: str, still: bool) -> None:
    assert to_come(event("a", words=words)) is still


def test_cities_of_a_headline() -> None:
    assert headline("After the Oslo visit: contented guests") == {"oslo": "NOR"}
    assert headline("New Delhi in brief") == {"new delhi": "IND"}
    assert not headline(None)


def test_what_a_machine_read() -> None:
    assert by_machine(event("a", coder="grammar@2"))
    assert not by_machine(event("a", coder="hand:anna"))
