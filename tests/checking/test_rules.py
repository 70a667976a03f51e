from __future__ import annotations

import msgspec
import pytest

from verbale.checking import check, facts

TURNS = [
    ("In 2020 the United States could refer the situation to the International Criminal Court.", ["not_competent"]),
    ("The situation was referred to the ICC by the General Assembly.", ["not_competent"]),
    ("Ministers of European Union member states referred the situation to the ICC.", []),
    ("The Convention on the Rights of the Child was ratified by the United States.", ["not_a_party"]),
    ("CEDAW, ratified by the United States, asks for reports.", ["not_a_party"]),
    ("The hangings breached the covenant, the ICCPR, to which Myanmar is a party.", ["not_a_party"]),
    ("The hangings breached the covenant, the ICCPR, to which Myanmar is not a party.", []),
    ("Afghanistan is bound by the Convention on the Rights of the Child, ratified in 1998.", ["wrong_year"]),
    ("Afghanistan is bound by the Convention on the Rights of the Child, ratified in 1994.", []),
    ("If Iran ratified CEDAW, much would change.", []),
    ("The Council adopted resolution 2593 unanimously.", ["wrong_vote"]),
    ("The Council adopted resolution 2593 with 13 votes in favour and two abstentions.", []),
    ("The text was adopted over the negative votes of Russia and China in the Security Council.", ["impossible_vote"]),
    ("The Security Council did not adopt it: France voted against.", []),
    ("Resolution 2615 followed, and the humanitarian exemption for Afghan banks with it.", []),
    ("The Convention on the Rights of the Child, adopted by the Security Council, binds them.", ["wrong_body"]),
    ("The Convention on the Rights of the Child, adopted by the General Assembly, binds them.", []),
    ("CEDAW is a treaty. The penal code is another matter; these laws differ.", []),
    ("Resolution 2721 passed with 13 in favour and two against, Russia and China.", ["impossible_vote"]),
    ("Resolution 2721 was adopted with 13 votes in favour; Russia and China abstained.", []),
    ("Security Council resolution 2721, adopted on 28 December 2023, asks for an envoy for Afghanistan.", ["wrong_date"]),
    ("Security Council resolution 2721, adopted on December 29, 2023, asks for an envoy for Afghanistan.", []),
    ("On 28 December the Security Council adopted resolution 2721.", ["wrong_date"]),
    ("The Council adopted resolution 2721 on Friday, 29 December.", []),
    ("The Council adopted resolution 2721 on 28 December.", ["wrong_date"]),
    ("The Council will turn to resolution 2721 on 28 December.", []),
    ("The Council met on 28 December to hear of resolution 2721.", []),
    ("The Council adopted resolution 2716 with 14 votes in favour; China abstained.", ["wrong_vote"]),
    ('She cited the Universal Declaration of Human Rights, "a treaty that Sudan has ratified," and sat down.', ["wrong_kind"]),
    ("He recalled the Universal Declaration of Human Rights, which Myanmar ratified long ago.", ["wrong_kind"]),
    ('Tehran and Islamabad quarrel over the Watercourses Convention, "to which both our countries are parties."', ["not_a_party"]),
    ("Germany and France look to the Watercourses Convention, to which both countries are parties.", []),
    ("Pakistan's obligations under the Refugee Convention are plain.", ["not_a_party"]),
    ("Afghanistan signed CEDAW early and, so they say, ratified it in 2009.", ["wrong_year"]),
    ("CEDAW binds them. The treaty is of 1989; Afghanistan ratified it in 2003.", ["wrong_year"]),
    ("CEDAW binds them. The treaty is of 1979; Afghanistan ratified it in 2003.", []),
    ("The International Court of Justice could indict the generals of Myanmar.", ["not_competent"]),
    ("The generals of Myanmar could be indicted by the International Criminal Court.", []),
    ("The International Court of Justice heard that the junta prosecutes officials who resign.", []),
    ("Norway could take Myanmar to the International Court of Justice.", []),
    ("The Human Rights Council could impose an arms embargo.", ["not_competent"]),
    ("The General Assembly adopted resolution 2721.", ["wrong_body"]),
    ("The General Assembly adopted resolution 75/287 by 119 votes in favour to 1 against, with 36 abstentions.", []),
    ("The General Assembly adopted resolution 75/287 by consensus.", ["wrong_vote"]),
    ("General Assembly resolution 77/10 was adopted with 116 in favour, two against and ten abstentions.", ["wrong_vote"]),
    ("General Assembly resolution 77/10 passed by 116 votes to none, with 10 abstentions.", []),
    ("Resolution ES-11/1 was adopted by a vote of 141-7, with 35 countries abstaining.", ["wrong_vote"]),
    ("Resolution ES-11/1 was adopted by a vote of 141-5, with 35 countries abstaining.", []),
    ("The Universal Declaration of Human Rights was adopted unanimously in 1948.", ["wrong_vote"]),
    ("The General Assembly adopted the text with 190 votes in favour, 12 against and 9 abstentions.", ["impossible_vote"]),
    ("The General Assembly adopted it with 40 in favour, 60 against and 20 abstentions.", ["impossible_vote"]),
    ("The General Assembly adopted it with 149 in favour, 12 against and 19 abstentions.", []),
    ("Russia vetoed the resolution in the General Assembly.", ["impossible_vote"]),
    ("Nobody could have vetoed the resolution in the General Assembly.", []),
    ("After Russia vetoed it in the Security Council, the General Assembly adopted ES-11/1 with 141 votes in favour.", []),
    ("Russia voted against when the General Assembly adopted resolution ES-11/7 with 93 votes in favour.", []),
    ("Recalling resolution ES-11/1, the General Assembly adopted a text with 93 in favour and 18 against.", []),
    ("The Third Committee approved the draft on resolution 74/246 by 140 votes to 9.", []),
    ("Security Council resolution 75/287 asks for a stop to arms for Myanmar.", ["wrong_body"]),
    ("Nobody ever ratified the Universal Declaration of Human Rights; nobody could.", []),
]


@pytest.mark.parametrize(("text", "kinds"), TURNS, ids=[t[:40] for t, _ in TURNS])
def test_turns_of_phrase(text, kinds):
    assert [f.kind for f in check(text)] == kinds


def test_places_and_words_are_the_documents():
    text = "First things.\n\nThe “1996 International Covenant on Civil and Political Rights” forbids it."
    (found,) = check(text)
    assert text[found.start : found.end] == found.written and found.source and found.suggestion


def test_a_fact_that_is_not_confirmed_only_hints(monkeypatch: pytest.MonkeyPatch):
    key = ("rome_statute", "QAT")
    unsure = msgspec.structs.replace(facts.standings()[key], confirmed=False)
    monkeypatch.setattr(facts, "standings", lambda: {key: unsure})
    (found,) = check("Qatar is a state party to the Rome Statute.")
    assert found.kind == "not_a_party" and not found.confirmed


def test_the_column_that_it_was_made_for(op_ed):
    from pathlib import Path

    found = {f.kind: f for f in check(Path(op_ed).read_text(encoding="utf-8"), "afghanistan")}
    assert set(found) == {"wrong_year", "wrong_kind", "not_competent"}
    assert "1966" in found["wrong_year"].fact and "1996" in found["wrong_year"].written
    assert "codes" in found["wrong_kind"].written and "treaty" in found["wrong_kind"].fact
    assert "European Union" in found["not_competent"].written and "State Party" in found["not_competent"].fact
