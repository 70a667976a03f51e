"""How the files of public collections fall into paragraphs: a method for each kind of file.

A method takes the text of a file and a part of it ("" where the file holds one page: else an address, a heading or a number), and
gives its paragraphs, each on one line without marks and tags. It chooses nothing: which of them a page had, :func:`picked` takes.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

Found = TypeVar("Found")
Method = Callable[[str, str], list[str]]

UNSEEN = re.compile(r"(?is)<(script|style)\b.*?</\1>|<!--.*?-->")
BREAK = re.compile(r"(?i)</?(?:p|li|ul|ol|div|h\d)\b[^>]*>|<br ?/?>")
TAG = re.compile(r"</?\w[^>]*>")
LINK = re.compile(r"""!?\[([^\[\]]*)\]\((?:[^()"]|\([^()]*\))*(?:"(?:[^"\\]|\\.)*")?\)""")
MARK = re.compile(r"\*+|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)")
ITEM = re.compile(r"(?m)^\s*(?:[-*+]|\d+\.|#+) +")
EMPTY_LINE = re.compile(r"\n\s*\n")
HEAD = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*\n|((?:[A-Z]\w+:[^\n]*\n)+)\n", re.S)
TITLE = re.compile(r"(?mi)^title[ \t]*[:=][ \t]*(?:>-?)?[ \t]*(.*)$")
SHARED_TITLE = re.compile(r'property="og:title"[^>]*content="([^"]*)"|content="([^"]*)"[^>]*property="og:title"')
CAPITALS = re.compile(r"\b[A-Z][A-Z'-]+(?:[ -][A-Z][A-Z'-]*)*\b")


def picked(paragraphs: list[str], pick: str) -> list[str]:
    """What ``pick`` takes: numbers of paragraphs from 0 with spaces between.

    ``2-5`` is four of them, ``2@10:200`` a stretch of one; ``2+3`` makes one of two with a space between, ``2&3`` without.
    """
    return [each for one in pick.split(" ") for each in _picked(paragraphs, one)]


def _picked(paragraphs: list[str], one: str) -> list[str]:
    first, dash, last = one.partition("-")
    if dash:
        return paragraphs[int(first) : int(last) + 1]
    pieces = re.split(r"([+&])", one)
    return ["".join({"+": " ", "&": ""}[each] if each in "+&" else _stretch(paragraphs, each) for each in pieces)]


def _stretch(paragraphs: list[str], piece: str) -> str:
    number, _, stretch = piece.partition("@")
    start, _, end = stretch.partition(":")
    return paragraphs[int(number)][int(start or 0) : int(end) if end else None]


def plain(text: str, _: str) -> list[str]:
    """The lines of a plain text."""
    return _blocks(text)


def lines(text: str, _: str) -> list[str]:
    """Markdown with a paragraph in each line: the title in the head and the lines."""
    return _markdown(text, "\n", re.compile("\n"))


def markdown(text: str, part: str) -> list[str]:
    """Markdown: the title in the head and what stands between empty lines; list items are paragraphs.

    A ``part`` is the first section that holds it.
    """
    if part:
        text = _first(each for each in re.split(r"(?m)^#+ ", text) if part in each)
    return _markdown(text, "\n\n", EMPTY_LINE)


def wrapped(text: str, _: str) -> list[str]:
    """Markdown without its head: what stands between empty lines, with marks of list items and comments as they are."""
    return _words(map(_unmarked, EMPTY_LINE.split(_headed(text)[1])))


def encyclopedia(text: str, _: str) -> list[str]:
    """An article of Wikipedia whose subject stands in capitals for bold letters: it is written as a name."""
    subject, verb, rest = text.partition(" is ")
    return markdown(CAPITALS.sub(lambda found: found[0].title(), subject) + verb + rest, "")


def page(text: str, _: str) -> list[str]:
    """A page in HTML: the title that it gives to others ("" where it gives none), and its blocks."""
    title = SHARED_TITLE.search(text)
    return [_untagged(title[1] or title[2]) if title else "", *_blocks(text)]


def feed(text: str, part: str) -> list[str]:
    """The item of an RSS feed with the address ``part``: its title, its description, its content."""
    item = _first(each for each in re.findall(r"(?s)<item>(.*?)</item>", text) if f"<link>{part}</link>" in each)
    values = re.findall(r"(?s)<(title|description|content:encoded)>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?</\1>", item)
    return [each for _, value in values for each in _blocks(value)]


def json_words(text: str, part: str) -> list[str]:
    """The strings of a JSON file, or of the object in it that has ``part`` as one of its values."""
    entry = json.loads(text)
    if part:
        entry = _first(each for each in _inside(entry) if isinstance(each, dict) and part in each.values())
    return [each for value in _inside(entry) if isinstance(value, str) for each in _blocks(value)]


def csv_row(text: str, part: str) -> list[str]:
    """The cells of the row of a table that has ``part`` in a cell: of the longest, where there are more."""
    csv.field_size_limit(sys.maxsize)
    rows = sorted((row for row in csv.reader(io.StringIO(text, newline="")) if part in row), key=lambda row: -sum(map(len, row)))
    return [each for cell in _first(rows) for each in _blocks(cell)]


def factbook(text: str, _: str) -> list[str]:
    """The entries of a country in the World Factbook, each after its name."""
    entries = ((name, entry.get("text")) for chapter in json.loads(text).values() for name, entry in chapter.items())
    return [f"{name}: {_untagged(told)}" for name, told in entries if told]


def reuters(text: str, part: str) -> list[str]:
    """The story of Reuters-21578 with the number ``part``: its title, and its body, whose paragraphs are indented."""
    story = _first(re.findall(rf'(?s)NEWID="{re.escape(part)}">(.*?)</REUTERS>', text))
    found = re.findall(r"(?s)<(TITLE|BODY)>(.*?)</\1>", story)
    return [" ".join(html.unescape(each).split()) for _, value in found for each in re.split(r"\n {4,}", value)]


METHODS: dict[str, Method] = {
    "csv": csv_row,
    "encyclopedia": encyclopedia,
    "factbook": factbook,
    "feed": feed,
    "json": json_words,
    "lines": lines,
    "markdown": markdown,
    "page": page,
    "plain": plain,
    "reuters": reuters,
    "wrapped": wrapped,
}


def _markdown(text: str, gap: str, parting: re.Pattern[str]) -> list[str]:
    title, body = _headed(text)
    return _words(map(_unmarked, (title, *parting.split(ITEM.sub(gap, BREAK.sub(gap, UNSEEN.sub("", body)))))))


def _headed(text: str) -> tuple[str, str]:
    """The title and the body of a file with a head of keys (between ``---`` or ``+++``, or lines ``Key: value``)."""
    head = HEAD.match(text)
    if head is None:
        return "", text
    told = TITLE.search(re.sub(r"\n[ \t]+", " ", head[2] or head[3]))
    return told[1].strip().strip("\"'") if told else "", text[head.end() :]


def _blocks(text: str) -> list[str]:
    """The blocks of HTML, or the lines of a plain text."""
    text = UNSEEN.sub("", html.unescape(text) if "&lt;p" in text else text)
    text = text.replace("\n", " ") if "<p" in text else text
    return _words(map(_untagged, BREAK.sub("\n", text).split("\n")))


def _unmarked(text: str) -> str:
    """Markdown's words on one line, without links, marks of emphasis and escapes."""
    return _untagged(re.sub(r"\\(.)", r"\1", MARK.sub("", LINK.sub(r"\1", text))))


def _untagged(text: str) -> str:
    """``text`` on one line, without tags and entities, and without what wrong decodings left of them."""
    text = re.sub(r"&([A-Z]);", r"&\1", html.unescape(html.unescape(TAG.sub("", text))))
    return " ".join(text.replace("\u200b", "").replace("Â", "").split())


def _words(paragraphs: Iterable[str]) -> list[str]:
    return [each for each in paragraphs if each]


def _inside(value: Any) -> Iterator[Any]:
    """A JSON value and all values in it, from the outer to the inner."""
    yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _inside(each)


def _first(found: Iterable[Found]) -> Found:
    for each in found:
        return each
    raise LookupError("no such part")
