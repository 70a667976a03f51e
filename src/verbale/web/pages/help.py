"""How to read the pages, how to count, which keys there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from verbale.engagements.counting import CONFERENCES, READINGS, UNITS, VIEWS
from verbale.web.page import Asked, Page
from verbale.web.site import Site

COUNTED = {
    "Engagements": "Every act, also what is planned, refused or denied, what lacks a party and what is outside the case.",
    "Overview and actors": "As contact: what took place by the standard rule, whoever the parties are, with less sure readings.",
    "Balance, network and map": (
        "Of that contact, what is between a named party from outside and one of the country, with less sure readings; "
        "the map has every act until it is narrowed down."
    ),
    "The brief": "The same as the balance in its period, but without less sure readings, which it sets apart as possible acts.",
    "Outside the case": "Acts with all their parties, of which no report touches the case. They are listed, and counted nowhere.",
}
"""What each page counts, in plain words."""


RULES: dict[str, Mapping[Any, str]] = {"Units": UNITS, "Conferences": CONFERENCES, "Strictness": VIEWS, "Review": READINGS}
"""The parts of a counting rule, with what each of their words means."""


def help_page(_site: Site, _asked: Asked) -> Page:
    """What the words on the pages mean."""
    told = {"rules": RULES, "counted": COUNTED}
    return Page(name="help", title="Help", told=told)
