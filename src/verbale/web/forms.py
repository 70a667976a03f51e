"""What a form sends, of a size that is limited."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.requests import Request

LONGEST = 1 << 16
"""Bytes of what a form may send."""


async def form(request: Request) -> dict[str, str]:
    """What a form sends; nothing where it sends too much."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST:
            return {}
    return dict(parse_qsl(body.decode("utf-8", errors="replace"), keep_blank_values=True))
