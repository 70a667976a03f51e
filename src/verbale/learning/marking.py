"""What the encoder learns from one passage: its windows of pieces, what each trigger tells, and who takes part."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from verbale.coding.features import TYPES
from verbale.coding.meanings import Layout, Place
from verbale.coding.pieces import Pieces
from verbale.coding.senses import triggers
from verbale.learning.corpus import Passage
from verbale.learning.sensing import Kinds, Lesson, columns
from verbale.scoring.acts import sides


class Step(msgspec.Struct, frozen=True):
    """A trigger and somebody in the same window, the number of the type of act, and whether they are its source, and its target."""

    trigger: Place
    party: Place
    type: int
    right: tuple[bool, bool]


class Marks(msgspec.Struct):
    """Numbers of pieces by window; every trigger's place with the columns that are right of it; and the ways."""

    windows: list[list[int]]
    triggers: list[tuple[Place | None, list[int]]]
    steps: list[Step]


def marks(passage: Passage, lesson: Lesson, pieces: Pieces, kinds: Kinds) -> Marks:
    """The marks of a passage; columns are kinds of acts, then statuses, as :class:`verbale.coding.senses.Senses` has them."""
    layout = Layout(pieces, passage.pages)
    places = [layout.place((page.start(t), page.end(t))) for page in passage.pages for t in triggers(page)]
    return Marks(
        windows=layout.windows,
        triggers=[(p, columns(told, out, kinds)) for p, told, out in zip(places, lesson.told, lesson.outlook, strict=True)],
        steps=list(_steps(passage, layout)),
    )


def _steps(passage: Passage, layout: Layout) -> Iterator[Step]:
    """Everybody at hand of the triggers that tell an act, once for each type."""
    known = set()
    for draft, tells in zip(passage.drafts, passage.tells, strict=True):
        if tells is None or (key := (draft.page.base, draft.token.i, draft.type)) in known:
            continue
        known.add(key)
        source, target = sides(passage.acts[tells])
        trigger = layout.place((draft.page.start(draft.token), draft.page.end(draft.token)))
        if trigger is None:
            continue
        right: dict[Place, tuple[bool, bool]] = {}  # a country and its people may stand at one place: it is right if either is
        for offer in draft.offers:
            place = layout.place((offer.ref.start, offer.ref.end))
            if place and place.window == trigger.window:
                before = right.get(place, (False, False))
                right[place] = before[0] or offer.party in source, before[1] or offer.party in target
        for place, told in right.items():
            yield Step(trigger, place, TYPES.index(draft.type), told)
