"""How figures refer to notes: by their numbers where they are few, else to the list of them."""

from __future__ import annotations

from verbale.brief.notes import INLINE
from verbale.brief.page import Brief, Rows


class References:
    """The notes and lists of one brief, by the acts that they are of."""

    def __init__(self, brief: Brief) -> None:
        """Take the numbers of the notes and the names of the lists."""
        self._numbers = {act: note.number for note in brief.notes for act in note.acts}
        self._sets = {(row_set.notes, row_set.size): row_set.name for row_set in brief.row_sets}

    def of(self, rows: Rows) -> tuple[str | None, tuple[int, ...]]:
        """The list that a figure leads to, or ``None`` and the notes to name beside it."""
        notes = tuple(sorted({self._numbers[act] for act in self._numbers.keys() & rows.acts}))
        return (self._sets[notes, len(rows.acts)], notes) if len(rows.acts) > INLINE else (None, notes)
