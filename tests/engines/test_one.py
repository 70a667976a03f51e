from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.record.making import make_coded, make_event
from verbale.engines.one import code_one
from verbale.errors import DataError
from verbale.model import Coded, SetAside
from verbale.settings import Settings


def coder(found, floor=0.0):
    def code(document):
        if isinstance(found, Exception):
            raise found
        return found

    return SimpleNamespace(code=code, settings=Settings(confidence_floor=floor))


def test_unsure_events_are_left_out_where_a_floor_is_set():
    document = make_coded().document
    sure, unsure = make_event(document, confidence=0.9), make_event(document, 0, 20, confidence=0.3)
    coded = Coded(document=document, events=(sure, unsure), coder="grammar@1")
    assert code_one(coder(coded), document).events == (sure, unsure)
    assert code_one(coder(coded, 0.5), document).events == (sure,)


def test_a_crash_sets_the_document_aside():
    document = make_coded(key="page").document
    found = code_one(coder(ValueError("odd")), document)
    assert isinstance(found, SetAside) and (found.path, found.reason) == ("page", "coder failed")


def test_an_error_of_the_programs_own_goes_on():
    with pytest.raises(DataError):
        code_one(coder(DataError("no pipeline")), make_coded().document)
