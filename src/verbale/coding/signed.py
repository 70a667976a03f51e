"""Who signs a text: the line under its title ("By Minister Jane Roe"), or the title ("Statement by ...", "Roe on ...")."""

from __future__ import annotations

import re

from verbale.coding.mentions import refs
from verbale.coding.page import Page
from verbale.coding.parse import parse
from verbale.coding.scan import scan
from verbale.coding.scene import Scene
from verbale.coding.segment import Block

_TEXTS = (
    r"(?:joint |press |opening |closing |introductory )*"
    r"(?:statements?|remarks|declaration|message|speech|address|communiqu[eé]|readout|toast|letter|testimony|post|thread|answers?)"
    r"(?: to the press)?"
)
_BY = re.compile(rf"(?:{_TEXTS} )?(?:by|of|from) (?P<who>[^;]+)", re.I)
_OWN = re.compile(rf"{_TEXTS} of (?P<who>[^;]+?)['’]s? (?:call|meeting|conversation|talk|visit)\b", re.I)
_ON = re.compile(r"(?P<who>[^;:,]+?) (?:on|about|before|after|at|to)\b", re.I)
_SET_OFF = re.compile(r"(?P<who>[^,;:]+, [^;:]+)$")
_TOPIC = re.compile(r"\s(?:on|about|at|after|before|regarding|concerning|for the|to)\s.*$", re.I)
_LINES, _LONG = 4, 16
"""Among how many first lines a signature is looked for, and how many words it has at most."""
_SIGNING = ("person", "role", "metonym", "body", "authority", "organisation")


def signed(title: str | None, pages: list[Page], scene: Scene, pipeline: str) -> str | None:
    """The one party whose people sign; ``None`` where nobody does, or several do."""
    lines = [page.doc.text.strip() for page in pages[:_LINES] if len(page.doc) <= _LONG and not _says(page)]
    for line in lines:
        for form in (_BY, _SET_OFF):
            if (found := form.fullmatch(line)) and (party := _one(found["who"], scene, pipeline)):
                return party
    for line in dict.fromkeys([*([title] if title else []), *lines[:1]]):
        for form in (_OWN, _BY, _ON):
            if (found := form.match(line)) and (party := _one(found["who"], scene, pipeline)):
                return party
    return None


def _says(page: Page) -> bool:
    """Whether a line is a sentence, or the heading of news: "Ruritania, Norway sign an accord"."""
    return page.doc.text.rstrip().endswith((".", "!", "?", '"')) or any(t.pos_ in ("VERB", "AUX") for t in page.doc)


def _one(name: str, scene: Scene, pipeline: str) -> str | None:
    """The party of whom a line names, where it is one."""
    parties = parties_of(_TOPIC.sub("", name), scene, pipeline)
    return next(iter(parties)) if len(parties) == 1 else None


def parties_of(name: str, scene: Scene, pipeline: str) -> dict[str, None]:
    """The parties of those whom a phrase of its own names as people or bodies, each once, in order."""
    (block, doc), *_ = parse(name, [Block(0, len(name), "body")], pipeline)
    page = Page(block, doc, scan(name, scene.world.case))
    heads = [t for t in doc if t.pos_ in ("NOUN", "PROPN") and t.dep_ in ("ROOT", "appos", "conj", "pobj", "nsubj", "dobj")]
    found = [r for t in heads for r in refs(page, t, Scene(scene.world, scene.day, []))]
    return dict.fromkeys(r.party for r in found if r.party and r.kind in _SIGNING)
