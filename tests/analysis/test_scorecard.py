from __future__ import annotations

from pathlib import Path

import pytest

from verbale.analysis.scorecard import card
from verbale.errors import UsageError


def test_the_coder_ships_with_its_figures_and_their_date() -> None:
    shipped = card()
    assert 0 < shipped.contacts.right <= min(shipped.contacts.gold, shipped.contacts.found)
    assert shipped.date and "coded by hand" in shipped.on and shipped.beyond


def test_an_audit_of_one_s_own_takes_its_place(tmp_path: Path) -> None:
    own = tmp_path / "audit.toml"
    own.write_text("[all]\ngold = 10\nfound = 8\nright = 6\n", encoding="utf-8")
    assert (card(own).contacts.right, card(own).date, card(own).beyond) == (6, None, "")
    assert "audit.toml" in card(own).on


def test_a_file_that_tells_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        card(tmp_path / "none.toml")
