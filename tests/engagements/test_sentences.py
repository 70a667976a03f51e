from __future__ import annotations

import pytest

from verbale.engagements.sentences import adrift, around, before, every, leans

TEXT = (
    "Envoy in Kabul\n\nThe envoy came on Monday. He met Dr. Salim of the U.S. mission, who had waited.\n\n"
    "- The first point\n- The second point\n\n“They spoke.” Nobody said more!"
)


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Kabul", "Envoy in Kabul"),
        ("came", "The envoy came on Monday."),
        ("met", "He met Dr. Salim of the U.S. mission, who had waited."),
        ("mission", "He met Dr. Salim of the U.S. mission, who had waited."),
        ("second", "- The second point"),
        ("spoke", "“They spoke.”"),
        ("more", "Nobody said more!"),
    ],
)
def test_the_whole_sentence_in_which_words_stand(words: str, whole: str) -> None:
    start = TEXT.index(words)
    first, last = around(TEXT, start, start + len(words))
    assert TEXT[first:last] == whole


def test_words_over_two_sentences_have_both() -> None:
    first, last = around(TEXT, TEXT.index("Monday"), TEXT.index("met"))
    assert TEXT[first:last].startswith("The envoy") and TEXT[first:last].endswith("waited.")


def test_words_beyond_the_text_are_within_it() -> None:
    assert around("Short.", 40, 50) == (0, 6)


def _ordinary(word: str) -> bool:
    return word in ("Taliban", "Kabul")


@pytest.mark.parametrize(
    ("sentence", "leaning"),
    [
        ("He urged the court in The Hague to issue warrants against Taliban leaders.", True),
        ("The Taliban had written to him, he told reporters as the two days of talks closed.", True),
        ("Muttaqi told the envoy who came to Kabul that he welcomed all that he had heard.", False),
        ("For months, the two sides negotiate.", True),
        ("The text condemns the Taliban for what was done to women at work in Kabul.", True),
        ("The building in question has stood closed ever since the envoys left Kabul.", True),
        ("The text of the resolution condemns the Taliban for what was done to women in Kabul.", False),
        ("Grounds: their part in the decrees that shut women out of universities in Kabul.", True),
        ("And every party must let relief staff through Kabul, fully and without delay.", True),
        ("China became the first state to appoint an ambassador to Kabul under Taliban rule.", False),
    ],
)
def test_a_sentence_leans_on_the_one_before_where_it_names_nobody_whom_it_means(sentence: str, leaning: bool) -> None:
    assert leans(sentence, f"The envoy met Muttaqi. {sentence}", _ordinary) is leaning


@pytest.mark.parametrize(("text", "start"), [("One came. Two went.", 0), ("A heading\n\nTwo went.", None), ("Two went.", None)])
def test_the_sentence_before_is_one_and_no_heading(text: str, start: int | None) -> None:
    assert before(text, text.index("Two")) == start


def test_every_sentence_in_order() -> None:
    text = "\nOne came. Dr. Two went on.\n\nA heading\n\nThree stayed.  "
    assert [text[a:b] for a, b in every(text)] == ["One came.", "Dr. Two went on.", "A heading", "Three stayed."]


def test_what_somebody_is_called_by_part_is_not_adrift() -> None:
    assert adrift("It refused the envoy of the north a visa.", "", lambda word: True)
    assert not adrift("The source said that no invitation had come.", "", lambda word: True)
