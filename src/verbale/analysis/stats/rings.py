"""A calendar bent into a ring, round which one series is moved against another: the null of every question on what follows what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def windows(daily: Floats, low: int, high: int) -> Floats:
    """For each day, the reactions from ``low`` to ``high`` days after it; the calendar is a ring: every day has its window."""
    import numpy as np

    total: Floats = sum((np.roll(daily, -lag) for lag in range(low, high + 1)), start=np.zeros_like(daily))
    return total


def rotated(at: NDArray[np.int64], window: Floats) -> Floats:
    """The reactions after all occasions, as they are and with the occasions moved by every number of days round the ring.

    Moving all together keeps how occasions cluster and how reactions do: only their relation in time is broken.
    """
    import numpy as np

    length = len(window)
    marks = np.bincount(at, minlength=length).astype(float)
    # the correlation of a ring with another is a product of their transforms
    told: Floats = np.fft.irfft(np.conj(np.fft.rfft(marks)) * np.fft.rfft(window), length).round(6)
    return told
