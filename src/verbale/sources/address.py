"""Addresses in one spelling, so that one page has one identity however it was linked to."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit, urlunsplit

# Parameters that say how a reader came to a page, never which page it is.
TRACKING = frozenset((
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok",
    "_hsenc", "_hsmi", "_ga", "_gl", "vero_id", "oly_anon_id", "oly_enc_id", "wickedid", "twclid", "ttclid", "li_fat_id",
    "s_cid", "ncid", "cmpid", "spm", "ref_src", "ref_url", "__twitter_impression", "amp_js_v",
))  # fmt: skip
PORTS = {"http": 80, "https": 443}
_ADDRESS = re.compile(r"https?://[^\s<>\"'\])}]+", re.I)


def canonical(url: str | None) -> str | None:
    """The address without fragment, tracking parameters, default port or login; ``None`` where it is no web address."""
    try:
        parts = urlsplit((url or "").strip())
        return urlunsplit(_plain(parts)) if parts.scheme.lower() in PORTS and parts.hostname else None
    except ValueError:
        return None


def _plain(parts: SplitResult) -> tuple[str, str, str, str, str]:
    scheme, host = parts.scheme.lower(), parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port not in (None, PORTS[scheme]) else ""
    return scheme, host + port, _quoted(parts.path) or "/", _quoted(_query(parts.query)), ""


def _quoted(part: str) -> str:
    """Spaces and letters beyond ASCII as servers get them; what is quoted already stays."""
    return quote(part, safe="%/:?@!$&'()*+,;=~[]|")


def _query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if name.lower() not in TRACKING and not name.lower().startswith("utm_")]
    # Untouched where nothing was taken out: encoding again could change what a server understands.
    return query if len(kept) == len(pairs) else urlencode(kept)


def first_address(*fields: str | None) -> str | None:
    """The first web address that stands in any of the fields (a PDF's Subject, a DOCX's comments)."""
    for field in fields:
        found = _ADDRESS.search(field or "")
        if found:
            return found.group().rstrip(".,;")
    return None
