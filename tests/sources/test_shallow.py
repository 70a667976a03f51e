from __future__ import annotations

from verbale.sources.shallow import MAX_DEPTH, shallow


def test_an_ordinary_page_is_not_touched() -> None:
    page = "<html><body><p>a<br>b<p>c</div></body></html>"
    assert shallow(page) is page


def test_words_stay_and_blocks_stay_apart() -> None:
    deep = "<div>" * (MAX_DEPTH + 1) + "one<p>two <b>three</b></p>four" + "</div>" * (MAX_DEPTH + 1) + "<p>five</p>"
    flat = shallow(deep)
    assert flat.count("<div>") == flat.count("</div>") == MAX_DEPTH
    assert "one<br>two three<br>four" in flat
    assert flat.endswith("<p>five</p>")


def test_spaces_between_words_stay_and_runs_of_blocks_are_one_break() -> None:
    deep = "<div>" * MAX_DEPTH + "<b>one</b> <i>two</i>" + "<p></p> <p></p>" * 50 + "three"
    assert shallow(deep).endswith("one two<br>three")


def test_stray_ends_do_not_count() -> None:
    assert shallow("</b>" * 1000 + "<p>a</p>") == "</b>" * 1000 + "<p>a</p>"


def test_size_costs_no_more_than_itself() -> None:
    assert "x" in shallow("<div>" * 20_000 + "x" + "</p>" * 20_000)
