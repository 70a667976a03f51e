"""``python -m verbale.learning CORPUS... --out FILE``: fit the ranker to coded passages and write its arrays."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from verbale.coding.rank import PATH, Ranker
from verbale.coding.trees import Trees
from verbale.learning.corpus import passages
from verbale.learning.fitting import fit
from verbale.scoring.notation import parse
from verbale.settings import Settings


def main() -> None:
    """Read the corpus, fit, write."""
    options = argparse.ArgumentParser(prog="python -m verbale.learning", description=__doc__)
    options.add_argument("corpus", nargs="+", type=Path, help="files in the notation of verbale.scoring.notation")
    options.add_argument("--out", type=Path, default=PATH, help="where the arrays go")
    given = options.parse_args()
    texts = [text for path in given.corpus for text in parse(path.read_text(encoding="utf-8"))]
    write(fit(list(passages(texts, Settings()))), given.out)


def write(ranker: Ranker, path: Path) -> None:
    """Write a ranker's arrays; the same ranker gives the same bytes."""
    arrays = {f"{name}.{part}": getattr(model, part) for name, model in ranker.models.items() for part in Trees.PARTS}
    keys = sorted(ranker.seen)
    arrays |= {
        "frames": np.array(keys),
        "counts": np.array([ranker.seen[k] for k in keys]),
        "rate": np.array(ranker.rate),
        "floor": np.array(ranker.floor),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **arrays)


if __name__ == "__main__":
    main()
