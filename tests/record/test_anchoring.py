from __future__ import annotations

from pathlib import Path

import pytest

from verbale.errors import DataError
from verbale.record import Head
from verbale.record.anchoring import anchor, anchors

ONE, TWO = Head(1, "a" * 64), Head(2, "b" * 64)


def test_heads_are_kept_in_their_order_and_once(tmp_path: Path) -> None:
    path = tmp_path / "heads.txt"
    assert anchors(path) == ()
    assert [anchor(path, each) for each in (ONE, TWO, ONE)] == [True, True, False]
    assert anchors(path) == (ONE, TWO)
    assert path.read_text() == f"1 {'a' * 64}\n2 {'b' * 64}\n"


@pytest.mark.parametrize("line", ["", "1", "one " + "a" * 64, "1 " + "g" * 64, "1 " + "a" * 63])
def test_what_is_no_head_is_named_by_its_line(tmp_path: Path, line: str) -> None:
    (tmp_path / "heads.txt").write_text(f"1 {'a' * 64}\n{line}\n")
    with pytest.raises(DataError, match="line 2"):
        anchors(tmp_path / "heads.txt")
