"""Mails (.eml) and mailboxes (.mbox)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr
from typing import BinaryIO

from verbale.model import SetAside
from verbale.settings import Settings
from verbale.sources import html
from verbale.sources.address import first_address
from verbale.sources.decode import decode
from verbale.sources.document import Draft, with_headline
from verbale.sources.raw import Raw, of_bytes
from verbale.sources.reasons import failed, unreadable

SUFFIXES = frozenset({"eml", "mbox"})
_BOX = re.compile(rb"From \S+.*\d{4}\s*\n[A-Za-z-]+:")
_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*)+")
_NAMES = re.compile(rb"^(from|to|date|subject|message-id|mime-version|received|return-path|delivered-to):", re.I | re.M)
_TRUNCATED = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)


def bid(raw: Raw) -> float:
    """Sure of a mailbox, and of a block of headers with a sender and two more that only mails have."""
    head = raw.head.replace(b"\r\n", b"\n")
    if _BOX.match(head):
        return 0.95
    headers = _HEADERS.match(head)
    names = {name.lower() for name in _NAMES.findall(headers.group())} if headers else set()
    return 0.9 if b"from" in names and len(names) > 2 else 0.0


def read(raw: Raw, settings: Settings) -> Iterator[Draft | SetAside]:
    """The mail, or every mail of the mailbox with its number in it."""
    if not _BOX.match(raw.head.replace(b"\r\n", b"\n")):
        yield _draft(raw.whole(settings), settings)
        return
    with raw.open() as stream:
        for number, data in enumerate(_mails(stream), 1):
            if not raw.begin(number):
                continue
            try:
                yield _draft(of_bytes(raw.name, data).whole(settings), settings, number)
            except Exception as error:  # whatever it is, it costs this mail only
                yield failed(raw.name, error, settings, number)


def _mails(stream: BinaryIO) -> Iterator[bytes]:
    """The mails of a mailbox: each begins with a ``From `` line after an empty one."""
    mail: list[bytes] = []
    blank = True
    for line in stream:
        if blank and line.startswith(b"From ") and mail:
            yield b"".join(mail)
            mail = []
        elif mail or not line.startswith(b"From "):
            # Lines of the text that begin with "From " were quoted when the mailbox was written.
            mail.append(line[1:] if line.startswith(b">From ") else line)
        blank = not line.strip()
    if mail:
        yield b"".join(mail)


def _draft(data: bytes, settings: Settings, number: int | None = None) -> Draft:
    mail = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(data)
    if any(isinstance(defect, _TRUNCATED) for part in mail.walk() for defect in part.defects):
        raise unreadable("truncated", "its last part has no end")
    name, address = parseaddr(_header(mail, "From"))
    title = _header(mail, "Subject")
    return Draft(
        text=with_headline(title, _body(mail, settings)),
        format="eml" if number is None else "mbox",
        title=title or None,
        publisher=name or address.rpartition("@")[2] or None,
        published=_header(mail, "Date") or None,
        published_method="header",
        url=first_address(_header(mail, "Archived-At")),
        language=_header(mail, "Content-Language") or None,
        source=_header(mail, "Message-ID") or None,
        part=number,
    )


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(mail.get(name, "")).split())
    except (ValueError, TypeError, IndexError, AttributeError):
        # The email package raises these on headers that break its grammar; a mail is not lost for one.
        return ""


def _body(mail: EmailMessage, settings: Settings) -> str:
    part = mail.get_body(("plain",))
    if part is not None and (data := _bytes(part)).strip():
        text = decode(data, part.get_content_charset())
        return _flowed(text) if part.get_param("format") == "flowed" else text
    part = mail.get_body(("html",))
    if part is None:
        raise unreadable("no text", "attachments or nothing")
    return html.page(_bytes(part), settings, part.get_content_charset()).text


def _bytes(part: MIMEPart) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _flowed(text: str) -> str:
    """Lines that end with a space go on in the next (RFC 3676), but for the line above a signature."""
    return re.sub(r"(?<!\n--) \r?\n(?=[^\r\n>])", " ", text)
