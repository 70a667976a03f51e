"""What ``verbale check --claims`` adds: the general claims of documents, weighed by the record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from verbale.cli.answering import Asked

if TYPE_CHECKING:
    from verbale.model import Document
    from verbale.settings import Settings


def show_claims(documents: Sequence[Document], settings: Settings, record: str | None, frame: str | None, *, json: bool) -> None:
    """Code the documents, and show what the record holds for and against what each asserts in general."""
    from verbale.analysis.claims import answer, weigh
    from verbale.coding.coder import Coder

    coder = Coder(settings.case, settings)
    asked = Asked(record=record, case=settings.case, frame=frame, json=json)
    with asked.minutes() as given:
        for document in documents:
            found = weigh(coder.code(document).claims, given, document.published)
            name = document.title or document.path or document.id
            asked.show([answer(found, given, name)], given)
