from __future__ import annotations

import io

from rich.console import Console

from verbale.brief.page import Answers, Block, Brief, Items, Link, Note, Paragraph, Quote, Report, Rows, Section, Table
from verbale.terminal.page import page


def test_a_brief_in_words():
    table = Table("Who", ("Party", "Events", "Notes"), ((("China",), (Rows("2", ("a", "b")),), (Rows("", ("a", "b")),)),), (1,))
    blocks = (
        Paragraph(("Said: ", Quote("we\x1b[31m met"), Rows("", ("a",)))),
        Items((("one ", Link("page", "https://example.org")),)),
        table,
        Answers((("Who met whom", ("They did.",)),)),
    )
    brief = Brief("Title", "from to", ("Machine-read.",), (Section("s", "Section", blocks),), (), (), "Made by hand.")
    stream = io.StringIO()
    Console(file=stream, width=80).print(page(brief))
    words = stream.getvalue()
    for each in (
        "Title",
        "Machine-read.",
        "Section",
        "Said: “we [31m met”",
        "- one page",
        "China",
        "Who met whom. They did.",
        "Made by hand.",
    ):
        assert each in words
    assert "Notes" not in words and "\x1b" not in words


def _shown(*blocks: Block, notes: tuple[Note, ...] = ()) -> str:
    stream = io.StringIO()
    brief = Brief("Title", "from to", (), (Section("s", "Section", blocks),), (), notes, "Made by hand.")
    Console(file=stream, width=80).print(page(brief))
    return " ".join(stream.getvalue().split())


def test_the_page_stands_behind_a_quotation_and_not_behind_a_figure() -> None:
    note = Note(
        1, ("a",), "A meeting", (Report(Quote("they met"), "The Paper", "2 May 2023", Link("Heading", "https://example.org")),)
    )
    words = _shown(Items((("Told: ", Quote("they met"), Rows("", ("a",))), (Rows("one contact", ("a",)),))), notes=(note,))
    assert "“they met” (The Paper, 2 May 2023: Heading)" in words
    assert words.count("The Paper") == 1 and "are in the written files" in words


def test_a_table_of_long_texts_is_a_list_in_whole_words() -> None:
    long = "administrative representatives under extraordinary circumstances " * 2
    words = _shown(Table("Steps", ("Party", "Words", "Open"), ((("Norway",), (Quote(long.strip()),), ("nothing",)),)))
    assert f"- Norway; “{long.strip()}”; open: nothing" in words


def test_behind_a_count_stand_no_pages() -> None:
    note = Note(1, ("a",), "A meeting", (Report(Quote("they met"), "The Paper", "2 May 2023", Link("Heading", "")),))
    row = ((Quote("the rulers"),), ("3",), (Rows("", ("a",)),))
    assert "The Paper" not in _shown(Table("Words", ("Words", "Acts", "Notes"), (row,), (1,)), notes=(note,))
    assert "The Paper" in _shown(Table("Words", ("Words", "Acts", "Notes"), (row,)), notes=(note,))


def test_no_word_of_a_table_is_cut() -> None:
    columns = tuple(f"Representation{n}" for n in range(4))
    assert "…" not in _shown(Table("Steps", columns, (tuple((each,) for each in columns),)))


def test_a_page_has_its_heading_once() -> None:
    reports = [Report(Quote("they met"), "The Paper", day, Link("Heading", "")) for day in ("2 May 2023", "3 May 2023")]
    notes = tuple(Note(n, (act,), "A meeting", (report,)) for n, (act, report) in enumerate(zip("ab", reports, strict=True), 1))
    told = [("Told: ", Quote("they met"), Rows("", (act,))) for act in ("a", "a", "b")]
    words = _shown(Items((told[0],)), Items((told[1],)), Items((told[2],)), notes=notes)
    assert words.count("(The Paper, 2 May 2023: Heading)") == 1 and words.count("(The Paper, 2 May 2023)") == 1
    assert "(The Paper, 3 May 2023: Heading)" in words
