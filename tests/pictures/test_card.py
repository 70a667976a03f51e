from __future__ import annotations

import xml.etree.ElementTree as ET

from verbale.engagements import of_record
from verbale.engagements.minting import numbered
from verbale.engagements.pairing import Paired, pairable
from verbale.pictures.card import card, card_html, card_svg
from verbale.record import Record
from verbale.terminal.card import card_text, pair_line

from ..engagements.test_pairing import NORWAY, account, filled, pair

__all__ = ["pair"]


def test_the_card_has_both_texts_words_side_by_side(pair: Paired) -> None:
    made = card(pair, "g.1, read by a program: not reviewed.", "AFG")
    page, drawing, text = card_html(made), card_svg(made), card_text(made)
    assert ET.fromstring(drawing).tag.endswith("svg")
    for words in ("this is no recognition", "the Islamic Emirate", "not reviewed", "2 days later", "df Foreign Minister"):
        assert words in page and words in " ".join(drawing.split()), words
        assert words in " ".join(text.replace("│", " ").split()), words
    assert pair_line(pair).startswith(f"{pair.score:.2f}  g.1")


def test_what_a_document_says_can_run_nothing_in_a_card(record: Record) -> None:
    evil = "<script>alert(1)</script>\u202e\x1b[2J"
    side = account("b", "AFG-AUTH", "2023-01-12", naming=evil, topics=(), title=evil)
    (found,) = pairable(of_record(filled(record, *NORWAY, *side), numbered()), record)
    made = card(found, "note", "AFG")
    for page in (card_html(made), card_svg(made)):
        assert "<script" not in page and "\u202e" not in page and "\x1b" not in page
    assert "\x1b" not in card_text(made)
