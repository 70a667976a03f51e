"""The encoder's reading of one document: where its stretches stand, and what is answered of them."""

from __future__ import annotations

import numpy as np
import pytest

from verbale.coding.coder import Coder
from verbale.coding.encoder import LONGEST, encoder
from verbale.coding.meanings import Layout, Meanings, Way
from verbale.coding.page import Page
from verbale.coding.parse import parse
from verbale.coding.segment import segment

TEXT = "Norway's envoy met Taliban officials in Oslo on Monday.\n\nThe Taliban refused to meet Peru's envoy."


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder("none")


def pages(text: str, coder: Coder) -> list[Page]:
    return [Page(b, doc, []) for b, doc in parse(text, segment(text), coder.settings.pipeline)]


def meanings(text: str, coder: Coder) -> Meanings:
    found = encoder()
    assert found is not None
    return Meanings(found, pages(text, coder))


def at(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_a_stretch_stands_where_its_pieces_stand(coder: Coder) -> None:
    found = encoder()
    assert found is not None
    layout = Layout(found.pieces, pages(TEXT, coder))
    place = layout.place(at(TEXT, "met Taliban"))
    assert place is not None and place.window == 0
    numbers = layout.windows[0][place.start : place.end]
    assert numbers == [p.id for p in found.pieces.of("met Taliban")]
    assert layout.place((len(TEXT) + 5, len(TEXT) + 9)) is None


def test_an_act_is_likelier_where_it_is_told(coder: Coder) -> None:
    model = coder.senses
    assert model is not None
    meet = [k.mode for k in model.kinds].index("meet")
    met, oslo = meanings(TEXT, coder).acts([at(TEXT, "met"), at(TEXT, "Oslo")])
    assert met[meet] > 0 > oslo[meet]


def test_who_meets_is_told_from_where_they_meet(coder: Coder) -> None:
    met = at(TEXT, "met")
    ways = [Way(met, at(TEXT, who), "CONSULT") for who in ("Norway", "Taliban officials", "Oslo")]
    (source, _), (_, target), (place_source, place_target) = meanings(TEXT, coder).ways(ways)
    assert source > place_source and target > place_target


def test_what_is_not_read_together_has_no_answer(coder: Coder) -> None:
    text = TEXT + "\n\n" + "\n\n".join("The ministry publishes figures on trade every month." for _ in range(LONGEST // 8))
    far = Way(at(text, "met"), (len(text) - 10, len(text) - 4), "CONSULT")
    near = Way(at(text, "met"), at(text, "Norway"), "CONSULT")
    found = meanings(text, coder).ways([far, near])
    assert np.isnan(found[0]).all() and not np.isnan(found[1]).any()


def test_a_page_without_words_is_read_too(coder: Coder) -> None:
    assert meanings("", coder).acts([]).shape[0] == 0
