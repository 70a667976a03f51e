"""Do no harm: whose name is withheld, where, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.brief.making import about, document, event, meeting, reading, text_of, who
from verbale.brief import material
from verbale.brief.page import Link, Quote
from verbale.brief.veil import MASK, Veil
from verbale.model import Coded

NAME = "Zarmina Ghorbandi"


def seen(*people: tuple[str | None, str], text: str = "") -> tuple[Coded, ...]:
    """A reading in which people of the given parties are named so."""
    page = document(text=text or "They came together there.")
    return (reading(event(*(who(party, name=name) for party, name in people), of=page), of=page),)


@pytest.mark.parametrize(
    "party", ["AFG-WOM", "AFG-CSO", "AFG-REF", "AFG-DIA", "AFG-MIN", "AFG-PPL", "AFG-MED", "AFG-BUS", "AFG-REL", None]
)
def test_names_outside_office_are_withheld(party: str | None) -> None:
    veil = Veil(seen((party, NAME)), "afghanistan")
    assert veil.names == (NAME,)
    assert veil.cover(f"The minister met {NAME} twice.") == f"The minister met {MASK} twice."


@pytest.mark.parametrize("party", ["USA", "UN", "AFG-AUTH", "AFG-FMR", "AFG-OPP"])
def test_names_in_office_stay(party: str) -> None:
    veil = Veil(seen((party, NAME)), "afghanistan")
    assert veil.people == 0
    assert veil.cover(NAME) == NAME


def test_whoever_is_in_the_catalogue_is_public_by_id_and_by_name() -> None:
    page = document()
    by_id = event(who("AFG-WOM", name="Fawzia Koofi", actor="p.koofi"), of=page)
    by_name = event(who(None, name="Hibatullah Akhundzada"), of=page)
    assert (
        Veil([reading(by_id, by_name, of=page)], "afghanistan").cover("Hibatullah Akhundzada spoke")
        == "Hibatullah Akhundzada spoke"
    )


@pytest.mark.parametrize(
    "words",
    [
        "Afghan women", "Women aid workers", "the women", "They", "At least three of the women who were invited",
        "Members of women's protest movements", "Protesting women's movements", "residents of Logar", "several Tripoli activists",
        "Women for Afghanistan", "AISS", "Afghan Institute for Strategic Studies", "Karenni civil society network",
        "Sikh community leaders", "An Afghan women movement", "Kabul University", "Hazara elders",
    ],
)  # fmt: skip
def test_descriptions_and_bodies_are_no_names(words: str) -> None:
    names = Veil(seen(("AFG-WOM", words), text=f"There were {words.lower()} and some activists."), "afghanistan").names
    assert names == ()


@pytest.mark.parametrize(
    ("written", "left"),
    [
        (f"the activist {NAME}", MASK),
        (f"{NAME}'s group", f"{MASK}'s group"),
        (NAME.upper(), MASK),
        ("Zarmina  Ghorbandi", MASK),
        ("Ms Ghorbandi said", f"Ms {MASK} said"),
        ("Zarmina said", f"{MASK} said"),
        ("Zarminas said", "Zarminas said"),
    ],
)
def test_a_name_is_covered_in_whole_and_in_its_parts(written: str, left: str) -> None:
    covered = Veil(seen(("AFG-WOM", f"the activist {NAME}")), "afghanistan").cover(written)
    assert covered.removeprefix("the activist ") == left


def test_a_part_that_an_official_shares_stays_with_the_official() -> None:
    veil = Veil(seen(("AFG-CSO", "Zarmina Muttaqi")), "afghanistan")
    assert veil.cover("Zarmina Muttaqi met Amir Khan Muttaqi") == f"{MASK} met Amir Khan Muttaqi"


def test_an_uncertain_party_hides_a_full_name_and_not_a_place() -> None:
    assert Veil(seen((None, "Torkham")), "afghanistan").names == ()
    assert Veil(seen((None, NAME)), "afghanistan").names == (NAME,)


@pytest.mark.parametrize("text", [f"They freed the activist {NAME}.", f"{NAME}, a teacher from the north, was held."])
def test_a_private_person_is_covered_even_where_the_coder_saw_none(text: str) -> None:
    page = document(text=text)
    veil = Veil([reading(of=page)], "afghanistan")
    assert NAME not in veil.cover(text)


def test_people_are_counted_once_by_their_fullest_name() -> None:
    assert Veil(seen(("AFG-WOM", NAME), ("AFG-WOM", "Ghorbandi"), ("AFG-WOM", "Shabnam Kohestani")), "afghanistan").people == 2


def test_an_address_that_spells_a_name_is_not_shown() -> None:
    veil = Veil(seen(("AFG-WOM", NAME)), "afghanistan")
    assert veil.cover("https://example.org/2023/zarmina-ghorbandi-arrested") == ""
    assert veil.cover("https://example.org/2023/arrests") == "https://example.org/2023/arrests"


def test_whole_structures_are_covered() -> None:
    veil = Veil(seen(("AFG-WOM", NAME)), "afghanistan")
    assert veil.covered(Quote(f"so said {NAME}")) == Quote(f"so said {MASK}")
    assert veil.covered(Link(NAME, "https://example.org/x")) == Link(MASK, "https://example.org/x")


_LETTERS = st.text(alphabet="bcdfghjklmnpqrstvwz", min_size=3, max_size=7)
_NAMES = st.tuples(_LETTERS, _LETTERS).map(lambda parts: " ".join(f"Q{part}a" for part in parts))


@settings(max_examples=20, deadline=None)
@given(_NAMES, st.sampled_from(["AFG-WOM", "AFG-CSO", "AFG-MED", "AFG-REF", None]), st.sampled_from(["md", "html"]))
def test_no_withheld_name_is_anywhere_in_a_brief(name: str, party: str | None, form: str) -> None:
    words = f"The envoy met {name}; later {name.split()[1]} and {name.upper()} were praised."
    page = document(text=words, title=f"{name} meets the envoy", url=f"https://example.org/{name.replace(' ', '-').lower()}")
    met = event(who("UN"), who(party, "target", name), of=page, words=words)
    also = meeting("UN", "AFG-AUTH", of=page, words=words, place=name)
    written = text_of(material([reading(met, also, of=page)], "afghanistan"), form)
    folded = written.casefold()
    assert name.casefold() not in folded
    assert name.replace(" ", "-").casefold() not in folded
    assert not [part for part in name.split() if part.casefold() in folded]
    assert "The name of one person" in written


def test_that_nothing_was_withheld_is_said_too() -> None:
    assert "No name had to be withheld." in text_of(about(meeting("UN", "AFG-AUTH")), "md")
