"""The documents behind events as BibTeX, in UTF-8. Each document once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from verbale.model import DocumentRef, Event
from verbale.record.exports.csl import dated

_SPECIAL = {char: f"\\{char}" for char in "&%$#_"} | {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def write(events: Iterable[Event], stream: TextIO) -> int:
    """Write the documents of events; return how many events."""
    known: set[str] = set()
    count = 0
    for event in events:
        count += 1
        if event.document.id not in known:
            known.add(event.document.id)
            stream.write(_entry(event.document))
    return count


def _entry(document: DocumentRef) -> str:
    parts = [f"{part:02}" for part in dated(document.published)]
    fields = {
        "title": f"{{{_plain(document.title or document.key or document.id)}}}",
        "organization": _plain(document.publisher or ""),
        "year": parts[0] if parts else "",
        "date": "-".join(parts),
        "url": _address(document.url or ""),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{verbale{document.id},\n{lines}\n}}\n\n"


def _plain(text: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in " ".join(text.split()))


def _address(url: str) -> str:
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
