from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.coding.making import context, draft
from tests.examples import some
from verbale.coding.facets import document_mentions, fill, fill_all
from verbale.model import Event

TWO = {"The minister": ("source", "NOR"), "the Taliban": ("target", "AFG-AUTH")}
STORY = (
    "The minister met the Taliban in Doha on Monday. The talks turned on girls' schools. "
    "Norway thanked the Taliban for the welcome."
)
WHO = {"Norway": ("source", "NOR"), "the Taliban": ("target", "AFG-AUTH")}


def test_every_field_is_one_of_an_events() -> None:
    made = context(STORY)
    fields = fill(draft(made, "met", "CONSULT", "meet", TWO), made)
    assert set(fields) <= {f.name for f in msgspec.structs.fields(Event)}
    assert (fields["date"], fields["place"]) == ("2024-05-13", "Doha")
    assert (fields["channel"], fields["venue"]) == ("in_person", "third_country")
    assert {"women_girls", "education"} <= set(fields["topics"])
    assert made.document.text[fields["basis"]["place"].start : fields["basis"]["place"].end] == "Doha"


def test_what_is_said_at_an_occasion_has_its_day_but_not_its_place() -> None:
    made = context(STORY)
    met, thanked = fill_all([draft(made, "met", "CONSULT", "meet", TWO), draft(made, "thanked", "SUPPORT", "praise", WHO)], made)
    assert met["date"] == thanked["date"] == "2024-05-13"
    assert (met["place"], thanked["place"]) == ("Doha", None)


def test_an_act_of_its_own_has_the_pages_day() -> None:
    made = context("Norway thanked the Taliban for the welcome.")
    fields = fill(draft(made, "thanked", "SUPPORT", "praise", WHO), made)
    assert (fields["date"], fields["date_basis"]) == ("2024-05-15", "publication")
    assert fields["basis"]["date"].rule == "date of the page"


def test_mentions_come_in_reading_order_and_point_at_their_words() -> None:
    made = context(
        "The Taliban regime broke the 1996 International Covenant on Civil and Political Rights. "
        "Afghans suffer hunger due to drought."
    )
    mentions, _ = document_mentions(made)
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    assert {m.kind for m in mentions} >= {"naming", "instrument", "need"}
    assert all(made.document.text[m.start : m.end] == m.words for m in mentions)
    assert any(m.error for m in mentions if m.kind == "instrument")


WORDS = ["Kabul", "on", "Monday", "Taliban", "in", "food", "regime", "2024", ".", "met", "the", '"', "if", "hunger", "drought"]


@settings(max_examples=some(15), deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_no_text_breaks_the_document_stage(words: list[str]) -> None:
    made = context(" ".join(words))
    mentions, claims = document_mentions(made)
    assert all(m.words == made.document.text[m.start : m.end] for m in mentions)
    assert all(c.words == made.document.text[c.start : c.end] for c in claims)


def test_the_same_forum_is_in_the_same_place() -> None:
    made = context(
        "The minister joined the Herat Security Dialogue in Dushanbe on Monday.\n\n"
        "After a tour of Pakistan, Norway's envoy also joined the Herat Security Dialogue."
    )
    first = draft(made, "joined", "CONSULT", "attend", {"The minister": ("source", "EU")})
    page, token = next((p, t) for p in made.pages[1:] for t in p.doc if t.text == "joined")
    whole = (page.base, page.base + len(page.doc.text))
    second = msgspec.structs.replace(first, page=page, token=token, participants=[], evidence=[whole])
    assert [f["place"] for f in fill_all([first, second], made)] == ["Dushanbe", "Dushanbe"]
