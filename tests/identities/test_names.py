from __future__ import annotations

import pytest

from verbale.identities.names import likeness, personal, public


@pytest.mark.parametrize(
    ("words", "title", "name"),
    [
        ("Anna Berg", None, "Anna Berg"),
        ("Mr. Yusuf al-Qadir", None, "Yusuf al-Qadir"),
        ("Mullah Tariq Zaman", "minister", "Tariq Zaman"),
        ("Abdul bin Salman's", None, "Abdul bin Salman"),
        ("Salim", "deputy foreign minister", "Salim"),
        ("Salim", None, None),
        ("They", "board", None),
        ("Taliban ministers", "ministers", None),
        ("the envoys", "envoys", None),
        ("Amir Khan Berg", None, "Amir Khan Berg"),
        ("Foreign Minister", "foreign minister", None),
        ("Norway", None, None),
        ("Norwegian Refugee Council", None, None),
        ("Afghan women", None, None),
        ("Special envoys", "special envoy", None),
        ("", None, None),
    ],
)
def test_a_persons_name_within_the_words(words: str, title: str | None, name: str | None) -> None:
    assert personal(words, title) == name


def test_only_who_acts_in_office_is_gathered() -> None:
    assert all(public(party) for party in ("NOR", "UN", "AFG-AUTH", "AFG-FMR"))
    assert not any(public(party) for party in ("AFG-WOM", "AFG-CSO", "AFG-REF", "AFG-MED", "AFG-PPL", None))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Amir Khan Muttaqi", "Muttaqi Amir Khan"),
        ("Haibatullah Akhunzada", "Hibatullah Akhundzada"),
        ("Yusuf Qadir", "Yousuf Kadir"),
        ("Zamir Kabulov", "ZAMIR KABULOV"),
    ],
)
def test_spellings_of_one_name_are_near(a: str, b: str) -> None:
    assert likeness(a, b) == likeness(b, a) > 0.85


@pytest.mark.parametrize(
    ("a", "b"), [("Kai Eide", "Espen Barth Eide"), ("Asif Durrani", "Anna Berg"), ("Abdul Kabir", "Bilal Karimi")]
)
def test_other_names_are_far(a: str, b: str) -> None:
    assert likeness(a, b) < 0.75
