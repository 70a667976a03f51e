"""Occasions that several gold documents tell of: all are found from the events coded by hand, from the machine's those it read."""

from __future__ import annotations

import pytest

from verbale.engagements import Engaged, engagements
from verbale.engagements.copies import is_copy

from . import gold

LINKS = gold.links("same_occasion") | gold.links("readout_pair")
READ = {"g-zhao-sep23", "af-doha-oct21", "af-kabul-feb23", "af-norway-jan23", "g-vienna-jun24"}
"""Those of which the program codes the meeting in both documents today; of the others it misses it in one."""


@pytest.fixture(scope="module")
def by_hand() -> tuple[Engaged, ...]:
    return engagements(gold.by_hand(), gold.documents())


def spanning(found: tuple[Engaged, ...], documents: set[str]) -> list[Engaged]:
    return [each for each in found if each.engagement.type in ("CONSULT", "COOPERATE") and documents <= set(each.documents)]


@pytest.mark.parametrize("name", LINKS)
def test_an_occasion_coded_by_hand_is_one_engagement(by_hand: tuple[Engaged, ...], name: str) -> None:
    assert spanning(by_hand, LINKS[name])


def test_an_occasion_that_the_program_reads_in_both_documents_is_one_engagement() -> None:
    found = engagements(gold.by_machine(set().union(*LINKS.values())), gold.documents())
    assert {name for name in LINKS if spanning(found, LINKS[name])} >= READ


def test_documents_of_different_occasions_share_none(by_hand: tuple[Engaged, ...]) -> None:
    linked = [*LINKS.values(), {"af-vienna-jun24-kabul", "af-doha3-women-jul24"}]  # both speak of the third Doha meeting
    for each in by_hand:
        documents = set(each.documents)
        if each.engagement.type == "CONSULT" and len(documents) > 1:
            assert any(documents <= link for link in linked), [(e.document.key, e.evidence[0].text) for e in each.events]


def test_the_copy_counts_no_publisher(by_hand: tuple[Engaged, ...]) -> None:
    texts = {each.id: each.text for each in gold.documents()}
    assert is_copy(texts["af-zhao-sep23-copy"], texts["af-zhao-sep23-wire"])
    (found, *_) = spanning(by_hand, {"af-zhao-sep23-copy", "af-zhao-sep23-wire"})
    assert len(found.publishers) == len(set(found.documents) - {"af-zhao-sep23-copy"})
