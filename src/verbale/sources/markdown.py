"""Markdown to the plain text that its reader sees: words without marks, one line a paragraph, list items as ``- ``."""

from __future__ import annotations

import re

from verbale.sources.document import joined

# An address in brackets with its title; it may hold one pair of brackets itself. It ends at what begins the next link, as else a
# long row of unfinished links would be gone through again for each of them.
_TARGET = r"\((?:[^()\s\[]|\([^()\s]{0,200}\)){0,2000}+(?:\s+\"[^\"]{0,300}\")?\)"
# In this order: images before links, strong before emphasis.
INLINE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(mark), words)
    for mark, words in (
        (r"!\[([^\[\]]*)\]" + _TARGET, r"\1"),
        (r"\[([^\[\]]+)\]" + _TARGET, r"\1"),
        (r"\[([^\[\]]+)\]\[[^\]]*\]", r"\1"),
        (r"<(https?://[^>\s]+)>", r"\1"),
        (r"(?<![*\\])\*\*(?=\S)([^*]+)(?<=\S)\*\*", r"\1"),
        (r"(?<![\w\\])__(?=\S)([^_]+)(?<=\S)__(?!\w)", r"\1"),
        (r"(?<![*\\])\*(?=[^\s*])([^*\n]+)(?<=\S)\*(?!\*)", r"\1"),
        (r"(?<![\w\\])_(?=\S)([^_\n]+)(?<=\S)_(?!\w)", r"\1"),
        (r"`+([^`\n]+)`+", r"\1"),
        (r"\\([\\`*_{}\[\]()#+\-.!>~|])", r"\1"),
    )
)
_COMMENT = re.compile(r"<!--(?:(?!<!--).){0,2000}?-->", re.S)
_DEFINITION = re.compile(r"\s{0,3}\[[^\]]+\]:\s*<?https?://\S+")
_RULE = re.compile(r"\s{0,3}(?:([-*_])\s*)(?:\1\s*){2,}|\s{0,3}(?:=+|`{3,}\w*|~{3,}\w*)")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-+)\s*")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*")
_ITEM = re.compile(r"(\s*)(?:[-*+]|(\d{1,3}[.)]))\s+(.*)")
_QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+")


def title_of(text: str) -> str | None:
    """The words of a first heading that stands above everything else."""
    first = text.lstrip().split("\n", 1)[0]
    found = _HEADING.fullmatch(first)
    return _inline(found.group(1)) if found else None


def plain(text: str) -> str:
    """The text without marks; laid out as :func:`~verbale.sources.document.joined` does."""
    blocks: list[str] = []
    in_paragraph = False
    for row in _COMMENT.sub("", text).split("\n"):
        row = _QUOTE.sub("", row).rstrip()
        words, starts, ends = _row(row)
        if words and in_paragraph and not starts:
            blocks[-1] += f" {words}"
        elif words:
            blocks.append(words)
        in_paragraph = bool(words) and not ends
    return _inline(joined(blocks))


def _row(row: str) -> tuple[str, bool, bool]:
    """A row's words, whether it starts a block of its own, and whether nothing can be added to that block."""
    if _RULE.fullmatch(row) or _UNDERLINE.fullmatch(row) or _DEFINITION.match(row):
        return "", True, True
    heading = _HEADING.fullmatch(row)
    if heading:
        return heading.group(1), True, True
    item = _ITEM.fullmatch(row)
    if item:
        return f"{item.group(2) or '-'} {item.group(3)}", True, False
    return row.strip(), False, False


def _inline(text: str) -> str:
    for mark, words in INLINE:
        text = mark.sub(words, text)
    return text
