"""The accounts: each act once, in the file that it belongs to, in a sentence that a person would write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
import pytest

from tests.brief.making import TEXT, about, alone, document, event, meeting, reading, text_of, who
from tests.brief.making import told as made_one
from verbale.brief import compose, material
from verbale.brief.accounts import accounts
from verbale.brief.accounts.compose import BELOW
from verbale.brief.accounts.files import file_of, files
from verbale.brief.accounts.groups import groups
from verbale.brief.accounts.undone import table as undone_table
from verbale.brief.accounts.undone import undone
from verbale.brief.material import Material
from verbale.brief.page import Block, Items, Line, Paragraph, Section, Table
from verbale.brief.telling import UNWORDED
from verbale.brief.veil import Veil
from verbale.catalogue import labels
from verbale.model import Document, Event, Evidence, Participant, Said

MUTTAQI = {"name": "Amir Khan Muttaqi", "actor": "p.muttaqi"}
ASK = {"type": "REQUEST", "mode": "urge"}


def sections(given: Material) -> dict[str, str]:
    """The words of each file by its title."""
    return {each.title: _words(each) for each in accounts(given, Veil(given.readings, given.case), set())}


def _words(section: Section) -> str:
    lines = [line for block in section.blocks for line in _lines(block)]
    return "\n".join("".join(_shown(part) for part in line) for line in lines)


def _lines(block: Block) -> Iterable[Line]:
    match block:
        case Items(lines):
            return lines
        case Table():
            return [tuple(part for cell in row for part in (*cell, " | ")) for row in block.rows]
        case Paragraph(line):
            return [line]
    raise AssertionError(block)


def _shown(part: Any) -> str:
    return part if isinstance(part, str) else f"“{part.words}”" if hasattr(part, "language") else part.words


def one(*events: Event, **values: Any) -> str:
    """The words of the only file."""
    (words,) = sections(about(*events, **values)).values()
    return words


UNDONE = "Refused, withheld, called off or only planned"


class TestSentences:
    def test_who_met_whom_where_when_and_in_which_office(self) -> None:
        met = event(
            who("UN"), who("AFG-AUTH", "target", **MUTTAQI), place="Kabul", topics=("water_climate",), level={"UN": "envoy"}
        )
        asked = event(who("UN"), who("AFG-AUTH", "target"), words="Other words", **ASK)
        assert one(met, asked).startswith(
            "On 1 May 2023, the United Nations (at the rank of envoy) met the de facto authorities (Amir Khan Muttaqi, "
            f"Acting Minister of Foreign Affairs) in Kabul; subjects: water and climate: “{TEXT}”"
        )

    def test_what_the_quoted_words_say_is_not_said_before_them(self) -> None:
        text = "The United Nations envoy saw Amir Khan Muttaqi, the acting foreign minister, in Kabul. The envoy asked about water."
        page = document(text=text)
        people = (who("UN", name="The United Nations"), who("AFG-AUTH", "target", **MUTTAQI))
        people = (people[0], msgspec.structs.replace(people[1], start=text.index("Amir"), end=text.index("Amir") + 17))
        values = {"of": page, "level": {"UN": "envoy"}, "topics": ("water_climate",)}
        met = msgspec.structs.replace(event(*people, words=text[:86], **values), coder="grammar@2")
        (words,) = sections(_of(page, met)).values()
        assert words == f"On 1 May 2023, the United Nations met the de facto authorities in Kabul: “{text[:86]}”"

    def test_a_contact_of_which_nothing_else_is_told_has_its_words(self) -> None:
        assert one(meeting("UN", "AFG-AUTH")) == f"On 1 May 2023, the United Nations met the de facto authorities: “{TEXT}”"

    def test_what_was_asked_is_said_in_its_words(self) -> None:
        said = (Said(kind="ask", words="to open the schools", start=0, end=19),)
        words = one(meeting("EU", "AFG-AUTH", said=said, **ASK))
        assert words == "On 1 May 2023, the European Union asked the de facto authorities “to open the schools”."

    def test_conditions_and_threats_are_told_with_the_act(self) -> None:
        said = (Said(kind="condition", words="only if girls go to school", start=0, end=26),)
        assert "; the condition: “only if girls go to school”." in one(
            meeting("EU", "AFG-AUTH", said=said, type="THREATEN", mode="threaten")
        )

    def test_what_takes_the_date_of_its_page_is_told_as_reported(self) -> None:
        assert one(meeting("UN", "AFG-AUTH", date_basis="publication")).startswith("As reported on 1 May 2023, ")
        undated = meeting("UN", "AFG-AUTH", date=None)
        assert one(undated).startswith("On a page of 2 May 2023, its own day not told, ")
        assert "undated, on a page of 2 May 2023" in text_of(about(undated))
        page = document(published=None)
        assert one(meeting("UN", "AFG-AUTH", date=None, of=page)).startswith("At a time not told, ")

    def test_a_machine_that_is_not_sure_of_the_kind_of_act_leaves_it_to_the_words(self) -> None:
        unsure = msgspec.structs.replace(
            meeting("UN", "AFG-AUTH", type="ACCUSE", mode="criticise", confidence=0.6), coder="grammar@2"
        )
        assert one(unsure) == f"Read less surely: page of 2 May 2023, “{TEXT}”"
        assert [note.act for note in compose(about(unsure)).notes] == [UNWORDED]

    def test_what_is_no_contact_is_told_by_its_words_until_a_person_has_looked_at_it(self) -> None:
        read = meeting("UN", "AFG-AUTH", type="ACCUSE", mode="criticise", confidence=0.8)
        assert one(msgspec.structs.replace(read, coder="grammar@2")) == f"1 May 2023: “{TEXT}”"
        assert "the United Nations voiced criticism of the de facto authorities" in one(read)

    def test_whose_account_it_is(self) -> None:
        assert "; so the authorities tell it" in one(meeting("UN", "AFG-AUTH", publicised_by=("AFG-AUTH",)))

    @pytest.mark.parametrize(
        ("values", "told"),
        [
            ({"status": "refused"}, "refused | 1 May 2023; the United Nations and the authorities | “"),
            ({"status": "cancelled"}, "called off | 1 May 2023; the United Nations and the authorities | “"),
            (
                {"type": "SUPPORT", "mode": "recognise", "status": "denied"},
                "It is plainly told to have been denied, or not at issue, by the United Nations.",
            ),
        ],
    )
    def test_what_was_not_done_is_told_as_that(self, values: dict[str, str], told: str) -> None:
        assert told in "\n".join(sections(about(meeting("UN", "AFG-AUTH", **values))).values())

    def test_of_a_plan_what_became_of_it(self) -> None:
        plan = meeting("UN", "AFG-AUTH", status="planned", date="2023-01-01")
        assert (
            "; as far as was read, no report tells of it"
            in sections(about(plan, meeting("UN", "USA")))["Refused, withheld, called off or only planned"]
        )

    def test_every_act_has_a_verb(self) -> None:
        acts = labels.codes("act")
        assert acts <= labels.codes("verb")


class TestFiles:
    @pytest.mark.parametrize(
        ("values", "title"),
        [
            ({"topics": ("women_girls", "humanitarian"), **ASK}, "Rights of women and girls"),
            ({"type": "SUPPORT", "mode": "recognise", "topics": ("women_girls",)}, "Recognition and embassies"),
            ({"needs": ("food",), **ASK}, "Humanitarian needs and access"),
            ({"status": "refused"}, "Refused, withheld, called off or only planned"),
            ({}, "Other contact and statements"),
            ({"words": "They spoke of the frozen assets."}, "Trade, transit and the economy"),
        ],
    )
    def test_an_act_goes_where_most_of_it_points(self, values: dict[str, Any], title: str) -> None:
        page = document(text=values.get("words", TEXT))
        given = meeting("UN", "AFG-AUTH", of=page, **values)
        assert list(sections(material([reading(given, of=page)], "afghanistan", engaged=alone(given)))) == [title]

    def test_every_topic_has_a_file(self) -> None:
        assert labels.codes("topic") <= frozenset().union(*(each.topics for each in files()))

    def test_a_less_sure_contact_in_words_that_call_it_off_is_with_what_was_not_done(self) -> None:
        entry = about(meeting("UN", "AFG-AUTH")).acts[0]
        assert file_of((entry,), lambda: "the match was scrapped", sure=False).undone
        assert not file_of((entry,), lambda: "the match was scrapped").undone

    def test_recognition_says_first_who_went_how_far(self) -> None:
        act = {"type": "SUPPORT", "mode": "recognise"}
        given = about(meeting("RUS", "AFG-AUTH", **act), meeting("NOR", "AFG-AUTH", status="denied", **act))
        words = sections(given)["Recognition and embassies"]
        assert words.startswith(
            "Recognition is plainly told of Russia. It is plainly told to have been denied, or not at issue, by Norway. Talks, "
        )
        assert f"Russia | 1 May 2023 | “{TEXT}” | yes |  | " in words
        assert f"Norway | 1 May 2023 | “{TEXT}” |  | " in words

    def test_a_step_away_is_told_by_its_words_and_what_is_open_about_it(self) -> None:
        page, second = document(text="Norway will accredit no ambassador of theirs."), document("two", text="It froze their funds.")
        barred = meeting("NOR", "AFG-AUTH", of=page, words=page.text, type="SANCTION", mode="sanction", date=None)
        other = meeting("EU", "AFG-AUTH", of=second, words=second.text, type="SANCTION", mode="sanction")
        readings = [reading(barred, of=page), reading(other, of=second)]
        words = sections(material(readings, "afghanistan", engaged=alone(barred, other)))["Recognition and embassies"]
        assert "Norway | Page of 2 May 2023 | “Norway will accredit no ambassador of theirs.” |  |  | " in words
        assert "European Union | " not in words


class TestGroups:
    def test_what_one_page_tells_of_the_same_parties_and_days_belongs_together(self) -> None:
        page, other = document("one"), document("two")
        given = about(
            meeting("UN", "AFG-AUTH", of=page, date="2023-05-01"),
            meeting("AFG-AUTH", "UN", of=page, date="2023-05-04", **ASK),
            meeting("EU", "AFG-AUTH", of=page, date="2023-05-01"),
            meeting("UN", "AFG-AUTH", of=page, date="2023-03-01"),
            meeting("UN", "AFG-AUTH", of=other, date="2023-05-01"),
        )
        assert sorted(map(len, groups(given.acts))) == [1, 1, 1, 2]

    def test_the_latest_first_and_contact_before_what_was_said_at_it(self) -> None:
        given = about(
            meeting("UN", "AFG-AUTH", date="2023-05-01", **ASK), meeting("UN", "AFG-AUTH"), meeting("EU", "AFG-AUTH", date="2024")
        )
        assert [[each.type for each in group] for group in groups(given.acts)] == [["CONSULT"], ["CONSULT", "REQUEST"]]


def test_what_two_pages_both_condemn_does_not_make_their_contacts_one() -> None:
    pages = [document(key, published=f"2023-05-0{n}") for n, key in enumerate(("one", "two"), start=2)]
    met_ = [meeting("UN", "AFG-AUTH", of=page, date=f"2023-05-0{n}") for n, page in enumerate(pages, start=1)]
    both = [meeting("AFG-AUTH", "AFG-WOM", of=page, type="COERCE", mode="repress", date="2023-05-01") for page in pages]
    readings = [reading(a, b, of=page) for a, b, page in zip(met_, both, pages, strict=True)]
    given = material(readings, "afghanistan", engaged=[*alone(*met_), made_one(*both)])
    assert [[each.type for each in group] for group in groups(given.acts)] == [["CONSULT"], ["CONSULT", "COERCE"]]


def test_what_stands_beside_the_other_sides_words_is_not_quoted_in_its_file_again() -> None:
    given = about(meeting("UN", "AFG-AUTH"))
    place = (given.readings[0].document.id, 0)
    (section,) = accounts(given, Veil(given.readings, given.case), {place})
    assert _words(section) == f"On 1 May 2023, the United Nations met the de facto authorities.{BELOW}"


def test_a_possible_reading_stands_in_the_file_of_what_its_page_tells_surely() -> None:
    text = "Norway will accept no ambassador of the Taliban in Oslo. The ties of Norway with the Taliban were once close."
    page = document(text=text)
    parts = [Evidence(start=a, end=b, text=text[a:b]) for a, b in ((0, 56), (57, len(text)))]
    norway, taliban = who("NOR", name="Norway"), who("AFG-AUTH", "target", "the Taliban")
    sure = event(norway, taliban, of=page, evidence=parts[:1], type="SUPPORT", mode="recognise", status="denied")
    at = text.index("the Taliban were")
    taliban = msgspec.structs.replace(taliban, start=at, end=at + 11)
    vague = event(norway, taliban, of=page, evidence=parts[1:], confidence=0.3)
    told = sections(_of(page, sure, msgspec.structs.replace(vague, coder="grammar@2")))
    assert [title for title, words in told.items() if "once close" in words] == ["Recognition and embassies"]


def test_what_one_sentence_reports_is_told_once_with_all_its_notes() -> None:
    brief = compose(about(meeting("UN", "AFG-AUTH"), meeting("UN", "AFG-AUTH", **ASK)))
    told = next(each for each in brief.sections if each.name == "file-other")
    (items,) = told.blocks
    assert isinstance(items, Items) and len(items.lines) == 1
    assert len(items.lines[0][-1].acts) == 2  # type: ignore[union-attr]


def test_no_sentence_is_quoted_twice() -> None:
    from tests.brief.gold import readings

    given = material(readings(), "afghanistan")
    quoted = [
        part.words
        for section in accounts(given, Veil(given.readings, given.case), set())
        for block in section.blocks
        if not isinstance(block, Table)
        for line in _lines(block)
        for part in line
        if hasattr(part, "language") and len(part.words) > 60
    ]
    assert len(quoted) == len(set(quoted)) > 20


def test_a_sentence_that_stood_before_another_is_not_told_again() -> None:
    text = "The envoy of Norway met the ministers of the Taliban in Kabul. He also saw the economy minister of the Taliban there."
    page = document(text=text)
    first = meeting("NOR", "AFG-AUTH", of=page, words=text[:62])
    part = Evidence(start=63, end=len(text), text=text[63:])
    he = Participant(name="He", role="source", party="NOR", start=63, end=65)
    minister = Participant(name="the economy minister", role="target", party="AFG-AUTH", start=75, end=95)
    second = event(he, minister, of=page, evidence=(part,), confidence=0.9)
    machine = [msgspec.structs.replace(each, coder="grammar@2") for each in (second, first)]
    (words,) = sections(_of(page, *machine)).values()
    assert words.count("The envoy of Norway met") == 1


def test_a_passage_that_speaks_of_nobody_of_the_country_is_left_out() -> None:
    text = "The ministry of Pakistan buried a great many people after the catastrophe of that year."
    page = document(text=text)
    aid = meeting("PAK", "AFG-PPL", of=page, words=text, confidence=0.3, type="AID", mode="humanitarian")
    assert not sections(_of(page, msgspec.structs.replace(aid, coder="grammar@2")))


def test_what_is_beyond_the_sentences_of_a_file_is_told_in_a_few_words_each() -> None:
    events = [meeting("UN", "AFG-AUTH", of=document(str(n)), date=f"2023-05-{n % 28 + 1:02}") for n in range(1, 36)]
    readings = [reading(each, of=document(each.document.key or "")) for each in events]
    words = sections(material(readings, "afghanistan", engaged=alone(*events)))["Other contact and statements"]
    assert words.count("met the de facto") == 12 and words.count("The United Nations and the authorities, ") == 20
    assert "\nAlso: The United Nations and the authorities, " in words and "; and three further acts." in words


def test_possible_acts_give_their_words_alone() -> None:
    vague = msgspec.structs.replace(meeting("UN", "AFG-AUTH", confidence=0.3), coder="grammar@2")
    words = one(vague)
    assert words == f"{UNWORDED}: page of 2 May 2023, “{TEXT}”"
    assert [note.act for note in compose(about(vague)).notes] == [UNWORDED]


def _of(page: Document, *events: Event) -> Material:
    return material([reading(*events, of=page)], "afghanistan", engaged=alone(*events))


class TestWhom:
    """Whom a quoted sentence means: the name where it is known, else the sentence before it."""

    TEXT = "Richard Bennett spoke in Madrid. He urged the court to act against the Taliban leaders in Kabul."

    def _quoted(self, text: str, sentence: str, *people: Participant, before: str = "") -> str:
        page = document(text=f"{before}{text}")
        start = page.text.index(sentence)
        part = Evidence(start=start, end=start + len(sentence), text=sentence)
        (words,) = sections(_of(page, event(*people, of=page, evidence=(part,)))).values()
        return words

    def test_with_the_sentence_before_where_a_pronoun_stands_for_nobody_known(self) -> None:
        words = self._quoted(self.TEXT, self.TEXT[33:], who("UN"), who("AFG-AUTH", "target"))
        assert f"“{self.TEXT}”" in words

    def test_with_the_name_where_it_is_known(self) -> None:
        he = Participant(name="He", role="source", party="UN", actor="p.bennett", start=33, end=35)
        words = self._quoted(self.TEXT, self.TEXT[33:], he, who("AFG-AUTH", "target"))
        assert "“[Richard Bennett] urged the court" in words and "spoke in Madrid" not in words

    def test_a_few_words_stand_with_what_they_belong_to(self) -> None:
        text = "The waivers ran out at midnight. China pleaded for more."
        assert f"“{text}”" in self._quoted(text, "China pleaded for more.", who("CHN"), who("AFG-AUTH", "target"))

    def test_a_heading_is_no_sentence_before(self) -> None:
        words = self._quoted(self.TEXT[33:], self.TEXT[33:], who("UN"), who("AFG-AUTH", "target"), before="Madrid, day one\n\n")
        assert "Madrid" not in words

    def test_what_means_nobody_is_not_quoted_and_contact_is_told_without(self) -> None:
        words = self._quoted(self.TEXT[33:], self.TEXT[33:], who("UN"), who("AFG-AUTH", "target"))
        assert words == "On 1 May 2023, the United Nations met the de facto authorities."

    def test_the_party_stands_for_the_pronoun_where_nothing_is_before_it(self) -> None:
        text = "They renewed their call on the ministers in Kabul to open the schools."
        they = Participant(name="They", role="source", party="UN", start=0, end=4)
        ministers = Participant(name="ministers", role="target", party="AFG-AUTH", start=31, end=40)
        assert "“[The United Nations] renewed their call" in self._quoted(text, text, they, ministers)

    def test_a_lead_in_stands_with_its_list_and_a_count_of_demands_with_the_demands(self) -> None:
        text = "Whom the envoy of the United Nations met in Kabul that day:\n- teachers of girls;\n- members of councils.\n\nMore."
        lead = self._quoted(text, text[:59], who("UN"), who("AFG-AUTH", "target"))
        assert "met in Kabul that day: teachers of girls; members of councils.”" in lead and "More" not in lead
        demands = "The United Nations for its part pressed two demands. The schools must open, and the banks too. It said so."
        words = self._quoted(demands, demands[:52], who("UN"), who("AFG-AUTH", "target"))
        assert "two demands. The schools must open, and the banks too.”" in words

    def test_what_another_paragraph_says_is_not_put_before_a_few_words(self) -> None:
        text = "The page begins.\n\nAn American had been freed by mediators of Qatar.\n\nMuttaqi appealed for dialogue."
        words = self._quoted(text, "Muttaqi appealed for dialogue.", who("AFG-AUTH"), who("USA", "target"))
        assert "“Muttaqi appealed for dialogue.”" in words

    def test_what_may_not_be_shown_before_it_is_no_reason_to_put_a_party_in_its_place(self) -> None:
        text = "The Kranz Board hit back at once in public. It branded the decision of the board in Canberra as pathetic."
        it = Participant(name="It", role="source", party="AFG-AUTH", start=text.index("It b"), end=text.index("It b") + 2)
        assert "“" not in self._quoted(text, text[44:], it, who("AUS", "target"))

    def test_the_heading_of_a_page_is_not_quoted(self) -> None:
        assert "“" not in self._quoted("Title of one", "Title of one", who("UN"), who("AFG-AUTH", "target"))

    def test_nobody_is_named_for_it_who_is_not_to_be(self) -> None:
        text = "Zarmina Ghorbandi came to the office in Kabul. She met the envoy of the United Nations in the morning."
        words = self._quoted(text, text[47:], who("UN"), who("AFG-AUTH", "target"))
        assert "Ghorbandi" not in words and "met the de facto authorities" in words

    def test_a_name_that_begins_the_sentence_before_is_not_taken_for_a_word(self) -> None:
        text = "Zarmina came to the office in Kabul. She met the envoy of the United Nations in the morning."
        assert "Zarmina" not in self._quoted(text, text[37:], who("UN"), who("AFG-AUTH", "target"))

    def test_what_is_read_less_surely_and_names_nobody_is_left_out(self) -> None:
        text = "He urged the court to act against the Taliban leaders in Kabul."
        page = document(text=text)
        part = Evidence(start=0, end=len(text), text=text)
        vague = event(who("UN"), who("AFG-AUTH", "target"), of=page, evidence=(part,), confidence=0.3)
        assert not sections(_of(page, msgspec.structs.replace(vague, coder="grammar@2")))


class TestVeil:
    def test_of_a_page_that_tells_of_a_side_in_arms_no_more_is_quoted_than_the_act_s_own_words(self) -> None:
        text = "The envoy saw fighters in the hills. She met the ministers of the authorities in Kabul on Monday."
        page = document(text=text)
        armed = event(who("USA"), who("AFG-ARM", "target"), of=page, evidence=(Evidence(start=0, end=35, text=text[:35]),))
        beside = Evidence(start=37, end=57, text=text[37:57])
        met = event(who("USA"), who("AFG-AUTH", "target"), of=page, evidence=(beside,), type="REQUEST", mode="urge")
        written = text_of(_of(page, armed, met))
        assert "“She met the minister”" in written and "fighters" not in written and "Monday" not in written

    def test_no_side_in_arms_has_a_part_in_any_account(self) -> None:
        assert not sections(
            about(meeting("USA", "AFG-ARM"), meeting("AFG-AUTH", "TRANS-ARM", type="ACCUSE", mode="criticise", of=document("2")))
        )

    def test_the_sentence_is_not_quoted_whole_where_it_names_somebody_more(self) -> None:
        text = "The envoy met the ministers, and Zarmina Ghorbandi waited outside."
        page = document(text=text)
        part = Evidence(start=0, end=27, text=text[:27])
        met = event(who("UN"), who("AFG-AUTH", "target"), of=page, evidence=(part,))
        words = one(met, engaged=alone(met))
        given = material([reading(met, of=page)], "afghanistan", engaged=alone(met))
        assert "Ghorbandi" not in sections(given)["Other contact and statements"] and "Ghorbandi" not in words
        assert "“The envoy met the ministers”" in sections(given)["Other contact and statements"]

    def test_people_outside_office_are_told_of_as_a_class(self) -> None:
        met = event(who("UN"), who("AFG-WOM", "target", "Zarmina Ghorbandi", actor="p.muttaqi"))
        assert "the United Nations met Afghan women and women's groups" in one(met)


def test_steps_on_recognition_stand_by_their_own_day_or_their_page_the_latest_first() -> None:
    step = {"type": "COOPERATE", "mode": "mission"}
    early, late = (meeting(party, "AFG-AUTH", date=day, **step) for party, day in (("CHN", "2022-05-01"), ("IND", "2023-06-01")))
    words = sections(about(early, meeting("RUS", "AFG-AUTH", date=None, **step), late))["Recognition and embassies"]
    rows = [line.split(" | ")[0] for line in words.split("\n") if line.count(" | ") > 3]
    assert rows == ["India", "Russia", "China"]


class TestUndone:
    @pytest.mark.parametrize(
        ("words", "values", "told"),
        [
            ("An invitation was issued to Kabul and turned down.", {"status": "refused"}, "stayed away"),
            ("Russia has sent no invitation to the ministers.", {"status": "refused"}, "not invited"),
            ("Norway will not accept a delegation of theirs.", {"type": "SANCTION", "mode": "sanction"}, "withheld"),
            ("The match was scrapped on Thursday by the board.", {}, "called off"),
        ],
    )
    def test_by_its_words_with_the_page(self, words: str, values: dict[str, str], told: str) -> None:
        page = document(text=words, title="A page")
        given = _of(page, meeting("RUS", "AFG-AUTH", of=page, words=words, **values))
        assert f"{told} | 1 May 2023" in sections(given)[UNDONE] and "A page" in sections(given)[UNDONE]

    def test_the_reason_is_the_sentence_after_where_that_gives_one(self) -> None:
        text = "Russia has sent no invitation to the ministers. The terms of the movement were too hard for Moscow."
        page = document(text=text)
        part = Evidence(start=0, end=47, text=text[:47])
        met = event(who("RUS"), who("AFG-AUTH", "target"), of=page, evidence=(part,), status="refused")
        assert f"| “{text[48:]}” | " in sections(_of(page, met))[UNDONE]

    def test_words_that_speak_of_reasons_give_none(self) -> None:
        text = "Russia has sent no invitation to the ministers. They never left, and the reasons offered differ."
        part = Evidence(start=0, end=47, text=text[:47])
        met = event(who("RUS"), who("AFG-AUTH", "target"), of=document(text=text), evidence=(part,), status="refused")
        assert "the reasons offered" not in sections(_of(document(text=text), met))[UNDONE]

    def test_a_sentence_that_gives_the_reason_of_another_is_no_refusal_of_its_own(self) -> None:
        text = "Norway refused the ministers of the Taliban a visa. Unease over China is thought to lie behind the veto of Norway."
        page = document(text=text)
        parts = [Evidence(start=a, end=b, text=text[a:b]) for a, b in ((0, 51), (52, len(text)))]
        refusals = [
            event(who("NOR"), who("AFG-AUTH", "target"), of=page, evidence=(part,), type="REJECT", mode="refuse") for part in parts
        ]
        shown = sections(_of(page, *refusals))[UNDONE]
        assert shown.count("refused | ") == 1 and f"| “{text[52:]}” |" in shown

    def test_a_possible_reading_without_a_word_of_refusal_is_not_told_there(self) -> None:
        words = "The ministers of the Taliban maintain that this group had crossed the frontier to Pakistan unlawfully."
        page = document(text=words)
        vague = meeting("PAK", "AFG-AUTH", of=page, words=words, type="REJECT", mode="refuse", confidence=0.35)
        assert UNDONE not in sections(_of(page, msgspec.structs.replace(vague, coder="grammar@2")))

    def test_a_day_within_a_week_is_not_told_as_the_day(self) -> None:
        words = "Russia has sent no invitation to the ministers."
        page = document(text=words)
        week = meeting("RUS", "AFG-AUTH", of=page, words=words, status="refused", date="2023-04-24", date_precision="week")
        assert "not invited | within days from 24 April 2023; " in sections(_of(page, week))[UNDONE]

    def test_a_day_after_that_of_the_page_is_the_page_s(self) -> None:
        words = "Russia has sent no invitation to the ministers."
        page = document(text=words)
        late = meeting("RUS", "AFG-AUTH", of=page, words=words, status="refused", date="2023-06-17")
        assert "not invited | page of 2 May 2023; " in sections(_of(page, late))[UNDONE]

    def test_what_was_done_is_not_in_it(self) -> None:
        assert UNDONE not in sections(about(meeting("UN", "AFG-AUTH")))


@pytest.mark.parametrize(
    ("text", "reason", "teller"),
    [
        ("Norway refused the exemption, sources told the newspaper Dawn.", False, "Sources, in: "),
        (
            "Norway, according to diplomats quoted by AFP, lodged an objection and ruled out more.",
            False,
            "Diplomats quoted by AFP, in: ",
        ),
        ("Asked for it, spokesman Nasser Kanaani answered that Norway had resolved to send nobody.", False, "Nasser Kanaani, in: "),
        ("Norway turned it down because the terms were too hard.", True, ""),
    ],
)
def test_a_refusal_has_its_reason_and_whose_word_it_is(text: str, reason: bool, teller: str) -> None:
    page = document(text=text)
    given = material(
        [reading(meeting("NOR", "AFG-AUTH", type="REJECT", mode="refuse", of=page, words=text), of=page)], "afghanistan"
    )
    veil = Veil(given.readings, given.case)
    (row,) = undone_table(undone(given, veil), given, veil).rows
    assert (row[3] == ("in these words",)) is reason
    assert row[4][0] == teller
