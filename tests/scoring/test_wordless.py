from __future__ import annotations

from verbale.scoring.notation import parse
from verbale.scoring.wordless import with_words, without_words

from .test_notation import DOHA


def test_words_go_and_come_back():
    (coded,) = parse(DOHA.replace("title:", "genre: local media\ntitle:"))
    kept = without_words(coded)
    assert kept["genre"] == "local_media" and "text" not in kept and "title" not in kept and kept["sha256"] == coded["sha256"]
    for words in ("Muttaqi", "West", "Doha", "envoy "):
        assert words not in str(kept)
    (act,), (told,) = kept["events"], coded["events"]
    back = with_words(act, coded["text"])
    assert back["participants"] == [dict(each) for each in told["participants"]]
    assert back["place"] == "Doha" and back["evidence"] == told["evidence"] and back["level"] == told["level"]


def test_without_the_text_nobody_has_a_name():
    (coded,) = parse(DOHA)
    act = with_words(without_words(coded)["events"][0], None)
    assert [p["name"] for p in act["participants"]] == ["", ""] and act["place"] is None
    assert [p["party"] for p in act["participants"]] == ["USA", "AFG-AUTH"]


def test_a_place_that_does_not_stand_in_the_text_is_left_out():
    (coded,) = parse(DOHA.replace("place: Doha, QAT", "place: Lusail, QAT"))
    (act,) = without_words(coded)["events"]
    assert act["place"] is None and act["place_country"] == "QAT"


def test_codings_with_words_stay_as_they_are():
    (coded,) = parse(DOHA)
    assert with_words(coded["events"][0], coded["text"]) == coded["events"][0]
