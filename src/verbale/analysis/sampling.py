"""The sampling frame: out of what the documents of a record were drawn. Without one, nothing is said of how often things happen."""

from __future__ import annotations

import functools
import hashlib
import tomllib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from verbale.catalogue.fold import fold
from verbale.errors import UsageError
from verbale.record.dates import ordinals
from verbale.saying import said

NO_FRAME = said("no sampling frame: the documents were picked by hand, so that only counts are given, and no share, rate or trend")
_HINT = 'state what was read, in a file: name = "...", how = "...", since = "2022-01-01", until = "2022-12-31"'

Span = tuple[int, int]
"""The ordinals of a first and a last day."""


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """What was read, whole: every page of ``publishers`` (none named: of all) from ``since`` to ``until``, but for ``gaps``.

    ``how`` says in words how the documents were drawn. Dates are days, months or years; a gap is ``2022-03-01..2022-03-14``.
    """

    name: str
    how: str
    since: str
    until: str
    publishers: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()

    @property
    def bounds(self) -> Span:
        """The first and the last day."""
        return span(f"{self.since}..{self.until}")

    @property
    def seal(self) -> str:
        """The beginning of the hash of what the frame says: a figure names it, so that a frame cannot change unseen."""
        return hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()[:12]

    def exposed(self, first: int, last: int) -> int:
        """The number of days between two days, both counted, that lie within the frame and in no gap."""
        since, until = self.bounds
        inside = set(range(max(first, since), min(last, until) + 1))
        for gap in self.gaps:
            low, high = span(gap)
            inside -= set(range(low, high + 1))
        return len(inside)

    def covers(self, first: int, last: int) -> bool:
        """Whether a span of days lies within the frame's bounds."""
        since, until = self.bounds
        return since <= first and last <= until

    def draws(self, publishers: Iterable[str]) -> bool:
        """Whether any of the publishers is one whose pages were drawn."""
        if not self.publishers:
            return True
        named = _folded(self.publishers)
        return any(_folded((name,)) <= named for name in publishers)


def load_frame(path: Path) -> Frame:
    """The frame that a TOML file states.

    Raises:
        UsageError: There is no such file, or it does not state a frame.
    """
    try:
        frame = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Frame)
    except OSError as error:
        raise UsageError(f"the sampling frame {path} cannot be read: {error.strerror}", _HINT) from error
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UsageError(f"{path} states no sampling frame: {error}", _HINT) from error
    first, last = frame.bounds
    if first > last or any(span(gap)[0] > span(gap)[1] for gap in frame.gaps):
        raise UsageError(f"{path} has a span that ends before it begins", "write the earlier date first")
    return frame


def span(words: str) -> Span:
    """The first and the last day of ``2022-04..2022-09``, or of one day, month or year.

    Raises:
        UsageError: It is no span of dates.
    """
    low, _, high = words.partition("..")
    first, last = ordinals(low.strip()), ordinals((high or low).strip())
    if first is None or last is None:
        raise UsageError(f"{words} is no span of dates", "write a month, or two dates: 2022-10, 2022-04..2022-09")
    return first[0], last[1]


@functools.lru_cache(maxsize=10_000)
def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(name).casefold() for name in names)


def told(frame: Frame | None) -> str:
    """The frame in a sentence's part."""
    if frame is None:
        return NO_FRAME
    form = "sampling frame “{name}” ({how}; {since} to {until}; seal {seal})"
    return said(form, name=frame.name, how=frame.how, since=frame.since, until=frame.until, seal=frame.seal)
