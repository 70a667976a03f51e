"""From events to engagements: which reports tell of one act, what they agree on, who says what, and how to count."""

from __future__ import annotations

from verbale.engagements.building import engagements
from verbale.engagements.counting import Count, Rule, count, counted, rule
from verbale.engagements.engaged import Engaged
from verbale.engagements.finding import found
from verbale.engagements.standing import of_record

__all__ = ["Count", "Engaged", "Rule", "count", "counted", "engagements", "found", "of_record", "rule"]
