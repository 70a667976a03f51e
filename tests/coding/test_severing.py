"""What keeps two candidates of one type apart."""

from __future__ import annotations

from tests.coding.reading import reader
from verbale.model import Document


def acts(text: str, type_: str) -> list[tuple[str, str | None]]:
    document = Document(id="d", sha256="s", text=text, published="2024-05-15", language="en")
    return [(e.status, e.date) for e in reader("afghanistan").code(document).events if e.type == type_]


def test_meetings_of_two_days_are_two() -> None:
    text = "Russia's envoy met Muttaqi in Kabul on 3 March. On 9 May the Russian ambassador met Muttaqi in Kandahar."
    assert [date for _, date in acts(text, "CONSULT")] == ["2024-03-03", "2024-05-09"]


def test_one_meeting_told_twice_is_one() -> None:
    text = "Muttaqi met the Iranian envoy on Monday. At the meeting on Monday Muttaqi and the envoy spoke of water."
    assert len(acts(text, "CONSULT")) == 1


def test_what_was_sent_and_what_will_be_are_two() -> None:
    text = "India sent 40,000 tonnes of wheat to Afghanistan last year. India will send 20,000 tonnes of wheat to Afghanistan."
    assert sorted(status for status, _ in acts(text, "AID")) == ["happened", "planned"]


def test_two_verbs_for_meeting_others_are_two() -> None:
    text = "Tomas Niklasson met Muttaqi in Kabul, and also met female entrepreneurs."
    assert len(acts(text, "CONSULT")) == 2


def test_those_who_attend_two_forums_are_not_at_one() -> None:
    text = "Vietnam's minister attended the BRICS summit in May. Malaysia's premier attended the {} summit."
    assert len(acts(text.format("NATO"), "CONSULT")) == 2
    assert len(acts(text.format("BRICS"), "CONSULT")) == 1


def test_words_for_others_are_others() -> None:
    assert len(acts("India praised the Afghan people. It thanked the Taliban for their condolences.", "SUPPORT")) == 2
    assert len(acts("Norway thanked Qatar for its help. Qatar praised Norway.", "SUPPORT")) == 2
    assert len(acts("Norway condemned the Taliban's ban. Oslo denounced the Taliban for it.", "ACCUSE")) == 1
