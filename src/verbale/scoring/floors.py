"""Floors under the figures of a gold set: what its totals were once and may not fall below, and which documents are locked.

They stand in a ``floors.toml`` in the folder of the gold or beside it, under the folder's name:

    [gold]
    locked = ["doha-2"]
    [gold.open_floors]
    strict = 0.52
    [gold.locked_floors]
    strict = 0.51
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from verbale.errors import DataError
from verbale.scoring.measures import ALL
from verbale.scoring.scores import Key, Score, Scores, total

FILE = "floors.toml"
FIGURES = {
    "strict": Key("strict", ALL),
    "lenient": Key("lenient", ALL),
    "dyads": Key("overall", "dyads"),
    "not_happened": Key("overall", "not happened"),
}
"""The totals that floors are set under, each the F1 of its measure."""


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The names of the locked documents, and the floors under the totals of the open and of the locked ones."""

    locked: tuple[str, ...] = ()
    open_floors: dict[str, float] = {}
    locked_floors: dict[str, float] = {}


class Floor(msgspec.Struct, frozen=True, kw_only=True):
    """A floor and the figure that was reached, in thousandths."""

    documents: str
    figure: str
    floor: float
    reached: float

    @property
    def holds(self) -> bool:
        """Whether the figure is at its floor or above."""
        return self.reached >= self.floor


def load_floors(gold: Path) -> Floors:
    """The floors of a gold folder; none where no file tells of it.

    Raises:
        DataError: The file is damaged, or names a figure that there is not.
    """
    for path in (gold / FILE, gold.parent / FILE):
        if path.is_file():
            return _floors(path, gold.name)
    return Floors()


def _floors(path: Path, name: str) -> Floors:
    try:
        found = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")).get(name, {}), Floors)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"{path} cannot be read: {error}", f"see docs/guides/evaluate.md for what stands in {FILE}") from error
    if unknown := ({*found.open_floors, *found.locked_floors} - {*FIGURES}):
        raise DataError(f"{path} has a floor under {min(unknown)}", f"there are floors under: {', '.join(FIGURES)}")
    return found


def held(floors: Floors, scores: Mapping[str, Scores], locked: Iterable[str]) -> tuple[Floor, ...]:
    """Every floor with the figure that was reached in the documents that it is of."""
    apart = frozenset(locked)
    return (
        *_held("open", floors.open_floors, [each for key, each in scores.items() if key not in apart]),
        *_held("locked", floors.locked_floors, [each for key, each in scores.items() if key in apart]),
    )


def _held(documents: str, floors: Mapping[str, float], scores: Sequence[Scores]) -> Iterator[Floor]:
    sums = total(scores)
    for figure, floor in floors.items():
        score = sums.get(FIGURES[figure], Score(0, 0, 0))
        yield Floor(documents=documents, figure=figure, floor=floor, reached=round(score.f1, 3))
