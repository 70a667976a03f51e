"""Mails that hurt: depth, headers without end, parts that lie, names that lead out."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from ..sources.make import HEADERS
from .pages import sound as page
from .texts import PROSE

TEXT = PROSE.encode()
TYPED = HEADERS + b"MIME-Version: 1.0\nContent-Type: "


def sound() -> bytes:
    """A mail that is as it should be."""
    return HEADERS + b"\n" + TEXT


def files() -> Iterator[tuple[str, bytes]]:
    """Names and bytes."""
    yield (
        "deep.eml",
        TYPED
        + b"".join(b"multipart/mixed; boundary=b%d\n\n--b%d\nContent-Type: " % (n, n) for n in range(3_000))
        + b"text/plain\n\n"
        + TEXT,
    )
    yield "messages.eml", TYPED + b"message/rfc822\n\n" + (HEADERS + b"Content-Type: message/rfc822\n\n") * 2_000 + sound()
    yield "boundary.eml", TYPED + b"multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 8_000 + b"--b--\n"
    yield "no-boundary.eml", TYPED + b"multipart/mixed\n\n" + TEXT
    yield "long-boundary.eml", TYPED + b"multipart/mixed; boundary=" + b"b" * 100_000 + b"\n\n" + TEXT
    yield "headers.eml", HEADERS + b"X-Own: a\n" * 50_000 + b"\n" + TEXT
    yield "long-header.eml", HEADERS + b"X-Own: " + b"a" * 3_000_000 + b"\n\n" + TEXT
    yield "folded.eml", HEADERS + b"X-Own: a\n" + b" a\n" * 100_000 + b"\n" + TEXT
    yield "addresses.eml", HEADERS.replace(b"all@example.org", b"a@b, " * 50_000) + b"\n" + TEXT
    yield "brackets.eml", HEADERS.replace(b"Press Office", b"(" * 20_000) + b"\n" + TEXT
    yield "words.eml", HEADERS.replace(b"A meeting", b"=?utf-8?q?=41?= " * 20_000) + b"\n" + TEXT
    yield "bad-words.eml", HEADERS.replace(b"A meeting", b"=?x-none?b?////?= =?utf-8?b?\xff?=") + b"\n" + TEXT
    yield "date.eml", HEADERS.replace(b"2023", b"99999999999") + b"\n" + TEXT
    yield "charset.eml", TYPED + b"text/plain; charset=x-none\n\n" + TEXT
    yield "parameter.eml", TYPED + b"text/plain; charset*0*=utf-8''%FF; charset*1*=%\n\n" + TEXT
    yield "base64.eml", TYPED + b"text/plain\nContent-Transfer-Encoding: base64\n\n" + b"!!!=" * 100_000
    yield "quoted.eml", TYPED + b"text/plain\nContent-Transfer-Encoding: quoted-printable\n\n" + b"=" * 500_000 + TEXT
    yield "unknown.eml", TYPED + b"text/plain\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 ../../x\n" + TEXT
    name = b'application/octet-stream; name="../../../etc/passwd"\nContent-Disposition: attachment; filename="/etc/passwd"\n\n'
    yield "attached.eml", TYPED + b"multipart/mixed; boundary=b\n\n--b\nContent-Type: " + name + b"x\n--b\n\n" + TEXT + b"\n--b--\n"
    packed = base64.encodebytes(page())
    yield "page.eml", TYPED + b"text/html\nContent-Transfer-Encoding: base64\n\n" + packed
    yield "deep-page.eml", TYPED + b"text/html\n\n<html><body>" + b"<div>" * 30_000 + TEXT
    yield "flowed.eml", TYPED + b"text/plain; format=flowed\n\n" + b" \n" * 200_000 + TEXT
    yield "nulls.eml", sound().replace(b" ", b"\x00")
    yield "many.mbox", b"From a Tue Jan 24 10:00:00 2023\nFrom: a@b.org\nTo: b@c.org\nSubject: x\n\nshort\n\n" * 500
    yield "froms.mbox", b"From a Tue Jan 24 10:00:00 2023\nFrom: a@b.org\n\n" + b">From " * 100_000
    yield "endless.mbox", b"From a Tue Jan 24 10:00:00 2023\nFrom: a@b.org\nSubject: y\n\n" + b"x" * 5_000_000
