from __future__ import annotations

from verbale.catalogue import tables
from verbale.checking import facts


def test_every_fact_belongs_to_an_instrument_of_the_catalogue():
    known = facts.instruments()
    used = {i for i, _ in facts.standings()} | set(facts.votes()) | {c.instrument for c in facts.committees()}
    used |= {s.resolution for s in facts.subjects()} | {p.instrument for p in facts.powers() if p.instrument}
    assert used <= set(known)


def test_every_fact_has_its_source():
    found = [*facts.standings().values(), *facts.votes().values(), *facts.committees(), *facts.subjects(), *facts.powers()]
    assert all(f.source for f in [*found, facts.veto(), *facts.kind_rules().values()])


def test_the_states_that_matter_are_there():
    for country in ("AFG", "MMR", "USA", "CHN", "RUS", "FRA", "GBR"):
        assert sum(c == country for _, c in facts.standings()) >= 10


COUNCIL = {i: v for i, v in facts.votes().items() if i.startswith("unscr_")}
ASSEMBLY = {i: v for i, v in facts.votes().items() if i not in COUNCIL}


def test_nobody_permanent_voted_against_what_was_adopted():
    assert all(v.yes >= 9 and v.yes + v.no + v.abstain <= 15 for v in COUNCIL.values())


def test_the_assembly_adopts_by_more_votes_than_are_against():
    assert all(v.no < v.yes and v.yes + v.no + v.abstain <= facts.assembly().members for v in ASSEMBLY.values())


def test_the_assembly_adopted_what_it_voted_on():
    assert {facts.instruments()[i].body for i in ASSEMBLY} == {"UN General Assembly"}


def test_the_votes_on_afghanistan_and_myanmar_are_there():
    assert {"unga_73_88", "unga_74_9", "unga_75_90", "unga_77_10", "unga_74_246", "unga_75_287"} <= set(ASSEMBLY)


def test_who_did_not_vote_in_favour_is_as_many_as_the_figures():
    told = [r for r in tables.rows("common", "votes") if r["who"] and not r["resolution"].startswith("unscr_")]
    assert told and [r for r in told if len(tables.cells(r["who"])) != int(r["no"]) + int(r["abstain"])] == []
