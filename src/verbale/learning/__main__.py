"""``python -m verbale.learning CORPUS... --out FOLDER``: fit the coder's models to coded passages and write their arrays."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np

from verbale.coding.paths import PATH as PATHS
from verbale.coding.paths import Paths
from verbale.coding.rank import PATH as RANKER
from verbale.coding.rank import Ranker
from verbale.coding.senses import PATH as SENSES
from verbale.coding.senses import Senses, arrays
from verbale.coding.trees import Trees
from verbale.learning import pathing, sensing
from verbale.learning.corpus import passages
from verbale.learning.fitting import fit
from verbale.scoring.notation import parse
from verbale.settings import Settings


def main() -> None:
    """Read the corpus, fit, write."""
    options = argparse.ArgumentParser(prog="python -m verbale.learning", description=__doc__)
    options.add_argument("corpus", nargs="+", type=Path, help="files in the notation of verbale.scoring.notation")
    options.add_argument("--out", type=Path, default=RANKER.parent, help="where the arrays go")
    given = options.parse_args()
    texts = [text for path in given.corpus for text in parse(path.read_text(encoding="utf-8"))]
    senses, paths, ranker = learn(texts, Settings())
    given.out.mkdir(parents=True, exist_ok=True)
    store(given.out / SENSES.name, arrays(senses))
    store(given.out / PATHS.name, {"weights": paths.weights.astype(np.float16)})
    write(ranker, given.out / RANKER.name)


def learn(texts: Sequence[Mapping[str, Any]], settings: Settings) -> tuple[Senses, Paths, Ranker]:
    """What clauses tell by their words, who takes part by the ways, and the ranker.

    Each is fitted to what the models before it say of passages that they had not seen.
    """
    lessons = [sensing.lesson(passage) for passage in passages(texts, settings)]
    others = sensing.left_out(lessons)
    corpus = list(passages(texts, settings, lambda n: others[n % sensing.FOLDS]))
    walks = [pathing.walks(passage) for passage in corpus]
    for passage, paths in zip(corpus, cycle(pathing.left_out(walks)), strict=False):
        paths.weigh(passage.drafts)
    return sensing.fit(lessons), pathing.fit(walks), fit(corpus)


def write(ranker: Ranker, path: Path) -> None:
    """Write a ranker's arrays; the same ranker gives the same bytes."""
    numbers = {f"{name}.{part}": getattr(model, part) for name, model in ranker.models.items() for part in Trees.PARTS}
    keys = sorted(ranker.seen)
    numbers |= {
        "frames": np.array(keys),
        "counts": np.array([ranker.seen[k] for k in keys]),
        "rate": np.array(ranker.rate),
        "floor": np.array(ranker.floor),
    }
    store(path, numbers)


def store(path: Path, numbers: dict[str, Any]) -> None:
    """Write arrays by their names."""
    np.savez_compressed(path, **numbers)


if __name__ == "__main__":
    main()
