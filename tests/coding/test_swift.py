"""Rules asked once for every kind of word give what spaCy's own give."""

from __future__ import annotations

import spacy

from tests.coding.making import PIPELINE
from verbale.coding.swift import hasten, name

TEXTS = (
    "Y'all let's see: the envoys aren't gonna meet, they've got to. There were talks; there's nothin' doin'.",
    "It is the ministers who had the bans lifted, and you did it. He has done what I do; I'll do so  twice.",
    "THE SIDES MET. Leaves fell, and she leaves the better meetings to wiser men, ain't it?",
)


def told(nlp):
    return [[(t.text, t.tag_, t.pos_, t.dep_, t.lemma_, str(t.morph)) for t in doc] for doc in nlp.pipe(TEXTS * 2)]


def test_every_word_is_told_the_same():
    plain, quick = spacy.load(PIPELINE), spacy.load(PIPELINE)
    hasten(quick)
    assert told(quick) == told(plain)


def test_rules_that_hold_are_the_same_and_in_the_same_order():
    plain, quick = spacy.load(PIPELINE), spacy.load(PIPELINE)
    hasten(quick)
    parts = ["tok2vec", "tagger", "parser"]
    with plain.select_pipes(enable=parts), quick.select_pipes(enable=parts):
        docs = list(zip(plain.pipe(TEXTS), quick.pipe(TEXTS), strict=True))
    for old, new in docs:
        assert quick.get_pipe("attribute_ruler").match(new) == plain.get_pipe("attribute_ruler").match(old)


def test_a_pipeline_without_such_parts_is_left_alone():
    nlp = spacy.blank("en")
    hasten(nlp)
    assert nlp("They met.").text == "They met."


def test_names_are_the_same():
    plain, quick = spacy.load(PIPELINE), spacy.load(PIPELINE)
    namers = hasten(quick)
    texts = ("Karen Decker flew from Doha to Kabul on Tuesday.", "", "Norway and the EU gave $3 million to Save the Children.")
    found = list(quick.pipe(texts))
    assert not any(doc.ents for doc in found)
    name(found, namers)
    expected = [[(e.text, e.label_) for e in doc.ents] for doc in plain.pipe(texts)]
    assert [[(e.text, e.label_) for e in doc.ents] for doc in found] == expected
    assert sum(map(len, expected)) > 5
