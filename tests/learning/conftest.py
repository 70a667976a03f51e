"""Coded texts of the training corpus, read once for all tests of learning."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.learning.corpus import Passage, passages
from verbale.scoring.notation import parse
from verbale.settings import Settings

CORPUS = Path(__file__).parent.parent.parent / "training" / "t1a.txt"


@pytest.fixture(scope="package")
def corpus() -> list[Passage]:
    texts = [text for text in parse(CORPUS.read_text(encoding="utf-8")) if "events" in text]
    return list(passages(texts[:45], Settings()))
