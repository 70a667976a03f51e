"""Bytes to characters, or a refusal: a wrong guess here would be read as somebody's words."""

from __future__ import annotations

import codecs
import re

from verbale.sources.reasons import unreadable

# UTF-32's mark begins with UTF-16's, so it is looked for first.
MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CHARSETS = re.compile(r"(?:us-)?ascii|utf-?8|(?:windows|cp|iso|latin|koi8|big5|gb|hz|euc|shift|sjis|mac|tis|ks_c)[\w-]*", re.I)
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# Signs that stand inside a word only where another code page was meant (Polish ł is cp1252's ³).
MISREAD = re.compile(r"[a-z][¹²³¼½¾¿±£¥¤¦¨¬¯¶¸ºª§][a-z]")
# UTF-8 that was once read as cp1252 and saved: é as Ã©, ’ as â€™.
MOJIBAKE = re.compile(r"Ã[\x80-\xbf©¨¡¢£¤¥¦§ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿]|â€|Â[\xa0«»°§]")
MAX_FOREIGN = 0.15  #: French has one letter in twenty beyond ASCII; Cyrillic or Arabic misread as cp1252 has most


def decode(data: bytes, declared: str | None = None) -> str:
    """The characters of ``data``: by its byte order mark, as UTF-8, as declared, or as plausible cp1252.

    Raises:
        UnreadableError: ``encoding`` where none of them gives sound text.
    """
    for mark, codec in MARKS:
        if data.startswith(mark):
            return _sound(_strict(data, codec), f"it has the mark of {codec} but is not")
    text = _strict(data, "utf-8")
    if text is not None:
        return _sound(text, "it holds control characters")
    if declared and CHARSETS.fullmatch(declared.strip()):
        text = _strict(data, declared.strip())
        if text is not None and not CONTROLS.search(text):
            return text
    return _sound(_plausible(_strict(data, "cp1252")), "it is not UTF-8")


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _plausible(text: str | None) -> str | None:
    if text is None or MISREAD.search(text):
        return None
    letters = sum(map(str.isalpha, text))
    foreign = sum(1 for c in text if c > "\x7f")
    return text if foreign <= MAX_FOREIGN * letters else None


def _sound(text: str | None, why: str) -> str:
    if text is None:
        raise unreadable("encoding", why)
    if "\x00" in text or len(CONTROLS.findall(text)) * 100 > len(text):
        raise unreadable("encoding", "it is binary, not text")
    broken = len(MOJIBAKE.findall(text)) + text.count("\ufffd")
    # A slip or two in a quotation is no reason to lose a page.
    if broken >= 3 and broken * 200 > len(text):
        raise unreadable("encoding", "it was garbled by an earlier conversion")
    return text
