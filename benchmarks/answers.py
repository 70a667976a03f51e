"""How long each answer, and the brief, takes over a large record, without reading the record and matching its events.

    python benchmarks/answers.py [--engagements 100000]

Imports count: each answer is asked for in the order of the list, the first time; the brief is composed and written as Markdown.
One in ten of those met is named and holds no office: such names are withheld. Beside the seconds stand those of the processor.
"""

from __future__ import annotations

import argparse
import string
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.analysis.making import FRAME, TEXT, act, engaged, who

from verbale.analysis import approach, balance, coverage, pressure, reactions, recognition, trend, voices
from verbale.analysis.minutes import Minutes, minutes
from verbale.brief import Material, compose, material, write
from verbale.engagements.summing import summed
from verbale.model import Coded, Document, Event
from verbale.record import Source

OUTSIDE = ("USA", "EU", "UN", "DEU", "CHN", "PAK", "IRN", "QAT", "NOR", "GBR", "RUS", "IND")
HOME = ("AFG-AUTH", "AFG-AUTH", "AFG-WOM", "AFG-CSO", "AFG-DIA")
KINDS = (("CONSULT", "meet"), ("CONSULT", "meet"), ("CONSULT", "meet"), ("REQUEST", "urge"), ("ACCUSE", "criticise"))
NAMED, LETTERS = 0.1, string.ascii_lowercase
ASKED = trend.Question(of=("USA", "EU", "UN", "NATO+"), window="2022-10..2022-11", baseline="2022-04..2022-09")


def large(engagements: int) -> tuple[Minutes, Material]:
    """Minutes, and the material of a brief, of a year with so many engagements, and as many documents."""
    draw = np.random.default_rng(1)
    days = np.array([np.datetime64("2022-01-01") + n for n in range(365)]).astype(str)
    made = []
    for _ in range(engagements):
        kind, mode = KINDS[int(draw.integers(len(KINDS)))]
        named = f"Q{LETTERS[draw.integers(26)]}{LETTERS[draw.integers(26)]}ina R{LETTERS[draw.integers(26)]}ahir"
        name = named if draw.random() < NAMED else "somebody"
        pair = [who(OUTSIDE[int(draw.integers(len(OUTSIDE)))]), who(HOME[int(draw.integers(len(HOME)))], "target", name)]
        topics = ("education",) if draw.random() < 0.3 else ()
        told = act(*pair, day=str(days[int(draw.integers(365))]), type=kind, mode=mode, topics=topics, visibility="public")
        one = engaged(told)
        # a record keeps what an engagement comes to
        made.append(msgspec.structs.replace(one, gist=summed(one)))
    read = [Source(f"s{n}", f"Publisher {n % 20}", str(days[n % 365]), "en", None, 1) for n in range(engagements)]
    readings = tuple(_reading(each.events[0]) for each in made)
    return minutes(made, read, "afghanistan", FRAME), material(readings, "afghanistan", engaged=made)


def _reading(event: Event) -> Coded:
    page = event.document
    document = Document(id=page.id, sha256="0" * 64, text=TEXT, url=page.url, publisher=page.publisher, published=page.published)
    return Coded(document=document, events=(event,), coder="made")


def main() -> None:
    """Print seconds by answer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engagements", type=int, default=100_000)
    given, whole = large(parser.parse_args().engagements)
    answers: dict[str, Callable[[], object]] = {
        "coverage": lambda: coverage.answer(given),
        "balance": lambda: balance.answer(balance.balance(given), given),
        "trend": lambda: trend.answer(trend.trend(given, ASKED), given),
        "recognition": lambda: recognition.answer(recognition.recognition(given), given),
        "reactions": lambda: reactions.answer(reactions.reactions(given), given),
        "voices": lambda: voices.answer(given),
        "approach": lambda: approach.answer(given),
        "pressure": lambda: pressure.answer(given),
        "brief": lambda: write(compose(whole), "md"),
    }
    for name, answer in answers.items():
        begun, worked = time.perf_counter(), time.process_time()
        answer()
        print(f"{time.perf_counter() - begun:6.2f} s ({time.process_time() - worked:6.2f} s)  {name}", flush=True)


if __name__ == "__main__":
    main()
