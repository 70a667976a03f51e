"""What an engine and its workers say to each other."""

from __future__ import annotations

import msgspec

from verbale.model import Coded, SetAside
from verbale.settings import Settings


class Order(msgspec.Struct, frozen=True):
    """The first message to a worker: under which case and settings it is to code."""

    case: str
    settings: Settings


class Answer(msgspec.Struct, frozen=True):
    """A worker's answer to a document: what it tells, or why it is set aside, or what makes the whole run fail."""

    coded: Coded | None = None
    aside: SetAside | None = None
    failure: tuple[str, str, str] | None = None
