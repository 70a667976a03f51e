"""What of a machine's reading is taken at its word: each case is a line that a reader struck."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.brief.making import alone, document, reading, told
from verbale.brief import compose, material
from verbale.brief.material import Material
from verbale.model import Basis, Document, Event, Evidence, Participant, Review, Said


def read(text: str, *people: tuple[str, str, str], evidence: str = "", published: str = "2023-05-02", **values: Any) -> Event:
    """An event that a machine read in ``text``: its people as (words, party, role), the words that report it, or all."""
    return _event(document(text, text=text, published=published), *people, evidence=evidence, **values)


def _event(page: Document, *people: tuple[str, str, str], evidence: str = "", **values: Any) -> Event:
    from tests.brief.making import event

    part = evidence or page.text
    start = page.text.index(part)
    took = tuple(
        Participant(name=name, role=role, party=party, start=page.text.index(name), end=page.text.index(name) + len(name))  # type: ignore[arg-type]
        for name, party, role in people
    )
    given: dict[str, Any] = {"confidence": 0.9, "evidence": (Evidence(start=start, end=start + len(part), text=part),)}
    return msgspec.structs.replace(event(*took, of=page, **(given | values)), coder="grammar@2")


def given(*events: Event) -> Material:
    """The material of documents that are named by their texts."""
    pages = {each.document.key or "": each for each in events}
    readings = [
        reading(*(e for e in events if e.document.key == text), of=document(text, text=text, published=one.document.published))
        for text, one in pages.items()
    ]
    return material(readings, "afghanistan", engaged=alone(*events))


MET = (("Norway", "NOR", "source"), ("the Taliban", "AFG-AUTH", "target"))


def test_what_its_own_sentence_plainly_tells_is_counted() -> None:
    found = given(read("Norway met the Taliban in Oslo.", *MET))
    assert len(found.contacts) == 1 and not found.possible


def test_a_heading_alone_tells_no_act() -> None:
    heading = read("Norway met the Taliban in Oslo.", *MET)
    titled = msgspec.structs.replace(heading.document, title="Norway met the Taliban in Oslo.")
    assert not given(msgspec.structs.replace(heading, document=titled)).contacts


def test_what_is_less_likely_than_not_is_counted_apart() -> None:
    found = given(read("Norway met the Taliban in Oslo.", *MET, confidence=0.49))
    assert not found.contacts and len(found.possible) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Norway scrapped the talks with the Taliban.",
        "Norway should have been with the Taliban on Monday.",
        "Norway has not yet met the Taliban.",
        "Norway received opponents of the Taliban.",
        "Norway received its envoy for the Taliban.",
        "Norway spoke of unrest over the Taliban capital.",
    ],
)
def test_contact_in_words_that_leave_a_doubt_is_none(text: str) -> None:
    assert not given(read(text, *MET)).contacts


@pytest.mark.parametrize(
    ("kind", "text", "plain"),
    [
        ("COERCE/repress", "The Taliban closed the schools to girls.", True),
        ("COERCE/repress", "The Taliban were told of deep concern over the schools that they closed.", False),
        ("COERCE/repress", "The Taliban were asked about force used against demonstrators.", False),
        ("SUPPORT/praise", "The Taliban welcomed the statement.", True),
        ("SUPPORT/praise", "The Taliban welcomed him at the airport.", False),
        ("CONCEDE/ease", "The Taliban freed two prisoners.", True),
        ("CONCEDE/ease", "The Taliban released the communiqué of the dialogue.", False),
        ("CONSULT/attend", "The Taliban sat with others at the conference.", True),
        ("CONSULT/attend", "The Taliban mean to raise the matter.", False),
        ("REJECT/refuse", "The Taliban turned down the request.", True),
        ("REJECT/refuse", "The Taliban spoke of the request.", False),
    ],
)
def test_what_the_words_speak_of_is_not_done_by_them(kind: str, text: str, plain: bool) -> None:
    act, _, mode = kind.partition("/")
    found = given(read(text, ("The Taliban", "AFG-AUTH", "source"), type=act, mode=mode))
    assert bool(found.acts) is plain


def test_a_country_that_is_only_where_it_was_took_no_part() -> None:
    text = "The Taliban opened a dialogue with Norway in the Spanish capital."
    people = (("The Taliban", "AFG-AUTH", "source"), ("Norway", "NOR", "target"), ("the Spanish", "ESP", "target"))
    assert not given(read(text, *people)).contacts
    assert given(read(text, *people[:2])).contacts


def test_who_came_at_another_time_was_not_there() -> None:
    text = "Martin Griffiths met the Taliban in Kabul, a week after Amina Mohammed had come."
    met = read(
        text, ("Martin Griffiths", "UN", "source"), ("the Taliban", "AFG-AUTH", "target"), ("Amina Mohammed", "UN", "target")
    )
    (entry,) = given(met).contacts
    assert [who.name for who in entry.events[0].participants] == ["Martin Griffiths", "the Taliban"]


def test_a_doubtful_reading_of_a_sentence_that_tells_another_act_is_left_out() -> None:
    text = "Norway met the Taliban and gave them its consent."
    page = document(text, text=text)
    plain = _event(page, *MET)
    vague = _event(page, *MET, type="AGREE", mode="agree", confidence=0.3)
    found = material([reading(plain, vague, of=page)], "afghanistan", engaged=alone(plain, vague))
    assert len(found.acts) == 1 and not found.possible
    assert len(given(msgspec.structs.replace(vague, participants=plain.participants)).possible) == 1


def test_a_party_that_stands_elsewhere_took_no_part() -> None:
    text = "The Taliban rule. Norway was received by the deputy governor."
    apart = read(text, ("Norway", "NOR", "source"), ("The Taliban", "AFG-AUTH", "target"), evidence="was received by")
    assert not given(apart).contacts


@pytest.mark.parametrize("name", ["the court", "foreign armies", "the newspaper"])
def test_a_word_for_anybody_names_no_party(name: str) -> None:
    assert not given(read(f"Norway saw {name}.", MET[0], (name, "AFG-AUTH", "target"))).contacts


ACT = {"type": "SUPPORT", "mode": "recognise"}


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Norway formally recognises the Taliban.", True),
        ("Norway became the first to appoint an ambassador to the Taliban.", False),
        ("Norway would have come close to recognising the Taliban.", False),
    ],
)
def test_recognition_is_what_is_called_so(text: str, plain: bool) -> None:
    assert bool(given(read(text, *MET, **ACT)).acts) is plain


def test_only_states_recognise() -> None:
    assert not given(read("The UN recognised the Taliban.", ("UN", "UN", "source"), MET[1], **ACT)).acts


def test_a_plan_that_no_word_calls_one_may_have_been_held() -> None:
    held = read("Norway was in Kabul on Thursday for talks with the Taliban.", *MET, status="planned")
    planned = read("Norway will meet the Taliban.", *MET, status="planned")
    assert [each.events[0].document.key for each in given(held, planned).acts] == ["Norway will meet the Taliban."]


def test_who_held_an_office_once_is_not_who_rules() -> None:
    text = "A man who was once president asked Norway for help."
    asked = read(text, ("A man", "AFG-AUTH", "source"), ("Norway", "NOR", "target"), type="REQUEST", mode="urge")
    assert not given(asked).acts


def test_of_speech_whom_the_sentence_does_not_name_is_left_out() -> None:
    text = "Thirteen officials of the Taliban may not travel. Norway asked for a further term."
    asked = read(text, *MET, evidence="Norway asked for a further term", type="REQUEST", mode="urge")
    (entry,) = given(asked).acts
    assert [who.party for who in entry.events[0].participants] == ["NOR"]


class TestPlaces:
    TEXT = "Norway met the Taliban in Oslo; they came from Kabul."

    @pytest.mark.parametrize("place", ["Oslo", "Kabul"])
    def test_where_somebody_came_from_is_not_where_it_was(self, place: str) -> None:
        start = self.TEXT.index(place)
        basis = {"place": Basis(start=start, end=start + len(place))}
        (entry,) = given(read(self.TEXT, *MET, place=place, venue="counterpart_country", basis=basis)).acts
        assert entry.values["place"] == "Oslo" and entry.values["venue"] == "counterpart_country"

    def test_a_place_that_a_rule_guessed_is_not_told(self) -> None:
        basis = {"place": Basis(rule="office of the host")}
        text = "Norway met the Taliban; they came from Kabul."
        (entry,) = given(read(text, *MET, place="Kabul", basis=basis)).acts
        assert "place" not in entry.values

    @pytest.mark.parametrize(
        ("text", "place", "venue"),
        [
            ("Norway met the Taliban in Kabul on Monday.", "Kabul", "authority_capital"),
            ("Norway met the Taliban in Kandahar.", "Kandahar", "authority_territory"),
            ("Norway met the Taliban in Doha.", "Doha", "third_country"),
            ("Norway talks with the Taliban and the rulers in Kabul.", None, None),
        ],
    )
    def test_a_place_that_its_own_sentence_names_is_told(self, text: str, place: str | None, venue: str | None) -> None:
        (entry,) = given(read(text, *MET)).contacts
        assert (entry.values.get("place"), entry.values.get("venue")) == (place, venue)

    @pytest.mark.parametrize(
        ("text", "evidence", "place"),
        [
            ("Kabul, 1 May 2023. Norway met the Taliban.", "Norway met the Taliban", "Kabul"),
            ("Kazan, 1 May: a readout\n\nNorway met the Taliban.", "Norway met the Taliban", "Kazan"),
            ("Kabul, 3 May 2023. Norway met the Taliban.", "Norway met the Taliban", None),
            (
                "A delegation of Kabul came to its capital, Norway says.\n\nIts envoy met the Taliban.",
                "Its envoy met the Taliban",
                "Oslo",
            ),
        ],
    )
    def test_a_page_says_where_it_was_by_its_dateline_or_its_host(self, text: str, evidence: str, place: str | None) -> None:
        people = (("Its envoy" if "Its envoy" in text else "Norway", "NOR", "source"), MET[1])
        (entry,) = given(read(text, *people, evidence=evidence)).contacts
        assert entry.values.get("place") == place

    @pytest.mark.parametrize(
        ("text", "place", "told"),
        [
            ("Their envoy lands in Beijing. Norway met the Taliban.", "Beijing", "Beijing"),
            ("There is an office in Kabul. Norway met the Taliban.", "Kabul", None),
            ("Norway met the Taliban, who answer to those in charge in Kabul.", "Kabul", None),
        ],
    )
    def test_a_place_named_before_is_told_where_somebody_had_come_there(self, text: str, place: str, told: str | None) -> None:
        start = text.index(place)
        basis = {"place": Basis(start=start, end=start + len(place))}
        (entry,) = given(read(text, *MET, evidence="Norway met the Taliban", place=place, basis=basis)).contacts
        assert entry.values.get("place") == told

    def test_whose_office_it_was_tells_the_place_where_somebody_was_received(self) -> None:
        basis = {"place": Basis(rule="office of the host")}
        text = "Norway was received by the Taliban in the palace."
        (entry,) = given(read(text, *MET, place="Kabul", basis=basis)).contacts
        assert entry.values.get("place") == "Kabul"

    def test_a_place_of_a_report_that_does_not_tell_it_plainly_is_left_out(self) -> None:
        plain, vague = (
            read("Norway met the Taliban.", *MET),
            read("Norway may have met the Taliban.", *MET, confidence=0.4, place="Kabul"),
        )
        readings = [reading(each, of=document(each.document.key or "", text=each.document.key or "")) for each in (plain, vague)]
        (entry,) = material(readings, "afghanistan", engaged=(told(plain, vague),)).contacts
        assert "place" not in entry.values


class TestDates:
    def test_a_bound_is_no_date(self) -> None:
        text = "Norway has met the Taliban since August 2021."
        start = text.index("August")
        met = read(
            text,
            *MET,
            date="2021-08",
            date_precision="month",
            date_basis="stated",
            basis={"date": Basis(start=start, end=start + 11)},
        )
        (entry,) = given(met).acts
        assert entry.date == "" and entry.first is None

    def test_the_day_of_a_page_that_looks_back_is_not_the_act_s(self) -> None:
        values = {"date": "2023-05-02", "date_basis": "publication"}
        kind = {"type": "AID", "mode": "economic"}
        back = read("Norway gave money to the Taliban in 2020.", *MET, **kind, **values)
        now = read("Norway gave money to the Taliban in 2023.", *MET, **kind, **values)
        assert [each.date for each in given(back, now).acts] == ["2023-05-02", ""]

    def test_contact_in_a_look_back_that_no_word_dates_is_in_no_count(self) -> None:
        values = {"date": "2023-05-02", "date_basis": "publication"}
        back = read("Norway signed a deal with the Taliban in 2020.", *MET, type="AGREE", mode="agree", **values)
        now = read("Norway signed a deal with the Taliban in 2023.", *MET, type="AGREE", mode="agree", **values)
        assert [each.date for each in given(back, now).acts] == ["2023-05-02"]

    def test_the_date_is_that_of_the_report_that_tells_it_plainly(self) -> None:
        plain = read("Norway came to the Taliban in March.", *MET, date="2023-03", date_precision="month")
        vague = read("Norway had not yet met the Taliban.", *MET, date="2023-01", date_precision="month", confidence=0.6)
        pages = [document(e.document.key or "", text=e.document.key or "") for e in (plain, vague)]
        readings = [reading(e, of=page) for e, page in zip((plain, vague), pages, strict=True)]
        (entry,) = material(readings, "afghanistan", engaged=[told(vague, plain)]).acts
        assert entry.date == "2023-03"

    def test_what_was_said_or_done_is_not_later_than_its_page(self) -> None:
        values = {"date": "2023-05-08", "date_basis": "stated"}
        asked = read("On Monday Norway urged the Taliban to stop.", *MET, type="REQUEST", mode="urge", **values)
        planned = read("Norway will meet the Taliban on Monday.", *MET, status="planned", **values)
        found = {each.type: each for each in given(asked, planned).acts}
        assert found["REQUEST"].date == "2023-05-02" and found["REQUEST"].events[0].date_basis == "publication"
        assert found["CONSULT"].date == "2023-05-08"


@pytest.mark.parametrize(
    "text",
    [
        "Russia sent no invitation, so no team of the Taliban ought to meet Norway.",
        "Norway kept up relations with the Taliban.",
        "Norway is reducing its ties with the Taliban.",
        "Norway has dealt actively with the Taliban from August 2021 onwards.",
        "Norway had sent no delegation to the Taliban since January.",
    ],
)
def test_what_ought_to_be_and_ties_that_are_kept_are_no_contact(text: str) -> None:
    assert not given(read(text, *MET)).contacts


def test_a_pronoun_names_nobody_where_it_could_be_two() -> None:
    text = "Amina Mohammed came with Sima Bahous. She met the Taliban."
    page = document(text, text=text)

    def person(name: str, actor: str) -> Participant:
        start = text.index(name)
        return Participant(name=name, role="source", party="UN", actor=actor, start=start, end=start + len(name))

    both = _event(page, ("Amina Mohammed", "UN", "source"), evidence="came with", mode="visit")
    both = msgspec.structs.replace(both, participants=(person("Amina Mohammed", "p.amohammed"), person("Sima Bahous", "p.bahous")))
    met = _event(page, ("She", "UN", "source"), ("the Taliban", "AFG-AUTH", "target"), evidence="She met")
    met = msgspec.structs.replace(met, participants=(person("She", "p.bahous"), met.participants[1]))
    found = material([reading(both, met, of=page)], "afghanistan", engaged=alone(both, met))
    assert [who.actor for each in found.contacts if each.mode == "meet" for who in each.events[0].participants] == [None, None]


def test_what_a_person_accepted_is_told_as_it_stands() -> None:
    scrapped = read("Norway scrapped the talks with the Taliban.", *MET, review=Review(verdict="accepted", by="anna", decision=1))
    assert len(given(scrapped).contacts) == 1


def test_what_other_sentences_are_about_is_not_what_was_asked() -> None:
    text = "Norway spoke of sanctions. It asked the Taliban to change course."
    asked = read(text, *MET, type="REQUEST", mode="urge", topics=("sanctions",))
    said = (Said(kind="ask", words="to change course", start=48, end=64),)
    parts = tuple(Evidence(start=a, end=b, text=text[a:b]) for a, b in ((0, 25), (27, 65)))
    (entry,) = given(msgspec.structs.replace(asked, said=said, evidence=parts)).acts
    assert entry.events[0].topics == ()
    (entry,) = given(msgspec.structs.replace(asked, said=said, evidence=parts[1:], participants=())).acts
    assert entry.events[0].topics == ("sanctions",)


def test_what_a_broadcaster_is_told_is_no_message_to_those_of_whom_it_is_told() -> None:
    people = (("Zabihullah Mujahid", "AFG-AUTH", "source"), ("Richard Bennett", "UN", "target"))
    values = {"mode": "correspond", "channel": "letter"}
    text = "Richard Bennett may not come again, Zabihullah Mujahid informed the broadcaster Tolo News."
    assert not given(read(text, *people, **values)).contacts
    assert given(read("Zabihullah Mujahid informed Richard Bennett by letter that he may not come.", *people, **values)).contacts


def test_whom_which_stands_behind_was_not_denounced() -> None:
    people = (("the Taliban", "AFG-AUTH", "source"), ("al-Zawahiri", "TRANS-ARM", "target"))
    values = {"type": "ACCUSE", "mode": "criticise"}
    assert not given(read("Washington killed al-Zawahiri, which the Taliban denounced as a breach.", *people, **values)).acts
    assert given(read("Of al-Zawahiri the Taliban denounced every word.", *people, **values)).acts


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Norway must release the frozen assets of the Taliban.", False),
        ("Norway will release the frozen assets of the Taliban.", True),
    ],
)
def test_what_others_demand_is_no_intention(text: str, plain: bool) -> None:
    found = given(read(text, *MET, type="CONCEDE", mode="ease", status="proposed"))
    assert bool(found.acts) is plain


def test_recognition_that_somebody_is_reproached_with_denying_is_not_told_to_be_denied() -> None:
    denied = {"type": "SUPPORT", "mode": "recognise", "status": "denied"}
    reproach = "The Taliban reproached Norway for denying them help towards recognition."
    people = (("Norway", "NOR", "source"), ("The Taliban", "AFG-AUTH", "target"))
    assert not given(read(reproach, *people, **denied)).acts
    assert given(read("Norway will not hear of recognition of the Taliban.", *MET, **denied)).acts


def test_a_visit_that_is_only_pointed_to_is_not_of_the_day_of_the_page() -> None:
    text = "Here they point to the visit of the Taliban to Norway."
    found = given(read(text, *MET, date_basis="publication"))
    assert not found.contacts and len(found.possible) == 1


class TestWhoWasThere:
    TEXT = "Norway's envoy met the Taliban in Oslo.\n\nMinister Anniken Huitfeldt thanked the women for coming."

    def _people(self, text: str) -> tuple[Participant, ...]:
        names = (("Norway's envoy", "NOR", 6, None), ("the Taliban", "AFG-AUTH", None, None))
        names = (*names, ("Anniken Huitfeldt", "NOR", 9, "p.huitfeldt"))
        return tuple(
            Participant(
                name=name, role="target" if party == "AFG-AUTH" else "source", party=party, rank=rank, actor=actor,
                start=text.index(name), end=text.index(name) + len(name),
            )
            for name, party, rank, actor in names
        )  # fmt: skip

    def _met(self, page: Document, part: str) -> Event:
        told_ = _event(page, *MET, evidence=part, level={"NOR": "minister"})
        return msgspec.structs.replace(told_, participants=self._people(page.text))

    def test_who_is_named_elsewhere_took_no_part_and_lends_no_rank(self) -> None:
        page = document(self.TEXT, text=self.TEXT)
        (entry,) = given(self._met(page, self.TEXT[:39])).contacts
        assert {who.actor for event in entry.events for who in event.participants} == {None}
        assert entry.values["level.NOR"] == "envoy"

    def test_who_kept_away_took_no_part_whatever_names_her(self) -> None:
        text = "Norway's envoy and Anniken Huitfeldt met the Taliban in Oslo."
        page = document(text, text=text)
        apart = "Norway's minister Anniken Huitfeldt kept away from the delegation."
        away = read(apart, ("Anniken Huitfeldt", "NOR", "source"), type="REJECT", mode="refuse", confidence=0.4)
        who = msgspec.structs.replace(away.participants[0], actor="p.huitfeldt")
        found = given(self._met(page, text), msgspec.structs.replace(away, participants=(who,)))
        (entry,) = found.contacts
        assert "p.huitfeldt" not in {who.actor for event in entry.events for who in event.participants}


def test_a_paragraph_that_begins_with_another_day_does_not_tell_of_that_of_the_page() -> None:
    text = "The page begins.\n\n24 November 2022. Norway met the Taliban in Oslo."
    met = read(text, *MET, evidence="Norway met the Taliban in Oslo.", date="2023-05-02", date_basis="publication")
    assert [each.date for each in given(met).contacts] == [""]
    same = text.replace("24 November 2022", "2 May 2023")
    met = read(same, *MET, evidence="Norway met the Taliban in Oslo.", date="2023-05-02", date_basis="publication")
    assert [each.date for each in given(met).contacts] == ["2023-05-02"]


class TestAsked:
    TEXT = "Haibatullah was asked for a talk in Kabul. Norway urged the Taliban to change course on schools for girls."

    def _asked(self) -> Event:
        page = document(self.TEXT, text=self.TEXT)
        people = (*MET, ("Haibatullah", "AFG-AUTH", "target"))
        asked = _event(page, *people, type="REQUEST", mode="urge", topics=("sanctions",))
        start = self.TEXT.index("to change course")
        said = (Said(kind="ask", words="to change course", start=start, end=start + 16),)
        parts = tuple(
            Evidence(start=self.TEXT.index(part), end=self.TEXT.index(part) + len(part), text=part)
            for part in self.TEXT.replace("Kabul. ", "Kabul.|").split("|")
        )
        return msgspec.structs.replace(asked, said=said, evidence=parts)

    def test_it_went_to_those_whom_its_sentence_names(self) -> None:
        (entry,) = given(self._asked()).acts
        assert [who.name for who in entry.events[0].participants] == ["Norway", "the Taliban"]

    def test_it_is_about_what_its_sentence_is_about(self) -> None:
        (entry,) = given(self._asked()).acts
        assert "women_girls" in entry.events[0].topics and "sanctions" not in entry.events[0].topics


@pytest.mark.parametrize(
    "text", ["Norway buried its dead after the flood of 2005 and the Taliban sent help.", "Norway and the Taliban: a heading"]
)
def test_a_heading_or_what_was_before_the_case_is_no_possible_act(text: str) -> None:
    vague = read(text, ("Norway", "NOR", "source"), confidence=0.3, date_basis="publication")
    titled = msgspec.structs.replace(vague.document, title=text if text.endswith("heading") else "Another")
    assert not given(msgspec.structs.replace(vague, document=titled)).possible


def test_an_it_that_something_is_done_to_brings_nothing_into_the_case() -> None:
    text = "Adam Schiff judged it unlikely that all could leave in time, the Taliban or not."
    values = {"type": "ACCUSE", "mode": "criticise"}
    assert not given(read(text, ("Adam Schiff", "USA", "source"), ("it", "AFG-AUTH", "target"), **values)).acts
    assert given(read(text, ("Adam Schiff", "USA", "source"), ("the Taliban", "AFG-AUTH", "target"), **values)).acts


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("{} Both sides called it useful.", True),
        ("A ministry tells it. {} The minister confirmed the meeting.", True),
        ("A single newspaper has it. {} Nothing more is known.", False),
        ("{} Asked about it, the spokesman was unable to confirm any such encounter.", False),
        ("{}\n\nWhat was the reply? The spokesman was unable to confirm any such encounter.", False),
        ("{} The ministry denied that any meeting had been held.", False),
        ("{} The meeting lasted an hour. A dinner followed. Other rumours were not confirmed.", True),
    ],
)
def test_what_is_only_alleged_is_counted_apart(text: str, met: bool) -> None:
    words = "Norway met the Taliban in Oslo on Monday."
    found = given(read(text.format(words), *MET, evidence=words))
    assert bool(found.contacts) is met and bool(found.possible) is not met


@pytest.mark.parametrize(
    ("confidence", "status", "counts"), [(0.8, "happened", True), (0.6, "happened", False), (0.8, "planned", True)]
)
def test_no_figure_has_what_is_labelled_less_sure(confidence: float, status: str, counts: bool) -> None:
    met = read("Norway met the Taliban in Oslo.", *MET)
    aid = read("Norway will give the Taliban money.", *MET, type="AID", mode="economic", confidence=confidence, status=status)
    found = given(met, aid)
    assert {each.type for each in found.acts} == {"CONSULT", *(["AID"] if counts else [])}
    labelled = {act for note in compose(found).notes if note.act == "Read less surely" for act in note.acts}
    assert labelled.isdisjoint(each.id for each in found.acts) and bool(found.possible) is not counts


def test_contact_of_a_party_of_whom_only_somebody_is_named_who_kept_away_is_none() -> None:
    away = read(
        "Anniken Huitfeldt kept away.",
        ("Anniken Huitfeldt", "NOR", "source"),
        type="REJECT",
        mode="refuse",
        date="2023-05-01",
        evidence="Anniken Huitfeldt kept away",
    )
    met = read("They had met the Taliban, she observed.", ("she", "NOR", "source"), ("the Taliban", "AFG-AUTH", "target"))
    same = "person-huitfeldt"
    away, met = (
        msgspec.structs.replace(
            e, participants=tuple(msgspec.structs.replace(w, actor=same) if w.party == "NOR" else w for w in e.participants)
        )
        for e in (away, met)
    )
    found = given_of(away, met)
    assert not found.contacts


def given_of(*events: Event) -> Material:
    """The material whose readings have the very events that are given."""
    readings = [reading(e, of=document(e.document.key or "", text=e.document.key or "")) for e in events]
    return material(readings, "afghanistan", engaged=alone(*events))
