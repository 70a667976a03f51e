from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from verbale.model import Event

from .making import event
from .measure import Judged, load, main, measure

A, B, C, D = event("a"), event("b"), event("c", date="2023-03-01"), event("d", date="2023-03-01", target="AFG-WOM")


def pair(a: Event, b: Event, same: bool) -> dict[str, Any]:
    return {"a": a.id, "b": b.id, "same": same}


def test_all_right_is_one() -> None:
    found = measure(Judged([], [A, B, C, D], [pair(A, B, True), pair(A, C, False), pair(C, D, False)]))
    assert found.pairwise == found.b_cubed == (1.0, 1.0, 1.0)
    assert not found.merged and not found.missed


def test_a_wrong_merge_costs_precision_and_a_miss_recall() -> None:
    found = measure(Judged([], [A, B, C, D], [pair(A, B, False), pair(C, D, True)]))
    assert found.pairwise == (0.0, 0.0, 0.0)
    assert found.b_cubed == (0.75, 0.75, 0.75)
    assert found.merged == [pair(A, B, False)] and found.missed == [pair(C, D, True)]


def test_pairs_join_over_others() -> None:
    found = measure(Judged([], [A, B, C], [pair(A, B, True), pair(B, C, True)]))
    assert found.pairwise[1] == 0.5 and found.b_cubed[1] == pytest.approx(5 / 9)


def test_a_file_of_pairs_is_read(tmp_path: Path) -> None:
    told = {each.id: msgspec.to_builtins(each) for each in (A, B)}
    del told[A.id]["document"]
    documents = [
        {"id": each.document.id, "publisher": "Paper", "published": "2023-01-13", "events": [told[each.id]]} for each in (A, B)
    ]
    path = tmp_path / "pairs.json"
    path.write_text(json.dumps({"documents": documents, "pairs": [pair(A, B, True)]}), encoding="utf-8")
    assert [each.document.publisher for each in load(path).events] == ["Paper", "Paper b"]
    assert measure(load(path)).pairwise == (1.0, 1.0, 1.0)
    path.write_text(json.dumps({"documents": documents, "pairs": [{"a": "x", "b": "y", "same": True}]}), encoding="utf-8")
    with pytest.raises(ValueError, match="x, y"):
        load(path)


def test_several_files_are_counted_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [str(tmp_path / name) for name in ("a.json", "b.json")]
    documents = [{"id": each.document.id, "published": "2023-01-13", "events": [msgspec.to_builtins(each)]} for each in (A, B, C)]
    for path, other in zip(paths, (B, C), strict=True):
        Path(path).write_text(json.dumps({"documents": documents, "pairs": [pair(A, other, True)]}), encoding="utf-8")
    main(paths)
    together = "together: 2 pairs, 2 of them the same\n  pairwise  precision 1.000, recall 0.500, F1 0.667\n"
    assert capsys.readouterr().out.endswith(together)
