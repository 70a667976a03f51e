from __future__ import annotations

import io

from rich.console import Console

from verbale.coding.explain import Alternative, Explanation, Resolved
from verbale.model import Basis, Span
from verbale.terminal.explained import explained

from ..record.making import make_document, make_event


def test_an_explanation_in_words():
    document = make_document()
    basis = {"place": Basis(start=39, end=44), "venue": Basis(rule="office of the host")}
    event = make_event(document, basis=basis, confidence=0.8)
    potzel = Resolved(role="source", name="Markus Potzel", party="UN", via="name", sure=1.0, span=Span(start=0, end=13))
    lost = Alternative(reading="CONSULT visit, happened", words="trip", confidence=0.1, parties=("UN",), why="too unsure")
    why = Explanation(
        event=event, frame="meet.v", conditions=("with",), weight=0.9, trigger="met", path="met", span=Span(start=14, end=17),
        governor="", participants=(potzel,), alternatives=(lost,),
    )  # fmt: skip
    stream = io.StringIO()
    Console(file=stream, width=200).print(explained(why, document.text))
    words = stream.getvalue()
    for each in (
        "frame       meet.v", "asks for    with", "trigger     “met” at 14-17", "governor    none: told as it stands",
        "source      “Markus Potzel” at 0-13 is the United Nations (UN), by name, 1.00 sure",
        "place       “Kabul” at 39-44", "venue       rule: office of the host", "confidence  0.80; the frame alone weighs 0.90",
        "instead of  CONSULT visit, happened of UN (trip, 0.10): too unsure",
    ):  # fmt: skip
        assert each in words
