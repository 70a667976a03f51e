from __future__ import annotations

import pytest

from verbale.errors import DataError
from verbale.scoring import notation
from verbale.scoring.notation import parse, problems

DOHA = """### doha-envoys-2
title: Envoys meet in Doha
published: 2024-03-12
case: afghanistan
---
Thomas West, the envoy, arrived on Sunday. In Doha
he met “Amir Khan Muttaqi” on Monday; he met nobody else.
---
CONSULT meet happened
  source: he -> Thomas West = USA
  target: Amir Khan Muttaqi = AFG-AUTH
  by: the envoy = ?
  date: 2024-03-11 relative
  place: Doha, QAT
  facets: channel=in_person level=USA:envoy,AFG-AUTH:minister topics=detainees,sanctions disclaimer=true
  words: In Doha he met "Amir Khan Muttaqi" | he met nobody
"""


def test_a_text_and_its_act():
    (told,) = parse(DOHA)
    (act,) = told["events"]
    text = told["text"]
    assert told["id"] == "doha-envoys-2" and told["case"] == "afghanistan" and len(told["sha256"]) == 64
    assert [text[a:b].split()[0] for a, b in act["evidence"]] == ["In", "he"]
    he, muttaqi = act["participants"]
    assert he["means"] == "Thomas West" and text[he["start"] : he["end"]] == "he" and he["start"] > text.index("In Doha")
    assert muttaqi["name"] == "Amir Khan Muttaqi" and muttaqi["role"] == "target" and "means" not in muttaqi
    assert (act["date"], act["date_precision"], act["date_basis"]) == ("2024-03-11", "day", "relative")
    assert (act["place"], act["place_country"]) == ("Doha", "QAT") and act["attribution"] == {"name": "the envoy", "party": None}
    assert act["level"] == {"USA": "envoy", "AFG-AUTH": "minister"} and act["topics"] == ["detainees", "sanctions"]
    assert act["channel"] == "in_person" and act["disclaimer"] is True


def test_no_acts_and_not_coded_are_two_things():
    head = DOHA.partition("\nCONSULT")[0]
    assert next(parse(f"{head}\nNONE\n"))["events"] == [] and "events" not in next(parse(head.removesuffix("---")))


def test_the_second_time_that_words_stand_there():
    (told,) = parse(
        DOHA.replace("  words: In Doha he met", "  words: he met nobody\n  words: In Doha he met").replace("he ->", "he#2 ->")
    )
    he = told["events"][0]["participants"][0]
    assert told["text"][he["start"] :].startswith("he met nobody")


@pytest.mark.parametrize(
    ("there", "instead", "told"),
    [
        ("CONSULT meet", "CONSULT praise", "no such type"),
        ("happened", "maybe", "no such type"),
        ("= USA", "", "no 'name = PARTY'"),
        ("= USA", "= Usa", "no 'name = PARTY'"),
        ("Amir Khan Muttaqi = ", "Karimi = ", "do not stand"),
        ("he ->", "he#9 ->", "9 times"),
        ("2024-03-11 relative", "Monday", "no date"),
        ("channel=in_person", "in_person", "no facet"),
        ("USA:envoy,", "USA,", "a level is"),
        ("  words:", "  says:", "without words"),
        ("  by:", "  through:", "no such line"),
        ("title: ", "title ", "no 'key: value'"),
        ("CONSULT meet happened\n", "", "belongs to no act"),
    ],
)
def test_what_is_wrong_is_told_with_the_name_of_the_text(there, instead, told):
    (problem,) = problems(DOHA.replace(there, instead, 1))
    assert problem.startswith("doha-envoys-2: ") and told in problem
    with pytest.raises(DataError, match="doha-envoys-2") as caught:
        list(parse(DOHA.replace(there, instead, 1)))
    assert "docs/guides/evaluate.md" in caught.value.hint


def test_all_problems_at_once():
    broken = DOHA.replace("= USA", "")
    assert len(problems(broken + DOHA + broken.replace("envoys-2", "envoys-3"))) == 2 and problems(DOHA) == []
    assert problems("### a\nno rules\n")[0].startswith("a: needs a head")
    assert "no acts" in problems(DOHA.partition("CONSULT")[0])[0]


def test_the_notation_is_told_by_its_own_example():
    example = "\n".join(line[4:] for line in (notation.__doc__ or "").splitlines() if line.startswith("    "))
    assert [len(told["events"]) for told in parse(example)] == [1]
