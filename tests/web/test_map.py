"""The map: each number leads to as many rows, the table says what the drawing does, and precision is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from verbale.record import Record
from verbale.web.publishing import Wish, publish
from verbale.web.site import Site


def shown(client: TestClient, path: str) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


@pytest.mark.parametrize("path", ["/map", "/map?fate=done,undone", "/map?since=2023-05&until=2023-05", "/map?type=CONSULT"])
def test_every_number_has_as_many_rows(client: TestClient, path: str) -> None:
    found = shown(client, path)
    links = found.xpath("//p[@class='lead']/a | //table//a")
    assert links
    for link in links:
        number = int(re.findall(r"\d+", link.text_content())[-1])
        assert len(shown(client, link.get("href")).xpath("//li[@class='entry']")) == number, link.get("href")


def test_a_dot_and_its_entry_in_the_table_lead_to_the_same_rows(client: TestClient) -> None:
    found = shown(client, "/map")
    dots = {a.get("href") for a in found.xpath("//*[local-name()='svg']//*[local-name()='a']")}
    assert dots and dots <= set(found.xpath("//table//a/@href"))


def test_an_act_of_which_reports_tell_two_places_stands_at_both(client: TestClient) -> None:
    titles = shown(client, "/map").xpath("//*[local-name()='svg']//*[local-name()='title']/text()")
    assert {"Kabul, Afghanistan: 1", "Doha, Qatar: 1", "Herat, Afghanistan: 1"} == set(titles)


def test_what_tells_no_place_is_said_and_leads_to_its_rows(client: TestClient) -> None:
    found = shown(client, "/map?fate=intended")
    assert "no report tells" in found.xpath("string(//p[@class='lead'])")
    assert "No report of these engagements tells where" in found.xpath("string(//main)")


def test_the_list_leads_to_its_map_with_all_that_it_asks(client: TestClient) -> None:
    (link,) = shown(client, "/engagements?type=CONSULT&order=oldest").xpath("//a[.='On a map']/@href")
    assert link == "/map?type=CONSULT"


def test_a_view_that_is_none_is_the_world_and_a_date_that_is_none_is_refused(client: TestClient) -> None:
    assert shown(client, "/map?view=moon").xpath("//*[local-name()='svg']")
    assert client.get("/map?since=soon").status_code == 400


def test_the_published_map_has_no_place_that_is_withheld(record: Record, tmp_path: Path) -> None:
    folder = publish(record, "afghanistan", tmp_path / "site", Wish(machine_read=True)).folder
    pages = [path.read_text(encoding="utf-8") for path in folder.glob("map*.html")]
    assert len(pages) == 2 and all("Herat" not in page for page in pages)
    assert "Kabul" in pages[0]
    for page in pages:
        for link in html.fromstring(page).xpath("//table//a/@href"):
            assert (folder / link).is_file()


def test_the_square_of_a_country_says_that_no_city_is_known(site: Site) -> None:
    from verbale.web.facets import city

    assert city("AFG") == "Afghanistan, no city known"
    assert city("AFG.Kabul") == "Kabul, Afghanistan"
    assert city("none") == "Place not told"
