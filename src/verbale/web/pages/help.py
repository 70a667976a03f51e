"""How to read the pages, how to count, which keys there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from verbale.engagements.counting import CONFERENCES, READINGS, UNITS, VIEWS
from verbale.web.glossary import HEADS
from verbale.web.page import Asked, Page
from verbale.web.site import Site

COUNTED = {
    "Engagements": "Every act: also what is planned, refused or denied, lacks a party, is outside the case or less sure.",
    "Contact, on every page and in the brief": (
        "What took place or goes on between a named party from outside and one of the country, without less sure readings. "
        "Who only brought others together was in no contact by that. Where a number leaves less sure readings out, "
        "it says how many. An answer can be had with them too: a link under its finding counts them. "
        "Where a frame says which publishers were drawn, the answers count what these tell."
    ),
    "Other contact": "Contact among parties of one side, or with somebody not named. It is listed, and in no number of contacts.",
    "Map and calendar": "Every act that took place, or was announced, also less sure readings; the map can leave them out.",
    "Less sure readings": (
        "What a program read and nobody reviewed, where it is likelier wrong than right, or where the sentences do not plainly "
        "tell such an act of such parties. They are listed, and counted nowhere else; the brief quotes as possible acts those "
        "of whose sentences nothing surer is told. What a person accepts, corrects or enters is never one of them."
    ),
    "Outside the case": "Acts with all their parties, of which no report touches the case. They are listed, and counted nowhere.",
}
"""What each page counts, in plain words."""


RULES: dict[str, Mapping[Any, str]] = {"Units": UNITS, "Conferences": CONFERENCES, "Strictness": VIEWS, "Review": READINGS}
"""The parts of a counting rule, with what each of their words means."""


def help_page(_site: Site, _asked: Asked) -> Page:
    """What the words on the pages mean."""
    told = {"rules": RULES, "counted": COUNTED, "heads": HEADS}
    return Page(name="help", title="Help", told=told)
