"""The proof that what is withheld is nowhere in a bundle: in no text, file name, drawing, table or package, however it is spelt."""

from __future__ import annotations

import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from verbale.brief.veil import fold
from verbale.errors import DataError

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_MARKS = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W_]+")
_GONE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_SHORT = 3


class LeakError(DataError):
    """Something that is withheld was found in a bundle, which was thrown away."""


def leaks(folder: Path, names: Iterable[str], ids: Iterable[str]) -> Iterator[str]:
    """Where something withheld occurs, in words that do not repeat it.

    Args:
        folder: The bundle.
        names: What must not occur, in any capitals and accents, and with anything but letters and figures between its parts.
        ids: Ids of the record, which must not occur either.
    """
    wanted = [(name, _words(fold(name))) for name in names]
    several = [spelt for _, spelt in wanted if len(spelt) > 1]
    single = [name for name, spelt in wanted if len(spelt) == 1 and len(name) >= _SHORT]
    for path, text in files(folder):
        plain = f"{path}\n{text}"
        if any(one in plain for one in ids if one):
            yield f"{path}: an id of the record"
        for way in (plain, _MARKS.sub("", plain)):
            folded = f" {' '.join(_words(fold(way)))} "
            if any(f" {' '.join(each)} " in folded for each in several):
                yield f"{path}: a name"
                break
            spelt = set(_words(way))
            if any(form in spelt for name in single for form in (name, name.upper())):
                yield f"{path}: a name"
                break


def files(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file of a bundle by its path, as text in every way that it could be read; a package's parts each by itself."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            raw = path.read_bytes()
            yield name, readable(raw)
            if zipfile.is_zipfile(io.BytesIO(raw)):
                with zipfile.ZipFile(io.BytesIO(raw)) as package:
                    for part in package.namelist():
                        yield f"{name}/{part}", readable(package.read(part))


def readable(raw: bytes) -> str:
    """Bytes as text, with what HTML, JSON and addresses escape written out, and characters without width taken away."""
    text = raw.decode("utf-8", errors="replace")
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return unicodedata.normalize("NFC", unquote(html.unescape(html.unescape(text)))).translate(_GONE)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
