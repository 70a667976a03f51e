"""What each section says, and that it says nothing where there is nothing to say."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.brief.making import about, alone, document, event, meeting, reading, who
from verbale.brief import material
from verbale.brief.contents import QUOTING, SECTIONS
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
from verbale.brief.sections.said import said
from verbale.brief.veil import Veil
from verbale.model import Claim, Document, Event, Evidence, InstrumentUse, Mention, Naming, SetAside


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


@pytest.mark.parametrize("section", QUOTING, ids=lambda section: section.__name__)
def test_no_section_that_quotes_fails_on_nothing(section: Any) -> None:
    given = material([], "afghanistan")
    assert section(given, _veil(given), set()) is None


def _veil(given: Material) -> Veil:
    return Veil(given.readings, given.case)


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


THEIRS = "Envoy Berg of Norway said on Thursday that he had urged the ministers to open every school."
OURS = "The ministry in Kabul said on Friday that the guest had spoken of a long and lasting friendship."


def _sentence(page: Document, words: str, by: str, to: str, **values: Any) -> Event:
    """A request in a sentence of a page, whose speaker is named first in it."""
    start = page.text.index(words)
    part = Evidence(start=start, end=start + len(words), text=words)
    speaker = who(by, name=words.split()[0])
    speaker = msgspec.structs.replace(speaker, start=start, end=start + len(speaker.name))
    given = {"type": "REQUEST", "mode": "urge"} | values
    return event(speaker, who(to, "target"), of=page, evidence=(part,), **given)


def _accounts(*pages: tuple[Document, tuple[Event, ...]]) -> Section | None:
    given = material([reading(*events, of=page) for page, events in pages], "afghanistan")
    return accounts(given, _veil(given), set())


class TestAccounts:
    def test_each_side_by_itself_in_the_words_of_the_pages(self) -> None:
        page = document(text=f"They met on Monday in Kabul.\n\n{THEIRS}\n\n{OURS}")
        met_ = meeting("NOR", "AFG-AUTH", of=page, words=page.text[:28])
        theirs = _sentence(page, THEIRS, "NOR", "AFG-AUTH", topics=("education",))
        ours = _sentence(page, OURS, "AFG-AUTH", "NOR")
        shown = text(_accounts((page, (met_, theirs, ours))))
        assert "Norway and the authorities, 1 May 2023." in shown
        assert f"As Norway tells it: {THEIRS}" in shown and f"As the authorities tell it: {OURS}" in shown

    def test_what_one_side_alone_speaks_of_where_either_says_more_than_a_sentence(self) -> None:
        more = ("Norway added that women must be let back to work.", "The ministry in Kabul added that trade had been spoken of.")
        page = document(text=f"{THEIRS} {more[0]}\n\n{OURS} {more[1]}")
        met_ = meeting("NOR", "AFG-AUTH", of=page, words=THEIRS)
        theirs = tuple(_sentence(page, words, "NOR", "AFG-AUTH") for words in (THEIRS, more[0]))
        ours = tuple(_sentence(page, words, "AFG-AUTH", "NOR") for words in (OURS, more[1]))
        shown = text(_accounts((page, (met_, *theirs, *ours))))
        assert "only Norway speaks" in shown and "Of economy and trade only the authorities speak." in shown

    def test_over_pages_of_the_same_days(self) -> None:
        one, two = document("one", text=THEIRS), document("two", text=OURS, published="2023-05-03")
        met_ = meeting("NOR", "AFG-AUTH", of=one)
        both = _accounts(
            (one, (met_, _sentence(one, THEIRS, "NOR", "AFG-AUTH"))), (two, (_sentence(two, OURS, "AFG-AUTH", "NOR"),))
        )
        assert OURS in text(both)
        late = document("two", text=OURS, published="2023-06-03")
        said_ = _sentence(late, OURS, "AFG-AUTH", "NOR", date="2023-06-02")
        assert _accounts((one, (met_, _sentence(one, THEIRS, "NOR", "AFG-AUTH"))), (late, (said_,))) is None

    def test_a_sentence_that_is_attributed_to_the_other_side_is_nobody_s_account(self) -> None:
        page = document(text=f"{THEIRS}\n\n{OURS}")
        met_ = meeting("NOR", "AFG-AUTH", of=page)
        ours = _sentence(page, OURS, "AFG-AUTH", "NOR", publicised_by=("NOR",))
        assert _accounts((page, (met_, _sentence(page, THEIRS, "NOR", "AFG-AUTH"), ours))) is None

    def test_what_a_person_of_either_side_says_is_an_account_though_no_act_was_read_in_it(self) -> None:
        ours = "Hafiz Zia Ahmad, deputy spokesman of the ministry, relayed that the guest had wished for long-lasting relations."
        page = document(text=f"{THEIRS}\n\n{ours} Schools do not come up.")
        met_ = meeting("NOR", "AFG-AUTH", of=page)
        shown = text(_accounts((page, (met_, _sentence(page, THEIRS, "NOR", "AFG-AUTH")))))
        assert f"As the authorities tell it: {ours}" in shown and "Schools do not come up" not in shown

    def test_a_page_of_that_month_belongs_where_it_names_who_was_there(self) -> None:
        one = document("one", text=f"They met on Monday in Kabul.\n\n{OURS}")
        met_ = meeting("GBR", "AFG-AUTH", of=one, words=one.text[:28])
        people = (msgspec.structs.replace(met_.participants[0], actor="p.dickson"), met_.participants[1])
        met_ = msgspec.structs.replace(met_, participants=people)
        own = "The envoy Robert Dickson was in Kabul. He replied that London was deeply concerned about edicts that harm women."
        two = document("two", text=own, published="2023-05")
        said_ = event(who("GBR"), who("AFG-AUTH", "target"), of=two, words=own[:38])
        shown = text(_accounts((one, (met_, _sentence(one, OURS, "AFG-AUTH", "GBR"))), (two, (said_,))))
        assert "As the United Kingdom tells it: [Robert Chatterton Dickson] replied that London" in shown
        assert "Also quoted: The Paper, May 2023: Title of two." in shown

    def test_a_pronoun_of_which_nobody_knows_whom_it_means_speaks_for_nobody(self) -> None:
        turned = "Both turned the tables on their guest and reproached Norway for a want of help and of recognition."
        page = document(text=f"{OURS} {turned}")
        accuse = _sentence(page, turned, "NOR", "AFG-AUTH", type="ACCUSE", mode="criticise")
        at = page.text.index("Norway")
        norway = msgspec.structs.replace(accuse.participants[0], name="Norway", start=at, end=at + 6)
        accuse = msgspec.structs.replace(accuse, participants=(norway, accuse.participants[1]))
        met_ = meeting("NOR", "AFG-AUTH", of=page)
        assert _accounts((page, (met_, accuse, _sentence(page, OURS, "AFG-AUTH", "NOR")))) is None

    def test_one_account_alone_is_no_pair(self) -> None:
        page = document(text=THEIRS)
        assert _accounts((page, (meeting("NOR", "AFG-AUTH", of=page), _sentence(page, THEIRS, "NOR", "AFG-AUTH")))) is None


class TestSaid:
    def _shown(self, *statements: str, about: tuple[str, ...] = ("AFG-PPL",), **values: Any) -> str:
        page = document(text="\n\n".join(statements))
        at = [page.text.index(each) for each in statements]
        claims = tuple(
            Claim(kind="generality", start=n, end=n + len(each), words=each, about=about, **values)
            for n, each in zip(at, statements, strict=True)
        )
        given = material([reading(of=page, claims=claims)], "afghanistan")
        return text(said(given, _veil(given), set()))

    def test_statements_stand_with_words_and_page(self) -> None:
        shown = self._shown("The ban on secondary schools for girls should be reversed at once, the text says.", by="USA")
        assert "Demanded in texts and statements:" in shown
        assert "The ban on secondary schools" in shown and "The United States" not in shown
        assert "The Paper, 2 May 2023: Title of one" in shown

    def test_what_no_heading_holds_and_what_is_beyond_the_list_is_counted(self) -> None:
        figures = [f"Some {n} million people of the {n} provinces of the north voted that year." for n in range(10, 20)]
        shown = self._shown(*figures, "Dealers at the exchange in the old bazaar are uneasy these days.")
        assert (
            shown.count("million") == 8
            and "Three further statements stand in the pages and are not told here; verbale read" in shown
        )

    def test_what_is_about_nobody_in_a_page_that_tells_no_act_is_left_out(self) -> None:
        page = document(text="Bidders should bring cash: winners have to settle the entire amount in one go and on time.")
        claim = Claim(kind="judgement", start=0, end=len(page.text), words=page.text)
        given = material([reading(of=page, claims=(claim,))], "afghanistan")
        assert said(given, _veil(given), set()) is None

    def test_what_is_printed_elsewhere_is_not_told_again(self) -> None:
        words = "The ban on secondary schools for girls should be reversed at once, the text says."
        page = document(text=words)
        claim = Claim(kind="judgement", start=0, end=len(words), words=words, about=("AFG-WOM",))
        given = material([reading(of=page, claims=(claim,))], "afghanistan")
        assert "The ban" in text(said(given, _veil(given), set()))
        assert said(given, _veil(given), {(page.id, 0)}) is None

    def test_a_figure_of_need_stands_in_the_table_of_needs_alone(self) -> None:
        need = "Upwards of 28 million people in the country are in need of help."
        shown = self._shown(need, "More than 20 countries should be told of it by the end of the year.")
        assert "28 million" not in shown and "More than 20 countries" in shown

    def test_no_statement_about_a_side_in_arms(self) -> None:
        page = document(text="Some ten million people should be told that the fighters are near.")
        claim = Claim(kind="generality", start=0, end=len(page.text), words=page.text, about=("AFG-ARM",))
        given = material([reading(of=page, claims=(claim,))], "afghanistan")
        assert said(given, _veil(given), set()) is None


def test_parties_met_on_the_same_occasions_alone_stand_in_one_row() -> None:
    large = event(who("IRN"), who("UZB"), who("KAZ"), who("AFG-AUTH", "target"), mode="attend")
    told = text(engagement(about(large, meeting("KAZ", "AFG-AUTH", of=document("two")))))
    assert "Kazakhstan | Authorities | 2 | " in told and "Iran and Uzbekistan | Authorities | 1 | " in told


def test_who_asks_together_does_not_hear_it() -> None:
    people = (who("CHN"), who("AFG-AUTH"), who("WORLD", "target"))
    shown = text(asked(about(event(*people, type="REQUEST", mode="urge", topics=("humanitarian",)))))
    assert "China | Humanitarian aid | no party told | 1 | 1 | " in shown
    assert "Authorities | Humanitarian aid | no party told | 1 | 1 | " in shown


class TestInstruments:
    def test_documents_and_events_are_counted_apart(self) -> None:
        use = (InstrumentUse(id="un_charter", start=0, end=6),)
        told = text(instruments(about(meeting("UN", "AFG-AUTH", instruments=use), meeting("UN", "AFG-AUTH", instruments=use))))
        assert "Charter of the United Nations | Title of one | 1 | " in told

    def test_a_reference_error_is_told_with_its_words_and_its_page(self) -> None:
        mention = Mention(
            kind="instrument", value="un_charter", start=0, end=6, words="the 1996 Charter", error="wrong year: signed in 1945"
        )
        told = text(instruments(material([reading(mentions=(mention,))], "afghanistan")))
        assert "One citation does not agree" in told
        assert "the 1996 Charter – wrong year: signed in 1945." in told
        assert "The Paper, 2 May 2023: Title of one" in told


def _needs(given: Material) -> str:
    return text(needs(given, _veil(given), set()))


def test_figures_of_need_stand_in_their_sentence_with_the_page() -> None:
    page = document(
        text="Nine in ten families in the north are poor.\n\nThe bank sold ten million dollars on the market on Tuesday."
    )
    shown = _needs(material([reading(of=page)], "afghanistan"))
    assert shown == "Help of any kind | Nine in ten families in the north are poor. | The Paper, 2 May 2023: Title of one"


def test_needs_without_a_figure_are_named_in_one_sentence() -> None:
    mention = Mention(kind="need", value="food", start=0, end=4, words="food", population="refugees")
    given = material([reading(meeting("UN", "AFG-PPL", needs=("health",)), mentions=(mention,))], "afghanistan")
    assert _needs(given) == "Named without a figure: food (one document) and health (one document)."


class TestNaming:
    def test_words_are_counted_over_spellings(self) -> None:
        names = [Naming(party="AFG-AUTH", words=words, start=0, end=3) for words in ("the Taliban", "Taliban’s", "Taliban")]
        told = text(naming(about(*(meeting("UN", "AFG-AUTH", naming=(name,)) for name in names))))
        assert "the Taliban | 1 | 3 | " in told

    def test_a_word_that_says_how_somebody_stands_to_it_names_it_not(self) -> None:
        names = [Naming(party="AFG-AUTH", words=words, start=0, end=3) for words in ("anti-Taliban", "Taliban")]
        told = text(naming(about(*(meeting("UN", "AFG-AUTH", naming=(name,)) for name in names))))
        assert "anti-Taliban" not in told and "Taliban | 1 | 1 | " in told

    def test_a_capital_and_an_office_take_no_stance(self) -> None:
        words = ("Kabul", "the foreign ministry in Kabul", "the rulers in Kabul")
        names = tuple(Naming(party="AFG-AUTH", words=each, start=0, end=3) for each in words)
        told = text(naming(about(meeting("UN", "AFG-AUTH", naming=names))))
        assert "the rulers in Kabul" in told and "ministry" not in told and "\nKabul |" not in told

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
            "Who met whom comes to one pair of an outside party and one of the country; "
            "of one of them one publisher alone tells (two contacts)." in told
        )


def _limits(given: Material) -> str:
    return text(limits(given))


def test_what_is_less_surely_read_is_not_outside_the_case() -> None:
    vague = msgspec.structs.replace(meeting("UN", "AFG-AUTH", confidence=0.3), coder="grammar@2")
    told = _limits(about(vague, *met(1, in_case=False)))
    assert "One act is less surely read" in told and "One act lies outside the case" in told


def test_limits_count_what_no_figure_has() -> None:
    told = _limits(about(*met(2, complete=False), *met(1, in_case=False), *met(1, date=None), *met(2, date_basis="publication")))
    assert "Two acts lack a party" in told
    assert "One act lies outside the case" in told
    assert "One act has no date" in told
    assert "Two acts take the page’s date" in told


def test_who_brought_whom_together() -> None:
    hosted = event(who("USA"), who("AFG-WOM", "target"), who("NOR", "host"))
    alone_ = event(who("CHN"), who("AFG-AUTH", "target"), mode="mediate")
    assert convening(about(alone_)) is None
    (table,) = convening(about(hosted, event(who("USA"), who("AFG-ARM", "target"), who("TJK", "host"), of=document("two")))).blocks  # type: ignore[union-attr]
    assert isinstance(table, Table)
    assert [row[:3] for row in table.rows] == [(("Norway",), ("United States 1, Women 1",), ("1",))]
    assert convening(about(meeting("NOR", "AFG-WOM"))) is None
