"""The first screen: each question answered in words, with what it rests on."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.brief.making import about, document, event, meeting, reading, told, who
from verbale.analysis.scorecard import Card
from verbale.analysis.stats.reading import Audit
from verbale.brief import material
from verbale.brief.material import Material
from verbale.brief.page import Answers, Rows
from verbale.brief.screen import QUESTIONS, screen
from verbale.brief.veil import Veil
from verbale.model import Event, Participant, Said


def answers(given: Material) -> dict[str, str]:
    """The answers in words, without their notes, by the question."""
    (block,) = screen(given, Veil(given.readings, given.case)).blocks
    assert isinstance(block, Answers)
    return {name: "".join(part if isinstance(part, str) else part.words for part in line) for name, line in block.pairs}


def of(*events: Event, **values: Any) -> dict[str, str]:
    return answers(about(*events, **values))


def met(n: int, a: str = "UN", b: str = "AFG-AUTH", **values: Any) -> list[Event]:
    return [meeting(a, b, **values) for _ in range(n)]


def test_questions_to_which_nothing_is_told_are_not_asked() -> None:
    told_ = answers(material([], "afghanistan"))
    assert list(told_) == [name for name, _ in QUESTIONS if name not in ("How public", "On whose terms")]
    assert all(words.strip().endswith(".") for words in told_.values())


class TestMet:
    def test_the_leading_party_is_named_with_each_side(self) -> None:
        words = of(*met(3), *met(1, "EU"), *met(1, "EU", "AFG-WOM"))["Who met whom"]
        assert "with the de facto authorities in four contacts (the United Nations in three, the European Union in one)" in words
        assert "and with other Afghans in one contact (the European Union in one)" in words

    def test_of_parties_that_are_level_none_is_put_first(self) -> None:
        words = of(*(meeting(party, "AFG-AUTH") for party in ("UN", "EU", "USA", "CHN", "RUS")))["Who met whom"]
        assert "(five parties, none in more than one contact)" in words

    def test_both_sides_in_the_room(self) -> None:
        both = event(who("UN"), who("AFG-AUTH", "target"), who("AFG-WOM", "target"))
        assert "in one contact both sides were present" in of(both)["Who met whom"]

    def test_contact_on_no_side_is_told_apart(self) -> None:
        alone = event(who("AFG-AUTH"), mode="visit", date="2023-05-03")
        brokered = event(who("CHN"), who("AFG-AUTH", "target"), mode="mediate", date="2023-05-04")
        words = of(*met(1), meeting("CHN", "PAK"), meeting("AFG-AUTH", "AFG-PPL"), alone, brokered)["Who met whom"]
        assert (
            "one contact was read as among parties of the country only, one contact was read as among outside parties only and "
            "two contacts were read of which it could not be told with whom from outside it was." in words
        )

    def test_the_latest_is_told_and_not_one_with_a_side_in_arms(self) -> None:
        words = of(
            *met(1, date="2023-05-01"),
            *met(1, b="AFG-WOM", date="2023-04"),
            *met(1, b="AFG-ARM", date="2023-06", of=document("two")),
        )["Who met whom"]
        assert "The latest: the United Nations and the authorities, 1 May 2023; " in words
        assert "Afghan women and women's groups, April 2023." in words and "June 2023" not in words

    def test_no_contact_is_said(self) -> None:
        assert of(*met(1, status="planned"))["Who met whom"].startswith("No document reports contact")


def test_how_public_it_was() -> None:
    words = of(*met(2, visibility="public"), *met(1, visibility="private"), *met(1))["How public"]
    assert (
        "Of the four contacts with the authorities, two contacts were, as far as was read, announced by one of the parties" in words
    )
    assert "one contact took place behind closed doors. " in words and "nothing of it" not in words


class TestTerms:
    def test_contact_whose_place_is_not_told_is_counted(self) -> None:
        words = of(*met(1, venue="authority_capital"), *met(2))["On whose terms"]
        assert "one contact took place where the authorities rule. Of two contacts no place is told." in words

    def test_a_disclaimer_that_a_program_read_has_words(self) -> None:
        bare = msgspec.structs.replace(meeting("UN", "AFG-AUTH", disclaimer=True), coder="grammar@2", confidence=0.9)
        assert "disclaimed" not in of(bare).get("On whose terms", "")

    def test_of_what_the_other_side_tells_too_not_only_the_authorities_account_was_read(self) -> None:
        own = "Envoy Richard Bennett met the ministers in Kabul. Bennett said that he had urged the Taliban to open the schools."
        page = document(text=own, published="2023-05-03")
        bennett = Participant(name="Richard Bennett", role="source", party="UN", actor="p.bennett", start=6, end=21)
        there = event(bennett, who("AFG-AUTH", "target"), of=page, words=own[:49])
        told_ = meeting("UN", "AFG-AUTH", publicised_by=("AFG-AUTH",))
        given = material([reading(told_), reading(there, of=page)], "afghanistan", engaged=[told(told_, there)])
        alone = material([reading(told_)], "afghanistan", engaged=[told(told_)])
        assert "Only the authorities’ own account was read of one contact." in answers(alone)["On whose terms"]
        assert "Only the authorities" not in answers(given).get("On whose terms", "")

    def test_where_and_whose_account(self) -> None:
        words = of(*met(1, venue="authority_capital", publicised_by=("AFG-AUTH",)), *met(1, venue="third_country"))[
            "On whose terms"
        ]
        assert "one contact took place where the authorities rule and one contact in a third country" in words
        assert "Only the authorities’ own account was read of one contact." in words

    def test_women_disclaimers_and_conditions(self) -> None:
        said = (Said(kind="condition", words="if", start=0, end=2),)
        words = of(*met(1, women_present="excluded", disclaimer=True, said=said))["On whose terms"]
        assert (
            "Women are said to have been kept out of one contact. "
            "Recognition was disclaimed, or said not to be at issue, in one act. Conditions were set in one act."
        ) in words


def test_what_was_asked_by_direction() -> None:
    ask = {"type": "REQUEST", "mode": "urge"}
    words = of(
        meeting("EU", "AFG-AUTH", topics=("women_girls",), **ask),
        meeting("EU", "AFG-AUTH", topics=("women_girls",), **ask),
        meeting("AFG-AUTH", "EU", topics=("recognition",), **ask),
    )["What was asked"]
    assert "Put to the authorities: asks on women and girls (two acts). Put by them: asks on recognition (one act)." in words
    assert "Put by other Afghans" not in words


class TestSure:
    CARD = Card(on="on ten documents", contacts=Audit(gold=100, found=100, right=70), date="2026-01-02")

    def test_how_many_voices_tell_it_and_how_well_the_program_reads(self) -> None:
        words = of(*met(2), card=self.CARD)["How sure"]
        assert (
            "Of two contacts, none was told by two publishers or parties that do not repeat each other; "
            "each rests on one account, as far as the program could match them." in words
        )
        assert "about three in ten of the contacts that it lists are wrong, and it misses about three in ten" in words

    def test_what_was_announced_before_is_no_report_that_differs(self) -> None:
        pages = [document(key, publisher=key) for key in ("one", "two")]
        ahead = meeting("UN", "AFG-AUTH", of=pages[0], status="planned", level={"UN": "deputy"})
        held = meeting("UN", "AFG-AUTH", of=pages[1], level={"UN": "envoy"})
        given = material([reading(ahead, of=pages[0]), reading(held, of=pages[1])], "afghanistan", engaged=[told(ahead, held)])
        assert "differ" not in answers(given)["How sure"]

    def test_reports_that_differ_are_counted(self) -> None:
        pages = [document(key, publisher=key) for key in ("one", "two")]
        pair = [meeting("UN", "AFG-AUTH", of=page, place=place) for page, place in zip(pages, ("Doha", "Kabul"), strict=True)]
        given = material([reading(e, of=p) for e, p in zip(pair, pages, strict=True)], "afghanistan", engaged=[told(*pair)])
        words = answers(given)["How sure"]
        assert "Of one contact, one contact was told by two publishers or parties" in words
        assert "The reports of one contact differ on place." in words


def test_what_may_not_be_shown() -> None:
    words = of(event(who("UN"), who("AFG-WOM", "target", "Zarmina Ghorbandi")), *met(1, b="AFG-ARM"))["What may not be shown"]
    assert words.startswith("The name of one person")
    assert "Of contact with a side in arms nothing is told but how much of it was read: one act." in words


def test_what_is_said_of_public_contact_says_nothing_of_a_side_in_arms() -> None:
    assert "How public" not in of(*met(1, b="AFG-ARM", visibility="public"))
    assert "the United States" not in of(*met(1, "USA", "AFG-ARM"))["Who met whom"]


@pytest.mark.parametrize("name", ["Who met whom", "How public", "How sure"])
def test_figures_lead_to_what_they_count(name: str) -> None:
    given = about(*met(2, visibility="public"))
    (block,) = screen(given, Veil(given.readings, given.case)).blocks
    assert isinstance(block, Answers)
    figures = [part for part in dict(block.pairs)[name] if isinstance(part, Rows) and part.words == "two contacts"]
    assert figures and all(len(each.acts) == 2 for each in figures)


class TestChanged:
    def test_without_a_period_the_last_twelve_months_are_held_against_all_before(self) -> None:
        words = of(*met(1, date="2021-03-01"), *met(2, date="2023-05-01"), *met(1, "EU", date="2023-05-01"))["What changed"]
        assert "No step that changes how parties stand is plainly told from June 2022 to May 2023." in words
        assert "In contact then and, as far as was read, never before: the European Union with the authorities." in words
        assert "In contact then as before: the United Nations with the authorities." in words

    def test_a_step_that_only_its_page_dates_is_told_with_it(self) -> None:
        act = {"type": "SANCTION", "mode": "sanction", "date": None}
        late, early = document("late", published="2023-04-02"), document("early", published="2020-04-02")
        steps = [meeting(party, "AFG-AUTH", of=page, **act) for party, page in (("NOR", late), ("EU", early))]
        met_ = meeting("UN", "AFG-AUTH", date="2023-05-01")
        readings = [reading(met_), *(reading(each, of=page) for each, page in zip(steps, (late, early), strict=True))]
        words = answers(material(readings, "afghanistan", engaged=[told(each) for each in (met_, *steps)]))["What changed"]
        assert "Penalties and lowered ties: Norway set a penalty, page of 2 April 2023. " in words
        assert "European Union" not in words

    def test_who_was_in_contact_before_is_so_if_only_possibly(self) -> None:
        vague = msgspec.structs.replace(meeting("EU", "AFG-AUTH", confidence=0.3, date="2021-03-01"), coder="grammar@2")
        words = of(vague, *met(1, "EU", date="2023-05-01", of=document("two"), words="Other words"))["What changed"]
        assert "never before" not in words and "as before: the European Union with the authorities" in words

    @pytest.mark.parametrize(
        ("kind", "text", "told_"),
        [
            ("CONCEDE/ease", "The man said that an American had been released.", "Detainees released: Norway released a detainee"),
            ("CONCEDE/ease", "They lifted some of the sanctions.", "Sanctions eased: Norway eased sanctions"),
            ("CONCEDE/ease", "They let girls go to school.", "Restrictions eased: Norway eased restrictions"),
            ("COOPERATE/mission", "The office becomes an embassy again.", "Norway upgraded its mission to an embassy"),
            ("COOPERATE/mission", "The credentials had been accepted.", "Norway accepted an ambassador’s credentials"),
            ("REJECT/refuse", "They refused the exemption.", "Norway refused a travel exemption"),
        ],
    )
    def test_a_step_is_told_with_what_was_done(self, kind: str, text: str, told_: str) -> None:
        act, _, mode = kind.partition("/")
        page = document("step", text=text)
        words = of(meeting("NOR", "AFG-AUTH", type=act, mode=mode, words=text, of=page))["What changed"]
        assert f"{told_}, 1 May 2023. " in words

    def test_recognition_that_was_denied_is_no_recognition(self) -> None:
        words = of(meeting("NOR", "AFG-AUTH", type="SUPPORT", mode="recognise", status="denied"))["What changed"]
        assert "Recognition:" not in words and "recognised" not in words

    def test_steps_come_first_and_of_those_less_surely_read_the_ones_that_a_table_has(self) -> None:
        act = {"type": "SUPPORT", "mode": "recognise", "words": "It recognised them."}
        china = (who("CHN", name="China"), who("AFG-AUTH", "target"))
        seen = act | {
            "words": "China, it seems, recognised them.",
            "of": document("three", text="China, it seems, recognised them."),
        }
        unsure = msgspec.structs.replace(event(*china, confidence=0.6, **seen), coder="grammar@2")
        vague = msgspec.structs.replace(
            meeting("IRN", "AFG-AUTH", confidence=0.6, **act | {"type": "AGREE", "mode": "agree"}), coder="grammar@2"
        )
        words = of(meeting("RUS", "AFG-AUTH", of=document("two"), **act), unsure, vague)["What changed"]
        assert words.startswith(
            "Steps told from June 2022 to May 2023, in the words of their pages below. "
            "Recognition: Russia recognised the authorities, 1 May 2023; "
            "China recognised the authorities, 1 May 2023 (read less surely). "
        )
        assert "Iran, 1 May" not in words

    def test_a_refusal_read_twice_in_one_sentence_is_one_step(self) -> None:
        refusal = meeting("AFG-AUTH", "UN", type="REJECT", mode="refuse")
        words = of(refusal, meeting("AFG-AUTH", "UN", status="refused"))["What changed"]
        assert words.count("the authorities refused, 1 May 2023") == 1

    def test_how_sure_comes_after_it_and_tells_what_is_only_possible(self) -> None:
        vague = msgspec.structs.replace(meeting("UN", "AFG-AUTH", confidence=0.3), coder="grammar@2")
        told_ = of(*met(1, words="Other words told it here.", of=document("two")), vague)
        assert list(told_)[:2] == ["What changed", "How sure"]
        assert (
            "Besides, one possible act was read less surely and is in no figure here; its words are quoted below."
            in told_["How sure"]
        )
        assert "in one contact" in told_["Who met whom"]


def read_in(text: str, *people: Participant, key: str, **values: Any) -> Event:
    """An event that a machine read in all of a page."""
    return msgspec.structs.replace(
        event(*people, of=document(key, text=text), words=text, **({"confidence": 0.9} | values)), coder="grammar@2"
    )


class TestTellers:
    def test_a_report_that_does_not_tell_it_plainly_is_no_second_voice(self) -> None:
        def given(sure: float) -> Material:
            reports = [
                read_in("Norway met the Taliban.", who("NOR", name="Norway"), who("AFG-AUTH", "target"), key="a"),
                read_in(
                    "Norway met the Taliban then.", who("NOR", name="Norway"), who("AFG-AUTH", "target"), key="b", confidence=sure
                ),
            ]
            pages = [
                reading(each, of=document(each.document.key or "", text=each.evidence[0].text, publisher=f"Paper {n}"))
                for n, each in enumerate(reports)
            ]
            other = msgspec.structs.replace(reports[1], document=msgspec.structs.replace(reports[1].document, publisher="Paper 1"))
            return material(pages, "afghanistan", engaged=(told(reports[0], other),))

        assert "one contact was told by two publishers" in answers(given(0.9))["How sure"]
        assert "none was told by two publishers" in answers(given(0.4))["How sure"]

    def test_whoever_is_heard_on_the_same_page_leaves_the_authorities_not_alone(self) -> None:
        page = document("one")
        contact = meeting("RUS", "AFG-AUTH", publicised_by=("AFG-AUTH",), of=page)
        step = meeting("RUS", "AFG-AUTH", type="COOPERATE", mode="mission", of=page)
        alone = "Only the authorities’ own account was read of one contact"
        assert alone in of(contact)["On whose terms"]
        assert alone not in of(contact, step).get("On whose terms", "")
