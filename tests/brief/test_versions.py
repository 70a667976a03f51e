"""Whose words a side's version of an occasion may hold, and what only one side speaks of."""

from __future__ import annotations

import msgspec

from tests.brief.making import alone, document, meeting, reading
from tests.brief.sections.test_sections import _sentence
from verbale.brief import material
from verbale.brief.occasions import occasions
from verbale.brief.veil import Veil
from verbale.brief.versions import Said, Versions
from verbale.model import Document, Event

THEIRS = "Envoy Berg of Norway said on Thursday that he had urged the ministers to open every school for girls."
OURS = "The ministry in Kabul said on Friday that the guest had spoken of a long and lasting friendship."


def _versions(page: Document, *events: Event) -> tuple[Versions, dict[str, list[Said]]]:
    given = material([reading(meeting("NOR", "AFG-AUTH", of=page), *events, of=page)], "afghanistan")
    given = msgspec.structs.replace(given, engaged=alone(*given.readings[0].events))
    found = Versions(given, Veil(given.readings, given.case))
    (occasion,) = occasions(given)
    return found, found.of(occasion)


def _words(page: Document, *events: Event) -> dict[str, list[str]]:
    return {side: [one.quote.words for one in said] for side, said in _versions(page, *events)[1].items()}


def test_the_writers_lead_in_is_put_in_nobodys_mouth() -> None:
    writer = "Amina Mohammed of Norway left without a single ban eased, as the paper sums it up."
    turned = "They reproached Norway for a want of help and for the sanctions on their leaders in Kabul."
    page = document(text=f"{writer} {turned}")
    accuse = _sentence(page, turned, "AFG-AUTH", "NOR", type="ACCUSE", mode="criticise")
    lead = _sentence(page, writer, "NOR", "AFG-AUTH", type="CONSULT", mode="visit")
    at = page.text.index("They")
    they = msgspec.structs.replace(accuse.participants[0], name="They", start=at, end=at + 4)
    accuse = msgspec.structs.replace(accuse, participants=(they, *accuse.participants[1:]))
    assert "AFG-AUTH" not in _words(page, accuse, lead)


def test_a_refusal_is_no_account() -> None:
    refused = "The ministry in Kabul refused to see the envoy of Norway who had come for a talk."
    page = document(text=refused)
    assert _words(page, _sentence(page, refused, "AFG-AUTH", "NOR", type="REJECT", mode="refuse")) == {}


def test_what_was_said_at_another_time_is_no_account_of_this_one() -> None:
    for words in (
        "The envoy of Norway described the mission in advance to the reporters who had come.",
        "The envoy of Norway would urge the ministers to open every school for girls in the land.",
        "Norway has repeatedly termed the closing of the schools for girls a matter of deep concern.",
    ):
        page = document(text=words)
        assert _words(page, _sentence(page, words, "NOR", "AFG-AUTH")) == {}


def test_a_topic_of_which_the_other_sides_page_speaks_is_not_told_by_one_side_alone() -> None:
    more = "On drugs and opium both sides saw progress."
    drugs = "The ministry in Kabul said that drugs and opium had been covered with the guest."
    one = document("one", text=f"They met on Monday.\n\n{THEIRS} {more}")
    two = document("two", text=f"They met on Monday.\n\n{OURS} {drugs}")
    met_ = [meeting("NOR", "AFG-AUTH", of=page) for page in (one, two)]
    read = [reading(met_[0], _sentence(one, THEIRS, "NOR", "AFG-AUTH"), of=one)]
    read += [reading(met_[1], *(_sentence(two, each, "AFG-AUTH", "NOR") for each in (OURS, drugs)), of=two)]
    given = material(read, "afghanistan", engaged=alone(*(e for each in read for e in each.events)))
    found = Versions(given, Veil(given.readings, given.case))
    said = found.of(occasions(given)[0])
    assert "narcotics" in {topic for each in said["AFG-AUTH"] for topic in each.topics}
    assert "narcotics" not in found.unspoken("AFG-AUTH", said)
    assert "women_girls" in found.unspoken("NOR", said)


def test_a_broader_topic_is_spoken_of_by_whoever_speaks_of_a_part_of_it() -> None:
    rights = "The ministry in Kabul said on Friday that human rights had been covered with the guest as well."
    page = document(text=f"{THEIRS}\n\n{rights}")
    events = (_sentence(page, THEIRS, "NOR", "AFG-AUTH"), _sentence(page, rights, "AFG-AUTH", "NOR"))
    found, said = _versions(page, *events)
    assert "human_rights" not in found.unspoken("AFG-AUTH", said) and "women_girls" in found.unspoken("NOR", said)
