"""Pressure and law: the states of a tool, what followed, who cited what, who raised which need."""

from __future__ import annotations

import pytest

from verbale.analysis.pressure import answer, uses
from verbale.analysis.pressure.law import NOBODY, citations, needs, raised
from verbale.model import InstrumentUse, Mention

from .making import about, act, engaged, who


def tool(kind: str = "SANCTION", status: str = "happened", day: str = "2022-05-02", **values):
    given = {"type": kind, "mode": "sanction", "status": status, "tools": ("travel_ban",)}
    return engaged(act(who("EU"), who("AFG-AUTH", "target"), day=day, **(given | values)))


@pytest.mark.parametrize(
    ("kind", "status", "words", "state"),
    [
        ("SANCTION", "happened", "imposed a travel ban", "imposed"),
        ("SANCTION", "planned", "decided on a travel ban", "decided"),
        ("SANCTION", "proposed", "a travel ban was discussed", "mooted"),
        ("THREATEN", "proposed", "could see a travel ban", "threatened"),
        ("CONCEDE", "happened", "lifted the travel ban", "eased"),
        ("SANCTION", "happened", "the exemptions lapsed on 19 August", "lapsed"),
        ("SANCTION", "refused", "would not ban travel", "rejected"),
        ("REQUEST", "happened", "asked for a travel ban", "mooted"),
    ],
)
def test_how_far_a_tool_went(kind, status, words, state):
    (found,) = uses(about(tool(kind, status, words=words)).entries)
    assert (found.tool, found.state, found.by, found.on) == ("travel_ban", state, {"EU"}, {"AUTH"})


def test_what_followed_stands_beside_what_was_imposed():
    def then(kind: str, day: str):
        return engaged(act(who("AFG-AUTH"), who("AFG-WOM", "target"), day=day, type=kind, mode="ease"))

    later = [
        then("CONCEDE", "2022-05-20"),
        then("COERCE", "2022-06-20"),
        then("CONCEDE", "2022-12-01"),
        then("CONCEDE", "2022-05-01"),
    ]
    found = next(use for use in uses(about(tool(), *later).entries))
    assert (len(found.eased), len(found.repressed)) == (1, 1)


def test_instruments_by_speaker_with_their_errors():
    cited = InstrumentUse(id="iccpr", start=0, end=5, year=1996, error="adopted in 1966")
    event = act(who("EU"), who("AFG-AUTH", "target"), type="ACCUSE", mode="criticise", instruments=(cited,))
    given = about(engaged(event), mentions=[("d1", Mention(kind="instrument", value="cat", start=0, end=3, words="CAT"))])
    assert [(c.instrument, c.speaker, c.errors) for c in citations(given)] == [
        ("cat", NOBODY, ()),
        ("iccpr", "EU", ("adopted in 1966",)),
    ]
    told = next(each for each in answer(given).tables if each.name == "instruments")
    assert told.rows[1][:2] == ("International Covenant on Civil and Political Rights", "European Union")


def test_needs_by_cause_population_and_speaker():
    need = Mention(kind="need", value="food", start=0, end=4, words="food", cause="disaster", population="women")
    raising = engaged(act(who("AFG-DIA"), who("UN", "target"), type="REQUEST", mode="urge", needs=("food",)))
    given = about(raising, mentions=[("d1", need), ("d2", need), ("d2", need)])
    assert {key: len(docs) for key, docs in needs(given).items()} == {("food", "disaster", "women"): 2}
    assert {key: len(behind) for key, behind in raised(given).items()} == {("food", "DIA"): 1}


def test_nothing_named_says_so():
    assert answer(about()).finding == "No tool of pressure or inducement is named."
