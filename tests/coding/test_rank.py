"""Choosing who takes part: a long list is taken as a whole."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from tests.coding.test_offers import drafts
from verbale.coding.choosing import Choice
from verbale.coding.rank import Ranker, Seen, assign, levelled, ranker


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("Peru's envoy met the ministers of Chile, Norway, Kenya and Spain in Oslo.", {"CHL", "NOR", "KEN", "ESP"}),
        ("Peru's envoy met the ministers of Chile and Norway in Oslo.", set()),
    ],
)
def test_who_stands_in_a_long_list_does_the_same(text: str, alike: set[str]) -> None:
    draft = next(d for d in drafts(text) if d.token.text == "met" and not d.rival)
    given = np.linspace(0.1, 0.9, 2 * len(draft.offers)).reshape(2, -1)
    found = dict(zip((o.party for o in draft.offers), levelled(draft, given.copy()).T.tolist(), strict=True))
    assert len({tuple(found[party]) for party in alike}) == bool(alike)
    assert [found[o.party] for o in draft.offers if o.party not in alike] == [
        row for o, row in zip(draft.offers, given.T.tolist(), strict=True) if o.party not in alike
    ]


@pytest.mark.parametrize(("beside", "kept"), [("women leaders", {"CHL", "CHL-WOM"}), ("the Kenyan minister", {"CHL", "KEN"})])
def test_those_whom_a_list_has_among_those_met_are_met_where_others_of_it_are(beside: str, kept: set[str]) -> None:
    text = f"Peru's envoy met Chile's president, as well as {beside} in Santiago."
    draft = next(d for d in drafts(text) if d.token.text == "met" and not d.rival)
    place = {offer.party: n for n, offer in enumerate(draft.offers)}
    assign(draft, Choice((place["PER"],), (place["CHL"],)))
    assert draft.parties("target") == kept


@pytest.mark.parametrize("chosen", [Choice((0,), (1,)), Choice((1,), (0,)), Choice((0, 1), ())])
def test_who_accepts_an_invitation_hosts_nobody(chosen: Choice) -> None:
    found = drafts("Peru's president accepted an invitation from Norway to the summit.")
    draft = next(d for d in found if d.token.text == "invitation" and d.mode == "host")
    assign(draft, chosen)
    assert (draft.parties("source"), draft.parties("target")) == ({"NOR"}, {"PER"})


def test_what_was_said_to_come_has_not_happened() -> None:
    model = ranker()
    assert model is not None

    def status(text: str) -> str:
        return next(d for d in model.rank(drafts(text)) if d.token.lemma_ == "urge" and not d.rival).status

    assert status("Chile said its envoy would urge Peru to reopen the schools.") == "planned"
    assert status("Chile said its envoy had urged Peru to reopen the schools.") == "happened"


def test_a_frame_that_training_never_met_is_judged_by_its_kind() -> None:
    model = Ranker({}, {"laud|V|SUPPORT|praise|1": Seen(9, 10), "laud|V|SUPPORT|praise|0": Seen(0, 10)}, rate=0.5)
    found = next(d for d in drafts("Peru praised Chile.") if d.held)
    assert model.learned(found) == (0.9, 0)
    assert model.learned(msgspec.structs.replace(found, held=False)) == (0.5, 0)
