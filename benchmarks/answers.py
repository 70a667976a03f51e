"""How long each answer takes over a large record, without reading the record and matching its events.

    python benchmarks/answers.py [--engagements 100000]

Imports count: each answer is asked for in the order of the list, the first time.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.analysis.making import FRAME, act, engaged, who

from verbale.analysis import approach, balance, coverage, pressure, reactions, recognition, trend, voices
from verbale.analysis.minutes import Minutes, minutes
from verbale.record import Source

OUTSIDE = ("USA", "EU", "UN", "DEU", "CHN", "PAK", "IRN", "QAT", "NOR", "GBR", "RUS", "IND")
HOME = ("AFG-AUTH", "AFG-AUTH", "AFG-WOM", "AFG-CSO", "AFG-DIA")
KINDS = (("CONSULT", "meet"), ("CONSULT", "meet"), ("CONSULT", "meet"), ("REQUEST", "urge"), ("ACCUSE", "criticise"))
ASKED = trend.Question(of=("USA", "EU", "UN", "NATO+"), window="2022-10..2022-11", baseline="2022-04..2022-09")


def large(engagements: int) -> Minutes:
    """Minutes of a year with so many engagements, and as many documents."""
    draw = np.random.default_rng(1)
    days = np.array([np.datetime64("2022-01-01") + n for n in range(365)]).astype(str)
    made = []
    for _ in range(engagements):
        kind, mode = KINDS[int(draw.integers(len(KINDS)))]
        pair = [who(OUTSIDE[int(draw.integers(len(OUTSIDE)))]), who(HOME[int(draw.integers(len(HOME)))], "target")]
        topics = ("education",) if draw.random() < 0.3 else ()
        told = act(*pair, day=str(days[int(draw.integers(365))]), type=kind, mode=mode, topics=topics, visibility="public")
        made.append(engaged(told))
    read = [Source(f"s{n}", f"Publisher {n % 20}", str(days[n % 365]), "en", None, 1) for n in range(engagements)]
    return minutes(made, read, "afghanistan", FRAME)


def main() -> None:
    """Print seconds by answer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engagements", type=int, default=100_000)
    given = large(parser.parse_args().engagements)
    answers = {
        "coverage": lambda: coverage.answer(given),
        "balance": lambda: balance.answer(balance.balance(given), given),
        "trend": lambda: trend.answer(trend.trend(given, ASKED), given),
        "recognition": lambda: recognition.answer(recognition.recognition(given), given),
        "reactions": lambda: reactions.answer(reactions.reactions(given), given),
        "voices": lambda: voices.answer(given),
        "approach": lambda: approach.answer(given),
        "pressure": lambda: pressure.answer(given),
    }
    for name, answer in answers.items():
        begun = time.perf_counter()
        answer()
        print(f"{time.perf_counter() - begun:6.2f} s  {name}", flush=True)


if __name__ == "__main__":
    main()
