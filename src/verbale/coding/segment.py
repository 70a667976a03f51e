"""A document's text into blocks: headline, paragraphs, list items under their lead-in; furniture marked and left alone."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from verbale.coding.lexicon import words
from verbale.coding.turns import label, transcribed

BlockKind = Literal["headline", "body", "item", "caption", "furniture"]


class Block(msgspec.Struct, frozen=True):
    """A stretch of text ``[start, end)`` that is parsed on its own.

    ``lead_in`` is the end of the line that introduces a list; ``turn`` the label of whoever speaks, where the text is a transcript.
    """

    start: int
    end: int
    kind: BlockKind
    lead_in: tuple[int, int] | None = None
    turn: str | None = None


_ITEM = re.compile(r"\s*(?:[-*•✔✓▪●·–—]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_DATELINE = re.compile(
    r"\s*(?:[A-Z][\w.'/ -]{2,40}?[,/ ]{1,3})?(?:[^.()]{0,40})?\((?:[A-Z][\w .&-]{1,40})\)\s*(?:--|[-–—:])+\s*"
    r"|\s*[A-Z][A-Z.' -]{2,30}(?:,[^.:()]{0,30})?\s*\([A-Z][\w .&-]{1,20}\)[\s:]*(?=[A-Z])"
    r"|\s*(?:[A-Z][\w.]+ ){1,3}(?:News|Press|Agency|TV|Newsroom|Times|Online|Radio)\s*(?:--|[–—]|:)\s+(?=[A-Z])"
    r"|\s*[A-Z][A-Z.'/ -]{2,30}(?:,[^.:]{0,40})?\s*(?:--|[–—:]|\s-\s)+\s*"
)
_BIOGRAPHY = re.compile(
    r"(?:\bis (?:a|an|the) [^.]{0,60}"
    r"(?:journalist|correspondent|fellow|author|writer|columnist|editor|researcher|member of|analyst|professor|lecturer)\b"
    r"|\bspent \d+ years\b|\bThe views expressed\b|\bThe author\b)"
)
_END = re.compile(r"""[.!?:;]["'”’)\]]*\s*$""")


def segment(text: str) -> list[Block]:
    """The blocks of ``text`` in order.

    Every non-blank character is in exactly one, but for datelines, list markers and a transcript's labels.
    """
    lines = _lines(text)
    labels = transcribed([text[start:end] for start, end in lines])
    blocks: list[Block] = []
    lead_in: tuple[int, int] | None = None
    turn: str | None = None
    after_furniture = False
    for n, (start, end) in enumerate(lines):
        line = text[start:end]
        if _is_furniture(line):
            after_furniture = after_furniture or _opens_furniture(line)
            blocks.append(Block(start, end, "furniture"))
            continue
        if after_furniture or (n >= len(lines) - 2 and n > 2 and _BIOGRAPHY.search(line)):
            blocks.append(Block(start, end, "furniture"))
            continue
        item = _ITEM.match(line)
        kind: BlockKind = "item" if item else "headline" if n == 0 and not _END.search(line) else _kind(line)
        said = label(line) if labels else None
        said = said if said and said["who"] in labels else None
        turn = said["who"] if said else turn
        skip = item.end() if item else said.end() if said else _dateline(line)
        if skip < len(line):
            blocks.append(Block(start + skip, end, kind, lead_in if item else None, turn))
        lead_in = (start, end) if line.rstrip().endswith(":") else lead_in if item else None
    return blocks


def dateline(text: str) -> str:
    """The dateline at the head of the text ("KABUL, March 9 (Xinhua) --"), or an empty string."""
    for start, end in _lines(text)[:3]:
        length = _dateline(text[start:end])
        if length:
            return text[start : start + length]
    return ""


def _lines(text: str) -> list[tuple[int, int]]:
    """Spans of the lines with words in them; a line that runs on in small letters is joined to the one before."""
    found: list[tuple[int, int]] = []
    wrapped = _hard_wrapped(text)
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        end = match.start() + len(match[0].rstrip())
        if (
            found
            and "\n\n" not in text[found[-1][1] : start]
            and _runs_on(text[found[-1][0] : found[-1][1]], text[start:end], wrapped)
        ):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _hard_wrapped(text: str) -> bool:
    """Whether lines were broken at a width: most of the longer ones end in the middle of a sentence, none is long."""
    long = [line for line in text.split("\n") if len(line) > 45]
    return len(long) > 4 and max(map(len, long)) < 120 and sum(not _END.search(line) for line in long) > 0.6 * len(long)


def _runs_on(line: str, following: str, wrapped: bool) -> bool:
    if _ITEM.match(following):
        return False
    return len(line) > 40 and not _END.search(line) and (wrapped or following[:1].islower())


def _is_furniture(line: str) -> bool:
    low = line.lower().strip(" +*#-:|")
    return low in words("furniture_lines") or any(low.startswith(p) for p in words("furniture_starts"))


def _opens_furniture(line: str) -> bool:
    return any(line.lower().strip(" +*#-:|").startswith(p) for p in words("furniture_opens"))


def _kind(line: str) -> BlockKind:
    if re.match(r"(?:PHOTO|Photo|Caption|FILE|Image)\b\s*[:–-]", line):
        return "caption"
    return "headline" if len(line) < 110 and not _END.search(line) and len(line.split()) > 2 else "body"


def _dateline(line: str) -> int:
    match = _DATELINE.match(line[:120])
    return match.end() if match else 0
