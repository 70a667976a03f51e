from __future__ import annotations

from verbale.record import Run
from verbale.record.comparing import differences


def test_what_differs() -> None:
    first = Run(id="a", verb="add", started="x", settings={"workers": 1, "case": "none"}, counts={"documents": 2})
    second = Run(id="b", verb="load", started="y", settings={"workers": 1}, counts={"documents": 3})
    assert [(each.what, each.first, each.second) for each in differences(first, second)] == [
        ("verb", "add", "load"), ("settings.case", "none", None), ("counts.documents", 2, 3),
    ]  # fmt: skip
    assert list(differences(first, first)) == []
