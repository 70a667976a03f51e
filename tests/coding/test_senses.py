"""What clauses tell by their words: triggers, their clues, and what follows from a model's numbers."""

from __future__ import annotations

import numpy as np
import pytest

from verbale.coding.coder import Coder
from verbale.coding.features import STATUSES
from verbale.coding.page import Page
from verbale.coding.scan import scan
from verbale.coding.senses import BUCKETS, LIKELY, Kind, Senses, Told, arrays, clues, senses, triggers
from verbale.coding.wordnet import kinds
from verbale.model import Document

MEET, VISIT, ACCUSE = Kind("CONSULT", "meet"), Kind("CONSULT", "visit"), Kind("ACCUSE", "criticise")


def page(text: str) -> Page:
    coder = Coder("afghanistan")
    document = Document(id="page", sha256="", text=text, published="2024-03-01", language="en")
    return coder.drafts(document, scan(text, coder.case))[1][0]


def test_triggers_are_verbs_and_nouns_that_name_nobody() -> None:
    found = [t.text for t in triggers(page("The Taliban have lambasted Norway over a meeting in Oslo."))]
    assert "lambasted" in found and "meeting" in found
    assert not {"have", "Taliban", "Norway", "Oslo"} & set(found)


def test_clues_are_numbers_in_order_and_tell_who_from_what() -> None:
    here = page("Norway lambasted the Taliban in a statement on Monday.")
    (verb,) = [t for t in triggers(here) if t.text == "lambasted"]
    found = clues(here, verb)
    assert found == sorted(set(found)) and all(0 <= n < BUCKETS for n in found)
    other = page("Sweden lambasted the Taliban in a statement on Monday.")
    (same,) = [t for t in triggers(other) if t.text == "lambasted"]
    assert clues(other, same) == found, "whose name stands there must tell nothing"


def test_words_of_like_meaning_share_what_they_are_kinds_of() -> None:
    assert set(kinds("lambast", "V")) & set(kinds("denounce", "V"))
    assert not set(kinds("lambast", "V")) & set(kinds("negotiator", "N"))
    assert kinds("qwertz", "V") == ()


def test_the_likeliest_kind_of_each_type_comes_first() -> None:
    told = Told((MEET, VISIT, ACCUSE), (LIKELY, 0.3, 0.9))
    assert told.likely() == [ACCUSE, VISIT]
    assert Told((MEET, ACCUSE), (LIKELY / 2, 0.0)).likely() == []


def test_how_a_type_fits_beside_the_others() -> None:
    told = Told((MEET, VISIT, ACCUSE), (0.1, 0.3, 0.2))
    assert told.fit("CONSULT") == (0.3, 0.2)
    assert told.fit("AID") == (0.0, 0.3)


def test_a_model_gives_every_trigger_a_probability_of_each_kind() -> None:
    here = page("Norway lambasted the Taliban in a statement on Monday.")
    weights = np.zeros((BUCKETS + 1, 2 + len(STATUSES)))
    weights[-1, :3] = [-2.0, 2.0, 2.0]
    told = Senses([MEET, ACCUSE], weights).of(here)
    assert set(told) == {t.i for t in triggers(here)}
    for words in told.values():
        assert words.chances == pytest.approx((0.1192, 0.8808), abs=1e-4)
        assert words.outlook == pytest.approx((0.8808, *[0.5] * (len(STATUSES) - 1)), abs=1e-4)


def test_the_model_that_ships_knows_verbs_that_no_frame_knows() -> None:
    model = senses()
    assert model is not None
    here = page("Norway lambasted the Taliban in a statement on Monday.")
    (verb,) = [t for t in triggers(here) if t.text == "lambasted"]
    own, other = model.of(here)[verb.i].fit("ACCUSE")
    assert own > 0.3 > other
    assert np.array_equal(Senses(model.kinds, arrays(model)["weights"]).weights, model.weights)


def test_what_only_words_suggest_is_never_held() -> None:
    text = "Norway badmouthed the Taliban in a statement on Monday."
    coder = Coder("afghanistan")
    drafts, _ = coder.drafts(Document(id="page", sha256="", text=text, language="en"), scan(text, coder.case))
    new = [d for d in drafts if d.frame.id.endswith(":learnt")]
    assert new and not any(d.held for d in new)
    assert all(d.fits[0] >= LIKELY for d in new)
