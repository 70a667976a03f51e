"""``python -m verbale.learning CORPUS... --out FOLDER``: fit the coder's models to coded passages and write their arrays."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from verbale.coding.encoder import PATH as ENCODER
from verbale.coding.features import STATUSES
from verbale.coding.paths import PATH as PATHS
from verbale.coding.paths import Paths
from verbale.coding.paths import arrays as paths_arrays
from verbale.coding.pieces import Pieces
from verbale.coding.rank import PATH as RANKER
from verbale.coding.rank import Ranker
from verbale.coding.senses import PATH as SENSES
from verbale.coding.senses import Senses
from verbale.coding.senses import arrays as senses_arrays
from verbale.coding.trees import Trees
from verbale.learning import encoding, pathing, sensing, transformer
from verbale.learning.corpus import Models, passages
from verbale.learning.fitting import fit
from verbale.learning.marking import Marks, marks
from verbale.learning.sensing import Kinds, Lesson
from verbale.scoring.notation import parse
from verbale.settings import Settings


def main() -> None:
    """Read the corpus, fit, write."""
    options = argparse.ArgumentParser(prog="python -m verbale.learning", description=__doc__)
    options.add_argument("corpus", nargs="+", type=Path, help="files in the notation of verbale.scoring.notation")
    options.add_argument("--out", type=Path, default=RANKER.parent, help="where the arrays go")
    given = options.parse_args()
    texts = [text for path in given.corpus for text in parse(path.read_text(encoding="utf-8"))]
    learnt = learn(texts, Settings())
    given.out.mkdir(parents=True, exist_ok=True)
    store(given.out / ENCODER.name, learnt.encoder)
    store(given.out / SENSES.name, senses_arrays(learnt.senses))
    store(given.out / PATHS.name, paths_arrays(learnt.paths))
    write(learnt.ranker, given.out / RANKER.name)


class Learnt(NamedTuple):
    """All models of the coder; the encoder as the arrays that are written."""

    encoder: dict[str, Any]
    senses: Senses
    paths: Paths
    ranker: Ranker


def learn(texts: Sequence[Mapping[str, Any]], settings: Settings) -> Learnt:
    """The encoder, what clauses tell by their words, who takes part by the ways, and the ranker.

    Each is fitted to what the models before it say of passages that they had not seen.
    """
    lessons, every, kinds = studied(texts, settings)
    questions = len(kinds.names) + len(STATUSES)
    whole, encoders = encoding.taught(every, questions)
    others = sensing.left_out(lessons, kinds)
    both = encoding.blending(lessons, every, others, encoders)
    corpus = list(passages(texts, settings, lambda n: Models(
        Senses(kinds.names, others[n % sensing.FOLDS].weights, both), encoders[n % encoding.FOLDS],
    )))  # fmt: skip
    paths = pathing.walked(corpus)
    senses = Senses(kinds.names, sensing.fit(lessons, kinds).weights, both)
    return Learnt(whole, senses, paths, fit(corpus))


def studied(texts: Sequence[Mapping[str, Any]], settings: Settings) -> tuple[list[Lesson], list[Marks], Kinds]:
    """What the words of every passage tell, for the linear model and for the encoder, and the kinds of acts that are told."""
    corpus = list(passages(texts, settings))
    lessons = [sensing.lesson(passage) for passage in corpus]
    kinds, pieces = sensing.kinds_of(lessons), Pieces(transformer.vocabulary())
    return lessons, [marks(passage, lesson, pieces, kinds) for passage, lesson in zip(corpus, lessons, strict=True)], kinds


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
