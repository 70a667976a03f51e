"""From events to engagements: which reports tell of one act, what they agree on, who says what, and how to count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbale.lazily import lazily

if TYPE_CHECKING:
    from verbale.engagements.building import engagements
    from verbale.engagements.counting import Count, Rule, count, counted, rule
    from verbale.engagements.engaged import Engaged
    from verbale.engagements.finding import found
    from verbale.engagements.standing import of_record

__getattr__ = lazily(
    __name__,
    {
        "engagements": "building",
        **dict.fromkeys(("Count", "Rule", "count", "counted", "rule"), "counting"),
        "Engaged": "engaged",
        "found": "finding",
        "of_record": "standing",
    },
)

__all__ = ["Count", "Engaged", "Rule", "count", "counted", "engagements", "found", "of_record", "rule"]
