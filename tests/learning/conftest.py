"""Coded texts of the training corpus, read once for all tests of learning."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.learning import fitting, linear
from verbale.learning.corpus import Passage, passages
from verbale.scoring.notation import parse
from verbale.settings import Settings

CORPUS = Path(__file__).parent.parent.parent / "training" / "t1a.txt"


@pytest.fixture(scope="session")
def corpus() -> list[Passage]:
    texts = [text for text in parse(CORPUS.read_text(encoding="utf-8")) if "events" in text]
    return list(passages(texts[:45], Settings()))


@pytest.fixture(scope="package", autouse=True)
def _quick_fits() -> Iterator[None]:
    """What is said here of models holds after a few steps as after all, on one core as on two."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fitting, "ROUNDS", {name: rounds // 5 for name, rounds in fitting.ROUNDS.items()})
        patch.setitem(fitting.SETTINGS, "num_threads", 1)
        patch.setattr(linear, "STEPS", linear.STEPS // 4)
        yield
