"""The menu: which pages there are, by group, and what each is for."""

from __future__ import annotations

import msgspec

from verbale.web.pages.answers import QUESTIONS
from verbale.web.team.policy import Visitor, sees


class Room(msgspec.Struct, frozen=True):
    """A page of the menu: its name, what is asked of it, what it is called, and what it is for where that does not say it."""

    page: str
    words: str
    about: str = ""
    asked: dict[str, str] = {}


class Group(msgspec.Struct, frozen=True):
    """Some pages under one head; without a head they stand by themselves. The page that is open is of the ``current`` one."""

    words: str
    rooms: tuple[Room, ...]
    current: bool = False


_OVERVIEW = (Room("overview", "Overview"),)
_RECORD = (
    Room("engagements", "Engagements", "Every act in the world, once, with its reports"),
    Room("actors", "Actors", "Parties and people, and whom they met"),
    Room("pairs", "Two accounts", "Occasions of which two sides tell, side by side"),
    Room("instruments", "Instruments", "Laws, resolutions and agreements that were cited, with errors in the citing"),
    Room("calendar", "Calendar", "What was announced, and what became of it"),
    Room("network", "Network", "Who was in contact with whom"),
    Room("map", "Map", "Where it was"),
)
_SOURCES = (
    Room("documents", "Documents", "The pages that were read, with their words"),
    Room("coverage", "Coverage", "What was read and what was not, and how right the program is"),
    Room("runs", "Runs", "When the program read what, and by which version"),
    Room("withheld", "Withheld", "What is not told here, and why"),
)
_PEOPLE = (
    Room("review", "Review", "Accept, reject or correct what the program read"),
    Room("second", "Second coding", "Read passages without seeing what others read, to know how far people agree"),
    Room("adjudicate", "Adjudication", "Decide where two readings of a passage differ"),
    Room("accounts", "Accounts", "Who may do what"),
)
_HELP = (Room("help", "Help", "What the words on the pages mean, and how things are counted"),)
_LIVE = frozenset({"pairs", "runs", "review", "second", "adjudicate", "accounts"})
"""Pages that a published site has not."""
_OF = {
    "engagement": "engagements", "event": "engagements", "party": "actors", "person": "actors", "document": "documents",
    "run": "runs", "reviewing": "review", "coding": "second", "adjudicating": "adjudicate", "answers": "answer",
}  # fmt: skip
"""Pages that stand in no menu, with that of which they are."""


def rooms(page: str, static: bool, visitor: Visitor | None = None) -> tuple[Group, ...]:
    """The menu as it stands on a page; the group of the page is open, on the first page that of the record."""
    answers = tuple(Room("answer", each.title, each.about, {"id": name}) for name, each in ({} if static else QUESTIONS).items())
    heads = ("", "The record", "Answers", "What it rests on", "Judged by people", "")
    given = zip(heads, (_OVERVIEW, _RECORD, answers, _SOURCES, _PEOPLE, _HELP), strict=True)
    at = "engagements" if page == "overview" else _OF.get(page, page)
    made = ((head, tuple(room for room in of if _there(room, static, visitor))) for head, of in given)
    return tuple(Group(head, of, any(room.page == at for room in of)) for head, of in made if of)


def _there(room: Room, static: bool, visitor: Visitor | None) -> bool:
    if static:
        return room.page not in _LIVE
    return room.page != "withheld" and (room not in _PEOPLE or sees(visitor, room.page))
