"""How many examples Hypothesis tries: all with ``make test-all`` (its profile ``all``), a quarter with ``make test``."""

from __future__ import annotations

from hypothesis import settings

ALL = 100

settings.register_profile("all", max_examples=ALL, deadline=None)
settings.register_profile("quarter", max_examples=ALL // 4, deadline=None)
settings.load_profile("quarter")


def some(number: int) -> int:
    """Of so many examples as many as the profile in use tries, and never fewer than five."""
    return max(5, number * settings.default.max_examples // ALL)
