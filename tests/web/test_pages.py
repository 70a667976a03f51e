"""What the pages say: every number leads to as many rows, words of documents stay words, and the unreviewed says so."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from lxml import html
from starlette.testclient import TestClient

from verbale.analysis.minutes import minutes
from verbale.brief.material import material
from verbale.engagements import Engaged
from verbale.engagements.counting import CONFERENCES, READINGS, UNITS, VIEWS
from verbale.model import Attribution, Coded, Mention, Participant, Said
from verbale.record import Decision, Record, open_record
from verbale.web.app import PAGES
from verbale.web.facets import Index
from verbale.web.pages.answers import QUESTIONS
from verbale.web.pages.asking import usual
from verbale.web.render import environment, render
from verbale.web.site import Site, snapshot
from verbale.web.sureness import Standing, standing
from verbale.web.telling import field

from ..record.making import make_document
from .making import event, who

LISTS = (
    "/",
    "/engagements",
    "/actors",
    "/instruments",
    "/calendar",
    "/network",
    "/map",
    "/coverage",
    "/runs",
    "/documents",
    "/help",
    "/review",
)


def page(client: TestClient, path: str) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return html.fromstring(answer.text)


def test_every_page_has_its_template() -> None:
    names = set(environment().list_templates())
    assert {f"{name}.html.j2" for name in PAGES} <= names


@pytest.mark.parametrize("path", LISTS)
def test_a_page_is_whole(client: TestClient, path: str) -> None:
    found = page(client, path)
    assert len(found.xpath("//h1")) == 1
    assert found.xpath("//main[@id='main']")
    assert found.xpath("//html/@lang") == ["en"]
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert not found.xpath("//*[@style] | //style | //script[not(@src)] | //*[@onclick or @onload]")


def test_every_link_of_every_page_leads_somewhere(client: TestClient) -> None:
    waiting, seen = list(LISTS), set(LISTS)
    while waiting and len(seen) < 400:
        for target in page(client, waiting.pop()).xpath("//a/@href | //*[local-name()='a']/@href"):
            if target.startswith("/") and target not in seen:
                seen.add(target)
                waiting.append(target)
            assert target.startswith(("/", "#", "https://", "http://")), target
    assert len(seen) > 40


def test_every_figure_of_the_list_has_as_many_rows(client: TestClient) -> None:
    whole = page(client, "/engagements")
    checked = 0
    for link in whole.xpath("//div[@class='facets']//a | //table//td[@class='figure']/a"):
        (number,) = re.findall(r"\d+", link.xpath("string(span[@class='figure'])") or link.text_content())
        found = page(client, link.get("href"))
        assert len(found.xpath("//li[@class='entry']")) == int(number), link.get("href")
        checked += 1
    assert checked > 15


@pytest.mark.parametrize("path", ["/", "/actors", "/network", "/map", "/parties/NOR", "/parties/AFG-AUTH"])
def test_every_figure_of_a_page_has_as_many_rows(client: TestClient, path: str) -> None:
    rows = "a[starts-with(@href,'/engagements')]"
    links = page(client, path).xpath(f"//td[contains(@class,'figure')]/{rows} | //p[@class='lead']/{rows}")
    assert links
    for link in links:
        number = int(re.findall(r"\d+", link.text_content())[0])
        found = page(client, link.get("href"))
        told = re.search(r"the (\d+) events?", found.xpath("string(//p[@class='lead'])"))
        shown = int(told[1]) if told else len(found.xpath("//li[@class='entry']"))
        assert shown == number, link.get("href")


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_answer_has_its_method_and_what_speaks_against_it(client: TestClient, name: str) -> None:
    shown = page(client, f"/answers/{name}?within=2023-05..2023-07")
    assert "Counted:" in shown.xpath("string(//section[@class='method'])")
    for link in shown.xpath("//table//th/a/@href"):
        assert page(client, link).xpath("//li[@class='entry']")


def test_a_question_that_cannot_be_asked_says_why(client: TestClient) -> None:
    assert page(client, "/answers/balance?within=soon").xpath("//p[@role='alert']")
    assert client.get("/answers/nothing").status_code == 404


def test_two_reports_are_one_engagement_with_what_they_differ_on(client: TestClient) -> None:
    listed = page(client, "/engagements?conflict=yes")
    (link,) = listed.xpath("//li[@class='entry']//p[@class='act']/a/@href")
    shown = page(client, link)
    assert len(shown.xpath("//article[@class='report']")) == 2
    assert "On what the reports differ" in shown.text_content()
    assert {"Kabul", "Doha"} <= set(shown.xpath("//section[@aria-labelledby='conflicts']//li/strong/text()"))


def test_words_of_documents_are_never_markup(client: TestClient) -> None:
    text = client.get("/events/cccc000000000000").text
    assert "<b>Ms Noorzai</b>" not in text
    assert "&lt;b&gt;Ms Noorzai&lt;/b&gt;" in text
    assert "Amu <TV>" not in client.get("/coverage").text


def test_an_address_that_is_no_web_address_is_no_link(client: TestClient) -> None:
    assert "javascript:" not in client.get("/events/bbbb000000000000").text


def test_each_source_of_an_office_is_a_link_of_its_own(client: TestClient) -> None:
    links = page(client, "/people/p.guterres").xpath("//section[@aria-labelledby='offices']//td/a/@href")
    assert links and all(link.startswith("https://") and " " not in link for link in links)


def test_each_field_has_its_words_marked_with_its_label(client: TestClient) -> None:
    shown = page(client, "/events/aaaa000000000000")
    marked = {
        mark.xpath("string(span[@class='tag t-who'])"): mark.text_content()
        for mark in shown.xpath("//mark[contains(@class,'m-who')]")
    }
    assert "Markus Potzel" in marked["acted"]
    assert "Amir Khan Muttaqi" in marked["towards"]


def test_names_written_from_right_to_left_keep_their_direction(client: TestClient) -> None:
    shown = page(client, "/events/dddd000000000000")
    (name,) = shown.xpath("//dl[@class='people']//bdi[contains(text(),'متقی')]")
    assert name.text_content() == "امیر خان متقی"
    assert shown.xpath("//div[@class='document']/p/@dir") == ["auto"]


@pytest.mark.parametrize("path", ["/", "/engagements", "/events/aaaa000000000000"])
def test_what_is_unreviewed_says_so(client: TestClient, path: str) -> None:
    assert page(client, path).xpath("//main//span[@class='review machine']") or "None of these is reviewed" in client.get(path).text


def test_search_finds_by_words_and_says_when_it_finds_nothing(client: TestClient) -> None:
    assert len(page(client, "/engagements?q=Herat").xpath("//li[@class='entry']")) == 1
    nothing = page(client, "/engagements?q=zebra")
    assert "no statement that nothing happened" in nothing.text_content()
    assert page(client, "/documents?q=Herat").xpath("//blockquote/mark/text()") == ["Herat"]


def test_time_is_a_bound_and_a_wrong_one_is_said(client: TestClient) -> None:
    assert len(page(client, "/engagements?since=2023-05&until=2023-05").xpath("//li[@class='entry']")) == 2
    assert client.get("/engagements?since=soon").status_code == 400


@pytest.mark.parametrize(
    "path", ["/engagements/g.x", "/events/zzz", "/documents/zzz", "/parties/XXX", "/people/p.x", "/runs/zz", "/nothing"]
)
def test_what_is_not_there_is_said(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Not here" in answer.text


def test_a_missing_week_of_a_source_shows(client: TestClient) -> None:
    assert "1 month without a document" in page(client, "/coverage").text_content()


def test_an_empty_record_says_what_to_do(tmp_path) -> None:
    with open_record(tmp_path / "empty.db") as record:
        site = Site(snapshot=snapshot(record, "afghanistan"), case="afghanistan", record=record)
        for name in (
            "overview",
            "engagements",
            "documents",
            "actors",
            "instruments",
            "calendar",
            "network",
            "map",
            "coverage",
            "runs",
            "review",
        ):
            assert "<h1>" in render(PAGES[name](site, {}), site)
        assert "verbale add" in render(PAGES["overview"](site, {}), site)
        told = html.fromstring(render(PAGES["runs"](site, {}), site))
        assert not told.xpath("//table") and told.xpath("//p[@class='empty']/text()") == ["Runs: none."]


def test_a_citation_that_is_right_is_not_among_the_errors(client: TestClient, record: Record) -> None:
    document = make_document("The 1996 Covenant and the 1948 Convention.", "eeee")
    wrong = Mention(kind="instrument", value="iccpr", start=4, end=17, words="1996 Covenant", error="the covenant is of 1966")
    right = Mention(kind="instrument", value="genocide", start=26, end=41, words="1948 Convention")
    run = record.begin_run("add", case="afghanistan", coder="grammar@1", inputs=[])
    record.add_coded(Coded(document=document, coder="grammar@1", mentions=(wrong, right)), run)
    record.end_run(run, "done", {})
    found = page(client, "/instruments")
    assert "One citation is wrong by the catalogue." in found.xpath("string(//p[@class='lead'])")
    sections = {each.xpath("string(h2)"): each.xpath(".//q/text()") for each in found.xpath("//section[h2]")}
    assert sections["Errors in citations"] == ["1996 Covenant"]
    assert sections["Cited outside acts, and right as far as the catalogue knows"] == ["1948 Convention"]


def test_what_reports_differ_on_and_what_can_be_chosen_is_told_in_words(client: TestClient, record: Record) -> None:
    (told,) = [each for each in snapshot(record, "afghanistan").engaged if len(each.documents) > 1]
    assert (field("level.USA", "AFG"), field("women_present", "AFG")) == ("level of the United States", "women present")
    asked = page(client, f"/review/{told.events[0].id}")
    options = {each.get("value"): each.text for each in asked.xpath("//form[@id='decide']//option")}
    assert (options["CONSULT"], options["in_person"], options["ongoing"]) == ("contact", "in person", "going on")
    assert options["mediator"] == "brought together"


def holding(site: Site, each: Engaged, *people: Participant) -> Site:
    """A site of one engagement, in which these took part."""
    made = msgspec.structs.replace(
        each, events=tuple(msgspec.structs.replace(e, participants=people) for e in each.events), gist=None
    )
    taken = msgspec.structs.replace(site.snapshot, engaged=(made,), standing=standing((made,), "AFG"))
    return Site(snapshot=taken, case=site.case, record=site.record)


def test_contact_is_counted_alike_wherever_it_stands(site: Site) -> None:
    (un,) = [each for each in site.snapshot.engaged if len(each.documents) > 1]
    others = tuple(msgspec.structs.replace(p, party="NOR", actor=None) for p in un.events[0].participants if p.role == "source")
    held = holding(site, un, *un.events[0].participants, *others)
    told = PAGES["network"](held, {}).told
    points = {point.code: point.number for _, point in told["points"]}  # type: ignore[attr-defined]
    assert points == {"UN": 1, "NOR": 1, "AFG-AUTH": 1} and len(told["rows"]) == 2  # type: ignore[arg-type]
    party = PAGES["party"](held, {"id": "AFG-AUTH"}).told
    assert (party["contacts"], party["beside"]) == (1, 0)
    people = un.events[0].participants
    among = tuple(msgspec.structs.replace(p, party="AFG-PPL", actor=None) if p.role == "source" else p for p in people)
    held = holding(site, un, *among)
    shown = " ".join(html.fromstring(render(PAGES["party"](held, {"id": "AFG-AUTH"}), held)).xpath("string(//main)").split())
    assert (
        "0 are contact that took place between a party from outside and one of the country; 1 more is contact within one" in shown
    )
    assert "1 more contact is within one side" in " ".join(
        html.fromstring(render(PAGES["overview"](held, {}), held)).xpath("string(//main)").split()
    )


def test_a_place_that_its_sentences_do_not_bear_stands_on_no_page(record: Record, client: TestClient) -> None:
    """What the counts leave out as a guess the sentences on the pages, the map and the lists leave out too."""
    document = make_document("S. Jaishankar met Amir Khan Muttaqi on 10 October 2025.", "ffff", published="2025-10-10")
    people = (who(document, "S. Jaishankar", "source", "IND"), who(document, "Amir Khan Muttaqi", "target", "AFG-AUTH"))
    told = event(document, date="2025-10-10", place="Kabul", place_country="AFG", participants=people, confidence=0.9,
                 basis={"place": {"rule": "office of the host"}})  # fmt: skip
    record.add_coded(Coded(document=document, coder="grammar@1", events=(told,)), record.begin_run("add", case="afghanistan"))
    (row,) = page(client, "/engagements?outside=IND").xpath("//li[@class='entry']")
    words = row.xpath("string(p[@class='act'])")
    assert "India" in words and "Kabul" not in words
    assert "Kabul" not in page(client, row.xpath("p/a/@href")[0]).xpath("string(//h1)")
    assert not page(client, "/engagements?outside=IND&city=AFG.Kabul").xpath("//li[@class='entry']")


def test_the_trend_opens_with_the_question_of_the_case(client: TestClient) -> None:
    found = page(client, "/answers/trend")
    assert found.xpath("//p[@class='finding']") and [
        found.xpath(f"string(//input[@name='{name}']/@value)") for name in ("since", "until")
    ] == ["2022-10", "2022-11"]
    assert set(found.xpath("//form[@class='ask']//option[@selected]/@value")) == {""}, "what is usual needs no word in an address"
    asked = page(client, "/answers/trend?within=2023-05&with=WOM&rule=strict")
    assert asked.xpath("//option[@selected]/@value") == ["WOM", "", "", "strict", ""]
    assert asked.xpath("//details[@open]//select[@name='view']") and not found.xpath("//details[@open]//select[@name='view']")


def test_every_part_of_a_counting_rule_can_be_chosen(client: TestClient) -> None:
    found = page(client, "/answers/balance?unit=dyads&conference=pairs&view=inclusive&reading=reviewed")
    parts = {"unit": UNITS, "conference": CONFERENCES, "view": VIEWS, "reading": READINGS}
    words = found.xpath("string(//main)").casefold()
    assert all(each in words for each in (UNITS["dyads"], CONFERENCES["pairs"], VIEWS["inclusive"], READINGS["reviewed"]))
    offered = {name: found.xpath(f"//select[@name='{name}']/option/text()") for name in parts}
    assert offered == {name: [*told.values()] for name, told in parts.items()}


def test_a_trend_opens_with_the_question_of_the_case_or_none(site: Site, client: TestClient) -> None:
    assert usual(minutes(site.snapshot.engaged, case="none")) == {}
    assert "This is the question that the case asks." in page(client, "/answers/trend").text_content()
    assert "the question that the case asks" not in page(client, "/answers/trend?within=2023-07").text_content()


def test_the_balance_answers_for_the_party_asked_for_by_name_and_leads_to_its_rows(client: TestClient) -> None:
    found = page(client, "/answers/balance?of=Norway")
    assert found.xpath("string(//p[@class='finding'])").startswith("Contact of Norway: 1 with other Afghans and 0 with")
    ((link, words),) = [(each.get("href"), each.text) for each in found.xpath("//p[contains(@class, 'leads')]/a")]
    assert words == "Women and women’s groups, 1" or words.endswith(", 1")
    assert len(page(client, link).xpath("//li[@class='entry']")) == 1
    none = page(client, "/answers/balance?of=China").xpath("string(//p[@class='finding'])")
    assert none.startswith("Contact of China: none ")


@pytest.fixture
def doubted(record: Record, client: TestClient) -> TestClient:
    """The pages of a record with a meeting that was likelier read wrongly than not."""
    words = "China’s ambassador met Amir Khan Muttaqi in Kabul on 2 August 2023."
    document = make_document(words, "eeee", title="Met", publisher="Amu", published="2023-08-03")
    people = (who(document, "China", "source", "CHN"), who(document, "Amir Khan Muttaqi", "target", "AFG-AUTH", actor="p.muttaqi"))
    told = event(document, date="2023-08-02", place="Kabul", place_country="AFG", participants=people, confidence=0.2)
    record.add_coded(Coded(document=document, coder="grammar@1", events=(told,)), record.begin_run("add", case="afghanistan"))
    return client


COUNTING = ("/", "/actors", "/parties/AFG-AUTH", "/network", "/answers/balance", "/answers/changes", "/answers/voices")


@pytest.mark.parametrize("path", COUNTING)
def test_less_sure_readings_are_apart_from_every_number_and_one_step_away(doubted: TestClient, path: str) -> None:
    (told,) = page(doubted, path).xpath("//p[contains(@class, 'unsure')]")
    assert "One less sure reading is set apart and in none of these numbers, as in the brief." in told.text_content()
    (rows, *_, numbers) = told.xpath("a/@href")
    assert len(page(doubted, rows).xpath("//li[@class='entry']")) == 1
    assert page(doubted, numbers).xpath("//*[@id='numbers']")


def test_an_answer_counts_less_sure_readings_where_it_is_asked_to(doubted: TestClient) -> None:
    plain = page(doubted, "/answers/balance")
    assert "1 with other Afghans and 1 with the authorities" in plain.xpath("string(//p[@class='finding'])")
    (address,) = plain.xpath("//p[contains(@class, 'unsure')]/a[.='Count them too']/@href")
    whole = page(doubted, address)
    assert "1 with other Afghans and 2 with the authorities" in whole.xpath("string(//p[@class='finding'])")
    assert whole.xpath("//form[@class='ask']/input[@name='unsure']/@value") == ["with"]


def test_the_pages_count_what_the_brief_counts(doubted: TestClient, record: Record) -> None:
    told = material(record.codings(), "afghanistan")
    (number,) = page(doubted, "/").xpath("//p[@class='lead']/a[contains(@href, 'counts=yes')]/text()")
    assert int(number) == len(told.contacts) == 2
    (event,) = record.events(document="eeee")
    record.decide_all([Decision(action="accept", kind="event", subject=event.id, by="anna")])
    (number,) = page(doubted, "/").xpath("//p[@class='lead']/a[contains(@href, 'counts=yes')]/text()")
    assert int(number) == 3 and "less sure" not in page(doubted, "/network").text_content()


def test_a_less_sure_reading_says_so_wherever_it_stands(doubted: TestClient) -> None:
    (entry,) = page(doubted, "/engagements?counts=unsure").xpath("//li[@class='entry']")
    assert "read less surely, and set apart" in entry.text_content()
    (address,) = entry.xpath(".//p[@class='act']/a/@href")
    assert "no count takes it in until a person accepts it" in page(doubted, address).text_content()
    assert "1 of these is a less sure reading" in page(doubted, "/map").text_content()


def number(words: str) -> int:
    """The figure of a cell or a link."""
    found = re.search(r"\d+", words)
    assert found
    return int(found[0])


def test_every_page_has_the_same_number_of_contacts(doubted: TestClient, record: Record) -> None:
    """Of each side and each party, on every page that tells it; and behind a number stand as many engagements."""
    told = material(record.codings(), "afghanistan")
    authority, others = (len(told.met[side]) for side in ("authority", "others"))
    assert (authority, others) == (1, 1)
    for path in ("/", "/actors", "/network"):
        lines = page(doubted, path).xpath("//ul[@class='sides']/li")
        assert [number(line.xpath("string(strong)")) for line in lines] == [authority, others], path
        (link,) = lines[0].xpath("strong/a/@href")
        assert len(page(doubted, link).xpath("//li[@class='entry']")) == authority
        (address,) = lines[0].xpath("a/@href")
        assert "1 less sure" in lines[0].text_content() and len(page(doubted, address).xpath("//li[@class='entry']")) == 1
    balance = page(doubted, "/answers/balance")
    assert [cell.text for cell in balance.xpath("(//table)[1]/tbody/tr[1]/td")[:2]] == [str(authority), str(others)]
    assert "Authorities, 1 and 1 less sure; Women, 1." in " ".join(balance.xpath("string(//p[contains(@class, 'leads')])").split())
    parties = {row.xpath("string(th)"): int(row.xpath("td[1]")[0].text) + int(row.xpath("td[2]")[0].text)
               for row in balance.xpath("(//table)[1]/tbody/tr")}  # fmt: skip
    seen = set()
    for row in page(doubted, "/actors").xpath("(//table)[1]/tbody/tr"):
        (name, address), n = (row.xpath("string(th)"), row.xpath("th/a/@href")[0]), number(row.xpath("string(td[3])"))
        alone = page(doubted, address).xpath("//p[@class='lead']/a[contains(@href, 'counts=yes')]")
        assert [number(link.text) for link in alone] == [n], name
        assert len(page(doubted, alone[0].get("href")).xpath("//li[@class='entry']")) == n, name
        if name in parties:
            seen.add(name)
            assert n == parties[name], name
    assert seen == parties.keys() - {"all"}
    pairs = page(doubted, "/network").xpath("(//table)[1]/tbody/tr")
    assert sum(number(row.xpath("string(td[2])")) for row in pairs if "uthorities" in row.xpath("string(td[1])")) == authority


@pytest.mark.parametrize("path", ["/actors", "/people/p.muttaqi", "/coverage", "/answers/recognition", "/answers/approach"])
def test_no_code_option_or_file_name_stands_where_a_reader_sees_it(client: TestClient, path: str) -> None:
    shown = page(client, path).xpath("string(//main)")
    assert not re.search(r"AFG-[A-Z]{2,}|\B--[a-z]+|\w+\.toml|verbale evaluate", shown)


def test_the_address_of_a_rejected_engagement_says_so(client: TestClient, record: Record, site: Site) -> None:
    each = site.snapshot.of("cccc000000000000")
    assert each
    record.decide_all([Decision(action="reject", kind="event", subject="cccc000000000000", by="ana", why="no act")])
    gone = client.get(f"/engagements/{each.id}")
    assert gone.status_code == 410
    assert "A person rejected what was read here" in gone.text
    assert "ana" in gone.text
    assert "/review/cccc000000000000" in gone.text
    assert client.get("/engagements/g.nothing").status_code == 404


def test_a_time_of_which_one_end_is_written_goes_as_far_as_anything_is_known(client: TestClient) -> None:
    def counts(asked: str) -> str:
        return page(client, f"/answers/balance?{asked}").xpath("string(//p[@class='finding'])").partition(": ")[2]

    assert counts("since=2023-05") == counts("since=2023-05&until=2023-07") == counts("within=2023-05..2023-07")
    assert counts("until=2023-06") != counts("since=2023-05")


def test_what_changed_sets_a_time_beside_the_one_before(client: TestClient) -> None:
    found = page(client, "/answers/changes?since=2023-07&until=2023-07")
    told = found.xpath("string(//p[@class='finding'])")
    assert "July 2023: contact with the authorities 1, with other Afghans 0; in the time before" in told and ": 0 and 0." in told
    assert "In contact now and not then: United Nations." in told
    two = page(client, "/answers/changes?since=2023-06&until=2023-07")
    rows = {row.xpath("string(th)"): row.xpath("td/text()") for row in two.xpath("//table[1]//tbody/tr")}
    assert rows["Norway"] == ["0", "0", "0", "1"] and rows["United Nations"] == ["1", "0", "0", "0"]
    assert page(client, two.xpath("//tbody//th/a/@href")[0]).xpath("//li[@class='entry']")
    assert page(client, "/answers/changes?since=never").xpath("//p[@role='alert']")


def test_every_question_of_the_readme_stands_on_the_first_page_with_pages_that_answer_it(client: TestClient) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    posed = re.findall(r"^\| ([^|]+\?) \| `", readme, re.MULTILINE)
    asked = {each.xpath("string(dt)"): each.xpath("dd/a/@href") for each in page(client, "/").xpath("//dl[@class='asked']/div")}
    assert len(posed) > 10 and set(posed) <= set(asked)
    for link in {link for links in asked.values() for link in links}:
        assert client.get(link).status_code == 200, link


def test_a_person_is_told_as_before_a_meeting(client: TestClient) -> None:
    found = page(client, "/people/p.muttaqi")
    shown = " ".join(found.xpath("string(//main)").split())
    assert "Takes part in one engagement; one is contact that took place. The last contact that is known: Meeting" in shown
    ((party, number, link),) = [
        (row.xpath("string(th)"), row.xpath("string(td)"), row.xpath("td/a/@href")[0])
        for row in found.xpath("//section[@aria-labelledby='met']//tbody/tr")
    ]
    assert (party, number) == ("United Nations", "1")
    assert len(page(client, link).xpath("//li[@class='entry']")) == 1
    assert client.get("/people/p.nobody").status_code == 404


def test_what_was_demanded_threatened_or_disclaimed_is_a_choice(site: Site) -> None:
    first = site.snapshot.engaged[0]
    event = first.events[0]
    said = Said(kind="consequence", words="or else", start=0, end=7)
    changed = msgspec.structs.replace(first, events=(msgspec.structs.replace(event, said=(said,), disclaimer=True),))
    index = Index((changed,), Standing())
    assert index.counts("said", index.everything()) == {"consequence": 1, "disclaimer": 1}


def test_occasions_that_two_sides_tell_are_listed_with_how_far_apart_they_are(
    client: TestClient, record: Record, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "No occasion is told from two sides" in page(client, "/pairs").xpath("string(//main)")
    for name, party in (("aaaa000000000000", "UN"), ("bbbb000000000000", "AFG-AUTH")):
        attribution = Attribution(name="an office", party=party)
        coded = record.coded(name[:4])
        told = msgspec.structs.replace(
            coded, events=tuple(msgspec.structs.replace(e, attribution=attribution) for e in coded.events)
        )
        run = record.begin_run("add", case="afghanistan", coder="grammar@2")
        record.add_coded(msgspec.structs.replace(told, coder="grammar@2"), run)
        record.end_run(run, "done", {})
    (row,) = page(client, "/pairs").xpath("//tbody/tr")
    assert row.xpath("td[position()<3]/bdi/text()") == ["United Nations", "De facto authorities"]
    assert row.xpath("string(td[3])") == "1"
    assert page(client, row.xpath("th/a/@href")[0]).xpath("//section[@aria-labelledby='accounts']//tbody/tr")
    monkeypatch.setattr("verbale.web.pages.pairs._MOST", 0)
    told = PAGES["pairs"](msgspec.structs.replace(site, snapshot=snapshot(record, site.case)), {}).told
    assert (told["pairs"], told["looked"]) == ((), 0), "no more are compared than it says were looked at"


def test_a_table_of_many_rows_is_shown_page_by_page(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verbale.web.pages.answers.ROWS", 1)
    first = html.fromstring(render(PAGES["answer"](site, {"id": "balance"}), site))
    table = first.xpath("//table[caption='Each party from outside: contact by side']")[0]
    rows, link = table.xpath("tbody/tr/th//a/@href"), table.xpath("../following-sibling::nav[1]/a/@href")[0]
    assert len(rows) == 1 and "table=parties" in link and "page=2" in link
    asked = {"id": "balance", "table": "parties", "page": "2"}
    second = html.fromstring(render(PAGES["answer"](site, asked), site))
    (other,) = second.xpath("//table[caption='Each party from outside: contact by side']/tbody/tr/th//a/@href")
    assert other != rows[0]
    beyond = PAGES["answer"](site, asked | {"page": "900"}).told["tables"]
    assert all(cut.number == cut.last or cut.number == 1 for cut in beyond)


def test_a_figure_leads_to_its_own_rows_whatever_others_ask_meanwhile(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verbale.web.rows._FEW", 0)

    def told(party: str) -> list[str]:
        return page(client, f"/answers/balance?of={party}").xpath("//p[contains(@class, 'leads')]/a/@href")

    def acts(link: str) -> list[str]:
        return page(client, link).xpath("//li[@class='entry']//a/@href")

    norway, un = told("Norway"), told("UN")
    assert len(norway) == len(un) == 1 and "figure=" in norway[0]
    assert acts(norway[0]) != acts(un[0])
    assert len(acts(norway[0])) == 1


def test_the_picture_of_an_answer_answers_what_its_page_answers(client: TestClient) -> None:
    (address,) = page(client, "/answers/balance?of=Norway").xpath("//figure/img/@src")
    drawn = client.get(address)
    assert drawn.headers["content-type"].startswith("image/svg+xml")
    assert "Norway" in drawn.text and "United Nations" not in drawn.text
    assert client.get("/answers/balance/picture?of=Nowhere").status_code == 404
    assert client.get("/answers/none/picture").status_code == 404


def test_a_percent_sign_in_a_name_is_a_percent_sign(client: TestClient, record: Record) -> None:
    document = make_document(
        "Norway met Amir Khan Muttaqi on 2 August 2023.", "eeee", title="Met", publisher="100% News", published="2023-08-03"
    )
    people = (who(document, "Norway", "source", "NOR"), who(document, "Amir Khan Muttaqi", "target", "AFG-AUTH"))
    record.add_coded(
        Coded(document=document, coder="grammar@1", events=(event(document, participants=people),)), record.begin_run("add")
    )
    assert "100% News" in page(client, "/engagements").xpath("//div[@class='facets']//bdi/text()")


def test_what_was_said_at_length_is_cut_where_it_leads_to_the_whole(client: TestClient, record: Record) -> None:
    words = "Norway said: open the schools " + "and keep them open " * 200 + "for all."
    document = make_document(words, "eeee", title="Said", publisher="Amu", published="2023-08-03")
    said = Said(kind="ask", words=words[13:], start=13, end=len(words))
    told = event(document, type="REQUEST", mode="urge", participants=(who(document, "Norway", "source", "NOR"),), said=(said,))
    record.add_coded(Coded(document=document, coder="grammar@1", events=(told,)), record.begin_run("add"))
    quoted = page(client, f"/events/{told.id}").xpath("//section[@aria-labelledby='said']//q/text()")
    assert [each[-1] for each in quoted] == ["…"] and len(quoted[0]) < 300


def test_a_search_finds_in_present_versions_and_no_rejected_event(client: TestClient, record: Record) -> None:
    def found(words: str) -> int:
        return len(page(client, f"/engagements?q={words}").xpath("//li[@class='entry']"))

    assert (found("activist"), found("officials"), found("zebra")) == (1, 1, 0)
    record.decide(Decision(kind="event", action="reject", subject="cccc000000000000", by="anna", why="no act"))
    assert found("activist") == 0
    newer = make_document("Something else altogether.", "bbbb", title="Talks held", publisher="Amu", published="2023-07-14")
    record.add_coded(Coded(document=newer, coder="grammar@1"), record.begin_run("add"))
    assert found("officials") == 0
