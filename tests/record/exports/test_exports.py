from __future__ import annotations

import io

import pytest

from verbale.errors import UsageError
from verbale.record.exports import FORMATS, file_writer, writer
from verbale.record.exports.codebook import WORDS
from verbale.record.exports.csv import COLUMNS

from ..making import make_document, make_event


@pytest.mark.parametrize("name", FORMATS)
def test_every_form_writes_text_and_counts(name: str) -> None:
    stream = io.StringIO(newline="")
    assert writer(name)([make_event(make_document())], stream) == 1
    assert stream.getvalue().endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_written_as_a_whole_file_too(name: str) -> None:
    stream = io.StringIO(newline="")
    assert writer(name)([], stream) == 0


def test_an_unknown_form_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="no export format named docx") as caught:
        writer("docx")
    assert "csv, jsonl" in caught.value.hint
    with pytest.raises(UsageError, match="no export format named docx") as caught:
        file_writer("docx")
    assert "xlsx" in caught.value.hint


def test_every_column_has_its_words() -> None:
    assert list(WORDS) == list(COLUMNS)
