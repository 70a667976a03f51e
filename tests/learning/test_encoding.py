"""How much the encoder counts beside the clues: by what both say of passages that they had not seen."""

from __future__ import annotations

from verbale.coding.encoder import encoder
from verbale.coding.senses import senses
from verbale.learning.corpus import Passage
from verbale.learning.encoding import blending
from verbale.learning.marking import marks
from verbale.learning.sensing import Kinds, kinds_of, left_out, lesson


def test_who_has_seen_the_passages_counts_more_than_who_has_not(corpus: list[Passage]) -> None:
    shipped, known = encoder(), senses()
    assert shipped is not None and known is not None
    lessons = [lesson(passage) for passage in corpus]
    # the questions that the shipped encoder was taught, rarer modes as one of their type
    first = {kind.type: kind for kind in reversed(known.kinds)}
    told = kinds_of(lessons).folded
    kinds = Kinds(list(known.kinds), {k: k if k in known.kinds else first[k.type] for k in told})
    every = [marks(passage, one, shipped.pieces, kinds) for passage, one in zip(corpus, lessons, strict=True)]
    found = blending(lessons, every, left_out(lessons, kinds), [shipped, shipped])
    often = [n for n in range(len(kinds.names)) if sum(n in t for own in every for _, t in own.triggers) > 8]
    assert found.shape == (3, shipped.acts.many) and len(often) > 1
    assert found[1, often].mean() > found[0, often].mean() + 0.1
