"""The language of the pages: dates and numbers by Babel, messages from one file, and a page that is written from right to left."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import resources
from pathlib import Path

import msgspec
import pytest
from lxml import html

from verbale.errors import UsageError
from verbale.record import Record
from verbale.saying import dated, joined, numbered, said
from verbale.web.app import PAGES
from verbale.web.language import Language, spoken
from verbale.web.pages.answers import QUESTIONS
from verbale.web.publishing import Wish, publish
from verbale.web.render import environment, render
from verbale.web.site import Site

from .translating import OPEN, SHUT, pseudo

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2024-07-09", "9 July 2024"),
        ("2024-07", "July 2024"),
        ("2024", "2024"),
        ("2024-07-09T12:00:00Z", "9 July 2024"),
        ("", "undated"),
        (None, "undated"),
        ("2024-13-09", "2024-13-09"),
        ("2024-W28", "2024"),
    ],
)
def test_dates_are_told_as_exactly_as_they_are(date: str | None, told: str) -> None:
    assert spoken("en").day(date) == told


def test_numbers_are_told_as_the_language_has_them() -> None:
    english, german = spoken("en"), Language("de")
    assert [english.number(n) for n in (0, 1234567, 0.5, None, "A")] == ["0", "1,234,567", "0.50", "–", "A"]
    assert [german.number(n) for n in (1234567, 0.5)] == ["1.234.567", "0,50"]
    assert (german.day("2024-07-09"), german.direction) == ("9. Juli 2024", "ltr")
    assert (english.share(0.256), Language("ar").direction) == ("26%", "rtl")


def test_a_number_takes_the_form_that_its_language_has_for_it(tmp_path: Path) -> None:
    path = tmp_path / "pl.po"
    path.write_text(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2)\\n"\n\n'
        'msgid "one act"\nmsgid_plural "acts"\nmsgstr[0] "akt"\nmsgstr[1] "akty"\nmsgstr[2] "aktów"\n',
        encoding="utf-8",
    )
    assert [spoken(str(path)).ngettext("one act", "acts", n) for n in (1, 3, 5)] == ["akt", "akty", "aktów"]
    assert spoken(str(path)).ngettext("one day", "days", 3) == "days"


@pytest.mark.parametrize("name", ["xx", "nowhere/fa.po"])
def test_a_language_without_a_translation_is_refused_with_what_there_is(name: str) -> None:
    with pytest.raises(UsageError) as refused:
        spoken(name)
    assert "messages.pot" in refused.value.hint or ".po" in refused.value.hint


def test_every_page_speaks_the_language_of_its_site(site: Site, tmp_path: Path) -> None:
    told = msgspec.structs.replace(site, language=str(pseudo(tmp_path)))
    event = site.snapshot.events[0].id
    asked = {"engagement": event, "event": event, "reviewing": event, "party": "NOR", "person": "p.muttaqi", "document": "aaaa"}
    asked |= {"answer": "balance", "run": site.record.runs()[0].id if site.record else ""}
    bare = {}
    for name, maker in PAGES.items():
        if name in ("coding", "adjudicating"):
            continue
        page = html.fromstring(render(maker(told, {"id": asked[name]} if name in asked else {}), told))
        assert (page.get("lang"), page.get("dir")) == ("fa", "rtl")
        # whose account it is stands at the head of its column
        heads = "//main//th[@scope='col'][not(ancestor::section[@aria-labelledby='accounts'])]/text()"
        frame = page.xpath(f"//nav//a/text() | //nav//summary/text() | //main//section/h2/text() | {heads} | //main//button/text()")
        if found := [words for words in map(str.strip, frame) if words and not words.startswith(OPEN)]:
            bare[name] = found
    assert bare == {}


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_the_sentences_of_answers_are_said_in_the_language_of_the_site(site: Site, tmp_path: Path, name: str) -> None:
    told = msgspec.structs.replace(site, language=str(pseudo(tmp_path)))
    page = html.fromstring(render(PAGES["answer"](told, {"id": name}), told))
    sentences = page.xpath("//p[@class='finding']/bdi | //section[@class='method']/p/bdi | //section[@class='method']//li/bdi")
    assert sentences and [each.text_content() for each in sentences if OPEN not in each.text_content()] == []


def test_a_sentence_is_said_with_what_stands_in_it_or_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "de.po"
    path.write_text(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1)\\n"\n\n'
        'msgid "{n} act since {day}: {what}."\nmsgid_plural "{n} acts since {day}: {what}."\n'
        'msgstr[0] "{n} Akt seit {day}: {what}."\nmsgstr[1] "Seit {day} {n} Akte: {what}."\n\n'
        'msgid "a visit"\nmsgstr "ein Besuch"\n\nmsgid "of {them}"\nmsgstr "von {anybody}"\n',
        encoding="utf-8",
    )
    german = spoken(str(path))
    given = {"day": dated("2023-07-12", "12 July 2023"), "what": "a visit"}
    acts = [numbered(n, "{n} act since {day}: {what}.", "{n} acts since {day}: {what}.", **given) for n in (1, 1200)]
    assert acts == ["1 act since 12 July 2023: a visit.", "1200 acts since 12 July 2023: a visit."]
    assert list(map(german.said, acts)) == ["1 Akt seit 12. Juli 2023: ein Besuch.", "Seit 12. Juli 2023 1.200 Akte: ein Besuch."]
    assert german.said(joined(" + ", ("a visit", said("of {them}", them="all")))) == "ein Besuch + of all"
    assert spoken("en").said(acts[1]) == acts[1]


def test_what_documents_say_stays_as_it_is(site: Site, tmp_path: Path) -> None:
    told = msgspec.structs.replace(site, language=str(pseudo(tmp_path)))
    page = html.fromstring(render(PAGES["event"](told, {"id": site.snapshot.events[0].id}), told))
    words = page.xpath("//*[@class='document']//text()[not(ancestor::span[starts-with(@class, 'tag')])]")
    assert words and OPEN not in "".join(words) and page.xpath("//*[@class='document']/@lang") == ["en"]


def test_a_published_site_can_speak_another_language(record: Record, tmp_path: Path) -> None:
    folder = publish(record, "afghanistan", tmp_path / "site", Wish(machine_read=True, language=str(pseudo(tmp_path)))).folder
    page = html.fromstring((folder / "map.html").read_text(encoding="utf-8"))
    assert page.get("dir") == "rtl" and page.xpath("string(//h1)") == f"{OPEN}Map{SHUT}"


def bare(source: str) -> set[str]:
    """Words of a template that stand outside its messages, but for names and what is typed."""
    text, inside, opened = "", False, False
    for _line, kind, value in environment().lex(source):
        if opened and kind == "name":
            inside, opened = value == "trans" or (inside and value != "endtrans"), False
        opened = opened or kind == "block_begin"
        text += value if kind == "data" and not inside else "\0"
    words = re.sub(r"<(code|kbd)>.*?</\1>|<[^>]*>|&\w+;", " ", text, flags=re.DOTALL)
    return {*re.findall(r"[A-Za-z][\w.]+", words)} - {"Verbale", "events.csv", "events.jsonl", "manifest.json"}


def test_words_outside_a_message_are_found() -> None:
    assert bare("<p title='x'>Bare {% trans n=1 %}told {{ n }}{% endtrans %} {{ _('said') }} <kbd>key</kbd></p>") == {"Bare"}


def test_no_template_has_words_outside_a_message() -> None:
    folder = resources.files("verbale.web").joinpath("templates")
    found = {each.name: bare(each.read_text(encoding="utf-8")) for each in folder.iterdir() if each.name.endswith(".j2")}
    assert {name: words for name, words in found.items() if words} == {}


def test_the_catalogue_is_what_the_pages_say() -> None:
    done = subprocess.run([sys.executable, ROOT / "tools" / "make_messages.py", "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
