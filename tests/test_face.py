from __future__ import annotations

import subprocess
import sys

import pytest

import verbale
from verbale import model

TEXT = "KABUL, 12 July 2023 - Chinese Ambassador Wang Yu met Amir Khan Muttaqi, the acting foreign minister, in Kabul on Wednesday."


def test_the_public_names_are_sorted_and_exist():
    assert verbale.__all__ == sorted(verbale.__all__) == dir(verbale)
    assert all(getattr(verbale, name) for name in verbale.__all__)


def test_every_type_is_public():
    types = {name for name, value in vars(model).items() if isinstance(value, type) and issubclass(value, model._Frozen)}
    assert types - {"_Frozen"} <= set(verbale.__all__)


def test_an_unknown_name_is_an_error():
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = verbale.nothing_of_the_kind


def test_importing_loads_next_to_nothing():
    """The time of the best of three, and what it must not have loaded to be quick on any machine."""
    program = "import sys, time; t = time.perf_counter(); import verbale; print(time.perf_counter() - t, *sys.modules)"
    times = []
    for _ in range(3):
        run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        seconds, *loaded = run.stdout.split()
        times.append(float(seconds))
    assert min(times) < 0.3
    assert not {"spacy", "sqlalchemy", "typer", "rich", "trafilatura", "msgspec"} & set(loaded)


def test_read_then_code(tmp_path):
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "nothing.txt").write_text("", encoding="utf-8")
    aside, coded = verbale.code(verbale.read(str(tmp_path)), case="afghanistan")
    assert isinstance(aside, verbale.SetAside) and aside.reason == "empty"
    assert {"CHN", "AFG-AUTH"} in [e.parties() for e in coded.events]
    found = verbale.match([aside, coded, coded])
    assert len(found) == len(coded.events)
    told = verbale.count(found, "strict", "afghanistan")
    assert isinstance(told, verbale.Count) and told.count == 0
    assert verbale.count(found, case="afghanistan").parties == {"CHN": 1}
