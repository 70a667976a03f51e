from __future__ import annotations

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


def test_nobody_permanent_voted_against_what_was_adopted():
    assert all(v.yes >= 9 and v.yes + v.no + v.abstain <= 15 for v in facts.votes().values())
