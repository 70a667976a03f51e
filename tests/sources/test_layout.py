from __future__ import annotations

from verbale.sources.layout import Line, paragraphs


def lines(*rows: str, right: float = 500, top: float = 700, step: float = 14) -> list[Line]:
    """Full lines below each other; an empty row is a wider space."""
    found, y = [], top
    for row in rows:
        if row:
            found.append(Line(row, 72, right, y, y + 11, 11))
        y -= step
    return found


def test_lines_become_paragraphs_at_wider_spaces() -> None:
    assert paragraphs([lines("The envoy met", "the minister.", "", "They left.", "All of them.")]) == (
        "The envoy met the minister.\n\nThey left. All of them.\n"
    )


def test_short_line_that_ends_a_sentence_ends_the_paragraph() -> None:
    page = lines("The envoy met the", "minister.", "They left the city", "at noon for home")
    page[1] = Line("minister.", 72, 120, page[1].bottom, page[1].top, 11)
    assert paragraphs([page]) == "The envoy met the minister.\n\nThey left the city at noon for home\n"


def test_headings_in_another_size_stand_alone() -> None:
    page = [Line("A title", 72, 500, 720, 740, 20), *lines("The envoy met", "the minister.")]
    assert paragraphs([page]) == "A title\n\nThe envoy met the minister.\n"


def test_hyphens_at_line_ends() -> None:
    text = paragraphs(
        [lines("minis-", "ter of non-", "governmental work in Abu-", "Dhabi and the peace-", "building of peace-building")]
    )
    assert text == "minister of non-governmental work in Abu-Dhabi and the peace-building of peace-building\n"


def test_soft_hyphens_of_the_library() -> None:
    assert paragraphs([lines("the recog\x02", "nition of it")]) == "the recognition of it\n"


def test_a_sentence_goes_on_over_a_page_and_running_heads_do_not_part_it() -> None:
    pages = [lines("The Daily Brief", "", f"and page {n} goes", "on and", "on and", "on and", "", f"Page {n}") for n in range(4)]
    assert paragraphs(pages) == " ".join(f"and page {n} goes on and on and on and" for n in range(4)) + "\n"


def test_lines_that_recur_in_the_text_stay() -> None:
    pages = [lines(f"{n} persons met.", "They talked for long", "and left.") for n in range(4)]
    assert paragraphs(pages).count("persons met.") == 4


def test_bullets() -> None:
    assert paragraphs([lines("They met:", "• the envoy", "of Qatar", "• the EU")]) == "They met:\n- the envoy of Qatar\n- the EU\n"


def test_nothing() -> None:
    assert paragraphs([]) == paragraphs([[], []]) == ""
