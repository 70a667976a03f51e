"""A text of our own wording as the coder reads it."""

from __future__ import annotations

import functools

from verbale.coding.coder import Coder, Read
from verbale.coding.scan import scan
from verbale.model import Document
from verbale.settings import Settings


@functools.cache
def reader(case: str) -> Coder:
    return Coder(case, Settings())


def read(text: str, title: str | None = None, *, publisher: str | None = None, case: str = "none") -> Read:
    document = Document(id="d", sha256="s", text=text, title=title, publisher=publisher, published="2024-05-15")
    return reader(case).read(document, scan(text, case))
