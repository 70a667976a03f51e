"""Who acted towards whom as a graph: parties as nodes, events as dated edges; GEXF for Gephi, GraphML for the rest.

A class of people is a node as a whole; nobody is a node by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple, TextIO
from xml.sax.saxutils import quoteattr

from verbale.catalogue import labels
from verbale.model import Event

# what XML 1.0 has no way to write
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Edge(NamedTuple):
    """One event between two parties."""

    id: str
    source: str
    target: str
    type: str
    mode: str
    status: str
    date: str
    reviewed: str


_ATTRIBUTES = ("type", "mode", "status", "date", "reviewed")


def gexf(events: Iterable[Event], stream: TextIO) -> int:
    """Write GEXF 1.3, with a start for every edge whose day is told; return how many events."""
    count, nodes, edges = _gathered(events)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n')
    stream.write('<graph mode="dynamic" defaultedgetype="directed" timeformat="date">\n<attributes class="edge">\n')
    stream.writelines(f'<attribute id="{n}" title="{name}" type="string"/>\n' for n, name in enumerate(_ATTRIBUTES))
    stream.write("</attributes>\n<nodes>\n")
    stream.writelines(f"<node id={_quoted(code)} label={_quoted(labels.heading(code))}/>\n" for code in nodes)
    stream.write("</nodes>\n<edges>\n")
    stream.writelines(_gexf_edge(edge) for edge in edges)
    stream.write("</edges>\n</graph>\n</gexf>\n")
    return count


def graphml(events: Iterable[Event], stream: TextIO) -> int:
    """Write GraphML; return how many events."""
    count, nodes, edges = _gathered(events)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    stream.write('<key id="label" for="node" attr.name="label" attr.type="string"/>\n')
    stream.writelines(f'<key id="{name}" for="edge" attr.name="{name}" attr.type="string"/>\n' for name in _ATTRIBUTES)
    stream.write('<graph edgedefault="directed">\n')
    stream.writelines(
        f'<node id={_quoted(code)}><data key="label">{_escaped(labels.heading(code))}</data></node>\n' for code in nodes
    )
    stream.writelines(_graphml_edge(edge) for edge in edges)
    stream.write("</graph>\n</graphml>\n")
    return count


def _gathered(events: Iterable[Event]) -> tuple[int, list[str], list[Edge]]:
    """How many events, the parties in order, and the edges; an event without two parties has none."""
    edges: list[Edge] = []
    count = 0
    for event in events:
        count += 1
        edges += _edges(event)
    return count, sorted({code for edge in edges for code in (edge.source, edge.target)}), edges


def _edges(event: Event) -> Iterator[Edge]:
    for n, (source, target) in enumerate(product(sorted(event.parties("source")), sorted(event.parties("target")))):
        reviewed = "yes" if event.review else "no"
        yield Edge(f"{event.id}-{n}", source, target, event.type, event.mode, event.status, event.date or "", reviewed)


def _gexf_edge(edge: Edge) -> str:
    start = f' start="{edge.date}"' if len(edge.date) == len("2023-07-12") else ""
    values = "".join(f'<attvalue for="{n}" value={_quoted(getattr(edge, name))}/>' for n, name in enumerate(_ATTRIBUTES))
    ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
    return f"<edge id={_quoted(edge.id)} {ends}{start}><attvalues>{values}</attvalues></edge>\n"


def _graphml_edge(edge: Edge) -> str:
    values = "".join(f'<data key="{name}">{_escaped(getattr(edge, name))}</data>' for name in _ATTRIBUTES)
    return f"<edge id={_quoted(edge.id)} source={_quoted(edge.source)} target={_quoted(edge.target)}>{values}</edge>\n"


def _quoted(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("", text))


def _escaped(text: str) -> str:
    return _FORBIDDEN.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
