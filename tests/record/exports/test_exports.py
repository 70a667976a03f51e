from __future__ import annotations

import io

import pytest

from verbale.errors import UsageError
from verbale.record.exports import FORMATS, writer

from ..making import make_document, make_event


@pytest.mark.parametrize("name", FORMATS)
def test_every_form_writes_text_and_counts(name: str) -> None:
    stream = io.StringIO(newline="")
    assert writer(name)([make_event(make_document())], stream) == 1
    assert "Muttaqi" in stream.getvalue()


def test_an_unknown_form_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="no export format named docx") as caught:
        writer("docx")
    assert "csv, jsonl" in caught.value.hint
