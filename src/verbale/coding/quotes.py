"""Who speaks: the speaker of a sentence and of what is quoted, and whose account a passage gives."""

from __future__ import annotations

from typing import Any

from verbale.coding import clause
from verbale.coding.corefer import quotes_open
from verbale.coding.lexicon import words
from verbale.coding.mentions import refs
from verbale.coding.page import Page
from verbale.coding.scene import Ref, Scene
from verbale.coding.tokens import once
from verbale.coding.voices import heard, speakers

Token = Any


def attend(page: Page, sentence: Any, scene: Scene) -> None:
    """Set the scene's speaker: whoever this sentence has say something; a quotation that runs on keeps its speaker."""
    if not _attributed(page, sentence, scene) and (quotes_open(sentence[0]) or _opens_quote(sentence)) and scene.speaker is None:
        _ahead(page, sentence, scene)
    if not quotes_open(sentence[0]) and not _opens_quote(sentence):
        scene.speaker = None


def _ahead(page: Page, sentence: Any, scene: Scene) -> None:
    """Who says a quotation whose speaker stands only behind its last sentence."""
    for later in page.doc.sents:
        if later.start < sentence.end:
            continue
        if not quotes_open(later[0]) or _attributed(page, later, scene):
            return


def _attributed(page: Page, sentence: Any, scene: Scene) -> bool:
    """Set the speaker to whoever the sentence has say something, if anybody."""
    for token in sentence:
        if (
            token.pos_ == "VERB"
            and token.lemma_ in words("speech")
            and token.dep_ in ("ROOT", "ccomp", "conj", "parataxis", "advcl")
        ):
            for subject in clause.subjects(token):
                if subject.tag_ in ("PRP",) and subject.lower_ in ("i", "we"):
                    continue
                found = [r for r in speakers(page, subject, scene) if r.party]
                if found:
                    scene.speaker, scene.chorus = found[0], tuple(found)
                    heard(found, scene, subject.tag_ in ("NNS", "NNPS") or bool(clause.children(subject, "conj")))
                    return True
    return False


def _opens_quote(sentence: Any) -> bool:
    return any(t.text in ('"', "''", "``") for t in list(sentence)[:2])


def reporter(page: Page, token: Token, scene: Scene) -> Ref | None:
    """The first of those whose account the passage gives."""
    return next(iter(reporters(page, token, scene)), None)


def reporters(page: Page, token: Token, scene: Scene) -> list[Ref]:
    """Whose account the passage gives: the subject of the verb of saying that governs it, else "according to"."""
    node = token
    for _ in range(6):
        parent = node.head
        if node.dep_ == "ccomp" and parent.lemma_ in words("speech"):
            return [r for s in clause.subjects(parent) for r in speakers(page, s, scene)]
        aside = [c for c in clause.children(node, "parataxis") if c.lemma_ in words("speech") and c != token]
        if aside:
            return [r for s in clause.subjects(aside[0]) for r in speakers(page, s, scene)]
        node = parent
    return next((found for t in _according(token) if (found := refs(page, t, scene))), [])


@once
def _according(token: Token) -> list[Token]:
    """Whoever stands behind "according to" in the sentence."""
    marks = [t for t in token.sent if t.lower_ == "according"]
    return [o for t in marks for o in clause.preposition(t, "to") or [o for p in t.children for o in p.children]]
