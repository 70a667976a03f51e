"""What each section says, and that it says nothing where there is nothing to say."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.brief.making import about, alone, document, event, meeting, reading, told, who
from verbale.brief import material
from verbale.brief.contents import SECTIONS
from verbale.brief.material import Material
from verbale.brief.page import Items, Paragraph, Section, Table
from verbale.brief.sections.accounts import accounts
from verbale.brief.sections.asks import asked
from verbale.brief.sections.convened import convening
from verbale.brief.sections.coverage import coverage
from verbale.brief.sections.engagement import engagement
from verbale.brief.sections.instruments import instruments
from verbale.brief.sections.limits import limits
from verbale.brief.sections.naming import naming
from verbale.brief.sections.needs import needs
from verbale.brief.sections.presence import presence
from verbale.model import Event, InstrumentUse, Mention, Naming, Said, SetAside


def text(section: Section | None) -> str:
    """All words of a section, without its notes."""
    assert section is not None
    told: list[str] = []
    for block in section.blocks:
        match block:
            case Paragraph(line):
                told.append(_words(line))
            case Items(lines):
                told += [_words(line) for line in lines]
            case Table():
                told += [" | ".join(_words(cell) for cell in row) for row in block.rows]
    return "\n".join(told)


def _words(line: Any) -> str:
    return "".join(part if isinstance(part, str) else part.words for part in line)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.__name__)
def test_no_section_fails_on_nothing(section: Any) -> None:
    made = section(material([], "afghanistan"))
    assert made is None or made.blocks


def met(n: int, a: str = "UN", b: str = "AFG-AUTH", **values: Any) -> list[Any]:
    return [meeting(a, b, **values) for _ in range(n)]


class TestEngagement:
    def test_contacts_rank_and_latest_date_of_each_party_and_side(self) -> None:
        page, other = document("a"), document("b")
        ranked = meeting("UN", "AFG-AUTH", of=page, level={"UN": "envoy"}, date="2023-04-01")
        events = [meeting("UN", "AFG-AUTH", of=page), ranked, meeting("UN", "AFG-WOM", of=other)]
        readings = [reading(*events[:2], of=page), reading(events[2], of=other)]
        shown = text(engagement(material(readings, "afghanistan", engaged=alone(*events))))
        assert "United Nations | Authorities | 2 | envoy | 1 May 2023 | " in shown
        assert "United Nations | Other Afghans | 1 | not told | 1 May 2023 | " in shown
        assert "With other Afghans and the authorities: the United Nations." in shown


def test_asks_by_speaker_with_who_heard_them() -> None:
    ask = {"type": "REQUEST", "mode": "urge", "topics": ("women_girls",)}
    shown = text(asked(about(meeting("EU", "AFG-AUTH", **ask), meeting("EU", "AFG-AUTH", **ask), meeting("AFG-WOM", "EU", **ask))))
    assert "European Union | Women and girls | Authorities | 2 | 1 | " in shown
    assert "Women | Women and girls | European Union | 1 | 1 | " in shown


def test_two_accounts_of_one_occasion_stand_side_by_side() -> None:
    pages = [document(key, publisher=key) for key in ("one", "two")]
    asked = (Said(kind="ask", words="to open the schools for girls", start=0, end=29, topic="education"),)
    offered = (Said(kind="offer", words="a long and lasting friendship", start=0, end=29),)
    theirs = meeting("NOR", "AFG-AUTH", of=pages[0], said=asked, publicised_by=("NOR",), topics=("education",))
    ours = meeting("NOR", "AFG-AUTH", of=pages[1], said=offered, publicised_by=("AFG-AUTH",), topics=("economy_trade",))
    readings = [reading(each, of=page) for each, page in zip((theirs, ours), pages, strict=True)]
    shown = text(accounts(material(readings, "afghanistan", engaged=[told(theirs, ours)])))
    assert "By the account of Norway: asks to open the schools for girls; subjects: education." in shown
    assert "By the account of the authorities: offers a long and lasting friendship; subjects: economy and trade." in shown
    assert "Only Norway speaks of education." in shown and "Only the authorities speak of economy and trade." in shown


def test_what_a_publisher_sums_up_is_no_account_of_a_side() -> None:
    pages = [document(key, publisher=key) for key in ("one", "two")]
    asked = (Said(kind="ask", words="to open the schools for girls", start=0, end=29, topic="education"),)
    theirs = meeting("NOR", "AFG-AUTH", of=pages[0], said=asked, publicised_by=("NOR",), topics=("education",))
    other = meeting("NOR", "AFG-AUTH", of=pages[1], said=asked, topics=("education",))
    readings = [reading(theirs, of=pages[0]), reading(other, of=pages[1])]
    assert accounts(material(readings, "afghanistan", engaged=[told(theirs, other)])) is None


def test_what_is_not_plainly_told_gives_nobody_an_account() -> None:
    pages = [document(key, publisher=key) for key in ("one", "two")]
    asked = (Said(kind="ask", words="to open the schools for girls", start=0, end=29, topic="education"),)
    theirs = meeting("NOR", "AFG-AUTH", of=pages[0], said=asked, publicised_by=("NOR",), topics=("education",))
    ours = meeting("NOR", "AFG-AUTH", of=pages[1])
    voiced = meeting("AFG-AUTH", "NOR", of=pages[1], type="REQUEST", mode="urge", said=asked, publicised_by=("AFG-AUTH",))
    vague = msgspec.structs.replace(voiced, coder="grammar@2", confidence=0.3)

    def shown(said: Event) -> Section | None:
        readings = [reading(theirs, of=pages[0]), reading(ours, said, of=pages[1])]
        return accounts(material(readings, "afghanistan", engaged=[told(theirs, ours), told(said)]))

    assert "By the account of the authorities: asks" in text(shown(voiced))
    assert shown(vague) is None


def test_one_account_alone_is_no_pair() -> None:
    assert accounts(about(meeting("NOR", "AFG-AUTH", publicised_by=("NOR",)))) is None


def test_who_asks_together_does_not_hear_it() -> None:
    people = (who("CHN"), who("AFG-AUTH"), who("WORLD", "target"))
    shown = text(asked(about(event(*people, type="REQUEST", mode="urge", topics=("humanitarian",)))))
    assert "China | Humanitarian aid | nobody named | 1 | 1 | " in shown
    assert "Authorities | Humanitarian aid | nobody named | 1 | 1 | " in shown


class TestPresence:
    @pytest.mark.parametrize(
        ("words", "values", "told"),
        [
            ("An invitation was issued to Kabul and turned down.", {"status": "refused"}, "refused"),
            ("Russia has sent no invitation.", {"status": "refused"}, "not invited"),
            ("Letters had gone out, the movement among them: the Herat Dialogue is near.", {}, "invited, no answer told"),
            ("The authorities took part in the trilateral.", {}, "present"),
            ("The trilateral is to be held in May.", {"status": "planned"}, "planned"),
        ],
    )
    def test_of_a_meeting_of_many_whether_the_authorities_were_there(self, words: str, values: dict[str, str], told: str) -> None:
        page = document(text=words, title="A meeting")
        met_ = meeting("RUS", "AFG-AUTH", of=page, words=words, **values)
        shown = text(presence(material([reading(met_, of=page)], "afghanistan", engaged=alone(met_))))
        assert shown == f"A meeting | 1 May 2023 | {told} | "

    def test_of_a_meeting_that_names_them_not_nothing_is_said(self) -> None:
        many = event(who("RUS"), who("CHN", "target"), who("IRN", "target"), who("PAK", "target"))
        assert "Title of one | 1 May 2023 | not told | " in text(presence(about(many)))

    def test_a_meeting_of_two_is_none_of_many(self) -> None:
        assert presence(about(*met(1))) is None

    def test_a_page_that_may_tell_of_a_side_in_arms_is_left_out(self) -> None:
        words = "They met at the gathering."
        assert (
            presence(about(meeting("USA", "AFG-ARM", words=words), meeting("RUS", "AFG-AUTH", words="The gathering opened.")))
            is None
        )


class TestInstruments:
    def test_documents_and_events_are_counted_apart(self) -> None:
        use = (InstrumentUse(id="un_charter", start=0, end=6),)
        told = text(instruments(about(meeting("UN", "AFG-AUTH", instruments=use), meeting("UN", "AFG-AUTH", instruments=use))))
        assert "Charter of the United Nations | 1 | 2 | " in told

    def test_a_reference_error_is_told_with_its_words_and_its_page(self) -> None:
        mention = Mention(
            kind="instrument", value="un_charter", start=0, end=6, words="the 1996 Charter", error="wrong year: signed in 1945"
        )
        told = text(instruments(material([reading(mentions=(mention,))], "afghanistan")))
        assert "One citation does not agree" in told
        assert "the 1996 Charter – wrong year: signed in 1945." in told
        assert "The Paper, 2 May 2023: Title of one" in told


def test_who_publishes_is_no_people_in_need() -> None:
    named = [
        Mention(kind="need", value="food", start=0, end=4, words="food", population=population)
        for population in ("The Paper", "KabulNow", "their children", "nine in ten Afghans")
    ]
    given = material([reading(mentions=tuple(named))], "afghanistan")
    assert "Food | nine in ten Afghans | 1 | 0 | " in text(needs(given))


def test_needs_with_their_causes() -> None:
    mention = Mention(kind="need", value="food", start=0, end=4, words="food", cause="job_loss", population="refugees")
    given = material([reading(meeting("UN", "AFG-PPL", needs=("health",)), mentions=(mention,))], "afghanistan")
    told_ = text(needs(given))
    assert "Food | job loss, refugees | 1 | 0 | " in told_
    assert "Health | not told | 1 | 1 | " in told_


class TestNaming:
    def test_words_are_counted_over_spellings(self) -> None:
        names = [Naming(party="AFG-AUTH", words=words, start=0, end=3) for words in ("the Taliban", "Taliban’s", "Taliban")]
        told = text(naming(about(*(meeting("UN", "AFG-AUTH", naming=(name,)) for name in names))))
        assert "the Taliban | 1 | 3 | " in told

    def test_a_word_that_says_how_somebody_stands_to_it_names_it_not(self) -> None:
        names = [Naming(party="AFG-AUTH", words=words, start=0, end=3) for words in ("anti-Taliban", "Taliban")]
        told = text(naming(about(*(meeting("UN", "AFG-AUTH", naming=(name,)) for name in names))))
        assert "anti-Taliban" not in told and "Taliban | 1 | 1 | " in told

    def test_ministries_and_other_countries_authorities_are_left_out(self) -> None:
        names = (
            Naming(party="AFG-AUTH", words="Da Afghanistan Bank", start=0, end=3),
            Naming(party="MMR-AUTH", words="the junta", start=0, end=3),
        )
        assert naming(about(meeting("UN", "AFG-AUTH", naming=names))) is None


class TestCoverage:
    def test_what_was_not_coded_says_why(self) -> None:
        skipped = reading(of=document("fa", language="fa", title="Persian page"), skipped="language: fa is not coded")
        told = text(coverage(material([reading(meeting("UN", "AFG-AUTH")), skipped], "afghanistan")))
        assert "One document was not coded: “Persian page”." in told
        assert "fa is not coded" in told
        assert "English (one document)" in told

    def test_what_was_set_aside_says_why(self) -> None:
        entry = SetAside(path="x.pdf", reason="encrypted", message="It needs a password.", hint="")
        told = text(coverage(material([], "afghanistan", [entry])))
        assert "One input could not be read and was set aside:\nx.pdf: It needs a password." in told

    def test_single_sources_are_counted_never_shared_out(self) -> None:
        told = text(coverage(about(*met(2))))
        assert (
            "Of the one pair of an outside party and one of the country that were in contact, "
            "one pair was told of by one publisher only (two contacts)." in told
        )


def _limits(given: Material) -> str:
    return text(limits(given))


def test_limits_count_what_no_figure_has() -> None:
    told = _limits(about(*met(2, complete=False), *met(1, in_case=False), *met(1, date=None), *met(2, date_basis="publication")))
    assert "Two acts lack a party" in told
    assert "One act lies outside the case" in told
    assert "One act has no date" in told
    assert "Two acts take the page’s date" in told


def test_who_brought_whom_together() -> None:
    hosted = event(who("USA"), who("AFG-WOM", "target"), who("NOR", "host"))
    (table,) = convening(about(hosted, event(who("USA"), who("AFG-ARM", "target"), who("TJK", "host"), of=document("two")))).blocks  # type: ignore[union-attr]
    assert isinstance(table, Table)
    assert [row[:3] for row in table.rows] == [(("Norway",), ("United States 1, Women 1",), ("1",))]
    assert convening(about(meeting("NOR", "AFG-WOM"))) is None
