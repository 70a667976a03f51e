from __future__ import annotations

from typing import get_args

import pytest

from verbale.catalogue import labels, tables
from verbale.model import EventType, SaidKind, Status


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("USA", "the United States"),
        ("FRA", "France"),
        ("UN", "the United Nations"),
        ("AFG-AUTH", "the de facto authorities"),
        ("MMR-AUTH", "the de facto authorities of Myanmar"),
        ("AFG-WOM", "Afghan women and women's groups"),
        ("TRANS-ARM", "armed groups active across countries"),
        ("IGAD", "Intergovernmental Authority on Development"),
        ("XYZ", "XYZ"),
    ],
)
def test_parties_in_a_sentence(code: str, words: str) -> None:
    assert labels.party(code, "AFG") == words


def test_parties_at_the_head_of_a_row() -> None:
    assert labels.heading("USA") == "United States"
    assert labels.heading("AFG-AUTH", "AFG") == "De facto authorities"
    assert labels.narrow("ARE") == "UAE"
    assert labels.narrow("NOR") == "Norway"


def test_countries_and_classes_of_parties() -> None:
    assert (labels.country_of("AFG-WOM"), labels.class_of("AFG-WOM")) == ("AFG", "WOM")
    assert (labels.country_of("TRANS-ARM"), labels.class_of("USA")) == (None, None)


def test_every_type_status_and_kind_of_saying_has_words() -> None:
    for kind, codes in (("type", get_args(EventType)), ("status", get_args(Status)), ("said", get_args(SaidKind))):
        for code in codes:
            assert any(row["set"] == kind and row["code"] == code for row in tables.rows("common", "labels")), (kind, code)


def test_every_act_has_a_phrase_and_no_label_is_given_twice() -> None:
    keys = [(row["set"], row["code"]) for row in tables.rows("common", "labels")]
    assert len(keys) == len(set(keys))
    assert {code for kind, code in keys if kind == "act"} == {code for kind, code in keys if kind == "phrase"}


def test_no_label_takes_a_side() -> None:
    loaded = ("regime", "terror", "junta", "puppet", "occupier", "so-called", "illegitimate", "hostage")
    # counter-terrorism is what the field calls a topic, and names nobody
    text = " ".join(row["label"] for row in tables.rows("common", "labels") if row["code"] != "counter_terrorism").casefold()
    assert not [word for word in loaded if word in text]
