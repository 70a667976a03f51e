"""The brief as a whole, in both formats, over the synthetic gold documents."""

from __future__ import annotations

import random
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import msgspec
import pytest

from tests.brief.gold import readings
from tests.brief.making import about, alone, document, event, meeting, reading, text_of, told, who
from verbale.analysis.sampling import Frame
from verbale.brief import compose, material
from verbale.brief.compose import ALL_REVIEWED, MACHINE_READ, reviewed
from verbale.brief.markdown import plain
from verbale.brief.notes import lines
from verbale.brief.page import Link, Paragraph, Quote, Rows
from verbale.brief.referring import References
from verbale.model import Event, Evidence, Review, SetAside

GIVEN = material(
    readings(), "afghanistan", [SetAside(path="in/broken.pdf", reason="truncated", message="The file ends early.", hint="")]
)
MD = text_of(GIVEN, "md")
HTML = text_of(GIVEN, "html")
COMPOSED = compose(GIVEN)
UNITS = r"contact|act|event|document|part(y|ies)|pair|publisher|month|people|person|name|input|citation|note|words"


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
        assert len(notes) == len(COMPOSED.notes)
        bare = [note for note in notes if not re.search(r"\]\(https://example.org/|not told further", note)]
        kept = {note.number for note in COMPOSED.notes if not any(report.link.url for report in note.reports)}
        # what would lead to contact with a side in arms is told without its page, by its month
        assert {int(note[2 : note.index("]")]) for note in bare} <= kept and len(bare) < len(notes) / 2

    def test_tables_have_as_many_cells_as_columns(self) -> None:
        for block in re.findall(r"(?:^\|.*\n)+", MD, re.MULTILINE):
            assert len({line.count("|") - line.count(r"\|") for line in block.strip().splitlines()}) == 1

    @pytest.mark.parametrize("hostile", ["[x](javascript:1)", "<script>", "a|b", "*b*", "# h", "1. x", "`c`", "![i](u)"])
    def test_texts_are_shown_as_they_stand(self, hostile: str) -> None:
        written = text_of(about(meeting("UN", "AFG-AUTH", words=hostile)), "md")
        assert plain(hostile) in written
        assert hostile == plain(hostile) or f"“{hostile}" not in written


class TestHtml:
    def test_every_link_within_the_page_arrives(self) -> None:
        ids = [attrs["id"] for _, attrs in PAGE.tags if "id" in attrs]
        assert len(ids) == len(set(ids))
        assert {href[1:] for href in PAGE.all("a", "href") if href.startswith("#")} <= set(ids)

    def test_every_note_is_referred_to(self) -> None:
        notes = {attrs["id"] for tag, attrs in PAGE.tags if tag == "li" and "id" in attrs}
        assert len(notes) == len(COMPOSED.notes)
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
        written = text_of(material([reading(meeting("UN", "AFG-AUTH", of=page), of=page)], "afghanistan"), "html")
        assert "<cite>Title of one</cite>" in written
        assert not url or url not in written

    def test_hostile_texts_are_text(self) -> None:
        bad = '<script>alert("x")</script><img src=x onerror=y>'
        page = document(title=bad, publisher=bad)
        made = Page(
            text_of(material([reading(meeting("UN", "AFG-AUTH", of=page, words=bad, place=bad), of=page)], "afghanistan"), "html")
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

    def test_a_small_drawing_is_not_blown_up_to_the_page_s_width(self) -> None:
        written = text_of(about(meeting("UN", "AFG-AUTH")), "html")
        drawn = re.findall(r'max-inline-size: (\d+)px">\s*<svg[^>]*viewBox="0 0 ([\d.]+)', written)
        assert len(drawn) == 3 and all(int(shown) <= 1.5 * float(width) + 1 for shown, width in drawn)

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
        assert not re.search(r"\b(1|one) (contacts|acts|events|documents|parties|pairs|publishers|months|people)\b", text)
        assert "no contact " not in text.replace("no contact is reported", "")

    def test_no_rate_no_share_and_no_rise(self, written: str) -> None:
        own = re.sub(
            r"“[^”]*”|<(blockquote|q|cite|style)\b.*?</\1>|\]\([^)]*\)|^\[\^\d+\]:.*$", "", written, flags=re.DOTALL | re.MULTILINE
        )
        assert not re.findall(r"%|\bper cent\b|\brate\b|\bincreas|\bdecreas|\buptick\b|\brose\b|\btrend", own)

    def test_loaded_words_are_only_quoted(self, written: str) -> None:
        own = re.sub(r"“[^”]*”|<(blockquote|q|cite)\b.*?</\1>|\[[^\]]*\]\(http[^)]*\)", "", written, flags=re.DOTALL)
        assert not re.findall(
            r"\bregime\b|\bjunta\b|(?<!counter-)\bterror|\bTaliban\b|\bso-called\b", own.replace("United States and Taliban", "")
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
    assert text_of(again, form) == (MD if form == "md" else HTML)


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("case", ["none", "afghanistan"])
def test_nothing_at_all_makes_a_brief_too(form: str, case: str) -> None:
    written = text_of(material([], case), form)
    assert "read no documents" in written
    assert "Notes" not in written


def test_a_sampled_record_is_not_called_a_demonstration() -> None:
    frame = Frame(name="Three outlets", how="every page", since="2023", until="2023")
    written = text_of(about(meeting("UN", "AFG-AUTH"), frame=frame), "md")
    assert "by hand" not in written
    assert "Sampling frame “Three outlets”" in written
    assert "Machine-read, not reviewed." in written


def test_what_people_reviewed_is_told_at_the_top() -> None:
    seen, unseen, unsure = (meeting("UN", "AFG-AUTH") for _ in range(3))
    seen, unsure = (
        msgspec.structs.replace(each, review=Review(verdict=verdict, by="anna", decision=1))
        for each, verdict in ((seen, "corrected"), (unsure, "unsure"))
    )
    assert _reviewed(unseen, unsure) == _reviewed() == MACHINE_READ
    assert "People reviewed 1 of three acts; nobody has checked the others." in _reviewed(seen, unseen, unsure)
    assert _reviewed(seen) == ALL_REVIEWED


def _reviewed(*events: Event) -> str:
    return reviewed(about(*events).acts)


def test_every_country_s_documents_make_a_brief_without_a_case() -> None:
    written = text_of(material(readings(""), "none"), "md")
    assert "the de facto authorities of Myanmar" in written
    assert "the de facto authorities of Afghanistan" in written


def test_figures_that_rest_on_few_events_name_their_notes() -> None:
    written = text_of(about(meeting("UN", "AFG-AUTH")), "md")
    assert "with the de facto authorities in one contact[^1]" in written
    assert "Acts behind the figures" not in written


def test_of_a_figure_that_rests_on_more_acts_than_anybody_reads_the_latest_have_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verbale.brief.notes.MOST", 4)
    given = about(*(meeting("UN", "AFG-AUTH", date=f"2023-05-{day:02}") for day in range(1, 7)))
    brief = compose(given)
    figure = next(each for each in brief.row_sets if each.size == 6)
    assert figure.words == "six contacts; notes of the latest 4, and all of them in the record" and len(figure.notes) == 4
    assert "1 May 2023" not in "".join(note.act for note in brief.notes)
    assert [References(brief).of(Rows("", tuple(each.id for each in given.contacts)))[0]] == [figure.name]


def test_incomplete_acts_are_counted_and_stand_in_no_figure() -> None:
    written = text_of(about(meeting("UN", "AFG-AUTH"), event(who("UN"), who(None, "target"), complete=False)), "md")
    assert "with the de facto authorities in one contact[^1]" in written
    assert "One act lacks a party that could not be told" in written


def test_an_act_is_counted_once_however_many_documents_report_it() -> None:
    pages = [document(key, publisher=key) for key in ("one", "two", "three")]
    same = [meeting("UN", "AFG-AUTH", of=page, words=f"They met, says {page.key}.") for page in pages]
    given = material([reading(e, of=p) for e, p in zip(same, pages, strict=True)], "afghanistan", engaged=[told(*same)])
    written = text_of(given)
    assert "with the de facto authorities in one contact[^1]" in written
    (note,) = compose(given).notes
    assert [report.quote.words for report in note.reports] == [f"They met, says {page.key}." for page in pages]
    assert [report.link.url for report in note.reports] == [page.url for page in pages]
    assert "| United Nations | Authorities | 1 | not told | 1 May 2023 | [^1] |" in written


def test_the_readings_are_matched_where_no_acts_are_given() -> None:
    pages = [document(key, publisher=key, text=f"The envoy met the minister in Kabul, {key} writes.") for key in ("one", "two")]
    muttaqi = {"name": "Amir Khan Muttaqi", "actor": "p.muttaqi"}
    same = [event(who("UN"), who("AFG-AUTH", "target", **muttaqi), of=page, place="Kabul", words=page.text) for page in pages]
    given = material([reading(e, of=p) for e, p in zip(same, pages, strict=True)], "afghanistan")
    assert len(given.contacts) == 1


def test_contact_with_a_side_in_arms_is_counted_and_not_told() -> None:
    brief = compose(about(meeting("USA", "AFG-ARM", words="They met in the hills.", place="Panjshir", date="2023-05-01")))
    written = text_of(about(meeting("USA", "AFG-ARM", words="They met in the hills.", place="Panjshir", date="2023-05-01")))
    assert "Of contact with a side in arms nothing is told but how much of it was read: one act" in written
    assert not {"They met in the hills.", "Panjshir", "1 May 2023"} & {
        w for w in ("They met in the hills.", "Panjshir", "1 May 2023") if w in written
    }
    assert [(note.act, note.reports) for note in brief.notes] == [
        ("Contact with a side in arms; counted here and not told further", ())
    ]


def test_the_words_and_the_title_that_report_it_are_not_shown_with_another_act() -> None:
    page = document(title="Envoy sees fighters on 1 May", published="2023-05-02")
    armed = meeting("USA", "AFG-ARM", of=page, words="They met in the hills, then")
    beside = meeting("USA", "UZB", of=page, words="They met in the hills", date="2023-05-03")
    after = event(
        who("USA"), who("AFG-AUTH", "target"), of=page, date="2023-05-04",
        evidence=(Evidence(start=900, end=920, text="He flew to Kabul too"),),
    )  # fmt: skip
    brief = compose(about(armed, beside, after))
    assert [[(r.quote.words, r.link, r.published) for r in note.reports] for note in brief.notes] == [
        [], [], [("He flew to Kabul too", Link("page not named, as it may tell what is not told", ""), "May 2023")],
    ]  # fmt: skip
    assert not any(
        hidden in text_of(about(armed, beside, after))
        for hidden in ("hills", "fighters", "1 May 2023", "3 May 2023", "example.org")
    )


def test_a_few_words_in_a_note_are_given_in_their_sentence() -> None:
    text = "Norway has for three years met the authorities often in the capital."
    page = document(text=text)
    part = Evidence(start=0, end=10, text=text[:10])
    met = event(who("NOR"), who("AFG-AUTH", "target"), of=page, evidence=(part,))
    (note,) = compose(material([reading(met, of=page)], "afghanistan", engaged=[told(met)])).notes
    assert note.reports[0].quote.words == text


def test_an_act_whose_day_is_not_told_stands_where_its_month_does() -> None:
    armed = meeting("USA", "AFG-ARM", date="2023-05-20", of=document("two"))
    brief = compose(about(meeting("USA", "AFG-AUTH", date="2023-05-02"), armed, meeting("USA", "AFG-AUTH", date="2023-05-25")))
    assert "not told further" in brief.notes[0].act


class TestPeriod:
    GIVEN = (
        meeting("UN", "AFG-AUTH", date="2023-01-15"), meeting("EU", "AFG-WOM", date="2023-02-01"),
        meeting("UN", "AFG-AUTH", date="2023-05-01"), meeting("CHN", "AFG-AUTH", date="2023-06-30"),
        meeting("CHN", "AFG-AUTH", date="2023-07-01"), meeting("RUS", "AFG-AUTH", date=None),
    )  # fmt: skip

    def test_only_the_period_is_counted_and_the_one_before_compared(self) -> None:
        written = text_of(about(*self.GIVEN, since="2023-04", until="2023-06"))
        assert "with the de facto authorities in two contacts[^3][^4]" in written
        assert "This period has two contacts[^3][^4] with the de facto authorities, after one[^1] in the period before, " in written
        assert "from 1 January 2023 to 31 March 2023" in written
        assert "In contact now and not before: China with the authorities[^4]." in written
        assert "In contact before and not now: the European Union with other Afghans[^2]." in written
        assert "| China | Authorities | 1 | 0 | [^4] |" in written
        assert "Russia" not in written and "One act has no date, so that no period can hold it" in written

    def test_with_nothing_read_before_nothing_is_compared(self) -> None:
        page = document(published="2023-05-02")
        written = text_of(material([reading(meeting("UN", "AFG-AUTH", of=page), of=page)], "afghanistan", since="2023-05"))
        assert "so nothing can be compared" in written

    def test_without_a_period_the_latest_contact_is_held_against_all_before(self) -> None:
        assert "In contact then as before: China with the authorities" in text_of(
            about(*self.GIVEN, meeting("CHN", "AFG-AUTH", date="2020"))
        )


class TestNotes:
    TEXT = "Asked on Monday, the envoy of Norway said that he had met the Taliban in Oslo, as his office wrote."

    def _read(self, words: str, **values: Any) -> Event:
        start = self.TEXT.index(words)
        part = Evidence(start=start, end=start + len(words), text=words)
        norway = who("NOR", name="Norway")
        people = (norway, who("AFG-AUTH", "target", "the Taliban"))
        found = event(*people, of=document(text=self.TEXT), evidence=(part,), confidence=0.4, **values)
        return msgspec.structs.replace(found, coder="grammar@2")

    def _notes(self, *events: Event) -> list[list[str]]:
        read = [reading(*events, of=document(text=self.TEXT))]
        brief = compose(material(read, "afghanistan", engaged=alone(*events)))
        return [[report.quote.words for report in note.reports] for note in brief.notes]

    def test_what_a_program_read_stands_in_its_whole_sentence(self) -> None:
        assert self._notes(self._read("he had met the Taliban")) == [[self.TEXT]]

    def test_acts_that_the_same_words_tell_share_a_note(self) -> None:
        twice = (self._read("he had met the Taliban"), self._read("had met the Taliban in Oslo", mode="visit", date="2023-04-30"))
        assert self._notes(*twice) == [[self.TEXT]]


def test_no_sentence_is_printed_twice() -> None:
    quoted = Counter(
        part.words
        for section in COMPOSED.sections
        for line in lines((section,))
        for part in line
        if isinstance(part, Quote) and len(part.words) > 60
    )
    assert quoted and {words for words, n in quoted.items() if n > 1} == set()
