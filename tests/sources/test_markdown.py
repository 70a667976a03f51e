from __future__ import annotations

import pytest

from verbale.sources.markdown import plain, title_of


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("## They met ##", "They met"),
        ("They **met** in *Kabul* and __left__ _soon_.", "They met in Kabul and left soon."),
        ('The [mission said](https://un.org/x "t") so.', "The mission said so."),
        ("[a](https://en.wikipedia.org/wiki/Doha_(city)) b", "a b"),
        ("See [one][1].\n\n[1]: https://un.org", "See one."),
        ("![The two men](a.jpg) shook hands", "The two men shook hands"),
        ("<https://un.org/a_b_c>", "https://un.org/a_b_c"),
        ("> They met,\n> he said.", "They met, he said."),
        ("a line\nand its end\n\nanother", "a line and its end\n\nanother"),
        ("They met:\n\n* one\n  and more\n+ two\n1. three", "They met:\n- one and more\n- two\n\n1. three"),
        ("above\n\n---\n\nbelow", "above\n\nbelow"),
        ("Title\n=====\nbelow", "Title\n\nbelow"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        (r"5 \* 3", "5 * 3"),
        ("a <!-- not for\nreaders --> b", "a  b"),
    ],
)
def test_plain(marked: str, words: str) -> None:
    assert plain(marked) == words + "\n"


def test_title_of() -> None:
    assert title_of("\n# The *title*\n\nText") == "The title"
    assert title_of("Text\n\n# Later") is None


def test_hostile_marks_take_no_time() -> None:
    for mark in ("[", "[a](", "![", "<!--", "**a", "_a", "`", "\\", "> "):
        plain(mark * 20_000)
