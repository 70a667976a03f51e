from __future__ import annotations

import hashlib

import pytest

from verbale.coding.coder import Coder
from verbale.coding.explain import explain
from verbale.model import Document

TEXT = "KABUL, 12 July 2023 - The Chinese ambassador, Wang Yu, met Amir Khan Muttaqi, the acting foreign minister, in Kabul."


@pytest.fixture(scope="module")
def document() -> Document:
    return Document(id="page", sha256=hashlib.sha256(TEXT.encode()).hexdigest(), text=TEXT, published="2023-07-12", language="en")


def test_every_event_of_a_document_can_be_explained(document):
    coder = Coder("afghanistan")
    events = coder.code(document).events
    assert events
    for event in events:
        why = explain(coder, document, event)
        assert why is not None and why.event == event
        assert document.text[why.span.start : why.span.end] == why.trigger
        assert {(p.role, p.party) for p in why.participants} == {(p.role, p.party) for p in event.participants}


def test_an_event_that_the_coder_does_not_read_has_no_explanation(document):
    coder = Coder("afghanistan")
    (event, *_) = coder.code(document).events
    elsewhere = Document(id="other", sha256="", text="The United States and Norway signed an agreement on Monday.", language="en")
    assert explain(coder, elsewhere, event) is None
