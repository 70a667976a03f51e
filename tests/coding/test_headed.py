"""Days that head what follows."""

from __future__ import annotations

import pytest

from tests.coding.reading import reader
from verbale.model import Document


def dates(text: str) -> list[str | None]:
    document = Document(id="d", sha256="s", text=text, published="2024-05-15", language="en")
    return [e.date for e in reader("afghanistan").code(document).events if e.type == "CONSULT"]


def test_a_day_alone_before_a_paragraph_dates_it_and_what_follows() -> None:
    first = "24 November 2023. The Chinese ambassador met Amir Khan Muttaqi in Kabul."
    second = "Later the Iranian ambassador received Amir Khan Muttaqi in Kabul."
    third = "30 January 2024. The Russian ambassador met Amir Khan Muttaqi in Kabul."
    assert dates(f"{first}\n\n{second}\n\n{third}") == ["2023-11-24", "2023-11-24", "2024-01-30"]


@pytest.mark.parametrize("words", ["On 24 November 2023 the ambassador left.", "24 November 2023 brought no news."])
def test_a_day_inside_a_sentence_heads_nothing(words: str) -> None:
    assert dates(f"{words}\n\nThe Chinese ambassador met Amir Khan Muttaqi in Kabul.") == ["2024-05-15"]


def test_a_date_of_its_own_goes_before_the_heading() -> None:
    assert dates("24 November 2023. On 20 November 2023 the Chinese ambassador met Amir Khan Muttaqi in Kabul.") == ["2023-11-20"]
