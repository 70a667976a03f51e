from __future__ import annotations

import io
import json

import pytest

from verbale.record.exports.array import write_array

from ..making import make_coded


@pytest.mark.parametrize("left_out", [(), (0,), (0, 2), (0, 1, 2)])
def test_an_array_has_an_item_a_line_and_counts_every_event(left_out: tuple[int, ...]) -> None:
    (event,) = make_coded().events
    numbers = iter(range(3))
    stream = io.StringIO()
    assert write_array([event] * 3, stream, lambda _: None if (n := next(numbers)) in left_out else {"n": n}) == 3
    items = [{"n": n} for n in range(3) if n not in left_out]
    assert json.loads(stream.getvalue()) == items
    assert stream.getvalue().count("\n") == len(items) + 1
