"""From a picture to SVG and PNG, without a browser and with the same bytes every time."""

from __future__ import annotations

import re
from html import escape

import msgspec

from verbale.pictures.picture import Picture

_OPENING = re.compile(r"<svg\b[^>]*>")
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_ID = re.compile(r'(\bid="|url\(#|href="#)([^")]+)')
_ROLES = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')


def svg(picture: Picture) -> str:
    """The picture as an ``<svg>`` element to be put into a page: titled, described, with ids of its own and no fixed size."""
    import vl_convert  # heavy, and of no use to who only reads tables

    drawn = vl_convert.vegalite_to_svg(msgspec.to_builtins(picture.spec))
    found = _SIZE.search(drawn)
    box = found.group(0) if found else 'viewBox="0 0 330 200"'
    body = _ROLES.sub("", _OPENING.sub("", drawn, count=1))
    return _head(picture, box) + _own_ids(body, picture.name).strip()


def png(picture: Picture, scale: float = 2.0) -> bytes:
    """The picture as PNG, ``scale`` pixels to the point, on white."""
    import vl_convert

    spec = picture.spec | {"config": picture.spec["config"] | {"background": "white"}}
    made: bytes = vl_convert.vegalite_to_png(msgspec.to_builtins(spec), scale=scale)
    return made


def _head(picture: Picture, box: str) -> str:
    title, about = f"{picture.name}-title", f"{picture.name}-desc"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img" aria-labelledby="{title} {about}">'
        f'<title id="{title}">{escape(picture.title)}</title><desc id="{about}">{escape(picture.finding)}</desc>'
    )


def _own_ids(body: str, name: str) -> str:
    # Vega numbers its ids from nought in every drawing: two drawings on a page would share them.
    order: dict[str, int] = {}
    return _ID.sub(lambda m: f"{m.group(1)}{name}-{order.setdefault(m.group(2), len(order))}", body)
