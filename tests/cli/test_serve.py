from __future__ import annotations

import pytest

from verbale.record import Record

from .conftest import Verbale


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::", "example.org", ""])
def test_another_machine_is_not_let_in(verbale: Verbale, filled: Record, host: str) -> None:
    ran = verbale("serve", "--host", host)
    assert ran.code == 2
    assert "would let others in" in ran.err
    assert "verbale publish" in ran.err


def test_without_a_record_it_says_how_to_make_one(verbale: Verbale) -> None:
    ran = verbale("serve")
    assert ran.code == 3
    assert "verbale init" in ran.err
