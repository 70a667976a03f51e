"""The pages in a real browser: journeys by pointer and by keys alone, axe, both themes, narrow and wide, and no request elsewhere.

Skips, with how to get it, where there is no Chromium. The server is a process of its own, so that nothing here opens a socket.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .browsing import PROGRAM, Served, Watched, serious
from .endless import CROWD, ONE, endless
from .making import filled
from .seconding.making import coded_twice
from .translating import pseudo

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium here: apt-get install chromium runs these tests")

EVENT = "aaaa000000000000"
LARGEST = 500_000
"""Characters of a page, at most."""
PAGES = (
    "/", "/engagements", "/engagements?conflict=yes", "/actors", "/parties/AFG-AUTH", "/people/p.muttaqi", "/documents",
    "/documents/aaaa",
    "/instruments", "/calendar", "/network", "/map", "/map?view=near", "/coverage", "/runs", "/help",
    "/review", "/review?document=aaaa", f"/events/{EVENT}",
    f"/review/{EVENT}", "/answers", "/answers/balance", "/answers/recognition", "/answers/trend",
    "/answers/voices", "/answers/reactions", "/answers/changes", "/pairs",
    "/nothing-here", "/enter", "/second?by=cleo&pool=all", "/adjudication?by=cleo",
)  # fmt: skip


def pages(served: Served) -> tuple[str, ...]:
    """The pages, with those of passages, which are called after their words."""
    return (*PAGES, f"/second/{served.free}?by=cleo&pool=all", f"/adjudication/{served.twice}?by=cleo")


def serving(folder: Path, *options: str) -> Iterator[Served]:
    """The server of a record, until it is no longer needed."""
    pseudo(folder)
    with filled(folder / "verbale.db") as record:
        twice, free = coded_twice(record)
    yield from listening(folder, *options, twice=twice, free=free)


def listening(folder: Path, *options: str, twice: str = "", free: str = "") -> Iterator[Served]:
    """The server of the record in a folder."""
    words = [Path(sys.executable).with_name("verbale"), "serve", "--port", "0", "--by", "anna", *options]
    with subprocess.Popen(words, cwd=folder, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            found = re.search(r"open (\S+)", process.stderr.readline())
            assert found
            yield Served(found[1].partition("/enter")[0], found[1], twice, free)
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    yield from serving(tmp_path_factory.mktemp("served"))


def entered(chromium: Any, served: Served, **context: Any) -> Watched:
    made = chromium.new_context(**context)
    made.set_default_timeout(60_000)
    watched = Watched(made.new_page(), served.base)
    watched.page.goto(served.address)
    watched.page.wait_for_url(served.base + "/")
    return watched


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
def test_axe_finds_nothing_serious_on_any_page(chromium: Any, served: Served, scheme: str) -> None:
    watched = entered(chromium, served, color_scheme=scheme, reduced_motion="reduce")
    found = {}
    for path in pages(served):
        watched.page.goto(served.base + path)
        watched.page.eval_on_selector_all("details", "all => all.forEach(each => each.open = true)")
        if faults := serious(watched.page):
            found[path] = faults
    assert found == {}
    assert [fault for fault in watched.faults if "404" not in fault] == []


def test_axe_would_find_a_fault(chromium: Any, served: Served) -> None:
    page = entered(chromium, served).page
    page.evaluate("document.querySelector('.search label').remove(); document.querySelector('.search input').placeholder = ''")
    assert any(each.startswith("label") for each in serious(page))


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The same pages in a language that is written from right to left."""
    yield from serving(tmp_path_factory.mktemp("translated"), "--language", "fa.po")


@pytest.mark.long
def test_pages_that_are_written_from_right_to_left(chromium: Any, translated: Served) -> None:
    """Nothing is wider than the screen, axe finds nothing serious, and what stood to the left stands to the right."""
    found: dict[str, object] = {}
    for width in (390, 1440):
        watched = entered(chromium, translated, viewport={"width": width, "height": 800})
        for path in pages(translated):
            watched.page.goto(translated.base + path)
            if (needed := watched.page.evaluate("document.documentElement.scrollWidth")) > width:
                found[path] = needed
            if width > 1000 and (faults := serious(watched.page)):
                found[path] = faults
    page = watched.page
    page.goto(f"{translated.base}/map")
    menu, main = page.locator("nav.rooms").bounding_box(), page.locator("main").bounding_box()
    assert page.evaluate("document.documentElement.dir") == "rtl" and menu["x"] > main["x"]
    assert page.evaluate("getComputedStyle(document.querySelector('.map svg')).direction") == "ltr", "names lie where places do"
    page.goto(f"{translated.base}/engagements")
    x = "document.querySelectorAll('.timeline .bar')[{}].getBoundingClientRect().x"
    assert page.evaluate(f"{x.format(0)} > {x.format(1)}"), "time runs from right to left, as the words below it do"
    assert found == {}


@pytest.mark.parametrize("width", [320, pytest.param(1440, marks=pytest.mark.long)])
def test_nothing_is_wider_than_the_screen(chromium: Any, served: Served, width: int) -> None:
    watched = entered(chromium, served, viewport={"width": width, "height": 800})
    wide = {}
    for path in pages(served):
        watched.page.goto(served.base + path)
        needed = watched.page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            wide[path] = needed
    assert wide == {}


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("long")
    endless(folder / "verbale.db").close()
    yield from listening(folder)


ENDLESS = (
    "/", "/engagements", "/actors", "/parties/NOR", "/documents", "/documents/eeee", "/documents?q=Doha", "/pairs", "/instruments",
    "/network", "/map", "/coverage", "/runs", f"/events/{ONE}", f"/engagements/{ONE}", f"/engagements/{CROWD}",
    f"/events/{CROWD}", "/review", f"/review/{ONE}", f"/review/{CROWD}", "/second?by=cleo&pool=all", "/answers/balance",
    "/answers/voices", "/answers/pressure",
)  # fmt: skip


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_what_is_very_long_stays_within_the_screen(chromium: Any, long: Served, width: int) -> None:
    watched = entered(chromium, long, viewport={"width": width, "height": 800})
    found: dict[str, object] = {}
    for path in ENDLESS:
        answer = watched.page.goto(long.base + path)
        needed, told = watched.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.outerHTML.length]")
        if needed > width or told > LARGEST or answer.status != 200:
            found[path] = needed, told, answer.status
    assert found == {} and watched.faults == []


def test_an_analyst_goes_from_a_figure_to_its_words(chromium: Any, served: Served) -> None:
    from playwright.sync_api import expect

    watched = entered(chromium, served)
    page = watched.page
    page.click("p.lead a:has-text('engagements')")
    page.click(".facets a:has-text('Contact')")
    page.wait_for_url("**type=CONSULT**")
    page.reload()
    expect(page.locator("li.entry")).to_have_count(2)
    page.click("li.entry .act a >> nth=0")
    page.click("article.report h3 a >> nth=0")
    expect(page.locator("mark.m-evidence")).not_to_have_count(0)
    expect(page.locator(".tag:has-text('towards')")).to_have_count(1)
    assert watched.faults == []


def test_a_sentence_and_its_footnote_are_copied(chromium: Any, served: Served) -> None:
    watched = entered(chromium, served, permissions=["clipboard-read", "clipboard-write"])
    watched.page.goto(f"{served.base}/events/{EVENT}")
    watched.page.click("button[data-copies]")
    watched.page.wait_for_selector(".copied:has-text('Copied')")
    words = watched.page.evaluate("navigator.clipboard.readText()")
    assert words.startswith("Meeting of the United Nations")
    assert "UNAMA, “Meeting in Kabul”, 13 July 2023, https://unama.example/1. Event aaaa" in words


def test_a_reviewer_decides_with_single_keys_and_undoes(chromium: Any, served: Served) -> None:
    watched = entered(chromium, served)
    page = watched.page
    page.goto(f"{served.base}/review/{EVENT}?order=document")
    page.keyboard.press("a")
    page.wait_for_selector(".said:has-text('Accepted')")
    page.wait_for_load_state("load")
    page.keyboard.press("z")
    page.wait_for_selector(".said:has-text('undone')")
    page.wait_for_load_state("load")
    assert EVENT in page.url
    page.keyboard.press("x")
    assert page.evaluate("document.activeElement.id") == "reason"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".said:has-text('Rejected')")
    page.wait_for_load_state("load")
    page.keyboard.press("z")
    page.wait_for_selector(".said:has-text('undone')")
    page.wait_for_load_state("load")
    page.keyboard.press("?")
    assert page.evaluate("document.getElementById('keysheet').open")
    assert watched.faults == []


def test_enter_in_a_correction_corrects_and_in_another_field_does_nothing(chromium: Any, served: Served) -> None:
    page = entered(chromium, served, viewport={"width": 390, "height": 800}).page
    page.goto(f"{served.base}/review/{EVENT}")
    pane, words = page.locator(".evidence .document").bounding_box(), page.locator("mark.m-evidence").first.bounding_box()
    assert pane["y"] <= words["y"] < pane["y"] + pane["height"], "the marked words are in view in their pane"
    page.press("input[name=why]", "Enter")
    page.wait_for_timeout(200)
    assert page.locator(".said p").count() == 0
    page.click("#correct > summary")
    page.fill("input[name=place]", "Herat")
    page.press("input[name=place]", "Enter")
    page.wait_for_selector(".said:has-text('Corrected')")
    page.wait_for_load_state("load")
    page.keyboard.press("z")
    page.wait_for_selector(".said:has-text('undone')")


def test_what_narrows_the_list_down_is_folded_above_it_and_open_beside_it(chromium: Any, served: Served) -> None:
    facet, entry = ".facets .time", "li.entry"
    narrow = entered(chromium, served, viewport={"width": 390, "height": 800}).page
    narrow.goto(f"{served.base}/engagements")
    assert not narrow.is_visible(facet)
    narrow.click(".narrowing > summary")
    assert narrow.locator(facet).bounding_box()["y"] < narrow.locator(entry).first.bounding_box()["y"]
    wide = entered(chromium, served, viewport={"width": 1440, "height": 800}).page
    wide.goto(f"{served.base}/engagements")
    assert wide.is_visible(facet) and not wide.is_visible(".narrowing > summary")
    assert wide.locator(facet).bounding_box()["x"] < wide.locator(entry).first.bounding_box()["x"]


def test_a_table_that_is_wider_than_its_room_shows_that_there_is_more(chromium: Any, served: Served) -> None:
    page = entered(chromium, served, viewport={"width": 320, "height": 800}).page
    page.goto(f"{served.base}/answers/recognition")
    shadows = page.evaluate("getComputedStyle(document.querySelector('.wide')).backgroundAttachment")
    assert shadows == "local, local, scroll, scroll"


def test_keys_do_nothing_in_a_field_or_when_they_are_off(chromium: Any, served: Served) -> None:
    watched = entered(chromium, served)
    page = watched.page
    page.goto(f"{served.base}/review/{EVENT}")
    page.fill("input[name=why]", "")
    page.type("input[name=why]", "a x u z")
    assert page.input_value("input[name=why]") == "a x u z"
    page.uncheck("#keys")
    page.click("h1")
    page.keyboard.press("a")
    page.wait_for_timeout(200)
    assert EVENT in page.url
    page.reload()
    assert not page.is_checked("#keys")
    page.check("#keys")


def test_a_second_coder_codes_blind_with_single_keys(chromium: Any, served: Served) -> None:
    watched = entered(chromium, served)
    page = watched.page
    page.goto(f"{served.base}/second?by=dora&pool=all")
    page.keyboard.press("s")
    page.wait_for_url(re.compile(r"/second/\w{16}\?"))
    page.goto(f"{served.base}/second/{served.free}?by=dora&pool=all")
    assert page.locator("mark.m-evidence").count() == 1
    assert page.locator("mark .tag").count() == 0, "no field is marked"
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.name") == "act0.type"
    page.select_option("[name='act0.type']", "CONSULT/meet")
    for field, words in (("source", "Norway"), ("target", "the activist Farzana Noorzai=AFG-WOM")):
        page.fill(f"[name='act0.{field}']", words)
    page.click("h1")
    page.keyboard.press("s")
    page.wait_for_selector(".said:has-text('Kept')")
    page.wait_for_load_state("load")
    page.keyboard.press("z")
    page.wait_for_selector(".said:has-text('undone')")
    page.wait_for_load_state("load")
    page.keyboard.press("n")
    page.wait_for_selector(".said:has-text('Kept')")
    page.wait_for_load_state("load")
    page.keyboard.press("z")
    page.wait_for_selector(".said:has-text('undone')")
    assert watched.faults == []


def test_two_codings_are_adjudicated_with_single_keys(chromium: Any, served: Served) -> None:
    watched = entered(chromium, served)
    page = watched.page
    page.goto(f"{served.base}/adjudication?by=cleo")
    page.keyboard.press("s")
    page.wait_for_url(re.compile(served.twice))
    assert page.locator("tbody.differs").count() == 2
    assert page.locator("tbody.current th").inner_text().startswith("status")
    page.keyboard.press("2")
    assert page.locator("tbody.current th").inner_text().startswith("place")
    page.keyboard.press("3")
    assert page.evaluate("document.activeElement.name") == "own0.place"
    page.click("h1")
    page.keyboard.press("0")
    assert page.locator("#settle input:checked").count() == 0
    page.keyboard.press("1")
    page.keyboard.press("2")
    chosen = page.eval_on_selector_all("#settle input:checked", "all => all.map(each => `${each.name} ${each.value}`)")
    assert chosen == ["slot0.status 1", "slot0.place 2"]
    page.keyboard.press("s")
    page.wait_for_selector(".said:has-text('Adjudicated')")
    page.wait_for_load_state("load")
    assert "Nothing is left to adjudicate" in page.inner_text("main")
    page.keyboard.press("z")
    page.wait_for_selector(".said:has-text('undone')")
    assert watched.faults == []


def test_selected_words_are_taken_into_a_field(chromium: Any, served: Served) -> None:
    watched = entered(chromium, served)
    page = watched.page
    page.goto(f"{served.base}/review/{EVENT}")
    page.keyboard.press("e")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('mark.m-who'))")
    page.wait_for_timeout(100)
    page.click("label:has(input[name=place]) .take")
    assert "Markus Potzel" in page.input_value("input[name=place]")


def test_everything_is_reached_by_keys_alone(chromium: Any, served: Served) -> None:
    page = entered(chromium, served).page
    page.goto(f"{served.base}/engagements")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('li.entry')"):
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/engagements/g\."))


@pytest.mark.parametrize("width", [390, 1440])
def test_the_menu_shows_its_groups_and_opens_one_by_keys(chromium: Any, served: Served, width: int) -> None:
    page = entered(chromium, served, viewport={"width": width, "height": 900}).page
    page.goto(f"{served.base}/documents")
    shown = "[...document.querySelectorAll('nav.rooms a')].filter(each => each.checkVisibility()).length"
    assert page.evaluate(shown) <= 6, "those of the group of the page, the overview and the help"
    page.focus("nav.rooms summary:has-text('Answers')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Balance"
    page.keyboard.press("Enter")
    page.wait_for_url("**/answers/balance")
    assert page.is_visible("nav.rooms a[aria-current=page]:has-text('Balance')")


def test_every_target_is_large_enough_for_a_finger(chromium: Any, served: Served) -> None:
    page = entered(chromium, served, viewport={"width": 390, "height": 800}).page
    page.goto(f"{served.base}/review/{EVENT}")
    small = page.eval_on_selector_all(
        "button, select, input:not([type=hidden]), summary, .rooms a",
        "all => all.map(each => [each.getBoundingClientRect(), each.outerHTML.slice(0, 90)])"
        ".filter(([box]) => box.width && (box.height < 24 || box.width < 24)).map(([, words]) => words)",
    )
    assert small == []


def test_print_leaves_out_what_cannot_be_pressed(chromium: Any, served: Served) -> None:
    page = entered(chromium, served).page
    page.goto(f"{served.base}/events/{EVENT}")
    page.emulate_media(media="print")
    assert not page.is_visible("nav.rooms")
    assert page.is_visible(".document")


def test_forced_colours_keep_marks_apart(chromium: Any, served: Served) -> None:
    page = entered(chromium, served, forced_colors="active").page
    page.goto(f"{served.base}/events/{EVENT}")
    assert page.evaluate("getComputedStyle(document.querySelector('mark.m-evidence')).borderTopStyle") == "solid"


def test_hostile_words_do_nothing(chromium: Any, served: Served) -> None:
    watched = entered(chromium, served)
    for path in ("/engagements?q=<script>alert(1)</script>", "/documents?q=%22><img src=x onerror=alert(1)>", "/documents/cccc"):
        watched.page.goto(served.base + path)
    assert watched.faults == []


def test_a_published_site_opens_from_disk(chromium: Any, tmp_path: Path) -> None:
    from verbale.web.publishing import Wish, publish

    with filled(tmp_path / "verbale.db") as record:
        folder = publish(record, "afghanistan", tmp_path / "site", Wish(machine_read=True)).folder
    watched = Watched(chromium.new_page(), folder.as_uri())
    page = watched.page
    faults = {}
    for path in sorted(folder.glob("*.html")):
        page.goto(path.as_uri())
    assert watched.faults == []
    for path in sorted(folder.glob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Georgia")
        if found := serious(page):
            faults[path.name] = found
    assert faults == {}
    watched.faults.clear()  # axe itself asks for the styles, which the policy of a site from disk refuses
    page.goto((folder / "index.html").as_uri())
    page.click("text=All 3 engagements")
    page.click("li.entry .act a >> nth=0")
    assert page.locator("article.report").count()
    assert watched.faults == []
