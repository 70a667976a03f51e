"""The forms that are text, each opened by an independent reader."""

from __future__ import annotations

import csv
import io
import json

import bibtexparser
import networkx
import pytest
import rdflib
from shapely.geometry import shape

from verbale.record.exports import writer

from .making import HOSTILE, RTL, both


def written(name: str) -> str:
    stream = io.StringIO(newline="")
    assert writer(name)(both(), stream) == 2
    return stream.getvalue()


def test_geojson_places_what_the_catalogue_knows_and_says_how_exactly() -> None:
    known, unknown = json.loads(written("geojson"))["features"]
    point = shape(known["geometry"])
    assert (round(point.x), round(point.y)) == (69, 35)
    assert known["properties"]["precision"] == "city"
    assert (unknown["geometry"], unknown["properties"]["precision"]) == (None, "none")


@pytest.mark.parametrize(("name", "read"), [("gexf", networkx.read_gexf), ("graphml", networkx.read_graphml)])
def test_graphs_are_read_by_networkx(name: str, read) -> None:
    graph = read(io.BytesIO(written(name).encode()))
    assert set(graph.nodes) == {"UN", "AFG-AUTH", "NOR", "AFG-WOM"}
    assert {(a, b) for a, b, *_ in graph.edges} == {("UN", "AFG-AUTH"), ("NOR", "AFG-WOM")}
    (told,) = [data for a, _, data in graph.edges(data=True) if a == "UN"]
    assert (told["type"], told["date"], told["reviewed"]) == ("CONSULT", "2023-07-12", "no")


def test_plover_has_a_row_a_pair_and_says_what_it_lost() -> None:
    first, second = csv.DictReader(io.StringIO(written("plover")))
    assert (first["source"], first["target"], first["event_type"], first["cameo_root"]) == ("UN", "AFG-AUTH", "CONSULT", "04")
    assert first["quad_class"] == "verbal cooperation"
    assert second["text"].startswith("'=HYPERLINK")
    assert second["publisher"] == f"'@{RTL}"


def test_follow_the_money_refers_only_to_what_is_there() -> None:
    entities = {each["id"]: each for each in map(json.loads, written("ftm").splitlines())}
    events = [each for each in entities.values() if each["schema"] == "Event"]
    assert len(events) == 2
    for each in events:
        assert {*each["properties"]["involved"], *each["properties"]["proof"]} <= set(entities)
    assert not any("Muttaqi" in name for each in entities.values() for name in each["properties"].get("name", []))


def test_follow_the_money_itself_takes_them() -> None:
    model = pytest.importorskip("followthemoney", reason="followthemoney is not installed").model
    for line in written("ftm").splitlines():
        raw = json.loads(line)
        taken = model.get_proxy(raw)
        assert {name: len(taken.get(name)) for name in raw["properties"]} == {n: len(v) for n, v in raw["properties"].items()}


def test_timeline_keeps_a_month_a_month_and_markup_words() -> None:
    first, second = json.loads(written("timeline"))["events"]
    assert first["start_date"] == {"year": "2023", "month": "07", "day": "12"}
    assert second["start_date"] == {"year": "2023", "month": "07"}
    assert "month" in second["display_date"]
    assert "<script>" not in second["text"]["text"]
    assert "Machine-read" in first["text"]["text"]
    assert "Machine-read" not in second["text"]["text"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")
def test_json_ld_is_a_graph() -> None:
    graph = rdflib.Dataset(default_union=True).parse(data=written("jsonld"), format="json-ld")
    events = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef("https://schema.org/Event")))
    assert len(events) == 2
    quotes = {str(words) for words in graph.objects(None, rdflib.URIRef("http://www.w3.org/ns/oa#exact"))}
    assert RTL in quotes
    assert HOSTILE in quotes


def test_csl_has_each_document_once() -> None:
    first, second = json.loads(written("csl"))
    assert first["issued"] == {"date-parts": [[2023, 7, 13]]}
    assert second["issued"] == {"date-parts": [[2023, 7]]}
    assert second["title"] == HOSTILE


def test_bibtex_is_read_whole() -> None:
    library = bibtexparser.parse_string(written("bibtex"))
    assert not library.failed_blocks
    first, second = library.entries
    assert first["url"] == "https://unama.example/1"
    assert first["date"] == "2023-07-13"
    assert second["organization"] == f"@{RTL}"
