"""What is wrong with a citation: what is written, what is the case, how that is known, what to write instead."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal[
    "wrong_year",
    "wrong_date",
    "wrong_kind",
    "not_a_party",
    "not_competent",
    "impossible_vote",
    "wrong_vote",
    "wrong_body",
    "wrong_number",
]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One finding at ``[start, end)`` of the text; a hint where the fact is not ``confirmed``."""

    kind: Kind
    start: int
    end: int
    written: str
    fact: str
    source: str
    suggestion: str
    confirmed: bool
