from __future__ import annotations

import pytest

from verbale.engagements import engagements, found
from verbale.errors import UsageError

from ..record.test_minting import minted
from .making import event

FOUND = engagements([event("a"), event("b", date="2023-05-01")])


def test_by_its_id_by_an_event_or_by_an_id_that_leads_to_it() -> None:
    assert found(FOUND, "g.2") is FOUND[1]
    assert found(FOUND, "b0") is found(FOUND, "b") is FOUND[1]
    assert found(FOUND, "g.7", [minted(2), minted(7, redirect="g.2")]) is FOUND[1]


@pytest.mark.parametrize(("name", "said"), [("g.", "several"), ("g.9", "no engagement"), ("", "no engagement")])
def test_none_or_several_is_a_usage_error(name: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        found(FOUND, name)
