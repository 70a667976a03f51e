from __future__ import annotations

from typing import Any

import pytest

from verbale.errors import UsageError
from verbale.record.correcting import correctable, corrected

from .making import make_document, make_event

EVENT = make_event(make_document())


def test_changes_are_in_the_form_of_json() -> None:
    people = [{"name": "Markus Potzel", "role": "source", "start": 0, "end": 13, "party": "EU"}]
    event = corrected(EVENT, {"participants": people, "date": None, "level": {"EU": "envoy"}})
    assert (event.participants[0].party, event.date, event.level) == ("EU", None, {"EU": "envoy"})
    assert corrected(EVENT, {}) is EVENT


@pytest.mark.parametrize("changes", [{"status": "perhaps"}, {"participants": 3}, {"id": "x"}, {"evidence": []}, {"mood": "bad"}])
def test_what_cannot_be_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(UsageError) as caught:
        corrected(EVENT, changes)
    assert caught.value.hint


def test_what_an_event_is_about_cannot_be_corrected() -> None:
    assert "status" in correctable()
    assert not {"id", "document", "evidence", "coder", "review"} & set(correctable())
