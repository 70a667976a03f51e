"""The brief as a whole, in both formats, over the synthetic gold documents."""

from __future__ import annotations

import random
import re
from html.parser import HTMLParser
from itertools import pairwise

import msgspec
import pytest

from tests.brief.gold import readings
from tests.brief.making import about, document, event, meeting, reading, who
from verbale.brief import compose, material, write_brief
from verbale.brief.compose import ALL_REVIEWED, MACHINE_READ, reviewed
from verbale.brief.markdown import plain
from verbale.brief.page import Paragraph
from verbale.model import Review, SetAside

GIVEN = material(
    readings(), "afghanistan", [SetAside(path="in/broken.pdf", reason="truncated", message="The file ends early.", hint="")]
)
MD = write_brief(GIVEN, "md")
HTML = write_brief(GIVEN, "html")
UNITS = r"event|document|part(y|ies)|pair|publisher|month|people|person|name|input|citation|note|words"


class Page(HTMLParser):
    """What a test asks of a page: its tags with attributes, ids, targets, headings and visible text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str, attribute: str) -> list[str]:
        return [value for name, attrs in self.tags if name == tag and (value := attrs.get(attribute)) is not None]


PAGE = Page(HTML)


class TestMarkdown:
    def test_every_note_is_defined_once_and_referred_to(self) -> None:
        defined = re.findall(r"^\[\^(\d+)\]:", MD, re.MULTILINE)
        used = re.findall(r"\[\^(\d+)\](?!:)", MD)
        assert len(defined) == len(set(defined))
        assert set(defined) == set(used)

    def test_every_set_of_rows_is_defined_and_referred_to(self) -> None:
        assert set(re.findall(r"\]\(#(r\d+)\)", MD)) == set(re.findall(r'<a id="(r\d+)">', MD))

    def test_every_note_opens_its_page(self) -> None:
        notes = re.findall(r"^\[\^\d+\]:.*$", MD, re.MULTILINE)
        assert len(notes) == len(GIVEN.events)
        assert all("](https://example.org/" in note for note in notes)

    def test_tables_have_as_many_cells_as_columns(self) -> None:
        for block in re.findall(r"(?:^\|.*\n)+", MD, re.MULTILINE):
            assert len({line.count("|") - line.count(r"\|") for line in block.strip().splitlines()}) == 1

    @pytest.mark.parametrize("hostile", ["[x](javascript:1)", "<script>", "a|b", "*b*", "# h", "1. x", "`c`", "![i](u)"])
    def test_texts_are_shown_as_they_stand(self, hostile: str) -> None:
        written = write_brief(about(meeting("UN", "AFG-AUTH", words=hostile)), "md")
        assert plain(hostile) in written
        assert hostile == plain(hostile) or f"“{hostile}" not in written


class TestHtml:
    def test_every_link_within_the_page_arrives(self) -> None:
        ids = [attrs["id"] for _, attrs in PAGE.tags if "id" in attrs]
        assert len(ids) == len(set(ids))
        assert {href[1:] for href in PAGE.all("a", "href") if href.startswith("#")} <= set(ids)

    def test_every_note_is_referred_to(self) -> None:
        notes = {attrs["id"] for tag, attrs in PAGE.tags if tag == "li" and "id" in attrs}
        assert len(notes) == len(GIVEN.events)
        assert notes <= {href[1:] for href in PAGE.all("a", "href")}

    def test_it_runs_nothing_and_asks_for_nothing(self) -> None:
        assert not {"script", "link", "img", "iframe", "object", "embed", "form", "base"} & {tag for tag, _ in PAGE.tags}
        assert not [name for _, attrs in PAGE.tags for name in attrs if name.startswith("on") or name in ("src", "srcset")]
        assert not re.search(r"url\(|@import", HTML)
        assert [content for content in PAGE.all("meta", "content") if content.startswith("default-src 'none'")]

    def test_addresses_leave_no_trace_and_are_only_of_the_web(self) -> None:
        outward = [attrs for tag, attrs in PAGE.tags if tag == "a" and not (attrs.get("href") or "").startswith("#")]
        assert outward
        assert all(attrs.get("rel") == "noopener noreferrer" and (attrs["href"] or "").startswith("https://") for attrs in outward)

    @pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", None])
    def test_no_other_address_is_opened(self, url: str | None) -> None:
        page = document(url=url)
        written = write_brief(material([reading(meeting("UN", "AFG-AUTH", of=page), of=page)], "afghanistan"), "html")
        assert "<cite>Title of one</cite>" in written
        assert not url or url not in written

    def test_hostile_texts_are_text(self) -> None:
        bad = '<script>alert("x")</script><img src=x onerror=y>'
        page = document(title=bad, publisher=bad)
        made = Page(
            write_brief(
                material([reading(meeting("UN", "AFG-AUTH", of=page, words=bad, place=bad), of=page)], "afghanistan"), "html"
            )
        )
        assert not {"script", "img"} & {tag for tag, _ in made.tags}

    def test_language_skip_link_headings_and_captions(self) -> None:
        assert PAGE.all("html", "lang") == ["en"]
        assert next(attrs for tag, attrs in PAGE.tags if tag == "a") == {"class": "skip", "href": "#main"}
        levels = [int(tag[1]) for tag, _ in PAGE.tags if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(b - a <= 1 for a, b in pairwise(levels))
        tags = [tag for tag, _ in PAGE.tags]
        assert tags.count("table") == tags.count("caption") > 3
        assert set(PAGE.all("th", "scope")) == {"col", "row"}

    def test_light_and_dark(self) -> None:
        assert "prefers-color-scheme: dark" in HTML
        assert "@media print" in HTML


@pytest.mark.parametrize("written", [MD, HTML], ids=["md", "html"])
class TestBoth:
    def test_what_every_reader_must_know_stands_at_the_top(self, written: str) -> None:
        top = written[written.index("Who engages whom") :][:16000] if "<style>" in written else written[:1500]
        assert "Machine-read, not reviewed." in top
        assert "documents chosen by hand, no sampling frame" in top

    def test_nothing_is_counted_in_ones_with_a_plural(self, written: str) -> None:
        text = re.sub(r"<[^>]+>", "", written)
        assert not re.search(r"\b(1|one) (events|documents|parties|pairs|publishers|months|people)\b", text)
        assert "no event " not in text.replace("held no event", "")

    def test_no_rate_no_share_and_no_rise(self, written: str) -> None:
        own = re.sub(
            r"“[^”]*”|<(blockquote|q|cite|style)\b.*?</\1>|\]\([^)]*\)|^\[\^\d+\]:.*$", "", written, flags=re.DOTALL | re.MULTILINE
        )
        assert not re.findall(r"%|\bper cent\b|\brate\b|\bincreas|\bdecreas|\buptick\b|\brose\b|\btrend", own)

    def test_loaded_words_are_only_quoted(self, written: str) -> None:
        own = re.sub(r"“[^”]*”|<(blockquote|q|cite)\b.*?</\1>|\[[^\]]*\]\(http[^)]*\)", "", written, flags=re.DOTALL)
        assert not re.findall(
            r"\bregime\b|\bjunta\b|\bterror|\bTaliban\b|\bso-called\b", own.replace("United States and Taliban", "")
        )

    def test_what_was_set_aside_is_named(self, written: str) -> None:
        assert "broken.pdf" in written


def test_every_sentence_with_a_number_names_its_unit() -> None:
    dates = r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b\d{4}\b"
    for section in compose(GIVEN).sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                words = "".join(
                    part if isinstance(part, str) else part.words for part in block.line if not hasattr(part, "language")
                )
                for sentence in re.split(r"(?<=[.;])\s", re.sub(dates, "", words)):
                    assert not re.search(r"\d", sentence) or re.search(UNITS, sentence), sentence


@pytest.mark.parametrize("form", ["md", "html"])
def test_the_order_of_the_readings_does_not_matter(form: str) -> None:
    shuffled = list(readings())
    random.Random(7).shuffle(shuffled)
    again = material(shuffled, "afghanistan", GIVEN.set_aside)
    assert write_brief(again, form) == (MD if form == "md" else HTML)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("case", ["none", "afghanistan"])
def test_nothing_at_all_makes_a_brief_too(form: str, case: str) -> None:
    written = write_brief(material([], case), form)  # type: ignore[arg-type]
    assert "read no documents" in written
    assert "Notes" not in written


def test_a_sampled_record_is_not_called_a_demonstration() -> None:
    written = write_brief(about(meeting("UN", "AFG-AUTH"), sampled=True), "md")
    assert "Demonstration" not in written
    assert "Machine-read, not reviewed." in written


def test_what_people_reviewed_is_told_at_the_top() -> None:
    seen, unseen, unsure = (meeting("UN", "AFG-AUTH") for _ in range(3))
    seen, unsure = (
        msgspec.structs.replace(each, review=Review(verdict=verdict, by="anna", decision=1))
        for each, verdict in ((seen, "corrected"), (unsure, "unsure"))
    )
    assert reviewed((unseen, unsure)) == reviewed(()) == MACHINE_READ
    assert "People reviewed 1 of three events; nobody has checked the others." in reviewed((seen, unseen, unsure))
    assert reviewed((seen,)) == ALL_REVIEWED


def test_every_country_s_documents_make_a_brief_without_a_case() -> None:
    written = write_brief(material(readings(""), "none"), "md")
    assert "the de facto authorities of Myanmar" in written
    assert "the de facto authorities of Afghanistan" in written


def test_figures_that_rest_on_few_events_name_their_notes() -> None:
    written = write_brief(about(meeting("UN", "AFG-AUTH")), "md")
    assert "found one event[^1] that concerns" in written
    assert "Rows behind the figures" not in written


def test_incomplete_events_are_counted_and_stand_in_no_figure() -> None:
    written = write_brief(about(meeting("UN", "AFG-AUTH"), event(who("UN"), who(None, "target"), complete=False)), "md")
    assert "found one event[^1]" in written
    assert "One event lacks a party that could not be told" in written
