"""Text cut into pieces of words: as BERT cuts it, every piece at its place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.coding.pieces import Pieces

KNOWN = [
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "the",
    "envoy",
    "en",
    "##voy",
    "##s",
    "met",
    ".",
    "-",
    "tu",
    "##r",
    "##kiye",
    "kabul",
    "中",
    "国",
]


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(KNOWN)


def cut(pieces: Pieces, text: str) -> list[tuple[str, str]]:
    return [(KNOWN[p.id], text[p.start : p.end]) for p in pieces.of(text)]


def test_the_longest_known_beginning_is_taken_then_the_rest(pieces: Pieces) -> None:
    assert cut(pieces, "the envoys met") == [("the", "the"), ("envoy", "envoy"), ("##s", "s"), ("met", "met")]


def test_case_and_accents_tell_nothing_but_keep_their_places(pieces: Pieces) -> None:
    assert cut(pieces, "Türkiye met") == [("tu", "Tü"), ("##r", "r"), ("##kiye", "kiye"), ("met", "met")]
    assert cut(pieces, "Tu\u0308rkiye")[1] == ("##r", "r")


def test_punctuation_and_ideographs_stand_by_themselves(pieces: Pieces) -> None:
    assert [piece for piece, _ in cut(pieces, "met-met. 中国")] == ["met", "-", "met", ".", "中", "国"]


def test_what_cannot_be_cut_is_one_unknown_word(pieces: Pieces) -> None:
    assert cut(pieces, "the zzz met") == [("the", "the"), ("[UNK]", "zzz"), ("met", "met")]
    assert cut(pieces, "s" * 101) == [("[UNK]", "s" * 101)]


def test_invisible_signs_are_no_part_of_a_word(pieces: Pieces) -> None:
    assert [piece for piece, _ in cut(pieces, "Ka\u200bbul\x00")] == ["kabul"]


@given(st.text(max_size=60))
def test_pieces_stand_in_order_within_the_text(text: str) -> None:
    found = Pieces(KNOWN).of(text)
    assert all(0 <= p.start < p.end <= len(text) for p in found)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(found))
