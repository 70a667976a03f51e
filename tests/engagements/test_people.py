from __future__ import annotations

import pytest

from verbale.engagements.people import person, skeleton


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Muttaqi", "Motaqi"),
        ("Khawaja", "Khwaja"),
        ("Yaqoob", "Yaqub"),
        ("Zhirnov", "Jirnov"),
        ("Haqqani", "Haqani"),
        ("Karzai", "Karzay"),
    ],
)
def test_spellings_of_one_surname(a: str, b: str) -> None:
    assert (skeleton(a) == skeleton(b)) is (a != "Zhirnov")


@pytest.mark.parametrize(
    "words", ["They", "both", "the Minister", "his delegation", "The Economic Deputy", "Taliban ministers", "Kabul"]
)
def test_words_that_name_nobody(words: str) -> None:
    assert not person(None, words, None)


def test_several_people_are_not_the_one_whom_the_coder_found() -> None:
    assert not person("p.sadiq", "They", "Ambassador")
    assert person("p.sadiq", "he", "Ambassador").ids == {"p.sadiq"}


def test_ids_go_before_names_and_names_bridge_to_those_without() -> None:
    one, other, unknown = (
        person("p.a", "Sirajuddin Haqqani", None),
        person("p.b", "Anas Haqqani", None),
        person(None, "Siraj Haqani", None),
    )
    assert not one.common(other)
    assert one.common(unknown) and unknown.common(other)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Paul Klouman-Bekken", "Paul Bekken", True),
        ("Rosemary Di Carlo", "Rosemary DiCarlo", True),
        ("Mullah Hassan", "Mohammad Hasan Akhund", True),
        ("Motaqi", "Amir Khan Muttaqi", True),
        ("Mawlawi Motaqi", "Amir Khan Muttaqi", True),
        ("Motaqi", "Neda Mohammad Nadim", False),
        ("Mawlawi Motaqi", "Mr Motaqi", False),
    ],
)
def test_one_word_or_one_part_of_a_name(a: str, b: str, same: bool) -> None:
    assert bool(person(None, a, None).common(person(None, b, None))) is same


def test_one_word_says_nothing_of_who_it_is_not() -> None:
    assert not person(None, "Motaqi", None)
